extension NearMissScan {
  /// Reports `TIA**(拠点)**は`: a mark with a sign inside and an ASCII letter outside is none (CommonMark §6.2,
  /// "flanking"), and a space outside makes it one.
  mutating func reportTight(_ open: Run, _ close: Run) -> Bool {
    let inner = open.range.upperBound..<close.range.lowerBound
    guard !inner.isEmpty, inner.count <= 200 else { return false }
    let (first, last) = (leaf.at(inner.lowerBound), leaf.at(inner.upperBound - 1))
    let (before, after) = (leaf.at(open.range.lowerBound - 1), leaf.at(close.range.upperBound))
    guard first > 32, last > 32, !Signs.isSpace(first), !Signs.isSpace(last),
      !leaf.scalars[inner].contains(10), !inner.contains(where: { isUsed($0, open.sign) }),
      // `2**(3)**4` is a calculation.
      leaf.scalars[inner].contains(where: { Signs.isLetter($0) && !Signs.isDigit($0) })
        || Signs.isJapaneseLetter(before) || Signs.isJapaneseLetter(after)
    else { return false }
    var changes: [Change] = []
    if !sides(of: open.range).isLeftFlanking {
      changes.append((open.range.lowerBound..<open.range.lowerBound, " "))
    }
    if !sides(of: close.range).isRightFlanking {
      changes.append((close.range.upperBound..<close.range.upperBound, " "))
    }
    guard let change = changes.first else { return false }
    let isOpening = change.range.lowerBound == open.range.lowerBound
    let line = leaf.line(of: open.range.lowerBound)
    let shown =
      max(
        line.lowerBound, open.range.lowerBound - 10)..<min(
        line.upperBound, close.range.upperBound + 10)
    report(
      .emphasisTight(leaf.string(open.range)), isOpening ? open.range : close.range,
      [repair(shown, changes)])
    return true
  }

  private func sides(of run: Range<Int>) -> DelimiterSides {
    DelimiterSides(
      tree.text, run: leaf.offsets[run.lowerBound]..<leaf.offsets[run.upperBound],
      within: leaf.offsets[0]..<leaf.offsets[leaf.count])
  }

  /// Looks at runs of three stars or four: `***強調`, `**甲****乙**`.
  mutating func lookAtLongRuns(_ runs: [Run]) {
    if runs.count == 1, let run = runs.first, run.count == 3 {
      let before = leaf.at(run.range.lowerBound - 1)
      let after = leaf.at(run.range.upperBound)
      if before <= 32 || Signs.isSpace(before), !Signs.isWideDigit(after) { lookAtSingle(run) }
    }
    for run in runs where run.count == 4 { lookAtJoint(run) }
  }

  /// Reports the marks between two emphases that touch each other.
  private mutating func lookAtJoint(_ run: Run) {
    let sign = run.sign
    var start = run.range.lowerBound
    while start > 0, run.range.lowerBound - start < 200, leaf.at(start - 1) != sign,
      leaf.at(start - 1) != 10
    {
      start -= 1
    }
    let end = leaf.end(from: run.range.upperBound, limit: 200) { $0 != sign && $0 != 10 }
    guard start < run.range.lowerBound, end > run.range.upperBound, isUsed(start - 1, sign),
      isUsed(start - 2, sign), isUsed(end, sign), isUsed(end + 1, sign)
    else { return }
    let mark = leaf.string(run.range.lowerBound..<run.range.lowerBound + 2)
    let whole = start - 2..<end + 2
    report(
      .emphasisJoint(leaf.string(run.range)), run.range,
      [
        repair(whole, [(run.range, "")]), repair(whole, [(run.range, mark + " " + mark)]),
      ])
  }

  /// Reports a star beside the two of an emphasis, which has no second one: `***項目**`, `**項目***`.
  mutating func lookAtSurplus(_ index: Int) {
    let isOpening = isUsed(index + 1, 0x2A)
    guard isOpening ? !isUsed(index + 3, 0x2A) : !isUsed(index - 3, 0x2A) else { return }
    var start = index
    var end = index + 1
    if isOpening {
      end = leaf.end(from: index + 3, limit: 200) { $0 != 0x2A && $0 != 10 }
      guard isUsed(end, 0x2A), isUsed(end + 1, 0x2A), !isUsed(end + 2, 0x2A),
        leaf.at(end + 2) != 0x2A
      else { return }
      end += 2
    } else {
      start = index - 3
      while start >= 0, index - start < 200, leaf.at(start) != 0x2A, leaf.at(start) != 10 {
        start -= 1
      }
      // A star behind a word is the mark of a note, too.
      guard isUsed(start, 0x2A), isUsed(start - 1, 0x2A), leaf.at(start - 2) != 0x2A,
        index + 1 == leaf.count || leaf.at(index + 1) == 10
      else { return }
      start -= 1
    }
    let star = index..<index + 1
    report(
      .emphasisUneven, star,
      [repair(start..<end, [(star, "")]), repair(start..<end, [(star, "\\*")])])
  }

  /// `＊重要＊`, and `_重要_` between Japanese letters.
  ///
  /// One mark alone is that of a note, and between words a sign of a calculation or of a name.
  mutating func lookAtSingleMarks(_ runs: [Run], _ sign: UInt32) {
    guard runs.count % 2 == 0, runs.allSatisfy({ $0.count == 1 }) else { return }
    for index in stride(from: 0, to: runs.count, by: 2) {
      let (open, close) = (runs[index].range, runs[index + 1].range)
      let inner = open.upperBound..<close.lowerBound
      guard inner.count >= 2, inner.count <= 30, isMarkedAlone(inner, sign) else { continue }
      let (before, after) = (leaf.at(open.lowerBound - 1), leaf.at(close.upperBound))
      guard !isOfName(before, sign), !isOfName(after, sign), !isNoteMark(open),
        // 「甲＊、乙＊は」
        !(Signs.isLetter(leaf.at(inner.upperBound - 1)) && isNoteMark(close) && before > 32
          && !Signs.isHiragana(before))
      else { continue }
      report(
        .emphasisWideMark("**"), open,
        [repair(open.lowerBound..<close.upperBound, [(open, "**"), (close, "**")])])
    }
  }

  private func isMarkedAlone(_ inner: Range<Int>, _ sign: UInt32) -> Bool {
    let (first, last) = (leaf.at(inner.lowerBound), leaf.at(inner.upperBound - 1))
    let text = leaf.scalars[inner]
    guard Signs.isJapaneseLetter(first) || Signs.isOpening(first), !Signs.isSpace(last),
      !Signs.isWideDigit(first), first != 0x306F,
      !text.contains(where: { $0 == 10 || $0 == 0x3001 || $0 == 0x3002 })
    else { return false }
    return sign == 0xFF0A || text.allSatisfy { Signs.isJapaneseLetter($0) }
  }

  /// Whether a letter beside a mark makes it a sign between words.
  private func isOfName(_ value: UInt32, _ sign: UInt32) -> Bool {
    Signs.isLetter(value) && !Signs.isHiragana(value)
  }
}
