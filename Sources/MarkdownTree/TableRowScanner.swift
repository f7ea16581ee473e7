/// Cuts a table's row into cells.
enum TableRowScanner {
  /// The trimmed ranges of the cells of a row (GFM §4.10: cut at each `|` that no `\` stands before).
  static func cells(_ bytes: [UInt8], in row: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    let row = trimmed(bytes, row)
    var index = row.lowerBound
    if index < row.upperBound, bytes[index] == UInt8(ascii: "|") { index += 1 }
    var start = index
    while index < row.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "\\")
      where index + 1 < row.upperBound && CharacterClass.isASCIIPunctuation(bytes[index + 1]):
        index += 1
      case UInt8(ascii: "|"):
        cells.append(trimmed(bytes, start..<index))
        start = index + 1
      default: break
      }
      index += 1
    }
    if start < row.upperBound { cells.append(trimmed(bytes, start..<row.upperBound)) }
    return cells
  }

  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, isBlank(bytes[lower]) { lower += 1 }
    while lower < upper, isBlank(bytes[upper - 1]) { upper -= 1 }
    return lower..<upper
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 32 || byte >= 9 && byte <= 13
  }
}
