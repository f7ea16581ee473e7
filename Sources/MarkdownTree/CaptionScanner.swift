/// Reads what a caption begins with: `表：`, `図1　`, `Figure 2:`.
enum CaptionScanner {
  /// What a caption may be of.
  struct Subjects: OptionSet {
    let rawValue: Int

    static let table = Subjects(rawValue: 1)
    static let figure = Subjects(rawValue: 2)
  }

  /// The beginning of a caption.
  struct Match {
    let subjects: Subjects
    /// Where the text that is shown begins: behind the word, or at it where it has a number.
    let start: Int
  }

  private static let words: [(String, Subjects)] = [
    ("図表", [.table, .figure]), ("図", .figure), ("写真", .figure), ("表", .table), ("Table", .table),
    ("Figure", .figure), ("Fig.", .figure),
  ]

  /// Reads the beginning of a line, or returns nil where it is no caption.
  ///
  /// A word without a number needs a colon. With one a blank will do, unless the line is a sentence:
  /// `図1 は体制を示す。`
  static func scan(_ text: [UInt8], _ line: Range<Int>) -> Match? {
    guard let first = text[line].first, [0xE5, 0xE8, 0x54, 0x46].contains(first),
      let (word, subjects) = words.first(where: { text[line].starts(with: $0.0.utf8) })
    else { return nil }
    var cursor = LineCursor(text, line.lowerBound + word.utf8.count..<line.upperBound)
    while cursor.value == 32 || cursor.value == 0x3000 { cursor.advance() }
    let isNumbered = skipNumber(&cursor)
    switch cursor.value {
    case 0x3A, 0xFF1A: cursor.advance()
    case 0x2E where isNumbered, 0xFF0E where isNumbered: cursor.advance()
    case 0x3000 where isNumbered: break
    case 32 where isNumbered:
      if text[line].suffix(3).elementsEqual("。".utf8) { return nil }
    default: return nil
    }
    while cursor.value == 32 || cursor.value == 0x3000 || cursor.value == 9 { cursor.advance() }
    return Match(subjects: subjects, start: isNumbered ? line.lowerBound : cursor.offset)
  }

  /// The `;` that stands for the colon in the beginning of a table's caption: `表; 題`.
  static func misspelledColon(_ text: [UInt8], _ line: Range<Int>) -> Range<Int>? {
    guard let first = text[line].first, [0xE5, 0xE8, 0x54].contains(first),
      let (word, _) = words.first(where: {
        $0.1.contains(.table) && text[line].starts(with: $0.0.utf8)
      })
    else { return nil }
    var cursor = LineCursor(text, line.lowerBound + word.utf8.count..<line.upperBound)
    while cursor.value == 32 || cursor.value == 0x3000 { cursor.advance() }
    _ = skipNumber(&cursor)
    let start = cursor.offset
    guard cursor.value == 0x3B || cursor.value == 0xFF1B, cursor.next != nil else { return nil }
    cursor.advance()
    return start..<cursor.offset
  }

  /// Goes over a number such as `1`, `２－１` or `3.2`.
  private static func skipNumber(_ cursor: inout LineCursor) -> Bool {
    var isNumbered = false
    while true {
      while let value = cursor.value, isDigit(value) {
        cursor.advance()
        isNumbered = true
      }
      // - . － ． ‐ – ー between two digits
      guard isNumbered, let value = cursor.value,
        [0x2D, 0x2E, 0xFF0D, 0xFF0E, 0x2010, 0x2013, 0x30FC].contains(value),
        let next = cursor.next,
        isDigit(next)
      else { return isNumbered }
      cursor.advance()
    }
  }

  private static func isDigit(_ value: UInt32) -> Bool {
    value >= 48 && value <= 57 || value >= 0xFF10 && value <= 0xFF19
  }
}
