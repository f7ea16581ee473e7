import CatalogueModel
package import CatalogueViews
package import Diagnostics
import MarkdownTree
import Mustache

/// Every page of the site, in a stable order.
package struct SitePlan: Sendable {
  package let pages: [any PageKind]

  /// Plans the pages of a site, kind by kind.
  package init(_ site: SiteContext) {
    pages = site.kinds.flatMap { Self.pages($0, of: site) }
  }

  /// The templates of pages over several of which a list goes, each with the name of the value that is the list.
  package var listsInParts: [(template: String, pager: String, list: String)] {
    var seen: Set<String> = []
    return pages.compactMap { page in
      let kind = type(of: page)
      guard page.isOneOfSeveral, seen.insert(kind.template).inserted,
        let place = kind.shape.firstIndex(where: { $0.name == ListPager.name }),
        place + 1 < kind.shape.count
      else { return nil }
      return (kind.template, ListPager.name, kind.shape[place + 1].name)
    }
  }

  private static func pages<Kind: PageKind>(
    _ kind: Kind.Type, of site: SiteContext
  ) -> [any PageKind] {
    kind.pages(of: site)
  }

  /// The links of texts that lead to pages which are not planned, or to sections that a page does not
  /// have.
  ///
  /// `map` has the pages and what is published beside them.
  package func brokenLinks(in site: SiteContext, _ map: SiteMap) -> [Diagnostic] {
    let catalogue = site.catalogue
    let records = catalogue.records
    var suggestions = PathSuggestions(
      { Set(map.addresses) }, records: { records.map(\.id) })
    var sections = PageSections(site)
    var diagnostics: [Diagnostic] = []
    for (index, links) in catalogue.links.indexed {
      // Only a fault needs its place: a look into every text would take long.
      func range(_ place: Int) -> SourceRange {
        let record = catalogue.records[index]
        return SourceRange(
          path: record.path, bytes: record.body.references[place].destinationRange)
      }
      for place in links.indices {
        switch links[place] {
        case .page(let path, _, _) where !map.hasAddress(path):
          diagnostics.append(unknownPage(path, at: range(place), &suggestions))
        case .page(let path, _, let anchor?):
          diagnostics.append(uncertain(anchor, of: path, at: range(place)))
        case .anchor(let anchor):
          diagnostics += missingSection(anchor, of: index, at: range(place), &sections)
        case .record(let other, let anchor?):
          diagnostics += missingSection(anchor, of: other, at: range(place), &sections)
        case .ownAddress(_, let path) where !map.hasAddress(path):
          let reference = catalogue.records[index].body.references[place]
          diagnostics.append(
            unknownPage(
              path, at: range(place), &suggestions, base: catalogue.schema.site.baseURL,
              isBare: reference.range == reference.destinationRange))
        default: break
        }
      }
    }
    return diagnostics
  }

  private func unknownPage(
    _ path: String, at range: SourceRange, _ suggestions: inout PathSuggestions,
    base: String? = nil, isBare: Bool = false
  ) -> Diagnostic {
    Diagnostic(
      .unknownLink, at: range,
      LocalisedText(
        "リンクの先「/\(path)」というページはありません。", en: "there is no page '/\(path)'"),
      fixes: suggestions.paths(nearestTo: path).map { path in
        guard let base else {
          return Fix(path, edits: [TextEdit(range, with: LinkText.destination(ofPath: path))])
        }
        let address = base + LinkText.destination(ofPath: String(path.dropFirst()))
        // A bare address ends before the first letter outside ASCII.
        let isWhole = !isBare || address.utf8.allSatisfy { $0 > 32 && $0 < 0x7F }
        return Fix(address, edits: [TextEdit(range, with: isWhole ? address : "<\(address)>")])
      })
  }

  private func uncertain(_ anchor: String, of path: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .unknownAnchor, at: range,
      LocalisedText(
        "「/\(path)」の見出し「\(anchor)」へのリンクは確かめられません。ページまでのリンクにします。",
        en: "headings of the generated page '/\(path)' cannot be linked to"))
  }

  /// A fault where `anchor` is that of a section which the page of a record does not have.
  private func missingSection(
    _ anchor: String, of index: RecordIndex, at range: @autoclosure () -> SourceRange,
    _ sections: inout PageSections
  ) -> [Diagnostic] {
    guard PageSection.identifiers.contains(anchor) else { return [] }
    let page = sections.ofPage(of: index)
    if page.identifiers.contains(anchor) { return [] }
    return [
      Diagnostic(
        .unknownAnchor, at: range(),
        LocalisedText(
          "「\(page.title)」のページに「\(anchor)」という節はありません。",
          en: "the page of '\(page.title)' has no section '\(anchor)'"))
    ]
  }
}

/// The sections of the pages that links lead into, each page made once.
private struct PageSections {
  private let site: SiteContext
  private var known: [RecordIndex: (title: String, identifiers: Set<String>)] = [:]

  init(_ site: SiteContext) {
    self.site = site
  }

  /// The title of a record's page and the identifiers of its sections.
  mutating func ofPage(of index: RecordIndex) -> (title: String, identifiers: Set<String>) {
    if let sections = known[index] { return sections }
    let page = RecordPage(index, in: site.catalogue)
    let identifiers = page.anchors(in: site)
    known[index] = (page.title, identifiers)
    return (page.title, identifiers)
  }
}
