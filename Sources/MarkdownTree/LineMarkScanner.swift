/// What a line begins with that makes it a line of its own in Japanese text.
struct LineMark {
  /// What the mark is.
  enum Kind: Equatable {
    /// A sign before an item: `・`.
    case bullet
    /// A number before an item: `①`, `（１）`, `１．`.
    case number(Int)
    /// A letter before an item: `ア．`, `（ａ）`.
    case letter
    /// What begins a line and no item of a list: `※`, `→`, `【`, `第１章`, a full-width space.
    case line
  }

  var kind: Kind
  /// The form: marks of one list have the same.
  var form: UInt32
  /// How wide the blanks before the mark are.
  var indent = 0
  /// The mark, without blanks.
  var range: Range<Int>
  /// Where the text behind the mark and its blanks begins.
  var textStart: Int

  /// Whether it stands before an item of a list.
  var isItem: Bool { kind != .line }
}

/// Reads the mark at the beginning of a line.
enum LineMarkScanner {
  /// Reads the mark of a line, or returns nil where it begins as any sentence does.
  static func scan(_ text: [UInt8], _ line: Range<Int>) -> LineMark? {
    guard line.lowerBound < line.upperBound else { return nil }
    // Of ASCII only a bracket or a digit begins a mark.
    let first = text[line.lowerBound]
    if first < 0x80, first != 40, !(first >= 48 && first <= 57),
      !(first | 32 >= 97 && first | 32 <= 122)
    {
      return nil
    }
    var cursor = LineCursor(text, line)
    var indent = 0
    while cursor.value == 0x3000 || indent > 0 && cursor.value == 32 {
      indent += cursor.value == 32 ? 1 : 2
      cursor.advance()
    }
    if var mark = mark(cursor) {
      mark.indent = indent
      return mark
    }
    guard indent > 0 else { return nil }
    return LineMark(
      kind: .line, form: 0x3000, indent: indent, range: line.lowerBound..<cursor.offset,
      textStart: cursor.offset)
  }

  private static func mark(_ start: LineCursor) -> LineMark? {
    guard let value = start.value else { return nil }
    if value < 0x80 || value >= 0xFF01 && value <= 0xFF5A || value >= 0x3001 && value <= 0x9FFF {
      return spelledMark(start, value)
    }
    if bullets.contains(value) { return bullet(start, value) }
    if let (number, form) = enclosedNumber(value) {
      var end = start
      end.advance()
      if isRoman(value) {
        guard endsMark(end.value) else { return nil }
        if let sign = end.value, sign != 32, sign != 0x3000 { end.advance() }
      }
      return numberMark(number, form, start, end)
    }
    if isEnclosedLetter(value) { return signMark(.letter, start, form: value & 0xFFF0) }
    return lineSigns.contains(value) ? signMark(.line, start, form: value) : nil
  }

  /// A mark of letters, digits, brackets and kana.
  private static func spelledMark(_ start: LineCursor, _ value: UInt32) -> LineMark? {
    switch value {
    case 0x28, 0xFF08: return bracketed(start)
    // 【 ＜
    case 0x3010, 0xFF1C: return signMark(.line, start, form: value)
    // ・ 〇
    case 0x30FB, 0x3007: return bullet(start, value)
    // 〒
    case 0x3012: return signMark(.line, start, form: value)
    // 第 注
    case 0x7B2C: return chapter(start)
    case 0x6CE8: return remark(start)
    // ＊ －
    case 0xFF0A: return start.next == value ? nil : signMark(.line, start, form: value)
    case 0xFF0D: return dash(start)
    case 0x32D0...0x32FE: return signMark(.letter, start, form: 0x32D0)
    case 0x3220...0x3229, 0x3251...0x325F, 0x3280...0x3289, 0x32B1...0x32BF:
      guard let (number, form) = enclosedNumber(value) else { return nil }
      var end = start
      end.advance()
      return numberMark(number, form, start, end)
    default: return numbered(start, value)
    }
  }

  // MARK: Signs

