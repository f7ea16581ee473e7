import Diagnostics
import TextRules

/// The blocks of a text, with the text of each leaf laid out one after another.
struct BlockTree {
  /// A piece of `text` that is also a piece of the source.
  struct Segment {
    /// The offset in `text`.
    let text: Int
    /// The offset in the source.
    let source: Int
  }

  /// A footnote's definition.
  struct FootnoteDefinition {
    let label: [UInt8]
    let block: Int
    /// The offsets of `[^label]` in the source.
    let range: Range<Int>
  }

  var blocks: [Block] = []
  /// For each block the range of its inlines' text; empty where it has none.
  var contents: [Range<Int>] = []
  var text: [UInt8] = []
  var segments: [Segment] = []
  var headings: [Heading] = []
  var tables: [Table] = []
  /// What is wrong in the info strings of code.
  var findings: [Finding] = []
  var footnoteDefinitions: [FootnoteDefinition] = []
  /// The ends in the source of the comments that are blocks.
  var commentEnds: [Range<Int>] = []
  /// The code blocks that a fence opens.
  var fences: Set<Int> = []
  /// For each line, whether a leaf shows it.
  ///
  /// A line of a link reference definition is shown by none.
  var shownLines: [Bool]
  /// Where the source ends.
  private var sourceEnd = Int.max
  private var source: [UInt8] = []

  /// The offset in the source of an offset in `text`.
  func sourceOffset(_ offset: Int) -> Int {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].text <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return offset }
    // What lies at no place known may be longer than what is left of the source.
    return min(segments[low - 1].source + offset - segments[low - 1].text, sourceEnd)
  }

  /// The range in the source of a range in `text`.
  func sourceRange(_ range: Range<Int>) -> Range<Int> {
    let lower = sourceOffset(range.lowerBound)
    guard !range.isEmpty else { return lower..<lower }
    // Through the last byte: the end of a segment is the start of another place.
    return lower..<max(lower, min(sourceOffset(range.upperBound - 1) + 1, sourceEnd))
  }

  /// What stands before an offset of the source on its line: the marks of containers; nil where there is
  /// something else.
  func linePrefix(before offset: Int) -> String? {
    var start = min(offset, source.count)
    while start > 0, source[start - 1] != 10, source[start - 1] != 13 { start -= 1 }
    let prefix = source[start..<min(offset, source.count)]
    guard prefix.allSatisfy({ $0 == 32 || $0 == 9 || $0 == UInt8(ascii: ">") }) else { return nil }
    return String(decoding: prefix, as: UTF8.self)
  }

  /// Lays out the blocks of a source.
  init(_ raw: [RawBlock], of source: SourceText, syntax: MarkdownSyntax) {
    self.source = source.source
    shownLines = Array(repeating: false, count: source.lineStarts.count)
    sourceEnd = min(source.base + source.masked.count, source.source.count)
    text.reserveCapacity(source.masked.count + 16)
    blocks.reserveCapacity(raw.count)
    var builder = BlockTreeBuilder(source: source, raw: raw, syntax: syntax, tree: self)
    builder.build()
    self = builder.tree
  }
}

/// The making of a `BlockTree`.
struct BlockTreeBuilder {
  let source: SourceText
  let raw: [RawBlock]
  let syntax: MarkdownSyntax
  var tree: BlockTree
  /// The open containers: indices of blocks, which are those of `raw`.
  var ancestors: [Int] = []
  /// The cells of the row being read, and how many are taken.
  private var cells: [Range<Int>] = []
  private var cellsTaken = 0

  init(source: SourceText, raw: [RawBlock], syntax: MarkdownSyntax, tree: BlockTree) {
    self.source = source
    self.raw = raw
    self.syntax = syntax
    self.tree = tree
  }

  mutating func build() {
    for index in raw.indices {
      while let last = ancestors.last, raw[last].end <= index { ancestors.removeLast() }
      add(index)
      if raw[index].end > index + 1 { ancestors.append(index) }
    }
    // A container ends where its last descendant does.
    for index in tree.blocks.indices.reversed() {
      let block = tree.blocks[index]
      var upper = block.range.upperBound
      var child = index + 1
      while child < block.end {
        upper = max(upper, tree.blocks[child].range.upperBound)
        child = tree.blocks[child].end
      }
      tree.blocks[index].range = block.range.lowerBound..<upper
    }
  }

