import CatalogueModel
import CatalogueViews
package import Diagnostics
import JapaneseText
package import Mustache

/// The names of one row of the index by reading, by their initials.
package struct ReadingRowPage: PageKind {
  package static let template = "reading-row"
  package static let summary = LocalisedText(
    "五十音の索引の1つの行", en: "one row of the index by reading")
  package static let shape: [ViewShape.Field] = [
    .init("label", "行の名前(あ行、英数)", .text),
    .init("count", "行の件数", .text),
    .init(
      "rows", "すべての行",
      .list(
        of: .object([
          .init("label", "行の名前", .text), .init("path", "行のページ", .text),
          .init("count", "件数", .text), .init("is_current", "いまの行か", .flag),
        ]))),
    .init("doors", "この行の頭の文字", .list(of: ReadingIndexPage.doorShape)),
    ListPager.field,
    .init(
      "initials", "このページの、頭の文字ごとの項目",
      .list(
        of: .object([
          .init("initial", "頭の文字", .text), .init("anchor", "見出しのid", .text),
          .init("is_continued", "前のページからの続きか", .flag),
          .init("entries", "項目", .list(of: RecordEntry.shape)),
        ]))),
  ]

  package let path: String
  package let title: String
  package let summary: String
  package let trail = [Crumb("五十音で探す", path: ReadingIndexPage.pagePath)]
  /// A row without records has no page.
  package let isLasting = false
  /// The place of the row among those that have names.
  private let row: Int
  private let part: ListPart
  private let base: String

  private init(_ row: GojuonRow, at place: Int, _ part: ListPart) {
    self.row = place
    self.part = part
    base = Self.path(of: row)
    path = ListPart.path(base, part.number)
    title = "五十音で探す（\(row.label)）" + CollectionPage.ending(of: part)
    summary =
      row == .alphanumeric
      ? "読みが英字や数字で始まる項目と、読みのない項目です。" : "読みが\(row.label)で始まる項目です。"
  }

  package static func pages(of site: SiteContext) -> [Self] {
    site.readings.rows.enumerated().flatMap { place, row in
      ListPart.parts(of: row.names.count, length: ListPart.names).map {
        Self(row.row, at: place, $0)
      }
    }
  }

  /// The path of the first page of a row.
  static func path(of row: GojuonRow) -> String { "\(ReadingIndexPage.pagePath)\(row.slug)/" }

  /// The doors to the initials of a row, each to the page on which it begins.
  static func doors(of row: ReadingIndex.Row) -> [View] {
    row.initials.map { initial in
      let number = ListPart.number(of: initial.first, length: ListPart.names)
      let path = PagePath.encoded(ListPart.path(path(of: row.row), number))
      return .object([
        "initial": .text(label(of: initial.initial)),
        "path": .text("\(path)#\(PagePath.encoded(anchor(of: initial.initial)))"),
        "count": .count(initial.count),
      ])
    }
  }

  private static func label(of initial: String) -> String {
    initial.isEmpty ? "ほか" : initial == "0" ? "数字" : initial
  }

  private static func anchor(of initial: String) -> String { "initial-\(label(of: initial))" }

  package var isOneOfSeveral: Bool { part.count > 1 }

  package func view(in site: SiteContext) -> ViewObject {
    let rows = site.readings.rows
    let row = rows[row]
    return [
      "label": .text(row.row.label),
      "count": .count(row.names.count),
      "pager": ListPager(part: part, base: base).view,
      "rows": .list(
        rows.map { other in
          .object([
            "label": .text(other.row.label), "path": .text(Self.path(of: other.row)),
            "count": .count(other.names.count), "is_current": .flag(other.row == row.row),
          ])
        }),
      "doors": .list(Self.doors(of: row)),
      "initials": .list(initials(of: row, in: site)),
    ]
  }

  /// The names of the page under their initials.
  private func initials(of row: ReadingIndex.Row, in site: SiteContext) -> [View] {
    row.initials.compactMap { initial in
      let places = (initial.first..<initial.first + initial.count).clamped(to: part.range)
      if places.isEmpty { return nil }
      return .object([
        "initial": .text(Self.label(of: initial.initial)),
        "anchor": .text(Self.anchor(of: initial.initial)),
        "is_continued": .flag(places.lowerBound > initial.first),
        "entries": .list(row.names[places].map { .object(site.entries[$0.record]) }),
      ])
    }
  }
}