  /// ･ • ◦ ‣ ⁃ ∙ · ● ○ ◎ ◯ ■ □ ▪ ▫ ◆ ◇ ▲ △ ▼ ▽ ▶ ▷ ▸ ▹ ► ★ ☆ ⚫ ➢ ✓ ✔ ☐ ☑, and bullets of word processors.
  private static let bullets: Set<UInt32> = [
    0xFF65, 0x2022, 0x25E6, 0x2023, 0x2043, 0x2219, 0xB7, 0x25CF, 0x25CB, 0x25CE, 0x25EF, 0x25A0,
    0x25A1, 0x25AA, 0x25AB, 0x25C6, 0x25C7, 0x25B2, 0x25B3, 0x25BC, 0x25BD, 0x25B6, 0x25B7, 0x25B8,
    0x25B9, 0x25BA, 0x2605, 0x2606, 0x26AB, 0x27A2, 0x2713, 0x2714, 0x2610, 0x2611, 0xF0B7, 0xF0A7,
    0xF06C, 0xF0D8, 0xF0FC,
  ]

  /// ※ → ⇒ ➡ ↓ ↳ └ ├ │ † ‡ ☎, and dashes, which need a blank behind them.
  private static let lineSigns: Set<UInt32> = [
    0x203B, 0x2192, 0x21D2, 0x27A1, 0x2193, 0x21B3, 0x2514, 0x251C, 0x2502, 0x2020, 0x2021,
    0x260E, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212,
  ]

  private static func signMark(_ kind: LineMark.Kind, _ start: LineCursor, form: UInt32)
    -> LineMark?
  {
    if let value = start.value, value >= 0x2010 && value <= 0x2015 || value == 0x2212 {
      return dash(start)
    }
    var end = start
    end.advance()
    return finish(kind, form, start, end)
  }

  private static func bullet(_ start: LineCursor, _ value: UInt32) -> LineMark? {
    var end = start
    end.advance()
    guard let next = end.value else { return finish(.bullet, value, start, end) }
    // ○○県, ★★★, …; △5％ is a number below zero; 〇年 is one of a year.
    if next == value || value == 0x30FB && next == 0x3000 && end.next == value { return nil }
    if value == 0x25B3 || value == 0x25B2, isDigit(next) { return nil }
    if value == 0x3007, kanjiNumber(next) != nil || [0x5E74, 0x6708, 0x65E5].contains(next) {
      return nil
    }
    return finish(.bullet, value, start, end)
  }

  /// A dash with a blank behind it.
  private static func dash(_ start: LineCursor) -> LineMark? {
    var end = start
    end.advance()
    guard end.value == 32 || end.value == 0x3000 else { return nil }
    return finish(.line, 0x2D, start, end)
  }

  private static func finish(
    _ kind: LineMark.Kind, _ form: UInt32, _ start: LineCursor, _ end: LineCursor
  ) -> LineMark {
    var text = end
    while text.value == 32 || text.value == 9 || text.value == 0x3000 { text.advance() }
    return LineMark(
      kind: kind, form: form, range: start.offset..<end.offset, textStart: text.offset)
  }

  // MARK: Numbers and letters

  private static func numberMark(
    _ number: Int, _ form: UInt32, _ start: LineCursor, _ end: LineCursor
  ) -> LineMark? {
    // ①と②は, ①～③: the line goes on with the sentence before it.
    var ahead = end
    for _ in 0..<3 {
      guard let value = ahead.value else { break }
      if let other = enclosedNumber(value), other.form == form { return nil }
      ahead.advance()
    }
    return finish(.number(number), form, start, end)
  }

  /// `（１）`, `(1)`, `（一）`, `（ア）`, `(a)`, `（注）`, `（※１）`.
  private static func bracketed(_ start: LineCursor) -> LineMark? {
    var cursor = start
    cursor.advance()
    guard let first = cursor.value else { return nil }
    var kind: LineMark.Kind
    var form: UInt32 = 0x28
    if first == 0x6CE8 || first == 0x203B {
      cursor.advance()
      _ = digits(&cursor)
      kind = .line
    } else if let number = digits(&cursor) ?? kanjiNumber(&cursor) {
      kind = .number(number)
      form = isDigit(first) ? 0x31 : 0x4E00
    } else if isKana(first) || isLetter(first) {
      kind = .letter
      form = isLetter(first) ? 0x61 : 0x30A2
      cursor.advance()
      // (ii), (iv)
      while let value = cursor.value, isRomanLetter(first), isRomanLetter(value) {
        cursor.advance()
      }
    } else {
      return nil
    }
    guard cursor.value == 0x29 || cursor.value == 0xFF09 else { return nil }
    cursor.advance()
    // A remark alone on its line belongs to what it remarks on.
    if kind == .line, cursor.value == nil { return nil }
    // （１）と（２）は
    var ahead = cursor
    for _ in 0..<3 where kind != .line {
      if ahead.value == 0x28 || ahead.value == 0xFF08, let next = ahead.next,
        isDigit(next) == isDigit(first), isKana(next) == isKana(first),
        isDigit(next) || isKana(next)
      {
        return nil
      }
      ahead.advance()
    }
    return finish(kind, form, start, cursor)
  }

