/// What looks like a comment of HTML and is none.
package struct MisspelledComment: Sendable, Equatable {
  /// Its beginning, such as `＜！--`.
  package let opening: Range<Int>
  /// Its end, such as `--＞`, if it has one.
  package let closing: Range<Int>?

  /// Finds the first in a range of a text that is not read as Markdown.
  package init?(in text: [UInt8], _ range: Range<Int>) {
    for index in range where CommentMarks.mayBegin(text, at: index, limit: range.upperBound) {
      let rest = index..<range.upperBound
      guard let opening = CommentMarks.misspelledOpening(text, rest) else { continue }
      self.opening = opening
      closing = CommentMarks.misspelledClosing(
        text, opening.upperBound..<range.upperBound, isSingle: true, behind: index)
      return
    }
    return nil
  }
}
