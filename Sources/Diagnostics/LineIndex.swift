/// Turns byte offsets of one file into lines and columns.
///
/// Only files with a fault are indexed. A line ends at LF, CRLF or CR, as CommonMark §2.1 has it.
package struct LineIndex: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int]
  /// For each block of bytes, the UTF-16 units of the file before it: lines may be long.
  private let unitsBefore: [Int]
  private static let blockSize = 256

  /// Finds the lines of a file.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    var unitsBefore: [Int] = []
    unitsBefore.reserveCapacity(bytes.count / LineIndex.blockSize + 1)
    var units = 0
    for index in bytes.indices {
      if index % LineIndex.blockSize == 0 { unitsBefore.append(units) }
      units += LineIndex.units(of: bytes[index])
      let endsLine =
        bytes[index] == 10
        || (bytes[index] == 13 && !(index + 1 < bytes.count && bytes[index + 1] == 10))
      if endsLine { starts.append(index + 1) }
    }
    self.starts = starts
    self.unitsBefore = unitsBefore
  }

  /// A place as editors count it: line and column from 1, columns in UTF-16 units.
  package struct Position: Hashable, Sendable {
    package let line: Int
    package let column: Int
  }

  /// The line and column of a byte offset; one past the end is the end.
  package func position(of offset: Int) -> Position {
    let offset = min(max(0, offset), bytes.count)
    let line = lineNumber(of: offset)
    return Position(line: line + 1, column: units(before: offset) - units(before: starts[line]) + 1)
  }

  /// The UTF-16 units of the file before a byte offset.
  private func units(before offset: Int) -> Int {
    guard !unitsBefore.isEmpty else { return 0 }
    let block = min(offset / LineIndex.blockSize, unitsBefore.count - 1)
    var units = unitsBefore[block]
    for byte in bytes[block * LineIndex.blockSize..<offset] { units += LineIndex.units(of: byte) }
    return units
  }

  /// The UTF-16 units of the scalar that a byte begins; a byte that begins none has none.
  private static func units(of byte: UInt8) -> Int {
    byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1
  }

  /// What stands in a range of bytes; parts outside the file are left out.
  func text(in range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: bytes.indices)], as: UTF8.self)
  }

  /// The offset moved down to where a scalar begins.
  func scalarStart(_ offset: Int) -> Int {
    var start = min(max(0, offset), bytes.count)
    while start > 0, start < bytes.count, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  /// The text of the line (from 1) without its end.
  package func text(ofLine line: Int) -> String {
    guard starts.indices.contains(line - 1) else { return "" }
    return String(decoding: bytes[byteRange(ofLine: line)], as: UTF8.self)
  }

  /// The bytes of the line (from 1) without its end.
  package func byteRange(ofLine line: Int) -> Range<Int> {
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] : bytes.count
    while end > start, bytes[end - 1] == 10 || bytes[end - 1] == 13 { end -= 1 }
    return start..<end
  }

  private func lineNumber(of offset: Int) -> Int {
    var low = 0
    var high = starts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
