import CatalogueModel
import CatalogueViews
import Diagnostics
import JapaneseText
import Mustache

/// The budget of a record as a table and, where amounts can be compared, as a chart.
struct RecordBudget {
  private let entries: [BudgetEntry]
  private let title: String
  /// The stages in the order that the definition lists.
  private let usual: [String]

  /// The id of the table, by which the chart names it.
  static let tableIdentifier = "budget-table"

  /// What the budget offers.
  static let fields: [ViewShape.Field] = [
    .init("table_id", "表のid", .text),
    .init("has_notes", "注のある行があるか", .flag),
    .init("has_stages", "段階の記載がある行があるか", .flag),
    .init(
      "lines", "行",
      .list(
        of: .object([
          .init("year", "年度", .text), .init("year_path", "年度のページ", .text),
          .init("stage", "段階。なければ空", .text), .init("amount", "金額。なければ空", .text),
          .init("printed", "原文の表記", .text), .init("note", "注。なければ空", .text),
        ]))),
    .init("chart", "図。なければ空", .html),
    .init("has_chart", "図があるか", .flag),
    .init("legend", "図の凡例", .list(of: legendShape)),
  ]

  /// What a stage of a chart offers.
  static let legendShape = ViewShape.object([
    .init("stage", "段階", .text), .init("number", "色の番号", .number),
  ])

  /// The stages of a chart with the numbers of their colours.
  static func legend(of chart: BudgetChart?) -> [View] {
    (chart?.stages ?? []).enumerated().map { number, stage in
      .object(["stage": .text(stage), "number": .number(number % 6 + 1)])
    }
  }

  /// Gathers the budget lines of a record, the oldest year first.
  init(_ record: Record, _ collection: Collection) {
    title = record.title.value
    var entries: [BudgetEntry] = []
    let amount = collection.field(.amount)
    usual = amount.flatMap { collection.fields[$0].type.sharedWords.first?.usual } ?? []
    if let place = amount {
      for value in record.values(ofField: place) {
        if case .budget(let entry) = value.value { entries.append(entry) }
      }
    }
    self.entries = entries.enumerated().sorted { left, right in
      left.element.year != right.element.year
        ? left.element.year < right.element.year : left.offset < right.offset
    }.map(\.element)
  }

  /// Whether the record has no budget.
  var isEmpty: Bool { entries.isEmpty }

  /// The view; nothing without a budget.
  var view: View {
    if isEmpty { return .none }
    let chart = BudgetChart(entries, usual: usual)
    return .object([
      "table_id": .text(Self.tableIdentifier),
      "has_notes": .flag(entries.contains { $0.note != nil }),
      "has_stages": .flag(entries.contains { $0.stage != nil }),
      "lines": .list(entries.map(line)),
      "has_chart": .flag(chart != nil),
      "chart": .html(
        chart?.svg(title: "\(title)の予算の推移", describedBy: Self.tableIdentifier) ?? []),
      "legend": .list(Self.legend(of: chart)),
    ])
  }

  private func line(_ entry: BudgetEntry) -> View {
    .object([
      "year": .text(entry.year.both),
      "year_path": .text(FiscalYearIndex.path(of: entry.year)),
      "stage": .text(entry.stage ?? ""),
      "amount": .text(entry.amount?.yen.display(.kanji) ?? ""),
      "printed": .text(entry.amount?.printed ?? ""),
      "note": .text(entry.note ?? ""),
    ])
  }
}
