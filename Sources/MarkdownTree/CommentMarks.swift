/// Marks of comments with a sign that is another.
enum CommentMarks {
  /// Brackets that an input method offers for `<` and `>`: 〈〉《》‹›«»⟨⟩.
  private static let angles: Set<UInt32> = [
    0x3008, 0x3009, 0x300A, 0x300B, 0x2039, 0x203A, 0xAB, 0xBB, 0x27E8, 0x27E9,
  ]

  /// Whether a comment that is misspelled may begin with the bytes at an offset.
  static func mayBegin(_ text: [UInt8], at index: Int, limit: Int) -> Bool {
    switch text[index] {
    // < ! and wide signs
    case UInt8(ascii: "<"), UInt8(ascii: "!"), 0xEF: true
    case 0xE3: index + 2 < limit && text[index + 1] == 0x80 && text[index + 2] | 2 == 0x8A
    case 0xE2: index + 2 < limit && (text[index + 1] == 0x80 || text[index + 1] == 0x9F)
    case 0xC2: index + 1 < limit && text[index + 1] == 0xAB
    default: false
    }
  }

  /// `<--`, `<--!` and `!--`, which are the beginning of a comment where `-->` follows.
  static func mistypedOpening(
    _ text: [UInt8], _ range: Range<Int>
  ) -> Range<Int>? {
    var cursor = LineCursor(text, range)
    switch cursor.value {
    case 0x3C, 0xFF1C:
      cursor.advance()
      cursor.skipBlanks()
      guard cursor.skipDashes() > 1 else { return nil }
      if cursor.value == 0x21 || cursor.value == 0xFF01 { cursor.advance() }
    case 0x21, 0xFF01:
      cursor.advance()
      guard cursor.skipDashes() > 1 else { return nil }
    default: return nil
    }
    // `<-->` is an arrow.
    guard cursor.value != 0x3E, cursor.value != 0xFF1E else { return nil }
    return range.lowerBound..<cursor.offset
  }

  /// The beginning of what was meant as a comment.
  static func misspelledOpening(
    _ text: [UInt8], _ range: Range<Int>
  ) -> Range<Int>? {
    var cursor = LineCursor(text, range)
    guard let bracket = cursor.value,
      bracket == 0x3C || bracket == 0xFF1C || angles.contains(bracket)
    else { return nil }
    cursor.advance()
    cursor.skipBlanks()
    guard cursor.value == 0x21 || cursor.value == 0xFF01 else { return nil }
    cursor.advance()
    cursor.skipBlanks()
    let dashes = cursor.skipDashes()
    guard dashes > 0 else { return nil }
    let opening = range.lowerBound..<cursor.offset
    // One behind a backslash is meant as text.
    return CommentScanner.begins(text, at: opening.lowerBound, limit: opening.upperBound)
      ? nil : opening
  }

  /// A beginning with its end, neither of which is one: `<! 秘 >`, `<ーー 秘 ーー>`, and `<-- 秘 ->` alone on its line.
  static func misspelledPair(
    _ text: [UInt8], _ range: Range<Int>, at start: Int
  ) -> (opening: Range<Int>, closing: Range<Int>)? {
    let rest = start..<range.upperBound
    let first = LineCursor(text, rest).value
    guard first == 0x3C || first == 0xFF1C else { return nil }
    if let opening = barredOpening(text, rest) {
      return barredClosing(text, opening.upperBound..<range.upperBound).map { (opening, $0) }
    }
    guard let opening = mistypedOpening(text, rest),
      let closing = misspelledClosing(
        text, opening.upperBound..<range.upperBound, isSingle: true),
      !text[closing].elementsEqual("-->".utf8)
    else { return nil }
    // In a line with more, `<-- 甲 ->` are two arrows.
    if text[closing].starts(with: "->".utf8) {
      let isAlone =
        (start == range.lowerBound || text[start - 1] == 10)
        && (closing.upperBound == range.upperBound || text[closing.upperBound] == 10)
      guard isAlone else { return nil }
    }
    return (opening, closing)
  }

  /// `<!` without dashes before a blank or Japanese: what begins a declaration of HTML has a letter behind it.
  private static func barredOpening(_ text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    var cursor = LineCursor(text, range)
    cursor.advance()
    guard cursor.value == 0x21 || cursor.value == 0xFF01 else { return nil }
    cursor.advance()
    guard let next = cursor.value, next == 32 || next > 0x7F else { return nil }
    let end = cursor.offset
    cursor.skipBlanks()
    guard cursor.skipDashes() == 0 else { return nil }
    return range.lowerBound..<end
  }

  /// The `>` on the line of a beginning without dashes, before the next beginning.
  private static func barredClosing(_ text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    var cursor = LineCursor(text, range)
    while let value = cursor.value, value != 10, value != 0x3C, value != 0xFF1C {
      let begin = cursor.offset
      cursor.advance()
      if value == 0x3E || value == 0xFF1E { return begin..<cursor.offset }
    }
    return nil
  }

  /// The first end such as `--＞` and `--!>` in a range, before the next beginning; one ASCII dash counts where `isSingle`
  /// says so, and `--〉` behind a beginning with such a bracket.
  static func misspelledClosing(
    _ text: [UInt8], _ range: Range<Int>, isSingle: Bool = false, behind bracket: Int? = nil
  ) -> Range<Int>? {
    let isAngled =
      bracket.flatMap { LineCursor(text, $0..<range.lowerBound).value }.map(angles.contains)
      ?? false
    var cursor = LineCursor(text, range)
    while let value = cursor.value {
      if value == 0x3C || value == 0xFF1C { return nil }
      let begin = cursor.offset
      let count = cursor.skipDashes()
      guard count > 0 else {
        cursor.advance()
        continue
      }
      cursor.skipBlanks()
      if count > 1, cursor.value == 0x21 || cursor.value == 0xFF01 { cursor.advance() }
      guard let end = cursor.value,
        end == 0x3E || end == 0xFF1E || isAngled && angles.contains(end),
        isSingle || count > 1 || value > 0x7F
      else { continue }
      cursor.advance()
      return begin..<cursor.offset
    }
    return nil
  }
}

extension LineCursor {
  fileprivate mutating func skipBlanks() {
    while value == 32 || value == 0x3000 { advance() }
  }

  /// Goes over the dashes and returns how many there are; ー alone is a letter.
  fileprivate mutating func skipDashes() -> Int {
    // - － — – ― ‐ − ー
    let dashes: [UInt32] = [0x2D, 0xFF0D, 0x2014, 0x2013, 0x2015, 0x2010, 0x2212, 0x30FC]
    let start = self
    var count = 0
    while let value, dashes.contains(value) {
      count += 1
      advance()
    }
    guard count == 1, start.value == 0x30FC else { return count }
    self = start
    return 0
  }
}
