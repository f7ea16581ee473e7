import ByteWriting
import CatalogueModel

/// A table that opens in Excel: UTF-8 with BOM, CRLF, a header row, one value a cell (RFC 4180).
///
/// Source of the rules: デジタル庁 機械判読性ルール L1-02, L1-09, L1-14, L2-01, L2-03.
struct Table {
  private var out = ByteWriter()
  private var isInRow = false

  /// Starts a table with the names of its columns.
  init(header: [String]) {
    out.append(contentsOf: [0xEF, 0xBB, 0xBF])
    append(header.map { .text($0) })
  }

  /// Adds a row.
  mutating func append(_ cells: [TableCell]) {
    for cell in cells { append(cell) }
    endRow()
  }

  /// Adds a cell to the row, which its first cell begins.
  mutating func append(_ cell: TableCell) {
    if isInRow { out.append(",") }
    isInRow = true
    switch cell {
    case .empty: break
    case .text(let text): out.append(csv: text)
    case .number(let number): out.append(decimal: number)
    case .decimal(let digits): out.append(unescaped: digits)
    }
  }

  /// Ends the row.
  mutating func endRow() {
    out.append("\r\n")
    isInRow = false
  }

  /// The bytes so far.
  var bytes: [UInt8] { out.bytes }
}
