import Parallelism

/// Where in the indexed text grams of two and of three stand that many pages have.
///
/// A gram is worth a list only if what it ends with is on many pages: else the list of the end tells
/// as much.
struct FrequentGrams: Sendable {
  /// A bit for each place where a frequent gram of two begins.
  private var pairs: [UInt64]
  /// The same for grams of three.
  private var threes: [UInt64]
  /// Grams that stand in more places than their share, a character in more than its own; shorter than the
  /// longest.
  private(set) var crowded: [[UInt16]] = []

  private init(places: Int) {
    pairs = [UInt64](repeating: 0, count: places >> 6 + 1)
    threes = pairs
  }

  /// Finds the grams on more than `limit` pages; those in more than `share` places are crowded.
  static func find(
    in text: IndexedText, _ places: Places, _ pages: PageNumbers, limit: Int, share: Int,
    workers: Int
  ) async -> FrequentGrams {
    let found = await Parallel.map(places.portions(workers * 4), workers: workers) { groups in
      var part = FrequentGrams(places: text.units.count)
      part.look(in: text, places, groups, pages, limit: limit, share: share)
      return part
    }
    var all = FrequentGrams(places: text.units.count)
    for part in found {
      for index in all.pairs.indices {
        all.pairs[index] |= part.pairs[index]
        all.threes[index] |= part.threes[index]
      }
      all.crowded += part.crowded
    }
    return all
  }

  private mutating func look(
    in text: IndexedText, _ places: Places, _ groups: ArraySlice<Range<Int>>, _ pages: PageNumbers,
    limit: Int, share: Int
  ) {
    var search = FrequentGramSearch(text, pages, limit: limit, share: share)
    for group in groups {
      search.look(places.all, group) { place, length in
        let bit = UInt64(1) << UInt64(place & 63)
        if length == 2 { pairs[Int(place >> 6)] |= bit } else { threes[Int(place >> 6)] |= bit }
      }
    }
    crowded = search.crowded
  }

  /// What is known of each place in one byte: its weight, whether a frequent gram of two (bit 5) and of three
  /// (bit 6) begin there.
  ///
  /// One byte, because looking all of it up in different parts of the memory is what takes the time.
  func marks(_ text: IndexedText) -> [UInt8] {
    var marks = text.weights
    for place in marks.indices {
      let shift = UInt64(place & 63)
      let isPair = UInt8(truncatingIfNeeded: pairs[place >> 6] >> shift & 1)
      let isThree = UInt8(truncatingIfNeeded: threes[place >> 6] >> shift & 1)
      marks[place] |= isPair << 5 | isThree << 6
    }
    return marks
  }
}

/// Goes through the grams that begin with a character: all of two and three, and longer ones as long as
/// they are crowded.
private struct FrequentGramSearch {
  /// What part of a share a single character has: less, because most queries want few of the words that it
  /// begins.
  private static let charactersPart = 4

  private(set) var crowded: [[UInt16]] = []
  private let text: IndexedText
  private let pages: PageNumbers
  private let limit: Int
  private let share: Int
  private var splitter = PlaceSplitter()
  private var gram: [UInt16] = []
  private var places = [[UInt32]](repeating: [], count: GramTree.longest)

  init(_ text: IndexedText, _ pages: PageNumbers, limit: Int, share: Int) {
    self.text = text
    self.pages = pages
    self.limit = limit
    self.share = share
  }

  mutating func look(_ all: [UInt32], _ group: Range<Int>, found: (UInt32, Int) -> Void) {
    gram = [text.units[Int(all[group.lowerBound])]]
    if group.count > share / Self.charactersPart { crowded.append(gram) }
    split(all, group, found)
  }

  private mutating func split(
    _ source: [UInt32], _ range: Range<Int>, _ found: (UInt32, Int) -> Void
  ) {
    let length = gram.count
    let parts = splitter.split(
      source, range, at: length, of: text.units, into: &places[length], mask: { _ in .max })
    let mine = places[length]
    for part in parts where pages.areMore(mine[part.range], than: limit) {
      if length < 3 { for place in mine[part.range] { found(place, length + 1) } }
      gram.append(part.unit)
      let isCrowded = part.range.count > share && gram.count < GramTree.longest
      if isCrowded { crowded.append(gram) }
      if gram.count < 3 || isCrowded { split(mine, part.range, found) }
      gram.removeLast()
    }
  }
}
