import TextFolding

/// What the engine does with texts, lists and names, written a second time by the constants that it is given.
///
/// What reads an index to judge it uses this and nothing of what wrote the index. So a rule or a constant that
/// is changed where the index is written alone makes files that cannot be read here, as in a browser.
enum BrowserRules {
  /// The units of folded scalar values, as texts are compared: numbers marked, without what joins.
  static func units(_ scalars: [UInt32]) -> [UInt16] {
    numbered(letters(scalars)).filter { !isJoiner($0) }
  }

  /// Folded scalar values with a unit for each, Latin letters without accents.
  private static func letters(_ scalars: [UInt32]) -> [UInt16] {
    scalars.map { scalar in
      let letter = (0xC0..<0x1F00).contains(scalar) ? Folding.baseLetter(of: scalar) : scalar
      return letter > 0xFFFF
        ? SearchFormat.outside | UInt16(letter & SearchFormat.outsideMask)
        : UInt16(truncatingIfNeeded: letter)
    }
  }

  /// The units of a text with its numbers marked and with what joins words.
  static func written(_ text: String) -> [UInt16] {
    let lines = text.utf8.split(separator: 10).map { line in
      numbered(letters(Folding.scalars(of: String(Substring(line)))))
    }
    return Array(lines.joined(separator: [0xA]))
  }

  /// Whether a unit joins words: it is none of theirs and separates none.
  static func isJoiner(_ unit: UInt16) -> Bool {
    !isWord(unit) && !SearchFormat.separators.contains { $0 ~= unit }
  }

  private static func isDigit(_ unit: UInt16) -> Bool { 0x30...0x39 ~= unit }

  /// Units with their numbers marked.
  private static func numbered(_ units: [UInt16]) -> [UInt16] {
    var found: [UInt16] = []
    var rest = units[...]
    while let unit = rest.first {
      guard isDigit(unit) else {
        found.append(unit)
        rest = rest.dropFirst()
        continue
      }
      let isBegun =
        found.count > 1 && isMyriad(found[found.count - 1]) && isEnd(found[found.count - 2])
      var number = digits(&rest)
      while rest.first == 0x2E, rest.dropFirst().first.map(isDigit) ?? false {
        rest = rest.dropFirst()
        number += [SearchFormat.point] + digits(&rest)
      }
      found += marked(number, isBegun: isBegun)
      let joiners = rest.prefix(while: isJoiner)
      if let sign = joiners.first(where: { $0 != 0x20 }),
        rest.dropFirst(joiners.count).first.map(isDigit) ?? false
      {
        let place = SearchFormat.signs.firstIndex { $0.utf16.contains(sign) } ?? -1
        found.append(UInt16(Int(SearchFormat.sign) + place))
        rest = rest.dropFirst(joiners.count)
      }
    }
    return found
  }

  /// Whether a unit is 万, 億 or 兆.
  private static func isMyriad(_ unit: UInt16) -> Bool { "万億兆".utf16.contains(unit) }

  /// Whether a unit is the end of a number.
  private static func isEnd(_ unit: UInt16) -> Bool {
    SearchFormat.lastDigit..<SearchFormat.point ~= unit
  }

  /// Takes digits off, without the commas between groups of them.
  private static func digits(_ rest: inout ArraySlice<UInt16>) -> [UInt16] {
    var found: [UInt16] = []
    while let unit = rest.first {
      let next = rest.dropFirst().prefix { isDigit($0) }
      guard isDigit(unit) || unit == 0x2C && next.count == 3 else { break }
      if unit != 0x2C { found.append(unit) }
      rest = rest.dropFirst()
    }
    return found
  }

  /// A number with its ends marked.
  ///
  /// What goes on from 万, 億 or 兆 has no beginning.
  private static func marked(_ number: [UInt16], isBegun: Bool) -> [UInt16] {
    var marked = number
    let last = number.count - 1
    if last == 0, !isBegun { return [number[0] - 0x30 + SearchFormat.onlyDigit] }
    if !isBegun { marked[0] = number[0] - 0x30 + SearchFormat.firstDigit }
    marked[last] = number[last] - 0x30 + SearchFormat.lastDigit
    return marked
  }

  /// Units as they begin a name that is typed: digits as they are.
  static func key(_ name: String) -> [UInt16] {
    hiragana(units(of: name)).compactMap { unit in
      switch unit {
      case SearchFormat.point: 0x2E
      case SearchFormat.firstDigit..<SearchFormat.point: 0x30 + unit & 0xF
      case SearchFormat.sign - 1..<SearchFormat.sign + UInt16(SearchFormat.signs.count): nil
      default: unit
      }
    }
  }

  /// The units of a text as it is written.
  ///
  /// Each line by itself: what ends one separates.
  static func units(of text: String) -> [UInt16] {
    let lines = text.utf8.split(separator: 10).map { line in
      units(Folding.scalars(of: String(Substring(line))))
    }
    return Array(lines.joined(separator: [0xA]))
  }

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

  /// What a mention is worth to a browser, by what the lists tell: steps of 16, and one more for each step by
  /// which a name that begins so is shorter.
  enum Worth {
    static let text = 16
    static let name = 48

    static func of(_ impact: Int) -> Int { impact > 3 ? name + impact - 3 : impact * text }
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
    let isKanji =
      0x4E00...0x9FFF ~= key[0] || 0x3400...0x4DBF ~= key[0] || key[0] == 0x3005
      || 0xE000...0xEFFF ~= key[0]
    let first = Int(key[0]) * SearchFormat.nameFactor
    return (isKanji ? first : first + Int(key[1])) % max(1, count)
  }
}