  private mutating func add(_ index: Int) {
    let block = raw[index]
    switch block.kind {
    case .blockQuote: append(.blockQuote, index, lines: nil)
    case .list(let start, let isTight):
      append(.list(start: start, isTight: isTight), index, lines: nil)
    case .item(let isChecked): append(.item(isChecked: isChecked), index, lines: nil)
    case .thematicBreak: append(.thematicBreak, index, lines: block.startLine..<block.startLine + 1)
    case .paragraph: addParagraph(index)
    case .heading(let level): addHeading(index, level: level)
    case .code(let info, let isFenced): addCode(index, info: info, isFenced: isFenced)
    case .rawHTML: addRawHTML(index)
    case .table(let alignments):
      let heading = tree.headings.isEmpty ? nil : tree.headings.count - 1
      append(.table(tree.tables.count), index, lines: nil)
      tree.tables.append(Table(alignments: alignments, caption: 0..<0, heading: heading))
      show(block.startLine..<headerLine(index) + 2)
    case .tableRow(let isHeader): addRow(index, isHeader: isHeader)
    case .tableCell: addCell(index)
    case .footnoteDefinition: addFootnote(index)
    }
  }

  /// Adds a block; `lines` are those that it shows.
  mutating func append(
    _ kind: Block.Kind, _ index: Int, lines: Range<Int>?, content: Range<Int> = 0..<0
  ) {
    let line = min(max(raw[index].startLine, 0), max(0, source.lineStarts.count - 1))
    var lower = source.lineStarts.isEmpty ? 0 : source.lineStarts[line]
    lower = min(lower + max(0, raw[index].startColumn), source.lineEnds[line])
    var upper = lower
    if let lines, !lines.isEmpty {
      show(lines)
      let first = min(max(lines.lowerBound, 0), source.lineEnds.count - 1)
      let last = min(max(lines.upperBound - 1, 0), source.lineEnds.count - 1)
      if first > line || raw[index].startLine < 0 { lower = source.lineStarts[first] }
      upper = max(lower, source.lineEnds[last])
    }
    // A content may begin after the line does (a definition before it, a container's marks).
    tree.blocks.append(
      Block(kind: kind, range: source.base + lower..<source.base + upper, end: raw[index].end))
    tree.contents.append(content)
  }

  mutating func show(_ lines: Range<Int>) {
    for line in lines.clamped(to: 0..<tree.shownLines.count) { tree.shownLines[line] = true }
  }

  // MARK: Leaves

  private mutating func addParagraph(_ index: Int) {
    var block = raw[index]
    if block.startLine < 0, index + 1 < raw.count {
      // A paragraph that a table was cut off from has no position; the table has that of both.
      block.startLine = raw[index + 1].startLine
      block.endLine = headerLine(index + 1) - 1
    }
    let placed = place(block.content, in: block.startLine...max(block.startLine, block.endLine))
    append(.paragraph(isTight: isTight), index, lines: placed.lines, content: placed.content)
  }

  var isTight: Bool {
    guard ancestors.count > 1, let item = ancestors.last, case .item = raw[item].kind,
      case .list(_, let isTight) = raw[ancestors[ancestors.count - 2]].kind
    else { return false }
    return isTight
  }

  private mutating func addHeading(_ index: Int, level: Int) {
    let block = raw[index]
    let heading = Heading(
      level: level, outlineLevel: 1, identifier: [], plainText: [], block: index)
    let start = source.lineStarts[block.startLine] + block.startColumn
    if let content = numberSignContent(from: start, to: source.lineEnds[block.startLine]) {
      append(
        .heading(tree.headings.count), index, lines: block.startLine..<block.startLine + 1,
        content: appendText(content))
    } else {
      let placed = place(block.content, in: block.startLine...max(block.startLine, block.endLine))
      append(
        .heading(tree.headings.count), index,
        lines: placed.lines.lowerBound..<placed.lines.upperBound + 1, content: placed.content)
    }
    tree.headings.append(heading)
  }

