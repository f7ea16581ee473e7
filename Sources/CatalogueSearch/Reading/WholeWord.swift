import TextFolding

/// A name that a text must have as a word of its own: the twin of `hasWord` in `search-words.js`.
///
/// MIC is no name of what Microelectronics is about, nor NIES of companies.
struct WholeWord {
  /// The name as texts are compared.
  private let units: [UInt16]

  init(_ units: [UInt16]) { self.units = units }

  /// The longest name in katakana that others may have inside.
  private static let mostKatakana = 4

  /// Whether a name may stand inside a word that has nothing to do with it: one in Latin letters, or a short one
  /// in katakana.
  static func isInsideOthers(_ name: String) -> Bool {
    let key = BrowserRules.key(name)
    if [key.first, key.last].contains(where: { $0.map(isLatin) ?? false }) { return true }
    let folded = Array(Folding.fold(name).utf16)
    return (1...mostKatakana).contains(folded.count) && folded.allSatisfy(isKatakana)
  }

  /// Whether a text as it is written has the name as a word.
  func stands(in text: String) -> Bool {
    // What joins words stays here: only what is written without it is one word.
    let written = BrowserRules.written(text)
    let compared = BrowserRules.hiragana(written)
    return compared.indices.contains { start in
      guard compared[start] == units[0], let end = end(in: compared, from: start) else {
        return false
      }
      let isBegun = start > 0 && Self.goesOn(written[start - 1], written[start])
      return !isBegun && !(end < written.count && Self.goesOn(written[end - 1], written[end]))
    }
  }

  /// Where the name ends that begins at a unit, whatever joins its parts.
  private func end(in compared: [UInt16], from start: Int) -> Int? {
    var (place, next) = (start, 0)
    while next < units.count {
      guard place < compared.count else { return nil }
      if compared[place] == units[next] {
        next += 1
      } else if !BrowserRules.isJoiner(compared[place]) {
        return nil
      }
      place += 1
    }
    return place
  }

  /// Whether a word goes on between two units.
  private static func goesOn(_ before: UInt16, _ after: UInt16) -> Bool {
    isLatin(before) && isLatin(after) || isKatakana(before) && isKatakana(after)
  }

  private static func isLatin(_ unit: UInt16) -> Bool { 0x61...0x7A ~= unit }

  private static func isKatakana(_ unit: UInt16) -> Bool {
    0x30A1...0x30FA ~= unit || unit == 0x30FC
  }
}
