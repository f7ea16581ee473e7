/// The marks of comments that are not in their place.
extension DocumentAssembly {
  /// Reports each `-->` that closes no comment; an arrow in prose is one of them.
  mutating func reportStrayCommentEnds() {
    guard !parser.strayCommentEnds.isEmpty else { return }
    let ends = (parser.commentEnds + parser.tree.commentEnds)
      .sorted { $0.lowerBound < $1.lowerBound }
    let hasOpening =
      parser.strayCommentEnds.contains { $0.opening != nil }
      || parser.findings.contains { $0.kind == .misspelledComment }
    var next = 0
    var before: Range<Int>?
    for stray in parser.strayCommentEnds.sorted(by: { $0.run.lowerBound < $1.run.lowerBound }) {
      while next < ends.count, ends[next].upperBound <= stray.range.lowerBound {
        before = ends[next]
        next += 1
      }
      if let opening = stray.opening {
        findings.append(
          Finding(
            kind: .strayCommentEnd, range: opening,
            repairs: [.init("<!-- … -->", edits: [.init(opening, with: "<!--")])]))
      } else if let before {
        let repair =
          isOneText(before, stray)
          ? Finding.Repair("ここまでをコメントにする", edits: [.init(before, with: "")])
          : arrowRepairs(stray)[1]
        findings.append(
          Finding(kind: .strayCommentEnd, range: stray.range, repairs: [repair]))
      } else {
        findings.append(
          Finding(
            kind: hasOpening ? .strayCommentEnd : .commentEndInProse, range: stray.range,
            repairs: arrowRepairs(stray)))
      }
    }
  }

  private func arrowRepairs(_ stray: StrayCommentEnd) -> [Finding.Repair] {
    let start = stray.run.lowerBound
    let arrow = stray.isDouble ? start - 1..<stray.run.upperBound : stray.run
    return [
      .init("\\-->", edits: [.init(start..<start, with: "\\")]),
      .init(stray.isDouble ? "↔" : "→", edits: [.init(arrow, with: stray.isDouble ? "↔" : "→")]),
    ]
  }

  /// Whether a comment's end and a stray one stand in one leaf or on lines without an empty one between.
  private func isOneText(_ end: Range<Int>, _ stray: StrayCommentEnd) -> Bool {
    if end.lowerBound >= stray.leafStart { return true }
    let between = source.source[end.upperBound..<stray.range.lowerBound]
    guard between.count < 2000, !between.contains(UInt8(ascii: ">")) else { return false }
    var isEmpty = false
    for byte in between where byte != 13 && byte != 32 && byte != 9 {
      if byte == 10, isEmpty { return false }
      isEmpty = byte == 10
    }
    return true
  }
}
