/// The marks of comments that are not in their place.
extension DocumentAssembly {
  /// Reports each `-->` that closes no comment, and says of a comment without an end what it lacks.
  ///
  /// An arrow in prose is such a `-->` as well.
  mutating func reportCommentMarks() {
    let opens = openMarks()
    var told: [Int: Finding] = [:]
    if !parser.strayCommentEnds.isEmpty { reportStrayEnds(opens, told: &told) }
    for open in opens where open.kind == .open && told[open.range.lowerBound] == nil {
      guard let repair = closingRepair(open.range.upperBound) else { continue }
      told[open.range.lowerBound] = Finding(
        kind: .openComment, range: open.range, repairs: [repair])
    }
    guard !told.isEmpty else { return }
    func retold(_ finding: Finding) -> Finding {
      guard finding.kind == .openComment, let other = told[finding.range.lowerBound] else {
        return finding
      }
      return other.kind == .openComment
        ? Finding(
          kind: .openComment, range: other.range, repairs: other.repairs + finding.repairs) : other
    }
    findings = findings.map(retold)
    parser.findings = parser.findings.map(retold)
  }

  /// The beginning of a comment to which no end belongs yet.
  private struct OpenMark {
    enum Kind {
      case open
      case misspelled
      case mistyped
    }

    let range: Range<Int>
    let kind: Kind
  }

