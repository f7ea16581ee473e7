import Diagnostics

extension NearMissScan {
  /// Looks at a code block whose fence nothing closes.
  mutating func lookAtFence(_ index: Int) {
    guard tree.fences.contains(index), case .code(_, let content) = blocks[index].kind else {
      return
    }
    let bytes = source.source
    let limit = min(bytes.count, source.base + source.masked.count)
    let start = blocks[index].range.lowerBound
    let (mark, length) = fence(start, limit)
    guard length >= 3 else { return }
    let opening = start..<lineEnd(start, limit)
    if mark == UInt8(ascii: "~"), lookAtStrike(opening, length) { return }
    var lines: [Range<Int>] = []
    var inner: Int?
    var heading: Int?
    var next = nextLine(opening.upperBound, limit)
    for _ in 0..<tree.text[content.range].count(where: { $0 == 10 }) where next < limit {
      let line = next..<lineEnd(next, limit)
      let begin = skipMarks(line.lowerBound, line.upperBound)
      let (sign, count) = fence(begin, line.upperBound)
      if inner == nil, sign == mark, count >= length, isInfo(begin + count, line.upperBound) {
        inner = lines.count
      }
      if heading == nil, inner == nil, isHeading(begin, line.upperBound),
        lines.last.map({ isBlank($0) }) ?? true
      {
        heading = lines.count
      }
      lines.append(line)
      next = nextLine(line.upperBound, limit)
    }
    // A fence that began inside was to be closed by what closes this one.
    if inner == nil, closes(next, limit, mark, length, like: opening.lowerBound) {
      lookAtWords(opening.lowerBound + length..<opening.upperBound, behind: opening.lowerBound)
      return
    }
    if inner == nil, lookAtClosing(opening, lines, mark, length) { return }
    if lookAtShortClosing(opening, lines.prefix(heading ?? inner ?? lines.count), mark, length)
      || opening.count == length && lookAtGluedOpening(opening.lowerBound, mark, length)
    {
      return
    }
    reportFence(opening, lines, before: heading ?? inner, mark: mark, length: length)
  }

  /// Looks for a closing fence with a text behind it, which makes it none; whether there is one.
  private mutating func lookAtClosing(
    _ opening: Range<Int>, _ lines: [Range<Int>], _ mark: UInt8, _ length: Int
  ) -> Bool {
    for line in lines {
      let begin = skipMarks(line.lowerBound, line.upperBound)
      let (sign, count) = fence(begin, line.upperBound)
      guard sign == mark, count >= length else { continue }
      var text = begin + count
      while text < line.upperBound, [32, 9].contains(source.source[text]) { text += 1 }
      guard text < line.upperBound, !source.source[text..<line.upperBound].contains(mark) else {
        return false
      }
      let shown = String(decoding: source.source[text..<line.upperBound], as: UTF8.self)
      let edit = Finding.Repair.Edit(
        begin + count..<text, with: "\n" + prefix(ofSource: opening.lowerBound))
      findings.append(
        Finding(
          kind: .nearMiss(.unclosedFence), range: opening.lowerBound..<opening.lowerBound + length,
          repairs: [.init(Self.title("「\(shown)」を次の行に移す"), edits: [edit])]))
      return true
    }
    return false
  }

  /// Looks at the line of a fence that was meant for a strike: `~~~取り消し~~~`.
  private mutating func lookAtStrike(_ line: Range<Int>, _ length: Int) -> Bool {
    let bytes = source.source
    let inner = line.lowerBound + length..<line.upperBound
    guard let last = bytes[inner].lastIndex(of: UInt8(ascii: "~")), last > inner.lowerBound else {
      return false
    }
    var close = last
    while close > inner.lowerBound, bytes[close - 1] == UInt8(ascii: "~") { close -= 1 }
    let text = bytes[inner.lowerBound..<close]
    guard last + 1 - close > 1, let first = text.first, first > 32,
      text.last.map({ $0 > 32 }) == true,
      !text.contains(UInt8(ascii: "~"))
    else { return false }
    let title = "~~" + String(decoding: text, as: UTF8.self) + "~~"
    let open = line.lowerBound..<inner.lowerBound
    findings.append(
      Finding(
        kind: .nearMiss(.strikeFence), range: open,
        repairs: [
          .init(
            Self.title(title),
            edits: [.init(open, with: "~~"), .init(close..<last + 1, with: "~~")])
        ]))
    return true
  }

  /// Whether a line closes the fence that opened at an offset, in the same container.
  private func closes(
    _ start: Int, _ limit: Int, _ mark: UInt8, _ length: Int, like opening: Int
  ) -> Bool {
    guard start < limit else { return false }
    let bytes = source.source
    let end = lineEnd(start, limit)
    let begin = skipMarks(start, end)
    let (sign, count) = fence(begin, end)
    guard sign == mark, count >= length,
      bytes[begin + count..<end].allSatisfy({ $0 == 32 || $0 == 9 })
    else { return false }
    let quotes = prefix(ofSource: opening).utf8.count { $0 == UInt8(ascii: ">") }
    guard bytes[start..<begin].count(where: { $0 == UInt8(ascii: ">") }) == quotes else {
      return false
    }
    return !isInList || start < begin
  }

  private var isInList: Bool {
    ancestors.contains { if case .item = blocks[$0].kind { true } else { false } }
  }

