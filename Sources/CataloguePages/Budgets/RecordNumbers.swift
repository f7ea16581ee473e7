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

  /// Fewer years and fewer records with amounts say nothing that the lists do not.
  private static let enoughYears = 2
  private static let enoughRecords = 5
  /// How many lines of the newest year are shown.
  private static let largestLimit = 10
  private static let tableIdentifier = "numbers-table"

  /// The numbers of a record; nil where they are few.
  init?(of record: RecordIndex, in site: SiteContext) {
    guard site.fiscalYears.hasLines(of: record) else { return nil }
    self.site = site
    self.record = record
    years = site.fiscalYears.years.reversed().map { ($0.year, $0.lines(of: record)) }
      .filter { !$0.1.isEmpty }
    let counted = years.map { $0.lines.filter(\.entry.isSummable) }.filter { !$0.isEmpty }
    let records = Set(counted.flatMap { $0.map(\.record) })
    if counted.count < Self.enoughYears && records.count < Self.enoughRecords { return nil }
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
    .init("largest_year", "金額のある最も新しい年度", .text),
    .init("largest_path", "その年度のすべての行", .text),
    .init("largest_count", "その年度の行の数", .text),
    .init("largest", "その年度の、金額の大きい行", .list(of: BudgetLine.shape)),
  ]

  /// The view; without a chart where the record draws one of its own budget.
  func view(hasOwnChart: Bool) -> View {
    let lines = years.flatMap(\.lines)
    let stages = site.fiscalYears.stages
    let chart =
      hasOwnChart
      ? nil : BudgetChart(lines.map(\.entry), usual: stages.all.map(\.label), joined: true)
    let newest = years.last { $0.lines.contains(where: \.entry.isSummable) } ?? years.last
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
      "largest_year": .text(newest?.year.both ?? ""),
      "largest_path": .text(newest.map { address(of: $0.year) } ?? ""),
      "largest_count": .count(newest?.lines.count ?? 0),
      "largest": .list(
        (newest?.lines ?? []).filter { $0.entry.amount != nil }.prefix(Self.largestLimit).map {
          BudgetLine.view(of: $0, in: site)
        }),
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
