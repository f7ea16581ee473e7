extension NearMissScan {
  /// Reports a text that the `===` or `---` under it makes a heading.
  ///
  /// The page shows no line then, and a `=` or `-` alone is as good as a long one.
  mutating func lookAtUnderline(_ index: Int) {
    let range = blocks[index].range
    let bytes = source.source
    guard let last = bytes[range].lastIndex(where: { $0 == 10 || $0 == 13 }) else { return }
    var start = last + 1
    while start < range.upperBound, bytes[start] != UInt8(ascii: "-"),
      bytes[start] != UInt8(ascii: "=")
    {
      start += 1
    }
    guard start < range.upperBound else { return }
    let sign = bytes[start]
    let content = tree.contents[index]
    var end = content.upperBound
    while end > content.lowerBound, tree.text[end - 1] <= 32 { end -= 1 }
    // 。 at the end, or more than one line: no title has it.
    let isSentence =
      end - content.lowerBound >= 3 && tree.text[end - 3..<end].elementsEqual([0xE3, 0x80, 0x82])
    let title = title(content.lowerBound..<end, sign)
    let line = start..<range.upperBound
    let isText = isSentence || title == nil
    let kind: NearMiss =
      sign == UInt8(ascii: "-") && isText
      ? .underlinedSentence
      : .underlinedHeading(
        String(decoding: bytes[line].prefix(5).prefix { $0 > 32 }, as: UTF8.self))
    var repairs = [parting(line, lineStart: last + 1, sign)]
    if let title, !(isSentence && sign == UInt8(ascii: "-")) {
      let text = "## " + String(decoding: tree.text[title], as: UTF8.self)
      let place = tree.sourceRange(title)
      // An upper line of the same sign goes with the lower one.
      let begin = tree.sourceOffset(content.lowerBound)
      repairs.insert(
        .init(
          Self.title(text),
          edits: [
            .init(begin..<place.lowerBound, with: "## "),
            .init(place.upperBound..<line.upperBound, with: ""),
          ]),
        at: isText ? 1 : 0)
    }
    findings.append(
      Finding(kind: .nearMiss(kind), range: line, repairs: repairs))
  }

  /// The one line of a heading's text, without a line of the underline's sign above it; nil where there are more.
  private func title(_ content: Range<Int>, _ sign: UInt8) -> Range<Int>? {
    guard let end = tree.text[content].firstIndex(of: 10) else { return content }
    guard tree.text[content.lowerBound..<end].allSatisfy({ $0 == sign || $0 == 32 }),
      !tree.text[end + 1..<content.upperBound].contains(10)
    else { return nil }
    return end + 1..<content.upperBound
  }

  /// The way out that makes a line of its own of an underline.
  private func parting(
    _ line: Range<Int>, lineStart: Int, _ sign: UInt8
  ) -> Finding.Repair {
    let bytes = source.source
    let signs = bytes[line].count { $0 == sign }
    // Behind an empty line it would be an item without a text.
    if sign == UInt8(ascii: "-"), signs == 1 {
      return .init("\\-", edits: [.init(line.lowerBound..<line.lowerBound, with: "\\")])
    }
    let marks = String(
      decoding: bytes[lineStart..<line.lowerBound].map { $0 == UInt8(ascii: ">") ? $0 : 32 },
      as: UTF8.self)
    let isQuoted = marks.contains(">")
    return .init(
      "上に空の行を入れる",
      edits: [.init(lineStart..<lineStart, with: (isQuoted ? marks : "") + "\n")])
  }

  // MARK: Numbers of items

  /// Reports the items of a list whose numbers a page shows otherwise than they are typed.
  mutating func lookAtNumbers(_ list: Int, from start: Int) {
    let bytes = source.source
    var numbers: [(place: Range<Int>, value: Int)] = []
    var index = list + 1
    while index < blocks[list].end {
      let begin = blocks[index].range.lowerBound
      var end = begin
      while end < bytes.count, end - begin < 10, (48...57).contains(bytes[end]) { end += 1 }
      guard end > begin, let value = Int(String(decoding: bytes[begin..<end], as: UTF8.self)) else {
        return
      }
      numbers.append((begin..<end, value))
      index = blocks[index].end
    }
    guard let first = numbers.first else { return }
    if numbers.count == 1, first.value >= 1000 {
      let dot = first.place.upperBound
      let text = String(decoding: bytes[first.place], as: UTF8.self) + "\\"
      findings.append(
        Finding(
          kind: .nearMiss(.numberedSentence), range: first.place.lowerBound..<dot + 1,
          repairs: [
            .init(
              text + String(decoding: bytes[dot..<dot + 1], as: UTF8.self),
              edits: [.init(dot..<dot, with: "\\")])
          ]))
      return
    }
    if numbers.contains(where: { $0.place.count > 1 && bytes[$0.place.lowerBound] == 48 }) {
      return reportZeros(numbers)
    }
    // Some write the same number before each.
    guard numbers.count > 1, !numbers.allSatisfy({ $0.value == first.value }) else { return }
    let wrong = numbers.enumerated().filter { $1.value != start + $0 }
    guard let (position, number) = wrong.first else { return }
    misnumbered.append(blocks[list].range)
    findings.append(
      Finding(
        kind: .nearMiss(.listNumber(typed: number.value, shown: start + position)),
        range: number.place,
        repairs: [
          .init(
            "\(start + position).", edits: wrong.map { .init($1.place, with: "\(start + $0)") })
        ]))
  }

  /// Reports `007. 項目`, whose zeros no page shows.
  private mutating func reportZeros(_ numbers: [(place: Range<Int>, value: Int)]) {
    let bytes = source.source
    func written(_ place: Range<Int>) -> String { String(decoding: bytes[place], as: UTF8.self) }
    let zeros = numbers.filter { written($0.place) != String($0.value) }
    guard let first = zeros.first else { return }
    var repairs: [Finding.Repair] = [
      .init("\(first.value).", edits: zeros.map { .init($0.place, with: String($0.value)) })
    ]
    if numbers.count == 1 {
      let dot = first.place.upperBound
      repairs.insert(
        .init(written(first.place) + "\\.", edits: [.init(dot..<dot, with: "\\")]), at: 0)
    }
    findings.append(
      Finding(
        kind: .nearMiss(.listZeros(written(first.place), shown: first.value)), range: first.place,
        repairs: repairs))
  }

  /// Drops the report of a number where an item before it is missed by a sign: it only follows from that.
  mutating func dropFollowingNumbers() {
    guard !misnumbered.isEmpty else { return }
    let slips = findings.filter {
      switch $0.kind {
      case .nearMiss(.listWithoutSpace), .nearMiss(.listWideSpace), .nearMiss(.listWideMark),
        .nearMiss(.listIndented):
        true
      default: false
      }
    }.map(\.range.lowerBound).sorted()
    guard !slips.isEmpty else { return }
    var lists: [Int: Int] = [:]
    for range in misnumbered { lists[range.upperBound] = range.lowerBound }
    let ends = misnumbered.map(\.upperBound).sorted()
    func firstIndex(_ values: [Int], notBelow value: Int) -> Int {
      var (low, high) = (0, values.count)
      while low < high {
        let middle = (low + high) / 2
        if values[middle] < value { low = middle + 1 } else { high = middle }
      }
      return low
    }
    findings.removeAll { finding in
      guard case .nearMiss(.listNumber) = finding.kind else { return false }
      let end = firstIndex(ends, notBelow: finding.range.upperBound)
      guard end < ends.count, let start = lists[ends[end]] else { return false }
      let slip = firstIndex(slips, notBelow: start)
      return slip < slips.count && slips[slip] < finding.range.lowerBound
    }
  }
}
