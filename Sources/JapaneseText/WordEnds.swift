import ByteWriting

/// A title as a heading shows it: a line may end between its words, where signs tell one from the next.
///
/// Browsers that know no phrases would break a long name within a word. A word of kanji and one of kana follow each
/// other where kana end and kanji begin, or where two kanji and more end and katakana begin; a line may end behind
/// middle dots and commas, and on both sides of brackets and Latin words.
enum HeadingText {
  private enum Sign {
    case kanji, hiragana, katakana, latin, opening, closing, other
  }

  /// The title as HTML, with `<wbr>` where a line may end.
  static func html(_ title: String) -> [UInt8] {
    var out = ByteWriter()
    var before: Sign?
    // How many signs of the same kind stand before.
    var length = 0
    for character in title {
      let sign = Self.sign(of: character)
      if let before, mayEnd(before, length, sign) { out.append("<wbr>") }
      length = sign == before ? length + 1 : 1
      before = sign
      out.append(html: String(character))
    }
    return out.bytes
  }

  private static func mayEnd(_ before: Sign, _ length: Int, _ sign: Sign) -> Bool {
    switch (before, sign) {
    case (.closing, .closing), (.opening, _), (_, .closing), (.other, _), (_, .other): false
    case (.closing, _), (_, .opening): true
    case (.hiragana, .kanji), (.katakana, .kanji), (.hiragana, .katakana): true
    case (.kanji, .katakana): length > 1
    case (.latin, .latin): false
    case (.latin, _), (_, .latin): true
    default: false
    }
  }

  private static func sign(of character: Character) -> Sign {
    guard let scalar = character.unicodeScalars.first else { return .other }
    switch scalar {
    case "・", "、", "。", "，", "．", "」", "』", "）", "】", "〉", "》", "］": return .closing
    case "「", "『", "（", "【", "〈", "《", "［": return .opening
    // A digit belongs to the kanji behind it: 第6期, 100億円.
    case "a"..."z", "A"..."Z": return .latin
    case "\u{3041}"..."\u{309F}": return .hiragana
    case "\u{30A0}"..."\u{30FF}", "\u{31F0}"..."\u{31FF}": return .katakana
    case "\u{3400}"..."\u{9FFF}", "\u{F900}"..."\u{FAFF}", "\u{20000}"..."\u{3FFFF}", "々", "〆":
      return .kanji
    default: return .other
    }
  }
}
