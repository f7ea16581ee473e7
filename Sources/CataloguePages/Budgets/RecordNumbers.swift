import CatalogueModel
import CatalogueViews
import Diagnostics
import JapaneseText
import Mustache

/// What a record has to answer for, in numbers: how many records name it as responsible, and with which budgets.
struct RecordNumbers {
  private let site: SiteContext
  private let record: RecordIndex
  /// The years for which it has lines, the oldest first.
  private let years: [(year: FiscalYear, lines: [FiscalYearIndex.Line])]

  /// How many lines of a year are shown.
  private static let largestLimit = 10
  /// Fewer lines say nothing that the table of the years does not lead to.
  private static let fewLines = 2
  private static let tableIdentifier = "numbers-table"

  /// The numbers of a record; nil where it is responsible for no line.
  init?(of record: RecordIndex, in site: SiteContext) {
    guard site.fiscalYears.hasLines(of: record) else { return nil }
    self.site = site
    self.record = record
    years = site.fiscalYears.years.reversed().map { ($0.year, $0.lines(of: record)) }
      .filter { !$0.1.isEmpty }
  }

  /// The place of the year whose largest lines are shown.
  ///
  /// It is the newest that has enough of them in sums, otherwise that with the most: a year of which little is
  /// known yet says nothing of what is large.
  private var largestYear: Int {
    let counts = years.map { $0.lines.count(where: \.entry.isSummable) }
    let enough = counts.lastIndex { $0 >= Self.largestLimit }
    return enough ?? counts.lastIndex(of: counts.max() ?? 0) ?? 0
  }

  /// What the numbers offer.
  static let fields: [ViewShape.Field] = [
    .init("kinds", "集まりごとの、種類と年度ごとの件数", .list(of: .object(OwnedCounts.fields))),
    .init("table_id", "年度ごとの予算の表のid", .text),
    .init("matrix", "年度と段階ごとの予算の表", .object(BudgetMatrix.fields)),
    .init("chart", "図。なければ空", .html),
    .init("has_chart", "図があるか", .flag),
    .init("has_stages", "図の段階が2つ以上か", .flag),
    .init("legend", "図の凡例", .list(of: RecordBudget.legendShape)),
    .init("has_largest", "大きい行を示すほどの行があるか", .flag),
    .init("largest_year", "合計に入る行が10件以上ある最も新しい年度。なければ最も多い年度", .text),
    .init("largest_path", "その年度のすべての行", .text),
    .init("largest_count", "その年度の行の数", .text),
    .init("largest", "その年度の、金額の大きい行", .list(of: BudgetLine.shape)),
    .init(
      "newer", "それより新しい、行の少ない年度",
      .list(
        of: .object([
          .init("year", "年度", .text), .init("path", "その年度のすべての行", .text),
          .init("line_count", "行の数", .text),
        ]))),
    .init("has_newer", "そうした年度があるか", .flag),
  ]

  /// The view; without a chart where the record draws one of its own budget.
  func view(hasOwnChart: Bool) -> View {
    let lines = years.flatMap(\.lines)
    let stages = site.fiscalYears.stages
    let chart =
      hasOwnChart
      ? nil : BudgetChart(lines.map(\.entry), usual: stages.all.map(\.label), joined: true)
    let place = largestYear
    let (year, yearLines) = years[place]
    let newer = years.dropFirst(place + 1).reversed()
    let title = site.catalogue.records[record].title.value
    return .object([
      "kinds": .list(OwnedCounts.views(of: record, in: site)),
      "table_id": .text(Self.tableIdentifier),
      "matrix": BudgetMatrix(years.map(row), stages).view,
      "has_chart": .flag(chart != nil),
      "chart": .html(
        chart?.svg(title: "\(title)の予算の推移", describedBy: Self.tableIdentifier) ?? []),
      "has_stages": .flag((chart?.stages.count ?? 0) > 1),
      "legend": .list(RecordBudget.legend(of: chart)),
      "has_largest": .flag(yearLines.count { $0.entry.amount != nil } >= Self.fewLines),
      "largest_year": .text(year.both),
      "largest_path": .text(address(of: year)),
      "largest_count": .count(yearLines.count),
      "largest": .list(
        yearLines.filter { $0.entry.amount != nil }.prefix(Self.largestLimit).map {
          BudgetLine.view(of: $0, in: site)
        }),
      "newer": .list(
        newer.map { year, lines in
          .object([
            "year": .text(year.both), "path": .text(address(of: year)),
            "line_count": .count(lines.count),
          ])
        }),
      "has_newer": .flag(!newer.isEmpty),
    ])
  }

  private func address(of year: FiscalYear) -> String {
    PagePath.encoded(site.fiscalYears.path(of: year, owner: record))
  }

  private func row(_ year: FiscalYear, _ lines: [FiscalYearIndex.Line]) -> BudgetMatrix.Row {
    BudgetMatrix.Row(
      label: year.both, path: site.fiscalYears.path(of: year, owner: record), lines: lines)
  }
}
