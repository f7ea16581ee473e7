extension NearMissScan {
  /// Reports lines that begin with a wide `＞`, and returns the line after them.
  mutating func lookAtQuote(_ first: Int) -> Int? {
    var changes: [Change] = []
    var line = first
    while line < leaf.lines.count {
      let range = leaf.lines[line]
      let start = leaf.end(from: range.lowerBound) { $0 == 0x3000 }
      let end = leaf.end(from: start, limit: 4) { $0 == 0xFF1E }
      // ＞5％ is more than that.
      let next = leaf.at(end)
      guard leaf.plain(start) == 0xFF1E, !Signs.isDigit(next), !Signs.isWideDigit(next),
        !leaf.scalars[end..<range.upperBound].contains(0xFF1E)
      else { break }
      let content = leaf.skipSpaces(end)
      guard content < range.upperBound else { break }
      let marks = String(repeating: ">", count: end - start) + " "
      changes.append((range.lowerBound..<content, marks))
      line += 1
    }
    guard let opening = changes.first else { return nil }
    let mark = leaf.end(from: opening.range.lowerBound) { $0 == 0x3000 }
    report(.wideQuote, mark..<mark + 1, [repair(leaf.lines[first], changes)])
    return line
  }

  /// Reports a quotation whose `>` stands directly before a number on each of its lines: 「>30人の企業」, 「>=5人」.
  mutating func lookAtNumber(quotedBy index: Int) {
    let bytes = source.source
    let block = blocks[index].range
    let first = block.lowerBound
    guard first < bytes.count, bytes[first] == UInt8(ascii: ">"), isNumber(after: first) else {
      return
    }
    let column = prefix(ofSource: first).utf8.count
    var marks = [first]
    var start = first
    while let end = bytes[start..<min(block.upperBound, bytes.count)].firstIndex(of: 10) {
      start = end + 1
      let mark = start + column
      guard mark < block.upperBound else { break }
      guard bytes[mark] == UInt8(ascii: ">"), prefix(ofSource: mark).utf8.count == column else {
        continue
      }
      guard isNumber(after: mark) else { return }
      marks.append(mark)
    }
    let number = bytes[first + 1..<lineEnd(ofSource: first)]
    let text = String(decoding: number, as: UTF8.self)
    findings.append(
      Finding(
        kind: .nearMiss(.quotedNumber), range: first..<first + 1,
        repairs: [
          .init(Self.title("\\>" + text), edits: marks.map { .init($0..<$0, with: "\\") }),
          .init(Self.title("> " + text), edits: marks.map { .init($0 + 1..<$0 + 1, with: " ") }),
        ]))
  }

  /// Whether a number that begins no item stands directly behind an offset of the source.
  private func isNumber(after mark: Int) -> Bool {
    let bytes = source.source
    var start = mark + 1
    let equals: [UInt8] =
      start < bytes.count && bytes[start] == UInt8(ascii: "=") ? [0x3D] : Array("＝".utf8)
    let isEqual = bytes[min(start, bytes.count)...].starts(with: equals)
    if isEqual {
      // `>= 5` is at least that.
      start += equals.count
      while start < bytes.count, bytes[start] == 32 { start += 1 }
    }
    var end = start
    while end < bytes.count, (48...57).contains(bytes[end]) { end += 1 }
    if end == start, bytes[min(start, bytes.count)...].starts(with: [0xEF, 0xBC]),
      start + 2 < bytes.count
    {
      return (0x90...0x99).contains(bytes[start + 2])
    }
    guard end > start else { return false }
    if isEqual { return true }
    let isItem =
      end + 1 < bytes.count && (bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")"))
      && !(48...57).contains(bytes[end + 1])
    return !isItem
  }

  /// Where the line ends in which an offset of the source lies.
  func lineEnd(ofSource offset: Int) -> Int {
    let bytes = source.source
    var end = offset
    while end < bytes.count, bytes[end] != 10, bytes[end] != 13 { end += 1 }
    return end
  }
}