  /// `１．`, `１）`, `１、`, `１　`, `一、`, `ア．`, `Ａ．`, where something of it is wide.
  private static func numbered(_ start: LineCursor, _ value: UInt32) -> LineMark? {
    var cursor = start
    if let number = digits(&cursor) {
      guard let sign = cursor.value else { return nil }
      let isWide = value >= 0xFF10
      switch sign {
      // ． ） 、 and a wide blank
      case 0xFF0E, 0xFF09, 0x3001, 0x3000: break
      case 0x2E, 0x29, 0x20: if !isWide { return nil }
      default: return nil
      }
      if sign != 0x3000 && sign != 0x20 { cursor.advance() }
      if let next = cursor.value, isDigit(next) { return nil }
      // `１.` is `1.` mistyped, which `NearMissScan` tells.
      if sign == 0x2E || sign == 0x29 { return finish(.line, sign, start, cursor) }
      return finish(.number(number), sign == 0x20 ? 0x3000 : sign | 0x10000, start, cursor)
    }
    if let number = kanjiNumber(&cursor) {
      guard let sign = cursor.value, [0xFF0E, 0x3001, 0x3000].contains(sign) else { return nil }
      if sign != 0x3000 { cursor.advance() }
      if let next = cursor.value, kanjiNumber(next) != nil || isDigit(next) { return nil }
      return finish(.number(number), sign | 0x20000, start, cursor)
    }
    guard isKatakana(value) || isLetter(value) else { return nil }
    cursor.advance()
    guard let sign = cursor.value else { return nil }
    let isEnd =
      sign == 0xFF0E || sign == 0xFF09 || isKatakana(value) && (sign == 0x29 || sign == 0x3000)
    guard isEnd else { return nil }
    if sign != 0x3000 { cursor.advance() }
    return finish(.letter, sign | (isKatakana(value) ? 0x30000 : 0x40000), start, cursor)
  }

  /// `第１　目的`, `第1. 目的`, `第２章　総則`, `第３条（定義）`; not `第３期の計画`.
  private static func chapter(_ start: LineCursor) -> LineMark? {
    var cursor = start
    cursor.advance()
    guard digits(&cursor) ?? kanjiNumber(&cursor) != nil else { return nil }
    // 編 部 章 節 款 目 条 項 号
    if let unit = cursor.value,
      [0x7DE8, 0x90E8, 0x7AE0, 0x7BC0, 0x6B3E, 0x76EE, 0x6761, 0x9805, 0x53F7].contains(unit)
    {
      cursor.advance()
    }
    // 第1. 第１．
    if let sign = cursor.value, sign == 0x2E || sign == 0xFF0E,
      cursor.next.map({ !isDigit($0) }) ?? false
    {
      cursor.advance()
      return finish(.line, 0x7B2C, start, cursor)
    }
    guard
      cursor.value == nil || cursor.value == 32 || cursor.value == 0x3000 || cursor.value == 0xFF08
    else { return nil }
    return finish(.line, 0x7B2C, start, cursor)
  }

  /// `注）`, `注１）`, `注：`.
  private static func remark(_ start: LineCursor) -> LineMark? {
    var cursor = start
    cursor.advance()
    _ = digits(&cursor)
    guard let sign = cursor.value, [0x29, 0xFF09, 0xFF1A, 0x3A].contains(sign) else { return nil }
    cursor.advance()
    return finish(.line, 0x6CE8, start, cursor)
  }
}

/// A place in a line, from character to character.
struct LineCursor {
  private let text: [UInt8]
  private let limit: Int
  private(set) var offset: Int

  init(_ text: [UInt8], _ line: Range<Int>) {
    self.text = text
    offset = line.lowerBound
    limit = line.upperBound
  }

  /// The character at the place; nil at the end of the line.
  var value: UInt32? {
    offset < limit ? UTF8Scalars.scalar(text, at: offset, limit: limit).value : nil
  }

  /// The character behind it.
  var next: UInt32? {
    var other = self
    other.advance()
    return other.value
  }

  /// Goes to the next character.
  mutating func advance() {
    if offset < limit { offset += UTF8Scalars.scalar(text, at: offset, limit: limit).length }
  }
}
