import TextFolding

/// A word of a query as a browser takes it: the twin of what `parse` in `search-engine.js` makes.
///
/// Other spellings of dates and numbers are left out: they are guesses of the browser.
struct BrowserTerm: Sendable, Equatable {
  /// The word, folded.
  var text: String
  /// Whether pages must not have it.
  var isExcluded = false
  /// Whether it stood in quotes, so that it means nothing but itself.
  var isPhrase = false
  /// The other names of the records that it names.
  var names: [String] = []

  /// How many units of it are part of words.
  var length: Int { BrowserRules.units(of: text).count(where: BrowserRules.isWord) }

  /// The terms of a query: words, "phrases", -without.
  static func terms(of query: String) -> [BrowserTerm] {
    var rest = Array(query.unicodeScalars)[...]
    var terms: [BrowserTerm] = []
    while let scalar = rest.first {
      if isSpace(scalar) {
        rest = rest.dropFirst()
        continue
      }
      // A minus before a space, or at the end, is a word.
      let isExcluded =
        "-－−".unicodeScalars.contains(scalar) && !(rest.dropFirst().first.map(isSpace) ?? true)
      if isExcluded { rest = rest.dropFirst() }
      let isPhrase = rest.first.map(isQuote) ?? false
      if isPhrase { rest = rest.dropFirst() }
      let word = rest.prefix { !isQuote($0) && (isPhrase || !isSpace($0)) }
      rest = rest[word.endIndex...]
      if isPhrase, !rest.isEmpty { rest = rest.dropFirst() }
      let text = Folding.fold(String(String.UnicodeScalarView(word)))
      guard !text.isEmpty else { continue }
      terms.append(BrowserTerm(text: text, isExcluded: isExcluded, isPhrase: isPhrase))
    }
    // A dash or a bracket that stands by itself is in no list.
    let words = terms.filter { $0.length > 0 }
    return words.isEmpty ? terms : words
  }

  private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    "\"“”＂".unicodeScalars.contains(scalar)
  }

  /// What `\s` is in JavaScript.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace && scalar != "\u{85}" || scalar == "\u{FEFF}"
  }
}
