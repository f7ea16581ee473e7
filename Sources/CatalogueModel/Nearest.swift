/// Finds the words that an author may have meant.
package enum Nearest {
  /// Up to three of `words` that resemble `text`, nearest first.
  ///
  /// Where many texts are looked for among the same words, make one `Candidates` of them.
  package static func words(to text: String, among words: [String]) -> [String] {
    Candidates(words).nearest(to: text).map { words[$0] }
  }
}
