import ByteWriting
import CatalogueModel

/// A table that opens in Excel: UTF-8 with BOM, CRLF, a header row, one value a cell (RFC 4180).
///
/// Source of the rules: デジタル庁 機械判読性ルール L1-02, L1-09, L1-14, L2-01, L2-03.
struct Table {
  private var out = ByteWriter()

  /// Starts a table with the names of its columns.
  init(header: [String]) {
    out.append(contentsOf: [0xEF, 0xBB, 0xBF])
    append(header.map { .text($0) })
  }

  /// Adds a row.
  mutating func append(_ cells: [TableCell]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { out.append(",") }
      switch cell {
      case .empty: break
      case .text(let text): out.append(csv: text)
      case .number(let number): out.append(decimal: number)
      }
    }
    out.append("\r\n")
  }

  /// The bytes so far.
  var bytes: [UInt8] { out.bytes }
}
