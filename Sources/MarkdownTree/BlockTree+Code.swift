/// Comments in code that is made by indentation alone.
extension BlockTreeBuilder {
  /// Reports the first comment of an indented code block, which would be published; false where there is none.
  mutating func reportCommentInCode(_ index: Int, lineCount: Int) -> Bool {
    let lines = codeLines(index, lineCount)
    var comment: Int?
    for line in lines where comment == nil {
      let (start, end) = (
        source.base + source.lineStarts[line], source.base + source.lineEnds[line]
      )
      comment = (start..<end).first { CommentScanner.begins(source.source, at: $0, limit: end) }
    }
    guard let comment else { return false }
    let indent = containerIndent(index)
    tree.findings.append(
      Finding(
        kind: .commentInCode, range: comment..<comment + CommentScanner.openingLength,
        repairs: [
          .init("行の頭の空白を消す", edits: lines.compactMap { outdent($0, to: indent) })
        ]))
    return true
  }

  /// Reports a text, a fence, a table or a heading that its indentation makes code.
  mutating func reportIndentedText(_ index: Int, lineCount: Int) {
    let content = raw[index].content.map { SourceText.uncovered($0) }
    guard let slip = IndentedText.slip(in: content) else { return }
    let lines = codeLines(index, lineCount)
    let indent = containerIndent(index)
    // Items of a list keep their depths.
    let depths = IndentedText.hasItems(content) ? IndentedText.depths(of: content) : []
    let plain = lines.enumerated().compactMap { offset, line in
      outdent(line, to: indent, keeping: offset < depths.count ? depths[offset] : 0)
    }
    guard let first = plain.first else { return }
    var repairs = [Finding.Repair("行の頭の空白を消す", edits: plain)]
    if slip == .indentedText {
      repairs.append(.init("```で囲む", edits: fenced(content, lines, indent)))
    }
    tree.findings.append(Finding(kind: .nearMiss(slip), range: first.range, repairs: repairs))
  }

  private func codeLines(_ index: Int, _ count: Int) -> Range<Int> {
    let first = raw[index].startLine
    return first..<min(first + count, source.lineEnds.count)
  }

  /// The edits that put the lines of a code block between fences.
  private func fenced(
    _ content: [UInt8], _ lines: Range<Int>, _ indent: Int
  ) -> [Finding.Repair.Edit] {
    let depths = IndentedText.leadingBlanks(of: content)
    var edits = lines.enumerated().compactMap { offset, line in
      outdent(line, to: indent, keeping: offset < depths.count ? depths[offset] : 0)
    }
    guard let first = edits.first, let last = edits.last else { return [] }
    let prefix = containerPrefix(ofLine: lines.lowerBound, to: indent)
    let depth = depths.first ?? 0
    edits[0] = .init(
      first.range,
      with: first.replacement.dropLast(depth) + "```\n" + prefix
        + String(repeating: " ", count: depth))
    let line = lines.last { source.base + source.lineEnds[$0] >= last.range.upperBound }
    let end = source.base + source.lineEnds[line ?? lines.lowerBound]
    edits.append(.init(end..<end, with: "\n" + prefix + "```"))
    return edits
  }

  /// What stands before the text of a container in a line of it: marks of quotations stay, others are spaces.
  private func containerPrefix(ofLine line: Int, to indent: Int) -> String {
    var prefix = ""
    for index in source.lineStarts[line]..<source.lineEnds[line] where prefix.utf8.count < indent {
      let byte = source.masked[index]
      let width = byte == 9 ? 4 - prefix.utf8.count % 4 : 1
      prefix +=
        byte == UInt8(ascii: ">")
        ? ">" : String(repeating: " ", count: min(width, indent - prefix.utf8.count))
    }
    return prefix
  }

  /// The column at which the text of a code block's container begins: the code begins four columns behind it.
  private func containerIndent(_ index: Int) -> Int {
    let line = raw[index].startLine
    let start = source.lineStarts[line]
    var text = start + raw[index].startColumn
    let isInTab = text < source.lineEnds[line] && source.masked[text] == 9
    guard isInTab else { return max(0, column(raw[index].startColumn, ofLine: line) - 4) }
    // The rest of a tab of which the container took a part is spaces of the content.
    while text < source.lineEnds[line], source.masked[text] == 9 || source.masked[text] == 32 {
      text += 1
    }
    let spaces = raw[index].content.prefix { $0 == 32 }.count
    return max(0, column(text - start, ofLine: line) - spaces - 4)
  }

  /// The column of a byte of a line; a tab goes to the next multiple of four.
  private func column(_ byte: Int, ofLine line: Int) -> Int {
    let start = source.lineStarts[line]
    var column = 0
    for index in start..<min(start + byte, source.lineEnds[line]) {
      column += source.masked[index] == 9 ? 4 - column % 4 : 1
    }
    return column
  }

  /// Takes the blanks of a line away that stand behind a column, but for so many.
  private func outdent(
    _ line: Int, to indent: Int, keeping depth: Int = 0
  ) -> Finding.Repair.Edit? {
    let end = source.lineEnds[line]
    var index = source.lineStarts[line]
    var column = 0
    while index < end, column < indent {
      let width = source.masked[index] == 9 ? 4 - column % 4 : 1
      if column + width > indent { break }
      column += width
      index += 1
    }
    var text = index
    while text < end, source.masked[text] == 32 || source.masked[text] == 9 { text += 1 }
    guard text > index, text < end else { return nil }
    return .init(
      source.base + index..<source.base + text,
      with: String(repeating: " ", count: indent - column + depth))
  }
}
