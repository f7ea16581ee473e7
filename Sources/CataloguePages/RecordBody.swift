import ByteWriting
import CatalogueModel
import CatalogueViews
import Diagnostics
import MarkdownTree

/// The text of a record as HTML, its links made relative to the page it stands on.
struct RecordBody {
  let site: SiteContext
  /// The path of the page.
  let path: String

  /// The HTML of the record's text.
  func html(of index: RecordIndex) -> [UInt8] {
    let record = site.catalogue.records[index]
    if record.body.blocks.isEmpty { return [] }
    var out = ByteWriter(capacity: record.body.text.count * 2)
    // On a guide's page the text's headings follow the title; elsewhere the section has its own.
    let shift = site.catalogue.collection(of: index).isHidden ? 1 : 2
    MarkdownRenderer.render(record.body, into: &out, headingShift: shift) { place in
      resolved(site.catalogue.links[index][place])
    }
    return out.bytes
  }

  private func resolved(_ target: LinkTarget) -> ResolvedReference {
    switch target {
    case .none: return .unresolved
    case .external(let address): return link(address)
    case .anchor(let anchor): return link("#" + PagePath.encoded(anchor))
    case .page(let page, let query, let anchor):
      let search = query.map { "?" + PagePath.encodedQuery($0) } ?? ""
      return link(root + PagePath.encoded(page) + search + fragment(anchor))
    case .record(let index, let anchor):
      return link(
        root + site.catalogue.path(of: index) + fragment(anchor),
        label: site.catalogue.records[index].title.value)
    case .asset(let path, let width, let height):
      let published = site.assets.path(of: path) ?? path
      return link(root + PagePath.encoded(published), width: width, height: height)
    }
  }

  private var root: String {
    String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
  }

  private func fragment(_ anchor: String?) -> String {
    anchor.map { "#" + PagePath.encoded($0) } ?? ""
  }

  private func link(
    _ address: String, label: String? = nil, width: Int? = nil, height: Int? = nil
  ) -> ResolvedReference {
    ResolvedReference(
      href: Array(address.utf8), label: label.map { Array($0.utf8) },
      size: width.flatMap { width in height.map { .init(width: width, height: $0) } })
  }
}
