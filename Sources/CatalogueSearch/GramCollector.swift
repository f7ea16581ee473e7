/// Collects the postings of consecutive pages: for each page, which grams it has, where and how well.
struct GramCollector: Sendable {
  /// How much the place of a block tells about what the page is on.
  enum Weight: UInt8 {
    case text = 1
    case heading = 2
    case name = 3
  }

  /// What is known of a gram in a page.
  private struct Sighting {
    var gram: UInt32
    /// The places of the gram modulo 8, a bit each.
    var mask: UInt8
    var weight: UInt8
    var count: UInt8
  }

  private(set) var table = GramTable()
  /// The grams of each page one after another, by number.
  private(set) var grams: [UInt32] = []
  /// The mark of each, see `PostingMark`.
  private(set) var marks: [UInt16] = []
  /// Where each page's grams end.
  private(set) var ends: [Int] = []

  private let knownWords: Set<UInt32>
  private var current: [Sighting] = []
  private var lastPage: [Int32] = []
  private var lastIndex: [Int32] = []
  /// Where in the page the next block begins.
  private var position = 0
  private var lastBlock = 0

  /// - Parameter knownWords: words of two kanji, `first << 16 | second`, that tell where a word ends.
  init(knownWords: Set<UInt32>) {
    self.knownWords = knownWords
  }

  /// Adds a block of folded text of the current page; no gram reaches over its ends.
  mutating func add(_ units: [UInt16], as weight: Weight) {
    lastBlock = position
    position += units.count
    var start = 0
    while start < units.count {
      guard GramText.isWord(units[start]) else {
        start += 1
        continue
      }
      var end = start + 1
      while end < units.count, GramText.isWord(units[end]) { end += 1 }
      addRun(units, start..<end, as: weight)
      start = end
    }
  }

  private mutating func addRun(_ units: [UInt16], _ run: Range<Int>, as place: Weight) {
    for index in run {
      let first = units[index]
      let weight = straddles(units, index, run) ? 0 : place.rawValue
      let bit: UInt8 = 1 << UInt8((lastBlock + index) & 7)
      // A last character stands alone; the lists of one character are those of all that begin with it.
      let second = index + 1 < run.upperBound ? units[index + 1] : 0
      note(GramText.key(first, second), bit, weight)
    }
  }

  /// Whether the gram at `index` begins inside a word, as 京都 does in 東京都 after 東京.
  private func straddles(_ units: [UInt16], _ index: Int, _ run: Range<Int>) -> Bool {
    guard index > run.lowerBound else { return false }
    let before = units[index - 1]
    let first = units[index]
    if GramText.isKanji(before), GramText.isKanji(first) {
      return knownWords.contains(UInt32(before) << 16 | UInt32(first))
    }
    // A Latin word or a number is one word; words of katakana are written together without a sign.
    return before < 0x80 && first < 0x80 && (before < 0x3A) == (first < 0x3A)
  }

  /// Adds a gram that a word of the block last added has in another spelling; it is never exact.
  ///
  /// `place` is where the gram would begin, from the start of the block.
  mutating func addSpelling(_ first: UInt16, _ second: UInt16, place: Int) {
    note(GramText.key(first, second), 1 << UInt8((lastBlock + place) & 7), 0)
  }

  /// The grams of a word.
  static func grams(of word: [UInt16]) -> [UInt64] {
    var keys: [UInt64] = []
    for index in word.indices where GramText.isWord(word[index]) {
      if index + 1 < word.count, GramText.isWord(word[index + 1]) {
        keys.append(GramText.key(word[index], word[index + 1]))
      }
    }
    return keys
  }

  @inline(__always)
  private mutating func note(_ key: UInt64, _ bit: UInt8, _ weight: UInt8) {
    let gram = table.number(of: key)
    let page = Int32(truncatingIfNeeded: ends.count)
    if gram == lastPage.count {
      lastPage.append(-1)
      lastIndex.append(0)
    }
    if lastPage[gram] == page {
      let index = Int(lastIndex[gram])
      current[index].mask |= bit
      if weight > current[index].weight { current[index].weight = weight }
      if weight > 0, current[index].count < 255 { current[index].count += 1 }
    } else {
      lastPage[gram] = page
      lastIndex[gram] = Int32(truncatingIfNeeded: current.count)
      current.append(
        Sighting(
          gram: UInt32(truncatingIfNeeded: gram), mask: bit, weight: weight,
          count: weight > 0 ? 1 : 0))
    }
  }

  /// Ends the current page.
  mutating func endPage() {
    for sighting in current {
      // Three mentions in the text say as much as one in a heading.
      let frequent = sighting.weight == Weight.text.rawValue && sighting.count > 2
      let impact = frequent ? Weight.heading.rawValue : sighting.weight
      grams.append(sighting.gram)
      marks.append(PostingMark.mark(impact: impact, mask: sighting.mask))
    }
    ends.append(grams.count)
    position = 0
    current.removeAll(keepingCapacity: true)
  }
}
