/// A name of a record, as it is suggested while somebody types.
struct IndexedName: Sendable {
  /// What the typed text may be the beginning of: folded, with katakana as hiragana.
  let key: ArraySlice<UInt16>
  /// What is shown.
  let title: String
  /// Whether the key is all of the title too.
  let isTitle: Bool

  /// Names with less are no help.
  var isSuggested: Bool { key.count > 1 }

  /// Tells a name of what is shown as a title; `key` and `titleKey` are both folded.
  ///
  /// An id stays whole: it is found as a whole alone.
  init(
    _ name: String, _ key: [UInt16], of title: String, _ titleKey: [UInt16], isWhole: Bool = false
  ) {
    self.key = isWhole || name == title ? key[...] : key.prefix(SearchFormat.nameUnits)
    self.title = title
    // A longer name that is cut to the title is another: what is typed may go on.
    isTitle = key == titleKey
  }

  /// Tells the reading of a word.
  init(_ reading: String, of word: String) {
    self.init(
      reading, GramText.key(GramText.units(of: reading)), of: word,
      GramText.key(GramText.units(of: word)))
  }
}
