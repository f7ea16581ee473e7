/// Comments, which are not shown.
extension InlineParser {
  /// Leaves out the comment that begins at the position; one that does not end is a fault.
  mutating func comment() {
    let end = searches.html.end(of: text, at: position, limit: limit)
    if let end { commentEnds.append(tree.sourceRange(end - 3..<end)) } else { reportOpenComment() }
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
      if items.isEmpty { reportSign(at: next) }
      position = isLineStart || endsWithBlank ? next : end
    }
    runStart = position
  }

  /// Reports a sign of a block behind a comment with which the leaf begins.
  private mutating func reportSign(at offset: Int) {
    guard let sign = CommentScanner.blockSign(text, at: offset, limit: limit) else { return }
    findings.append(
      .sign(
        text[sign], at: tree.sourceRange(sign),
        linePrefix: tree.linePrefix(before: tree.sourceOffset(start))))
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

/// What looks like a comment and is none, since a sign of its marks is another.
extension InlineParser {
  /// Reports beginnings such as `＜！--` in the text of the leaf, which would be published with what follows,
  /// and keeps the ends that close no comment.
  mutating func reportMisspelledComments() {
    guard syntax.contains(.comments) else { return }
    var scan = CommentMarkScan()
    for item in items where item.kind == .text {
      var index = item.range.lowerBound
      while index < item.range.upperBound {
        switch text[index] {
        case _ where CommentMarks.mayBegin(text, at: index, limit: item.range.upperBound):
          index = readOpening(index..<item.range.upperBound, &scan)
        case UInt8(ascii: "-"):
          index = readEnd(index..<item.range.upperBound, &scan)
        default: index += 1
        }
      }
    }
    if let opening = scan.mistyped { mistypedOpenings.append(tree.sourceRange(opening)) }
  }

  /// What is known of the marks before the one that is read.
  private struct CommentMarkScan {
    /// Whether a beginning was told, or is meant as text: the next end belongs to it.
    var hasOpening = false
    /// What looks like a beginning where an end follows.
    var mistyped: Range<Int>?
  }

  private mutating func readOpening(_ range: Range<Int>, _ scan: inout CommentMarkScan) -> Int {
    let start = range.lowerBound
    // `\<!--` and `&lt;!--` are text.
    if CommentScanner.begins(text, at: start, limit: range.upperBound)
      || start > self.start && text[start - 1] == UInt8(ascii: ";")
        && text[range].starts(with: [UInt8(ascii: "!"), 45, 45])
    {
      scan.hasOpening = true
      return start + 3
    }
    if let opening = CommentMarks.misspelledOpening(text, range) {
      let closing = CommentMarks.misspelledClosing(
        text, opening.upperBound..<limit, isSingle: true, behind: start)
      report(tree.sourceRange(opening), closing: closing.map { tree.sourceRange($0) })
      scan.hasOpening = true
      return opening.upperBound
    }
    if let (opening, closing) = CommentMarks.misspelledPair(text, self.start..<limit, at: start) {
      report(tree.sourceRange(opening), closing: tree.sourceRange(closing))
      return min(closing.upperBound, range.upperBound)
    }
    if let opening = CommentMarks.mistypedOpening(text, range) {
      if scan.mistyped == nil { scan.mistyped = opening }
      return opening.upperBound
    }
    return start + 1
  }

  private mutating func readEnd(_ range: Range<Int>, _ scan: inout CommentMarkScan) -> Int {
    let start = range.lowerBound
    var end = start
    while end < range.upperBound, text[end] == UInt8(ascii: "-") { end += 1 }
    guard end - start >= 2, end < range.upperBound, text[end] == UInt8(ascii: ">"),
      start == self.start || text[start - 1] != UInt8(ascii: "\\")
    else { return end }
    if scan.hasOpening {
      scan.hasOpening = false
    } else {
      let isDouble = start > range.lowerBound || start > self.start && text[start - 1] == 60
      strayCommentEnds.append(
        StrayCommentEnd(
          run: tree.sourceRange(start..<end + 1), isDouble: isDouble,
          opening: scan.mistyped.map { tree.sourceRange($0) },
          leafStart: tree.sourceOffset(self.start)))
    }
    scan.mistyped = nil
    return end + 1
  }

  /// Reads the marks of comments in HTML that is shown as text, at offsets of the source.
  mutating func readCommentMarks(ofHTML range: Range<Int>, in bytes: [UInt8]) {
    guard syntax.contains(.comments) else { return }
    var opening: Range<Int>?
    var index = range.lowerBound
    while index < range.upperBound {
      let rest = index..<range.upperBound
      switch bytes[index] {
      case UInt8(ascii: "<") where CommentScanner.begins(bytes, at: index, limit: rest.upperBound):
        guard let end = CommentScanner.end(of: bytes, at: index, limit: rest.upperBound) else {
          return
        }
        commentEnds.append(end - 3..<end)
        index = end
      case _ where CommentMarks.mayBegin(bytes, at: index, limit: rest.upperBound):
        if let (opening, closing) = CommentMarks.misspelledPair(bytes, range, at: index) {
          report(opening, closing: closing)
          index = closing.upperBound
          continue
        }
        if let opening = CommentMarks.misspelledOpening(bytes, rest) {
          report(
            opening,
            closing: CommentMarks.misspelledClosing(
              bytes, opening.upperBound..<rest.upperBound, isSingle: true, behind: index))
          index = opening.upperBound
          continue
        }
        let mistyped = CommentMarks.mistypedOpening(bytes, rest)
        opening = opening ?? mistyped
        index = mistyped?.upperBound ?? index + 1
      case UInt8(ascii: "-"):
        let end = bytes[rest].firstIndex { $0 != UInt8(ascii: "-") } ?? rest.upperBound
        if end - index >= 2, end < rest.upperBound, bytes[end] == UInt8(ascii: ">") {
          strayCommentEnds.append(
            StrayCommentEnd(
              run: index..<end + 1, isDouble: index > range.lowerBound && bytes[index - 1] == 60,
              opening: opening, leafStart: range.lowerBound, isInHTML: true))
          opening = nil
        }
        index = end
      default: index += 1
      }
    }
  }

  /// Reports a beginning, and mends it where its end is known; both are ranges of the source.
  private mutating func report(_ opening: Range<Int>, closing: Range<Int>?) {
    let repairs = closing.map { closing in
      [
        Finding.Repair(
          "<!-- … -->", edits: [.init(opening, with: "<!--"), .init(closing, with: "-->")])
      ]
    }
    findings.append(
      Finding(kind: .misspelledComment, range: opening, repairs: repairs ?? []))
  }
}

/// A `-->` in a text that closes no comment.
struct StrayCommentEnd {
  /// The offsets in the source of it and the dashes before it.
  let run: Range<Int>
  /// Whether a `<` stands before it.
  let isDouble: Bool
  /// The offsets in the source of what may have been meant as the comment's beginning.
  let opening: Range<Int>?
  /// Where its leaf begins in the source.
  let leafStart: Int
  /// Whether it stands in HTML that is shown as text, where a backslash is one.
  var isInHTML = false

  /// The offsets of `-->` in the source.
  var range: Range<Int> { run.upperBound - 3..<run.upperBound }
}
