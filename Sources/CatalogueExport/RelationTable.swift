import ByteWriting
package import CatalogueModel
package import CatalogueViews
import Diagnostics

/// `data/relations.csv`: every edge, one row each, with one row more for each further attribute.
package struct RelationTable: Export {
  /// Makes the export.
  package init() {}

  static let columns: [TableColumn] = [
    .init("from_collection", "つながりを書いた項目の集まり"), .init("from_id", "つながりを書いた項目のファイル名"),
    .init("from_title", "つながりを書いた項目の名称"), .init("relation", "欄の名前"),
    .init("relation_label", "欄の見出し"), .init("to_collection", "相手の集まり"),
    .init("to_id", "相手のファイル名"), .init("to_title", "相手の名称"), .init("attribute", "つながりの欄"),
    .init("value", "その値"),
  ]

  package func outputs(of catalogue: Catalogue) -> [Output] {
    [
      Output(
        path: CollectionTables.path(ofTable: "relations"), kind: .export,
        label: "つながり1つごとに1行。双方の項目、関係、役割や箇所などの値"
      ) {
        write(catalogue, to: &$0)
      }
    ]
  }

  private func write(_ catalogue: Catalogue, to out: inout ByteWriter) {
    var table = Table(header: Self.columns.map(\.key))
    for edge in catalogue.edges where !catalogue.collection(of: edge.from).isHidden {
      let relation = catalogue.schema.relations[edge.relation]
      var hasRow = false
      for (field, value) in zip(relation.edgeFields, edge.attributes) {
        guard let value else { continue }
        hasRow = true
        append(edge, relation, catalogue, to: &table)
        table.append(field.label.isEmpty ? .empty : .text(field.label))
        table.append(field.type.cell(value))
        table.endRow()
      }
      if hasRow { continue }
      append(edge, relation, catalogue, to: &table)
      table.append(.empty)
      table.append(.empty)
      table.endRow()
    }
    out.append(contentsOf: table.bytes)
  }

  /// Writes the cells with which every row of an edge begins.
  private func append(
    _ edge: Edge, _ relation: Relation, _ catalogue: Catalogue, to table: inout Table
  ) {
    append(edge.from, catalogue, to: &table)
    table.append(.text(relation.fieldKey))
    table.append(.text(relation.label))
    append(edge.to, catalogue, to: &table)
  }

  private func append(_ index: RecordIndex?, _ catalogue: Catalogue, to table: inout Table) {
    let record = index.map { catalogue.records[$0] }
    table.append(record.map { .text($0.id.collection) } ?? .empty)
    table.append(record.map { .text($0.id.name) } ?? .empty)
    table.append(record.map { .text($0.title.value) } ?? .empty)
  }
}
