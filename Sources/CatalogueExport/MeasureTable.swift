import ByteWriting
package import CatalogueModel
package import CatalogueViews
import Diagnostics
import JapaneseText

/// `data/measures.csv`: every measured value in long form, one row each.
package struct MeasureTable: Export {
  /// Makes the export.
  package init() {}

  static let columns: [TableColumn] = [
    .init("collection", "集まり"), .init("id", "ファイル名"), .init("title", "名称"),
    .init("name", "測ったもの"), .init("time", "年度か年月"),
    .init("fiscal_year", "年度（西暦）", type: .integer), .init("value", "値", type: .number),
    .init("unit", "単位"), .init("printed", "原文の表記"), .init("note", "注"), .init("at", "出典の箇所"),
  ]

  package func outputs(of catalogue: Catalogue) -> [Output] {
    [
      Output(
        path: CollectionTables.path(ofTable: "measures"), kind: .export,
        label: "測った値の1つごとに1行。項目、測ったもの、年、値、単位、注"
      ) {
        write(catalogue, to: &$0)
      }
    ]
  }

  private func write(_ catalogue: Catalogue, to out: inout ByteWriter) {
    var table = Table(header: Self.columns.map(\.key))
    let time = MomentType()
    for index in catalogue.records.indices where !catalogue.collection(of: index).isHidden {
      guard let place = catalogue.collection(of: index).field(.measures) else { continue }
      let record = catalogue.records[index]
      for value in record.values(ofField: place) {
        guard case .measure(let measure) = value.value else { continue }
        var year = TableCell.empty
        if case .fiscalYear(let fiscalYear) = measure.time.value {
          year = .number(fiscalYear.startYear)
        }
        table.append([
          .text(record.id.collection), .text(record.id.name), .text(record.title.value),
          .text(measure.name.value), time.cell(measure.time.value), year,
          .decimal(measure.value.plain), .text(measure.unit.value), .text(measure.printed),
          cell(measure.note), cell(measure.place),
        ])
      }
    }
    out.append(contentsOf: table.bytes)
  }

  private func cell(_ text: String?) -> TableCell { text.map { .text($0) } ?? .empty }
}
