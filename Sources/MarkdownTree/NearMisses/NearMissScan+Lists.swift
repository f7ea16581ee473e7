/// Lines in a row that would be items of a list but for a sign.
struct ListSlip {
  var kind: NearMiss
  /// Where the first of them is wrong.
  var place: Range<Int>
  /// The first line, and the line after the last.
  var first: Int
  var end: Int
  var changes: [NearMissScan.Change]
  /// Whether an empty line must come before the first.
  var needsBlankLine = false
}

extension NearMissScan {
  /// What is wrong with one line that would be an item.
  private struct LineSlip {
    var kind: NearMiss
    var place: Range<Int>
    var change: Change
    /// How many lines in a row are taken for a list.
    var least = 1
    var number: Int?
    /// The mark, by which lines are of one list.
    var mark: UInt32
  }

  /// The lines from one on that would be a list.
  func listGroup(from first: Int) -> ListSlip? {
    guard let slip = slip(ofLine: first) else { return nil }
    var group = ListSlip(
      kind: slip.kind, place: slip.place, first: first, end: first + 1, changes: [slip.change])
    let isOrdered = slip.number != nil
    group.needsBlankLine = first > 0 && isOrdered && slip.number != 1 && !isNextItem(first)
    if case .listInParagraph = slip.kind, !group.needsBlankLine { return nil }
    while group.end < leaf.lines.count, let next = self.slip(ofLine: group.end),
      next.mark == slip.mark,
      slip.mark != 0x2C || next.number == (slip.number ?? 0) + group.end - first
    {
      group.changes.append(next.change)
      group.end += 1
    }
    return group.end - first >= slip.least ? group : nil
  }

  /// Whether the leaf is part of an item: a line that looks like an item then is the next one.
  private var isInItem: Bool {
    guard let parent, case .item = blocks[parent].kind else { return false }
    return true
  }

  /// Whether a line stands where the mark of the item before stands, so that it is the next item.
  private func isNextItem(_ line: Int) -> Bool {
    isInItem
      && prefix(leaf.lines[line].lowerBound).utf8.count
        < prefix(leaf.lines[0].lowerBound).utf8.count
  }

  mutating func reportList(_ group: ListSlip) {
    let line = leaf.lines[group.first]
    var edits = group.changes.map { edit($0) }
    if group.needsBlankLine {
      let start = edit((line.lowerBound..<line.lowerBound, "\n" + prefix(line.lowerBound)))
      if edits.first?.range.lowerBound == start.range.lowerBound, let first = edits.first {
        edits[0] = .init(first.range, with: start.replacement + first.replacement)
      } else {
        edits.insert(start, at: 0)
      }
    }
    edits.removeAll { $0.range.isEmpty && $0.replacement.isEmpty }
    let title = repair(line, [group.changes[0]]).title
    report(group.kind, group.place, [.init(title, edits: edits)])
  }

  private func slip(ofLine line: Int) -> LineSlip? {
    let range = leaf.lines[line]
    let start = leaf.end(from: range.lowerBound) { $0 == 0x3000 }
    let mark = leaf.plain(start)
    guard start + 1 < range.upperBound else { return nil }
    if Signs.isDigit(mark) || Signs.isWideDigit(mark) {
      return numberSlip(range, start, isFirst: line == 0)
    }
    if mark == 0x2D || mark == 0x2A || mark == 0x2B { return bulletSlip(range, start, mark) }
    if mark == 0x5B { return taskSlip(range, start) }
    return wideBulletSlip(range, start, mark)
  }

  /// `-項目`, `-　項目`, `　- 項目`.
  private func bulletSlip(_ line: Range<Int>, _ start: Int, _ mark: UInt32) -> LineSlip? {
    let text = leaf.string(start..<start + 1)
    let next = leaf.at(start + 1)
    let content = leaf.skipSpaces(start + 1)
    guard content < line.upperBound else { return nil }
    if start > line.lowerBound {
      guard next == 32 || next == 0x3000 else { return nil }
      let indent = String(repeating: "  ", count: start - line.lowerBound)
      return LineSlip(
        kind: .listIndented, place: line.lowerBound..<start,
        change: (line.lowerBound..<content, indent + text + " "), mark: mark)
    }
    if next == 0x3000 {
      return LineSlip(
        kind: .listWideSpace(text), place: start + 1..<start + 2,
        change: (start + 1..<content, " "), mark: mark)
    }
    let isMarkup = mark != 0x2A && leaf.beginsMarkup(start + 1)
    guard Signs.isJapaneseLetter(next) || Signs.isOpening(next) || isMarkup,
      leaf.at(line.upperBound - 1) != mark
    else { return nil }
    return LineSlip(
      kind: .listWithoutSpace(text), place: start..<start + 1,
      change: (start + 1..<start + 1, " "),
      least: mark == 0x2D || mark == 0x2B && beginsItem(start + 1) || isBesideItem(mark) ? 1 : 2,
      mark: mark)
  }

