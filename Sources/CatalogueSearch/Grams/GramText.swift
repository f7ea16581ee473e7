import TextFolding

/// Folded text as the units that grams are cut from.
///
/// A unit is a UTF-16 code unit; a character outside the basic plane becomes one unit of the private
/// use area, so that no gram has half a character. `search-folding.js` cuts the same way.
enum GramText {
  /// The unit of a folded scalar value.
  @inline(__always)
  private static func unit(_ scalar: UInt32) -> UInt16 {
    scalar < 0x10000
      ? UInt16(truncatingIfNeeded: scalar)
      : SearchFormat.outside | UInt16(truncatingIfNeeded: scalar & SearchFormat.outsideMask)
  }

  /// The units of folded scalar values.
  static func units(_ scalars: [UInt32]) -> [UInt16] {
    var units: [UInt16] = []
    scalars.withUnsafeBufferPointer { append($0, to: &units) }
    return units
  }

  /// The units of a text as it is written.
  static func units(of text: String) -> [UInt16] {
    var units: [UInt16] = []
    append(text, to: &units)
    return units
  }

  /// Appends the units of a text as it is written.
  static func append(_ text: String, to units: inout [UInt16]) {
    let start = units.count
    Folding.eachLine(of: text) { line in
      // Lines are no sentence: rows of facts, paragraphs.
      if units.count > start { units.append(0xA) }
      append(line, to: &units)
    }
  }

  /// Appends the units of folded scalar values.
  private static func append(_ scalars: UnsafeBufferPointer<UInt32>, to units: inout [UInt16]) {
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: scalars.count) { folded in
      var (hasDigit, hasLetter) = (false, false)
      for index in scalars.indices {
        let scalar = scalars[index]
        folded[index] = unit(scalar)
        if scalar < 0x2000 {
          hasDigit = hasDigit || scalar < 0x3A
          hasLetter = hasLetter || scalar >= 0xC0
        }
      }
      if hasLetter { dropAccents(folded) }
      let count = hasDigit ? NumberUnits.mark(folded) : folded.count
      units.append(contentsOf: UnsafeBufferPointer(rebasing: folded[..<count]))
    }
  }

  /// Writes Latin letters without their accents.
  private static func dropAccents(_ units: UnsafeMutableBufferPointer<UInt16>) {
    for index in units.indices where units[index] >= 0xC0 && units[index] < 0x1F00 {
      units[index] = UInt16(truncatingIfNeeded: Folding.baseLetter(of: UInt32(units[index])))
    }
  }

  /// Whether a unit is none of words and separates none, see `SearchFormat.separators`.
  static func isJoiner(_ unit: UInt16) -> Bool { joiners[Int(unit)] }

  private static let joiners: [Bool] = (UInt16.min...UInt16.max).map { unit in
    !isWord(unit) && !SearchFormat.separators.contains { $0.contains(unit) }
  }

  /// Whether a unit joins but seldom stands within a name: a comma, a bracket.
  static func isComma(_ unit: UInt16) -> Bool { commas.contains(unit) }

  /// As they are folded.
  private static let commas = Set("、,()[]{}「」『』【】〔〕〈〉《》".utf16)

  /// Units as what somebody types may begin a name: in hiragana, digits as they are, nothing that joins.
  static func key(_ units: some Collection<UInt16>) -> [UInt16] {
    hiragana(units.lazy.filter { !isJoiner($0) && !NumberUnits.isSign($0) }.map(NumberUnits.plain))
  }

  /// Whether a unit is part of words: letters, digits, marks and signs; punctuation separates.
  ///
  /// This is `SearchFormat.words`, written out because it is asked of every unit; a test compares them.
  @inline(__always)
  static func isWord(_ unit: UInt16) -> Bool {
    if unit < 0x80 {
      return (unit >= 0x61 && unit <= 0x7A) || (unit >= 0x30 && unit <= 0x39)
        || (unit >= 0x23 && unit <= 0x26) || unit == 0x2B || unit == 0x40
    }
    if unit < 0x2000 {
      return unit >= 0xC0 && unit != 0xD7 && unit != 0xF7 && !(unit >= 0x300 && unit < 0x370)
    }
    if unit < 0x3041 {
      return (unit >= 0x2190 && unit < 0x3000) || (unit >= 0x3005 && unit <= 0x3007)
        || unit == 0x203B
    }
    if unit < 0xFE00 { return unit != 0x30A0 && unit != 0x30FB }
    return unit >= 0xFE70 && unit < 0xFF00
  }

  /// Hiragana, with their marks.
  @inline(__always)
  static func isHiragana(_ unit: UInt16) -> Bool { unit >= 0x3041 && unit <= 0x309F }

  /// Katakana and ー.
  @inline(__always)
  static func isKatakana(_ unit: UInt16) -> Bool {
    (unit >= 0x30A1 && unit <= 0x30FA) || unit == 0x30FC
  }

  /// Kanji, with 々.
  @inline(__always)
  static func isKanji(_ unit: UInt16) -> Bool {
    (unit >= 0x4E00 && unit <= 0x9FFF) || (unit >= 0x3400 && unit <= 0x4DBF) || unit == 0x3005
      || (unit >= 0xE000 && unit <= 0xEFFF)
  }

  /// Katakana as hiragana, the script that readings are indexed in; ー stays.
  static func hiragana(_ units: some Collection<UInt16>) -> [UInt16] {
    units.map { SearchFormat.katakana.contains($0) ? $0 - SearchFormat.kanaStep : $0 }
  }
}
