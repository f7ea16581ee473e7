/// Definitions of links that no page shows and no link uses.
extension DocumentAssembly {
  /// Reports each definition that nothing uses or that leads to no place, and what only follows from it.
  mutating func reportLostDefinitions() {
    guard parser.syntax.contains(.definedPlaces) else { return }
    let all = parser.definitions.all
    let lost = all.indices.filter { !parser.usedDefinitions.contains($0) }
    guard !lost.isEmpty else { return }
    var undefined: Set<[UInt8]> = []
    for finding in parser.findings where finding.kind == .undefinedFootnote {
      undefined.insert(footnoteLabel(finding))
    }
    var explained: Set<[UInt8]> = []
    for index in lost {
      let definition = all[index]
      if let name = FootnoteLabel.joined(definition.label[...]) {
        reportSpacedFootnote(definition, name)
        explained.insert(LinkScanner.normalizedLabel(name[...]))
        continue
      }
      let label = String(decoding: definition.label, as: UTF8.self)
      var repairs = [textRepair(definition)]
      if let name = footnoteName(label), !definition.isRepeated {
        // The mark that waits for it leaves no doubt.
        if undefined.contains(LinkScanner.normalizedLabel(Array(name.utf8)[...])) {
          explained.insert(LinkScanner.normalizedLabel(Array(name.utf8)[...]))
          repairs.insert(footnoteRepair(definition, name, marks: []), at: 0)
        } else if let marks = parser.uselessLabels[index] {
          repairs.append(footnoteRepair(definition, name, marks: marks))
        }
      }
      if let link = linkRepair(definition, label) { repairs.append(link) }
      if let comment = commentRepair(definition) { repairs = [comment] }
      findings.append(
        Finding(
          kind: .nearMiss(.lostDefinition(NearMissScan.title(label))),
          range: definition.labelRange.lowerBound..<definition.labelRange.lowerBound + 1,
          repairs: repairs))
    }
    guard !explained.isEmpty else { return }
    parser.findings = parser.findings.filter {
      $0.kind != .undefinedFootnote || !explained.contains(footnoteLabel($0))
    }
  }

  /// The label of the footnote's mark that is reported.
  private func footnoteLabel(_ finding: Finding) -> [UInt8] {
    LinkScanner.normalizedLabel(source.source[finding.range].dropFirst(2).dropLast())
  }

  /// Reports `[^b c]: 中身` that no page shows.
  private mutating func reportSpacedFootnote(
    _ definition: LinkDefinitions.Definition, _ name: [UInt8]
  ) {
    let key = LinkScanner.normalizedLabel(name[...])
    var repairs: [Finding.Repair] = []
    if parser.footnoteLabels[key] == nil {
      repairs = [
        footnoteRepair(
          definition, String(decoding: name, as: UTF8.self), marks: parser.spacedMarks[key] ?? [])
      ]
    }
    findings.append(
      Finding(
        kind: .nearMiss(.footnoteSpace(isLost: true)), range: definition.labelRange,
        repairs: repairs))
  }

  private func textRepair(_ definition: LinkDefinitions.Definition) -> Finding.Repair {
    let start = definition.labelRange.lowerBound
    let line = source.source[start..<definition.end].prefix { $0 != 10 && $0 != 13 }
    return Finding.Repair(
      NearMissScan.title("\\" + String(decoding: line, as: UTF8.self)),
      edits: [.init(start..<start, with: "\\")])
  }

  /// The way out that makes a footnote of a definition, and marks of the labels in the text.
  private func footnoteRepair(
    _ definition: LinkDefinitions.Definition, _ name: String, marks: [Range<Int>]
  ) -> Finding.Repair {
    let start = definition.destinationRange.lowerBound
    let isAngled = source.source[start - 1] == UInt8(ascii: "<")
    let head = definition.labelRange.lowerBound..<start - (isAngled ? 1 : 0)
    let text = source.source[head.upperBound..<definition.end].prefix { $0 != 10 && $0 != 13 }
    return Finding.Repair(
      NearMissScan.title("[^\(name)]: " + String(decoding: text, as: UTF8.self)),
      edits: (marks.map { .init($0, with: "[^\(name)]") } + [.init(head, with: "[^\(name)]: ")]))
  }

  /// `[名]:(https://a.jp/)` as a link.
  private func linkRepair(
    _ definition: LinkDefinitions.Definition, _ label: String
  ) -> Finding.Repair? {
    guard definition.title == nil, definition.destination.first == UInt8(ascii: "("),
      definition.destination.last == UInt8(ascii: ")"),
      Destination.isPlace(Array(definition.destination.dropFirst().dropLast()))
    else { return nil }
    let head = definition.labelRange.upperBound..<definition.destinationRange.lowerBound
    return Finding.Repair(
      NearMissScan.title("[\(label)]" + String(decoding: definition.destination, as: UTF8.self)),
      edits: [.init(head, with: "")])
  }

  /// `[//]: # (秘密)`, which other programs take as a comment: as text it would be published.
  private func commentRepair(_ definition: LinkDefinitions.Definition) -> Finding.Repair? {
    guard let title = definition.title,
      definition.destination.isEmpty || definition.destination == [UInt8(ascii: "#")]
    else { return nil }
    let text = String(decoding: title, as: UTF8.self)
    guard !text.contains("--"), !text.contains("\n"), !text.hasPrefix(">"), !text.hasPrefix("-")
    else { return nil }
    return Finding.Repair(
      NearMissScan.title("<!-- \(text) -->"),
      edits: [
        .init(definition.labelRange.lowerBound..<definition.end, with: "<!-- \(text) -->")
      ])
  }

  /// The name of the footnote that a label may have been meant as: a number, 注 or both.
  private func footnoteName(_ label: String) -> String? {
    var digits = Signs.narrowed(label)
    if digits.hasPrefix("注") || digits.hasPrefix("※") { digits.removeFirst() }
    guard digits.utf8.count <= 3, digits.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) else {
      return nil
    }
    if digits.isEmpty { digits = "1" }
    let key = LinkScanner.normalizedLabel(Array(digits.utf8)[...])
    return label.isEmpty || parser.footnoteLabels[key] != nil ? nil : digits
  }
}