  /// Whether the leaf stands in an item, or directly before a list, with a mark: `*乙` under `* 甲` is the next.
  private func isBesideItem(_ mark: UInt32) -> Bool {
    func hasMark(_ block: Int) -> Bool {
      let start = blocks[block].range.lowerBound
      return start < source.source.count && UInt32(source.source[start]) == mark
    }
    if isInItem, let parent { return hasMark(parent) }
    guard block + 1 < blocks.count, case .list = blocks[block + 1].kind else { return false }
    return hasMark(block + 1)
  }

  /// `－ 項目`.
  ///
  /// ＊ and the longer dashes are also signs of notes, of asides and of those who are quoted, and `－　` with a
  /// wide space begins a line of its own.
  private func wideBulletSlip(_ line: Range<Int>, _ start: Int, _ mark: UInt32) -> LineSlip? {
    // －−‐ー
    guard [0xFF0D, 0x2212, 0x2010, 0x30FC].contains(mark) else { return nil }
    let next = leaf.at(start + 1)
    let content = leaf.skipSpaces(start + 1)
    guard content < line.upperBound, leaf.at(line.upperBound - 1) != mark, next != 0x3000 else {
      return nil
    }
    let hasSpace = content > start + 1
    if !hasSpace {
      let isText = mark != 0x30FC && Signs.isJapaneseLetter(next) && !Signs.isWideDigit(next)
      guard isText || beginsItem(start + 1) else { return nil }
    }
    return LineSlip(
      kind: .listWideMark(leaf.string(start..<start + 1)), place: start..<start + 1,
      change: (line.lowerBound..<content, "- "),
      least: hasSpace || beginsItem(start + 1) ? 1 : 2, mark: mark)
  }

  /// Whether an emphasis or a record link with which an item may begin stands at a code point, and no amount.
  private func beginsItem(_ index: Int) -> Bool {
    guard leaf.beginsMarkup(index), leaf.at(index) == leaf.at(index + 1) else { return false }
    let next = leaf.at(index + 2)
    return Signs.isJapaneseLetter(next) && !Signs.isWideDigit(next) || Signs.isASCIILetter(next)
      || Signs.isOpening(next)
  }

  /// `1.項目`, `１. 項目`, and `2. 項目` in a paragraph.
  private func numberSlip(_ line: Range<Int>, _ start: Int, isFirst: Bool) -> LineSlip? {
    let end = leaf.end(from: start, limit: 4) { Signs.isDigit($0) || Signs.isWideDigit($0) }
    let sign = leaf.plain(end)
    guard end - start <= 3, sign == 0x2E || sign == 0x29 else {
      return sign == 0x2C ? commaSlip(line, start, end) : nil
    }
    let digits = leaf.string(start..<end)
    let isWide = leaf.scalars[start..<end].contains { Signs.isWideDigit($0) }
    let narrow = Signs.narrowed(digits)
    let next = leaf.at(end + 1)
    let content = leaf.skipSpaces(end + 1)
    guard content < line.upperBound else { return nil }
    let mark = leaf.string(start..<end + 1)
    let item = narrow + leaf.string(end..<end + 1) + " "
    let change: Change = (line.lowerBound..<content, item)
    let number = Int(narrow)
    func slip(_ kind: NearMiss, _ place: Range<Int>) -> LineSlip {
      LineSlip(kind: kind, place: place, change: change, number: number, mark: sign)
    }
    if isWide {
      // In an item it is the number of what it says; lines of a paragraph are told as a list, or stay lines.
      guard !isInItem, leaf.lines.count == 1 || sign == 0x29 && next == 32 else { return nil }
      guard
        content > end + 1 || Signs.isJapaneseLetter(next) && !Signs.isWideDigit(next)
          || beginsItem(end + 1)
      else { return nil }
      return slip(.listWideMark(digits), start..<end)
    }
    if start > line.lowerBound {
      return content > end + 1 ? slip(.listIndented, line.lowerBound..<start) : nil
    }
    if next == 0x3000 { return slip(.listWideSpace(mark), end + 1..<end + 2) }
    // 「1.にかかわらず」 and 「1.は偶数」 are sentences about number 1, 「1.はじめに」 is a title.
    let isHajimeni = next == 0x306F && leaf.at(end + 2) == 0x3058
    guard !Self.particles.contains(next) || isHajimeni else { return nil }
    if Signs.isJapaneseLetter(next) && !Signs.isWideDigit(next) || Signs.isOpening(next)
      || leaf.beginsMarkup(end + 1)
    {
      if leaf.lines.count == 1, isEnumeration(content..<line.upperBound, sign) { return nil }
      return slip(.listWithoutSpace(mark), start..<end + 1)
    }
    // A number of a sentence may come to the beginning of a line by wrapping; years have four digits.
    if !isFirst, next == 32, end - start <= 2 {
      return slip(.listInParagraph(mark), start..<end + 1)
    }
    return nil
  }

