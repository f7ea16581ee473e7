/// Tables whose bars, or whose delimiter row, are written with other signs.
extension NearMissScan {
  /// Reports `表; 題` directly before a table.
  mutating func lookAtCaption(_ paragraph: Int) {
    let next = paragraph + 1
    guard next < blocks.count, case .table = blocks[next].kind else { return }
    let content = tree.contents[paragraph]
    guard !content.isEmpty, !tree.text[content].contains(10),
      let sign = CaptionScanner.misspelledColon(tree.text, content)
    else { return }
    let place = tree.sourceRange(sign)
    let head = String(decoding: tree.text[content.lowerBound..<sign.lowerBound], as: UTF8.self)
    let tail = String(decoding: tree.text[sign.upperBound..<content.upperBound], as: UTF8.self)
    findings.append(
      Finding(
        kind: .nearMiss(.captionSign(String(decoding: tree.text[sign], as: UTF8.self))),
        range: place,
        repairs: [.init(Self.title(head + ":" + tail), edits: [.init(place, with: ":")])]))
  }

  /// Whether a row under a head has other signs where dashes are meant: `|…|…|`.
  func isDottedDelimiter(_ line: Int) -> Bool {
    guard line > 0, line < 2 || barCount(leaf.lines[line - 2]) == 0 else { return false }
    let row = leaf.lines[line]
    let signs: Set<UInt32> = [0x2026, 0x2025, 0x22EF, 0x2E, 0x7E, 0x301C, 0xFF5E, 0xB7, 0x2D]
    let cells = cells(row)
    return cells.count > 1 && cells.count == self.cells(leaf.lines[line - 1]).count
      && cells.allSatisfy { cell in
        leaf.scalars[cell].contains { signs.contains($0) }
          && leaf.scalars[cell].allSatisfy { signs.contains($0) || Signs.isSpace($0) }
      }
  }

  /// Whether a cell of a row of dashes has a space between them, or no dash at all.
  func isBrokenDelimiter(_ row: Range<Int>) -> Bool {
    cells(row).contains { cell in
      var text = leaf.scalars[cell]
      while let first = text.first, Signs.isSpace(first) { text.removeFirst() }
      while let last = text.last, Signs.isSpace(last) { text.removeLast() }
      return text.contains { Signs.isSpace($0) } || !text.contains(0x2D)
    }
  }

  /// Where other signs than bars stand alone in a line, as bars do: `I 年度 I 件数 I`.
  private func otherBars(_ line: Range<Int>) -> [Int] {
    line.filter { index in
      switch leaf.plain(index) {
      // │┃∣¦ǀ丨 are no letters of a word, I and l may be.
      case 0x2502, 0x2503, 0x2223, 0xA6, 0x1C0: return true
      case 0x49, 0x6C, 0x4E28, 0x2160, 0xFF29, 0xFF4C:
        let isFirst = index == line.lowerBound || Signs.isSpace(leaf.at(index - 1))
        let isLast = index + 1 == line.upperBound || Signs.isSpace(leaf.at(index + 1))
        return isFirst && isLast
      default: return false
      }
    }
  }

  /// How many cells a line has where some signs stand for bars.
  private func cellCount(_ line: Range<Int>, _ others: [Int]) -> Int {
    let bars = Set(others)
    let start = leaf.skipSpaces(line.lowerBound)
    var end = line.upperBound
    while end > start, Signs.isSpace(leaf.at(end - 1)) { end -= 1 }
    guard start < end else { return 0 }
    func isBar(_ index: Int) -> Bool {
      bars.contains(index) || leaf.plain(index) == 0x7C || leaf.plain(index) == 0xFF5C
    }
    let count = (start..<end).count(where: isBar)
    return count + 1 - (isBar(start) ? 1 : 0) - (end - 1 > start && isBar(end - 1) ? 1 : 0)
  }

  /// Reports a head whose bars are other signs, above a right delimiter row.
  mutating func lookAtOtherBars(above line: Int) -> Bool {
    let head = leaf.lines[line - 1]
    let columns = cells(leaf.lines[line]).count
    let others = otherBars(head)
    guard let first = others.first, columns > 1, cellCount(head, others) == columns else {
      return false
    }
    func narrow(_ index: Int) -> Change { (index..<index + 1, "|") }
    var changes = others.map(narrow)
    let title = repair(head, changes).title
    for row in leaf.lines[(line + 1)...] {
      let others = otherBars(row)
      if cells(row).count != columns, cellCount(row, others) == columns {
        changes += others.map(narrow)
      }
    }
    report(
      .tableBars(leaf.string(first..<first + 1)), first..<first + 1,
      [.init(title, edits: changes.map { edit($0) })])
    return true
  }

  /// Reports a delimiter row that stands above its head.
  mutating func lookAtLeadingDelimiter(_ line: Int) -> Bool {
    guard line + 2 < leaf.lines.count else { return false }
    let (row, head) = (leaf.lines[line], leaf.lines[line + 1])
    guard barCount(head) > 1, barCount(leaf.lines[line + 2]) > 1, !isNearDelimiter(head),
      cells(row).count == cells(head).count
    else { return false }
    report(
      .missingDelimiter, head,
      [
        .init(
          Self.title(leaf.string(row)),
          edits: [edit((row, leaf.string(head))), edit((head, leaf.string(row)))])
      ])
    return true
  }

  /// Reports lines that wide spaces cut into a head and rows of numbers: 「年度　件数」, 「2018　3」.
  mutating func lookAtSpaces() -> Bool {
    guard leaf.lines.count > 1, leaf.lines.count < 200 else { return false }
    let rows = leaf.lines.map { spacedCells($0) }
    guard let head = rows.first, head.count > 1, rows.allSatisfy({ $0.count == head.count }),
      head.allSatisfy({ cell in
        cell.count < 13
          && leaf.scalars[cell].allSatisfy { Signs.isLetter($0) && !isAnyDigit($0) }
      }),
      rows.dropFirst().allSatisfy({ row in
        row.dropFirst().allSatisfy { isAnyDigit(leaf.at($0.lowerBound)) && $0.count < 13 }
      })
    else { return false }
    var edits: [Finding.Repair.Edit] = []
    for (number, (line, cells)) in zip(leaf.lines, rows).enumerated() {
      var text = "| " + cells.map { leaf.string($0) }.joined(separator: " | ") + " |"
      if number == 0 {
        text += "\n" + prefix(line.lowerBound) + "|" + String(repeating: "---|", count: head.count)
      }
      edits.append(edit((line, text)))
    }
    report(
      .spacedTable, head[0].upperBound..<head[0].upperBound + 1, [.init("表にする", edits: edits)])
    return true
  }

  private func isAnyDigit(_ value: UInt32) -> Bool {
    Signs.isDigit(value) || Signs.isWideDigit(value)
  }

  /// The pieces of a line between wide spaces; none where it begins or ends with one, or has a sign of syntax.
  private func spacedCells(_ line: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var begin = line.lowerBound
    for index in line {
      let value = leaf.plain(index)
      guard value != 0, value != 0x7C else { return [] }
      guard value == 0x3000 else { continue }
      if begin < index {
        cells.append(begin..<index)
      } else if begin == line.lowerBound {
        return []
      }
      begin = index + 1
    }
    guard begin < line.upperBound else { return [] }
    cells.append(begin..<line.upperBound)
    return cells
  }
}
