extension SlipScanner {
  // MARK: - Texts between brackets

  /// A text between brackets, or a key with its colon.
  mutating func plainItem(_ flow: inout Flow) {
    let start = flow.at
    let line = flow.line
    flow.last = .plain
    flow.item = start
    guard let frame = flow.frames.last else { return }
    if frame.isMapping, !frame.hasColon, pairWithoutColon(&flow) { return }
    if !frame.isMapping, flow.holding == .references, let stray = straySignBeforeGroup(start, line)
    {
      add(
        .straySign(text(stray.sign)), at: stray.sign, [[YAMLEdit(start..<stray.next, with: "")]])
      flow.at = stray.next
      flow.last = .sign
      return
    }
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
      if frame.isMapping, frame.hasColon, item.nested == 0, let next = nextEntry(at, flow) {
        finish(item, trimmed(start..<at), flow)
        flow.at = next
        separate(&flow)
        return
      }
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

  /// Where the next entry of a group begins whose comma is missing, or is a `;`; nil where none does.
  private mutating func nextEntry(_ at: Int, _ flow: Flow) -> Int? {
    let byte = source[at]
    if byte == space {
      let next = skipBlanks(at)
      guard next < flow.line.end, knownEntryFollows(next, flow.line) else { return nil }
      let place = next..<(next + character(next).length)
      add(.missingComma, at: place, [[YAMLEdit(at..<next, with: ", ")]])
      return next
    }
    guard byte == 0x3B || byte == 0xEF else { return nil }
    let (value, length) = character(at)
    guard value == 0x3B || value == 0xFF1B else { return nil }
    let end = skipWideBlanks(at + length)
    guard knownEntryFollows(end, flow.line) else { return nil }
    let place = at..<(at + length)
    add(.wrongSign(text(place), meant: ", "), at: place, [[YAMLEdit(at..<end, with: ", ")]])
    return end
  }

  /// A known key of a group with its value behind a blank; whether it is one.
  private mutating func pairWithoutColon(_ flow: inout Flow) -> Bool {
    guard let word = wordWithoutColon(flow.at, flow.line) else { return false }
    let last = lastCharacter(endingAt: word.upperBound, after: word.lowerBound)
    let next = skipWideBlanks(word.upperBound)
    add(
      .missingColon(key: text(word)), at: last..<word.upperBound,
      [[YAMLEdit(word.upperBound..<next, with: ": ")]])
    flow.at = next
    flow.frames[flow.frames.count - 1].hasColon = true
    flow.last = .sign
    return true
  }

  /// A known key of a group at `start`, with a blank and a value behind it.
  private func wordWithoutColon(_ start: Int, _ line: Line) -> Range<Int>? {
    var end = start
    while end < line.end, !isBlank(source[end]), wideSpace(end) == nil, end - start < 60,
      !Array(",[]{}:\"'".utf8).contains(source[end])
    {
      end += 1
    }
    guard end > start, end < line.end, words.inner.contains(text(start..<end)) else { return nil }
    let next = skipWideBlanks(end)
    guard next > end, next < line.end, !Array(",]}:".utf8).contains(source[next]),
      source[next] < 0xE2 || wideColon(next) == nil
    else { return nil }
    return start..<end
  }

  /// Whether a closing bracket closes nothing that is open, with more of the value behind it.
  private func isStrayClosing(_ at: Int, _ frame: Frame, _ flow: Flow) -> Bool {
    source[at] != frame.closing && !words.fields.isEmpty && slips.count < YAMLSlip.mostMended
      && !flow.frames.contains { $0.closing == source[at] }
      && at + 1 < flow.line.end && source[at + 1] != frame.closing && source[at + 1] != comma
      && source[(at + 1)..<flow.line.end].contains(frame.closing)
  }

  struct PlainItem {
    /// Why the text needs quotes, and where that is.
    var reason: (kind: YAMLSlip.Kind, bytes: Range<Int>)?
    var nested = 0
    /// Whether a bracket that closes nothing stands in it.
    var isPastStray = false
    /// The commas that split a number.
    var commas: [Int] = []
    /// The commas with a blank behind them that do the same, and those between brackets of the text.
    var partedCommas: [Int] = []
    var enclosedCommas: [Int] = []
    /// The brackets of Japanese that are open, by what closes them.
    var openings: [UInt32] = []
    /// Up to where the text is known to be between brackets.
    var enclosedEnd = 0
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
      if item.nested == 0 {
        guard item.isPastStray || isStrayClosing(at, frame, flow), source[at] != frame.closing
        else { return .end }
        item.isPastStray = !expectsKey
        let place = at..<(at + 1)
        if expectsKey {
          add(.straySign(text(place)), at: place, [[YAMLEdit(place, with: "")]])
        } else {
          item.reason = item.reason ?? (.needsQuotes(text(place)), place)
        }
        at += 1
        return .on
      }
      item.nested -= 1
    case comma where item.nested == 0 && joinsText(&item, at, start, frame, flow):
      item.reason = item.reason ?? (.comma, at..<(at + 1))
    case UInt8(ascii: "("): item.openings.append(UInt32(UInt8(ascii: ")")))
    case UInt8(ascii: ")") where item.openings.last == UInt32(byte): item.openings.removeLast()
    case comma where item.nested == 0:
      let next = skipBlanks(at + 1)
      guard
        splitsNumber(at)
          || (frame.isMapping && frame.hasColon && !(next < flow.line.end && source[next] == comma)
            && !entryFollows(at + 1, flow.line))
      else { return .end }
      if splitsNumber(at) { item.commas.append(at) }
      item.reason = item.reason ?? (.comma, at..<(at + 1))
    case hash where at > start && isBlank(source[at - 1]):
      if !tellsComment(at) {
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
          .wrongSign(text((at + 1)..<(at + 1 + wide)), meant: " "), at: (at + 1)..<(at + 1 + wide),
          [[YAMLEdit((at + 1)..<end, with: " ")]])
        at = end
        return .key
      }
      if words.isKey(text(trimmed(start..<at))), let stray = straySign(at + 1, before: flow.line) {
        add(
          .straySign(text(stray.sign)), at: stray.sign,
          [[YAMLEdit((at + 1)..<stray.next, with: " ")]])
        at = stray.next
        return .key
      }
      let isAddress = source[at + 1] == UInt8(ascii: "/")
      if !isAddress || (at - start < 90 && words.isKey(text(trimmed(start..<at)))) {
        let edge = trimmed(start..<at).upperBound
        var end = at + 1
        while end < flow.line.end, source[end] == colon { end += 1 }
        if end > at + 1 { end = skipBlanks(end) }
        add(.missingSpace(after: ":"), at: place, [[YAMLEdit(edge..<end, with: ": ")]])
        at = end
        return .key
      }
    } else if isProper, isBlankOrEnd(at + 1) {
      guard
        frame.isMapping
          || (flow.frames.count == 1 && (flow.holding == .texts || flow.holding == .names))
      else {
        if pairBehindGroup(start, at, flow.line) {
          at += 1
          return .key
        }
        // A pair in a list is a group of one entry, which the field speaks of.
        at += 1
        return .key
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
    if let closing = Self.closings[value] {
      item.openings.append(closing)
    } else if item.openings.last == value {
      item.openings.removeLast()
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
      if reason.kind == .comma { repairs += commaRepairs(item, reason.bytes) }
      if reason.kind == .comment, movesComment(reason.bytes.lowerBound, flow) {
        moveComment(reason.bytes, value, flow, repairs)
        return
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
    strayQuote(value)
    let last = lastCharacter(endingAt: value.upperBound, after: value.lowerBound)
    if last > value.lowerBound, wideSpace(last) != nil {
      add(
        .wrongSign(text(last..<value.upperBound), meant: " "), at: last..<value.upperBound,
        [[YAMLEdit(last..<value.upperBound, with: "")]])
    }
  }

  /// Whether `、` stands between names: in phrases a particle follows a word (`セミナーの開催`).
  private func looksLikeNames(_ value: Range<Int>) -> Bool {
    var isBehindWord = false
    for scalar in text(value).unicodeScalars {
      if scalar == "。" { return false }
      let isHiragana = (0x3041...0x309F).contains(scalar.value)
      if isBehindWord, "のをにはがとでもへや".unicodeScalars.contains(scalar) { return false }
      isBehindWord = !isHiragana && scalar != "、" && scalar != "，" && scalar != " "
    }
    return true
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

  /// The ways out for commas besides quotes, where all are of one kind.
  private func commaRepairs(_ item: PlainItem, _ first: Range<Int>) -> [[YAMLEdit]] {
    let numbers = (item.commas + item.partedCommas).sorted()
    if !numbers.isEmpty {
      if !item.enclosedCommas.isEmpty { return [] }
      return [numbers.map { YAMLEdit($0..<skipBlanks($0 + 1), with: "") }]
    }
    let commas = item.enclosedCommas.isEmpty ? [first.lowerBound] : item.enclosedCommas
    return [commas.map { YAMLEdit($0..<skipBlanks($0 + 1), with: "、") }]
  }

  /// Whether the comma at `at` stands in a number as it is printed: `1,100`.
  func splitsNumber(_ at: Int) -> Bool {
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
    if wordWithoutColon(at, line) != nil { return true }
    while at < line.end {
      let byte = source[at]
      if byte == colon || (byte >= 0xE2 && wideColon(at) != nil) { return true }
      if byte == comma || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") { return false }
      at += 1
    }
    return false
  }
}
