private import TextFolding

/// Words that an author may have meant, folded once, each standing for something with a number.
///
/// Nearness is the Damerau–Levenshtein distance of the folded forms; a word that contains the text, or
/// is contained in it, comes before one that does not resemble it at all. Words and texts of more than
/// `longest` scalars are no slips and are passed over.
package struct Candidates: Sendable {
  /// The longest text for which something is suggested, in folded scalars.
  package static let longest = 200
  /// How many suggestions a text has.
  private static let count = 3

  /// The most edits that make a slip of a word: with more than a third of it wrong, it is another word.
  static func editLimit(length: Int) -> Int { max(1, (length + 2) / 3) }

  /// The folded scalars of all words, one after the other.
  private var scalars: [UInt32] = []
  private var words: [Word] = []

  /// A folded word.
  private struct Word: Sendable {
    let start: Int32
    let count: Int32
    let signature: UInt64
    /// The number of what the word stands for.
    let owner: Int
  }

  /// What came of looking for a text, and what it cost.
  package struct Answer: Sendable {
    /// The owners of the nearest words, nearest first.
    package fileprivate(set) var owners: [Int] = []
    /// How many words were compared scalar by scalar.
    fileprivate(set) var comparisons = 0
    /// How many words there were.
    fileprivate(set) var words = 0

    /// A measure of the work: a look at a word is a small part of a comparison.
    package var cost: Int { comparisons + words / 16 + 1 }
  }

  /// Makes an empty set.
  package init() {}

  /// Makes a set of words that stand for their own places.
  package init(_ words: [String]) {
    for (index, word) in words.enumerated() { add(word, for: index) }
  }

  /// Adds a word; the words of one owner are added one after the other, and owners in ascending order.
  package mutating func add(_ word: String, for owner: Int) {
    if word.utf8.count > Candidates.longest * 12 { return }
    let folded = Folding.scalars(of: word)
    if folded.isEmpty || folded.count > Candidates.longest { return }
    words.append(
      Word(
        start: Int32(scalars.count), count: Int32(folded.count),
        signature: EditDistance.signature(of: folded), owner: owner))
    scalars += folded
  }

  /// Gives the owners of up to three words that resemble `text`, nearest first, each once.
  ///
  /// Only owners for which `isWanted` is true are among them.
  package func nearest(to text: String, where isWanted: (Int) -> Bool = { _ in true }) -> [Int] {
    search(for: text, where: isWanted).owners
  }

  /// Looks for the owners of up to three words that resemble `text`, and counts the work.
  package func search(for text: String, where isWanted: (Int) -> Bool) -> Answer {
    var answer = Answer()
    if text.utf8.count > Candidates.longest * 12 { return answer }
    let query = EditDistance(from: Folding.scalars(of: text))
    if query.text.count > Candidates.longest { return answer }
    answer.words = words.count
    var best: [(score: Int, owner: Int)] = []
    for word in words {
      // What was found earlier is only beaten by what is nearer.
      var bound = best.count < Candidates.count ? Int.max : best[best.count - 1].score
      if let last = best.first(where: { $0.owner == word.owner }) { bound = min(bound, last.score) }
      guard let test = Test(word, query, below: bound), isWanted(word.owner) else { continue }
      answer.comparisons += 1
      guard let score = score(word, query, test) else { continue }
      best.removeAll { $0.owner == word.owner }
      best.insert((score, word.owner), at: best.firstIndex { score < $0.score } ?? best.count)
      if best.count > Candidates.count { best.removeLast() }
    }
    answer.owners = best.map(\.owner)
    return answer
  }

  /// What of a word has to be compared with a text after a look at lengths and signatures.
  private struct Test {
    /// The most edits that count; nil where there are certainly more.
    var edits: Int?
    /// The score if one contains the other; nil where neither can, or another word is nearer anyway.
    var containing: Int?

    /// Nil where the word cannot have a score below `bound`.
    @inline(__always)
    init?(_ word: Word, _ query: EditDistance, below bound: Int) {
      let length = max(Int(word.count), query.text.count)
      let shorter = min(Int(word.count), query.text.count)
      let limit = Candidates.editLimit(length: length)
      let most = min(limit, (bound - 1) >> 1)
      if query.lowerBound(length: Int(word.count), signature: word.signature) <= most {
        edits = most
      }
      let contained =
        query.text.count < Int(word.count)
        ? query.signature & ~word.signature : word.signature & ~query.signature
      let score = 2 * limit + length - shorter
      if shorter >= 2, contained == 0, score < bound { containing = score }
      if edits == nil, containing == nil { return nil }
    }
  }

  private func score(_ word: Word, _ query: EditDistance, _ test: Test) -> Int? {
    let folded = scalars[Int(word.start)..<Int(word.start + word.count)]
    if let limit = test.edits, let edits = query.edits(to: folded, limit: limit) {
      return edits * 2
    }
    guard let score = test.containing else { return nil }
    let isContained =
      query.text.count < folded.count
      ? Candidates.contains(folded, query.text[...]) : Candidates.contains(query.text[...], folded)
    return isContained ? score : nil
  }

  private static func contains(_ text: ArraySlice<UInt32>, _ part: ArraySlice<UInt32>) -> Bool {
    guard let first = part.first, part.count <= text.count else { return false }
    return (text.startIndex...(text.endIndex - part.count)).contains { start in
      text[start] == first && text[start..<(start + part.count)].elementsEqual(part)
    }
  }
}
