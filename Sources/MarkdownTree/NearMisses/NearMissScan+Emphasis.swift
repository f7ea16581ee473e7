/// A mark of an emphasis that its paragraph does not close.
struct OpenEmphasis {
  let block: Int
  /// Its report in the findings.
  let finding: Int
  let mark: String
  /// What closes it at the end of its paragraph; nil where that is not plain text.
  let end: Finding.Repair.Edit?
}

extension NearMissScan {
  /// Looks at the marks of emphasis, of strikes and of code that stayed text in a leaf.
  mutating func lookAtRuns(_ runs: [Run]) {
    lookAtBackticks(runs.filter { $0.sign == 0x60 })
    var runs = withoutMixed(runs)
    lookAtLongRuns(runs.filter { $0.sign == 0x2A })
    let tildes = runs.filter { $0.sign == 0x7E && $0.count <= 3 }
    if tildes.count == 2, tildes[0].count != tildes[1].count,
      tildes.contains(where: { $0.count == 2 }),
      !isRange(tildes)
    {
      _ = reportUneven(tildes[0], tildes[1])
      runs.removeAll { $0.sign == 0x7E }
    }
    let stars = runs.filter { $0.sign == 0x2A && $0.count <= 2 }
    if stars.count == 2, stars[0].count != stars[1].count, reportUneven(stars[0], stars[1]) {
      runs.removeAll { $0.sign == 0x2A }
    }
    // One star and two stand for two notes: 「*、**はそれぞれ5％、1％水準で有意」.
    let hasNotes = stars.contains { star in
      star.count == 1
        && (isNoteMark(star.range) || isNoteBeginning(star.range)
          || Signs.endsPhrase(leaf.at(star.range.upperBound)))
    }
    for sign: UInt32 in hasNotes ? [0x7E] : [0x2A, 0x7E] {
      lookAtMarks(runs.filter { $0.sign == sign && $0.count == 2 })
    }
    if runs.contains(where: { $0.sign == 0x2A && $0.count == 1 }) {
      for run in runs where run.sign == 0x2A && run.count == 1 { lookAtUneven(run) }
    }
    for sign: UInt32 in [0xFF0A, 0x301C, 0xFF5E, 0x5F] {
      lookAtWideMarks(runs.filter { $0.sign == sign && $0.count == 2 }, sign)
    }
    lookAtWideMarks(runs.filter { $0.sign == 0x7E && $0.count == 3 }, 0x7E)
    for sign: UInt32 in [0xFF0A, 0x5F] {
      lookAtSingleMarks(runs.filter { $0.sign == sign }, sign)
    }
  }

  /// Whether one of two runs of tildes stands before a number: 5~10人.
  private func isRange(_ runs: [Run]) -> Bool {
    runs.contains { $0.count == 1 && Signs.isDigit(leaf.at($0.range.upperBound)) }
  }

  /// Reports `**強調＊＊` and `＊＊強調**`, and gives the other runs.
  private mutating func withoutMixed(_ runs: [Run]) -> [Run] {
    func narrow(_ run: Run) -> UInt32? {
      guard run.count == 2 else { return nil }
      switch run.sign {
      case 0x2A, 0xFF0A: return 0x2A
      case 0x7E, 0x301C, 0xFF5E: return 0x7E
      default: return nil
      }
    }
    var rest: [Run] = []
    var index = 0
    while index < runs.count {
      let open = runs[index]
      if index + 1 < runs.count, let sign = narrow(open), narrow(runs[index + 1]) == sign,
        open.sign != runs[index + 1].sign, open.sign == sign || runs[index + 1].sign == sign,
        isMarked(open.range.upperBound..<runs[index + 1].range.lowerBound, 0xFF0A)
      {
        let wide = open.sign == sign ? runs[index + 1].range : open.range
        let mark = sign == 0x2A ? "**" : "~~"
        report(
          .emphasisWideMark(mark), wide,
          [repair(open.range.lowerBound..<runs[index + 1].range.upperBound, [(wide, mark)])])
        index += 2
        continue
      }
      rest.append(open)
      index += 1
    }
    return rest
  }

  /// `** 強調 **`, `**強調`, `強調**`, and the same with `~~`.
  private mutating func lookAtMarks(_ runs: [Run]) {
    var index = 0
    while index < runs.count {
      let run = runs[index]
      if index + 1 < runs.count,
        reportSpaces(run, runs[index + 1]) || reportTight(run, runs[index + 1])
      {
        index += 2
        continue
      }
      lookAtSingle(run)
      index += 1
    }
  }

