package import CatalogueModel
import CatalogueViews
package import Diagnostics
package import Mustache

/// Two to four records side by side, which a script draws from the lists of their collections.
///
/// Without JavaScript it says how to compare with the tables.
package struct ComparePage: PageKind {
  package static let template = "compare"
  package static let summary = LocalisedText("項目を並べて比べるページ", en: "records side by side")
  package static let shape: [ViewShape.Field] = [
    .init(
      "lists", "集まりの一覧",
      .list(
        of: .object([
          .init("key", "集まりのキー", .text), .init("label", "名前", .text),
          .init("path", "パス", .text), .init("list_path", "スクリプトが読む一覧のファイル", .text),
          .init("count", "件数", .text), .init("counter", "数え方", .text),
        ])))
  ]
  static let pagePath = "compare/"

  package let path = pagePath
  package let title = "項目を比べる"
  package let summary = "2件から4件の項目を横に並べて、同じところと違うところを示します。"
  package let trail: [Crumb] = []

  /// Makes the page.
  package init() {}

  package static func pages(of site: SiteContext) -> [Self] { [Self()] }

  package static func guides(of catalogue: Catalogue) -> [Crumb] {
    [Crumb("項目を比べる", path: pagePath)]
  }

  package func view(in site: SiteContext) -> ViewObject {
    let shown = site.catalogue.schema.collections.filter { !$0.isHidden }
    return [
      "lists": .list(
        shown.map {
          .object([
            "key": .text($0.key), "label": .text($0.label),
            "path": .text(CollectionPage.path(of: $0)), "list_path": .text(ListPath.file(of: $0)),
            "count": .count(site.catalogue.members[$0.index].count), "counter": .text($0.counter),
          ])
        })
    ]
  }
}
