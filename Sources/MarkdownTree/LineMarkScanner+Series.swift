/// Marks that may be words or numbers of a sentence as well: they are marks in a series of lines only.
extension LineMarkScanner {
  /// What a mark of a series is.
  enum Series {
    /// The form of `名：値`.
    static let label: UInt32 = 0x5_FF1A
    /// The form of `名　値`.
    static let column: UInt32 = 0x5_3000
    /// The forms of marks that are marks beside a line with the same only.
    static let counted: Range<UInt32> = 0x8_0000..<0x9_0000
  }

  /// A name before a colon has no more characters.
  private static let maximumName = 12

  /// Reads the mark of a line that other lines with such marks make one: `a) `, `A. `, `1.1 `, `ア `, `一 `, `Q1. `,
  /// `日時：`.
  static func serial(_ text: [UInt8], _ line: Range<Int>) -> LineMark? {
    let start = LineCursor(text, line)
    guard let value = start.value else { return nil }
    return counted(start, value) ?? dotted(start) ?? lettered(start, value) ?? asked(start, value)
      ?? labelled(start)
  }

  /// `*1 `, `[1] `, `[注] `, `資料1 `, `No.1 `, `1：`, `4月1日 `, `10:00 `.
  private static func counted(_ start: LineCursor, _ value: UInt32) -> LineMark? {
    var cursor = start
    switch value {
    case 0x2A, 0x5B:
      cursor.advance()
      // 注
      if value == 0x5B, cursor.value == 0x6CE8 { cursor.advance() }
      guard digits(&cursor) != nil || value == 0x5B && cursor.offset > start.offset + 1 else {
        return nil
      }
      if value == 0x5B {
        guard cursor.value == 0x5D else { return nil }
        cursor.advance()
      }
      guard let next = cursor.value, isBlank(next) else { return nil }
    case 0x30...0x39, 0xFF10...0xFF19:
      return moment(start)
    default:
      guard word(&cursor), digits(&cursor) != nil, let next = cursor.value, isBlank(next) else {
        return nil
      }
    }
    return mark(.line, Series.counted.lowerBound | value & 0xFFFF, start, cursor)
  }

  /// Goes over `No.` or a word that numbers what an office hands out: `資料`, `別紙`.
  private static func word(_ cursor: inout LineCursor) -> Bool {
    let words = ["No.", "NO.", "№", "資料", "別紙", "別添", "別表", "様式", "付録", "事例", "議題", "議案"]
    for word in words {
      var ahead = cursor
      for scalar in word.unicodeScalars {
        guard ahead.value == scalar.value else { break }
        ahead.advance()
      }
      if ahead.offset - cursor.offset == word.utf8.count {
        cursor = ahead
        return true
      }
    }
    return false
  }

  /// `1：`, `4月1日 `, `4月1日（水） `, `10:00 `, `10:00～11:00 `.
  private static func moment(_ start: LineCursor) -> LineMark? {
    var cursor = start
    guard digits(&cursor) != nil, let sign = cursor.value else { return nil }
    let form: UInt32
    cursor.advance()
    switch sign {
    case 0xFF1A, 0x3A:
      guard digits(&cursor) != nil else {
        guard let next = cursor.value, sign == 0xFF1A || isBlank(next) else { return nil }
        return mark(.line, Series.counted.lowerBound | 0xFF1A, start, cursor)
      }
      // ～ 〜 - – －
      if let dash = cursor.value, [0xFF5E, 0x301C, 0x2D, 0x2013, 0xFF0D].contains(dash) {
        cursor.advance()
        guard digits(&cursor) != nil, cursor.value == sign else { return nil }
        cursor.advance()
        guard digits(&cursor) != nil else { return nil }
      }
      form = 0x3A
    case 0x6708:
      guard digits(&cursor) != nil, cursor.value == 0x65E5 else { return nil }
      cursor.advance()
      if let open = cursor.value, open == 0xFF08 || open == 0x28 {
        cursor.advance()
        cursor.advance()
        guard let close = cursor.value, close == 0xFF09 || close == 0x29 else { return nil }
        cursor.advance()
      }
      form = 0x6708
    default: return nil
    }
    guard let next = cursor.value, isBlank(next) else { return nil }
    return mark(.line, Series.counted.lowerBound | form, start, cursor)
  }

  /// `1.1 `, `1-2　`.
  private static func dotted(_ start: LineCursor) -> LineMark? {
    var cursor = start
    guard digits(&cursor) != nil else { return nil }
    var parts: UInt32 = 1
    // . - ． －
    while let sign = cursor.value, [0x2E, 0x2D, 0xFF0E, 0xFF0D].contains(sign) {
      var ahead = cursor
      ahead.advance()
      guard digits(&ahead) != nil else { break }
      cursor = ahead
      parts += 1
    }
    guard parts > 1, let end = cursor.value, isBlank(end) else { return nil }
    var text = cursor
    while let value = text.value, isBlank(value) { text.advance() }
    // 「2-8 で」 goes on with a sentence, 「0.3 & …」 is a formula.
    guard let first = text.value, Signs.isLetter(first) || Signs.isOpening(first),
      !particles.contains(first) || first == 0x306F && text.next == 0x3058
    else { return nil }
    return mark(.letter, 0x5_0000 + parts, start, cursor)
  }

