/// Signs where none are due, and lists apart from their fields.
extension SlipScanner {
  // MARK: - One sign too many

  /// The end of a sign at `at` that begins no text: a bracket, a quote or a comma.
  private func signEnd(_ at: Int) -> Int? {
    // What looks along the line is done for so many slips only.
    guard at < range.upperBound, slips.count < YAMLSlip.mostMended else { return nil }
    if Array("\"'()[]{},;.".utf8).contains(source[at]) { return at + 1 }
    guard source[at] >= 0xE2 else { return nil }
    let (value, length) = character(at)
    switch value {
    case 0x2018...0x201F, 0x3001, 0x3002, 0x300C...0x300F, 0xFF02, 0xFF07...0xFF09, 0xFF0C, 0xFF1B,
      0xFF3B, 0xFF3D, 0xFF5B, 0xFF5D:
      return at + length
    default: return nil
    }
  }

  /// A sign at `at` that stands alone, directly before a blank and a value that is whole without it.
  func straySign(_ at: Int, before line: Line) -> (sign: Range<Int>, next: Int)? {
    guard let end = signEnd(at), end < line.end, isBlank(source[end]) else { return nil }
    let next = skipBlanks(end)
    guard next < line.end, isWholeWithout(at..<end, next..<line.end) else { return nil }
    return (at..<end, next)
  }

  /// The same directly before the `{` of a group.
  func straySignBeforeGroup(_ at: Int, _ line: Line) -> (sign: Range<Int>, next: Int)? {
    guard source[at] != UInt8(ascii: "["), let end = signEnd(at) else { return nil }
    let next = skipBlanks(end)
    guard next < line.end, source[next] == UInt8(ascii: "{"),
      isWholeWithout(at..<end, next..<line.end)
    else { return nil }
    return (at..<end, next)
  }

  /// Whether the rest of a line has no partner for a sign.
  private func isWholeWithout(_ sign: Range<Int>, _ rest: Range<Int>) -> Bool {
    let (opening, _) = character(sign.lowerBound)
    let bytes = source[rest]
    switch opening {
    case 0x22, 0x27: return !bytes.contains(source[sign.lowerBound])
    case 0x5B: return bytes.count { $0 == 0x5B } >= bytes.count { $0 == 0x5D }
    case 0x7B: return bytes.count { $0 == 0x7B } >= bytes.count { $0 == 0x7D }
    case 0x28, 0xFF08, 0x300C, 0x300E, 0xFF3B, 0xFF5B, 0x201C, 0x2018, 0xFF02:
      let partners: [UInt32: UInt32] = [
        0x28: 0x29, 0xFF08: 0xFF09, 0x300C: 0x300D, 0x300E: 0x300F, 0xFF3B: 0xFF3D,
        0xFF5B: 0xFF5D, 0x201C: 0x201D, 0x2018: 0x2019, 0xFF02: 0xFF02,
      ]
      let closing = partners[opening].flatMap { Unicode.Scalar($0) }
      return closing.map { !text(rest).unicodeScalars.contains($0) } ?? true
    default: return true
    }
  }

  /// A sign before the dash of an entry; whether there is one, and the line is read.
  mutating func signBeforeDash(_ at: Int, _ line: Line) -> Bool {
    guard let top = levels.last, at < line.end, let end = signEnd(at) else { return false }
    let next = skipBlanks(end)
    guard next < line.end, source[next] == dash, isBlankOrEnd(next + 1) else { return false }
    var indent = top.indent + 2
    if case .open = previous, !top.isList {
      let spaces = source[line.start..<next].count { $0 == space }
      if spaces >= top.indent { indent = spaces }
    } else if let list = levels.last(where: \.isList) {
      indent = list.indent
    } else {
      return false
    }
    add(
      .straySign(text(at..<end)), at: at..<end,
      [[YAMLEdit(line.start..<next, with: String(repeating: " ", count: indent))]])
    content(next, indent, nil, line)
    return true
  }

  /// A sign before a field of the record; whether there is one, and the line is read.
  mutating func signBeforeField(_ at: Int, _ line: Line) -> Bool {
    guard levels.count == 1, let end = signEnd(at) else { return false }
    let next = skipBlanks(end)
    guard next < line.end, isWholeWithout(at..<end, next..<line.end),
      let key = key(at: next, line, isSure: true), key.slip == nil,
      words.fields[key.name] != nil
    else { return false }
    add(.straySign(text(at..<end)), at: at..<end, [[YAMLEdit(at..<next, with: "")]])
    value(of: key, line)
    return true
  }

