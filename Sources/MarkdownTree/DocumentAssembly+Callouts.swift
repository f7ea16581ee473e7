import Diagnostics

/// Quotations that are callouts.
extension DocumentAssembly {
  /// Makes a callout of a quotation whose first line is a mark, and reports a mark that is none.
  mutating func readCallout(_ index: Int) {
    let first = index + 1
    guard parser.syntax.contains(.callouts), first < blocks[index].end,
      case .paragraph = blocks[first].kind
    else { return }
    let content = parser.tree.contents[first]
    guard let mark = CalloutScanner.scan(parser.text, content) else {
      return reportWithoutBang(index, content)
    }
    let lineEnd = parser.text[content].firstIndex(of: 10) ?? content.upperBound
    guard let kind = mark.kind, mark.isExact else {
      reportCallout(mark)
      return
    }
    let title = trimmed(behind: mark, to: lineEnd)
    let body = min(lineEnd + 1, content.upperBound)..<content.upperBound
    let isJapanese = parser.text[mark.word.lowerBound] >= 0x80
    let callout = Callout(kind: kind, word: isJapanese ? CompactRange(mark.word) : nil)
    if body.isEmpty, blocks[first].end == blocks[index].end {
      // A box with nothing in it is the quotation of a mark; what stands behind the mark alone is its text.
      guard !title.isEmpty else {
        findings.append(
          Finding(kind: .emptyCallout, range: parser.tree.sourceRange(mark.range)))
        return
      }
      replacedContent = (first, title)
    } else {
      replacedContent = (first, body)
      if !title.isEmpty { blocks[index].inlines = parser.parse(title, block: index) }
      reportSentence(title, behind: mark)
    }
    blocks[index].kind = .callout(callout)
  }

  /// Reports a sentence behind the mark of a box, which is its title, while the text goes on below.
  private mutating func reportSentence(_ title: Range<Int>, behind mark: CalloutScanner.Mark) {
    guard parser.text[title].suffix(3).elementsEqual("。".utf8) else { return }
    let place = parser.tree.sourceRange(title)
    let end = parser.tree.sourceRange(mark.range).upperBound
    let marks = parser.tree.linePrefix(
      before: parser.tree.sourceOffset(mark.range.lowerBound))
    findings.append(
      Finding(
        kind: .calloutSentence, range: place,
        repairs: marks.map { marks in
          [.init("次の行に移す", edits: [.init(end..<place.lowerBound, with: "\n" + marks)])]
        } ?? []))
  }

  /// Reports `> [注意]` alone on its line, with the text of a box below it.
  private mutating func reportWithoutBang(_ index: Int, _ content: Range<Int>) {
    let text = parser.text
    let lineEnd = text[content].firstIndex(of: 10) ?? content.upperBound
    guard [UInt8(ascii: "["), UInt8(ascii: "!")].contains(text[content.lowerBound]),
      lineEnd - content.lowerBound < 40,
      lineEnd < content.upperBound || blocks[index + 1].end < blocks[index].end
    else { return }
    // `[注意]`, `[!注意`, `[! 注意]`, `!注意`
    let signs = "[]! ".utf8
    var inner = content.lowerBound..<lineEnd
    while let first = inner.first, signs.contains(text[first]) { inner.removeFirst() }
    while let last = inner.last, signs.contains(text[last]) { inner.removeLast() }
    let word = String(decoding: text[inner], as: UTF8.self)
    guard !inner.isEmpty, CalloutScanner.kind(of: word) != nil else { return }
    let place = parser.tree.sourceRange(content.lowerBound..<lineEnd)
    findings.append(
      Finding(
        kind: .calloutWithoutBang(word), range: place,
        repairs: [.init("[!\(word)]", edits: [.init(place, with: "[!\(word)]")])]))
  }

  /// Reports the mark of a box at the beginning of a paragraph that is in no quotation.
  mutating func reportCalloutOutside(_ index: Int, _ content: Range<Int>) {
    guard parser.syntax.contains(.callouts), !content.isEmpty,
      [0x5B, 0xEF, 0xE3].contains(parser.text[content.lowerBound]),
      let mark = CalloutScanner.scan(parser.text, content), mark.kind != nil
    else { return }
    if index > 0 {
      switch blocks[index - 1].kind {
      case .blockQuote, .callout: return
      default: break
      }
    }
    let word = String(decoding: parser.text[mark.word], as: UTF8.self)
    let place = parser.tree.sourceRange(mark.range)
    var repairs: [Finding.Repair] = []
    if content.upperBound > mark.range.upperBound {
      var edits = [Finding.Repair.Edit(place, with: "> [!\(word)]")]
      for line in content.dropFirst() where parser.text[line - 1] == 10 {
        let start = parser.tree.sourceOffset(line)
        edits.append(.init(start..<start, with: "> "))
      }
      repairs = [.init("> [!\(word)]", edits: edits)]
    }
    findings.append(Finding(kind: .calloutOutsideQuote(word), range: place, repairs: repairs))
  }

  /// What stands behind a mark on its line, without the sign by which other tools fold a box.
  private func trimmed(behind mark: CalloutScanner.Mark, to lineEnd: Int) -> Range<Int> {
    var start = mark.range.upperBound
    if start < lineEnd,
      parser.text[start] == UInt8(ascii: "-") || parser.text[start] == UInt8(ascii: "+")
    {
      start += 1
    }
    var end = lineEnd
    while start < end, isBlank(start) { start += 1 }
    while start < end, isBlank(end - 1) { end -= 1 }
    return start..<end
  }

  private func isBlank(_ index: Int) -> Bool { parser.text[index] == 32 || parser.text[index] == 9 }

  private mutating func reportCallout(_ mark: CalloutScanner.Mark) {
    let word = String(decoding: parser.text[mark.word], as: UTF8.self)
    let place = parser.tree.sourceRange(mark.range)
    let meant = mark.kind == nil ? CalloutScanner.suggestions(for: word) : [word]
    findings.append(
      Finding(
        kind: mark.kind == nil ? .unknownCallout(word) : .wideCallout(word), range: place,
        repairs: meant.map { word in
          Finding.Repair("[!\(word)]", edits: [Finding.Repair.Edit(place, with: "[!\(word)]")])
        }))
  }
}
