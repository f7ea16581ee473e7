import Parallelism

/// The grams of two and of three that many pages have, and the grams that stand in very many places.
///
/// A gram is worth a list only if what it ends with is on many pages: else the list of the end tells
/// as much.
struct FrequentGrams: Sendable {
  /// By the rank of a unit, the units that frequent grams of two have after it.
  private var pairs = Continuations()
  /// By the place of a frequent gram of two among all, the units that frequent grams of three have after it.
  private var threes = Continuations()
  /// Grams that stand in more places than their share, a character in more than its own; shorter than the
  /// longest.
  private(set) var crowded: [[UInt16]] = []

  /// Finds the grams on more than `limit` pages; those in more than `share` places are crowded.
  static func find(
    in text: TextPortions, limit: Int, share: Int, workers: Int
  ) async -> FrequentGrams {
    let found = await Parallel.mapChunks(text.portions, workers: workers) { portions in
      var search = FrequentGramSearch(text, limit: limit, share: share)
      for portion in portions { search.look(at: portion) }
      return (search.pairs, search.threes, search.crowded)
    }
    var all = FrequentGrams()
    // The 0 at the end of a run begins no gram; the groups of all portions are those of the other ranks.
    all.pairs.append([])
    for (pairs, threes, crowded) in found {
      all.pairs.append(pairs)
      all.threes.append(threes)
      all.crowded += crowded.map { gram in gram.map { text.alphabet[$0] } }
    }
    return all
  }

  /// The ranks with which a gram of two or more goes on as a gram that is worth a list, ascending.
  func continuations(of gram: [UInt16]) -> ArraySlice<UInt16> {
    let length = gram.count
    let last = gram[length - 1]
    if length == 2 { return pairs[Int(last)] }
    // What ends with a frequent gram of three ends with a frequent gram of two.
    return pairs.place(of: last, after: Int(gram[length - 2])).map { threes[$0] } ?? []
  }
}

/// Goes through the grams that begin with a character: all of two and three, and longer ones as long as
/// they are crowded.
private struct FrequentGramSearch: ~Copyable {
  /// What part of a share a single character has: less, because most queries want few of the words that it
  /// begins.
  private static let charactersPart = 4

  private(set) var pairs = Continuations()
  private(set) var threes = Continuations()
  private(set) var crowded: [[UInt16]] = []
  private let text: TextPortions
  private let limit: Int
  private let share: Int
  private var splitter: WindowSplitter
  private var gram: [UInt16] = []
  private let windows: WindowRoom

  init(_ text: TextPortions, limit: Int, share: Int) {
    self.text = text
    self.limit = limit
    self.share = share
    splitter = WindowSplitter(ranks: text.alphabet.count)
    windows = WindowRoom(text)
  }

  mutating func look(at portion: TextPortions.Portion) {
    text.windows(of: portion, to: windows[0], hasWeights: false)
    for group in portion.groups {
      gram = [group.rank]
      if group.range.count > share / Self.charactersPart { crowded.append(gram) }
      look(at: group.range)
    }
  }

  /// Looks at the grams that go on from the one at hand, whose windows stand in `range`.
  private mutating func look(at range: Range<Int>) {
    let length = gram.count
    var parts = splitter.parts(of: windows[length, range], at: length, onMoreThan: limit)
    if length == 1 { pairs.append(parts.lazy.map(\.rank)) }
    if length == 2 { threes.append(parts.lazy.map(\.rank)) }
    guard length + 1 < GramTree.longest else { return }
    let isCrowded = { [share] (part: WindowSplitter.Part) in part.count > share }
    crowded += parts.filter(isCrowded).map { gram + [$0.rank] }
    if length + 1 > 2 { parts.removeAll { !isCrowded($0) } }
    guard !parts.isEmpty else { return }
    splitter.move(
      &parts, of: windows[length, range], at: length, keepsPages: true, to: windows[length])
    for part in parts {
      gram.append(part.rank)
      look(at: part.range)
      gram.removeLast()
    }
  }
}
