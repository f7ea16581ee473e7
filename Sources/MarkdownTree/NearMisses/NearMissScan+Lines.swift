extension NearMissScan {
  /// Looks at the beginnings of the lines of a paragraph; true where the paragraph is one slip as a whole.
  mutating func lookAtLines() -> Bool {
    if lookAtRule() || lookAtFenceLines() || lookAtColonBox() { return true }
    var line = 0
    while line < leaf.lines.count {
      let range = leaf.lines[line]
      if let group = listGroup(from: line) {
        reportList(group)
        line = group.end
        continue
      }
      if lookAtHeading(range) || lookAtDefinition(range) || lookAtRule(in: range) {
        line += 1
        continue
      }
      line = lookAtQuote(line) ?? line + 1
    }
    return false
  }

  // MARK: Headings

  /// Reports a line that would be a heading but for a sign.
  private mutating func lookAtHeading(_ line: Range<Int>) -> Bool {
    let start = leaf.end(from: line.lowerBound) { $0 == 0x3000 }
    let marks = leaf.end(from: start) { $0 == 0x23 || $0 == 0xFF03 }
    let count = marks - start
    guard count > 0, leaf.plain(start) != 0, marks < line.upperBound else { return false }
    let isWide = leaf.scalars[start..<marks].contains(0xFF03)
    let content = leaf.skipSpaces(marks)
    let next = leaf.at(marks)
    guard content < line.upperBound else {
      guard next == 0x3000, !isWide, start == line.lowerBound, count < 7 else { return false }
      report(.emptyHeading, line, [.init("この行を消す", edits: [edit((line, ""))])])
      return true
    }
    let hasSpace = next == 32 || next == 9
    let kind: NearMiss
    let place: Range<Int>
    if start > line.lowerBound {
      guard hasSpace || next == 0x3000 else { return false }
      (kind, place) = (.headingIndented, line.lowerBound..<start)
    } else if isWide {
      guard count > 1 || content > marks || isHeadingAlone(line, content) else { return false }
      (kind, place) = (.headingWideMark, start..<marks)
    } else if hasSpace {
      guard count > 6 else { return false }
      (kind, place) = (.headingTooDeep, start..<marks)
    } else if content > marks {
      (kind, place) = (.headingWideSpace, marks..<marks + 1)
    } else {
      guard
        count > 1 ? beginsTitle(next) || leaf.beginsMarkup(marks) : isHeadingAlone(line, content)
      else { return false }
      (kind, place) = (.headingWithoutSpace(leaf.string(start..<marks)), start..<marks)
    }
    let level = count > 6 ? min(6, lastLevel + 1) : count
    var changes: [Change] = [
      (line.lowerBound..<content, String(repeating: "#", count: level) + " ")
    ]
    // Marks behind the title, as some write them: `##題##`.
    var end = line.upperBound
    while end > content, Signs.isSpace(leaf.at(end - 1)) { end -= 1 }
    var close = end
    while close > content, leaf.at(close - 1) == 0x23 || leaf.at(close - 1) == 0xFF03 { close -= 1 }
    if close < end, close > content, count > 1 { changes.append((close..<end, "")) }
    report(kind, place, [repair(line, changes)])
    return true
  }

  /// Reports `##` with nothing behind it, which a page shows as an empty heading.
  mutating func reportEmptyHeading(_ heading: Int) {
    let range = blocks[heading].range
    findings.append(
      Finding(
        kind: .nearMiss(.emptyHeading), range: range,
        repairs: [.init("この行を消す", edits: [.init(range, with: "")])]))
  }

  /// Whether a title may begin with a character, so that `##` before it is no word of its own.
  private func beginsTitle(_ value: UInt32) -> Bool {
    Signs.isLetter(value) || Signs.isOpening(value)
  }

  /// Whether `#題` is a line of its own and no tag, number or remark.
  private func isHeadingAlone(_ line: Range<Int>, _ content: Int) -> Bool {
    guard leaf.lines.count == 1, line.count <= 40,
      beginsTitle(leaf.at(content)) || leaf.beginsMarkup(content) && leaf.at(content) == 0x2A,
      // `#2`, `#DX` are a number and a tag.
      !Signs.isASCIIAlphanumeric(leaf.at(content))
    else { return false }
    let text = leaf.scalars[content..<line.upperBound]
    return text.contains { Signs.isJapaneseLetter($0) } && text.last != 0x3002
      && !text.contains { $0 == 0x23 || $0 == 0xFF03 || $0 == 32 || $0 == 0x3000 }
  }

  /// Reports an identifier of a heading that a sign keeps from being one.
  mutating func lookAtIdentifier() {
    var end = leaf.count
    while end > 0, Signs.isSpace(leaf.at(end - 1)) { end -= 1 }
    guard end > 3, [0x7D, 0xFF5D].contains(leaf.plain(end - 1)) else {
      return end > 3 ? lookAtOpenIdentifier(end) : ()
    }
    var start = end - 2
    while start > 0, end - start < 100, ![0x7B, 0xFF5B].contains(leaf.at(start)) { start -= 1 }
    guard [0x7B, 0xFF5B].contains(leaf.plain(start)), start > 0 else { return }
    var hash = leaf.skipSpaces(start + 1)
    // `{: #name}`, `{id=name}`, as other dialects have them.
    if leaf.at(hash) == 0x3A { hash = leaf.skipSpaces(hash + 1) }
    let isNamed = leaf.string(hash..<hash + 3) == "id="
    if isNamed { hash += 2 }
    // `{/*name*/}`, as another dialect has it.
    let isRemark =
      leaf.string(hash..<hash + 2) == "/*" && leaf.string(end - 3..<end - 1) == "*/"
      && end - hash > 5
    guard isRemark || isNamed || leaf.at(hash) == 0x23 || leaf.at(hash) == 0xFF03 else { return }
    var written = Signs.narrowed(leaf.string(isRemark ? hash + 2..<end - 3 : hash + 1..<end - 1))
    // Classes and attributes, as other dialects have them, are no part of it.
    let words = written.split(separator: " ")
    if words.dropFirst().contains(where: { $0.hasPrefix(".") || $0.contains("=") }) {
      written = String(words[0])
    }
    var identifier = ""
    for scalar in written.unicodeScalars {
      let isAllowed =
        scalar.value >= 0x80 || Signs.isASCIIAlphanumeric(scalar.value)
        || scalar == "-" || scalar == "." || scalar == "_"
      if isAllowed {
        identifier.unicodeScalars.append(scalar)
      } else if !identifier.isEmpty, !identifier.hasSuffix("-") {
        identifier += "-"
      }
    }
    while identifier.hasSuffix("-") { identifier.removeLast() }
    guard !identifier.isEmpty else { return }
    // Its stars are no emphasis then.
    if isRemark { covered.append(place(start..<end)) }
    report(
      .headingIdentifier, start..<end,
      [repair(0..<leaf.count, [(start..<leaf.count, "{#\(identifier)}")])]
    )
  }

  // MARK: Rules, definitions

  /// Reports a line of wide dashes that is a paragraph of its own.
  private mutating func lookAtRule() -> Bool {
    guard leaf.lines.count == 1, leaf.count >= 3, isWideDash(leaf.plain(0)),
      leaf.scalars.allSatisfy({ $0 == leaf.at(0) })
    else { return false }
    report(
      .wideRule(leaf.string(0..<1)), 0..<leaf.count,
      [repair(0..<leaf.count, [(0..<leaf.count, "---")])])
    return true
  }

  /// Reports a line of wide dashes in a paragraph, whose lines run together with it.
  private mutating func lookAtRule(in line: Range<Int>) -> Bool {
    let sign = leaf.plain(line.lowerBound)
    // ＝
    guard line.count >= 3, isWideDash(sign) || sign == 0xFF1D,
      leaf.scalars[line].allSatisfy({ $0 == sign })
    else { return false }
    let gap = line.lowerBound > 0 ? "\n" + prefix(line.lowerBound) : ""
    let edit = edit((line, gap + "---"))
    report(
      .wideRule(leaf.string(line.lowerBound..<line.lowerBound + 1)), line,
      [.init("---", edits: [edit])])
    return true
  }

  /// Whether a sign is a wide dash or the like: －ー—―‐─━＿＊–−.
  func isWideDash(_ value: UInt32) -> Bool {
    switch value {
    case 0xFF0D, 0x30FC, 0x2014, 0x2015, 0x2010, 0x2500, 0x2501, 0xFF3F, 0xFF0A, 0x2013, 0x2212:
      true
    default: false
    }
  }

  /// Reports `[^1]：中身` and `[id]：URL`, which define nothing.
  private mutating func lookAtDefinition(_ line: Range<Int>) -> Bool {
    let start = line.lowerBound
    guard leaf.plain(start) == 0x5B, leaf.at(start + 1) != 0x5B else { return false }
    let close = leaf.end(from: start + 1, limit: 100) { $0 != 0x5D && $0 != 10 && $0 != 0x5B }
    guard leaf.plain(close) == 0x5D, close > start + 1 else { return false }
    if leaf.at(start + 1) == 0x5E,
      lookAtSpacedFootnote(line, close) || lookAtFootnoteWithoutColon(line, close)
    {
      return true
    }
    let colon = leaf.skipSpaces(close + 1, limit: 4)
    let isWide = leaf.plain(colon) == 0xFF1A
    guard isWide || leaf.plain(colon) == 0x3A && colon > close + 1 else { return false }
    let content = leaf.skipSpaces(colon + 1)
    guard content < line.upperBound else { return false }
    let isFootnote = leaf.at(start + 1) == 0x5E
    guard isFootnote ? close > start + 2 : isAddress(at: content) else { return false }
    let changes: [Change] = [(close + 1..<content, ": ")]
    var edits = changes
    // A definition of a link can stand in no paragraph.
    if start > 0 { edits.insert((start..<start, "\n" + prefix(start)), at: 0) }
    let label = leaf.string(start + (isFootnote ? 2 : 1)..<close)
    let key = LinkScanner.normalizedLabel(Array(label.utf8)[...])
    if isFootnote { explainedFootnotes.insert(key) } else { missedDefinitions.insert(key) }
    let whole = repair(line, changes)
    report(
      isFootnote ? .footnoteColon : .definitionWideColon,
      isWide ? colon..<colon + 1 : close + 1..<colon,
      [.init(whole.title, edits: edits.map { edit($0) })])
    return true
  }

  /// Reports `[^b c]: 中身`, which is text of the paragraph or footnote above.
  private mutating func lookAtSpacedFootnote(_ line: Range<Int>, _ close: Int) -> Bool {
    let start = line.lowerBound
    guard leaf.plain(close + 1) == 0x3A,
      let name = FootnoteLabel.joined(Array(leaf.string(start + 1..<close).utf8)[...])
    else { return false }
    let key = LinkScanner.normalizedLabel(name[...])
    let label = place(start..<close + 1)
    let text = "[^" + String(decoding: name, as: UTF8.self) + "]"
    var repairs: [Finding.Repair] = []
    if footnoteLabels[key] == nil {
      let marks = (spacedMarks[key] ?? []).filter { $0 != label } + [label]
      repairs = [
        .init(
          Self.title(text + leaf.string(close + 1..<line.upperBound)),
          edits: marks.map { .init($0, with: text) })
      ]
    }
    explainedFootnotes.insert(key)
    report(.footnoteSpace(isLost: false), start..<close + 1, repairs)
    return true
  }

  /// Reports `[^1]　中身` where the label has a mark in the text and no definition.
  private mutating func lookAtFootnoteWithoutColon(_ line: Range<Int>, _ close: Int) -> Bool {
    let label = Array(leaf.string(line.lowerBound + 2..<close).utf8)
    let key = LinkScanner.normalizedLabel(label[...])
    let content = leaf.skipSpaces(close + 1)
    guard ![0x3A, 0xFF1A].contains(leaf.at(content)), content < line.upperBound,
      undefinedMarks[key, default: 0] > 1, !explainedFootnotes.contains(key)
    else { return false }
    explainedFootnotes.insert(key)
    report(
      .footnoteWithoutColon, line.lowerBound..<close + 1,
      [repair(line, [(close + 1..<content, ": ")])])
    return true
  }

  /// Whether an address or a path begins at a code point.
  func isAddress(at index: Int) -> Bool {
    guard index < leaf.count else { return false }
    if leaf.parts[index] == .address { return true }
    for beginning in ["http://", "https://", "www.", "mailto:", "tel:", "./", "../"] {
      var place = index
      let isEqual = beginning.unicodeScalars.allSatisfy { scalar in
        defer { place += 1 }
        return leaf.at(place) == scalar.value
      }
      if isEqual { return true }
    }
    let next = leaf.at(index + 1)
    if leaf.at(index) == 0x2F {
      return Signs.isASCIIAlphanumeric(next) || Signs.isJapaneseLetter(next)
    }
    if leaf.at(index) == 0x23 { return Signs.isLetter(next) }
    return false
  }
}
