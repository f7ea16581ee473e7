extension SlipScanner {
  // MARK: - Quotes

  mutating func quoted(_ start: Int, _ line: Line, holding: YAMLWords.Holding?) {
    previous = .whole
    if let close = closingQuote(of: start, before: line.end) {
      if listInQuotes(start, close, line, holding: holding) { return }
      afterQuote(start, close, line, holding: holding)
      return
    }
    if let end = laterQuote(of: start, line) {
      joinJapanese(from: line, to: end.line)
      position = end.line.next
      afterQuote(end.close, end.close, end.line, holding: .value)
      return
    }
    unclosedQuote(start, start..<line.end)
  }

  /// A quote without its partner, in a value that ends with the range.
  mutating func unclosedQuote(_ start: Int, _ value: Range<Int>) {
    let sign = text(start..<(start + 1))
    let last = lastCharacter(endingAt: value.upperBound, after: start)
    if last > start, let other = otherQuote(last) {
      _ = other
      add(
        .wrongSign(text(last..<value.upperBound), meant: sign), at: last..<value.upperBound,
        [[YAMLEdit(last..<value.upperBound, with: sign)]])
    } else if last > start, source[last] == UInt8(ascii: "'") || source[last] == UInt8(ascii: "\"")
    {
      add(
        .unclosed(sign), at: start..<(start + 1),
        [[YAMLEdit(last..<value.upperBound, with: sign)]])
    } else {
      add(
        .unclosed(sign), at: start..<(start + 1),
        [[YAMLEdit(value.upperBound..<value.upperBound, with: sign)]])
    }
  }

  /// The partner of a quote on one of the next lines; nil where a line comes before it that begins something.
  private func laterQuote(of start: Int, _ line: Line) -> (close: Int, line: Line)? {
    let quote = source[start]
    var next = line.next
    while next < range.upperBound {
      let line = self.line(at: next)
      if line.end > line.start, begins(line) { return nil }
      var at = line.start
      while at < line.end {
        if source[at] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
          at += 2
        } else if source[at] == quote {
          guard quote == UInt8(ascii: "'"), at + 1 < line.end, source[at + 1] == quote else {
            return (at, line)
          }
          at += 2
        } else {
          at += 1
        }
      }
      next = line.next
    }
    return nil
  }

  /// Whether a line, not further to the right than the open level, begins a field or an entry.
  func begins(_ line: Line) -> Bool {
    var at = line.start
    while at < line.end, source[at] == space { at += 1 }
    guard at < line.end, at - line.start <= (levels.last?.indent ?? 0) else { return false }
    if source[at] == dash, isBlankOrEnd(at + 1) { return true }
    return key(at: at, line, isSure: true) != nil
  }

  private mutating func afterQuote(
    _ start: Int, _ close: Int, _ line: Line, holding: YAMLWords.Holding?
  ) {
    backslashes(start, close)
    let rest = skipBlanks(close + 1)
    if rest >= line.end { return }
    if source[rest] == hash && rest > close + 1 {
      if words.tellsComments { commentBehind(close, start, rest, line, isQuoted: true) }
      return
    }
    let place = rest..<(rest + character(rest).length)
    var repairs: [[YAMLEdit]] = []
    let isList =
      holding == .texts || holding == .names || holding == .values || holding == .references
    if isList, source[rest] == comma || wideComma(rest) != nil {
      let separator = wideComma(rest).map { [YAMLEdit(rest..<(rest + $0), with: ", ")] } ?? []
      repairs.append(
        [YAMLEdit(start..<start, with: "[")] + separator + [
          YAMLEdit(line.end..<line.end, with: "]")
        ])
    } else if start < close {
      repairs = quoteRepairs(start..<line.end, close)
    }
    add(
      .afterValue(text(close..<(close + 1))), at: place, repairs,
      reading: repairs.first ?? [YAMLEdit((close + 1)..<line.end, with: "")],
      losesText: repairs.isEmpty)
  }

  /// Quotes of print around the whole value, which are meant as quotes.
  mutating func printedQuotes(
    _ start: Int, _ opening: (meant: String, length: Int), _ line: Line
  ) -> Bool {
    let inner = start + opening.length
    guard let slip = printedQuotes(start..<line.end, inner) else { return false }
    add(slip.kind, at: slip.place, slip.repairs)
    previous = .whole
    return true
  }

  /// The slip of a value between quotes of print; nil where they are only a part of it.
  func printedQuotes(
    _ value: Range<Int>, _ inner: Int
  ) -> (kind: YAMLSlip.Kind, place: Range<Int>, repairs: [[YAMLEdit]])? {
    let start = value.lowerBound
    let last = lastCharacter(endingAt: value.upperBound, after: inner)
    guard last > inner, let opening = otherQuote(start) else { return nil }
    let byte = source[last]
    guard
      otherQuote(last)?.meant == opening.meant || byte == UInt8(ascii: "\"")
        || byte == UInt8(ascii: "'")
    else { return nil }
    var at = inner
    while at < last {
      if otherQuote(at) != nil { return nil }
      at += character(at).length
    }
    let plain = YAMLScalar.doubleQuoted(text(inner..<last))
    return (
      .wrongSign(text(start..<inner), meant: "\""), start..<inner,
      [
        [YAMLEdit(value, with: plain)],
        [YAMLEdit(value, with: YAMLScalar.doubleQuoted(text(value)))],
      ]
    )
  }
}
