/// Compounds of verbs with the kana between their kanji left out: 打ち合わせ as 打合わせ and 打合せ.
enum Okurigana {
  /// Tells the shorter spellings of the compounds in a block of folded text.
  ///
  /// `found` gets each with what stands around it, so that a query that goes on is found as well:
  /// 会議の打合わせを行う and 会議の打合せを行う.
  static func spellings(in units: UnsafeBufferPointer<UInt16>, found: ([UInt16]) -> Void) {
    var index = 0
    while index + 3 < units.count {
      defer { index += 1 }
      guard GramText.isHiragana(units[index + 1]), GramText.isKanji(units[index]) else { continue }
      var second = index + 2
      if GramText.isHiragana(units[second]) { second += 1 }
      guard second + 1 < units.count, GramText.isKanji(units[second]), isLink(units[second - 1]),
        GramText.isHiragana(units[second + 1])
      else { continue }
      let before = units[..<(index + 1)].suffix(context).reversed().prefix(while: GramText.isWord)
      let start = before.reversed() + [units[second]]
      let rest = units[(second + 1)...].prefix(context).prefix(while: GramText.isWord)
      found(start + rest)
      if rest.count > 1, GramText.isHiragana(rest[second + 2]) { found(start + rest.dropFirst()) }
    }
  }

  /// The same for an array.
  static func spellings(in units: [UInt16], found: ([UInt16]) -> Void) {
    units.withUnsafeBufferPointer { spellings(in: $0, found: found) }
  }

  /// How many units before and after a compound are kept.
  private static let context = 8

  /// Whether a verb that goes on can end in `unit`: い-row and え-row, particles left out.
  private static func isLink(_ unit: UInt16) -> Bool { links.contains(unit) }

  private static let links: Set<UInt16> = Set("いきしちみりぎじびえけせてねべめれげぜ".utf16)
}