  /// `1,項目`, of which there must be two.
  private func commaSlip(_ line: Range<Int>, _ start: Int, _ end: Int) -> LineSlip? {
    guard start == line.lowerBound, end - start <= 2, Signs.isJapaneseLetter(leaf.at(end + 1)),
      !Signs.isWideDigit(leaf.at(end + 1)), let number = Int(leaf.string(start..<end)),
      !leaf.scalars[end + 1..<line.upperBound].contains(0x2C)
    else { return nil }
    return LineSlip(
      kind: .listWideMark(leaf.string(start..<end + 1)), place: start..<end + 1,
      change: (start..<end + 1, "\(number). "), least: 2, number: number, mark: 0x2C)
  }

  /// Whether a line goes on with numbers of its own: 「1.正確性 2.完全性」.
  private func isEnumeration(_ line: Range<Int>, _ sign: UInt32) -> Bool {
    line.contains { index in
      leaf.at(index) == sign && Signs.isDigit(leaf.at(index - 1))
        && Signs.isJapaneseLetter(leaf.at(index + 1))
    }
  }

  /// Hiragana that go on after a number in a sentence: をがにのでともへかやは.
  private static let particles = Set("をがにのでともへかやは".unicodeScalars.map(\.value))

  // MARK: Tasks

  /// `[ ] 項目` that is no item.
  private func taskSlip(_ line: Range<Int>, _ start: Int) -> LineSlip? {
    guard start == line.lowerBound, let mark = taskMark(at: start), mark.isExact,
      start > 0 || !isInItem
    else { return nil }
    return LineSlip(
      kind: .taskWithoutList, place: start..<mark.end, change: (start..<start, "- "), mark: 0x5B)
  }

  /// The mark of a task at a code point, right or nearly so.
  ///
  /// `end` is after its bracket, `content` after the spaces behind it; an exact mark has one space inside or
  /// an x, and a space behind it.
  func taskMark(at start: Int) -> (isDone: Bool, end: Int, content: Int, isExact: Bool)? {
    guard [0x5B, 0xFF3B].contains(leaf.plain(start)) else { return nil }
    var index = start + 1
    var isDone = false
    var isTick = false
    while index - start <= 4, ![0x5D, 0xFF3D].contains(leaf.plain(index)) {
      switch leaf.plain(index) {
      case 32, 0x3000: break
      case 0x78, 0x58, 0xFF58, 0xFF38, 0x2713, 0x2714, 0x2611:
        if isDone { return nil }
        isDone = true
      // レ and v are ticks where a text follows.
      case 0x30EC, 0xFF9A, 0x76:
        if isDone { return nil }
        (isDone, isTick) = (true, true)
      default: return nil
      }
      index += 1
    }
    guard [0x5D, 0xFF3D].contains(leaf.plain(index)) else { return nil }
    let end = index + 1
    let content = leaf.skipSpaces(end)
    if isTick, content == end { return nil }
    let isExact =
      leaf.at(start) == 0x5B && index == start + 2 && leaf.at(index) == 0x5D
      && [32, 0x78, 0x58].contains(leaf.at(start + 1)) && leaf.at(end) == 32
    return (isDone, end, content, isExact)
  }

  /// Reports a task's mark that is none, at the beginning of an item.
  mutating func lookAtTask() {
    guard isInItem, parent == block - 1, let mark = taskMark(at: 0), !mark.isExact,
      mark.content < leaf.count,
      leaf.at(mark.content) != 10, ![0x28, 0xFF08, 0x5B, 0x3A, 0xFF1A].contains(leaf.at(mark.end))
    else { return }
    let line = 0..<leaf.lineEnd(0)
    report(
      .task, 0..<mark.end,
      [repair(line, [(0..<mark.content, mark.isDone ? "[x] " : "[ ] ")])])
  }
}
