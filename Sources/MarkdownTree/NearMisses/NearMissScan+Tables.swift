extension NearMissScan {
  /// Looks at a paragraph that was meant for a table; true where it is one slip as a whole.
  mutating func lookAtTable() -> Bool {
    if lookAtFrames() { return true }
    guard leaf.lines.count > 1 || isAfterTable else { return false }
    for line in leaf.lines.indices where barCount(leaf.lines[line]) > 0 {
      if lookAtDelimiter(line) { return true }
    }
    // One that is too large to be a table has been told.
    return lookAtTabs() || lookAtSpaces() || source.oversizedTables.isEmpty && lookAtBars()
  }

  /// Whether the block before in the same container is a table.
  private var isAfterTable: Bool { lastTable.map { blocks[$0].end == block } ?? false }

  /// The bars of a line, narrow or wide, that no backslash keeps.
  func barCount(_ line: Range<Int>) -> Int {
    line.count { leaf.plain($0) == 0x7C || leaf.plain($0) == 0xFF5C }
  }

  /// The cells of a line.
  private func cellCount(_ line: Range<Int>) -> Int {
    cells(line).count
  }

  func cells(_ line: Range<Int>) -> [Range<Int>] {
    let start = leaf.skipSpaces(line.lowerBound)
    var end = line.upperBound
    while end > start, Signs.isSpace(leaf.at(end - 1)) { end -= 1 }
    var cells: [Range<Int>] = []
    var begin = start
    for index in start..<end where leaf.plain(index) == 0x7C || leaf.plain(index) == 0xFF5C {
      if index > start { cells.append(begin..<index) }
      begin = index + 1
    }
    if begin < end { cells.append(begin..<end) }
    return cells
  }

  // MARK: Delimiter rows

  /// Whether a line has only dashes, narrow or wide, signs taken for them, bars, colons and spaces.
  func isNearDelimiter(_ line: Range<Int>) -> Bool {
    var dashes = 0
    for index in line {
      switch leaf.at(index) {
      case 0x2D, 0x3D, 0xFF1D, 0x5F: dashes += 1
      case 0x7C, 0xFF5C, 0x3A, 0xFF1A, 0x2B: break
      case let value where Signs.isSpace(value): break
      case let value where isWideDash(value) && value != 0xFF0A: dashes += 1
      default: return false
      }
    }
    return dashes > 0
  }

  /// Reports a delimiter row that is none, under a line with bars.
  private mutating func lookAtDelimiter(_ line: Int) -> Bool {
    let row = leaf.lines[line]
    let isDotted = !isNearDelimiter(row)
    if isDotted, !isDottedDelimiter(line) { return false }
    if line == 0 { return lookAtParted() }
    let head = leaf.lines[line - 1]
    guard barCount(head) > 0 else { return lookAtOtherBars(above: line) }
    let headCells = cellCount(head)
    // Rows that are longer than the head say that it lacks cells.
    let rows = leaf.lines[(line + 1)...].map { cellCount($0) }
    let isShort = cellCount(row) > headCells && !rows.isEmpty && rows.allSatisfy { $0 > headCells }
    let columns = isShort ? rows.max() ?? headCells : headCells
    let start = leaf.skipSpaces(row.lowerBound)
    let delimiter = delimiterRow(columns, like: row)
    var changes = wideBars(in: leaf.lines[..<line].suffix(1))
    if isShort {
      changes.append((head.upperBound..<head.upperBound, missing(columns - headCells, in: head)))
    }
    changes.append((start..<row.upperBound, delimiter))
    changes += wideBars(in: leaf.lines[(line + 1)...])
    let wideSign = row.first { index in
      let value = leaf.at(index)
      return Self.wrongInDelimiter.contains(value) || value != 0x2D && isWideDash(value)
    }
    let fix = Finding.Repair(Self.title(delimiter), edits: changes.map { edit($0) })
    if let wideBar = head.first(where: { leaf.plain($0) == 0xFF5C }) {
      report(.wideBars, wideBar..<wideBar + 1, [fix])
    } else if let wideSign {
      report(.delimiterSigns(leaf.string(wideSign..<wideSign + 1)), wideSign..<wideSign + 1, [fix])
    } else {
      guard headCells != cellCount(row) else {
        guard isDotted || isBrokenDelimiter(row) else { return lookAtLazyTable(line) }
        report(.delimiterRow, start..<row.upperBound, [fix])
        return true
      }
      if lookAtOtherBars(above: line) { return true }
      report(
        .delimiterColumns(head: headCells, row: cellCount(row)), start..<row.upperBound,
        doubleBar(head, headCells - cellCount(row)) ?? tightBars(head, headCells - cellCount(row))
          + [fix])
    }
    return true
  }

  /// The way out that takes one of two bars away with which a head begins.
  private func doubleBar(_ head: Range<Int>, _ count: Int) -> [Finding.Repair]? {
    let start = leaf.skipSpaces(head.lowerBound)
    guard count == 1, leaf.plain(start) == 0x7C, leaf.plain(start + 1) == 0x7C else { return nil }
    return [repair(head, [(start..<start + 1, "")])]
  }

  /// The way out that makes signs of the bars that a head has too many, where these stand between letters and the
  /// others beside blanks.
  private func tightBars(_ head: Range<Int>, _ count: Int) -> [Finding.Repair] {
    guard count > 0 else { return [] }
    let bars = head.filter { leaf.plain($0) == 0x7C }
    let tight = bars.filter {
      $0 > head.lowerBound && $0 + 1 < head.upperBound && !Signs.isSpace(leaf.at($0 - 1))
        && !Signs.isSpace(leaf.at($0 + 1))
    }
    guard tight.count == count, bars.count > count else { return [] }
    return [repair(head, tight.map { ($0..<$0 + 1, "\\|") })]
  }

  /// Cells that a head lacks, and the bar before them where it ends in none.
  private func missing(_ count: Int, in head: Range<Int>) -> String {
    var end = head.upperBound
    while end > head.lowerBound, Signs.isSpace(leaf.at(end - 1)) { end -= 1 }
    let cells = String(repeating: "  |", count: count)
    return [0x7C, 0xFF5C].contains(leaf.plain(end - 1)) ? cells : " |" + cells
  }

  /// Reports a table that is none since the item or quotation above takes its rows in.
  private mutating func lookAtLazyTable(_ delimiter: Int) -> Bool {
    guard let parent else { return false }
    func text(_ line: Range<Int>) -> Range<Int> {
      leaf.offsets[line.lowerBound]..<leaf.offsets[line.upperBound]
    }
    let head = text(leaf.lines[delimiter - 1])
    if delimiter > 1, isTakenIn(head.lowerBound) {
      reportLazyTable(head, in: parent, marks: nil, rows: [])
      return true
    }
    guard isTakenIn(leaf.offsets[leaf.lines[delimiter].lowerBound]) else { return false }
    let rows = leaf.lines[delimiter...].map(text).filter { isTakenIn($0.lowerBound) }
    reportLazyTable(
      text(leaf.lines[delimiter]), in: parent, marks: prefix(leaf.lines[delimiter - 1].lowerBound),
      rows: rows)
    return true
  }

  /// ｜：＝=_+ and a wide space.
  private static let wrongInDelimiter: Set<UInt32> = [
    0xFF5C, 0xFF1A, 0xFF1D, 0x3D, 0x5F, 0x2B, 0x3000,
  ]

  /// A delimiter row of so many columns, with the alignments of another.
  func delimiterRow(_ columns: Int, like row: Range<Int>?) -> String {
    let cells = row.map { self.cells($0) } ?? []
    let parts = (0..<columns).map { column -> String in
      guard column < cells.count else { return "---" }
      let text = Signs.narrowed(leaf.string(cells[column])).filter { $0 != " " }
      return (text.hasPrefix(":") ? ":" : "") + "---" + (text.hasSuffix(":") ? ":" : "")
    }
    return "|" + parts.joined(separator: "|") + "|"
  }

  /// The changes of wide bars to narrow ones.
  private func wideBars(in lines: ArraySlice<Range<Int>>) -> [Change] {
    lines.flatMap { line in
      line.compactMap { leaf.plain($0) == 0xFF5C ? ($0..<$0 + 1, "|") : nil }
    }
  }

  /// Reports a delimiter row or rows that an empty line parts from what is above.
  private mutating func lookAtParted() -> Bool {
    let above = block - 1
    guard above >= 0, case .paragraph = blocks[above].kind, above != parent else { return false }
    let content = tree.contents[above]
    let text = tree.text[content]
    guard !text.contains(10), text.contains(UInt8(ascii: "|")) else { return false }
    reportParted()
    return true
  }

  private mutating func reportParted() {
    let line = leaf.lines[0]
    let start = tree.sourceOffset(leaf.offsets[line.lowerBound])
    let marks = prefix(line.lowerBound)
    var end = start
    while end > source.base,
      source.source[end - 1] <= 32 || source.source[end - 1] == UInt8(ascii: ">")
    {
      end -= 1
    }
    report(
      .partedTable, line,
      [
        .init(
          "空の行を消す", edits: [.init(end..<start, with: "\n" + marks)])
      ])
  }

  // MARK: Rows without a delimiter row

  private mutating func lookAtBars() -> Bool {
    if isAfterTable, startsWithBar(leaf.lines[0]), barCount(leaf.lines[0]) > 1 {
      reportParted()
      return true
    }
    guard let first = leaf.lines.indices.first(where: { startsWithBar(leaf.lines[$0]) }),
      first + 1 < leaf.lines.count, startsWithBar(leaf.lines[first + 1]),
      barCount(leaf.lines[first]) > 1, barCount(leaf.lines[first + 1]) > 1
    else { return false }
    // A second delimiter row mends none.
    if isNearDelimiter(leaf.lines[first]) { return lookAtLeadingDelimiter(first) }
    let line = leaf.lines[first]
    let delimiter = delimiterRow(cellCount(line), like: nil)
    var changes = wideBars(in: leaf.lines[first...first])
    let hasWideBars = !changes.isEmpty
    changes.append((line.upperBound..<line.upperBound, "\n" + prefix(line.lowerBound) + delimiter))
    changes += wideBars(in: leaf.lines[(first + 1)...])
    let fix = Finding.Repair(Self.title(delimiter), edits: changes.map { edit($0) })
    if hasWideBars, let bar = line.first(where: { leaf.plain($0) == 0xFF5C }) {
      report(.wideBars, bar..<bar + 1, [fix])
    } else {
      report(.missingDelimiter, line, [fix])
    }
    return true
  }

  private func startsWithBar(_ line: Range<Int>) -> Bool {
    let start = leaf.skipSpaces(line.lowerBound)
    return start < line.upperBound && [0x7C, 0xFF5C].contains(leaf.plain(start))
  }

  // MARK: Tabs

  /// Reports lines that tabs cut into the same number of cells.
  private mutating func lookAtTabs() -> Bool {
    func tabs(_ line: Range<Int>) -> Int { line.count { leaf.plain($0) == 9 } }
    guard let columns = leaf.lines.map({ tabs($0) }).max(), columns > 0,
      leaf.lines.allSatisfy({ tabs($0) > 0 }), tabs(leaf.lines[0]) == columns,
      !(columns == 1 && hasMarks)
    else { return false }
    var edits: [Finding.Repair.Edit] = []
    for (number, line) in leaf.lines.enumerated() {
      var text = "|"
      var begin = line.lowerBound
      for index in line where leaf.plain(index) == 9 {
        text += " " + cell(begin..<index) + " |"
        begin = index + 1
      }
      text += " " + cell(begin..<line.upperBound) + " |"
      text += String(repeating: "  |", count: columns - tabs(line))
      if number == 0 {
        text += "\n" + prefix(line.lowerBound) + "|" + String(repeating: "---|", count: columns + 1)
      }
      edits.append(edit((line, text)))
    }
    let tab = leaf.lines[0].first { leaf.plain($0) == 9 } ?? 0
    report(.tabbedTable, tab..<tab + 1, [.init("表にする", edits: edits)])
    return true
  }

  /// Whether each line has its tab behind the mark of an item, `・` or `（１）`.
  private var hasMarks: Bool {
    leaf.lines.allSatisfy { line in
      guard let tab = line.first(where: { leaf.at($0) == 9 }), tab > line.lowerBound else {
        return false
      }
      let end = leaf.offsets[line.upperBound]
      let mark = LineMarkScanner.scan(tree.text, leaf.offsets[line.lowerBound]..<end)
      return mark?.isItem == true && mark?.range.upperBound == leaf.offsets[tab]
    }
  }

  /// A piece of a line as a cell, in which a bar is a sign.
  private func cell(_ range: Range<Int>) -> String {
    var text = ""
    for index in range {
      if leaf.plain(index) == 0x7C { text += "\\" }
      text += leaf.string(index..<index + 1)
    }
    return text
  }
}
