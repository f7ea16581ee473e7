/// Compounds of verbs with the kana between their kanji left out: 打ち合わせ as 打合わせ and 打合せ.
enum Okurigana {
  /// Tells the shorter spellings of the compounds in a block of folded text.
  ///
  /// `found` gets each with what stands around it, so that a query that goes on is found as well:
  /// 会議の打合わせを行う and 会議の打合せを行う.
  static func spellings(in block: ClassifiedUnits, found: ([UInt16]) -> Void) {
    let (units, classes) = (block.units, block.classes)
    var index = 0
    while index + 3 < units.count {
      defer { index += 1 }
      guard classes[index + 1].contains(.hiragana), classes[index].contains(.kanji) else {
        continue
      }
      var second = index + 2
      if classes[second].contains(.hiragana) { second += 1 }
      guard second + 1 < units.count, classes[second].contains(.kanji),
        classes[second + 1].contains(.hiragana), isLink(units[second - 1])
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
    ClassifiedUnits.with(units) { spellings(in: $0, found: found) }
  }

  /// How many units before and after a compound are kept.
  private static let context = 8

  /// Whether a verb that goes on can end in `unit`: い-row and え-row, particles left out.
  @inline(__always)
  private static func isLink(_ unit: UInt16) -> Bool {
    let place = unit &- 0x3041
    return place < 0x60 && links[Int(place)]
  }

  /// For each hiragana, from ぁ on.
  private static let links: [Bool] = {
    let units = Set("いきしちみりぎじびえけせてねべめれげぜ".utf16)
    return (0..<0x60).map { units.contains(0x3041 + $0) }
  }()
}
