package import CatalogueModel
import CatalogueViews
package import Diagnostics
import JapaneseText
package import Mustache

/// The doors to the index by reading, あ to わ: each row with its initials.
package struct ReadingIndexPage: PageKind {
  package static let template = "reading-index"
  package static let summary = LocalisedText("五十音の索引の入口", en: "the doors to the index by reading")
  package static let shape: [ViewShape.Field] = [
    .init(
      "rows", "行",
      .list(
        of: .object([
          .init("label", "行の名前(あ行、英数)", .text), .init("anchor", "見出しのid", .text),
          .init("path", "行のページ", .text), .init("row_count", "件数", .text),
          .init("initials", "頭の文字", .list(of: ReadingIndexPage.doorShape)),
        ])))
  ]
  static let pagePath = "index/"

  /// What a door to an initial offers.
  static let doorShape = ViewShape.object([
    .init("initial", "頭の文字", .text), .init("path", "その文字が始まるところ", .text),
    .init("count", "件数", .text),
  ])

  package let path = pagePath
  package let title = "五十音で探す"
  package let summary = "すべての項目を読みの順に並べた索引です。"
  package let trail: [Crumb] = []

  /// Makes the page.
  package init() {}

  package static func pages(of site: SiteContext) -> [Self] { [Self()] }

  package static func navigation(of catalogue: Catalogue) -> [Crumb] {
    [Crumb("五十音", path: pagePath)]
  }

  package func view(in site: SiteContext) -> ViewObject {
    [
      "rows": .list(
        site.readings.rows.map { row in
          .object([
            "label": .text(row.row.label), "anchor": .text("row-\(row.row.slug)"),
            "path": .text(ReadingRowPage.path(of: row.row)),
            "row_count": .count(row.names.count),
            "initials": .list(ReadingRowPage.doors(of: row)),
          ])
        })
    ]
  }
}
