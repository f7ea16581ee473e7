extension NearMissScan {
  /// Looks at a `{` that opens no ruby: `{漢字｜かんじ}`, `｛漢字|かんじ｝`, `{漢字|かんじ`, `{漢字|}`.
  mutating func lookAtRuby(_ index: Int) -> Int? {
    if let end = lookAtBraces(index) ?? lookAtBaselessRuby(index) ?? lookAtSlashedRuby(index) {
      return end
    }
    let bar = leaf.end(from: index + 1, limit: 60) {
      Signs.isLetter($0) || $0 == 0x30FB || $0 == 0xFE0F || $0 >= 0xE0100 && $0 <= 0xE01EF
    }
    guard bar > index + 1, [0x7C, 0xFF5C].contains(leaf.plain(bar)),
      leaf.scalars[index + 1..<bar].contains(where: { Signs.isIdeograph($0) })
    else { return nil }
    let end = leaf.end(from: bar + 1, limit: 100) {
      Signs.isKana($0) || $0 == 0x7C || $0 == 0xFF5C || $0 == 0x3000 || $0 == 32
    }
    let isClosed = [0x7D, 0xFF5D].contains(leaf.plain(end))
    let hasReading = leaf.scalars[bar + 1..<end].contains { Signs.isKana($0) }
    guard isClosed else {
      return hasReading ? reportUnclosedRuby(index, bar, end) : nil
    }
    let whole = index..<end + 1
    guard hasReading else {
      report(.rubyEmpty, bar..<end + 1, [repair(whole, [(whole, leaf.string(index + 1..<bar))])])
      return end + 1
    }
    if leaf.at(bar) == 0x7C, leaf.at(bar + 1) == 0x7C, leaf.at(end) == 0x7D {
      let reading = leaf.end(from: bar + 1) { $0 == 0x7C }
      report(.rubyBars, bar..<reading, [repair(whole, [(bar..<reading, "|")])])
      return end + 1
    }
    guard let wide = whole.first(where: { [0xFF5B, 0xFF5C, 0xFF5D].contains(leaf.at($0)) }) else {
      return nil
    }
    let changes: [Change] = whole.compactMap { place in
      switch leaf.at(place) {
      case 0xFF5B: (place..<place + 1, "{")
      case 0xFF5C: (place..<place + 1, "|")
      case 0xFF5D: (place..<place + 1, "}")
      default: nil
      }
    }
    report(.rubyWideSign(leaf.string(wide..<wide + 1)), wide..<wide + 1, [repair(whole, changes)])
    return end + 1
  }

  /// Reports `{|かんじ}`.
  private mutating func lookAtBaselessRuby(_ index: Int) -> Int? {
    guard leaf.at(index) == 0x7B, leaf.at(index + 1) == 0x7C else { return nil }
    let end = leaf.end(from: index + 2, limit: 60) { Signs.isKana($0) }
    guard end > index + 2, leaf.at(end) == 0x7D else { return nil }
    let whole = index..<end + 1
    report(.rubyWithoutBase, whole, [repair(whole, [(whole, leaf.string(index + 2..<end))])])
    return end + 1
  }

  /// Reports `{漢字/かんじ}`.
  private mutating func lookAtSlashedRuby(_ index: Int) -> Int? {
    guard leaf.at(index) == 0x7B else { return nil }
    let slash = leaf.end(from: index + 1, limit: 60) { Signs.isIdeograph($0) }
    guard slash > index + 1, [0x2F, 0xFF0F].contains(leaf.plain(slash)) else { return nil }
    let end = leaf.end(from: slash + 1, limit: 60) { Signs.isKana($0) }
    guard end > slash + 1, leaf.plain(end) == 0x7D else { return nil }
    report(
      .rubySeparator(leaf.string(slash..<slash + 1)), slash..<slash + 1,
      [repair(index..<end + 1, [(slash..<slash + 1, "|")])])
    return end + 1
  }

  /// Reports `＜sub＞2＜/sub＞` and `＜br＞`.
  mutating func lookAtWideTag(_ index: Int) -> Int? {
    func tag(_ index: Int, _ name: String) -> Range<Int>? {
      let end = index + name.unicodeScalars.count
      return Signs.narrowed(leaf.string(index..<end)) == name
        && (index..<end).allSatisfy { leaf.plain($0) != 0 } ? index..<end : nil
    }
    if let whole = tag(index, "<br>") ?? tag(index, "<br/>") {
      report(.wideTag(leaf.string(whole)), whole, [repair(whole, [(whole, "<br>")])])
      return whole.upperBound
    }
    for name in ["sub", "sup"] {
      guard let open = tag(index, "<\(name)>"),
        let end = (open.upperBound..<min(leaf.count, open.upperBound + 40)).first(where: {
          tag($0, "</\(name)>") != nil
        }), let close = tag(end, "</\(name)>"), end > open.upperBound
      else { continue }
      report(
        .wideTag(leaf.string(open)), open,
        [
          repair(
            open.lowerBound..<close.upperBound, [(open, "<\(name)>"), (close, "</\(name)>")])
        ])
      return close.upperBound
    }
    return nil
  }

  private mutating func reportUnclosedRuby(_ index: Int, _ bar: Int, _ end: Int) -> Int? {
    guard leaf.at(index) == 0x7B, leaf.at(bar) == 0x7C else { return nil }
    let kana = leaf.end(from: bar + 1, limit: 60) { Signs.isKana($0) || $0 == 0x7C }
    var ends = [kana]
    // Where the sentence goes on, its particle may have come to the reading.
    if !Signs.endsPhrase(leaf.at(kana)), !Signs.isSpace(leaf.at(kana)), kana - bar > 2 {
      // をはがにのでともへ
      let isParticle = [0x3092, 0x306F, 0x304C, 0x306B, 0x306E, 0x3067, 0x3068, 0x3082, 0x3078]
        .contains(leaf.at(kana - 1))
      ends.insert(kana - 1, at: isParticle ? 0 : 1)
    }
    report(
      .rubyUnclosed, index..<index + 1,
      ends.map { repair(index..<$0, [($0..<$0, "}")]) })
    return kana
  }

  /// Looks at a `《`, which stands for ruby in some dialects, and for a title in every text.
  mutating func lookAtAngles(_ index: Int) {
    let end = leaf.end(from: index + 1, limit: 40) { Signs.isKana($0) || $0 == 0x3000 }
    var start = index
    while start > 0, index - start < 20, leaf.parts[start - 1] == .text,
      Signs.isLetter(leaf.at(start - 1))
    {
      start -= 1
    }
    let isMarked = start > 0 && start < index && [0x7C, 0xFF5C].contains(leaf.plain(start - 1))
    if isMarked {
      start -= 1
    } else {
      start = index
      while start > 0, index - start < 12, leaf.parts[start - 1] == .text,
        Signs.isIdeograph(leaf.at(start - 1))
      {
        start -= 1
      }
    }
    guard end > index + 1, leaf.plain(end) == 0x300B, start < index else {
      isAngleAmbiguous = true
      return
    }
    let base = leaf.string(isMarked ? start + 1..<index : start..<index)
    if !isMarked, Self.genres.contains(where: { base.hasSuffix($0) }) {
      isAngleAmbiguous = true
      return
    }
    let whole = start..<end + 1
    let reading = leaf.string(index + 1..<end)
    let finding = Finding(
      kind: .nearMiss(.rubyAngles), range: place(index..<end + 1),
      repairs: [repair(whole, [(whole, "{\(base)|\(reading)}")])])
    if isMarked { findings.append(finding) } else { angles.append(finding) }
  }

  /// Words before the title of a work, which `《》` also enclose.
  private static let genres = [
    "小説", "絵本", "映画", "作品", "童話", "漫画", "曲", "歌劇", "詩集", "詩", "絵画", "彫刻", "図", "像", "著",
    "劇", "画", "集", "書", "誌", "紙", "編", "章", "連作", "新刊", "番組", "雑誌", "代表作", "作",
  ]

  // MARK: Footnotes

  /// Looks at `[^…]` and its kin with wide signs; all marks of a label are one report.
  mutating func lookAtFootnote(_ whole: Range<Int>) -> Int? {
    let label = leaf.string(whole.lowerBound + 2..<whole.upperBound - 1)
    guard !label.isEmpty, !label.unicodeScalars.contains(where: { Signs.isSpace($0.value) }) else {
      return nil
    }
    let written = leaf.string(whole)
    let mark = "[^\(Signs.narrowed(label))]"
    let key = LinkScanner.normalizedLabel(Array(Signs.narrowed(label).utf8)[...])
    let hasWideSign = written.unicodeScalars.contains {
      [0xFF3B, 0xFF3D, 0xFF3E].contains($0.value)
    }
    guard hasWideSign || Signs.narrowed(label) != label && footnoteLabels[key] != nil else {
      return nil
    }
    explainedFootnotes.insert(key)
    explainedFootnotes.insert(LinkScanner.normalizedLabel(Array(label.utf8)[...]))
    var change: Change = (whole, mark)
    // At the beginning of a line and with a colon it is the footnote itself.
    let colon = leaf.skipSpaces(whole.upperBound, limit: 2)
    let isLineStart = whole.lowerBound == 0 || leaf.at(whole.lowerBound - 1) == 10
    if isLineStart, [0x3A, 0xFF1A].contains(leaf.plain(colon)) {
      change = (whole.lowerBound..<leaf.skipSpaces(colon + 1), mark + ": ")
    }
    wideFootnotes.append((mark, place(whole), [edit(change)]))
    return change.range.upperBound
  }

  /// Reports the marks of footnotes in wide signs, all of a label as one.
  mutating func reportWideFootnotes() {
    var places: [String: Int] = [:]
    var groups: [(label: String, mark: Range<Int>, edits: [Finding.Repair.Edit])] = []
    for footnote in wideFootnotes {
      if let place = places[footnote.label] {
        groups[place].edits += footnote.edits
      } else {
        places[footnote.label] = groups.count
        groups.append(footnote)
      }
    }
    for group in groups {
      findings.append(
        Finding(
          kind: .nearMiss(.footnoteWideMark), range: group.mark,
          repairs: [.init(group.label, edits: group.edits)]))
    }
  }
}
