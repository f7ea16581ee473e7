import CatalogueModel
import Diagnostics

/// A column of a table: its name in the header, and what people call it.
struct TableColumn: Sendable, Equatable {
  let key: String
  let label: String
  /// Whether its cells are whole numbers.
  let isNumber: Bool

  init(_ key: String, _ label: String, isNumber: Bool = false) {
    self.key = key
    self.label = label
    self.isNumber = isNumber
  }

  /// The columns of a collection's table, in its order.
  static func columns(of collection: Collection) -> [TableColumn] {
    collection.tableColumns.map { key, label, place in
      let field = place.map { collection.fields[$0] }
      return TableColumn(
        key, label, isNumber: field?.relation == nil && field?.type.traits.contains(.number) == true
      )
    }
  }
}
