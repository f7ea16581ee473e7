import CatalogueModel
package import Diagnostics
import JapaneseText
package import Mustache

/// The index by reading, あ to わ: every record.
package struct ReadingIndexPage: PageKind {
  package static let template = "reading-index"
  package static let summary = LocalisedText("五十音の索引", en: "the index by reading")
  package static let shape: [ViewShape.Field] = [
    .init(
      "rows", "行",
      .list(
        of: .object([
          .init("heading", "行の見出し", .text), .init("anchor", "見出しのid", .text),
          .init("row_count", "件数", .number),
          .init("entries", "項目", .list(of: RecordEntry.shape)),
        ])))
  ]
  static let pagePath = "index/"

  package let path = pagePath
  package let title = "五十音で探す"
  package let summary = "すべての項目を読みの順に並べた索引です。"
  package let trail: [Crumb] = []

  /// Makes the page.
  package init() {}

  package func view(in site: SiteContext) -> ViewObject {
    let catalogue = site.catalogue
    var rows: [GojuonRow: [Int]] = [:]
    for index in catalogue.records.indices where !catalogue.collection(of: index).isHidden {
      guard let reading = catalogue.records[index].reading else { continue }
      rows[reading.gojuonRow, default: []].append(index)
    }
    let views = rows.keys.sorted().map { row -> View in
      let indices = (rows[row] ?? []).map {
        ($0, catalogue.records[$0].reading?.collationKey ?? [])
      }
      .sorted { left, right in
        left.1 != right.1 ? left.1.lexicographicallyPrecedes(right.1) : left.0 < right.0
      }
      return .object([
        "heading": .text(row.heading), "anchor": .text("row-\(row.rawValue)"),
        "row_count": .number(indices.count),
        "entries": .list(indices.map { .object(site.entries[$0.0]) }),
      ])
    }
    return ["rows": .list(views)]
  }
}
