/// Commas of a list that belong to a text in it.
extension SlipScanner {
  /// What closes the brackets and quotes of Japanese and of print.
  static let closings: [UInt32: UInt32] = [
    0xFF08: 0xFF09, 0x300C: 0x300D, 0x300E: 0x300F, 0x3010: 0x3011, 0x300A: 0x300B, 0x3008: 0x3009,
    0x3014: 0x3015, 0x201C: 0x201D,
  ]

  /// How far a closing bracket is looked for.
  private static let reach = 300

  /// Whether a comma in a list of texts stands between brackets of the text, as in `甲（A, B）`, or in a number
  /// that has a blank too many, as in `10, 000件`.
  func joinsText(
    _ item: inout PlainItem, _ at: Int, _ start: Int, _ frame: Frame, _ flow: Flow
  ) -> Bool {
    guard !frame.isMapping, flow.frames.count == 1, flow.holding == .texts || flow.holding == .names
    else { return false }
    if partsNumber(at, start, flow.line) {
      item.partedCommas.append(at)
      return true
    }
    guard let closing = item.openings.last else { return false }
    if at >= item.enclosedEnd {
      guard let end = place(of: closing, from: at + 1, flow.line) else { return false }
      item.enclosedEnd = end
    }
    item.enclosedCommas.append(at)
    return true
  }

  /// Where a sign stands before the list ends.
  private func place(of sign: UInt32, from start: Int, _ line: Line) -> Int? {
    var at = start
    let limit = min(line.end, start + Self.reach)
    while at < limit {
      let (value, length) = character(at)
      if value == sign { return at }
      if Array("[]{}\"".utf8).contains(source[at]) { return nil }
      at += length
    }
    return nil
  }

  /// Whether a comma and a blank part the digits of one number.
  ///
  /// Three follow, and one to three stand before. No number begins with `0`; where the three do not, a unit has to
  /// follow, so that `東棟 101, 102号室` are two.
  private func partsNumber(_ at: Int, _ start: Int, _ line: Line) -> Bool {
    guard at + 1 < line.end, isBlank(source[at + 1]) else { return false }
    var first = at
    while first > start, isDigit(source[first - 1]) { first -= 1 }
    guard (1...3).contains(at - first), source[first] != UInt8(ascii: "0") else { return false }
    let next = skipBlanks(at + 1)
    var end = next
    while end < line.end, isDigit(source[end]) { end += 1 }
    guard end - next == 3 else { return false }
    if source[next] == UInt8(ascii: "0") { return true }
    return at - first < 3 && first > start && end < line.end && source[end] >= 0x80
      && wideComma(end) == nil && source[first - 1] == space
  }

  /// `[{to: 甲}, as: 乙]`: a group that is closed before its last pair; whether the pair is one of it.
  mutating func pairBehindGroup(_ start: Int, _ colon: Int, _ line: Line) -> Bool {
    guard words.inner.contains(text(trimmed(start..<colon))) else { return false }
    var at = start
    while at > line.start, isBlank(source[at - 1]) || source[at - 1] == comma { at -= 1 }
    guard at > line.start, source[at - 1] == UInt8(ascii: "}"),
      let end = source[colon..<line.end].firstIndex(of: UInt8(ascii: "]")),
      !source[colon..<end].contains(where: { Array("{},".utf8).contains($0) })
    else { return false }
    add(
      .straySign("}"), at: (at - 1)..<at,
      [[YAMLEdit((at - 1)..<at, with: ""), YAMLEdit(end..<end, with: "}")]])
    return true
  }
}
