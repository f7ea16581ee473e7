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
      let attributes = zip(relation.edgeFields, edge.attributes).compactMap { field, value in
        value.map { (field.label, field.type.cell($0)) }
      }
      for (label, value) in attributes.isEmpty ? [("", TableCell.empty)] : attributes {
        table.append(
          side(edge.from, catalogue) + [.text(relation.fieldKey), .text(relation.label)]
            + (edge.to.map { side($0, catalogue) } ?? [.empty, .empty, .empty])
            + [label.isEmpty ? .empty : .text(label), value])
      }
    }
    out.append(contentsOf: table.bytes)
  }

  private func side(_ index: RecordIndex, _ catalogue: Catalogue) -> [TableCell] {
    let record = catalogue.records[index]
    return [
      .text(record.id.collection), .text(record.id.name), .text(record.title.value),
    ]
  }
}
