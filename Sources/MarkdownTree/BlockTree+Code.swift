/// Comments in code that is made by indentation alone.
extension BlockTreeBuilder {
  /// Reports the first comment of an indented code block, which would be published.
  mutating func reportCommentInCode(_ index: Int, lineCount: Int) {
    let lines = raw[index].startLine..<min(raw[index].startLine + lineCount, source.lineEnds.count)
    var comment: Int?
    for line in lines where comment == nil {
      let (start, end) = (
        source.base + source.lineStarts[line], source.base + source.lineEnds[line]
      )
      comment = (start..<end).first { CommentScanner.begins(source.source, at: $0, limit: end) }
    }
    guard let comment else { return }
    let indent = containerIndent(index)
    tree.findings.append(
      Finding(
        kind: .commentInCode, range: comment..<comment + CommentScanner.openingLength,
        repairs: [
          .init("行の頭の空白を消す", edits: lines.compactMap { outdent($0, to: indent) })
        ]))
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

  /// Takes the blanks of a line away that stand behind a column.
  private func outdent(_ line: Int, to indent: Int) -> Finding.Repair.Edit? {
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
      with: String(repeating: " ", count: indent - column))
  }
}
