/// The folded text of consecutive pages, unit by unit, as the lists of grams are made from it.
///
/// Runs of words stand one after another with a 0 between them and at the end, so that no gram reaches
/// from one run, block or page into the next.
struct IndexedText: Sendable {
  /// How much the place of a block tells about what the page is on.
  struct Weight: RawRepresentable, Sendable {
    let rawValue: UInt8

    /// Inside another word, or a spelling that the page does not have itself.
    static let inside = Weight(rawValue: 0)
    static let text = Weight(rawValue: 1)
    static let heading = Weight(rawValue: 2)
    /// A name but where it begins, and the least of what it is worth there.
    static let name = Weight(rawValue: 3)

    /// The beginning of a title, an alias or a reading of so many units: up to `nameLengths.count` more.
    ///
    /// What is a greater part of a name tells more of it: TIA comes before TIA連携大学院. Only the beginning
    /// tells how long a name is, so that a character more or less in it changes no list but those of its
    /// first grams.
    static func beginning(ofName units: Int) -> Weight {
      let shorter = SearchFormat.nameLengths.count { units <= $0 }
      return Weight(rawValue: name.rawValue + UInt8(truncatingIfNeeded: shorter))
    }
  }

  /// The units of words, see `GramText`, and 0 between runs.
  private(set) var units: [UInt16] = []
  /// What a gram that begins at each unit is worth, as `Weight`.
  private(set) var weights: [UInt8] = []
  /// Where each page's text ends in `units`.
  private(set) var ends: [Int] = []

  /// Adds a block of folded text to the current page.
  mutating func add(_ block: ClassifiedUnits, as weight: Weight, words: KnownWords) {
    add(block, from: weight, as: weight, words: words)
  }

  /// Adds a title, an alias or a reading of the current page.
  mutating func add(name: ClassifiedUnits, words: KnownWords) {
    add(name, from: .beginning(ofName: name.wordCount), as: .name, words: words)
  }

  /// Adds a block whose first unit has a weight of its own.
  private mutating func add(
    _ block: ClassifiedUnits, from first: Weight, as rest: Weight, words: KnownWords
  ) {
    // The units of the block, or fewer, and a 0 at the end.
    let most = block.count + 1
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: most) { units in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: most) { weights in
        let count = Self.write(block, first.rawValue, rest.rawValue, words, to: units, weights)
        self.units.append(contentsOf: UnsafeBufferPointer(rebasing: units[..<count]))
        self.weights.append(contentsOf: UnsafeBufferPointer(rebasing: weights[..<count]))
      }
    }
  }

  /// Writes the runs of a block, each with a 0 at its end, and their weights; gives how many units there are.
  private static func write(
    _ block: ClassifiedUnits, _ first: UInt8, _ rest: UInt8, _ words: KnownWords,
    to units: UnsafeMutableBufferPointer<UInt16>, _ weights: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var count = 0
    var weight = first
    var previous: UInt16 = 0
    /// Whether the previous unit is one of several.
    var isBegun = false
    /// Whether the previous unit and the one at hand are kanji, and so are the latter and the next.
    var (isPair, isNextPair) = (false, false)
    for index in block.units.indices {
      let unit = block.units[index]
      isPair = isNextPair
      isNextPair = block.classes[index].intersection(block.classes[index + 1]).contains(.kanji)
      guard block.classes[index].contains(.word) else {
        // A word begins after it, and grams reach over it.
        if block.classes[index].contains(.joiner) {
          // What reaches over a comma from its very side is seldom one word, 名大 in 3名、大学, unless a word begins
          // there: 「知」の集積.
          if block.classes[index].contains(.comma), isBegun {
            weights[count &- 1] = Weight.inside.rawValue
          }
          (previous, isBegun) = (0, false)
          continue
        }
        // Of several signs one after another only the first one ends a run.
        if count > 0, units[count - 1] != 0 {
          units[count] = 0
          weights[count] = 0
          count &+= 1
        }
        (previous, isBegun) = (0, false)
        continue
      }
      let isInside =
        isNextPair
        ? words.isInside(
          isPair ? previous : 0, unit, block.units[index + 1],
          block.kanji(at: index + 2))
        : unit < 0x80 && isInside(previous, unit) || NumberUnits.isInside(unit)
      units[count] = unit
      weights[count] = isInside ? Weight.inside.rawValue : weight
      count &+= 1
      isBegun = previous != 0
      previous = unit
      weight = rest
    }
    guard count > 0, units[count - 1] != 0 else { return count }
    units[count] = 0
    weights[count] = 0
    return count + 1
  }

  /// Adds a run of words that the current page is found by and does not have as it is.
  mutating func addSpelling(_ run: [UInt16]) {
    for unit in run {
      units.append(unit)
      weights.append(Weight.inside.rawValue)
    }
    endRun()
  }

  /// Ends the current page.
  mutating func endPage() { ends.append(units.count) }

  /// Adds all of the pages of `other`, each with more spellings.
  mutating func append(_ other: IndexedText, spellings: (Int) -> ArraySlice<KanaRuns.Addition>) {
    var start = 0
    for end in other.ends {
      units += other.units[start..<end]
      weights += other.weights[start..<end]
      for addition in spellings(ends.count) { addSpelling(addition.units) }
      endPage()
      start = end
    }
  }

  mutating func reserve(_ count: Int) {
    units.reserveCapacity(count)
    weights.reserveCapacity(count)
  }

  /// Puts their ranks in the place of units; gives the alphabet, and how often each rank is in the text.
  mutating func rank() -> (alphabet: Alphabet, counts: [Int]) {
    var counts = [Int](repeating: 0, count: 1 << 16)
    for unit in units { counts[Int(unit)] &+= 1 }
    let alphabet = Alphabet(counts: counts)
    let ranks = alphabet.ranks
    units.withUnsafeMutableBufferPointer { units in
      for index in units.indices { units[index] = ranks[Int(units[index])] }
    }
    return (alphabet, (0..<alphabet.count).map { counts[Int(alphabet[UInt16($0)])] })
  }

  private mutating func endRun() {
    guard let last = units.last, last != 0 else { return }
    units.append(0)
    weights.append(0)
  }

  /// Whether a word that begins with `unit` of ASCII would be cut out of another; 0 is before the first one.
  ///
  /// A Latin word is one word; words of katakana are written together without a sign.
  @inline(__always)
  private static func isInside(_ before: UInt16, _ unit: UInt16) -> Bool {
    before != 0 && before < 0x80 && unit > 0x39
  }
}
