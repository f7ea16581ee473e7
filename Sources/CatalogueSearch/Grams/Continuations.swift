/// The ranks by which each of some grams goes on; the grams are numbered from 0 on.
struct Continuations: Sendable {
  /// The ranks of all grams, one gram after another, ascending for each.
  private var ranks: [UInt16] = []
  /// Where those of each gram begin, and after the last one where they end.
  private var starts = [0]

  /// How many ranks there are of all grams together.
  var count: Int { ranks.count }

  /// The ranks by which a gram goes on, with their places among those of all grams.
  subscript(gram: Int) -> ArraySlice<UInt16> { ranks[starts[gram]..<starts[gram + 1]] }

  /// Adds the next gram.
  mutating func append(_ more: some Sequence<UInt16>) {
    ranks.append(contentsOf: more)
    starts.append(ranks.count)
  }

  /// Adds the next grams.
  mutating func append(_ other: Continuations) {
    let start = ranks.count
    ranks += other.ranks
    starts += other.starts.dropFirst().map { start + $0 }
  }

  /// The place of a rank among those of all grams, if the gram goes on with it.
  func place(of rank: UInt16, after gram: Int) -> Int? {
    var range = starts[gram]..<starts[gram + 1]
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if ranks[middle] == rank { return middle }
      range = ranks[middle] < rank ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }
}