  private mutating func reportSpaces(_ open: Run, _ close: Run) -> Bool {
    let inner = open.range.upperBound..<close.range.lowerBound
    guard !inner.isEmpty, inner.count <= 200 else { return false }
    if inner.contains(where: { isUsed($0, open.sign) }) { return reportCrossed(open, close) }
    func isBlank(_ value: UInt32) -> Bool { Signs.isSpace(value) || value == 10 }
    let start = leaf.end(from: inner.lowerBound, while: isBlank)
    var end = inner.upperBound
    while end > start, isBlank(leaf.at(end - 1)) { end -= 1 }
    guard start < end, start > inner.lowerBound || end < inner.upperBound,
      leaf.scalars[inner].contains(where: { Signs.isJapaneseLetter($0) })
    else { return false }
    let (head, tail) = (inner.lowerBound..<start, end..<inner.upperBound)
    var changes: [Change] = []
    if !head.isEmpty { changes.append(taking(head)) }
    if !tail.isEmpty { changes.append(taking(tail)) }
    // The end of a line cannot be seen: the mark beside it is.
    let blanks = head.isEmpty ? tail : head
    let mark = head.isEmpty ? close.range : open.range
    report(
      .emphasisSpace(leaf.string(open.range)),
      leaf.scalars[blanks].contains(10) ? mark : blanks,
      [repair(open.range.lowerBound..<close.range.upperBound, changes)])
    return true
  }

  /// The change that takes blanks away, with the marks of containers before the next line.
  private func taking(_ blanks: Range<Int>) -> Change {
    guard leaf.scalars[blanks].contains(10) else { return (blanks, "") }
    let next = blanks.upperBound
    return (blanks.lowerBound..<next + 1, leaf.string(next..<next + 1))
  }

  /// Whether a sign is the mark of an emphasis that became one.
  func isUsed(_ index: Int, _ sign: UInt32) -> Bool {
    index >= 0 && leaf.at(index) == sign && index < leaf.count && leaf.parts[index] == .syntax
  }

  /// `** 甲 **と** 乙 **`, of which the inner marks took each other.
  private mutating func reportCrossed(_ open: Run, _ close: Run) -> Bool {
    var marks: [Range<Int>] = []
    var index = open.range.lowerBound
    while index < close.range.upperBound {
      let end = leaf.end(from: index) { $0 == open.sign }
      if end > index { marks.append(index..<end) }
      index = max(end, index + 1)
    }
    guard marks.count % 2 == 0, marks.allSatisfy({ $0.count == 2 }) else { return false }
    var changes: [Change] = []
    for pair in stride(from: 0, to: marks.count, by: 2) {
      let inner = marks[pair].upperBound..<marks[pair + 1].lowerBound
      let start = leaf.skipSpaces(inner.lowerBound)
      var end = inner.upperBound
      while end > start, Signs.isSpace(leaf.at(end - 1)) { end -= 1 }
      guard start < end else { return false }
      if start > inner.lowerBound { changes.append((inner.lowerBound..<start, "")) }
      if end < inner.upperBound { changes.append((end..<inner.upperBound, "")) }
    }
    guard let first = changes.first else { return false }
    report(
      .emphasisSpace(leaf.string(open.range)), first.range,
      [repair(open.range.lowerBound..<close.range.upperBound, changes)])
    return true
  }

  /// A mark without a second one.
  mutating func lookAtSingle(_ run: Run) {
    let before = leaf.at(run.range.lowerBound - 1)
    let after = leaf.at(run.range.upperBound)
    let text = leaf.string(run.range)
    // One that the paragraph before has opened.
    if let open = openEmphasis, block <= open.block + 2, block > open.block,
      !Signs.isSpace(before), before > 10
    {
      openEmphasis = nil
      if open.mark == text { joinEmphasis(open, run, text) }
      return
    }
    // 「強調**です」 ends one, 「これは**強調」 begins one.
    let isParticle =
      Self.endings.contains(after) && !Signs.isHiragana(before) && Signs.isJapaneseLetter(before)
    let opens =
      (Signs.isJapaneseLetter(after) || Signs.isOpening(after) || isAmount(run.range.upperBound))
      && !isParticle
    if opens, !Signs.isASCIIAlphanumeric(before) {
      openEmphasis = OpenEmphasis(
        block: block, finding: findings.count, mark: text,
        end: leaf.count - run.range.upperBound < 700 && isPlain(run.range.upperBound..<leaf.count)
          ? edit((leaf.count..<leaf.count, text)) : nil)
      report(.emphasisUnclosed(text), run.range, closings(of: run, text))
    } else if Signs.isJapaneseLetter(before) || before == 0x300D || before == 0x3002,
      !Signs.isASCIIAlphanumeric(after)
    {
      var start = run.range.lowerBound
      while start > 0, run.range.lowerBound - start < 100, leaf.parts[start - 1] == .text,
        !Signs.endsPhrase(leaf.at(start - 1)) || start == run.range.lowerBound
      {
        start -= 1
      }
      // Directly behind another emphasis no mark can begin one.
      let isBehind = isUsed(start - 1, run.sign)
      let change: Change = isBehind ? (run.range, "") : (start..<start, text)
      report(
        .emphasisUnopened(text), run.range, [repair(start..<run.range.upperBound, [change])])
    }
  }

