import CatalogueModel
import CatalogueViews
import Diagnostics
import JapaneseText
import Mustache

/// The lines of one stage with their sum, or the part of them that stands on a page.
struct BudgetSection {
  let stage: BudgetStages.Stage
  /// All lines of the stage that the page is about.
  let lines: [FiscalYearIndex.Line]
  /// The places of those that stand on the page.
  let shown: Range<Int>
  /// Where all of them stand; empty where they do here.
  let path: String

  /// What a section offers.
  static let shape = ViewShape.object([
    .init("stage", "段階", .text), .init("anchor", "見出しのid", .text),
    .init("line_count", "段階の件数", .text),
    .init("total", "合計に入る金額の合計。なければ空", .text),
    .init("left_out", "合計に入らない行の数。なければ空", .text),
    .init("is_continued", "前のページからの続きか", .flag),
    .init("shown_count", "ここに示す件数", .text),
    .init("all_path", "段階のすべての行のページ。ここに全部あれば空", .text),
    .init("lines", "予算の行", .list(of: BudgetLine.shape)),
  ])

  /// The view of the section.
  func view(in site: SiteContext) -> View {
    let total = BudgetTotal(lines.lazy.map(\.entry))
    return .object([
      "stage": .text(stage.label), "anchor": .text(stage.anchor),
      "line_count": .count(lines.count),
      "total": .text(total.sum?.display(.kanji) ?? ""),
      "left_out": total.leftOut == 0 ? .none : .count(total.leftOut),
      "is_continued": .flag(shown.lowerBound > 0),
      "shown_count": .count(shown.count),
      "all_path": .text(PagePath.encoded(path)),
      "lines": .list(lines[shown].map { BudgetLine.view(of: $0, in: site) }),
    ])
  }
}
