import CatalogueModel
import CatalogueViews
import Diagnostics
import JapaneseText
import Mustache

/// The doors into a list by the row of the reading: where each row begins.
struct ListDoors: Sendable {
  /// The first record of each row, with how many follow.
  private let rows: [(row: GojuonRow, first: Int, count: Int)]

  /// What a door offers.
  static let shape = ViewShape.object([
    .init("label", "行(あ行、英数)", .text), .init("path", "行が始まるところ", .text),
    .init("count", "件数", .text),
  ])

  /// Finds the rows of a collection; none where it is in another order than that of the readings.
  init(_ collection: Collection, in catalogue: Catalogue) {
    guard collection.order == nil else {
      rows = []
      return
    }
    var rows: [(row: GojuonRow, first: Int, count: Int)] = []
    for (place, index) in catalogue.members[collection.index].enumerated() {
      let row = catalogue.records[index].reading?.gojuonRow ?? .alphanumeric
      if rows.last?.row == row {
        rows[rows.count - 1].count += 1
      } else {
        rows.append((row, place, 1))
      }
    }
    self.rows = rows
  }

  /// The doors, where the list is too long to see at once.
  func views(of base: String) -> [View] {
    let total = rows.reduce(0) { $0 + $1.count }
    if total <= ListPart.entries || rows.count < 2 { return [] }
    return rows.map { row in
      let path = ListPart.path(base, ListPart.number(of: row.first))
      return .object([
        "label": .text(row.row.label),
        "path": .text("\(PagePath.encoded(path))#\(Self.anchor(of: row.row))"),
        "count": .count(row.count),
      ])
    }
  }

  /// The anchor of the entry at a place, where a row begins with it.
  func anchor(at place: Int) -> String? {
    rows.first { $0.first == place }.map { Self.anchor(of: $0.row) }
  }

  private static func anchor(of row: GojuonRow) -> String { "row-\(row.slug)" }
}
