extension MarkdownDocument {
  /// The plain text of a range of inlines, as UTF-8: no marks, no readings, no footnote marks.
  package func plainText(of range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    appendPlainText(of: range, to: &result)
    return result
  }

  /// The plain text of a range of inlines in one line: a break in it stands for what a line end does.
  package func line(of range: Range<Int>) -> [UInt8] {
    let text = plainText(of: range)
    guard text.contains(10) else { return text }
    var line: [UInt8] = []
    for (index, byte) in text.enumerated() {
      if byte != 10 {
        line.append(byte)
      } else if !line.isEmpty, index + 1 < text.count,
        !CharacterClass.joins(
          UTF8Scalars.scalar(line, before: line.count, limit: 0).value,
          UTF8Scalars.scalar(text, at: index + 1, limit: text.count).value)
      {
        line.append(32)
      }
    }
    return line
  }

  /// The plain text of a link's label or an image's alternative text.
  package func label(of reference: Int) -> [UInt8] {
    let inline = references[reference].inline
    return plainText(of: inline + 1..<inlines[inline].end)
  }

  /// Appends the plain text of a range of inlines.
  func appendPlainText(of range: Range<Int>, to result: inout [UInt8]) {
    for index in range { appendPlainText(ofInline: index, to: &result) }
  }

  /// Appends the plain text of one inline without its children.
  func appendPlainText(ofInline index: Int, to result: inout [UInt8]) {
    let inline = inlines[index]
    switch inline.kind {
    case .text, .code, .rawHTML: result.append(contentsOf: text[inline.range])
    case .softBreak: result.append(32)
    case .hardBreak: result.append(10)
    case .ruby: result.append(contentsOf: base(of: rubies[inline.index]))
    case .joinedBreak, .emphasis, .strong, .strikethrough, .subscripted, .superscripted, .link,
      .image, .footnoteReference:
      break
    }
  }

  /// The base of a ruby annotation, as UTF-8.
  package func base(of ruby: Ruby) -> [UInt8] {
    ruby.pairs.flatMap { text[$0.base] }
  }

  /// The kanji and katakana that follow a ruby annotation and belong to its word, as UTF-8: ラボ of {冠|かんむり}ラボ.
  package func rest(ofRuby number: Int) -> [UInt8] {
    let place = inlines.firstIndex { $0.kind == .ruby && $0.index == number }
    guard let place, place + 1 < inlines.count, inlines[place + 1].kind == .text else { return [] }
    let following = text[inlines[place + 1].range]
    var end = following.startIndex
    while end < following.endIndex {
      let (value, length) = UTF8Scalars.scalar(text, at: end, limit: following.endIndex)
      guard CharacterClass.isKanjiOrKatakana(value) else { break }
      end += length
    }
    return Array(following[..<end])
  }

  /// The reading of a ruby annotation, as UTF-8.
  package func reading(of ruby: Ruby) -> [UInt8] {
    ruby.pairs.flatMap { text[$0.reading] }
  }
}
