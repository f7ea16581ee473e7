import CatalogueModel
package import Diagnostics
package import Mustache

/// The search; without JavaScript it leads to the lists and the index.
package struct SearchPage: PageKind {
  package static let template = "search"
  package static let summary = LocalisedText("検索", en: "the search")
  package static let shape: [ViewShape.Field] = [
    .init(
      "doors", "集まりの一覧",
      .list(
        of: .object([
          .init("label", "名前", .text), .init("path", "パス", .text), .init("count", "件数", .text),
        ]))),
    .init("timeline_path", "年表のパス。なければ空", .text),
  ]
  static let pagePath = "search/"

  package let path = pagePath
  package let title = "検索"
  package let summary = "名称、別名、読み、本文から項目を探します。"
  package let trail: [Crumb] = []

  /// Makes the page.
  package init() {}

  package static func pages(of site: SiteContext) -> [Self] { [Self()] }

  package func view(in site: SiteContext) -> ViewObject {
    let shown = site.catalogue.schema.collections.filter { !$0.isHidden }
    return [
      "doors": .list(
        shown.map {
          .object([
            "label": .text($0.label), "path": .text($0.key + "/"),
            "count": .count(site.catalogue.members[$0.index].count),
          ])
        }),
      "timeline_path": .text(site.timeline.years.isEmpty ? "" : TimelinePage.pagePath),
    ]
  }
}
