/// Compounds of verbs with the kana between their kanji left out: 打ち合わせ as 打合わせ and 打合せ.
enum Okurigana {
  /// Tells the grams of two that the shorter spellings of a block have and the block has not.
  ///
  /// `found` gets them with where they would stand so that what follows still follows: 打合 just before
  /// 合わ, and 打合 and 合せ just before せ.
  static func grams(in units: [UInt16], found: (UInt16, UInt16, Int) -> Void) {
    var index = 0
    while index + 3 < units.count {
      defer { index += 1 }
      guard GramText.isKanji(units[index]), GramText.isHiragana(units[index + 1]) else { continue }
      var second = index + 2
      if GramText.isHiragana(units[second]) { second += 1 }
      guard second + 1 < units.count, isLink(units[second - 1]), GramText.isKanji(units[second]),
        GramText.isHiragana(units[second + 1])
      else { continue }
      found(units[index], units[second], second - 1)
      guard second + 2 < units.count, GramText.isHiragana(units[second + 2]) else { continue }
      found(units[index], units[second], second)
      found(units[second], units[second + 2], second + 1)
    }
  }

  /// Whether a verb that goes on can end in `unit`: い-row and え-row, particles left out.
  private static func isLink(_ unit: UInt16) -> Bool { links.contains(unit) }

  private static let links: Set<UInt16> = Set("いきしちみりぎじびえけせてねべめれげぜ".utf16)
}
