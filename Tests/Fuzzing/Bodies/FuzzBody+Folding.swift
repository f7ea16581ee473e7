import TextFolding

extension FuzzBody {
  /// Folding of names and of what is searched for.
  ///
  /// Folding twice is folding once; bytes and texts fold alike; every folded character comes from whole
  /// characters of the source. Left out is a voiced mark that stands behind a space only because other
  /// marks, which no word has there, stood between them: the browser folds it alike.
  package static let folding = FuzzBody("folding") { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    let folded = Folding.fold(text)
    let hasLoneMark = folded.contains(#/ [\u{3099}\u{309A}]/#.matchingSemantics(.unicodeScalar))
    if !hasLoneMark, Folding.fold(folded) != folded {
      return "\(text.debugDescription) folds to \(folded.debugDescription), "
        + "then to \(Folding.fold(folded).debugDescription)"
    }
    let foldedBytes = Folding.fold(utf8: bytes)
    if !isText(foldedBytes) { return "folded bytes that are no UTF-8" }
    let source = Array(text.utf8)
    if isText(bytes), foldedBytes != Array(folded.utf8) { return "bytes fold otherwise than text" }
    let mapped = Folding.foldMapped(text)
    if mapped.scalars != Folding.scalars(of: text) { return "mapped folding is another" }
    for index in mapped.scalars.indices {
      let range = mapped.source(of: index..<index + 1)
      guard !range.isEmpty, lies(range, in: source.indices), isText(Array(source[range])) else {
        return "the character \(index) of \(folded.debugDescription) comes from \(range)"
      }
    }
    let distance = EditDistance(from: mapped.scalars)
    if distance.edits(to: mapped.scalars[...], limit: 2) != 0 { return "not equal to itself" }
    let isOne = FoldedName(text).bytes == FoldedName(folded).bytes
    return isOne || hasLoneMark ? nil : "two names"
  }
}
