extension SlipScanner {
  // MARK: - Quotes between brackets

  mutating func quotedItem(_ flow: inout Flow) {
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
      if isBlank(source[close - 1]) || source[close - 1] == comma,
        source[start..<close].contains(comma)
      {
        let value = trimmed(start..<itemEnd(start + 1, flow.line))
        unclosedQuote(start, value)
        flow.at = value.upperBound
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
      let quote = text(start..<(start + 1))
      let place = rest..<(rest + character(rest).length)
      add(.afterValue(quote), at: place, quoteRepairs(value, close))
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

  func endsItem(_ at: Int) -> Bool {
    let byte = source[at]
    return byte == comma || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") || byte == colon
      || (byte == hash && isBlank(source[at - 1]))
      || (byte >= 0xE2 && (wideComma(at) != nil || wideClosing(at) != nil))
  }

  /// Where an entry ends on its line: at a comma that splits no number, or at a bracket that it did not open.
  func itemEnd(_ start: Int, _ line: Line) -> Int {
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
  mutating func behindItem(_ flow: inout Flow) {
    let end = trimmed(flow.at..<itemEnd(flow.at, flow.line)).upperBound
    let place = flow.at..<(flow.at + character(flow.at).length)
    let stop = max(end, place.upperBound)
    add(
      .afterValue("}"), at: place, [], reading: [YAMLEdit(flow.at..<stop, with: "")],
      losesText: true)
    flow.at = stop
  }
}
