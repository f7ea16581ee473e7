extension NearMissScan {
  /// Looks at a paragraph with a frame of `+---+`, with commas, or with wide spaces around the rows of a table.
  mutating func lookAtFrames() -> Bool {
    lookAtLeadingDelimiter() || lookAtFrame() || lookAtSpacedRows() || lookAtCommas()
  }

  /// `+---+---+` above and below rows with bars.
  private mutating func lookAtFrame() -> Bool {
    func isFrame(_ line: Range<Int>) -> Bool {
      line.count > 2 && leaf.plain(line.lowerBound) == 0x2B
        && leaf.scalars[line].allSatisfy { [0x2B, 0x2D, 0x3D, 0x3A, 0x20].contains($0) }
        && [0x2D, 0x3D].contains(leaf.at(line.lowerBound + 1))
    }
    guard leaf.lines.count > 2, let first = leaf.lines.firstIndex(where: isFrame) else {
      return false
    }
    let frame = leaf.lines[first...]
    let rows = frame.filter { leaf.plain($0.lowerBound) == 0x7C }
    guard let head = rows.first,
      frame.allSatisfy({ isFrame($0) || leaf.plain($0.lowerBound) == 0x7C })
    else { return false }
    var lines = rows.map { leaf.string($0) }
    lines.insert(delimiterRow(cells(head).count, like: nil), at: 1)
    reportTable(.framedTable, leaf.lines[first], from: leaf.lines[first].lowerBound, lines)
    return true
  }

  /// Reports lines to the end of the leaf that could be the rows of a table.
  private mutating func reportTable(
    _ kind: NearMiss, _ marked: Range<Int>, from start: Int, _ rows: [String]
  ) {
    let text = rows.joined(separator: "\n" + prefix(start))
    report(kind, marked, [.init("表にする", edits: [edit((start..<leaf.count, text))])])
  }

  /// A delimiter row directly above the head of a table.
  private mutating func lookAtLeadingDelimiter() -> Bool {
    guard leaf.lines.count == 1, block + 1 < blocks.count, case .table = blocks[block + 1].kind,
      isDelimiter(leaf.lines[0])
    else { return false }
    report(
      .surplusDelimiter, leaf.lines[0],
      [.init("この行を消す", edits: [lineDeletion(at: tree.sourceOffset(leaf.offsets[0]))])])
    return true
  }

  /// The edit that takes away the line of the source in which an offset lies.
  func lineDeletion(at offset: Int) -> Finding.Repair.Edit {
    let bytes = source.source
    var start = offset
    while start > source.base, bytes[start - 1] != 10, bytes[start - 1] != 13 { start -= 1 }
    var end = lineEnd(ofSource: offset)
    if end < bytes.count {
      end += bytes[end] == 13 && end + 1 < bytes.count && bytes[end + 1] == 10 ? 2 : 1
    } else if start > source.base {
      start -= 1
      if bytes[start] == 10, start > source.base, bytes[start - 1] == 13 { start -= 1 }
    }
    return .init(start..<end, with: "")
  }

  /// Whether a line is a delimiter row as it has to be.
  private func isDelimiter(_ line: Range<Int>) -> Bool {
    leaf.scalars[line].contains(0x7C) && leaf.scalars[line].contains(0x2D)
      && leaf.scalars[line].allSatisfy { [0x7C, 0x2D, 0x3A, 0x20].contains($0) }
  }

  // MARK: Wide spaces

  /// A table that wide spaces before or behind its head or its delimiter row keep from being one.
  private mutating func lookAtSpacedRows() -> Bool {
    func inner(_ line: Range<Int>) -> Range<Int> {
      let start = leaf.skipSpaces(line.lowerBound)
      var end = line.upperBound
      while end > start, Signs.isSpace(leaf.at(end - 1)) { end -= 1 }
      return min(start, end)..<end
    }
    guard
      let delimiter = leaf.lines.indices.dropFirst().first(where: {
        isDelimiter(inner(leaf.lines[$0]))
      })
    else { return false }
    let head = leaf.lines[delimiter - 1]
    guard cells(head).count == cells(leaf.lines[delimiter]).count, leaf.scalars[head].contains(0x7C)
    else { return false }
    var changes: [Change] = []
    for line in leaf.lines[(delimiter - 1)...] {
      let text = inner(line)
      if leaf.scalars[line.lowerBound..<text.lowerBound].contains(0x3000) {
        changes.append((line.lowerBound..<text.lowerBound, ""))
      }
      if leaf.scalars[text.upperBound..<line.upperBound].contains(0x3000) {
        changes.append((text.upperBound..<line.upperBound, ""))
      }
    }
    guard let first = changes.first, first.range.lowerBound <= leaf.lines[delimiter].upperBound
    else {
      return false
    }
    report(.tableSpace, first.range, [.init("空白を消す", edits: changes.map { edit($0) })])
    return true
  }

  /// The cells of a row without one that is nothing but a wide space before its first bar or behind its last;
  /// the edit takes that away.
  func withoutSpace(
    _ cells: [Range<Int>], columns: Int
  ) -> (cells: [Range<Int>], edit: Finding.Repair.Edit?) {
    guard cells.count == columns + 1, let first = cells.first, let last = cells.last else {
      return (cells, nil)
    }
    func isWide(_ cell: Range<Int>) -> Bool {
      !cell.isEmpty && cell.count % 3 == 0
        && stride(from: cell.lowerBound, to: cell.upperBound, by: 3).allSatisfy {
          source.masked[$0..<$0 + 3].elementsEqual([0xE3, 0x80, 0x80])
        }
    }
    func deletion(_ cell: Range<Int>) -> Finding.Repair.Edit {
      .init(source.base + cell.lowerBound..<source.base + cell.upperBound, with: "")
    }
    if isWide(last) { return (Array(cells.dropLast()), deletion(last)) }
    let before = first.lowerBound > 0 ? source.masked[first.lowerBound - 1] : 10
    if isWide(first), before != 0x7C { return (Array(cells.dropFirst()), deletion(first)) }
    return (cells, nil)
  }

  // MARK: Commas

  /// Lines that commas cut into the same number of cells, as in a file of CSV.
  private mutating func lookAtCommas() -> Bool {
    guard leaf.lines.count > 1, leaf.scalars.contains(0x2C) else { return false }
    // From the end: a sentence or a caption may stand above.
    var rows: [[String]] = []
    for line in leaf.lines.reversed() {
      guard line.count < 400, let row = values(line),
        rows.first.map({ $0.count == row.count }) ?? true
      else { break }
      rows.append(row)
    }
    rows.reverse()
    guard rows.count > 1 else { return false }
    let columns = rows[0].count
    guard columns > 2 || columns == 2 && rows.count > 2,
      // は, が and を are of a sentence.
      !rows[0].contains(where: { $0.contains { "はがを".contains($0) } }),
      rows[0].contains(where: { $0.unicodeScalars.contains { Signs.isJapaneseLetter($0.value) } })
    else { return false }
    let start = leaf.lines[leaf.lines.count - rows.count].lowerBound
    var lines = rows.map { "| " + $0.joined(separator: " | ") + " |" }
    lines.insert(delimiterRow(columns, like: nil), at: 1)
    let comma = leaf.end(from: start) { $0 != 0x2C }
    reportTable(.commaTable, comma..<comma + 1, from: start, lines)
    return true
  }

  /// The values between the commas of a line; nil where these are not those of a table.
  private func values(_ line: Range<Int>) -> [String]? {
    var values: [String] = []
    var value = ""
    var isQuoted = false
    for index in line {
      let sign = leaf.at(index)
      guard leaf.parts[index] == .text || leaf.parts[index] == .address, sign != 0x3002,
        sign != 0x7C
      else { return nil }
      if sign == 0x22 {
        isQuoted.toggle()
      } else if sign == 0x2C, !isQuoted {
        values.append(value)
        value = ""
        if Signs.isSpace(leaf.at(index + 1)) { return nil }
      } else {
        value += leaf.string(index..<index + 1)
      }
    }
    values.append(value)
    guard !isQuoted, values.count > 1,
      values.allSatisfy({ !$0.isEmpty && $0.unicodeScalars.count <= 20 })
    else { return nil }
    return values
  }
}
