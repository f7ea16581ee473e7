/// ` #` behind values, from which on nothing is published.
extension SlipScanner {
  /// Whether the `#` behind a value is told: who writes a definition writes comments, and `#2` is none.
  func tellsComment(_ at: Int) -> Bool {
    words.tellsComments || (!words.inner.isEmpty && !isBlankOrEnd(at + 1))
  }

  mutating func comment(
    _ at: Int, after value: Range<Int>, _ line: Line, holding: YAMLWords.Holding?
  ) {
    let whole = value.lowerBound..<line.end
    let indent = text(line.start..<skipBlanks(line.start))
    let quoted = [YAMLEdit(whole, with: YAMLScalar.doubleQuoted(text(whole)))]
    let moved = [
      YAMLEdit(line.start..<line.start, with: indent + text(at..<line.end) + "\n"),
      YAMLEdit(value.upperBound..<line.end, with: ""),
    ]
    let isText = holding != .value && holding != .values && holding != .references
    let isComment = isBlankOrEnd(at + 1) || !isText
    let repairs = isText ? (isComment ? [moved, quoted] : [quoted, moved]) : [moved]
    add(.comment, at: at..<(at + 1), repairs, reading: [])
  }

  /// A comment behind a closing quote or bracket, which stands at `close`.
  mutating func commentBehind(
    _ close: Int, _ start: Int, _ at: Int, _ line: Line, isQuoted: Bool
  ) {
    let indent = text(line.start..<skipBlanks(line.start))
    let moved = [
      YAMLEdit(line.start..<line.start, with: indent + text(at..<line.end) + "\n"),
      YAMLEdit((close + 1)..<line.end, with: ""),
    ]
    let quote = text(close..<(close + 1))
    let inside = [
      YAMLEdit(close..<(close + 1), with: ""), YAMLEdit(line.end..<line.end, with: quote),
    ]
    let isText = isQuoted && start >= line.start && !text(at..<line.end).contains(quote)
    let repairs =
      !isText ? [moved] : isBlankOrEnd(at + 1) ? [moved, inside] : [inside, moved]
    add(.comment, at: at..<(at + 1), repairs, reading: [])
  }

  /// `title: #1`: the value is empty, unless lines follow.
  mutating func leadingComment(_ at: Int, _ line: Line) {
    previous = .open
    guard tellsComment(at), !hasChild(of: line) else { return }
    let quoted = YAMLEdit(at..<line.end, with: YAMLScalar.doubleQuoted(text(at..<line.end)))
    add(.comment, at: at..<(at + 1), [[quoted]])
    previous = .whole
  }
}
