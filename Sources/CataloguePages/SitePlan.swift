package import CatalogueModel
package import Diagnostics
import MarkdownTree

/// Every page of the site, in a stable order.
package struct SitePlan: Sendable {
  package let pages: [any PageKind]

  /// Plans the pages of a catalogue.
  package init(_ site: SiteContext) {
    let catalogue = site.catalogue
    let definition = catalogue.schema.site
    var pages: [any PageKind] = [
      HomePage(title: definition.title, summary: definition.description),
      SearchPage(), ReadingIndexPage(), FiscalYearsPage(), DataPage(), NotFoundPage(),
    ]
    for (place, year) in site.fiscalYears.years.enumerated() {
      pages.append(FiscalYearPage(year, place: place))
    }
    for collection in catalogue.schema.collections {
      if !collection.isHidden {
        pages.append(CollectionPage(collection))
        let index = site.facets(of: collection.index)
        for (facet, values) in index.facets.enumerated() {
          for value in values.values.indices {
            pages.append(FacetPage(collection: collection, facet: facet, value: value, in: index))
          }
        }
      }
      for index in catalogue.members[collection.index] {
        pages.append(RecordPage(index, in: catalogue))
      }
    }
    self.pages = pages
  }

  /// The links of texts that lead to pages which are not planned.
  package func brokenLinks(in catalogue: Catalogue) -> [Diagnostic] {
    let paths = Set(pages.map(\.path))
    var diagnostics: [Diagnostic] = []
    for (index, links) in catalogue.links.enumerated() {
      for (place, link) in links.enumerated() {
        guard case .page(let path, let anchor) = link else { continue }
        let reference = catalogue.records[index].body.references[place]
        let range = SourceRange(
          path: catalogue.records[index].path, bytes: reference.destinationRange)
        if !paths.contains(path) {
          diagnostics.append(
            Diagnostic(
              .unknownLink, at: range,
              LocalisedText(
                "リンクの先「/\(path)」というページはありません。", en: "there is no page '/\(path)'"),
              suggestions: Nearest.words(to: path, among: paths.sorted()).map { "/" + $0 }))
        } else if let anchor {
          diagnostics.append(
            Diagnostic(
              .unknownAnchor, at: range,
              LocalisedText(
                "「/\(path)」の見出し「\(anchor)」へのリンクは確かめられません。ページまでのリンクにします。",
                en: "headings of the generated page '/\(path)' cannot be linked to")))
        }
      }
    }
    return diagnostics
  }
}
