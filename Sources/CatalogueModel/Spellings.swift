private import TextFolding

/// The words of one field with how often each is written; words that fold alike are one word, spelled in
/// several ways.
package struct Spellings: Sendable {
  /// One way to spell a word.
  private struct Spelling {
    var count: Int
    /// Whether the definition lists it, so that it is right however seldom it is written.
    var isListed: Bool
  }

  private var spellings: [String: Spelling] = [:]

  /// Begins with the words that the definition lists.
  package init(listed: [String] = []) {
    for word in listed { spellings[word] = Spelling(count: 0, isListed: true) }
  }

  /// Counts a word as it is written once more, or `times` more.
  package mutating func add(_ word: String, times: Int = 1) {
    spellings[word, default: Spelling(count: 0, isListed: false)].count += times
  }

  /// For each spelling of a word that has several, the one that the definition lists or that is written
  /// most often; of equals the first in the order of their bytes.
  package func leaders() -> [String: String] {
    // Only where two have the same form is anything to say, and mostly none have.
    var groups: [FoldedName: [String]] = [:]
    groups.reserveCapacity(spellings.count)
    for word in spellings.keys { groups[FoldedName(word), default: []].append(word) }
    var leaders: [String: String] = [:]
    for words in groups.values where words.count > 1 {
      let leader = words.max { isLess($0, $1) }
      for word in words { leaders[word] = leader }
    }
    return leaders
  }

  /// How often a word is written, however it is spelled.
  package func counts(by leaders: [String: String]) -> [String: Int] {
    var counts: [String: Int] = [:]
    for (word, spelling) in spellings {
      counts[leaders[word] ?? word, default: 0] += spelling.count
    }
    return counts
  }

  private func isLess(_ left: String, _ right: String) -> Bool {
    let (a, b) = (spellings[left], spellings[right])
    if a?.isListed != b?.isListed { return b?.isListed == true }
    if a?.count != b?.count { return (a?.count ?? 0) < (b?.count ?? 0) }
    return right.utf8.lexicographicallyPrecedes(left.utf8)
  }
}
