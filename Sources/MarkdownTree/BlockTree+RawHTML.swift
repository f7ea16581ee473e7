import Diagnostics

/// Blocks of HTML, which are shown as text, and comments, which are not shown.
extension BlockTreeBuilder {
  mutating func addRawHTML(_ index: Int) {
    var content = raw[index].content[...]
    let lines = raw[index].startLine..<source.lineStarts.count
    // The line that closed the block at the end of the text is no part of it.
    var count = content.count { $0 == 10 }
    while count > lines.count, let end = content.dropLast().lastIndex(of: 10) {
      content = content[...end]
      count -= 1
    }
    let shown = lines.lowerBound..<lines.lowerBound + max(1, count)
    if syntax.contains(.comments) {
      let uncovered = content.map { $0 == SourceText.Cover.angle ? UInt8(ascii: "<") : $0 }
      addRawHTML(index, uncovered, lines: shown)
    } else {
      append(.rawHTML(CompactRange(appendDecoded(Array(content)))), index, lines: shown)
    }
  }

  /// Adds a block of HTML without its comments; one that is a comment shows what stands behind it.
  private mutating func addRawHTML(_ index: Int, _ content: [UInt8], lines: Range<Int>) {
    let start = content.firstIndex { $0 != 32 } ?? 0
    guard CommentScanner.begins(content, at: start, limit: content.count) else {
      let shown = withoutComments(content, lines: lines)
      append(.rawHTML(CompactRange(appendDecoded(shown))), index, lines: lines)
      return
    }
    guard let end = CommentScanner.end(of: content, at: start, limit: content.count) else {
      reportOpenComment(at: start, in: content, lines: lines)
      append(.hidden, index, lines: lines)
      return
    }
    keepCommentEnd(end, of: content, lines: lines)
    var rest = end..<content.count
    while let first = rest.first, Self.isSpace(content[first]) { rest.removeFirst() }
    while let last = rest.last, Self.isSpace(content[last]) { rest.removeLast() }
    guard CommentScanner.hasText(content, rest) else {
      reportCommentInTable(index, at: start, lines: lines)
      append(.hidden, index, lines: lines)
      return
    }
    // The block ends with the line on which the comment does.
    let place = suffix(content[rest], ofLine: lines.upperBound - 1)
    let isThere = place.lowerBound >= 0 && source.masked[place].elementsEqual(content[rest])
    let text = isThere ? appendText(place) : appendDecoded(Array(content[rest]))
    if isThere,
      let sign = CommentScanner.blockSign(
        source.masked, at: place.lowerBound, limit: place.upperBound)
    {
      let range = source.base + sign.lowerBound..<source.base + sign.upperBound
      let first = source.base + source.lineStarts[lines.upperBound - 1]
      tree.findings.append(
        .sign(
          source.masked[sign], at: range,
          linePrefix: lines.count > 1 && tree.linePrefix(before: first) == "" && ancestors.isEmpty
            ? "" : nil))
    }
    append(.paragraph(isTight: isTight), index, lines: lines, content: text)
  }

  /// Keeps where a comment ends in the source.
  private mutating func keepCommentEnd(_ end: Int, of content: [UInt8], lines: Range<Int>) {
    let line = min(
      lines.lowerBound + content[..<end].count { $0 == 10 }, source.lineEnds.count - 1)
    var lineEnd = content[end...].firstIndex(of: 10) ?? content.count
    if lineEnd > end, content[lineEnd - 1] == 13 { lineEnd -= 1 }
    let place = source.base + source.lineEnds[line] - (lineEnd - end)
    guard place - 3 >= source.base + source.lineStarts[line] else { return }
    tree.commentEnds.append(place - 3..<place)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte >= 9 && byte <= 13 }

  /// The text of a block of HTML as it is shown.
  private mutating func withoutComments(_ content: [UInt8], lines: Range<Int>) -> [UInt8] {
    var shown: [UInt8] = []
    var index = 0
    while index < content.count {
      guard CommentScanner.begins(content, at: index, limit: content.count) else {
        shown.append(content[index])
        index += 1
        continue
      }
      guard let end = CommentScanner.end(of: content, at: index, limit: content.count) else {
        reportOpenComment(at: index, in: content, lines: lines)
        shown.append(10)
        break
      }
      index = end
    }
    return shown
  }

  /// Reports a comment without an end, by its place in the lines of a block of HTML.
  private mutating func reportOpenComment(
    at start: Int, in content: [UInt8], lines: Range<Int>
  ) {
    var line = lines.lowerBound + content[..<start].count { $0 == 10 }
    line = min(line, source.lineEnds.count - 1)
    var end = content[start...].firstIndex(of: 10) ?? content.count
    if end > start, content[end - 1] == 13 { end -= 1 }
    let place = max(source.lineStarts[line], source.lineEnds[line] - (end - start))
    var last = min(lines.upperBound, source.lineEnds.count) - 1
    while last > line,
      !CommentScanner.hasText(source.masked, source.lineStarts[last]..<source.lineEnds[last])
    {
      last -= 1
    }
    tree.findings.append(
      .openComment(
        at: source.base + place, lineEnd: source.base + source.lineEnds[line],
        end: source.base + source.lineEnds[max(last, line)]))
  }

  /// Reports a comment on the line behind a row of a table where the next line looks like a row too.
  private mutating func reportCommentInTable(_ index: Int, at start: Int, lines: Range<Int>) {
    guard index > 0,
      raw[index - 1].kind == .tableCell || raw[index - 1].kind == .tableRow(isHeader: false),
      lines.lowerBound > 0, lines.upperBound < source.lineStarts.count
    else { return }
    func text(_ line: Int) -> ArraySlice<UInt8> {
      let row = source.masked[source.lineStarts[line]..<source.lineEnds[line]]
      let end = row.lastIndex { !Self.isSpace($0) } ?? row.startIndex
      return row[..<min(end + 1, row.endIndex)].drop { Self.isSpace($0) || $0 == UInt8(ascii: ">") }
    }
    let (before, after) = (text(lines.lowerBound - 1), text(lines.upperBound))
    let bar = UInt8(ascii: "|")
    guard before.contains(bar), after.first == bar else { return }
    let comment = text(lines.lowerBound)
    let range =
      source.base + comment.startIndex..<source.base + comment.startIndex
      + CommentScanner.openingLength
    var repairs: [Finding.Repair] = []
    if lines.count == 1, before.last == bar, before.dropLast().last != UInt8(ascii: "\\") {
      let place = source.base + before.endIndex - 1
      let line =
        source.base + source.lineStarts[lines.lowerBound]..<source.base
        + source.lineStarts[lines.upperBound]
      repairs = [
        Finding.Repair(
          "コメントを前の行の欄に入れる",
          edits: [
            Finding.Repair.Edit(
              place..<place,
              with: String(
                decoding: source.source[
                  source.base + comment.startIndex..<source.base + comment.endIndex], as: UTF8.self)
                + " "),
            Finding.Repair.Edit(line, with: ""),
          ])
      ]
    }
    tree.findings.append(Finding(kind: .commentInTable, range: range, repairs: repairs))
  }
}
