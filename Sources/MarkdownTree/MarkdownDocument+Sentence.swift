extension MarkdownDocument {
  /// The code points of a sentence that is shown at most.
  private static let sentenceLength = 160

  /// The sentence in which a reference stands, as plain text.
  ///
  /// A sentence ends after 。！？!? outside brackets, or at a hard line break. One longer than 160
  /// characters is cut around the reference, with … on the cut sides.
  package func sentence(of reference: Int) -> String {
    let inline = references[reference].inline
    let range = blocks[references[reference].block].inlines
    var text: [UInt8] = []
    var link = 0..<0
    for index in range {
      if index == inline { link = text.count..<text.count }
      appendPlainText(ofInline: index, to: &text)
      if index >= inline, index < inlines[inline].end { link = link.lowerBound..<text.count }
    }
    return String(
      decoding: cut(text, sentence(in: text, around: link), around: link), as: UTF8.self)
  }

  /// The range of the sentence around a link.
  private func sentence(in text: [UInt8], around link: Range<Int>) -> Range<Int> {
    var lower = 0
    var index = 0
    var depth = 0
    while index < text.count {
      let (value, length) = UTF8Scalars.scalar(text, at: index, limit: text.count)
      index += length
      switch value {
      // 「 『 （ 〈 《 【 ( and what closes them.
      case 0x300C, 0x300E, 0xFF08, 0x3008, 0x300A, 0x3010, 0x28: depth += 1
      case 0x300D, 0x300F, 0xFF09, 0x3009, 0x300B, 0x3011, 0x29: depth = max(0, depth - 1)
      case 0x0A:
        depth = 0
        if index > link.upperBound { return trimmed(text, lower..<index - 1) }
        if index <= link.lowerBound { lower = index }
      // 。 ！ ？ ! ?
      case 0x3002, 0xFF01, 0xFF1F, 0x21, 0x3F:
        guard depth == 0 else { continue }
        if index >= link.upperBound, !link.isEmpty || index > link.upperBound {
          return trimmed(text, lower..<index)
        }
        if index <= link.lowerBound { lower = index }
      default: break
      }
    }
    return trimmed(text, lower..<text.count)
  }

  private func trimmed(_ text: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, text[lower] == 32 || text[lower] == 10 { lower += 1 }
    while lower < upper, text[upper - 1] == 32 || text[upper - 1] == 10 { upper -= 1 }
    return lower..<upper
  }

  /// Cuts a sentence to the length, as much before the link as after it.
  private func cut(
    _ text: [UInt8], _ sentence: Range<Int>, around link: Range<Int>
  ) -> [UInt8] {
    // Offsets of the code points, and the end.
    var offsets = sentence.filter { text[$0] & 0xC0 != 0x80 }
    offsets.append(sentence.upperBound)
    let count = offsets.count - 1
    guard count > Self.sentenceLength else { return Array(text[sentence]) }
    let first = offsets.firstIndex { $0 >= link.lowerBound } ?? 0
    let last = offsets.firstIndex { $0 >= link.upperBound } ?? count
    let room = max(0, Self.sentenceLength - (last - first))
    var lower = max(0, first - room / 2)
    let upper = min(count, lower + Self.sentenceLength)
    lower = max(0, min(lower, upper - Self.sentenceLength))
    let ellipsis = Array("…".utf8)
    return (lower > 0 ? ellipsis : []) + text[offsets[lower]..<offsets[upper]]
      + (upper < count ? ellipsis : [])
  }
}
