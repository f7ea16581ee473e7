/// `#` between brackets, from which on the rest of the line is not read.
extension SlipScanner {
  /// Tells a comment behind something of its line, where it is told at all; whether what it hides is read on.
  mutating func flowComment(_ flow: inout Flow) -> Bool {
    let (at, line) = (flow.at, flow.line)
    guard let frame = flow.frames.last, skipBlanks(line.start) < at, words.tellsComments,
      slips.count < YAMLSlip.mostMended
    else { return false }
    let isValue = !frame.isMapping || frame.hasColon
    let hidesClosing = hidesClosing(flow)
    let end = hidesClosing ? hiddenEnd(at, frame, line) : line.end
    let value = trimmed(at..<end)
    // What stands before it: a bracket, a colon or a comma.
    var before = at
    while before > line.start, isBlank(source[before - 1]) { before -= 1 }
    let gone = hidesClosing && source[before - 1] == comma ? (before - 1)..<end : before..<end
    let indent = text(line.start..<skipBlanks(line.start))
    let moved = [
      YAMLEdit(line.start..<line.start, with: indent + text(value) + "\n"),
      YAMLEdit(gone, with: ""),
    ]
    let parts = parts(value, isWhole: hidesClosing)
    let quoted = parts.enumerated().map { number, part in
      let isLast = number == parts.count - 1 && !hidesClosing
      return YAMLEdit(
        part,
        with: YAMLScalar.doubleQuoted(text(part)) + (isLast ? separator(behind: value, line) : ""))
    }
    let isList = flow.holding == .references || flow.holding == .values
    let isText = isValue && !(isList && !frame.isMapping) && !quoted.isEmpty
    let isComment = isBlankOrEnd(at + 1)
    let repairs = !isText ? [moved] : isComment ? [moved, quoted] : [quoted, moved]
    let reading = !hidesClosing ? [] : isText && !isComment ? quoted : [YAMLEdit(gone, with: "")]
    add(.comment, at: at..<(at + 1), repairs, reading: reading)
    guard hidesClosing else { return false }
    flow.at = end
    if isValue { flow.last = .quoted }
    return true
  }

  /// Whether a comment hides the bracket that closes the value: no line goes on with it.
  private func hidesClosing(_ flow: Flow) -> Bool {
    guard let frame = flow.frames.last,
      source[flow.at..<flow.line.end].contains(frame.closing)
    else { return false }
    var (start, count) = (flow.line.next, 0)
    while start < range.upperBound, count < 20 {
      let next = line(at: start)
      if next.end > next.start, begins(next), !goesOn(next, flow) { return true }
      if source[next.start..<next.end].contains(frame.closing) { return false }
      (start, count) = (next.next, count + 1)
    }
    return true
  }

  /// What stands behind the last value of a comment that is none: a comma, where another follows it.
  private func separator(behind value: Range<Int>, _ line: Line) -> String {
    guard source[value.upperBound - 1] != comma, line.next < range.upperBound else { return "" }
    let next = self.line(at: line.next)
    let start = skipBlanks(next.start)
    return start < next.end && !Array(",]}".utf8).contains(source[start]) ? "," : ""
  }

  /// Where what a comment hides ends: at the comma or bracket of the value.
  private func hiddenEnd(_ start: Int, _ frame: Frame, _ line: Line) -> Int {
    var at = start
    while at < line.end, source[at] != comma, source[at] != frame.closing { at += 1 }
    return at
  }

  /// The values in a comment that hides no bracket: those between its commas.
  private func parts(_ value: Range<Int>, isWhole: Bool) -> [Range<Int>] {
    if isWhole { return [value] }
    if source[value].contains(where: { Array("[]{}\"'".utf8).contains($0) }) { return [] }
    return source[value].split(separator: comma).map { trimmed($0.startIndex..<$0.endIndex) }
      .map { skipBlanks($0.lowerBound)..<max($0.upperBound, skipBlanks($0.lowerBound)) }
      .filter { !$0.isEmpty }
  }

  /// Whether a comment behind a text is no part of it.
  func movesComment(_ at: Int, _ flow: Flow) -> Bool {
    if flow.frames.last?.isMapping == true { return isBlankOrEnd(at + 1) }
    return isBlankOrEnd(at + 1) || flow.holding == .values || flow.holding == .references
  }

  /// Tells a comment behind the text of `value`, which becomes a line of its own.
  mutating func moveComment(
    _ sign: Range<Int>, _ value: Range<Int>, _ flow: Flow, _ quoted: [[YAMLEdit]]
  ) {
    let line = flow.line
    let end = trimmed(value.lowerBound..<sign.lowerBound).upperBound
    let gone = YAMLEdit(end..<value.upperBound, with: "")
    let indent = text(line.start..<skipBlanks(line.start))
    let comment = text(sign.lowerBound..<value.upperBound)
    let note = YAMLEdit(line.start..<line.start, with: indent + comment + "\n")
    let isText = flow.frames.last?.isMapping == true || flow.holding == .texts
    add(.comment, at: sign, [[note, gone]] + (isText ? quoted : []), reading: [gone])
  }
}