  /// Gives an emphasis over the end of a paragraph, an item or a cell the way out that marks both parts.
  private mutating func joinEmphasis(_ open: OpenEmphasis, _ run: Run, _ mark: String) {
    let start = leaf.skipSpaces(0)
    var repairs: [Finding.Repair] = []
    if let end = open.end, isPlain(start..<run.range.lowerBound), start < run.range.lowerBound {
      repairs = [.init("それぞれを\(mark)で囲む", edits: [end, edit((start..<start, mark))])]
    }
    let told = findings[open.finding]
    findings[open.finding] = Finding(kind: told.kind, range: told.range, repairs: repairs)
  }

  /// Whether nothing in a range is syntax of an emphasis.
  private func isPlain(_ range: Range<Int>) -> Bool {
    !range.contains { leaf.parts[$0] == .syntax && [0x2A, 0x7E].contains(leaf.at($0)) }
  }

  /// Whether digits and then Japanese letters stand at an index: 5億円.
  private func isAmount(_ index: Int) -> Bool {
    let end = leaf.end(from: index, limit: 20) { Signs.isDigit($0) || $0 == 0x2C || $0 == 0x2E }
    return end > index && Signs.isJapaneseLetter(leaf.at(end))
  }

  /// Hiragana that follow a word: をはがにのでともへだな.
  private static let endings = Set("をはがにのでともへだな".unicodeScalars.map(\.value))

  /// Where an emphasis may end: at the end of its phrase, or of its line.
  private func closings(of run: Run, _ mark: String) -> [Finding.Repair] {
    let start = run.range.upperBound
    // In rows that are no table yet an emphasis ends with its cell.
    var line = leaf.end(from: start, limit: 300) { $0 != 10 && !(isTable && $0 == 0x7C) }
    guard [10, 0x7C].contains(leaf.at(line)) || line == leaf.count else { return [] }
    while isTable, line > start + 1, Signs.isSpace(leaf.at(line - 1)) { line -= 1 }
    var ends: [Int] = []
    let isQuoted = Signs.isOpening(leaf.at(start))
    var phrase = min(line, leaf.end(from: start + 1) { !Signs.endsPhrase($0) })
    if isQuoted, phrase < line { phrase += 1 }
    if phrase < line { ends.append(phrase) }
    // What is in code or a link cannot be cut.
    let isText = (start..<line).allSatisfy { leaf.parts[$0] == .text }
    if ends.isEmpty || isText && line - phrase > 1 { ends.append(line) }
    return ends.filter { $0 == leaf.count || leaf.parts[$0] != .syntax || leaf.at($0) != 0x2A }.map
    {
      repair(run.range.lowerBound..<$0, [($0..<$0, mark)])
    }
  }

  /// `**強調*` where neither mark became one; the shorter is wrong, or the one that is not `~~`.
  private mutating func reportUneven(_ open: Run, _ close: Run) -> Bool {
    let inner = open.range.upperBound..<close.range.lowerBound
    guard !inner.isEmpty, inner.count <= 200, Signs.isLetter(leaf.at(inner.lowerBound)),
      Signs.isJapaneseLetter(leaf.at(inner.upperBound - 1)), !leaf.scalars[inner].contains(10),
      !isNoteMark(open.range)
    else { return false }
    let isStrike = open.sign == 0x7E
    let isOpenWrong = isStrike ? open.count != 2 : open.count < close.count
    let wrong = isOpenWrong ? open.range : close.range
    report(
      .emphasisUneven, wrong,
      [
        repair(
          open.range.lowerBound..<close.range.upperBound, [(wrong, isStrike ? "~~" : "**")])
      ])
    return true
  }

  /// Whether stars mark a word for a note: 「甲*は5%、乙**は1%」.
  func isNoteMark(_ stars: Range<Int>) -> Bool {
    Signs.isLetter(leaf.at(stars.lowerBound - 1))
      && Self.endings.contains(leaf.at(stars.upperBound))
  }

  /// Whether stars begin a sentence about themselves: 「*は必須、**は任意」.
  private func isNoteBeginning(_ stars: Range<Int>) -> Bool {
    let before = leaf.at(stars.lowerBound - 1)
    return (Signs.endsPhrase(before) || Signs.isSpace(before))
      && leaf.at(stars.upperBound) == 0x306F && !Signs.isHiragana(leaf.at(stars.upperBound + 1))
  }

