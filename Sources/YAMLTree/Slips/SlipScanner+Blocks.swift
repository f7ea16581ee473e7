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
}
