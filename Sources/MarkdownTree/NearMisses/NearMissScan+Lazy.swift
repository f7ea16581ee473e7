extension NearMissScan {
  /// Reports the first line of a paragraph that the quotation or item above takes in though it has no mark and
  /// no indentation ("lazy continuation", CommonMark §5.1).
  ///
  /// A long sentence that goes on there is a wrapped one. It is told where the line above ends a sentence or is a
  /// short item, so that the line begins something else; not where a slip at its beginning has been told.
  mutating func lookAtLazyLine(_ index: Int, _ content: Range<Int>, told: [Range<Int>]) {
    guard let parent, let first = firstLine(content) else { return }
    let quotes = ancestors.count { isQuotation($0) }
    let column = itemColumn
    guard quotes > 0 || column > 0 else { return }
    let text = tree.text
    var start = first.upperBound + 1
    var above = first
    while start < content.upperBound {
      let end = text[start..<content.upperBound].firstIndex(of: 10) ?? content.upperBound
      let begin = tree.sourceOffset(start)
      let marks = source.source[lineStart(ofSource: begin)..<begin]
      if marks.contains(9) { return }
      let isLazy = marks.count(where: { $0 == UInt8(ascii: ">") }) < quotes || marks.count < column
      let isMark = above.lowerBound == first.lowerBound && isBoxMark(first, of: parent)
      if isLazy, LineMarkScanner.scan(text, start..<end) == nil,
        isMark || isEnd(above, of: parent) || isUnderline(start..<end)
      {
        guard !told.contains(where: { $0.contains(begin) }) else { return }
        // With the marks an underline would make a heading.
        reportLazyLine(
          start..<end, like: isUnderline(start..<end) ? nil : content, in: parent,
          isOnlyLine: isMark && !hasTitle(parent))
        return
      }
      above = start..<end
      start = end + 1
    }
  }

  /// Whether a quotation or an item takes in the line of a text, which has not its marks.
  func isTakenIn(_ start: Int) -> Bool {
    let quotes = ancestors.count { isQuotation($0) }
    let begin = tree.sourceOffset(start)
    let marks = source.source[lineStart(ofSource: begin)..<begin]
    return !marks.contains(9)
      && (marks.count(where: { $0 == UInt8(ascii: ">") }) < quotes || marks.count < itemColumn)
  }

  /// Reports a line of a table that is taken in; the way out is a blank line, or the marks that its rows lack.
  mutating func reportLazyTable(
    _ line: Range<Int>, in parent: Int, marks: String?, rows: [Range<Int>]
  ) {
    let isQuote = isQuotation(parent)
    let offset = lineStart(ofSource: tree.sourceOffset(line.lowerBound))
    let repair: Finding.Repair
    if let marks {
      repair = .init(
        isQuote ? "引用に入れる" : "項目に入れる",
        edits: rows.map { row in
          let place = tree.sourceOffset(row.lowerBound)
          return .init(lineStart(ofSource: place)..<place, with: marks)
        })
    } else {
      repair = .init(
        "上に空の行を入れる", edits: [.init(offset..<offset, with: outerMarks(of: parent) + "\n")])
    }
    findings.append(
      Finding(
        kind: .nearMiss(isQuote ? .lineInQuote : .lineInItem), range: tree.sourceRange(line),
        repairs: [repair]))
  }

  /// Whether a block is a quotation or a box, which is one.
  private func isQuotation(_ block: Int) -> Bool {
    switch blocks[block].kind {
    case .blockQuote, .callout: true
    default: false
    }
  }

  /// Whether the first line of a paragraph is the mark of a box.
  private func isBoxMark(_ line: Range<Int>, of parent: Int) -> Bool {
    guard case .callout = blocks[parent].kind, block == parent + 1 else { return false }
    return CalloutScanner.scan(tree.text, line) != nil
  }

  private func hasTitle(_ parent: Int) -> Bool { !blocks[parent].inlines.isEmpty }

  private func firstLine(_ content: Range<Int>) -> Range<Int>? {
    tree.text[content].firstIndex(of: 10).map { content.lowerBound..<$0 }
  }

  /// The column at which the text of the innermost item begins; 0 outside of items.
  private var itemColumn: Int {
    guard
      let item = ancestors.last(where: { if case .item = blocks[$0].kind { true } else { false } }),
      item + 1 < blocks.count
    else { return 0 }
    let start = blocks[item + 1].range.lowerBound
    return start - lineStart(ofSource: start)
  }

  private func lineStart(ofSource offset: Int) -> Int {
    var start = offset
    while start > source.base, source.source[start - 1] != 10, source.source[start - 1] != 13 {
      start -= 1
    }
    return start
  }

  /// Whether a line has nothing but the signs that would make a heading of a text.
  private func isUnderline(_ line: Range<Int>) -> Bool {
    let sign = tree.text[line.lowerBound]
    return (sign == UInt8(ascii: "=") || sign == UInt8(ascii: "-"))
      && tree.text[line].allSatisfy { $0 == sign }
  }

  /// Whether nothing goes on behind a line.
  private func isEnd(_ line: Range<Int>, of parent: Int) -> Bool {
    let isItem = if case .item = blocks[parent].kind { true } else { false }
    // A break that is asked for breaks a line of the item.
    if isItem, tree.text[line].suffix(2).elementsEqual([32, 32]) || tree.text[line].last == 0x5C {
      return false
    }
    if isItem ? line.count < 40 : line.count < 60 && !goesOn(line) { return true }
    var end = line.upperBound
    while end > line.lowerBound, tree.text[end - 1] <= 32 { end -= 1 }
    // 」）』 may stand behind the sign.
    let closings: [[UInt8]] = ["」", "』", "）"].map { Array($0.utf8) }
    for _ in 0..<2
    where closings.contains(where: { tree.text[line.lowerBound..<end].suffix(3).elementsEqual($0) })
    {
      end -= 3
    }
    let ends: [[UInt8]] = ["。", "？", "！"].map { Array($0.utf8) }
    return ends.contains { tree.text[line.lowerBound..<end].suffix(3).elementsEqual($0) }
  }

  /// Whether a line ends as a sentence does that goes on: in a particle, a comma or ASCII.
  private func goesOn(_ line: Range<Int>) -> Bool {
    let text = String(decoding: tree.text[line].suffix(9), as: UTF8.self)
    guard let last = text.unicodeScalars.last(where: { $0.value > 32 && $0.value != 0x3000 }) else {
      return true
    }
    return last.value < 0x80 || Signs.isHiragana(last.value)
      || "、，（「・".unicodeScalars.contains(last)
  }

  private mutating func reportLazyLine(
    _ line: Range<Int>, like content: Range<Int>?, in parent: Int, isOnlyLine: Bool
  ) {
    let place = tree.sourceRange(line)
    let isQuote = isQuotation(parent)
    let offset = lineStart(ofSource: place.lowerBound)
    let outer = outerMarks(of: parent)
    var repairs: [Finding.Repair] = []
    // A box would be without a text.
    if !isOnlyLine {
      repairs.append(.init("上に空の行を入れる", edits: [.init(offset..<offset, with: outer + "\n")]))
    }
    if let content {
      let marks = prefix(ofSource: tree.sourceOffset(content.lowerBound))
      var edits: [Finding.Repair.Edit] = [.init(offset..<place.lowerBound, with: marks)]
      // Those below it that have no marks go with it.
      var start = line.upperBound + 1
      while start < content.upperBound, isTakenIn(start) {
        let begin = tree.sourceOffset(start)
        edits.append(.init(lineStart(ofSource: begin)..<begin, with: marks))
        let end = tree.text[start..<content.upperBound].firstIndex(of: 10) ?? content.upperBound
        start = end + 1
      }
      repairs.append(.init(isQuote ? "引用に入れる" : "項目に入れる", edits: edits))
    }
    findings.append(
      Finding(
        kind: .nearMiss(isQuote ? .lineInQuote : .lineInItem), range: place, repairs: repairs))
  }

  /// The marks of the containers around a container, for a blank line.
  private func outerMarks(of container: Int) -> String {
    let marks = prefix(ofSource: blocks[container].range.lowerBound)
    return marks.contains(">") ? marks : ""
  }
}
