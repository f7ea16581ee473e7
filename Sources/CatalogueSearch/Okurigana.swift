/// Compounds of verbs with the kana between their kanji left out: 打ち合わせ as 打合わせ and 打合せ.
enum Okurigana {
  /// The shorter spellings of the compounds in a block of text.
  static func spellings(in units: [UInt16]) -> [[UInt16]] {
    var found: [[UInt16]] = []
    var index = 0
    while index + 3 < units.count {
      defer { index += 1 }
      guard GramText.isKanji(units[index]), GramText.isHiragana(units[index + 1]) else { continue }
      var second = index + 2
      if GramText.isHiragana(units[second]) { second += 1 }
      guard second + 1 < units.count, isLink(units[second - 1]), GramText.isKanji(units[second]),
        GramText.isHiragana(units[second + 1])
      else { continue }
      let rest = units[(second + 1)...].prefix(3).prefix(while: GramText.isHiragana)
      found.append([units[index], units[second]] + rest)
      if rest.count > 1 { found.append([units[index], units[second]] + rest.dropFirst()) }
    }
    return found
  }

  /// Whether a verb that goes on can end in `unit`: い-row and え-row, particles left out.
  private static func isLink(_ unit: UInt16) -> Bool { links.contains(unit) }

  private static let links: Set<UInt16> = Set("いきしちみりぎじびえけせてねべめれげぜ".utf16)
}
