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
    let position = TextCheck.start(of: bytes)
    guard let first = FrontMatter.fence(bytes, at: position) else { return nil }
    self.init(bytes, from: first)
  }

  /// Joins the parts of a file whose marks are not proper.
  init(yaml: Range<Int>, body: Range<Int>) {
    self.yaml = yaml
    self.body = body
  }

  /// Splits a file whose fields begin at `start`; nil where they have no end.
  init?(_ bytes: [UInt8], from start: Int) {
    var position = start
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

  // MARK: - Lines

  /// The line at `start` without its end and the blanks before that.
  static func line(_ start: Int, _ bytes: [UInt8]) -> Range<Int> {
    var end = start
    while end < bytes.count, bytes[end] != 10, bytes[end] != 13 { end += 1 }
    while end > start, bytes[end - 1] == 32 || bytes[end - 1] == 9 { end -= 1 }
    return start..<end
  }

  /// Where the line begins that `offset` is on.
  static func lineStart(_ offset: Int, _ bytes: [UInt8]) -> Int {
    var start = offset
    while start > 0, bytes[start - 1] != 10, bytes[start - 1] != 13 { start -= 1 }
    return start
  }

  /// Where the line after the one begins that `offset` is on.
  static func lineEnd(_ offset: Int, _ bytes: [UInt8]) -> Int {
    var end = offset
    while end < bytes.count, bytes[end] != 10, bytes[end] != 13 { end += 1 }
    if end + 1 < bytes.count, bytes[end] == 13, bytes[end + 1] == 10 { end += 1 }
    return min(end + 1, bytes.count)
  }

  /// The first place from `offset` on that is no blank of any width and no end of a line.
  static func contentStart(_ offset: Int, _ bytes: [UInt8]) -> Int {
    var at = offset
    while at < bytes.count {
      if [9, 10, 13, 32].contains(bytes[at]) {
        at += 1
      } else if bytes[at...].starts(with: [0xE3, 0x80, 0x80]) {
        at += 3
      } else {
        break
      }
    }
    return at
  }
}
