import ByteWriting
import CatalogueModel
import CatalogueViews
import Diagnostics
import MarkdownTree

/// The text of a record as HTML, its links made relative to the page it stands on.
struct RecordBody {
  let site: SiteContext
  /// The way from the page to the base of the site, before every address.
  private let root: [UInt8]

  /// Draws texts on the page at `path`.
  init(site: SiteContext, path: String) {
    self.site = site
    let depth = path.utf8.count { $0 == UInt8(ascii: "/") }
    root = Array(String(repeating: "../", count: depth).utf8)
  }

  /// The HTML of the record's text.
  func html(of index: RecordIndex) -> [UInt8] {
    let record = site.catalogue.records[index]
    if record.body.blocks.isEmpty { return [] }
    var out = ByteWriter(capacity: record.body.text.count * 2)
    // On a guide's page the text's headings follow the title; elsewhere the section has its own.
    let shift = site.catalogue.collection(of: index).isHidden ? 1 : 2
    let links = site.catalogue.links[index]
    MarkdownRenderer.render(record.body, into: &out, headingShift: shift) { place in
      resolved(links[place])
    }
    return out.bytes
  }

  private func resolved(_ target: LinkTarget) -> ResolvedReference {
    switch target {
    case .none: return .unresolved
    case .external(let address), .ownAddress(let address, _):
      return ResolvedReference(href: Array(address.utf8))
    case .anchor(let anchor):
      return ResolvedReference(href: Array(fragment(anchor).utf8))
    case .page(let page, let query, let anchor):
      let search = query.map { "?" + PagePath.encodedQuery($0) } ?? ""
      return ResolvedReference(href: address(PagePath.encoded(page), search + fragment(anchor)))
    case .record(let index, let anchor):
      return ResolvedReference(
        href: address(site.catalogue.path(of: index), fragment(anchor)))
    case .asset(let path, let width, let height):
      let published = site.assets.path(of: path) ?? path
      return ResolvedReference(
        href: address(PagePath.encoded(published)),
        size: width.flatMap { width in height.map { .init(width: width, height: $0) } })
    }
  }

  private func fragment(_ anchor: String?) -> String {
    anchor.map { "#" + PagePath.encoded($0) } ?? ""
  }

  /// An address of the site as the page has it.
  private func address(_ path: String, _ rest: String = "") -> [UInt8] {
    var address = root
    address.reserveCapacity(root.count + path.utf8.count + rest.utf8.count)
    address.append(contentsOf: path.utf8)
    address.append(contentsOf: rest.utf8)
    return address
  }
}
