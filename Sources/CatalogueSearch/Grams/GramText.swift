import TextFolding

/// Folded text as the units that grams are cut from.
///
/// A unit is a UTF-16 code unit; a character outside the basic plane becomes one unit of the private
/// use area, so that no gram has half a character. `search-engine.js` cuts the same way.
enum GramText {
  /// The units of folded scalar values.
  static func units(_ scalars: [UInt32]) -> [UInt16] {
    scalars.map { UInt16(truncatingIfNeeded: $0 < 0x10000 ? $0 : 0xE000 | $0 & 0xFFF) }
  }

  /// The units of a text as it is written.
  static func units(of text: String) -> [UInt16] {
    units(Folding.scalars(of: text))
  }

  /// Appends the units of a text as it is written.
  static func append(_ text: String, to units: inout [UInt16]) {
    units.append(contentsOf: self.units(Folding.scalars(of: text)))
  }

  /// Whether a unit is part of words: letters, digits, marks and signs; punctuation separates.
  ///
  /// Signs are those that somebody may look for: `#$%&+@`, ※, arrows, mathematical signs, shapes (R&D,
  /// C++, ▲).
  @inline(__always)
  static func isWord(_ unit: UInt16) -> Bool {
    if unit < 0x80 {
      return (unit >= 0x61 && unit <= 0x7A) || (unit >= 0x30 && unit <= 0x39)
        || (unit >= 0x23 && unit <= 0x26) || unit == 0x2B || unit == 0x40
    }
    if unit < 0x2000 { return unit >= 0xC0 && unit != 0xD7 && unit != 0xF7 }
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
    units.map { $0 >= 0x30A1 && $0 <= 0x30F6 ? $0 - 0x60 : $0 }
  }
}
