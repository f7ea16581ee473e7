extension SlipScanner {
  /// An open bracket.
  private struct Frame {
    let sign: UInt8
    let at: Int
    /// Whether the entry that is read has had its colon.
    var hasColon = false

    var isMapping: Bool { sign == UInt8(ascii: "{") }
    var closing: UInt8 { isMapping ? UInt8(ascii: "}") : UInt8(ascii: "]") }
  }

  /// What came last between brackets.
  private enum Token {
    /// A bracket, comma or colon: a value may follow.
    case sign
    case plain
    case quoted
    case bracket
  }

  /// The reading of one value in brackets.
  private struct Flow {
    var frames: [Frame] = []
    var line: Line
    var at: Int
    var last = Token.sign
    /// Whether the line has changed since the last token.
    var isNewLine = false
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
          .wrongSign("　", meant: " "), at: flow.at..<(flow.at + length),
          [[YAMLEdit(flow.at..<end, with: isBetween || end >= flow.line.end ? "" : " ")]])
        flow.at = end
        continue
      }
      guard flow.line.next < range.upperBound else { return false }
      let next = line(at: flow.line.next)
      if next.end > next.start, begins(next) { return false }
      flow.line = next
      flow.at = next.start
      flow.isNewLine = true
    }
  }

  private mutating func unclosed(_ flow: Flow) {
    guard let first = flow.frames.first else { return }
    var end = flow.line
    // The bracket is missed on the last line with something on it.
    if end.end == end.start { end = line(at: contentStart(before: end.start, after: first.at)) }
    let closings = String(decoding: flow.frames.reversed().map(\.closing), as: UTF8.self)
    let place = max(end.end, first.at + 1)
    add(
      .unclosed(text(first.at..<(first.at + 1))), at: first.at..<(first.at + 1),
      [[YAMLEdit(place..<place, with: closings)]],
      losesText: trimmed(first.at..<place).count == 1)
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
    if rest >= line.end || (source[rest] == hash && rest > flow.at) || source[rest] == colon {
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
    let sign = text(close..<(close + 1))
    let isList = flow.holding != nil && flow.holding != .text && flow.holding != .value
    if isList || !isOneLine {
      let isSimple = !behind.contains { Array("[]{},:#\"'".utf8).contains($0) }
      let isBehindText = !Array("]}\"'[".utf8).contains(
        source[trimmed(start..<close).upperBound - 1])
      let moved = [
        YAMLEdit(close..<(close + 1), with: ""), YAMLEdit(line.end..<line.end, with: sign),
      ]
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

  // MARK: - One token

  private mutating func token(_ flow: inout Flow) {
    let at = flow.at
    let byte = source[at]
    defer { flow.isNewLine = false }
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      if flow.last != .sign { missingComma(flow) }
      flow.frames.append(Frame(sign: byte, at: at))
      flow.at += 1
      flow.last = .sign
    case UInt8(ascii: "]"), UInt8(ascii: "}"): close(byte, length: 1, &flow)
    case comma:
      flow.at += 1
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

  private func separate(_ flow: inout Flow) {
    if let index = flow.frames.indices.last { flow.frames[index].hasColon = false }
    flow.last = .sign
  }

  private mutating func missingComma(_ flow: Flow) {
    let at = flow.at
    add(.missingComma, at: at..<(at + 1), [[YAMLEdit(at..<at, with: ", ")]])
  }

  private mutating func close(_ byte: UInt8, length: Int, _ flow: inout Flow) {
    guard let top = flow.frames.last else { return }
    let place = flow.at..<(flow.at + length)
    if top.closing != byte {
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

  /// A sign of another width where only a sign can stand; whether there is one.
  private mutating func wideToken(_ flow: inout Flow) -> Bool {
    let (value, length) = character(flow.at)
    let place = flow.at..<(flow.at + length)
    if wideComma(flow.at) != nil, flow.last != .sign {
      let end = skipWideBlanks(place.upperBound)
      add(
        .wrongSign(text(place), meant: ", "), at: place,
        [[YAMLEdit(place.lowerBound..<end, with: ", ")]])
      flow.at = end
      separate(&flow)
      return true
    }
    if let closing = wideClosing(flow.at), flow.last != .sign, flow.frames.last?.closing == closing
    {
      close(closing, length: length, &flow)
      return true
    }
    if wideColon(flow.at) != nil, flow.last == .quoted, flow.frames.last?.isMapping == true {
      let end = skipWideBlanks(place.upperBound)
      add(
        .wrongSign(text(place), meant: ": "), at: place,
        [[YAMLEdit(place.lowerBound..<end, with: ": ")]])
      flow.at = end
      flow.frames[flow.frames.count - 1].hasColon = true
      flow.last = .sign
      return true
    }
    if value == 0xFF5B, flow.last == .sign {
      add(.wrongSign("｛", meant: "{"), at: place, [[YAMLEdit(place, with: "{")]])
      flow.frames.append(Frame(sign: UInt8(ascii: "{"), at: flow.at))
      flow.at += length
      return true
    }
    return false
  }

  /// The bracket that ］ or ｝ stands for.
  private func wideClosing(_ at: Int) -> UInt8? {
    switch character(at).value {
    case 0xFF3D: UInt8(ascii: "]")
    case 0xFF5D: UInt8(ascii: "}")
    default: nil
    }
  }

  // MARK: - Quotes between brackets

  private mutating func quotedItem(_ flow: inout Flow) {
    let start = flow.at
    flow.last = .quoted
    if let close = closingQuote(of: start, before: flow.line.end) {
      let rest = skipBlanks(close + 1)
      // A quote that opens the next value is none that closes this one: `["甲, "乙"]`.
      if rest >= flow.line.end || endsItem(rest) || wideColon(rest) != nil {
        backslashes(start, close)
        flow.at = close + 1
        return
      }
      if source[rest] == source[start] {
        missingComma(Flow(line: flow.line, at: rest, holding: nil))
        flow.last = .sign
        flow.at = rest
        return
      }
      let end = itemEnd(close + 1, flow.line)
      let value = trimmed(start..<end)
      let behind = text((close + 1)..<value.upperBound)
      let quote = text(start..<(start + 1))
      let place = rest..<(rest + character(rest).length)
      let moved = [
        YAMLEdit(close..<(close + 1), with: ""),
        YAMLEdit(value.upperBound..<value.upperBound, with: quote),
      ]
      let whole = [YAMLEdit(value, with: YAMLScalar.doubleQuoted(text(value)))]
      let isSimple = !behind.contains(quote) && !behind.contains("\\")
      add(.afterValue(quote), at: place, isSimple ? [moved, whole] : [whole])
      flow.at = value.upperBound
      return
    }
    var end = itemEnd(start + 1, flow.line)
    if let frame = flow.frames.last, frame.isMapping, !frame.hasColon {
      end = source[start..<end].firstIndex(of: colon) ?? end
    }
    let value = trimmed(start..<end)
    unclosedQuote(start, start..<max(value.upperBound, start + 1))
    flow.at = max(value.upperBound, start + 1)
  }

  private func endsItem(_ at: Int) -> Bool {
    let byte = source[at]
    return byte == comma || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") || byte == colon
      || (byte == hash && isBlank(source[at - 1]))
      || (byte >= 0xE2 && (wideComma(at) != nil || wideClosing(at) != nil))
  }

  /// Where an entry ends on its line: at a comma that splits no number, or at a bracket that it did not open.
  private func itemEnd(_ start: Int, _ line: Line) -> Int {
    var at = start
    var nested = 0
    while at < line.end {
      switch source[at] {
      case UInt8(ascii: "["), UInt8(ascii: "{"): nested += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        if nested == 0 { return at }
        nested -= 1
      case comma where nested == 0 && !splitsNumber(at): return at
      default: break
      }
      at += 1
    }
    return line.end
  }

  /// Text behind a value in quotes or brackets.
  private mutating func behindItem(_ flow: inout Flow) {
    let end = trimmed(flow.at..<itemEnd(flow.at, flow.line)).upperBound
    let place = flow.at..<(flow.at + character(flow.at).length)
    let stop = max(end, place.upperBound)
    add(
      .afterValue("}"), at: place, [], reading: [YAMLEdit(flow.at..<stop, with: "")],
      losesText: true)
    flow.at = stop
  }

  // MARK: - Texts between brackets

  /// A text between brackets, or a key with its colon.
  private mutating func plainItem(_ flow: inout Flow) {
    let start = flow.at
    let line = flow.line
    flow.last = .plain
    guard let frame = flow.frames.last else { return }
    if let other = otherQuote(start) {
      let value = trimmed(start..<itemEnd(start, line))
      if let slip = printedQuotes(value, start + other.length) {
        add(slip.kind, at: slip.place, slip.repairs)
        flow.at = value.upperBound
        return
      }
    }
    var item = PlainItem(reason: specialStart(start))
    var at = start
    scan: while at < line.end {
      switch step(&item, &at, start, frame, flow) {
      case .on: break
      case .end: break scan
      case .key:
        flow.at = at
        flow.frames[flow.frames.count - 1].hasColon = true
        flow.last = .sign
        return
      }
    }
    let value = trimmed(start..<min(at, line.end))
    flow.at = max(at, start + 1)
    finish(item, value, flow)
  }

  private struct PlainItem {
    /// Why the text needs quotes, and where that is.
    var reason: (kind: YAMLSlip.Kind, bytes: Range<Int>)?
    var nested = 0
    /// The commas that split a number.
    var commas: [Int] = []
    /// The commas of another width.
    var wideCommas: [Range<Int>] = []
    /// Whether `［` or `｛` stands in it.
    var wideBrackets = 0
  }

  private enum Step { case on, end, key }

  private mutating func step(
    _ item: inout PlainItem, _ at: inout Int, _ start: Int, _ frame: Frame, _ flow: Flow
  ) -> Step {
    let byte = source[at]
    let expectsKey = frame.isMapping && !frame.hasColon
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      item.nested += 1
      item.reason = item.reason ?? (.needsQuotes(text(at..<(at + 1))), at..<(at + 1))
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      if item.nested == 0 { return .end }
      item.nested -= 1
    case comma where item.nested == 0:
      guard
        splitsNumber(at) || (frame.isMapping && frame.hasColon && !entryFollows(at + 1, flow.line))
      else { return .end }
      if splitsNumber(at) { item.commas.append(at) }
      item.reason = item.reason ?? (.comma, at..<(at + 1))
    case hash where at > start && isBlank(source[at - 1]):
      if !words.tellsComments {
        at = flow.line.end
        return .end
      }
      item.reason = item.reason ?? (.comment, at..<(at + 1))
    case colon where item.nested == 0: return colonStep(&item, &at, start, expectsKey, frame, flow)
    case 0xE2...: return wideStep(&item, &at, start, expectsKey, frame, flow)
    default: break
    }
    at += 1
    return .on
  }

  private mutating func colonStep(
    _ item: inout PlainItem, _ at: inout Int, _ start: Int, _ expectsKey: Bool, _ frame: Frame,
    _ flow: Flow
  ) -> Step {
    let place = at..<(at + 1)
    let isProper = isBlankOrEnd(at + 1) || Array(",[]{}".utf8).contains(source[at + 1])
    if expectsKey, at > start {
      if isProper {
        at += 1
        return .key
      }
      if let wide = wideSpace(at + 1) {
        let end = skipWideBlanks(at + 1)
        add(
          .wrongSign("　", meant: " "), at: (at + 1)..<(at + 1 + wide),
          [[YAMLEdit((at + 1)..<end, with: " ")]])
        at = end
        return .key
      }
      let isAddress = source[at + 1] == UInt8(ascii: "/")
      if !isAddress || (at - start < 90 && words.isKey(text(trimmed(start..<at)))) {
        let edge = trimmed(start..<at).upperBound
        add(.missingSpace(after: ":"), at: place, [[YAMLEdit(edge..<(at + 1), with: ": ")]])
        at += 1
        return .key
      }
    } else if isProper, isBlankOrEnd(at + 1) {
      guard
        frame.isMapping
          || (flow.frames.count == 1 && (flow.holding == .texts || flow.holding == .names))
      else {
        // A pair in a list is a group of one entry, which the field speaks of.
        at += 1
        return .end
      }
      item.reason = item.reason ?? (.needsQuotes(":"), place)
    }
    at += 1
    return .on
  }

  private mutating func wideStep(
    _ item: inout PlainItem, _ at: inout Int, _ start: Int, _ expectsKey: Bool, _ frame: Frame,
    _ flow: Flow
  ) -> Step {
    let (value, length) = character(at)
    let place = at..<(at + length)
    if item.nested > 0 {
      at += length
      return .on
    }
    if expectsKey, wideColon(at) != nil, at > start {
      let end = skipWideBlanks(place.upperBound)
      let edge = trimmed(start..<at).upperBound
      add(.wrongSign(text(place), meant: ": "), at: place, [[YAMLEdit(edge..<end, with: ": ")]])
      at = end
      return .key
    }
    if wideComma(at) != nil {
      if frame.isMapping, frame.hasColon, knownEntryFollows(place.upperBound, flow.line) {
        return .end
      }
      item.wideCommas.append(place)
    }
    if value == 0xFF3B || value == 0xFF5B { item.wideBrackets += 1 }
    if let closing = wideClosing(at) {
      if item.wideBrackets > 0 {
        item.wideBrackets -= 1
      } else if closing == frame.closing {
        let next = skipBlanks(place.upperBound)
        if next >= flow.line.end || endsItem(next) { return .end }
      }
    }
    at += length
    return .on
  }

  private mutating func finish(_ item: PlainItem, _ value: Range<Int>, _ flow: Flow) {
    if let reason = item.reason {
      var repairs = [[YAMLEdit(value, with: YAMLScalar.doubleQuoted(text(value)))]]
      if reason.kind == .comma, !item.commas.isEmpty {
        repairs.append(item.commas.map { YAMLEdit($0..<($0 + 1), with: "") })
      }
      if reason.kind == .comma, item.commas.isEmpty, let place = Optional(reason.bytes) {
        repairs.append([YAMLEdit(place.lowerBound..<skipBlanks(place.upperBound), with: "、")])
      }
      add(reason.kind, at: reason.bytes, repairs)
      return
    }
    if let first = item.wideCommas.first, flow.frames.count == 1, !(flow.frames[0].isMapping),
      flow.holding == .values || (flow.holding == .names && looksLikeNames(value))
    {
      let split = item.wideCommas.map {
        YAMLEdit($0.lowerBound..<skipWideBlanks($0.upperBound), with: ", ")
      }
      let whole = [YAMLEdit(value, with: YAMLScalar.doubleQuoted(text(value)))]
      add(
        .wrongSign(text(first), meant: ", "), at: first,
        flow.holding == .values ? [split] : [split, whole])
      return
    }
    let last = lastCharacter(endingAt: value.upperBound, after: value.lowerBound)
    if last > value.lowerBound, wideSpace(last) != nil {
      add(
        .wrongSign("　", meant: " "), at: last..<value.upperBound,
        [[YAMLEdit(last..<value.upperBound, with: "")]])
    }
  }

  /// Whether `、` stands between names: in sentences there is a hiragana, in names of offices none.
  private func looksLikeNames(_ value: Range<Int>) -> Bool {
    !text(value).unicodeScalars.contains { (0x3041...0x309F).contains($0.value) || $0 == "。" }
  }

  /// The sign at the beginning of a text that means something else without quotes.
  private func specialStart(_ at: Int) -> (YAMLSlip.Kind, Range<Int>)? {
    let place = at..<(at + 1)
    switch source[at] {
    case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"):
      return (.unsupported(text(place)), place)
    case UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "%"), UInt8(ascii: "|"),
      UInt8(ascii: ">"):
      return (.needsQuotes(text(place)), place)
    case dash where isBlankOrEnd(at + 1): return (.needsQuotes("-"), place)
    default: return nil
    }
  }

  /// Whether the comma at `at` stands in a number as it is printed: `1,100`.
  private func splitsNumber(_ at: Int) -> Bool {
    guard digits(endingAt: at) else { return false }
    var next = at + 1
    for _ in 0..<3 {
      guard let length = digit(next) else { return false }
      next += length
    }
    return digit(next) == nil
  }

  private func digit(_ at: Int) -> Int? {
    guard at < range.upperBound else { return nil }
    if isDigit(source[at]) { return 1 }
    guard source[at] == 0xEF else { return nil }
    let (value, length) = character(at)
    return (0xFF10...0xFF19).contains(value) ? length : nil
  }

  private func digits(endingAt end: Int) -> Bool {
    guard end > range.lowerBound else { return false }
    return digit(lastCharacter(endingAt: end, after: range.lowerBound)) != nil
  }

  /// Whether an entry of a group begins behind a comma, rather than the rest of a text.
  private func entryFollows(_ start: Int, _ line: Line) -> Bool {
    var at = skipBlanks(start)
    if at >= line.end { return true }
    let first = source[at]
    if Array("\"'{[}]#".utf8).contains(first) || wideClosing(at) != nil { return true }
    while at < line.end {
      let byte = source[at]
      if byte == colon || (byte >= 0xE2 && wideColon(at) != nil) { return true }
      if byte == comma || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") { return false }
      at += 1
    }
    return false
  }

  /// Whether a key that is known follows a comma of another width.
  private func knownEntryFollows(_ start: Int, _ line: Line) -> Bool {
    let first = skipWideBlanks(start)
    var at = first
    while at < line.end, at - first < 60 {
      let byte = source[at]
      if byte == colon || (byte >= 0xE2 && wideColon(at) != nil) {
        return words.isKey(text(trimmed(first..<at)))
      }
      if byte == comma || (byte >= 0xE2 && wideComma(at) != nil) { return false }
      at += 1
    }
    return false
  }

  // MARK: - Brackets of another width

  /// Whether a text begins with ［ or ｛ and the line ends with its partner, of whatever width.
  func isInWideBrackets(_ start: Int, _ line: Line) -> Bool {
    guard start < line.end, source[start] >= 0xE2 else { return false }
    let value = character(start).value
    guard value == 0xFF3B || value == 0xFF5B else { return false }
    let last = lastCharacter(endingAt: line.end, after: start)
    let closing = UInt8(ascii: value == 0xFF5B ? "}" : "]")
    return wideClosing(last) == closing || source[last] == closing
  }

  /// A value in ［ ］ or ｛ ｝ where the field is a list or a group; whether it is one.
  mutating func wideBrackets(_ start: Int, _ line: Line, holding: YAMLWords.Holding?) -> Bool {
    let (value, length) = character(start)
    guard holding != .text, isInWideBrackets(start, line) else { return false }
    let isMapping = value == 0xFF5B
    let last = lastCharacter(endingAt: line.end, after: start)
    let closing = UInt8(ascii: isMapping ? "}" : "]")
    var edits = [YAMLEdit(start..<(start + length), with: isMapping ? "{" : "[")]
    var at = start + length
    var isKey = isMapping
    while at < last {
      if source[at] == comma { isKey = isMapping }
      if source[at] >= 0xE2 {
        let end = at + character(at).length
        if wideComma(at) != nil, isMapping ? knownEntryFollows(end, line) : holding != .texts {
          let end = skipWideBlanks(end)
          edits.append(YAMLEdit(at..<end, with: ", "))
          isKey = isMapping
          at = end
          continue
        }
        if isKey, wideColon(at) != nil {
          let end = skipWideBlanks(end)
          edits.append(YAMLEdit(at..<end, with: ": "))
          isKey = false
          at = end
          continue
        }
        at = end
      } else {
        if source[at] == colon { isKey = false }
        at += 1
      }
    }
    if source[last] != closing {
      edits.append(YAMLEdit(last..<line.end, with: String(decoding: [closing], as: UTF8.self)))
    }
    let meant = isMapping ? "{" : "["
    add(
      .wrongSign(text(start..<(start + length)), meant: meant), at: start..<(start + length),
      [edits])
    previous = .whole
    return true
  }
}
