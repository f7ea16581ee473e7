import Parallelism

/// The grams of two and of three that many pages have, and the grams that stand in very many places.
///
/// A gram is worth a list only if what it ends with is on many pages: else the list of the end tells
/// as much.
struct FrequentGrams: Sendable {
  private var grams = GramTable()
  /// Grams that stand in more places than their share, a character in more than its own; shorter than the
  /// longest.
  private(set) var crowded: [[UInt16]] = []

  /// Finds the grams on more than `limit` pages; those in more than `share` places are crowded.
  static func find(
    in text: TextPortions, limit: Int, share: Int, workers: Int
  ) async -> FrequentGrams {
    let found = await Parallel.map(text.portions, workers: workers) { portion in
      var search = FrequentGramSearch(text.windows(of: portion), limit: limit, share: share)
      for group in portion.groups { search.look(at: group) }
      return (search.frequent, search.crowded)
    }
    var all = FrequentGrams()
    for (frequent, crowded) in found {
      for gram in frequent { all.grams.insert(gram) }
      all.crowded += crowded
    }
    return all
  }

  /// Whether a gram that goes on with a unit is worth a list; grams of two always are.
  func isWorthList(_ gram: [UInt16], _ unit: UInt16) -> Bool {
    let length = gram.count
    guard length > 1 else { return true }
    let pair = UInt64(gram[length - 1]) << 16 | UInt64(unit)
    guard grams.contains(pair) else { return false }
    return length == 2 || grams.contains(UInt64(gram[length - 2]) << 32 | pair)
  }
}

/// Goes through the grams that begin with a character: all of two and three, and longer ones as long as
/// they are crowded.
private struct FrequentGramSearch {
  /// What part of a share a single character has: less, because most queries want few of the words that it
  /// begins.
  private static let charactersPart = 4

  /// The grams of two, `first << 16 | second`, and of three, with one more unit.
  private(set) var frequent: [UInt64] = []
  private(set) var crowded: [[UInt16]] = []
  private let limit: Int
  private let share: Int
  private var splitter = WindowSplitter()
  private var gram: [UInt16] = []
  /// By length, the windows of the grams that go on from the one at hand.
  private var windows = [[GramWindow]](repeating: [], count: GramTree.longest)

  init(_ windows: [GramWindow], limit: Int, share: Int) {
    self.windows[0] = windows
    self.limit = limit
    self.share = share
  }

  mutating func look(at group: TextPortions.Group) {
    gram = [group.unit]
    if group.range.count > share / Self.charactersPart { crowded.append(gram) }
    look(at: group.range)
  }

  /// Looks at the grams that go on from the one at hand, whose windows stand in `range`.
  private mutating func look(at range: Range<Int>) {
    let length = gram.count
    var parts = splitter.partsWithPages(of: windows[length - 1][range], at: length)
    parts.removeAll { $0.pages <= limit }
    if length < 3 {
      let key = gram.reduce(0) { $0 << 16 | UInt64($1) } << 16
      frequent += parts.map { key | UInt64($0.unit) }
    }
    guard length + 1 < GramTree.longest else { return }
    let isCrowded = { [share] (part: WindowSplitter.Part) in part.count > share }
    crowded += parts.filter(isCrowded).map { gram + [$0.unit] }
    if length + 1 > 2 { parts.removeAll { !isCrowded($0) } }
    guard !parts.isEmpty else { return }
    var target: [GramWindow] = []
    swap(&target, &windows[length])
    splitter.move(
      &parts, of: windows[length - 1][range], at: length, keepsPages: true, to: &target)
    swap(&target, &windows[length])
    for part in parts {
      gram.append(part.unit)
      look(at: part.range)
      gram.removeLast()
    }
  }
}