  /// `**強調*`: a mark that one of two ends has more.
  private mutating func lookAtUneven(_ run: Run) {
    let index = run.range.lowerBound
    func isMark(_ place: Int) -> Bool {
      leaf.at(place) == 0x2A && place < leaf.count && leaf.parts[place] == .syntax
    }
    if isMark(index + 1) {
      guard !isMark(index + 2) else { return lookAtSurplus(index) }
      let end = leaf.end(from: index + 2, limit: 300) { $0 != 0x2A && $0 != 10 }
      guard isMark(end), !isMark(end + 1) else { return }
      report(
        .emphasisUneven, end..<end + 1, [repair(index..<end + 1, [(end..<end + 1, "**")])])
    } else if isMark(index - 1), isMark(index - 2) {
      lookAtSurplus(index)
    } else if isMark(index - 1) {
      var start = index - 2
      while start >= 0, index - start < 300, leaf.at(start) != 0x2A, leaf.at(start) != 10 {
        start -= 1
      }
      guard isMark(start), !isMark(start - 1) else { return }
      report(
        .emphasisUneven, start..<start + 1, [repair(start..<index + 1, [(start..<start + 1, "**")])]
      )
    }
  }

  /// `＊＊強調＊＊`, `〜〜取り消し〜〜`, `__強調__`.
  private mutating func lookAtWideMarks(_ runs: [Run], _ sign: UInt32) {
    var index = 0
    while index + 1 < runs.count {
      let (open, close) = (runs[index], runs[index + 1])
      let inner = open.range.upperBound..<close.range.lowerBound
      guard isMarked(inner, sign) else {
        index += 1
        continue
      }
      let mark = sign == 0x301C || sign == 0xFF5E || sign == 0x7E ? "~~" : "**"
      report(
        .emphasisWideMark(mark), open.range,
        [
          repair(
            open.range.lowerBound..<close.range.upperBound,
            [(open.range, mark), (close.range, mark)])
        ])
      index += 2
    }
  }

  /// Whether a text between two marks is marked by them, and they stand for nothing themselves.
  private func isMarked(_ inner: Range<Int>, _ sign: UInt32) -> Bool {
    guard inner.count >= 2, inner.count <= 100, !leaf.scalars[inner].contains(10) else {
      return false
    }
    let (first, last) = (leaf.at(inner.lowerBound), leaf.at(inner.upperBound - 1))
    let isText = Signs.isJapaneseLetter(first) || Signs.isOpening(first)
    switch sign {
    case 0x5F: return isText && !Signs.isSpace(last)
    case 0xFF0A:
      return !Signs.isSpace(first) && !Signs.isSpace(last)
        && leaf.scalars[inner].contains { Signs.isJapaneseLetter($0) }
    default:
      // 「〜〜が〜〜する」 has them for words: what stands between then begins with a particle.
      return isText && !Signs.isHiragana(first)
        && leaf.scalars[inner].contains { Signs.isIdeograph($0) || Signs.isKatakana($0) }
    }
  }

  // MARK: Code

  private mutating func lookAtBackticks(_ runs: [Run]) {
    if runs.count == 2, runs[0].count != runs[1].count {
      let count = runs[0].count
      report(
        .unevenCode, runs[1].range,
        [
          repair(
            runs[0].range.lowerBound..<runs[1].range.upperBound,
            [(runs[1].range, String(repeating: "`", count: count))])
        ])
      return
    }
    guard runs.count == 1, let run = runs.first, run.count <= 2 else { return }
    let mark = leaf.string(run.range)
    let start = run.range.upperBound
    let next = leaf.plain(start)
    guard Signs.isLetter(next) || [0x2D, 0x2E, 0x2F, 0x24, 0x3C, 0x40, 0x7B].contains(next) else {
      return lookAtClosingBacktick(run)
    }
    let line = leaf.end(from: start, limit: 300) { $0 != 10 }
    // `…' is a quotation of TeX.
    guard !leaf.scalars[start..<line].contains(0x27) else { return }
    var end = leaf.end(from: start, limit: 300) { $0 >= 32 && $0 < 0x7F }
    while end > start, Signs.isSpace(leaf.at(end - 1)) { end -= 1 }
    if end == start { end = leaf.end(from: start) { !Signs.endsPhrase($0) && !Signs.isSpace($0) } }
    report(
      .unclosedCode, run.range, [repair(run.range.lowerBound..<end, [(end..<end, mark)])])
  }

  /// A backtick behind a word.
  private mutating func lookAtClosingBacktick(_ run: Run) {
    let end = run.range.lowerBound
    guard Signs.isASCIIAlphanumeric(leaf.plain(end - 1)) else { return }
    var start = end
    while start > 0, end - start < 100, leaf.parts[start - 1] == .text, leaf.at(start - 1) > 32,
      leaf.at(start - 1) < 0x7F
    {
      start -= 1
    }
    report(
      .unclosedCode, run.range,
      [repair(start..<run.range.upperBound, [(start..<start, leaf.string(run.range))])])
  }
}
