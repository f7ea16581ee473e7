extension NearMissScan {
  /// Both ends of an emphasis, as runs of marks in the leaf.
  private struct Pair {
    let open: Range<Int>
    let close: Range<Int>
    let isStrong: Bool
  }

  /// Looks at the emphases of a leaf whose marks may have been meant as signs, and returns where the lines begin
  /// in which single stars were.
  ///
  /// A page shows none of the marks of an emphasis: `2*3*4` is 234 there.
  mutating func lookAtPairs() -> Set<Int> {
    var stars: [Pair] = []
    var others: [Pair] = []
    for index in blocks[block].inlines {
      let kind = inlines[index].kind
      guard kind == .emphasis || kind == .strong, let pair = pair(index) else { continue }
      if leaf.at(pair.open.lowerBound) == 0x5F {
        reportUnderscores(pair)
      } else if leaf.at(pair.open.lowerBound) == 0x2A {
        if kind == .emphasis && isSign(pair) || endsInComma(pair) {
          stars.append(pair)
        } else {
          others.append(pair)
        }
      }
    }
    if !stars.isEmpty {
      // What shares its stars goes with them.
      let runs = Set(stars.flatMap { [$0.open.lowerBound, $0.close.lowerBound] })
      stars += others.filter {
        runs.contains($0.open.lowerBound) || runs.contains($0.close.lowerBound)
      }
      reportStars(stars)
    }
    return Set(
      stars.flatMap { [$0.open, $0.close] }.map { leaf.line(of: $0.lowerBound).lowerBound })
  }

  /// The runs of marks of an emphasis.
  private func pair(_ index: Int) -> Pair? {
    let inline = inlines[index]
    guard let start = leaf.index(at: inline.range.lowerBound) else { return nil }
    let sign = leaf.at(start)
    let open = start..<leaf.end(from: start) { $0 == sign }
    // The closing run is the next one behind the last text in it.
    let texts = index..<max(inline.end, index + 1)
    let last = texts.last { inlines[$0].range.upperBound <= tree.text.count } ?? index
    guard var close = leaf.index(at: inlines[last].range.upperBound) else { return nil }
    while close < leaf.count, leaf.at(close) != sign || leaf.parts[close] != .syntax { close += 1 }
    guard close < leaf.count else { return nil }
    return Pair(
      open: open, close: close..<leaf.end(from: close) { $0 == sign },
      isStrong: inline.kind == .strong)
  }

  // MARK: Stars

  /// Whether the stars of an emphasis stand between figures or behind words, as signs do.
  private func isSign(_ pair: Pair) -> Bool {
    let (beforeOpen, afterOpen) = neighbours(pair.open)
    let (beforeClose, afterClose) = neighbours(pair.close)
    if isInWord(beforeOpen, afterOpen) { return true }
    // `*word*s` at a beginning is an emphasis.
    let isPlural =
      beforeOpen <= 32 && Signs.isASCIILetter(beforeClose) && Signs.isASCIILetter(afterClose)
    if isInWord(beforeClose, afterClose), !isPlural { return true }
    // 「10 *20 cmと30* 40」
    if Signs.isDigit(afterOpen), beforeOpen == 32,
      Signs.isDigit(leaf.at(pair.open.lowerBound - 2))
    {
      return true
    }
    return beginsNote(pair.open) || Signs.isDigit(afterOpen) && Signs.isDigit(afterClose)
      || isPattern(pair) || isFormula(pair)
  }

  /// Whether a star stands for names of files: `*.xlsx`, `/home/*/a/*.txt`.
  private func isPattern(_ pair: Pair) -> Bool {
    let (beforeOpen, afterOpen) = neighbours(pair.open)
    let (beforeClose, afterClose) = neighbours(pair.close)
    // 「*.rs*という」 is an emphasis.
    return beforeOpen == 0x2F || afterClose == 0x2E && (afterOpen == 0x2E || beforeClose == 0x2F)
  }

  /// Whether words without hiragana stand on all sides, as in 「単価*数量*月数」.
  ///
  /// An emphasis in a sentence has a particle or a sign on one side at least.
  private func isFormula(_ pair: Pair) -> Bool {
    func isTerm(_ value: UInt32) -> Bool {
      Signs.isLetter(value) && !Signs.isHiragana(value)
    }
    let before = leaf.at(pair.open.lowerBound - 1)
    let after = leaf.at(pair.close.upperBound)
    let inner = pair.open.upperBound..<pair.close.lowerBound
    // )）（(
    return (isTerm(before) || before == 0x29 || before == 0xFF09)
      && (isTerm(after) || after == 0x28 || after == 0xFF08) && inner.count <= 40
      && leaf.scalars[inner].allSatisfy {
        isTerm($0) || [0x28, 0x29, 0xFF08, 0xFF09, 0x2B, 0x2D, 0x2F, 0x2E, 0x25, 0xD7].contains($0)
      }
  }

  /// Whether the closing stars stand behind a comma, as marks of notes do: 「*は5%、**は1%、***は0.1%」.
  private func endsInComma(_ pair: Pair) -> Bool {
    let (before, after) = neighbours(pair.close)
    return [0x3001, 0xFF0C, 0x2C].contains(before) && Signs.isLetter(after)
  }

  private func neighbours(_ run: Range<Int>) -> (UInt32, UInt32) {
    (leaf.at(run.lowerBound - 1), leaf.at(run.upperBound))
  }

  /// Whether a star between two characters stands in a word or a calculation.
  ///
  /// Between Japanese letters stand the marks of an emphasis, too.
  private func isInWord(_ before: UInt32, _ after: UInt32) -> Bool {
    func isTight(_ value: UInt32) -> Bool {
      Signs.isASCIIAlphanumeric(value) || Signs.isWideAlphanumeric(value)
    }
    return isTight(before) && isTight(after) || Signs.isLetter(before) && Signs.isDigit(after)
  }

  /// Whether an opening run stands as the mark of a note does: 「代理人*は」, 「0.12**、」, 「*1：」.
  private func beginsNote(_ run: Range<Int>) -> Bool {
    let (before, after) = neighbours(run)
    if isNoteMark(run) || before > 32 && Signs.endsPhrase(after) { return true }
    let end = leaf.end(from: run.upperBound, limit: 3) { Signs.isDigit($0) || $0 == 0x6CE8 }
    // ：:）)
    return [0xFF1A, 0x3A, 0xFF09, 0x29].contains(leaf.at(end))
  }

  private mutating func reportStars(_ pairs: [Pair]) {
    let runs = pairs.flatMap { [$0.open, $0.close] }.sorted { $0.lowerBound < $1.lowerBound }
    var changes: [Change] = []
    var end = 0
    for run in runs {
      for star in max(end, run.lowerBound)..<max(end, run.upperBound) {
        changes.append((star..<star + 1, "\\*"))
      }
      end = max(end, run.upperBound)
    }
    let first = pairs[0].open
    let line = leaf.line(of: first.lowerBound)
    var repairs = [repair(line, changes)]
    if pairs.count == 1, pairs[0].open.count == 1, pairs[0].close.count == 1,
      !beginsNote(first), !Signs.isDigit(leaf.at(first.upperBound)), !isPattern(pairs[0])
    {
      repairs.append(
        repair(
          first.lowerBound..<pairs[0].close.upperBound, [(first, "**"), (pairs[0].close, "**")]))
    }
    report(.emphasisStars, first.lowerBound..<first.lowerBound + 1, repairs)
  }

  // MARK: Underscores

  private mutating func reportUnderscores(_ pair: Pair) {
    let inner = pair.open.upperBound..<pair.close.lowerBound
    guard !inner.isEmpty, pair.open.count == pair.close.count, inner.count <= 200 else { return }
    let isName = leaf.scalars[inner].allSatisfy { Signs.isASCIIAlphanumeric($0) || $0 == 0x5F }
    let whole = pair.open.lowerBound..<pair.close.upperBound
    let word = word(around: whole)
    guard pair.isStrong || isName && (word != whole || leaf.scalars[inner].contains(0x5F)) else {
      return
    }
    var repairs: [Finding.Repair] = []
    if isName {
      repairs.append(repair(word, [(word, "`" + leaf.string(word) + "`")]))
    }
    let escaped = String(repeating: "\\_", count: pair.open.count)
    if !isName || pair.isStrong {
      repairs.append(repair(whole, [(pair.open, "**"), (pair.close, "**")]))
    }
    repairs.append(repair(whole, [(pair.open, escaped), (pair.close, escaped)]))
    report(.emphasisUnderscores(leaf.string(pair.open)), pair.open, repairs)
  }

  /// The name of a file or of a program's part that marks stand in: `__init__.py`.
  private func word(around range: Range<Int>) -> Range<Int> {
    func isPart(_ index: Int) -> Bool {
      let value = leaf.plain(index)
      return Signs.isASCIIAlphanumeric(value) || [0x2E, 0x2F, 0x2D, 0x5F].contains(value)
    }
    var start = range.lowerBound
    while start > 0, range.lowerBound - start < 100, isPart(start - 1) { start -= 1 }
    var end = range.upperBound
    while end - range.upperBound < 100, isPart(end) { end += 1 }
    while end > range.upperBound, [0x2E, 0x2D].contains(leaf.at(end - 1)) { end -= 1 }
    return start..<end
  }

  // MARK: Paths

  /// Reports a path with backslashes of which a page shows fewer: `\\server\*.xlsx`, `C:\_tmp\`.
  ///
  /// The offset is that of a backslash that keeps the sign behind it from being syntax; the offset behind the
  /// path is returned.
  mutating func lookAtPath(_ index: Int) -> Int? {
    var start = index
    while start > 0, index - start < 200, isPathSign(leaf.at(start - 1)) { start -= 1 }
    // A share or a drive may stand directly behind Japanese letters.
    let share = (start...index).first { place in
      leaf.at(place) == 0x5C && leaf.at(place + 1) == 0x5C
        && Signs.isASCIIAlphanumeric(leaf.at(place + 2))
        && (place == start || leaf.at(place - 1) > 0x7F)
    }
    let drive = (start..<index).first { place in
      leaf.at(place + 1) == 0x3A && leaf.at(place + 2) == 0x5C
        && Signs.isASCIILetter(leaf.at(place))
    }
    guard let begin = share ?? drive else { return lookAtYen(index) }
    start = begin
    guard let end = pathEnd(from: index) else { return nil }
    let path = start..<end
    guard leaf.scalars[path].count(where: { $0 == 0x5C }) > 1, isWithoutLinks(path) else {
      return nil
    }
    // A sentence may go on directly behind it.
    var ends = [end]
    let last = path.last { leaf.at($0) == 0x5C } ?? start
    let kana = (last..<end).first { Signs.isHiragana(leaf.at($0)) }
    if let kana { ends.insert(kana, at: 0) }
    report(
      .pathBackslash, index..<index + 1,
      ends.map { end in
        repair(start..<end, [(start..<end, "`" + leaf.string(start..<end) + "`")])
      })
    return end
  }

  private func isPathSign(_ value: UInt32) -> Bool {
    if value > 0x7F { return Signs.isJapaneseLetter(value) }
    return value > 32
      && ![0x22, 0x27, 0x28, 0x29, 0x2C, 0x3B, 0x3C, 0x3E, 0x60, 0x7C].contains(value)
  }

  /// The end of a path; nil where a bracket has no second one, as in the codes of a terminal: `\\u001B\[31m`.
  ///
  /// Brackets stand in pairs behind a backslash: `C:\(案)\[最終]`.
  private func pathEnd(from index: Int) -> Int? {
    var open: [UInt32] = []
    var end = index
    while end < leaf.count, end - index < 400 {
      let value = leaf.at(end)
      if value == 0x28 || value == 0x5B {
        guard leaf.at(end - 1) == 0x5C else { break }
        open.append(value == 0x28 ? 0x29 : 0x5D)
      } else if value == 0x29 || value == 0x5D {
        guard open.last == value else { break }
        open.removeLast()
      } else if !isPathSign(value) {
        break
      }
      end += 1
    }
    return open.isEmpty ? end : nil
  }

  /// Reports `単価\-5`, in which the backslash is the sign of yen: a page shows none.
  private mutating func lookAtYen(_ index: Int) -> Int? {
    guard [0x2D, 0x2B].contains(leaf.at(index + 1)), Signs.isDigit(leaf.at(index + 2)),
      Signs.isJapaneseLetter(leaf.at(index - 1)) || Signs.isOpening(leaf.at(index - 1))
    else { return nil }
    let end = leaf.end(from: index + 2, limit: 20) { Signs.isDigit($0) || $0 == 0x2C }
    report(
      .yenBackslash, index..<index + 1,
      [
        repair(index..<end, [(index..<index + 1, "\\\\")]),
        repair(index..<end, [(index..<index + 1, "¥")]),
      ])
    return index + 2
  }

  private func isWithoutLinks(_ range: Range<Int>) -> Bool {
    range.allSatisfy { leaf.at($0) != 0x5B || leaf.parts[$0] == .escaped }
  }
}