  /// `a) `, `A. `, `ii) `, `ア `, `ア、`, `一 `, `注1 `.
  private static func lettered(_ start: LineCursor, _ value: UInt32) -> LineMark? {
    var cursor = start
    if isLetter(value) {
      cursor.advance()
      while let next = cursor.value, isRomanLetter(value), isRomanLetter(next) { cursor.advance() }
      guard let sign = cursor.value, [0x29, 0x2E].contains(sign), let next = cursor.next,
        isBlank(next)
      else { return nil }
      cursor.advance()
      return mark(.letter, 0x6_0000 | sign, start, cursor)
    }
    if kanjiNumber(&cursor) != nil {
      guard cursor.value == 0x20 else { return nil }
      return mark(.letter, 0x6_4E00, start, cursor)
    }
    if value == 0x6CE8 {
      cursor.advance()
      guard digits(&cursor) != nil, let next = cursor.value, isBlank(next) else { return nil }
      return mark(.line, 0x6_6CE8, start, cursor)
    }
    guard isKatakana(value) else { return nil }
    cursor.advance()
    guard let sign = cursor.value, sign == 0x20 || sign == 0x3001 else { return nil }
    if sign == 0x3001 { cursor.advance() }
    return mark(.letter, 0x6_30A2 | sign << 20, start, cursor)
  }

  /// `Q1. `, `A：`, `問1 `, `答　`.
  private static func asked(_ start: LineCursor, _ value: UInt32) -> LineMark? {
    guard [0x51, 0x41, 0xFF31, 0xFF21, 0x554F, 0x7B54].contains(value) else { return nil }
    var cursor = start
    cursor.advance()
    let hasNumber = digits(&cursor) != nil
    guard let sign = cursor.value else { return nil }
    // . ． ： : 、 ） )
    if [0x2E, 0xFF0E, 0xFF1A, 0x3A, 0x3001, 0xFF09, 0x29].contains(sign) {
      cursor.advance()
    } else if !(isBlank(sign) && (hasNumber || sign == 0x3000)) {
      return nil
    }
    return mark(.letter, 0x7_0000, start, cursor)
  }

  /// `日時：2020年4月1日`, `氏名　山田`.
  private static func labelled(_ start: LineCursor) -> LineMark? {
    var cursor = start
    var count = 0
    var hasLetter = false
    var last: UInt32 = 0
    while let value = cursor.value, count < maximumName, isOfName(value) {
      last = value
      hasLetter = hasLetter || !isDigit(value)
      count += 1
      cursor.advance()
    }
    guard count > 0, hasLetter, let sign = cursor.value else { return nil }
    if sign == 0x3000 {
      var ahead = cursor
      while ahead.value == 0x3000 { ahead.advance() }
      // Of a sentence are 「！　」 and the like; a name has no hiragana at its end.
      guard ahead.value != nil, !(last >= 0x3041 && last <= 0x3096) else { return nil }
      return mark(.line, Series.column, start, cursor)
    }
    guard sign == 0xFF1A || sign == 0x3A, let next = cursor.next else { return nil }
    // 10：00, https://
    if isDigit(last), isDigit(next) { return nil }
    if sign == 0x3A, !isBlank(next) { return nil }
    cursor.advance()
    return mark(.letter, Series.label, start, cursor)
  }

  /// Hiragana that go on after a number in a sentence: をがにのでともへかやは.
  private static let particles = Set("をがにのでともへかやは".unicodeScalars.map(\.value))

  private static func isOfName(_ value: UInt32) -> Bool {
    Signs.isLetter(value) || [0x30FB, 0xFF08, 0xFF09, 0x28, 0x29, 0x2F, 0xFF0F].contains(value)
  }

  private static func isBlank(_ value: UInt32) -> Bool { value == 32 || value == 0x3000 }

  private static func mark(
    _ kind: LineMark.Kind, _ form: UInt32, _ start: LineCursor, _ end: LineCursor
  ) -> LineMark? {
    var text = end
    while let value = text.value, isBlank(value) || value == 9 { text.advance() }
    guard text.value != nil else { return nil }
    return LineMark(
      kind: kind, form: form, range: start.offset..<end.offset, textStart: text.offset)
  }

  /// Whether a line is nothing but a few strong words: `**目的**`.
  static func isStrongTitle(_ text: [UInt8], _ line: Range<Int>) -> Bool {
    guard line.count >= 7, line.count <= 96, text[line].starts(with: "**".utf8) else {
      return false
    }
    let inner = line.lowerBound + 2..<line.upperBound - 2
    return text[inner.upperBound..<line.upperBound].elementsEqual("**".utf8)
      && !text[inner].contains(UInt8(ascii: "*")) && !text[inner].contains(UInt8(ascii: "`"))
      && !text[inner].suffix(3).elementsEqual("。".utf8)
  }

  /// Whether a line is nothing but a title in brackets: `【目的】`, `＜目的＞`, `〔目的〕`.
  static func isTitle(_ text: [UInt8], _ line: Range<Int>) -> Bool {
    guard line.count >= 9, line.count <= 96 else { return false }
    let pairs: [(UInt32, UInt32)] = [
      (0x3010, 0x3011), (0xFF1C, 0xFF1E), (0x3008, 0x3009), (0x300A, 0x300B), (0x3014, 0x3015),
      (0xFF3B, 0xFF3D),
    ]
    var cursor = LineCursor(text, line)
    guard let open = cursor.value, let close = pairs.first(where: { $0.0 == open })?.1 else {
      return false
    }
    cursor.advance()
    // ［！注意］ is the mark of a box.
    if cursor.value == 0x21 || cursor.value == 0xFF01 { return false }
    while let value = cursor.value {
      cursor.advance()
      if value == close { return cursor.value == nil }
      if value == open || value == 0x3002 { return false }
    }
    return false
  }
}
