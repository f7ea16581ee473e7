private import TextFolding

/// Finds the words that an author may have meant.
package enum Nearest {
  /// Up to three of `words` that resemble `text`, nearest first.
  ///
  /// Nearness is the Damerau–Levenshtein distance of the folded forms; a word that contains the text,
  /// or is contained in it, comes before one that only resembles it.
  package static func words(to text: String, among words: [String]) -> [String] {
    let folded = Folding.fold(text)
    var scored: [(score: Int, index: Int)] = []
    for (index, word) in words.enumerated() {
      if let score = score(folded, Folding.fold(word)) { scored.append((score, index)) }
    }
    scored.sort { ($0.score, $0.index) < ($1.score, $1.index) }
    return scored.prefix(3).map { words[$0.index] }
  }

  /// How far apart two folded texts are; nil when too far to be a slip.
  package static func score(_ left: String, _ right: String) -> Int? {
    let length = max(left.unicodeScalars.count, right.unicodeScalars.count)
    let limit = max(1, (length + 1) / 2)
    if let distance = Folding.distance(left, right, limit: limit) { return distance * 2 }
    let shorter = min(left.unicodeScalars.count, right.unicodeScalars.count)
    if shorter >= 2, contains(left, right) || contains(right, left) {
      return 2 * limit + length - shorter
    }
    return nil
  }

  private static func contains(_ text: String, _ part: String) -> Bool {
    let text = Array(text.utf8)
    let part = Array(part.utf8)
    guard !part.isEmpty, part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains { start in
      text[start] == part[0] && text[start..<(start + part.count)].elementsEqual(part)
    }
  }
}