  /// The text of a heading with `#` without its marks (CommonMark §4.2), or nil for an underlined one.
  private func numberSignContent(from start: Int, to lineEnd: Int) -> Range<Int>? {
    var index = start
    var end = lineEnd
    while index < end, source.masked[index] == UInt8(ascii: "#") { index += 1 }
    guard index > start, index - start < 7, index == end || isBlank(index) else { return nil }
    while index < end, isBlank(index) { index += 1 }
    if syntax.contains(.comments) { end = CommentScanner.endOfText(source.masked, index..<end) }
    while end > index, isBlank(end - 1) { end -= 1 }
    var close = end
    while close > index, source.masked[close - 1] == UInt8(ascii: "#") { close -= 1 }
    if close < end, close == index || isBlank(close - 1) { end = close }
    while end > index, isBlank(end - 1) { end -= 1 }
    return index..<end
  }

  private func isBlank(_ index: Int) -> Bool {
    source.masked[index] == 32 || source.masked[index] == 9
  }

  private mutating func addCode(_ index: Int, info: [UInt8], isFenced: Bool) {
    let block = raw[index]
    if isFenced { tree.fences.insert(index) }
    // The C parser has decoded the references in it, and writes U+FFFE and U+FFFF as one byte each, which
    // no UTF-8 has.
    let check = TextCheck(
      info.flatMap { $0 < 0xFE ? [$0] : [0xEF, 0xBF, $0 - 0x40] })
    for group in check.forbidden.groups {
      let line = source.range(ofLine: block.startLine)
      tree.findings.append(Finding(kind: .forbiddenCharacter(group.character), range: line))
    }
    let infoRange = appendDecoded(check.bytes)
    let content = appendDecoded(block.content)
    let count = block.content.count { $0 == 10 }
    let first = block.startLine
    if !isFenced, syntax.contains(.comments), !reportCommentInCode(index, lineCount: count) {
      reportIndentedText(index, lineCount: count)
    }
    let last = min(first + count + (isFenced ? 2 : 0), max(first + 1, block.endLine + 1))
    append(
      .code(info: CompactRange(infoRange), content: CompactRange(content)), index,
      lines: first..<max(first + 1, last))
  }

  // MARK: Tables

  /// The line of a table's header: the last of the paragraph that became the table.
  private func headerLine(_ table: Int) -> Int {
    raw[table].startLine + max(1, raw[table].content.count { $0 == 10 }) - 1
  }

  private mutating func addRow(_ index: Int, isHeader: Bool) {
    let table = ancestors.last ?? index
    let line = isHeader ? headerLine(table) : raw[index].startLine
    let end = source.lineEnds[line]
    var start = source.lineStarts[line]
    if isHeader, line == raw[table].startLine { start += raw[table].startColumn }
    while start < end, [9, 32, 62].contains(source.masked[start]) { start += 1 }
    cells = TableRowScanner.cells(source.masked, in: start..<end)
    cellsTaken = 0
    append(.tableRow(isHeader: isHeader), index, lines: line..<line + 1)
    tree.blocks[index].range = source.base + start..<source.base + end
  }

  private mutating func addCell(_ index: Int) {
    let column = cellsTaken
    cellsTaken += 1
    let cell = column < cells.count ? cells[column] : 0..<0
    append(.tableCell(column: column), index, lines: nil, content: appendCell(cell))
    let row = ancestors.last.map { tree.blocks[$0].range } ?? 0..<0
    tree.blocks[index].range =
      cell.isEmpty
      ? row.upperBound..<row.upperBound
      : source.base + cell.lowerBound..<source.base + cell.upperBound
  }

  /// Appends a cell's text, in which `\|` is `|` (GFM §4.10), even in code.
  private mutating func appendCell(_ cell: Range<Int>) -> Range<Int> {
    let start = tree.text.count
    var piece = cell.lowerBound
    for index in cell
    where source.masked[index] == UInt8(ascii: "\\") && index + 1 < cell.upperBound
      && source.masked[index + 1] == UInt8(ascii: "|")
    {
      appendText(piece..<index)
      piece = index + 1
    }
    appendText(piece..<cell.upperBound)
    return start..<tree.text.count
  }

