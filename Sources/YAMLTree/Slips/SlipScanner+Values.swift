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
    if groupInOtherBrackets(at, line, holding: holding) { return }
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

  /// A value on the line of a list whose other entries stand below it; whether it is one.
  mutating func valueBesideKey(_ at: Int, _ line: Line) -> Bool {
    guard isListHeld, at < line.end, line.next < range.upperBound,
      slips.count < YAMLSlip.mostMended,
      source[at] >= 0x80 || isDigit(source[at]) || (65...122).contains(source[at] | 32),
      wideSpace(at) == nil, !isBracket(source[at]), otherDash(at) == nil,
      !isInWideBrackets(at, line),
      !source[at..<line.end].contains(where: { isBracket($0) || $0 == hash })
    else { return false }
    let next = self.line(at: line.next)
    let start = skipBlanks(next.start)
    guard start < next.end, source[start] == dash, isBlankOrEnd(start + 1) else { return false }
    let indent = start - next.start
    var edge = at
    while edge > line.start, isBlank(source[edge - 1]) { edge -= 1 }
    let entry = YAMLEdit(edge..<at, with: "\n" + String(repeating: " ", count: indent) + "- ")
    let note = [
      YAMLEdit(line.start..<line.start, with: "# " + text(at..<line.end) + "\n"),
      YAMLEdit(edge..<line.end, with: ""),
    ]
    add(.valueBesideKey, at: at..<(at + character(at).length), [[entry], note])
    levels.append(Level(indent: indent, isList: true))
    value(at, line, holding: heldByItem)
    return true
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
      if byte == 0xEF, at > start, holding == .value, character(at).value == 0xFF03,
        wideComment(at, after: start, line)
      {
        return trimmed(start..<at).upperBound
      }
      if byte == hash, at > start, isBlank(source[at - 1]) {
        let end = trimmed(start..<at).upperBound
        if tellsComment(at) { comment(at, after: start..<end, line, holding: holding) }
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
}
