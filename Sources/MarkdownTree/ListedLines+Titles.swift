/// Titles that are typed with a sign or in brackets: `■目的`, `【目的】`.
extension ListedLines {
  /// The report of titles with text directly below them, which could be headings; nil where some line is an
  /// item of a list.
  func titles(in tree: BlockTree, level: Int) -> Finding? {
    let titles = lines.indices.filter { index in
      index + 1 < lines.count && isTitle(lines[index]) && lines[index + 1].mark == nil
        && !isTitle(lines[index + 1])
    }
    let places = Set(titles)
    guard let first = titles.first, let mark = sign(of: lines[first]) else { return nil }
    guard lines.indices.allSatisfy({ lines[$0].mark?.isItem != true || places.contains($0) }) else {
      return nil
    }
    var headings: [Finding.Repair.Edit] = []
    var gaps: [Finding.Repair.Edit] = []
    for index in titles {
      let line = tree.sourceRange(lines[index].range)
      guard let inner = inner(of: lines[index]), let gap = gap(before: index + 1, in: tree) else {
        return nil
      }
      let text = tree.sourceRange(inner)
      var before = String(repeating: "#", count: level) + " "
      if index > 0, !places.contains(index - 1) { before = "\n" + before }
      headings.append(.init(line.lowerBound..<text.lowerBound, with: before))
      if text.upperBound < line.upperBound {
        headings.append(.init(text.upperBound..<line.upperBound, with: ""))
      }
      headings.append(.init(gap.place..<gap.place, with: gap.text))
      gaps.append(.init(gap.place..<gap.place, with: gap.text))
    }
    return Finding(
      kind: .nearMiss(.titleSign(String(decoding: text[mark], as: UTF8.self))),
      range: tree.sourceRange(mark),
      repairs: [.init("見出しにする", edits: headings), .init("下に空の行を入れる", edits: gaps)])
  }

  /// The signs ■ ◆ ◇ ● ◎ ▼ ★ ☆.
  private static let titleSigns: Set<UInt32> = [
    0x25A0, 0x25C6, 0x25C7, 0x25CF, 0x25CE, 0x25BC, 0x2605, 0x2606,
  ]

  private func isTitle(_ line: Line) -> Bool {
    if LineMarkScanner.isTitle(text, line.range) { return true }
    guard let mark = line.mark, Self.titleSigns.contains(mark.form), mark.indent == 0 else {
      return false
    }
    let title = mark.textStart..<line.range.upperBound
    return title.count > 2 && title.count <= 90
      && !String(decoding: text[title], as: UTF8.self).contains { "。、：".contains($0) }
  }

  /// The sign or bracket with which a title begins.
  private func sign(of line: Line) -> Range<Int>? {
    if LineMarkScanner.isTitle(text, line.range) {
      return line.range.lowerBound..<line.range.lowerBound + 3
    }
    return line.mark?.range
  }

  /// The words of a title.
  private func inner(of line: Line) -> Range<Int>? {
    if LineMarkScanner.isTitle(text, line.range) {
      return line.range.lowerBound + 3..<line.range.upperBound - 3
    }
    return line.mark.map { $0.textStart..<line.range.upperBound }
  }
}
