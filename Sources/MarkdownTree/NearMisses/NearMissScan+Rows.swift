extension NearMissScan {
  /// Compares the cells of the rows of a table with its columns.
  ///
  /// A cell beyond the columns is on no page (GFM §4.10).
  mutating func lookAtRows(_ table: Int) {
    var rows: [(block: Int, cells: [Range<Int>])] = []
    var index = table + 1
    while index < blocks[table].end {
      let range = blocks[index].range
      let cells = TableRowScanner.cells(
        source.masked, in: range.lowerBound - source.base..<range.upperBound - source.base)
      rows.append((index, cells))
      index = blocks[index].end
    }
    guard let columns = rows.first?.cells.count, columns > 0, rows.count > 0 else { return }
    if reportLateDelimiter(table, columns) || rows.count < 2 { return }
    takeSpaces(&rows, columns)
    // Bars in code cut cells that nobody meant.
    let bars = rows.map { $0.cells.count > columns ? barsInCode($0.block) : [] }
    let counts = zip(rows, bars).map { $0.cells.count - $1.count }
    var wanted = columns
    if rows.count > 2, let least = counts.dropFirst().min(), least > columns,
      hasText(rows[1].cells[columns...])
    {
      reportHead(rows[0].block, columns: columns, cells: least)
      wanted = least
    }
    var isFirst = true
    var joined = 0
    for (number, (row, bars)) in zip(rows, bars).enumerated().dropFirst() where number >= joined {
      if row.cells.count < wanted, let end = partedEnd(rows[number...], wanted) {
        reportParted(rows[number..<end].map(\.block))
        joined = end
      } else if row.cells.allSatisfy({ isDashes($0) }) {
        reportDelimiter(row.block)
      } else if row.cells.count > wanted {
        if bars.count == row.cells.count - wanted {
          reportBarsInCode(row.block, bars, row.cells.count, wanted)
          continue
        }
        // One of them may widen the table; each would be the square of the rows.
        reportSurplus(row.cells, wanted, wider: isFirst && rows.count <= 60 ? widened(rows) : nil)
        isFirst = false
      } else if row.cells.count < wanted {
        reportMissing(row.block, row.cells, wanted)
      }
    }
  }

  /// Reports a row above the head of a table, below which its delimiter row was meant to stand.
  private mutating func reportLateDelimiter(_ table: Int, _ columns: Int) -> Bool {
    let bytes = source.source
    let head = blocks[table + 1].range.lowerBound
    let before = prefix(ofSource: head)
    func isEnd(_ byte: UInt8) -> Bool { byte == 10 || byte == 13 }
    var end = head - before.utf8.count
    guard table > 0, case .paragraph = blocks[table - 1].kind, end > source.base else {
      return false
    }
    while end > source.base, isEnd(bytes[end - 1]), head - end <= before.utf8.count + 1 { end -= 1 }
    var start = end
    while start > source.base, !isEnd(bytes[start - 1]) { start -= 1 }
    start += before.utf8.count
    guard start < end, bytes[start] == UInt8(ascii: "|"), bytes[end - 1] == UInt8(ascii: "|") else {
      return false
    }
    let cells = TableRowScanner.cells(source.masked, in: start - source.base..<end - source.base)
    guard cells.count == columns, !cells.allSatisfy({ isDashes($0) }),
      let headEnd = bytes[head...].firstIndex(where: isEnd),
      let rowStart = bytes[headEnd...].firstIndex(where: { !isEnd($0) })
    else { return false }
    let rowEnd = bytes[rowStart...].firstIndex(where: isEnd) ?? bytes.count
    let row = min(rowStart + before.utf8.count, rowEnd)..<rowEnd
    let text = String(decoding: bytes[row], as: UTF8.self)
    findings.append(
      Finding(
        kind: .nearMiss(.lateDelimiter), range: row,
        repairs: [
          .init(
            "見出しの行の下に移す",
            edits: [
              .init(head..<head, with: text + "\n" + before), .init(headEnd..<rowEnd, with: ""),
            ])
        ]))
    return true
  }

  /// How many lines a cell has at most.
  private static let mostLines = 10

  /// Where the rows end that are one row with line ends in its cells: it begins with a bar, and the next bar at an end
  /// of a line is the one that makes it whole.
  private func partedEnd(
    _ rows: ArraySlice<(block: Int, cells: [Range<Int>])>, _ columns: Int
  ) -> Int? {
    var cells = 0
    for (number, row) in zip(rows.indices, rows).prefix(Self.mostLines) {
      let text = rowText(row.block)
      guard let first = text.first, let last = text.last else { return nil }
      let isFirst = number == rows.startIndex
      guard (first == UInt8(ascii: "|")) == isFirst else { return nil }
      cells += row.cells.count - (isFirst ? 0 : 1)
      if last == UInt8(ascii: "|") { return !isFirst && cells == columns ? number + 1 : nil }
      if cells > columns { return nil }
    }
    return nil
  }

  /// The text of a row without the blanks at its ends.
  private func rowText(_ row: Int) -> ArraySlice<UInt8> {
    var text = source.source[blocks[row].range]
    while let first = text.first, first <= 32 { text.removeFirst() }
    while let last = text.last, last <= 32 { text.removeLast() }
    return text
  }

  private mutating func reportParted(_ rows: [Int]) {
    let texts = rows.map { rowText($0) }
    guard let first = texts.first,
      let last = first.lastIndex(where: { !UTF8.isContinuation($0) })
    else { return }
    let edits = zip(texts, texts.dropFirst()).map {
      Finding.Repair.Edit($0.endIndex..<$1.startIndex, with: "<br>")
    }
    let line = texts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "<br>")
    findings.append(
      Finding(
        kind: .nearMiss(.partedCell), range: last..<first.endIndex,
        repairs: [.init(Self.title(line), edits: edits)]))
  }

  /// Reports wide spaces before and behind rows, which are cells of their own, as one.
  private mutating func takeSpaces(
    _ rows: inout [(block: Int, cells: [Range<Int>])], _ columns: Int
  ) {
    var edits: [Finding.Repair.Edit] = []
    for index in rows.indices.dropFirst() {
      let (cells, edit) = withoutSpace(rows[index].cells, columns: columns)
      rows[index].cells = cells
      if let edit { edits.append(edit) }
    }
    guard let first = edits.first else { return }
    findings.append(
      Finding(
        kind: .nearMiss(.tableSpace), range: first.range, repairs: [.init("空白を消す", edits: edits)]))
  }

  /// Whether a cell is that of a delimiter row.
  private func isDashes(_ cell: Range<Int>) -> Bool {
    let text = source.masked[cell]
    return text.count > 2 && text.contains(0x2D) && text.allSatisfy { $0 == 0x2D || $0 == 0x3A }
  }

  private mutating func reportDelimiter(_ row: Int) {
    let range = blocks[row].range
    findings.append(
      Finding(
        kind: .nearMiss(.surplusDelimiter), range: range,
        repairs: [.init("この行を消す", edits: [lineDeletion(at: range.lowerBound)])]))
  }

  /// Where bars stand in the code of a row.
  private func barsInCode(_ row: Int) -> [Int] {
    let bytes = source.source
    var bars: [Int] = []
    var pending: [Int] = []
    var isInCode = false
    for place in blocks[row].range {
      switch bytes[place] {
      case UInt8(ascii: "`"):
        if isInCode { bars += pending }
        pending = []
        isInCode.toggle()
      case UInt8(ascii: "|") where isInCode && bytes[place - 1] != UInt8(ascii: "\\"):
        pending.append(place)
      default: break
      }
    }
    return bars
  }

  /// Reports bars in code that cut a row into the cells which it has too many.
  private mutating func reportBarsInCode(_ row: Int, _ bars: [Int], _ cells: Int, _ columns: Int) {
    guard let first = bars.first else { return }
    findings.append(
      Finding(
        kind: .nearMiss(.surplusCells(columns: columns, cells: cells)), range: first..<first + 1,
        repairs: [
          .init(
            "コードの中の「|」を「\\|」にする", edits: bars.map { .init($0..<$0 + 1, with: "\\|") })
        ]))
    cutRows.append(blocks[row].range)
  }

  private func hasText(_ cells: ArraySlice<Range<Int>>) -> Bool {
    cells.contains { !$0.isEmpty }
  }

  /// All rows have more cells than the head: the head lacks some.
  private mutating func reportHead(_ head: Int, columns: Int, cells: Int) {
    let row = blocks[head].range
    let bytes = source.source
    var edits: [Finding.Repair.Edit] = []
    var end = row.upperBound
    while end > row.lowerBound, bytes[end - 1] <= 32 { end -= 1 }
    edits.append(addition(String(repeating: "  |", count: cells - columns), at: end))
    let last = delimiterEnd(after: row.upperBound)
    edits.append(addition(String(repeating: "---|", count: cells - columns), at: last))
    findings.append(
      Finding(
        kind: .nearMiss(.shortTableHead(columns: columns, cells: cells)),
        range: row.lowerBound..<end,
        repairs: [.init("見出しの行に空の欄を足す", edits: edits)]))
  }

  /// Adds cells to the end of a row, with a bar before them where it ends in none.
  private func addition(_ cells: String, at end: Int) -> Finding.Repair.Edit {
    let endsInBar =
      end > 0 && source.source[end - 1] == UInt8(ascii: "|")
      && !(end > 1 && source.source[end - 2] == UInt8(ascii: "\\"))
    return .init(end..<end, with: endsInBar ? cells : " |" + cells)
  }

  /// The edits that give all rows of a table as many cells as the longest has.
  private func widened(_ rows: [(block: Int, cells: [Range<Int>])]) -> [Finding.Repair.Edit] {
    let columns = rows.map(\.cells.count).max() ?? 0
    let bytes = source.source
    var edits: [Finding.Repair.Edit] = []
    func fill(_ end: Int, _ cell: String, _ count: Int) {
      guard count < columns else { return }
      edits.append(addition(String(repeating: cell, count: columns - count), at: end))
    }
    for (number, row) in rows.enumerated() {
      let range = blocks[row.block].range
      var end = range.upperBound
      while end > range.lowerBound, bytes[end - 1] <= 32 { end -= 1 }
      fill(end, "  |", row.cells.count)
      if number == 0 { fill(delimiterEnd(after: range.upperBound), "---|", row.cells.count) }
    }
    return edits
  }

  /// Where the delimiter row ends whose head ends at an offset.
  private func delimiterEnd(after head: Int) -> Int {
    let bytes = source.source
    var next = head
    while next < bytes.count, bytes[next] == 10 || bytes[next] == 13 { next += 1 }
    var last = next
    while last < bytes.count, bytes[last] != 10, bytes[last] != 13 { last += 1 }
    while last > next, bytes[last - 1] <= 32 { last -= 1 }
    return last
  }

  private mutating func reportSurplus(
    _ cells: [Range<Int>], _ columns: Int, wider: [Finding.Repair.Edit]?
  ) {
    guard hasText(cells[columns...]), let last = cells.last else { return }
    let bytes = source.masked
    // The bar before the first surplus cell, and those after it, can be signs of the last cell.
    var bars: [Finding.Repair.Edit] = []
    for cell in cells[columns...] {
      var bar = cell.lowerBound
      while bar > 0, bytes[bar - 1] != UInt8(ascii: "|") { bar -= 1 }
      guard bar > 0 else { continue }
      bars.append(.init(source.base + bar - 1..<source.base + bar, with: "\\|"))
    }
    var place = cells[columns].lowerBound..<max(cells[columns].upperBound, last.upperBound)
    if place.isEmpty { place = cells[columns].lowerBound..<cells[columns].lowerBound + 1 }
    let finding = Finding(
      kind: .nearMiss(.surplusCells(columns: columns, cells: cells.count)),
      range: source.base + place.lowerBound..<source.base + place.upperBound,
      repairs: [.init("「|」を文字にして、前の欄に入れる", edits: bars)]
        + (wider.map { [.init("表の列を増やす", edits: $0)] } ?? []))
    findings.append(finding)
  }

  private mutating func reportMissing(_ row: Int, _ cells: [Range<Int>], _ columns: Int) {
    let range = blocks[row].range
    let bytes = source.source
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] <= 32 { end -= 1 }
    let hasBar = source.masked[range.lowerBound - source.base..<range.upperBound - source.base]
      .contains(UInt8(ascii: "|"))
    if !hasBar {
      var start = range.lowerBound
      while start > source.base, bytes[start - 1] != 10, bytes[start - 1] != 13 { start -= 1 }
      let marks = prefix(ofSource: range.lowerBound)
      findings.append(
        Finding(
          kind: .nearMiss(.textUnderTable), range: range.lowerBound..<end,
          repairs: [
            .init("上に空の行を入れる", edits: [.init(start..<start, with: marks + "\n")])
          ]))
      return
    }
    let missing = columns - cells.count
    // ｜ and │
    let wideBars = range.dropLast(2).filter {
      bytes[$0..<$0 + 3].elementsEqual([0xEF, 0xBD, 0x9C])
        || bytes[$0..<$0 + 3].elementsEqual([0xE2, 0x94, 0x82])
    }
    if wideBars.count == missing, let first = wideBars.first {
      let edits = wideBars.map { Finding.Repair.Edit($0..<$0 + 3, with: "|") }
      findings.append(
        Finding(
          kind: .nearMiss(bytes[first] == 0xEF ? .wideBars : .tableBars("│")),
          range: first..<first + 3,
          repairs: [.init("「|」にする", edits: edits)]))
      return
    }
    findings.append(
      Finding(
        kind: .nearMiss(.missingCells(columns: columns, cells: cells.count)),
        range: max(range.lowerBound, end - 1)..<end,
        repairs: [
          .init(
            "空の欄を\(missing)つ足す",
            edits: [addition(String(repeating: "  |", count: missing), at: end)])
        ]))
  }
}
