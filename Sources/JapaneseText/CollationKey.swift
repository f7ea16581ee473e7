/// The bytes that put readings into the order of JIS X 4061-1996 (日本語文字列照合順番).
///
/// Shape: one byte a letter for the first level (four for a rare sign), a zero, then a byte for each
/// four letters for each of the other levels. Levels: 1. the letter (signs, digits, Latin letters,
/// kana without voicing at full size, ー as the vowel it lengthens, ゝ as the kana it repeats);
/// 2. voicing (清音, 濁音, 半濁音); 3. form (長音, 小文字, 繰返し, 大文字); 4. script (hiragana before
/// katakana, a before A). A level counts only where all before it are equal.
///
/// Unlike in the standard, brackets and quotation marks are passed over: a name that is printed in 「」
/// stands where its first word does, which is where a reader looks.
enum CollationKey {
  /// The forms of a kana, in the order of the third level.
  enum Form: UInt8 {
    case longVowel
    case small
    case repeated
    case full
  }

  /// One letter of a reading with its weight at each level.
  struct Letter {
    /// The weight at the first level.
    var primary: Primary
    var voicing = Kana.Voicing.plain
    var form = Form.full
    /// Whether it is katakana or a capital letter.
    var isSecondScript = false

    /// The row of the index, or nothing for a sign.
    var row: GojuonRow? {
      switch primary {
      case .sign: nil
      case .digit, .latin: .alphanumeric
      case .kana(_, let row): row
      }
    }
  }

  /// What a letter is at the first level, in order.
  enum Primary {
    case sign(Unicode.Scalar)
    case digit(UInt8)
    case latin(UInt8)
    case kana(place: Int, row: GojuonRow)
  }

  /// The letters of a reading.
  static func letters(of text: String) -> [Letter] {
    var letters: [Letter] = []
    // The kana that ー lengthens and ゝ repeats.
    var previous: Kana?
    for scalar in Kana.composed(text) where !isBracket(scalar) {
      if let kana = Kana(scalar) {
        letters.append(letter(kana))
        previous = kana
      } else if let kana = previous, let letter = mark(scalar, after: kana, letters.last) {
        letters.append(letter)
      } else {
        letters.append(otherLetter(scalar))
        previous = nil
      }
    }
    return letters
  }

  private static func isBracket(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "「", "」", "『", "』", "（", "）", "(", ")", "〈", "〉", "《", "》", "【", "】", "〔", "〕", "［", "］",
      "[", "]", "＜", "＞", "<", ">", "“", "”", "‘", "’", "\"", "'":
      true
    default: false
    }
  }

  private static func letter(_ kana: Kana) -> Letter {
    Letter(
      primary: .kana(place: kana.place, row: GojuonRow(kana)), voicing: kana.voicing,
      form: kana.isSmall ? .small : .full, isSecondScript: kana.isKatakana)
  }

  /// The letter that ー or an iteration mark is after a kana.
  private static func mark(
    _ scalar: Unicode.Scalar, after kana: Kana, _ last: Letter?
  ) -> Letter? {
    switch scalar {
    case "ー":
      Letter(
        primary: .kana(place: kana.vowelPlace, row: GojuonRow(kana)), form: .longVowel,
        isSecondScript: last?.isSecondScript ?? false)
    case "ゝ", "ヽ", "ゞ", "ヾ":
      Letter(
        primary: .kana(place: kana.place, row: GojuonRow(kana)),
        voicing: scalar == "ゞ" || scalar == "ヾ" ? .voiced : .plain, form: .repeated,
        isSecondScript: scalar == "ヽ" || scalar == "ヾ")
    default: nil
    }
  }

  private static func otherLetter(_ scalar: Unicode.Scalar) -> Letter {
    var value = scalar.value
    if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
    if value == 0x3000 { value = 0x20 }
    guard value < 0x80 else { return Letter(primary: .sign(scalar)) }
    let byte = UInt8(value)
    return switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Letter(primary: .digit(byte - 48))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Letter(primary: .latin(byte - 97))
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      Letter(primary: .latin(byte - 65), isSecondScript: true)
    default: Letter(primary: .sign(Unicode.Scalar(byte)))
    }
  }

  /// The key of letters.
  static func bytes(of letters: [Letter]) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(letters.count * 2 + 4)
    for letter in letters { append(letter.primary, to: &key) }
    key.append(0)
    // Keys get here only if their first levels are equal, and then they have equally many letters.
    appendPacked(letters.lazy.map(\.voicing.rawValue), to: &key)
    appendPacked(letters.lazy.map(\.form.rawValue), to: &key)
    appendPacked(letters.lazy.map { $0.isSecondScript ? 1 : 0 }, to: &key)
    return key
  }

  private static func append(_ primary: Primary, to key: inout [UInt8]) {
    switch primary {
    case .sign(let scalar):
      if let index = firstSigns.firstIndex(of: scalar) {
        key.append(2 + UInt8(index))
      } else {
        let value = scalar.value
        key += [0x40, UInt8(value >> 16), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)]
      }
    case .digit(let digit): key.append(0x60 + digit)
    case .latin(let letter): key.append(0x70 + letter)
    case .kana(let place, _): key.append(0x90 + UInt8(place))
    }
  }

  /// The signs that come first by the standard, in its order; others follow by their code.
  private static let firstSigns = Array(" 、。,.・:;?!".unicodeScalars)

  private static func appendPacked(_ weights: some Sequence<UInt8>, to key: inout [UInt8]) {
    var packed: UInt8 = 0
    var filled = 0
    for weight in weights {
      packed |= weight << UInt8(6 - 2 * filled)
      filled += 1
      if filled == 4 {
        key.append(packed)
        (packed, filled) = (0, 0)
      }
    }
    if filled > 0 { key.append(packed) }
  }
}
