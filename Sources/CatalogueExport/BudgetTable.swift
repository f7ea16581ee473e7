import ByteWriting
package import CatalogueModel
package import CatalogueViews
import Diagnostics
import JapaneseText

/// `data/budgets.csv`: every printed amount of the budgets in long form, one row each (機械判読性ルール L3-09).
///
/// An amount that the source does not give is an empty cell, never 0 (L1-09).
package struct BudgetTable: Export {
  /// Makes the export.
  package init() {}

  static let columns: [TableColumn] = [
    .init("collection", "集まり"), .init("id", "ファイル名"), .init("title", "名称"),
    .init("fiscal_year", "年度（西暦）", type: .integer), .init("fiscal_year_label", "年度（和暦）"),
    .init("stage", "段階"), .init("amount_yen", "金額（円）", type: .integer),
    .init("printed", "原文の表記"), .init("note", "注"),
  ]

  package func outputs(of catalogue: Catalogue) -> [Output] {
    [
      Output(
        path: CollectionTables.path(ofTable: "budgets"), kind: .export,
        label: "予算の1行ごとに1行。項目、年度、段階、金額（円の整数）、原文の表記、注"
      ) {
        write(catalogue, to: &$0)
      }
    ]
  }

  private func write(_ catalogue: Catalogue, to out: inout ByteWriter) {
    var table = Table(header: Self.columns.map(\.key))
    for index in catalogue.records.indices where !catalogue.collection(of: index).isHidden {
      guard let place = catalogue.collection(of: index).field(.amount) else { continue }
      let record = catalogue.records[index]
      for value in record.values(ofField: place) {
        guard case .budget(let entry) = value.value else { continue }
        table.append([
          .text(record.id.collection), .text(record.id.name), .text(record.title.value),
          .number(entry.year.startYear), .text(entry.year.japanese), cell(entry.stage),
          entry.amount.map { .number($0.yen.amount) } ?? .empty, cell(entry.amount?.printed),
          cell(entry.note),
        ])
      }
    }
    out.append(contentsOf: table.bytes)
  }

  private func cell(_ text: String?) -> TableCell { text.map { .text($0) } ?? .empty }
}
