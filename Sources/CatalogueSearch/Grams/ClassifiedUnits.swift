/// Units of folded text with what each of them is, looked up once for all who go through the text.
struct ClassifiedUnits {
  /// What a unit is, as `GramText` says; several may be true.
  struct Class: OptionSet {
    let rawValue: UInt8

    static let word = Class(rawValue: 1)
    static let kanji = Class(rawValue: 2)
    static let hiragana = Class(rawValue: 4)
    static let katakana = Class(rawValue: 8)
    static let joiner = Class(rawValue: 16)
    /// What joins, but seldom within a name: a comma, a bracket.
    static let comma = Class(rawValue: 32)
  }

  let units: UnsafeBufferPointer<UInt16>
  /// The class of each unit, and nothing behind the last one.
  let classes: UnsafeBufferPointer<Class>

  var count: Int { units.count }
  /// How many units are part of words.
  var wordCount: Int { classes.count { $0.contains(.word) } }

  /// The kanji at a place; 0 where there is none.
  @inline(__always)
  func kanji(at index: Int) -> UInt16 {
    index < units.count && classes[index].contains(.kanji) ? units[index] : 0
  }

  /// The classes of all units.
  private static let table: [Class] = (0...UInt16.max).map { unit in
    var unitClass: Class = []
    if GramText.isWord(unit) { unitClass.insert(.word) }
    if GramText.isJoiner(unit) { unitClass.insert(.joiner) }
    if GramText.isComma(unit) { unitClass.insert(.comma) }
    if GramText.isKanji(unit) { unitClass.insert(.kanji) }
    if GramText.isHiragana(unit) { unitClass.insert(.hiragana) }
    if GramText.isKatakana(unit) { unitClass.insert(.katakana) }
    return unitClass
  }

  /// Lends the units with their classes.
  static func with(
    _ units: UnsafeBufferPointer<UInt16>, _ body: (ClassifiedUnits) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: Class.self, capacity: units.count + 1) { classes in
      table.withUnsafeBufferPointer { table in
        for index in units.indices { classes[index] = table[Int(units[index])] }
      }
      classes[units.count] = []
      body(ClassifiedUnits(units: units, classes: UnsafeBufferPointer(classes)))
    }
  }

  /// Lends the units of an array with their classes.
  static func with(_ units: [UInt16], _ body: (ClassifiedUnits) -> Void) {
    units.withUnsafeBufferPointer { with($0, body) }
  }
}
