/// Tells what was meant as a text or as another block from code, where an indentation makes it code.
enum IndentedText {
  /// The slip that an indented code block is; nil where it may well be code.
  ///
  /// `content` is its lines without the four columns.
  static func slip(in content: [UInt8]) -> NearMiss? {
    let lines = content.split(separator: 10).map { trimmed($0) }.filter { !$0.isEmpty }
    guard let first = lines.first, let last = lines.last else { return nil }
    for fence in ["```", "~~~"] where lines.count > 1 && first.starts(with: fence.utf8) {
      return last.elementsEqual(fence.utf8) ? .indentedBlock(fence) : nil
    }
    if lines.count > 1, first.contains(bar), isDelimiterRow(lines[1]) { return .indentedBlock("|") }
    if lines.count == 1, let marks = headingMarks(first) {
      return hasJapanese(first.dropFirst(marks))
        ? .indentedBlock(String(repeating: "#", count: marks)) : nil
    }
    return isProse(lines) ? .indentedText : nil
  }

  private static let bar = UInt8(ascii: "|")

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let end = line.lastIndex { $0 > 32 } ?? line.startIndex - 1
    return line[...end].drop { $0 <= 32 }
  }

  private static func isDelimiterRow(_ line: ArraySlice<UInt8>) -> Bool {
    line.contains(bar) && line.contains(UInt8(ascii: "-"))
      && line.allSatisfy { "|-: \t".utf8.contains($0) }
  }

  /// How many marks of a heading a line begins with, two at least; one may be that of a remark.
  private static func headingMarks(_ line: ArraySlice<UInt8>) -> Int? {
    let count = line.prefix { $0 == UInt8(ascii: "#") }.count
    return (2...6).contains(count) && line.dropFirst(count).first == 32 ? count : nil
  }

  private static func hasJapanese(_ line: ArraySlice<UInt8>) -> Bool {
    var cursor = LineCursor(Array(line), 0..<line.count)
    while let value = cursor.value {
      if Signs.isJapaneseLetter(value) { return true }
      cursor.advance()
    }
    return false
  }

  // MARK: Prose

  /// Whether lines are Japanese and have no sign of a program, a formula, a drawing or a listing.
  private static func isProse(_ lines: [ArraySlice<UInt8>]) -> Bool {
    guard hasJapanese(lines[0]) else { return false }
    var japanese = 0
    var ascii = 0
    for line in lines {
      if isCommand(line) { return false }
      let text = Array(line.dropFirst(itemMark(line)))
      var cursor = LineCursor(text, 0..<text.count)
      var before: UInt32 = 0
      while let value = cursor.value {
        if isCodeSign(value, after: before, in: text, at: cursor.offset) { return false }
        if Signs.isJapaneseLetter(value) { japanese += 1 }
        if Signs.isASCIILetter(value) { ascii += 1 }
        before = value
        cursor.advance()
      }
      // `,` at the end of a line parts values.
      if before == 0x2C { return false }
    }
    return japanese >= ascii
  }

  /// Whether a line begins with the name of a command: `cd 目録`.
  private static func isCommand(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first, (97...122).contains(first) || first == UInt8(ascii: ".") else {
      return false
    }
    let rest = line.drop { $0 > 32 && $0 < 0x7F }
    return rest.first == 32
  }

  private static func isCodeSign(
    _ value: UInt32, after before: UInt32, in text: [UInt8], at offset: Int
  ) -> Bool {
    switch value {
    // "#$&';<=>@\^`{|}~ and the signs of drawings
    case 0x22, 0x23, 0x24, 0x26, 0x27, 0x3B, 0x3C, 0x3D, 0x3E, 0x40, 0x5C, 0x5E, 0x60, 0x7B, 0x7C,
      0x7D, 0x7E, 0x2190, 0x2191, 0x2193, 0xFF1D, 0x2500...0x25A1:
      return true
    // Columns are made with two spaces.
    case 9: return true
    case 32, 0x3000: return before == value
    // `//` begins a remark, but not in an address; `print(` calls.
    case 0x2F where before == 0x2F:
      return offset < 2 || text[offset - 2] != UInt8(ascii: ":")
    case 0x28: return Signs.isASCIIAlphanumeric(before)
    // `名前: 値`
    case 0x3A: return offset + 1 < text.count && text[offset + 1] == 32
    // `甲 + 乙`
    case 0x2A, 0x2B, 0x2D, 0xD7, 0x2F:
      return before == 32 && offset + 1 < text.count && text[offset + 1] == 32
    default: return false
    }
  }

  /// How long the mark of an item at the beginning of a line is.
  private static func itemMark(_ line: ArraySlice<UInt8>) -> Int {
    var end = line.startIndex
    while end < line.endIndex, (48...57).contains(line[end]) { end += 1 }
    if end < line.endIndex, "-+*.)".utf8.contains(line[end]) {
      let isNumber = line[end] == UInt8(ascii: ".") || line[end] == UInt8(ascii: ")")
      guard isNumber == (end > line.startIndex) else { return 0 }
      return end + 1 < line.endIndex && line[end + 1] == 32 ? end + 2 - line.startIndex : 0
    }
    return 0
  }

  // MARK: Depths

  /// Whether a line begins with the mark of an item.
  static func hasItems(_ content: [UInt8]) -> Bool {
    content.split(separator: 10).contains { itemMark(trimmed($0)) > 0 }
  }

  /// How many blanks each line begins with.
  static func leadingBlanks(of content: [UInt8]) -> [Int] {
    content.split(separator: 10, omittingEmptySubsequences: false).map { line -> Int in
      line.prefix { $0 == 32 || $0 == 9 }.reduce(into: 0) { column, byte in
        column += byte == 9 ? 4 - column % 4 : 1
      }
    }
  }

  /// How much deeper each line is than the least deep one.
  static func depths(of content: [UInt8]) -> [Int] {
    let blanks = leadingBlanks(of: content)
    let lines = content.split(separator: 10, omittingEmptySubsequences: false)
    let least =
      zip(blanks, lines).filter { pair in pair.1.contains { $0 > 32 } }.map(\.0).min() ?? 0
    return blanks.map { max(0, $0 - least) }
  }
}
