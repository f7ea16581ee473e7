import ByteWriting
package import CatalogueModel
package import CatalogueViews
import Diagnostics

/// `data/relations.csv`: every edge, one row each, with one row more for each further attribute.
package struct RelationTable: Export {
  /// Makes the export.
  package init() {}

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
    var table = Table(
      header: [
        "from_collection", "from_id", "from_title", "relation", "relation_label", "to_collection",
        "to_id", "to_title", "attribute", "value",
      ])
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
