import ByteWriting
package import CatalogueModel
package import CatalogueViews
import Diagnostics
import JapaneseText

/// `data/<collection>.csv`: one row for each record, with the fields that have one value.
///
/// Fields with several values have tables of their own (`relations.csv`, `budgets.csv`) or are joined
/// nowhere: one cell holds one value.
package struct CollectionTables: Export {
  /// Makes the export.
  package init() {}

  package func outputs(of catalogue: Catalogue) -> [Output] {
    catalogue.schema.collections.filter { !$0.isHidden }.map { collection in
      Output(path: Self.path(ofTable: collection.key), kind: .export, origin: .definition) {
        write(collection, catalogue, to: &$0)
      }
    }
  }

  /// What stands before and behind the name of a table in its path.
  private static let (folder, ending) = ("data/", ".csv")

  /// The path of the table with a name.
  static func path(ofTable name: String) -> String { folder + name + ending }

  /// The name of the table at a path; nil where no table of a collection could stand.
  package static func name(ofTable path: String) -> String? {
    guard path.hasPrefix(folder), path.hasSuffix(ending) else { return nil }
    return String(path.dropFirst(folder.count).dropLast(ending.count))
  }

  private func write(
    _ collection: Collection, _ catalogue: Catalogue, to out: inout ByteWriter
  ) {
    let columns = collection.tableColumns
    var table = Table(header: columns.map(\.key))
    let places = columns.compactMap(\.field)
    for index in catalogue.members[collection.index] {
      table.append(row(index, places, collection, catalogue))
    }
    out.append(contentsOf: table.bytes)
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
        let target = catalogue.edges(of: relation, from: index).first?.to
        cells.append(target.map { .text(catalogue.records[$0].id.name) } ?? .empty)
      } else {
        let value = record.values(ofField: place).first
        cells.append(value.map { field.type.cell($0.value) } ?? .empty)
      }
    }
    return cells
  }
}
