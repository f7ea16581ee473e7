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

  /// A comment with `＃` behind a value that is no text; whether it is one.
  mutating func wideComment(_ at: Int, after start: Int, _ line: Line) -> Bool {
    let last = lastCharacter(endingAt: at, after: start)
    guard words.tellsComments, isBlank(source[last]) || wideSpace(last) != nil else { return false }
    var edge = at
    while edge > start {
      let before = lastCharacter(endingAt: edge, after: start)
      guard isBlank(source[before]) || wideSpace(before) != nil else { break }
      edge = before
    }
    let gone = YAMLEdit(edge..<line.end, with: "")
    let indent = text(line.start..<skipBlanks(line.start))
    let written = indent + "# " + text(skipWideBlanks(at + 3)..<line.end) + "\n"
    add(
      .wrongSign("＃", meant: "#"), at: at..<(at + 3),
      [[YAMLEdit(line.start..<line.start, with: written), gone]], reading: [gone])
    return true
  }

  /// `title: #1`: the value is empty, unless lines follow; `figures: #1` above the entries of a list is told too.
  mutating func leadingComment(_ at: Int, _ line: Line) {
    previous = .open
    guard tellsComment(at) else { return }
    if hasChild(of: line) {
      if words.tellsComments, !isBlankOrEnd(at + 1), levels.count == 1 {
        commentAboveEntries(at, line)
      }
      return
    }
    let quoted = YAMLEdit(at..<line.end, with: YAMLScalar.doubleQuoted(text(at..<line.end)))
    add(.comment, at: at..<(at + 1), [[quoted]])
    previous = .whole
  }

  /// A `#1` between the line of a list and its entries: it becomes the first of them, or a line of its own.
  private mutating func commentAboveEntries(_ at: Int, _ line: Line) {
    var edge = at
    while edge > line.start, isBlank(source[edge - 1]) { edge -= 1 }
    let gone = YAMLEdit(edge..<line.end, with: "")
    let written = text(at..<line.end)
    let moved = [YAMLEdit(line.start..<line.start, with: written + "\n"), gone]
    var repairs = [moved]
    let next = self.line(at: line.next)
    let start = skipBlanks(next.start)
    if holding == .texts || holding == .names, start < next.end, source[start] == dash {
      let entry = text(next.start..<start) + "- " + YAMLScalar.doubleQuoted(written) + "\n"
      repairs.insert([gone, YAMLEdit(next.start..<next.start, with: entry)], at: 0)
    }
    add(.comment, at: at..<(at + 1), repairs, reading: [])
  }

  /// `- # 甲`: the entry of a list is empty, unless lines follow.
  mutating func commentAsItem(_ start: Int, _ at: Int, _ line: Line) {
    guard words.tellsComments, !hasBelow(line, start - line.start) else { return }
    let note = [YAMLEdit(start..<at, with: "")]
    let quoted = [YAMLEdit(at..<line.end, with: YAMLScalar.doubleQuoted(text(at..<line.end)))]
    let isText = holding == .texts || holding == .names
    add(
      .comment, at: at..<(at + 1),
      !isText ? [note] : isBlankOrEnd(at + 1) ? [note, quoted] : [quoted, note])
    previous = .whole
  }

  /// Whether the next line with content stands further to the right than a column.
  private func hasBelow(_ line: Line, _ column: Int) -> Bool {
    var start = line.next
    while start < range.upperBound {
      let next = self.line(at: start)
      let at = skipBlanks(next.start)
      if at < next.end { return at - next.start > column }
      start = next.next
    }
    return false
  }
}
