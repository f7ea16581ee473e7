/// Texts over several lines.
extension SlipScanner {
  /// Takes the line ends between Japanese characters out of what is read: YAML makes spaces of them, which
  /// Japanese does not have.
  mutating func joinJapanese(from first: Line, to last: Line) {
    var line = first
    while line.start < last.start {
      let next = self.line(at: line.next)
      let start = skipBlanks(next.start)
      if line.end > line.start, start < next.end, source[line.end - 1] >= 0x80,
        source[start] >= 0xE2
      {
        dropped.append(YAMLEdit(line.end..<start, with: ""))
      }
      line = next
    }
  }

  // MARK: - Texts below | and >

  mutating func block(_ start: Int, _ line: Line, holding: YAMLWords.Holding?) {
    var at = start + 1
    while at < line.end,
      isDigit(source[at]) || source[at] == dash || source[at] == UInt8(ascii: "+")
    {
      at += 1
    }
    let rest = skipBlanks(at)
    guard rest >= line.end || (source[rest] == hash && rest > at), at - start <= 3 else {
      quote(
        start, line, .needsQuotes(text(start..<(start + 1))), at: start..<(start + 1),
        holding: holding)
      return
    }
    previous = .whole
    if signOfBlock(start..<line.end, line, holding: holding) { return }
    let parent = levels.last.map { $0.indent } ?? 0
    var own: Int?
    var above: (line: Line, indent: Int)?
    while position < range.upperBound {
      let line = self.line(at: position)
      var at = line.start
      while at < line.end, source[at] == space { at += 1 }
      if at < line.end {
        let indent = at - line.start
        if indent <= parent {
          let end = skipWideBlanks(at)
          guard end > at, end < line.end else { return }
          let isTab = source[at] == 9
          add(
            isTab ? .tab : .wrongSign(text(at..<(at + (wideSpace(at) ?? 1))), meant: " "),
            at: at..<(at + (wideSpace(at) ?? 1)),
            [[YAMLEdit(line.start..<end, with: String(repeating: " ", count: own ?? parent + 2))]])
        } else if own == nil {
          own = indent
        }
        if source[start] == UInt8(ascii: ">"), indent == own, let above, above.indent == own {
          joinJapanese(from: above.line, to: line)
        }
        above = (line, indent)
      } else {
        above = nil
      }
      position = line.next
    }
  }

  /// The sign of a text in lines where the lines are a list, or stand no further to the right than the field: it is one
  /// too many; whether it is.
  private mutating func signOfBlock(
    _ sign: Range<Int>, _ line: Line, holding: YAMLWords.Holding?
  ) -> Bool {
    guard levels.count == 1, !words.fields.isEmpty, line.next < range.upperBound else {
      return false
    }
    let next = self.line(at: line.next)
    let at = skipBlanks(next.start)
    guard at < next.end else { return false }
    var edge = sign.lowerBound
    while edge > line.start, isBlank(source[edge - 1]) { edge -= 1 }
    let place = sign.lowerBound..<(sign.lowerBound + 1)
    if isListHolding(holding), isItem(at, next) {
      add(.straySign(text(place)), at: place, [[YAMLEdit(edge..<sign.upperBound, with: "")]])
      previous = .open
      openEnd = sign.upperBound
      return true
    }
    if isListHolding(holding), holding != .references || key(at: at, next, isSure: true) == nil,
      at - next.start > levels[0].indent
    {
      return entriesOfBlock(edge..<sign.upperBound, line)
    }
    guard holding == .text, at - next.start <= levels[0].indent, !isItem(at, next) else {
      return false
    }
    return linesOfBlock(sign, line)
  }

  /// The lines of a text in the place of a list, which are its entries.
  private mutating func entriesOfBlock(_ sign: Range<Int>, _ line: Line) -> Bool {
    var edits = [YAMLEdit(sign, with: "")]
    var next = line.next
    var column: Int?
    while next < range.upperBound, edits.count < 50 {
      let line = self.line(at: next)
      let at = skipBlanks(line.start)
      guard at < line.end, at - line.start > levels[0].indent else { break }
      if let column, column != at - line.start { return false }
      column = at - line.start
      edits.append(YAMLEdit(at..<at, with: "- "))
      next = line.next
    }
    guard edits.count > 1 else { return false }
    let at = edits[1].range.lowerBound
    add(.missingDash, at: at..<(at + character(at).length), [edits])
    position = next
    return true
  }

  /// The lines of a text below a field that stand no further to the right; whether there are some.
  private mutating func linesOfBlock(_ sign: Range<Int>, _ line: Line) -> Bool {
    var edits: [YAMLEdit] = []
    var above = sign
    var next = line.next
    while next < range.upperBound, edits.count < 50 {
      let line = self.line(at: next)
      let at = skipBlanks(line.start)
      guard at < line.end, source[at] != hash, key(at: at, line, isSure: false) == nil,
        !isMark(line)
      else { break }
      edits.append(
        edits.isEmpty
          ? YAMLEdit(sign.lowerBound..<at, with: "")
          : YAMLEdit(above.upperBound..<at, with: glue(above, at)))
      above = at..<line.end
      next = line.next
    }
    guard let first = edits.first else { return false }
    let at = first.range.upperBound
    add(.brokenValue, at: at..<(at + character(at).length), [edits])
    position = next
    return true
  }
}
