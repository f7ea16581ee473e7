/// Pictures with captions.
extension DocumentAssembly {
  /// Joins pictures that stand alone in their paragraphs to the captions below or above them.
  ///
  /// A caption belongs to the picture before it, if that has none yet, else to the one after it.
  mutating func readFigures() {
    guard parser.syntax.contains(.captions), parser.references.contains(where: \.isImage) else {
      return
    }
    var ends: [Int] = []
    // In each container that is open the block before.
    var before: [Int?] = [nil]
    for index in blocks.indices {
      while let end = ends.last, end <= index {
        ends.removeLast()
        before.removeLast()
      }
      if blocks[index].kind == .hidden { continue }
      if case .paragraph = blocks[index].kind { readFigure(index, after: before.last ?? nil) }
      before[before.count - 1] = index
      if blocks[index].end > index + 1 {
        ends.append(blocks[index].end)
        before.append(nil)
      }
    }
  }

  private mutating func readFigure(_ index: Int, after before: Int?) {
    let range = blocks[index].inlines
    if isPicture(range) {
      if let before, let start = captionStart(before) { join(caption: before, start, to: index) }
    } else if let start = captionStart(index) {
      if let before, case .paragraph = blocks[before].kind, isPicture(blocks[before].inlines) {
        join(caption: index, start, to: before)
      }
    } else {
      readFigure(inParagraph: index)
    }
  }

  private mutating func join(caption: Int, _ start: Int, to picture: Int) {
    cut(blocks[caption].inlines.lowerBound, to: start)
    keepLines(of: blocks[caption].inlines)
    blocks[caption].kind = .caption
    blocks[picture].kind = .figure(figures.count)
    figures.append(
      Figure(
        picture: blocks[picture].inlines, caption: blocks[caption].inlines,
        isCaptionFirst: caption < picture))
  }

  /// A picture and its caption on two lines of one paragraph.
  private mutating func readFigure(inParagraph index: Int) {
    let range = blocks[index].inlines
    var lineEnds: [Int] = []
    var node = range.lowerBound
    while node < range.upperBound {
      switch parser.inlines[node].kind {
      case .softBreak, .joinedBreak, .hardBreak:
        lineEnds.append(node)
      default: break
      }
      node = parser.inlines[node].end
    }
    guard let lineEnd = lineEnds.first else { return }
    let (first, second) = (range.lowerBound..<lineEnd, lineEnd + 1..<range.upperBound)
    let isCaptionFirst = lineEnds.count == 1 && isPicture(second)
    let caption = isCaptionFirst ? first : second
    guard isCaptionFirst || isPicture(first), let start = captionStart(in: caption) else { return }
    cut(caption.lowerBound, to: start)
    keepLines(of: caption)
    // They are two lines wherever the text is read.
    parser.inlines[lineEnd].kind = .hardBreak
    blocks[index].kind = .figure(figures.count)
    figures.append(
      Figure(
        picture: isCaptionFirst ? second : first, caption: caption, isCaptionFirst: isCaptionFirst))
  }

  /// Whether inlines are one picture, or a link with nothing but one.
  private func isPicture(_ range: Range<Int>) -> Bool {
    guard var first = range.first, parser.inlines[first].end == range.upperBound else {
      return false
    }
    if parser.inlines[first].kind == .link { first += 1 }
    return first < range.upperBound && parser.inlines[first].kind == .image
      && parser.inlines[first].end == range.upperBound
  }

  /// Where the text of the caption begins that a paragraph may be.
  private func captionStart(_ index: Int) -> Int? {
    guard case .paragraph = blocks[index].kind else { return nil }
    return captionStart(in: blocks[index].inlines)
  }

  private func captionStart(in range: Range<Int>) -> Int? {
    guard let first = range.first, parser.inlines[first].kind == .text,
      parser.inlines[first].range.upperBound <= parser.text.count,
      let match = CaptionScanner.scan(parser.text, parser.inlines[first].range),
      match.subjects.contains(.figure)
    else { return nil }
    // There is a text, and no second line but one that says where the picture is from.
    let isEmpty = match.start == parser.inlines[first].range.upperBound && range.count == 1
    let isOfOneLine = range.allSatisfy { !isLineEnd($0) || isSourceLine($0 + 1) }
    return isEmpty || !isOfOneLine ? nil : match.start
  }

  private func isLineEnd(_ inline: Int) -> Bool {
    switch parser.inlines[inline].kind {
    case .softBreak, .joinedBreak, .hardBreak: true
    default: false
    }
  }

  /// Whether a line begins as one does that says where a picture is from, or a remark on it.
  private func isSourceLine(_ inline: Int) -> Bool {
    guard inline < parser.inlines.count, parser.inlines[inline].kind == .text,
      parser.inlines[inline].range.upperBound <= parser.text.count
    else { return false }
    let text = parser.text[parser.inlines[inline].range]
    return ["出典", "出所", "資料", "注", "※", "（出典", "（出所", "（注", "(出典", "(注"].contains {
      text.starts(with: $0.utf8)
    }
  }

  /// The lines of a caption stay lines.
  private mutating func keepLines(of caption: Range<Int>) {
    for inline in caption where isLineEnd(inline) { parser.inlines[inline].kind = .hardBreak }
  }

  private mutating func cut(_ inline: Int, to start: Int) {
    parser.inlines[inline].range = start..<parser.inlines[inline].range.upperBound
  }
}
