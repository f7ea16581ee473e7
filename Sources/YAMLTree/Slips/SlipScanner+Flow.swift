extension SlipScanner {
  /// An open bracket.
  struct Frame {
    let sign: UInt8
    let at: Int
    /// Whether the entry that is read has had its colon.
    var hasColon = false

    var isMapping: Bool { sign == UInt8(ascii: "{") }
    var closing: UInt8 { isMapping ? UInt8(ascii: "}") : UInt8(ascii: "]") }
  }

  /// What came last between brackets.
  enum Token {
    /// A bracket, comma or colon: a value may follow.
    case sign
    case plain
    case quoted
    case bracket
  }

  /// The reading of one value in brackets.
  struct Flow {
    var frames: [Frame] = []
    var line: Line
    var at: Int
    var last = Token.sign
    /// Whether the line has changed since the last token.
    var isNewLine = false
    /// Where the last text without quotes begins.
    var item: Int?
    let holding: YAMLWords.Holding?
  }

  // MARK: - The whole value

  /// A value that begins with a bracket; it may go over several lines.
  mutating func bracketed(_ start: Int, _ line: Line, holding: YAMLWords.Holding?) {
    previous = .whole
    let last = lastCharacter(endingAt: line.end, after: start)
    let isOpen = source[start] == UInt8(ascii: "[")
    if holding == .text, source[last] != UInt8(ascii: isOpen ? "]" : "}"),
      character(last).value != (isOpen ? 0xFF3D : 0xFF5D)
    {
      quote(
        start, line, .needsQuotes(text(start..<(start + 1))), at: start..<(start + 1),
        holding: holding)
      return
    }
    if isListHolding(holding), isMistakenBracket(start, line, holding: holding) { return }
    let known = slips.count
    var flow = Flow(line: line, at: start, holding: holding)
    while true {
      guard skip(&flow) else {
        unclosed(flow)
        position = flow.line.next
        return
      }
      token(&flow)
      if flow.frames.isEmpty || flow.frames.count > 70 { break }
    }
    position = flow.line.next
    if flow.frames.isEmpty {
      afterBracket(start, known, flow, isOneLine: flow.line.start == line.start)
    }
  }

  /// Goes to the next token; whether there is one before something else begins.
  private mutating func skip(_ flow: inout Flow) -> Bool {
    while true {
      flow.at = skipBlanks(flow.at)
      let isComment =
        flow.at < flow.line.end && source[flow.at] == hash
        && (flow.at == flow.line.start || isBlank(source[flow.at - 1]))
      if flow.at < flow.line.end, !isComment {
        guard let length = wideSpace(flow.at) else { return true }
        let end = skipWideBlanks(flow.at)
        let isBetween = flow.at > flow.line.start && isBlank(source[flow.at - 1])
        add(
          .wrongSign(text(flow.at..<(flow.at + length)), meant: " "),
          at: flow.at..<(flow.at + length),
          [[YAMLEdit(flow.at..<end, with: isBetween || end >= flow.line.end ? "" : " ")]])
        flow.at = end
        continue
      }
      if isComment, flowComment(&flow) { continue }
      guard flow.line.next < range.upperBound else { return false }
      let next = line(at: flow.line.next)
      if next.end > next.start, begins(next), !goesOn(next, flow) { return false }
      let end = flow.line.end
      flow.line = next
      flow.at = next.start
      partedText(&flow, from: end)
      flow.isNewLine = true
    }
  }

  /// Whether a line that looks like a field is the rest of the brackets: it closes them, and its key is one of a
  /// group.
  func goesOn(_ line: Line, _ flow: Flow) -> Bool {
    guard !words.fields.isEmpty, let frame = flow.frames.last else { return false }
    let start = skipBlanks(line.start)
    if let key = key(at: start, line, isSure: true), words.fields[key.name] != nil,
      !(frame.isMapping && words.inner.contains(key.name))
    {
      return false
    }
    if source[start] == dash, isBlankOrEnd(start + 1) { return false }
    var depth = 0
    for byte in source[start..<line.end] {
      if isBracket(byte) { depth += 1 }
      if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { depth -= 1 }
      if depth < 0 { return byte == frame.closing }
    }
    return false
  }

  /// A text that is broken by the end of its line: YAML makes a space of it.
  private mutating func partedText(_ flow: inout Flow, from end: Int) {
    let start = skipBlanks(flow.at)
    guard flow.last == .plain, start < flow.line.end, words.tellsComments,
      !Array(",]}#".utf8).contains(source[start]), wideClosing(start) == nil, let item = flow.item
    else { return }
    let glued = glue(item..<end, start)
    if flow.frames.count == 1, flow.frames[0].isMapping == false, flow.holding == .references {
      // Names in lines of their own; one that is broken is the second way out.
      add(
        .missingComma, at: start..<(start + character(start).length),
        [[YAMLEdit(end..<end, with: ",")], [YAMLEdit(end..<start, with: glued)]])
      flow.at = start
      separate(&flow)
      return
    }
    // A key without its colon, or one that goes on, is read from its beginning.
    add(
      .brokenValue, at: start..<(start + character(start).length),
      [[YAMLEdit(end..<start, with: glued)]])
    if source[start] == colon {
      flow.last = .plain
      return
    }
    if flow.frames.last?.isMapping == true, flow.frames.last?.hasColon == false,
      let colon = source[start..<flow.line.end].firstIndex(of: colon)
    {
      flow.at = colon
      return
    }
    flow.at = itemEnd(start, flow.line)
  }

  private mutating func unclosed(_ flow: Flow) {
    guard let first = flow.frames.first else { return }
    var end = flow.line
    // The bracket is missed on the last line with something on it.
    if end.end == end.start { end = line(at: contentStart(before: end.start, after: first.at)) }
    let closings = String(decoding: flow.frames.reversed().map(\.closing), as: UTF8.self)
    let place = max(end.end, first.at + 1)
    if flow.frames.count == 1, !first.isMapping, isListHolding(flow.holding),
      flow.holding != .texts,
      let other = otherClosing(first.at, place)
    {
      add(
        .wrongBracket(text(other), meant: closings), at: other,
        [[YAMLEdit(other, with: closings)]])
      return
    }
    add(
      .unclosed(text(first.at..<(first.at + 1))), at: first.at..<(first.at + 1),
      [[YAMLEdit(place..<place, with: closings)]],
      losesText: trimmed(first.at..<place).count == 1)
  }

  /// The round bracket that ends a value and closes nothing in it.
  private func otherClosing(_ start: Int, _ end: Int) -> Range<Int>? {
    let last = lastCharacter(endingAt: end, after: start)
    let (value, length) = character(last)
    guard last > start, let opening = [0x29: "(", 0xFF09: "（"][value] else { return nil }
    let bytes = source[start..<last]
    let sign = Array(opening.utf8)
    let isOpen = bytes.indices.contains { bytes[$0...].starts(with: sign) }
    return isOpen ? nil : last..<(last + length)
  }

  /// The start of the last line before `end` that has something on it.
  private func contentStart(before end: Int, after first: Int) -> Int {
    var at = end
    while at > first, isBlank(source[at - 1]) || isLineEnd(source[at - 1]) { at -= 1 }
    while at > range.lowerBound, !isLineEnd(source[at - 1]) { at -= 1 }
    return at
  }

  /// What stands behind the last bracket of a value.
  private mutating func afterBracket(_ start: Int, _ known: Int, _ flow: Flow, isOneLine: Bool) {
    let (line, close) = (flow.line, flow.at - 1)
    let rest = skipBlanks(flow.at)
    if rest >= line.end || source[rest] == colon { return }
    if source[rest] == hash && rest > flow.at {
      if words.tellsComments { commentBehind(close, start, rest, line, isQuoted: false) }
      return
    }
    let place = rest..<(rest + character(rest).length)
    let behind = source[rest..<line.end]
    if behind.allSatisfy({ $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "}") || $0 == space }) {
      add(
        .wrongBracket(text(place), meant: nil), at: place,
        [[YAMLEdit(flow.at..<line.end, with: "")]])
      return
    }
    if !words.fields.isEmpty, gluedBehindBracket(close, rest, line) { return }
    let sign = text(close..<(close + 1))
    if flow.holding == .value, source[start] == UInt8(ascii: "{") {
      let isSign = place.upperBound == line.end && source[rest] != hash
      add(
        isSign ? .straySign(text(place)) : .afterValue(sign), at: place,
        isSign ? [[YAMLEdit((close + 1)..<line.end, with: "")]] : [],
        reading: [YAMLEdit((close + 1)..<line.end, with: "")], losesText: !isSign)
      return
    }
    let isList = flow.holding != nil && flow.holding != .text && flow.holding != .value
    if isList || !isOneLine {
      if isOneLine, flow.holding == .references || flow.holding == .values,
        source[start] != UInt8(ascii: "{"),
        remarkBehindBracket(close, rest, line)
      {
        return
      }
      let isSimple = !behind.contains { Array("[]{},:#\"'".utf8).contains($0) }
      let isBehindText = !Array("]}\"'[".utf8).contains(
        source[trimmed(start..<close).upperBound - 1])
      let moved = [
        YAMLEdit(close..<(close + 1), with: ""), YAMLEdit(line.end..<line.end, with: sign),
      ]
      if isOneLine, let length = source[rest] == comma ? 1 : wideComma(rest),
        !behind.contains(where: { Array("[]{}:#".utf8).contains($0) })
      {
        // The list goes on behind its bracket.
        let gone = YAMLEdit(close..<(close + 1), with: "")
        let next = skipWideBlanks(rest + length)
        add(
          .afterValue(sign), at: place,
          [
            [
              gone, YAMLEdit((close + 1)..<next, with: ", "),
              YAMLEdit(line.end..<line.end, with: sign),
            ]
          ])
        return
      }
      let isFix = isSimple && isBehindText
      add(
        .afterValue(sign), at: place, isFix ? [moved] : [],
        reading: isFix ? moved : [YAMLEdit((close + 1)..<line.end, with: "")], losesText: !isFix)
      return
    }
    // A text that begins with a bracket: nothing in it is YAML.
    slips.removeSubrange(known...)
    quote(start, line, .afterValue(sign), at: place, holding: flow.holding)
  }

  /// A remark in brackets behind a list of names, which no name has: it becomes a note above; whether there is one.
  private mutating func remarkBehindBracket(_ close: Int, _ rest: Int, _ line: Line) -> Bool {
    let (opening, length) = character(rest)
    let last = lastCharacter(endingAt: line.end, after: rest)
    guard [0x28: 0x29, 0xFF08: 0xFF09][opening] == character(last).value, rest + length < last,
      !source[rest..<line.end].contains(where: { isBracket($0) || $0 == hash })
    else { return false }
    let gone = YAMLEdit((close + 1)..<line.end, with: "")
    let indent = text(line.start..<skipBlanks(line.start))
    let note = indent + "# " + text((rest + length)..<last) + "\n"
    add(
      .remark(text(close..<(close + 1))), at: rest..<(rest + length),
      [[YAMLEdit(line.start..<line.start, with: note), gone]], reading: [gone])
    return true
  }

  // MARK: - One token

  private mutating func token(_ flow: inout Flow) {
    let at = flow.at
    let byte = source[at]
    defer { flow.isNewLine = false }
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      if strayOpening(&flow) { return }
      if flow.last != .sign { missingComma(flow) }
      flow.frames.append(Frame(sign: byte, at: at))
      flow.at += 1
      flow.last = .sign
    case UInt8(ascii: "]"), UInt8(ascii: "}"): close(byte, length: 1, &flow)
    case comma:
      let isExtra = flow.last == .sign && flow.frames.last?.hasColon == false
      if flow.last == .sign, flow.frames.last?.hasColon == true,
        flow.frames.last?.isMapping == true, let stray = straySign(at, before: flow.line),
        !knownEntryFollows(stray.next, flow.line), source[stray.next] != UInt8(ascii: "}")
      {
        add(.straySign(","), at: at..<(at + 1), [[YAMLEdit(at..<stray.next, with: " ")]])
        flow.at = stray.next
        return
      }
      flow.at += 1
      if isExtra {
        add(.extraComma, at: at..<(at + 1), [[YAMLEdit(at..<skipBlanks(at + 1), with: "")]])
      }
      separate(&flow)
    case colon where flow.last != .sign:
      flow.at += 1
      if let index = flow.frames.indices.last { flow.frames[index].hasColon = true }
      flow.last = .sign
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      if flow.last != .sign { missingComma(flow) }
      quotedItem(&flow)
    default:
      if byte >= 0xE2, wideToken(&flow) { return }
      if flow.last == .sign || (flow.last == .plain && flow.isNewLine) {
        plainItem(&flow)
      } else {
        behindItem(&flow)
      }
    }
  }

  func separate(_ flow: inout Flow) {
    if let index = flow.frames.indices.last { flow.frames[index].hasColon = false }
    flow.last = .sign
  }

  mutating func missingComma(_ flow: Flow) {
    let at = flow.at
    add(.missingComma, at: at..<(at + 1), [[YAMLEdit(at..<at, with: ", ")]])
  }

  mutating func close(_ byte: UInt8, length: Int, _ flow: inout Flow) {
    guard let top = flow.frames.last else { return }
    let place = flow.at..<(flow.at + length)
    if top.closing != byte {
      if closesCrosswise(byte, top, flow) {
        let meant = String(decoding: [top.closing, byte], as: UTF8.self)
        let both = flow.at..<(flow.at + 2)
        add(.wrongBracket(text(both), meant: meant), at: both, [[YAMLEdit(both, with: meant)]])
        flow.frames.removeLast(2)
        flow.at += 2
        flow.last = .bracket
        return
      }
      if flow.frames.dropLast().contains(where: { $0.closing == byte }) {
        let end = trimmed(top.at..<flow.at).upperBound
        let sign = String(decoding: [top.closing], as: UTF8.self)
        add(
          .unclosed(text(top.at..<(top.at + 1))), at: top.at..<(top.at + 1),
          [[YAMLEdit(end..<end, with: sign)]])
        flow.frames.removeLast()
        flow.last = .bracket
        return
      }
      if slips.count < YAMLSlip.mostMended, top.hasColon, flow.last == .sign,
        flow.at + length < flow.line.end,
        source[(flow.at + length)..<flow.line.end].contains(top.closing)
      {
        add(.straySign(text(place)), at: place, [[YAMLEdit(place, with: "")]])
        flow.at += length
        return
      }
      let meant = String(decoding: [top.closing], as: UTF8.self)
      add(.wrongBracket(text(place), meant: meant), at: place, [[YAMLEdit(place, with: meant)]])
    } else if length > 1 {
      let meant = String(decoding: [byte], as: UTF8.self)
      add(.wrongSign(text(place), meant: meant), at: place, [[YAMLEdit(place, with: meant)]])
    }
    flow.frames.removeLast()
    flow.at += length
    flow.last = .bracket
  }

  /// Whether the last two brackets are closed in the wrong order: `]}` for `}]`, with none missing behind them.
  private func closesCrosswise(_ byte: UInt8, _ top: Frame, _ flow: Flow) -> Bool {
    let next = flow.at + 1
    guard source[flow.at] == byte, next < flow.line.end, source[next] == top.closing,
      flow.frames.dropLast().last?.closing == byte
    else { return false }
    let rest = source[(next + 1)..<flow.line.end].prefix(200)
    return rest.allSatisfy { $0 == 0x5D || $0 == 0x7D || $0 == space }
      && rest.count { $0 != space } == flow.frames.count - 2
  }
}
