extension SlipScanner {
  /// A value from `at` on, which may go over several lines.
  mutating func value(
    _ start: Int, _ line: Line, holding: YAMLWords.Holding?, isOfKey: Bool = false
  ) {
    var at = start
    if let length = wideSpace(at), at < line.end {
      let end = skipWideBlanks(at)
      add(
        .wrongSign(text(at..<(at + length)), meant: " "), at: at..<(at + length),
        [[YAMLEdit(at..<end, with: "")]])
      at = end
    }
    if at >= line.end {
      previous = .open
      openEnd = line.end
      return
    }
    let byte = source[at]
    switch byte {
    case hash: leadingComment(at, line)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): quoted(at, line, holding: holding)
    case UInt8(ascii: "["), UInt8(ascii: "{"): bracketed(at, line, holding: holding)
    case UInt8(ascii: "|"), UInt8(ascii: ">"): block(at, line, holding: holding)
    case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"):
      quote(
        at, line, .unsupported(text(at..<(at + 1))), at: at..<(at + 1), holding: holding)
    case UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "%"), UInt8(ascii: "]"),
      UInt8(ascii: "}"), comma:
      quote(at, line, .needsQuotes(text(at..<(at + 1))), at: at..<(at + 1), holding: holding)
    case dash where isOfKey && isListHolding(holding) && isBlankOrEnd(at + 1):
      listBesideKey(at, line)
    case dash, UInt8(ascii: "?"), colon:
      if isBlankOrEnd(at + 1), isOfKey || byte != UInt8(ascii: "?") {
        quote(at, line, .needsQuotes(text(at..<(at + 1))), at: at..<(at + 1), holding: holding)
      } else {
        plainValue(at, line, holding: holding)
      }
    default:
      if let other = otherQuote(at), printedQuotes(at, other, line) { return }
      if byte >= 0xE2, wideBrackets(at, line, holding: holding) { return }
      if otherBrackets(at, line, holding: holding) { return }
      plainValue(at, line, holding: holding)
    }
  }

  private mutating func plainValue(_ start: Int, _ line: Line, holding: YAMLWords.Holding?) {
    previous = .lost
    let end = plain(start, line, holding: holding)
    // What begins behind the text has said what may follow.
    if case .lost = previous { previous = .plain(start..<end) }
  }

  /// A list whose first entry stands on the line of the field.
  private mutating func listBesideKey(_ at: Int, _ line: Line) {
    var indent = (levels.last?.indent ?? 0) + 2
    if line.next < range.upperBound {
      let next = self.line(at: line.next)
      let first = skipBlanks(next.start)
      if first < next.end, isItem(first, next) { indent = first - next.start }
    }
    var edge = at
    while edge > line.start, isBlank(source[edge - 1]) { edge -= 1 }
    add(
      .itemBesideKey, at: at..<(at + 1),
      [[YAMLEdit(edge..<at, with: "\n" + String(repeating: " ", count: indent))]])
    levels.append(Level(indent: indent, isList: true))
    item(at, indent, line)
  }

  // MARK: - Without quotes

  /// A text without quotes on one line; where it ends.
  mutating func plain(
    _ start: Int, _ line: Line, holding: YAMLWords.Holding?, isContinued: Bool = false
  ) -> Int {
    var at = start
    while at < line.end {
      let byte = source[at]
      if byte == colon, isBlankOrEnd(at + 1) {
        if isContinued { return line.end }
        if let word = gluedWord(endingAt: at, after: start) {
          breakLine(before: word, after: start, line)
          return trimmed(start..<word.lowerBound).upperBound
        }
        quote(start, line, .needsQuotes(":"), at: at..<(at + 1), holding: holding)
        return line.end
      }
      if byte == hash, at > start, isBlank(source[at - 1]) {
        let end = trimmed(start..<at).upperBound
        if words.tellsComments { comment(at, after: start..<end, line, holding: holding) }
        return end
      }
      at += 1
    }
    let last = lastCharacter(endingAt: line.end, after: start)
    if wideSpace(last) != nil, last > start {
      var first = last
      while first > start {
        let before = lastCharacter(endingAt: first, after: start)
        guard isBlank(source[before]) || wideSpace(before) != nil else { break }
        first = before
      }
      add(
        .wrongSign(text(last..<line.end), meant: " "), at: last..<line.end,
        [[YAMLEdit(first..<line.end, with: "")]])
      return first
    }
    strayQuote(start..<line.end)
    return line.end
  }

  /// A quote behind a text that has no other: the one before it is missing.
  func isStrayQuote(_ value: Range<Int>) -> Bool {
    guard let last = value.last, last > value.lowerBound, words.tellsComments,
      source[last] == UInt8(ascii: "'") || source[last] == UInt8(ascii: "\"")
    else { return false }
    // A length in feet or inches, or the end of a word of English (the authors').
    if source[last - 1] < 0x80 { return false }
    return !source[value.lowerBound..<last].contains(source[last])
  }

  mutating func strayQuote(_ value: Range<Int>) {
    guard isStrayQuote(value) else { return }
    let last = value.upperBound - 1
    add(
      .straySign(text(last..<value.upperBound)), at: last..<value.upperBound,
      [
        [YAMLEdit(last..<value.upperBound, with: "")],
        [YAMLEdit(value.lowerBound..<value.lowerBound, with: text(last..<value.upperBound))],
      ])
  }

  /// A value that is a text with signs in it: quotes around it.
  mutating func quote(
    _ start: Int, _ line: Line, _ kind: YAMLSlip.Kind, at place: Range<Int>,
    holding: YAMLWords.Holding?
  ) {
    var repairs = [
      [YAMLEdit(start..<line.end, with: YAMLScalar.doubleQuoted(text(start..<line.end)))]
    ]
    if case .needsQuotes(":") = kind, let second = secondField(start, place.lowerBound, line) {
      repairs.insert([second], at: 0)
    }
    add(kind, at: place, repairs)
    previous = .whole
  }

  /// Where a second field follows on the line of the first (`title: 甲 kind: 補助`, or in a group without
  /// brackets `- document: 甲, at: 第1章`), the end of the line.
  private func secondField(_ start: Int, _ colon: Int, _ line: Line) -> YAMLEdit? {
    var word = colon
    while word > start, !isBlank(source[word - 1]),
      wideSpace(lastCharacter(endingAt: word, after: start)) == nil
    {
      word -= 1
    }
    var before = trimmed(start..<word)
    if before.last.map({ source[$0] }) == UInt8(ascii: ",") {
      before = trimmed(before.lowerBound..<(before.upperBound - 1))
    }
    let name = text(word..<colon)
    guard let level = levels.last, !level.isList, !before.isEmpty,
      levels.count == 1 ? words.fields[name] != nil : words.inner.contains(name)
    else { return nil }
    return YAMLEdit(
      before.upperBound..<word, with: "\n" + String(repeating: " ", count: level.indent))
  }

  // MARK: - Quotes

  private mutating func quoted(_ start: Int, _ line: Line, holding: YAMLWords.Holding?) {
    previous = .whole
    if let close = closingQuote(of: start, before: line.end) {
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
    let written = text(rest..<line.end)
    var repairs: [[YAMLEdit]] = []
    let isList =
      holding == .texts || holding == .names || holding == .values || holding == .references
    if isList, source[rest] == comma || wideComma(rest) != nil {
      let separator = wideComma(rest).map { [YAMLEdit(rest..<(rest + $0), with: ", ")] } ?? []
      repairs.append(
        [YAMLEdit(start..<start, with: "[")] + separator + [
          YAMLEdit(line.end..<line.end, with: "]")
        ])
    } else {
      let quote = text(close..<(close + 1))
      if start < close, !written.contains(quote), !written.contains("\\") {
        repairs.append([
          YAMLEdit(close..<(close + 1), with: ""), YAMLEdit(line.end..<line.end, with: quote),
        ])
      }
      if start < close {
        repairs.append([
          YAMLEdit(start..<line.end, with: YAMLScalar.doubleQuoted(text(start..<line.end)))
        ])
      }
    }
    add(
      .afterValue(text(close..<(close + 1))), at: place, repairs,
      reading: repairs.first ?? [YAMLEdit((close + 1)..<line.end, with: "")],
      losesText: repairs.isEmpty)
  }

  /// A backslash between double quotes that begins nothing that YAML knows (YAML 1.1 §5.6).
  mutating func backslashes(_ start: Int, _ close: Int) {
    guard source[start] == UInt8(ascii: "\""), start < close else { return }
    var at = start + 1
    var places: [Int] = []
    while at < close {
      if source[at] == UInt8(ascii: "\\") {
        if !isEscape(at + 1, before: close) { places.append(at) }
        at += 1
      }
      at += 1
    }
    guard let first = places.first else { return }
    // One that is meant as itself makes it likely that all are: a path of Windows.
    var all: [Int] = []
    at = start + 1
    while at < close {
      if source[at] == UInt8(ascii: "\\") {
        all.append(at)
        if at + 1 < close, [UInt8(ascii: "\\"), UInt8(ascii: "\"")].contains(source[at + 1]) {
          all.removeLast()
          at += 1
        }
      }
      at += 1
    }
    add(.backslash, at: first..<(first + 1), [all.map { YAMLEdit($0..<$0, with: "\\") }])
  }

  private func isEscape(_ at: Int, before close: Int) -> Bool {
    guard at <= close else { return false }
    func hasDigits(_ count: Int) -> Bool {
      at + count < close
        && source[(at + 1)...(at + count)].allSatisfy {
          isDigit($0) || ($0 | 32 >= 97 && $0 | 32 <= 102)
        }
    }
    switch source[at] {
    case UInt8(ascii: "x"): return hasDigits(2)
    case UInt8(ascii: "u"): return hasDigits(4)
    case UInt8(ascii: "U"): return hasDigits(8)
    default: return Array("0abt\tnvfre \"/\\N_LP\n\r".utf8).contains(source[at])
    }
  }

  /// Quotes of print around the whole value, which are meant as quotes.
  private mutating func printedQuotes(
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
