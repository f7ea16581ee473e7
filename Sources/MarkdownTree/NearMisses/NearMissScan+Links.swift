extension NearMissScan {
  /// Looks at a `[` that opens no link; the index to go on from where something is reported.
  mutating func lookAtBracket(_ index: Int) -> Int? {
    if let end = lookAtSurplusBracket(index) ?? lookAtFootnoteSlip(index) { return end }
    let next = leaf.plain(index + 1)
    if next == 0x5B || next == 0xFF3B, let end = lookAtRecordLink(index) { return end }
    let close = leaf.end(from: index + 1, limit: 200) {
      ![0x5D, 0xFF3D, 0x5B, 0xFF3B, 10].contains($0)
    }
    guard [0x5D, 0xFF3D].contains(leaf.plain(close)) else { return lookAtMismatch(index) }
    if leaf.at(index + 1) == 0x5E || leaf.at(index + 1) == 0xFF3E {
      return lookAtFootnote(index..<close + 1)
    }
    guard close > index + 1 else { return nil }
    if let end = lookAtReversed(index, close) ?? lookAtParted(index, close) { return end }
    if let end = lookAtBareAddress(index, close) { return end }
    if leaf.plain(close + 1) == 0x5B { return lookAtReference(index, close) }
    return lookAtDestination(index, close)
  }

  /// `[名]（URL）`, `［名］(URL)`, `[名] (URL)`, `[名](URL`, `[名](a b.pdf)`.
  private mutating func lookAtDestination(_ open: Int, _ close: Int) -> Int? {
    let paren = leaf.skipSpaces(close + 1, limit: 2)
    guard [0x28, 0xFF08].contains(leaf.plain(paren)) else { return nil }
    let begin = leaf.skipSpaces(paren + 1)
    if leaf.plain(begin) == 0x3C { return lookAtAngle(open, paren, begin) }
    let isPath = isAddress(at: begin)
    let lineEnd = leaf.lineEnd(begin)
    var end = begin
    while end < lineEnd, end - begin < 600, ![0x29, 0xFF09].contains(leaf.at(end)) { end += 1 }
    let destination = leaf.string(begin..<end)
    guard isPath || isFile(destination) else { return nil }
    // `[1] (https://…)` is a number before a remark.
    let isNumber = leaf.scalars[open + 1..<close].allSatisfy { Signs.isDigit($0) }
    guard end < lineEnd, [0x29, 0xFF09].contains(leaf.at(end)) else {
      return isNumber || paren > close + 1 ? nil : reportUnclosed(open, paren, begin)
    }
    if isNumber, paren > close + 1 || leaf.at(paren) != 0x28 { return nil }
    var changes: [Change] = []
    var wide: Int?
    func narrow(_ place: Int, _ text: String) {
      guard leaf.at(place) > 0x7F else { return }
      changes.append((place..<place + 1, text))
      if wide == nil { wide = place }
    }
    if open > 0, leaf.plain(open - 1) == 0xFF01, Self.isPicture(destination) {
      narrow(open - 1, "!")
    }
    narrow(open, "[")
    narrow(close, "]")
    if paren > close + 1 { changes.append((close + 1..<paren, "")) }
    narrow(paren, "(")
    var target = destination
    while target.last == " " || target.last == "\u{3000}" { target.removeLast() }
    let hasSpace = target.unicodeScalars.contains { $0.value <= 32 }
    // What follows a space may be a title.
    if hasSpace, isPath, !isFile(target) { return lookAtTitle(open, paren, begin, end) }
    let whole = paren + 1..<end
    if hasSpace {
      changes.append((whole, "<" + target + ">"))
    } else if target.unicodeScalars.count < whole.count {
      changes.append((whole, target))
    }
    narrow(end, ")")
    let kind: NearMiss
    let place: Range<Int>
    if let wide {
      (kind, place) = (.linkWideSign(leaf.string(wide..<wide + 1)), wide..<wide + 1)
    } else if paren > close + 1 {
      (kind, place) = (.linkSpace, close + 1..<paren)
    } else if hasSpace {
      let space = (begin..<end).first { leaf.at($0) <= 32 } ?? begin
      (kind, place) = (.linkDestinationSpace, space..<space + 1)
    } else {
      return nil
    }
    let start = open > 0 && [0x21, 0xFF01].contains(leaf.plain(open - 1)) ? open - 1 : open
    report(kind, place, [repair(start..<end + 1, changes)])
    return end + 1
  }

  private mutating func reportUnclosed(_ open: Int, _ paren: Int, _ begin: Int) -> Int? {
    guard leaf.at(open) == 0x5B, leaf.at(paren) == 0x28, begin == paren + 1 else { return nil }
    let end = leaf.end(from: begin, limit: 600) { $0 > 32 && $0 < 0x7F && $0 != 0x5D }
    guard end > begin + 1 else { return nil }
    report(.linkUnclosed, paren..<paren + 1, [repair(open..<end, [(end..<end, ")")])])
    return end
  }

  /// `(名)[URL]`.
  private mutating func lookAtReversed(_ open: Int, _ close: Int) -> Int? {
    guard leaf.at(open) == 0x5B, leaf.at(close) == 0x5D,
      [0x29, 0xFF09].contains(leaf.plain(open - 1)),
      isAddress(at: open + 1), !leaf.scalars[open + 1..<close].contains(where: { $0 <= 32 })
    else { return nil }
    var start = open - 2
    while start >= 0, open - start < 200,
      ![0x28, 0xFF08, 0x29, 0xFF09, 10].contains(leaf.at(start))
    {
      start -= 1
    }
    guard start >= 0, [0x28, 0xFF08].contains(leaf.plain(start)), start < open - 2 else {
      return nil
    }
    report(
      .linkReversed, start..<close + 1,
      [
        repair(
          start..<close + 1,
          [
            (start..<start + 1, "["), (open - 1..<open + 1, "]("), (close..<close + 1, ")"),
          ])
      ])
    return close + 1
  }

  /// `[名][id]` that no definition has.
  private mutating func lookAtReference(_ open: Int, _ close: Int) -> Int? {
    let start = close + 2
    let end = leaf.end(from: start, limit: 60) {
      Signs.isASCIIAlphanumeric($0) || $0 == 0x2D || $0 == 0x5F || $0 == 0x2E
    }
    guard leaf.plain(end) == 0x5D, end > start, leaf.at(open) == 0x5B,
      ![0x5B, 0x28].contains(leaf.at(end + 1)),
      leaf.scalars[start..<end].contains(where: { Signs.isASCIILetter($0) }),
      leaf.scalars[open + 1..<close].contains(where: { Signs.isJapaneseLetter($0) })
    else { return nil }
    report(.linkWithoutDefinition(leaf.string(start..<end)), start - 1..<end + 1)
    return end + 1
  }

  /// `！[図](zu.png)` and `! [図](zu.png)`: a picture's file behind a mark that makes none.
  mutating func lookAtImage(_ index: Int) {
    let open = leaf.skipSpaces(index + 1, limit: 2)
    let isWide = leaf.at(index) == 0xFF01
    guard isWide || open > index + 1, leaf.at(open) == 0x5B, open < leaf.count,
      leaf.parts[open] == .syntax
    else { return }
    let close = leaf.end(from: open + 1, limit: 200) { $0 != 0x5D && $0 != 10 }
    guard leaf.at(close) == 0x5D, leaf.at(close + 1) == 0x28 else { return }
    let end = leaf.end(from: close + 2, limit: 300) { $0 != 0x29 && $0 > 32 }
    guard Self.isPicture(leaf.string(close + 2..<end)) else { return }
    let whole = index..<min(leaf.count, end + 1)
    report(
      isWide ? .imageWideMark : .imageSpace, isWide ? index..<index + 1 : index + 1..<open,
      [repair(whole, [(index..<open, "!")])])
  }

  static func isPicture(_ path: String) -> Bool {
    let lower = path.lowercased()
    return [".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg"].contains {
      lower.hasSuffix($0)
    }
  }

  /// Whether a text ends like the name of a file.
  private func isFile(_ text: String) -> Bool {
    if Self.isPicture(text) { return true }
    let lower = text.lowercased()
    return [".pdf", ".md", ".html", ".csv", ".xlsx", ".docx", ".pptx", ".zip", ".txt"].contains {
      lower.hasSuffix($0)
    }
  }
}
