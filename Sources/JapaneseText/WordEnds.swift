/// Where words of a Japanese text end, as its signs tell one from the next.
///
/// Browsers that know no phrases would break a long heading within a word. A word of kanji and one of kana follow each
/// other where kana end and kanji begin, or where two kanji and more end and katakana begin; a line may end behind
/// middle dots and commas, and on both sides of brackets and Latin words.
package enum WordEnds {
  private enum Sign {
    case kanji, hiragana, katakana, latin, opening, closing, other
  }

  /// The pieces of a text between which a line may end.
  package static func pieces(of text: String) -> [Substring] {
    var pieces: [Substring] = []
    var start = text.startIndex
    var before: (character: Character, sign: Sign)?
    // How many signs of the same kind stand before.
    var length = 0
    for place in text.indices {
      let character = text[place]
      let sign = Self.sign(of: character)
      if let before, mayEnd(before.sign, length, sign),
        LineEnd.isAllowed(after: before.character, before: character)
      {
        pieces.append(text[start..<place])
        start = place
      }
      length = sign == before?.sign ? length + 1 : 1
      before = (character, sign)
    }
    if start < text.endIndex { pieces.append(text[start...]) }
    return pieces
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
    // In 八王子ヶ丘 it stands for a word of kanji.
    case "ヵ", "ヶ": return .kanji
    case "\u{3041}"..."\u{309F}": return .hiragana
    case "\u{30A0}"..."\u{30FF}", "\u{31F0}"..."\u{31FF}": return .katakana
    case "\u{3400}"..."\u{9FFF}", "\u{F900}"..."\u{FAFF}", "\u{20000}"..."\u{3FFFF}", "々", "〆":
      return .kanji
    default: return .other
    }
  }
}
