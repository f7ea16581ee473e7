/// The characters of which marks are made.
extension LineMarkScanner {
  /// The number of up to three digits at the cursor, which goes behind them.
  static func digits(_ cursor: inout LineCursor) -> Int? {
    var ahead = cursor
    var number = 0
    var count = 0
    while let value = ahead.value, isDigit(value) {
      count += 1
      if count > 3 { return nil }
      number = number * 10 + Int(value >= 0xFF10 ? value - 0xFF10 : value - 48)
      ahead.advance()
    }
    guard count > 0 else { return nil }
    cursor = ahead
    return number
  }

  /// The number up to 99 in kanji at the cursor, which goes behind it.
  static func kanjiNumber(_ cursor: inout LineCursor) -> Int? {
    var ahead = cursor
    var number = 0
    var count = 0
    while let value = ahead.value, let digit = kanjiNumber(value) {
      count += 1
      if count > 3 { return nil }
      number = digit == 10 ? max(number, 1) * 10 : number + digit
      ahead.advance()
    }
    guard count > 0 else { return nil }
    cursor = ahead
    return number
  }

  static let kanjiNumbers: [UInt32] = [
    0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341,
  ]

  static func kanjiNumber(_ value: UInt32) -> Int? {
    kanjiNumbers.firstIndex(of: value).map { $0 + 1 }
  }

  static func isDigit(_ value: UInt32) -> Bool {
    value >= 48 && value <= 57 || value >= 0xFF10 && value <= 0xFF19
  }

  static func isLetter(_ value: UInt32) -> Bool {
    let ascii = value >= 0xFF21 && value <= 0xFF5A ? value - 0xFEE0 : value
    return ascii < 0x80 && ascii | 32 >= 97 && ascii | 32 <= 122
  }

  static func isRomanLetter(_ value: UInt32) -> Bool {
    "ivxIVX".unicodeScalars.contains { $0.value == value }
  }

  static func isKatakana(_ value: UInt32) -> Bool { value >= 0x30A2 && value <= 0x30F3 }

  static func isKana(_ value: UInt32) -> Bool {
    isKatakana(value) || value >= 0x3042 && value <= 0x3093
  }

  static func isRoman(_ value: UInt32) -> Bool { value >= 0x2160 && value <= 0x217B }

  /// Whether a character may stand behind a mark that is a word as well.
  static func endsMark(_ value: UInt32?) -> Bool {
    guard let value else { return true }
    return [32, 0x3000, 0xFF0E, 0x2E, 0x3001, 0xFF09, 0x29].contains(value)
  }

  static func isEnclosedLetter(_ value: UInt32) -> Bool {
    value >= 0x249C && value <= 0x24E9
  }

  /// The number that one character is, and a character that stands for its form.
  static func enclosedNumber(_ value: UInt32) -> (number: Int, form: UInt32)? {
    for (range, first, form) in enclosed where range.contains(value) {
      return (Int(value - range.lowerBound) + first, form)
    }
    return nil
  }

  /// The signs are ①–⑳ ㉑–㉟ ㊱–㊿, ⑴–⒇, ⒈–⒛, ❶–❿ ⓫–⓴, ➀–➉, ➊–➓, ⓵–⓾, ㈠–㈩, ㊀–㊉, Ⅰ–Ⅻ, ⅰ–ⅻ.
  static let enclosed: [(ClosedRange<UInt32>, Int, UInt32)] = [
    (0x2460...0x2473, 1, 0x2460), (0x3251...0x325F, 21, 0x2460), (0x32B1...0x32BF, 36, 0x2460),
    (0x2474...0x2487, 1, 0x2474), (0x2488...0x249B, 1, 0x2488), (0x2776...0x277F, 1, 0x2776),
    (0x24EB...0x24F4, 11, 0x2776), (0x2780...0x2789, 1, 0x2780), (0x278A...0x2793, 1, 0x278A),
    (0x24F5...0x24FE, 1, 0x24F5), (0x3220...0x3229, 1, 0x3220), (0x3280...0x3289, 1, 0x3280),
    (0x2160...0x216B, 1, 0x2160), (0x2170...0x217B, 1, 0x2170),
  ]
}
