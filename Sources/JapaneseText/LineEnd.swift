/// Where a line of text may end: what kinsoku asks for, and no Latin word in two.
///
/// Source: Requirements for Japanese Text Layout, 3.1.7 and 3.1.8, in their strict form.
package enum LineEnd {
  /// Whether a line may end between two characters that stand beside each other.
  package static func isAllowed(after before: Character, before after: Character) -> Bool {
    if never(ends: before) || never(begins: after) { return false }
    return !(isLatin(before) && isLatin(after))
  }

  /// Whether no line begins with the character: closing brackets, commas, ー, small kana.
  package static func never(begins character: Character) -> Bool {
    switch character {
    case "）", "〕", "］", "｝", "〉", "》", "」", "』", "】", "｠", "〙", "〗", "»", "’", "”", ")", "]", "}",
      "、", "。", "，", "．", "・", "：", "；", "！", "？", ",", ".", ":", ";", "!", "?", "-", "‐", "–", "〜",
      "～",
      "…", "‥", "ー", "゠", "々", "〻", "ヽ", "ヾ", "ゝ", "ゞ", "%", "％",
      "ぁ", "ぃ", "ぅ", "ぇ", "ぉ", "っ", "ゃ", "ゅ", "ょ", "ゎ", "ゕ", "ゖ",
      "ァ", "ィ", "ゥ", "ェ", "ォ", "ッ", "ャ", "ュ", "ョ", "ヮ", "ヵ", "ヶ", "\u{31F0}"..."\u{31FF}":
      true
    default: false
    }
  }

  /// Whether no line ends with the character: opening brackets.
  package static func never(ends character: Character) -> Bool {
    switch character {
    case "（", "〔", "［", "｛", "〈", "《", "「", "『", "【", "｟", "〘", "〖", "«", "‘", "“", "(", "[", "{":
      true
    default: false
    }
  }

  private static func isLatin(_ character: Character) -> Bool {
    guard let value = character.asciiValue else { return false }
    switch value {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      return true
    default: return false
    }
  }
}
