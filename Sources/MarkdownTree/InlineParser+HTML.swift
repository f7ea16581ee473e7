/// The reports of HTML that is shown as text.
extension InlineParser {
  /// Reports the HTML of the leaf: a tag with the tag that ends it is one fault.
  mutating func reportHTML() {
    var open: [[UInt8]: [(finding: Int, range: Range<Int>)]] = [:]
    for item in items where item.kind == .rawHTML {
      let (name, isClosing) = tagName(item.range)
      if isClosing, let opening = open[name]?.popLast() {
        let finding = findings[opening.finding]
        findings[opening.finding] = Finding(
          kind: finding.kind, range: finding.range,
          repairs: repairs(of: opening.range, and: item.range, name))
        continue
      }
      if isClosing, let other = Self.otherLevel[name], let opening = open[other]?.popLast() {
        findings[opening.finding] = crossed(opening.range, item.range, name, other)
        continue
      }
      if !isClosing, !name.isEmpty { open[name, default: []].append((findings.count, item.range)) }
      report(kind(ofTag: item.range, name, isClosing: isClosing), item.range)
    }
  }

  /// The element that the end of another may have been meant for: `10<sup>3</sub>`.
  private static let otherLevel = [
    Array("sub".utf8): Array("sup".utf8), Array("sup".utf8): Array("sub".utf8),
  ]

  /// The one fault of a tag and the end of another element.
  private func crossed(
    _ opening: Range<Int>, _ closing: Range<Int>, _ name: [UInt8], _ other: [UInt8]
  ) -> Finding {
    let (end, start) = (tree.sourceRange(closing), tree.sourceRange(opening))
    let (right, wrong) = (
      String(decoding: other, as: UTF8.self), String(decoding: name, as: UTF8.self)
    )
    return Finding(
      kind: kind(ofTag: closing, name, isClosing: true), range: end,
      repairs: [
        .init("</\(right)>", edits: [.init(end, with: "</\(right)>")]),
        .init("<\(wrong)>", edits: [.init(start, with: "<\(wrong)>")]),
      ])
  }

  private func kind(
    ofTag range: Range<Int>, _ name: [UInt8], isClosing: Bool
  ) -> Finding.Kind {
    guard ElementScanner.scan(text, at: range.lowerBound, limit: range.upperBound) != nil else {
      return .rawHTML
    }
    let word = String(decoding: name, as: UTF8.self)
    return isClosing
      ? .unpairedElement(tag: "</\(word)>", missing: "<\(word)>")
      : .unpairedElement(tag: "<\(word)>", missing: "</\(word)>")
  }

  /// The name of a tag in lower case; empty where the HTML is no tag.
  private func tagName(_ range: Range<Int>) -> (name: [UInt8], isClosing: Bool) {
    let isClosing = text[range.lowerBound + 1] == UInt8(ascii: "/")
    let name = text[range.lowerBound + (isClosing ? 2 : 1)..<range.upperBound]
      .prefix { AddressScanner.isAlphanumeric($0) || $0 == 45 }
    return (name.map { $0 >= 65 && $0 <= 90 ? $0 | 32 : $0 }, isClosing)
  }

  /// The marks that say the same as elements do.
  private static let marks: [[UInt8]: String] = [
    Array("b".utf8): "**", Array("strong".utf8): "**", Array("i".utf8): "*", Array("em".utf8): "*",
    Array("s".utf8): "~~", Array("del".utf8): "~~", Array("strike".utf8): "~~",
    Array("code".utf8): "`",
  ]

  /// The marks in the place of a pair of tags, where there are such and the tags say nothing else.
  private func repairs(
    of opening: Range<Int>, and closing: Range<Int>, _ name: [UInt8]
  ) -> [Finding.Repair] {
    let inner = text[opening.upperBound..<max(opening.upperBound, closing.lowerBound)]
    guard let mark = Self.marks[name], opening.count == name.count + 2,
      let first = inner.first, let last = inner.last, isWordByte(first), isWordByte(last),
      !inner.contains(where: { "*~`<\n".utf8.contains($0) })
    else { return [] }
    return [
      Finding.Repair(
        "\(mark)…\(mark)",
        edits: [
          Finding.Repair.Edit(tree.sourceRange(opening), with: mark),
          Finding.Repair.Edit(tree.sourceRange(closing), with: mark),
        ])
    ]
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || AddressScanner.isAlphanumeric(byte)
  }
}
