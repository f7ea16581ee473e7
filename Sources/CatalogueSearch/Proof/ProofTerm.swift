/// What a reader might type, and what is looked for.
struct ProofTerm: Sendable, Equatable {
  /// The term as it is typed.
  let typed: String
  /// Its words, folded as they are typed: what the lists are asked for.
  let asked: [[UInt16]]
  /// The same words folded as they stand in a text: what a page must have.
  let meant: [[UInt16]]

  /// A term that is typed as it stands in a text.
  init(_ text: String) {
    self.init(typed: text, meaning: text)
  }

  /// A term that is typed otherwise than it stands in a text.
  init(typed: String, meaning text: String) {
    self.typed = typed
    asked = [BrowserRules.units(of: typed)]
    meant = [BrowserRules.units(of: text)]
  }

  /// A reading: the browser compares kana as hiragana.
  init(reading: String) {
    typed = reading
    asked = [BrowserRules.hiragana(BrowserRules.units(of: reading))]
    meant = asked
  }

  /// Two words, both of which a page must have.
  init(_ one: String, and other: String) {
    typed = one + " " + other
    asked = [BrowserRules.units(of: one), BrowserRules.units(of: other)]
    meant = asked
  }

  /// Whether all of it has more than punctuation, which is in no index.
  var isWord: Bool { asked.allSatisfy { $0.contains(where: BrowserRules.isWord) } }
}