  private func openMarks() -> [OpenMark] {
    var marks = parser.mistypedOpenings.map { OpenMark(range: $0, kind: .mistyped) }
    for finding in findings + parser.findings {
      if finding.kind == .openComment {
        marks.append(OpenMark(range: finding.range, kind: .open))
      } else if finding.kind == .misspelledComment, finding.repairs.isEmpty {
        marks.append(OpenMark(range: finding.range, kind: .misspelled))
      }
    }
    return marks.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private mutating func reportStrayEnds(_ opens: [OpenMark], told: inout [Int: Finding]) {
    let ends = (parser.commentEnds + parser.tree.commentEnds)
      .sorted { $0.lowerBound < $1.lowerBound }
    let hasOpening =
      !opens.isEmpty || parser.strayCommentEnds.contains { $0.opening != nil }
      || parser.findings.contains { $0.kind == .misspelledComment }
    var (next, nextOpen, closed) = (0, 0, 0)
    var before: Range<Int>?
    for stray in parser.strayCommentEnds.sorted(by: { $0.run.lowerBound < $1.run.lowerBound }) {
      while next < ends.count, ends[next].upperBound <= stray.range.lowerBound {
        before = ends[next]
        next += 1
      }
      closed = max(closed, before?.upperBound ?? 0)
      // Of several beginnings the first is the one that hides all.
      var open: OpenMark?
      while nextOpen < opens.count, opens[nextOpen].range.lowerBound < stray.range.lowerBound {
        if open == nil, opens[nextOpen].range.lowerBound >= closed { open = opens[nextOpen] }
        nextOpen += 1
      }
      closed = stray.range.upperBound
      if stray.opening == nil, let open {
        tell(open, before: stray, told: &told)
      } else {
        findings.append(finding(stray, after: before, hasOpening: hasOpening))
      }
    }
  }

  private mutating func tell(
    _ open: OpenMark, before stray: StrayCommentEnd, told: inout [Int: Finding]
  ) {
    let repairs = interruptedRepair(open.range, before: stray).map { [$0] } ?? []
    switch open.kind {
    case .open:
      told[open.range.lowerBound] = Finding(
        kind: .interruptedComment, range: open.range, repairs: repairs)
    case .misspelled: break
    case .mistyped:
      findings.append(Finding(kind: .strayCommentEnd, range: open.range, repairs: repairs))
    }
  }

  private func finding(
    _ stray: StrayCommentEnd, after end: Range<Int>?, hasOpening: Bool
  ) -> Finding {
    if let opening = stray.opening {
      return Finding(
        kind: .strayCommentEnd, range: opening,
        repairs: [.init("<!-- … -->", edits: [.init(opening, with: "<!--")])])
    }
    if let end {
      let repair =
        isOneText(end, stray)
        ? Finding.Repair("ここまでをコメントにする", edits: [.init(end, with: "")])
        : arrowRepairs(stray).last
      return Finding(
        kind: .strayCommentEnd, range: stray.range, repairs: repair.map { [$0] } ?? [])
    }
    return Finding(
      kind: hasOpening ? .strayCommentEnd : .commentEndInProse, range: stray.range,
      repairs: arrowRepairs(stray))
  }

  /// The way out that hides all from a beginning to an end that stands in another block: at the beginning of
  /// a line outside all containers a comment goes on over any of them.
  private func interruptedRepair(
    _ open: Range<Int>, before stray: StrayCommentEnd
  ) -> Finding.Repair? {
    let bytes = source.source
    var index = open.upperBound
    while index < stray.range.lowerBound {
      if bytes[index] == 45, CommentScanner.ends(bytes, at: index, limit: stray.range.lowerBound) {
        return nil
      }
      index += 1
    }
    var start = open.lowerBound
    while start > source.base, bytes[start - 1] != 10, bytes[start - 1] != 13 { start -= 1 }
    let line = bytes[start..<open.lowerBound]
    let title = "「-->」までをコメントにする"
    if line.allSatisfy({ " \t>-+*.)0123456789".utf8.contains($0) }) {
      return Finding.Repair(
        title,
        edits: line.isEmpty
          ? [.init(open, with: "<!--")]
          : [.init(start..<start, with: "<!-- "), .init(open, with: "")])
    }
    // A row of a table has no second line.
    guard !line.contains(UInt8(ascii: "|")) else { return nil }
    var blank = open.lowerBound
    while bytes[blank - 1] == 32 || bytes[blank - 1] == 9 { blank -= 1 }
    return Finding.Repair(title, edits: [.init(blank..<open.upperBound, with: "\n<!--")])
  }

  /// The way out that mends an end such as `--＞`.
  private func closingRepair(_ start: Int) -> Finding.Repair? {
    let limit = min(source.base + source.masked.count, source.source.count, start + 4000)
    guard
      let closing = CommentMarks.misspelledClosing(source.source, start..<max(start, limit)),
      !hasEmptyLine(start..<closing.lowerBound)
    else { return nil }
    let written = String(decoding: source.source[closing], as: UTF8.self)
    return Finding.Repair("「\(written)」を「-->」にする", edits: [.init(closing, with: "-->")])
  }

  private func arrowRepairs(_ stray: StrayCommentEnd) -> [Finding.Repair] {
    let start = stray.run.lowerBound
    let arrow = stray.isDouble ? start - 1..<stray.run.upperBound : stray.run
    let sign = stray.isDouble ? "↔" : "→"
    let repair = Finding.Repair(sign, edits: [.init(arrow, with: sign)])
    if stray.isInHTML { return [repair] }
    return [.init("\\-->", edits: [.init(start..<start, with: "\\")]), repair]
  }

  /// Whether a comment's end and a stray one stand in one leaf or on lines without an empty one between.
  private func isOneText(_ end: Range<Int>, _ stray: StrayCommentEnd) -> Bool {
    if end.lowerBound >= stray.leafStart { return true }
    let between = source.source[end.upperBound..<stray.range.lowerBound]
    guard between.count < 2000, !between.contains(UInt8(ascii: ">")) else { return false }
    return !hasEmptyLine(end.upperBound..<stray.range.lowerBound)
  }

  private func hasEmptyLine(_ range: Range<Int>) -> Bool {
    var isEmpty = false
    for byte in source.source[range] where byte != 13 && byte != 32 && byte != 9 {
      if byte == 10, isEmpty { return true }
      isEmpty = byte == 10
    }
    return false
  }
}
