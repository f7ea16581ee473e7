package import CatalogueModel
package import Diagnostics
package import Mustache

/// The list of the records that are not published, which only a catalogue that has drafts in it has: that of
/// the preview.
package struct DraftsPage: PageKind {
  package static let template = "drafts"
  /// It is not published.
  package let isLasting = false
  package static let summary = LocalisedText(
    "下書きの一覧(serve だけ)", en: "the list of drafts, in the preview only")
  package static let shape: [ViewShape.Field] = [
    .init("count", "下書きの数", .text), .init("entries", "下書き", .list(of: RecordEntry.shape)),
  ]
  /// Its path; no collection has its folder in any site, since each may have a draft.
  package static let pagePath = "drafts/"

  package let path = pagePath
  package let title = "下書き"
  package let summary = "下書きの一覧です。下書きもこの一覧も、公開されません。"
  package let trail: [Crumb] = []

  /// Makes the page.
  package init() {}

  package static func pages(of site: SiteContext) -> [Self] {
    drafts(in: site.catalogue).isEmpty ? [] : [Self()]
  }

  package static func guides(of catalogue: Catalogue) -> [Crumb] {
    drafts(in: catalogue).isEmpty ? [] : [Crumb("下書き", path: pagePath)]
  }

  private static func drafts(in catalogue: Catalogue) -> [RecordIndex] {
    catalogue.records.indices.filter { catalogue.records[$0].isDraft }
  }

  package func view(in site: SiteContext) -> ViewObject {
    let drafts = Self.drafts(in: site.catalogue)
    return [
      "count": .count(drafts.count),
      "entries": .list(drafts.map { .object(site.entries[$0]) }),
    ]
  }
}