  private mutating func reportFence(
    _ opening: Range<Int>, _ lines: [Range<Int>], before line: Int?, mark: UInt8,
    length: Int
  ) {
    let close = String(repeating: Character(Unicode.Scalar(mark)), count: length)
    let prefix = prefix(ofSource: opening.lowerBound)
    let title = "\(close) で閉じる"
    let edit: Finding.Repair.Edit
    if var line {
      // Behind the last line that is not empty, so that what follows stays apart.
      let first = line
      while line > 0, isBlank(lines[line - 1]) { line -= 1 }
      let end = line > 0 ? lines[line - 1].upperBound : opening.upperBound
      edit = .init(end..<end, with: "\n" + prefix + close + (first == line ? "\n" : ""))
    } else {
      var last = lines.count
      while last > 0, isBlank(lines[last - 1]) { last -= 1 }
      let end = last > 0 ? lines[last - 1].upperBound : opening.upperBound
      edit = .init(end..<end, with: "\n" + prefix + close)
    }
    let place = opening.lowerBound..<opening.lowerBound + length
    findings.append(
      Finding(
        kind: .nearMiss(.unclosedFence), range: place, repairs: [.init(title, edits: [edit])]))
    // What is swallowed is not missing.
    for line in lines {
      let content = skipMarks(line.lowerBound, line.upperBound)
      guard let label = LinkScanner.label(source.source, at: content, limit: line.upperBound),
        label.content.count > 1, source.source[label.content.lowerBound] == UInt8(ascii: "^")
      else { continue }
      let name = source.source[label.content.lowerBound + 1..<label.content.upperBound]
      explainedFootnotes.insert(LinkScanner.normalizedLabel(name))
    }
  }

  func lineEnd(_ start: Int, _ limit: Int) -> Int {
    var end = start
    while end < limit, source.source[end] != 10, source.source[end] != 13 { end += 1 }
    return end
  }

  func nextLine(_ end: Int, _ limit: Int) -> Int {
    guard end < limit else { return limit }
    let isPair = source.source[end] == 13 && end + 1 < limit && source.source[end + 1] == 10
    return end + (isPair ? 2 : 1)
  }

  func skipMarks(_ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, [32, 9, 62].contains(source.source[index]) { index += 1 }
    return index
  }

  func fence(_ start: Int, _ end: Int) -> (mark: UInt8, length: Int) {
    guard start < end else { return (0, 0) }
    let mark = source.source[start]
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return (mark, 0) }
    var index = start
    while index < end, source.source[index] == mark { index += 1 }
    return (mark, index - start)
  }

  /// Whether a fence is followed by the name of a language.
  private func isInfo(_ start: Int, _ end: Int) -> Bool {
    start < end && AddressScanner.isLetter(source.source[start])
      && source.source[start..<end].allSatisfy { $0 > 32 && $0 < 0x7F && $0 != UInt8(ascii: "`") }
  }

  private func isHeading(_ start: Int, _ end: Int) -> Bool {
    var index = start
    while index < end, source.source[index] == UInt8(ascii: "#") { index += 1 }
    return index - start >= 2 && index - start <= 6 && index < end && source.source[index] == 32
  }

  func isBlank(_ line: Range<Int>) -> Bool {
    source.source[line].allSatisfy { $0 == 32 || $0 == 9 || $0 == 62 }
  }

  // MARK: Fences of other signs

  /// Looks for lines of `｀｀｀` or `'''`, of which the first opens and the second closes; true where both
  /// stand in this paragraph.
  mutating func lookAtFenceLines() -> Bool {
    var isWhole = false
    // ～〜 are fences in pairs only.
    let waves = leaf.lines.filter { line in
      line.count == 3 && [0xFF5E, 0x301C].contains(leaf.plain(line.lowerBound))
        && leaf.scalars[line].allSatisfy { $0 == leaf.at(line.lowerBound) }
    }
    var signs: Set<UInt32> = [0xFF40, 0x27, 0x2019, 0x2018, 0xB4]
    if waves.count == 2, leaf.at(waves[0].lowerBound) == leaf.at(waves[1].lowerBound) {
      signs.insert(leaf.at(waves[0].lowerBound))
    }
    for line in leaf.lines {
      let sign = leaf.plain(line.lowerBound)
      guard signs.contains(sign) else { continue }
      let end = leaf.end(from: line.lowerBound) { signs.contains($0) }
      let isInfo = leaf.scalars[end..<line.upperBound].allSatisfy {
        Signs.isASCIIAlphanumeric($0) || $0 == 0x2D || $0 == 0x2B
      }
      guard end - line.lowerBound == 3, isInfo else { continue }
      let edit = edit((line.lowerBound..<end, "```"))
      if let open = openFence {
        let edits = (open.finding.repairs.first?.edits ?? []) + [edit]
        findings.append(
          Finding(
            kind: open.finding.kind, range: open.finding.range,
            repairs: [.init(open.replacement, edits: edits)]))
        covered.append(open.finding.range.lowerBound..<edit.range.upperBound)
        openFence = nil
        isWhole = true
      } else {
        let kind = NearMiss.wideFence(leaf.string(line.lowerBound..<end))
        openFence = (
          Finding(
            kind: .nearMiss(kind), range: place(line.lowerBound..<end),
            repairs: [.init("```", edits: [edit])]),
          "```" + leaf.string(end..<line.upperBound)
        )
      }
    }
    return isWhole
  }
}
