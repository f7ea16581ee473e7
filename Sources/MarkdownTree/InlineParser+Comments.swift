/// Comments, which are not shown.
extension InlineParser {
  /// Leaves out the comment that begins at the position; one that does not end is a fault.
  mutating func comment() {
    let end = searches.html.end(of: text, at: position, limit: limit)
    if end == nil { reportOpenComment() }
    leaveOut(to: end ?? limit)
  }

  /// Where a comment begins in HTML that is shown as text.
  func firstComment(in range: Range<Int>) -> Int? {
    guard syntax.contains(.comments) else { return nil }
    return range.dropFirst().first {
      CommentScanner.begins(text, at: $0, limit: range.upperBound)
    }
  }

  private mutating func reportOpenComment() {
    let lineEnd = text[position..<limit].firstIndex(of: 10) ?? limit
    let start = tree.sourceOffset(position)
    findings.append(
      .openComment(
        at: start, lineEnd: tree.sourceRange(position..<lineEnd).upperBound,
        end: tree.sourceRange(position..<limit).upperBound))
  }

  /// Goes on at `end` as if nothing had been written from the position on.
  ///
  /// Of the blanks on both sides one run stays; a line that has nothing else is left out with its end.
  private mutating func leaveOut(to end: Int) {
    flushText(to: position)
    let isLineStart = isAtLineStart
    var next = end
    while next < limit, isBlank(text[next]) { next += 1 }
    if next == limit || text[next] == 10 {
      trimText()
      if isLineStart, next < limit {
        next += 1
        while next < limit, isBlank(text[next]) { next += 1 }
      } else if isLineStart {
        if let last = items.last?.kind, last == .softBreak || last == .hardBreak {
          items.removeLast()
        }
      } else {
        // Two spaces at the end of a line may be a break.
        next = end
      }
      position = next
      if isLineStart { keepLine() }
    } else {
      position = isLineStart || endsWithBlank ? next : end
    }
    runStart = position
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }

  /// Whether nothing of the line is shown yet.
  private var isAtLineStart: Bool {
    guard let last = items.last else { return true }
    return last.kind == .softBreak || last.kind == .hardBreak
  }

  private var endsWithBlank: Bool {
    guard let last = items.last, last.kind == .text else { return false }
    return isBlank(text[last.range.upperBound - 1])
  }

  /// Takes the blanks off the end of the text before the position.
  mutating func trimText() {
    while let last = items.last, last.kind == .text {
      var end = last.range.upperBound
      while end > last.range.lowerBound, isBlank(text[end - 1]) { end -= 1 }
      if end > last.range.lowerBound {
        items[items.count - 1].range = last.range.lowerBound..<end
        return
      }
      items.removeLast()
    }
  }
}