  private mutating func addFootnote(_ index: Int) {
    let line = raw[index].startLine
    let start = source.lineStarts[line]
    // The block begins after `[^label]:`; the label has no `]`.
    let head = source.masked[start..<start + raw[index].startColumn]
    let close = head.lastIndex(of: UInt8(ascii: "]")) ?? start
    var open = close
    while open > start, !head[open...].starts(with: [UInt8(ascii: "["), UInt8(ascii: "^")]) {
      open -= 1
    }
    let label = open + 2 <= close ? (open + 2..<close).map { source.original(at: $0) } : []
    append(.footnoteDefinition(nil), index, lines: line..<line + 1)
    tree.footnoteDefinitions.append(
      .init(label: label, block: index, range: source.base + open..<source.base + close + 1))
  }
}

extension BlockTreeBuilder {
  /// Appends a leaf's lines to the text, found in the source: each is the end of a source line, since
  /// the parser takes container marks and indentation away in front only.
  mutating func place(
    _ content: [UInt8], in hint: ClosedRange<Int>
  ) -> (content: Range<Int>, lines: Range<Int>) {
    let lines = content.split(separator: 10, omittingEmptySubsequences: false)
    let used = lines.last?.isEmpty == true ? lines.dropLast() : lines[...]
    var last = min(hint.upperBound, source.lineStarts.count - 1)
    while last - used.count + 1 >= max(0, hint.lowerBound) {
      let first = last - used.count + 1
      if matches(used, from: first) {
        let start = tree.text.count
        for (offset, line) in used.enumerated() {
          if offset > 0 { tree.text.append(10) }
          appendText(suffix(line, ofLine: first + offset))
        }
        return (start..<tree.text.count, first..<last + 1)
      }
      last -= 1
    }
    // Not reached by any text known: the words are right, the positions are those of the block.
    tree.segments.append(
      .init(
        text: tree.text.count,
        source: source.base + source.lineStarts[max(0, hint.lowerBound)]))
    return (appendDecoded(content), hint.lowerBound..<hint.upperBound + 1)
  }

  private func matches(_ lines: ArraySlice<ArraySlice<UInt8>>, from first: Int) -> Bool {
    var index = first
    for line in lines {
      let range = suffix(line, ofLine: index)
      guard range.lowerBound >= source.lineStarts[index],
        source.masked[range].elementsEqual(line)
      else { return false }
      index += 1
    }
    return true
  }

  /// Where in the masked copy a content line would lie as the end of a line.
  func suffix(_ line: ArraySlice<UInt8>, ofLine index: Int) -> Range<Int> {
    var end = source.lineEnds[index]
    // The parser trims the end of the last line in some places.
    if let last = line.last, last != 32, last != 9 {
      while end > source.lineStarts[index], [9, 32].contains(source.masked[end - 1]) { end -= 1 }
    }
    let start = end - line.count
    return start < source.lineStarts[index] ? -1..<end : start..<end
  }

  /// Appends a range of the source's copy, as the source has it.
  @discardableResult
  mutating func appendText(_ range: Range<Int>) -> Range<Int> {
    let start = tree.text.count
    guard !range.isEmpty else { return start..<start }
    tree.segments.append(.init(text: start, source: source.base + range.lowerBound))
    tree.text.append(
      contentsOf: source.source[
        source.base + range.lowerBound..<min(source.source.count, source.base + range.upperBound)])
    return start..<tree.text.count
  }

  /// Appends bytes of the parser, covers taken off.
  mutating func appendDecoded(_ bytes: [UInt8]) -> Range<Int> {
    let start = tree.text.count
    for byte in bytes {
      let original = SourceText.uncovered(byte)
      if original == 0 {
        UTF8Scalars.append(0, to: &tree.text)
      } else {
        tree.text.append(original)
      }
    }
    return start..<tree.text.count
  }
}
