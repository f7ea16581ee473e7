package import CatalogueModel
import Diagnostics
import JapaneseText

/// `data/<collection>.csv`: one row for each record, with the fields that have one value.
///
/// Fields with several values have tables of their own (`relations.csv`, `budgets.csv`) or are joined
/// nowhere: one cell holds one value.
package struct CollectionTables: Export {
  /// Makes the export.
  package init() {}

  package func files(of catalogue: Catalogue) -> [ExportedFile] {
    catalogue.schema.collections.filter { !$0.isHidden }.map { collection in
      let columns = collection.tableColumns
      var table = Table(header: columns.map(\.key))
      let places = columns.compactMap(\.field)
      for index in catalogue.members[collection.index] {
        table.append(row(index, places, collection, catalogue))
      }
      return ExportedFile(path: "data/\(collection.key).csv", bytes: table.bytes)
    }
  }

  private func row(
    _ index: RecordIndex, _ columns: [FieldIndex], _ collection: Collection, _ catalogue: Catalogue
  ) -> [TableCell] {
    let record = catalogue.records[index]
    var cells: [TableCell] = [
      .text(record.id.name), .text("/" + catalogue.path(of: index)), .text(record.title.value),
      record.reading.map { .text($0.text) } ?? .empty, .text(record.summary),
    ]
    for place in columns {
      let field = collection.fields[place]
      if let relation = field.relation {
        let edge = catalogue.outgoing[index].first { catalogue.edges[$0].relation == relation }
        let target = edge.flatMap { catalogue.edges[$0].to }
        cells.append(target.map { .text(catalogue.records[$0].id.name) } ?? .empty)
      } else {
        let value = record.values(ofField: place).first
        cells.append(value.map { field.type.cell($0.value) } ?? .empty)
      }
    }
    return cells
  }
}
