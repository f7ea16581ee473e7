import TextFolding

/// What the engine does with texts, lists and names, written a second time by the constants that it is given.
///
/// What reads an index to judge it uses this and nothing of what wrote the index. So a rule or a constant that
/// is changed where the index is written alone makes files that cannot be read here, as in a browser.
enum BrowserRules {
  /// The units of folded scalar values.
  static func units(_ scalars: [UInt32]) -> [UInt16] {
    scalars.map { scalar in
      scalar > 0xFFFF
        ? SearchFormat.outside | UInt16(scalar & SearchFormat.outsideMask)
        : UInt16(truncatingIfNeeded: scalar)
    }
  }

  /// The units of a text as it is written.
  static func units(of text: String) -> [UInt16] { units(Folding.scalars(of: text)) }

  /// Whether a unit is part of words.
  static func isWord(_ unit: UInt16) -> Bool { words[Int(unit)] }

  private static let words: [Bool] = {
    var words = [Bool](repeating: false, count: 1 << 16)
    for range in SearchFormat.words { for unit in range { words[Int(unit)] = true } }
    return words
  }()

  /// Katakana as hiragana, the form that texts are compared in.
  static func hiragana(_ units: [UInt16]) -> [UInt16] {
    units.map { SearchFormat.katakana ~= $0 ? $0 - SearchFormat.kanaStep : $0 }
  }

  /// Mixes the units of a gram.
  static func hash(_ gram: some Sequence<UInt16>) -> Int {
    var mixed: UInt32 = 0
    for unit in gram {
      mixed = (mixed ^ UInt32(unit)) &* SearchFormat.hashFactor
      mixed ^= mixed >> UInt32(SearchFormat.hashShift)
    }
    return Int(mixed)
  }

  /// Whether so many pages have a gram of some length that longer ones tell them apart.
  static func isMany(_ pages: Int, limit: Int, length: Int) -> Bool {
    pages > limit * (length >= SearchFormat.longGram ? SearchFormat.longGramFactor : 1)
  }

  /// The number of low bits of the gaps between `count` numbers below `total`.
  static func lowBits(_ count: Int, below total: Int) -> Int {
    var low = 0
    while count > 0, (count << (low + 1)) * SearchFormat.gapFactor < total * SearchFormat.gapShare {
      low += 1
    }
    return low
  }

  /// The path of a file by its key and what its name tells.
  static func path(_ key: String, _ code: Int) -> String {
    let digits = String(code, radix: SearchFormat.codeRadix)
    let zeros = String(repeating: "0", count: max(0, SearchFormat.codeDigits - digits.count))
    return "\(key).\(zeros)\(digits).js"
  }

  /// The number of the file with the names that begin as a key does, of so many.
  static func file(ofName key: [UInt16], of count: Int) -> Int {
    (Int(key[0]) * SearchFormat.nameFactor + Int(key[1])) % max(1, count)
  }
}
