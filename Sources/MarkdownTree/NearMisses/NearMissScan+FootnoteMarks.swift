/// Marks of footnotes that are missed by a sign, where the footnotes wait for them.
extension NearMissScan {
  /// Looks at `[1]`, `[~1]`, `[ ^1]`, `[^1` and `^[1]` where a footnote `[^1]:` has no mark.
  mutating func lookAtFootnoteSlip(_ index: Int) -> Int? {
    guard !unusedFootnotes.isEmpty, leaf.at(index) == 0x5B else { return nil }
    var start = leaf.skipSpaces(index + 1, limit: 2)
    // ^ ~ ～ 〜 ˆ
    let hasMark = [0x5E, 0x7E, 0xFF5E, 0x301C, 0x2C6].contains(leaf.plain(start))
    if hasMark { start = leaf.skipSpaces(start + 1, limit: 2) }
    func isOfLabel(_ value: UInt32) -> Bool {
      Signs.isLetter(value) || value == 0x2D || value == 0x5F
    }
    var end = leaf.end(from: start, limit: 60, while: isOfLabel)
    var close = leaf.skipSpaces(end, limit: 2)
    // `[1^]`
    if !hasMark, leaf.plain(close) == 0x5E { close += 1 }
    let isClosed = [0x5D, 0xFF3D].contains(leaf.plain(close))
    if !isClosed {
      guard hasMark else { return nil }
      // 「[^1を改めた」 goes on with the sentence.
      if !unusedFootnotes.contains(key(start..<end)) {
        end = leaf.end(from: start, limit: 60) { $0 < 0x80 && isOfLabel($0) }
      }
      close = end
    }
    guard start < end, unusedFootnotes.contains(key(start..<end)),
      !isClosed || ![0x28, 0x5B, 0x3A, 0xFF1A].contains(leaf.at(close + 1))
    else { return nil }
    let first = leaf.plain(index - 1) == 0x5E ? index - 1 : index
    let last = isClosed ? close + 1 : end
    footnoteSlips.append((key(start..<end), leaf.string(start..<end), place(first..<last)))
    return last
  }

  private func key(_ label: Range<Int>) -> [UInt8] {
    LinkScanner.normalizedLabel(Array(leaf.string(label).utf8)[...])
  }

  /// Reports the marks of footnotes that are none, all of a label as one.
  mutating func reportFootnoteSlips() {
    var places: [[UInt8]: Int] = [:]
    var groups: [(label: String, places: [Range<Int>])] = []
    for slip in footnoteSlips {
      if let group = places[slip.key] {
        groups[group].places.append(slip.place)
      } else {
        places[slip.key] = groups.count
        groups.append((slip.label, [slip.place]))
      }
      explainedFootnotes.insert(slip.key)
    }
    for group in groups {
      let mark = "[^\(group.label)]"
      findings.append(
        Finding(
          kind: .nearMiss(.footnoteReference(mark)), range: group.places[0],
          repairs: [.init(mark, edits: group.places.map { .init($0, with: mark) })]))
    }
  }
}

extension DocumentAssembly {
  /// Joins each second definition of a footnote to the mark that has none: `[^1]: 一`, `[^1]: 二` with `[^2]`.
  mutating func joinRepeatedFootnotes() {
    func isNumber(_ label: ArraySlice<UInt8>) -> Bool {
      label.allSatisfy { (48...57).contains($0) }
    }
    func label(_ finding: Finding) -> ArraySlice<UInt8> {
      source.source[finding.range].dropFirst(2).dropLast()
    }
    let repeated = findings.indices.filter { findings[$0].kind == .duplicateFootnote }
    guard !repeated.isEmpty, repeated.allSatisfy({ isNumber(label(findings[$0])) }) else { return }
    var labels: [String] = []
    var known: Set<[UInt8]> = []
    for finding in parser.findings where finding.kind == .undefinedFootnote {
      guard isNumber(label(finding)) else { return }
      if known.insert(Array(label(finding))).inserted {
        labels.append(String(decoding: label(finding), as: UTF8.self))
      }
    }
    guard labels.count == repeated.count else { return }
    for (index, label) in zip(repeated, labels) {
      let range = findings[index].range
      findings[index] = Finding(
        kind: .duplicateFootnote, range: range,
        repairs: [.init("[^\(label)]", edits: [.init(range, with: "[^\(label)]")])])
    }
    parser.findings.removeAll { $0.kind == .undefinedFootnote }
  }
}
