import CatalogueModel
import Diagnostics

/// A column of a table: its name in the header, and what people call it.
struct TableColumn: Sendable, Equatable {
  let key: String
  let label: String
  /// What its cells are.
  let type: Kind

  /// What the cells of a column are, in the words of the Data Package.
  enum Kind: String, Sendable {
    case integer
    case number
    case string
  }

  init(_ key: String, _ label: String, type: Kind = .string) {
    self.key = key
    self.label = label
    self.type = type
  }

  /// The columns of a collection's table, in its order.
  static func columns(of collection: Collection) -> [TableColumn] {
    collection.tableColumns.map { key, label, place in
      let field = place.map { collection.fields[$0] }
      return TableColumn(
        key, label,
        type: field?.relation == nil && field?.type.traits.contains(.number) == true
          ? .integer : .string)
    }
  }
}
