import TextRules

/// Finds the YAML between the two `---` lines at the top of a Markdown file.
package struct FrontMatter: Sendable, Equatable {
  /// The YAML, without the `---` lines.
  package let yaml: Range<Int>
  /// What follows the closing line.
  package let body: Range<Int>

  /// Splits a file; nil when it does not begin with front matter or the front matter has no end.
  ///
  /// A byte order mark before it is taken, and any kind of line end: LF, CRLF or CR.
  package init?(_ bytes: [UInt8]) {
    var position = bytes.starts(with: TextCheck.byteOrderMark) ? TextCheck.byteOrderMark.count : 0
    guard let first = FrontMatter.fence(bytes, at: position) else { return nil }
    position = first
    let start = position
    while position < bytes.count {
      if let after = FrontMatter.fence(bytes, at: position) {
        yaml = start..<position
        body = after..<bytes.count
        return
      }
      guard let end = bytes[position...].firstIndex(where: { $0 == 10 || $0 == 13 }) else {
        return nil
      }
      position = end + 1
      if bytes[end] == 13, position < bytes.count, bytes[position] == 10 { position += 1 }
    }
    return nil
  }

  /// The offset after a line that is `---` and nothing else.
  private static func fence(_ bytes: [UInt8], at start: Int) -> Int? {
    guard start + 3 <= bytes.count, bytes[start..<(start + 3)].allSatisfy({ $0 == 45 }) else {
      return nil
    }
    var position = start + 3
    while position < bytes.count, bytes[position] == 9 || bytes[position] == 32 { position += 1 }
    if position == bytes.count { return position }
    if bytes[position] == 10 { return position + 1 }
    guard bytes[position] == 13 else { return nil }
    let isPair = position + 1 < bytes.count && bytes[position + 1] == 10
    return position + (isPair ? 2 : 1)
  }
}
