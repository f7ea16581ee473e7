extension NearMissScan {
  /// Reports `## 言語は C #`, whose last sign ends the heading and is not shown.
  ///
  /// `## 題 ##` and `# 題 #` have as many on both sides.
  mutating func lookAtClosingMark(_ heading: Int) {
    let bytes = source.source
    let start = blocks[heading].range.lowerBound
    let hash = UInt8(ascii: "#")
    guard start < bytes.count, bytes[start] == hash else { return }
    var open = start
    while open < bytes.count, bytes[open] == hash { open += 1 }
    var end = lineEnd(ofSource: start)
    while end > open, bytes[end - 1] == 32 || bytes[end - 1] == 9 { end -= 1 }
    guard open - start > 1, end - open > 3, bytes[end - 1] == hash, bytes[end - 2] == 32 else {
      return
    }
    var last = end - 2
    while last > open, bytes[last - 1] == 32 { last -= 1 }
    var letter = last - 1
    while letter > open, UTF8.isContinuation(bytes[letter]) { letter -= 1 }
    guard letter > open,
      Signs.isLetter(UTF8Scalars.scalar(bytes, at: letter, limit: last).value)
    else { return }
    let title = String(decoding: bytes[start..<last], as: UTF8.self)
    findings.append(
      Finding(
        kind: .nearMiss(.closingMark), range: end - 1..<end,
        repairs: [
          .init(Self.title(title + " \\#"), edits: [.init(end - 1..<end - 1, with: "\\")]),
          .init(Self.title(title), edits: [.init(last..<end, with: "")]),
        ]))
  }

  /// Reports `## 題 {#id`.
  mutating func lookAtOpenIdentifier(_ end: Int) {
    var start = end - 1
    while start > 0, end - start < 100,
      Signs.isASCIIAlphanumeric(leaf.at(start)) || [0x2D, 0x2E, 0x5F].contains(leaf.at(start))
    {
      start -= 1
    }
    guard start > 1, start < end - 1, leaf.plain(start) == 0x23, leaf.plain(start - 1) == 0x7B,
      Signs.isSpace(leaf.at(start - 2))
    else { return }
    report(
      .headingIdentifier, start - 1..<end, [repair(0..<leaf.count, [(end..<leaf.count, "}")])])
  }
}