  /// A field behind the sign of YAML's long form of a key, `? title: 甲`, or with its colon on the next line; whether
  /// it is one that is known.
  mutating func markedKey(_ at: Int, _ line: Line) -> Bool {
    let start = skipBlanks(at + 1)
    let gone = YAMLEdit(at..<start, with: "")
    guard start < line.end, levels.count == 1 else { return false }
    if let key = key(at: start, line, isSure: true), words.fields[key.name] != nil {
      add(.straySign("?"), at: at..<(at + 1), [[gone]])
      value(of: key, line)
      return true
    }
    let name = text(start..<line.end)
    guard words.fields[name] != nil, line.next < range.upperBound else { return false }
    let next = self.line(at: line.next)
    guard next.end > next.start, source[next.start] == colon, isBlankOrEnd(next.start + 1) else {
      return false
    }
    add(
      .straySign("?"), at: at..<(at + 1),
      [[gone, YAMLEdit(line.end..<next.start, with: "")]])
    position = next.next
    value(of: Key(name: name, value: skipBlanks(next.start + 1), slip: nil, isSure: true), next)
    return true
  }

  /// A bracket that opens a group where the key of one is due, and is closed nowhere; whether there is one.
  mutating func strayOpening(_ flow: inout Flow) -> Bool {
    guard let frame = flow.frames.last, frame.isMapping, !frame.hasColon, flow.last == .sign,
      !words.fields.isEmpty, slips.count < YAMLSlip.mostMended
    else { return false }
    var depth = flow.frames.count
    for byte in source[flow.at..<flow.line.end] {
      if isBracket(byte) { depth += 1 }
      if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { depth -= 1 }
    }
    guard depth > 0 else { return false }
    let end = skipBlanks(flow.at + 1)
    add(
      .straySign(text(flow.at..<(flow.at + 1))), at: flow.at..<(flow.at + 1),
      [[YAMLEdit(flow.at..<(flow.at + 1), with: "")]])
    flow.at = end
    return true
  }

  // MARK: - Lists apart from their fields

  /// Notes the line of a field without a value; tells the one before where it is the same.
  mutating func noteOpen(_ key: Key, _ start: Int, _ line: Line) {
    if let head = emptyHead, head.name == key.name, case .open = previous,
      head.line.next == line.start
    {
      add(
        .repeatedKey(key.name), at: start..<(start + key.name.utf8.count),
        [[YAMLEdit(head.line.start..<head.line.next, with: "")]])
    }
    emptyHead = (key.name, line)
  }

  /// Entries that stand apart from the line of their list, which is empty; whether they do.
  mutating func partedList(_ at: Int, _ line: Line) -> Bool {
    guard levels.count == 1, slips.count < YAMLSlip.mostMended else { return false }
    let block = entries(from: line)
    if let head = emptyHead {
      emptyHead = nil
      moveEntries(block, below: head.line, key: head.name)
    } else {
      let next = self.line(at: block.upperBound)
      guard block.upperBound < range.upperBound, next.end > next.start,
        let key = key(at: next.start, next, isSure: true), key.value >= next.end, key.slip == nil,
        isListHolding(words.fields[key.name]), !hasEntries(next)
      else { return false }
      moveEntries(block, below: next, key: key.name)
      passedHead = next.start
    }
    position = block.upperBound
    previous = .whole
    return true
  }

  private mutating func moveEntries(_ block: Range<Int>, below head: Line, key: String) {
    let place = head.next
    var text = self.text(block)
    if !text.hasSuffix("\n") { text += "\n" }
    let edits = [YAMLEdit(place..<place, with: text), YAMLEdit(block, with: "")]
    add(
      .partedList(key: key), at: skipBlanks(head.start)..<head.end,
      [edits.sorted { $0.range.lowerBound < $1.range.lowerBound }])
  }

  /// The lines of the list that begins with one.
  private func entries(from line: Line) -> Range<Int> {
    let indent = skipBlanks(line.start) - line.start
    var end = line.next
    while end < range.upperBound {
      let next = self.line(at: end)
      let start = skipBlanks(next.start)
      guard start < next.end,
        start - next.start > indent || (start - next.start == indent && isItem(start, next))
      else { break }
      end = next.next
    }
    return line.start..<end
  }

  /// Whether the line behind one begins with a dash or further to the right.
  private func hasEntries(_ line: Line) -> Bool {
    guard line.next < range.upperBound else { return false }
    let next = self.line(at: line.next)
    let start = skipBlanks(next.start)
    return start < next.end && (start > next.start || isItem(start, next))
  }
}
