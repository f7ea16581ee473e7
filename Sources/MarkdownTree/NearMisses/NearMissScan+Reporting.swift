/// How slips are placed, worded and mended.
extension NearMissScan {
  /// The range of the source of a range of code points.
  func place(_ range: Range<Int>) -> Range<Int> {
    tree.sourceRange(leaf.offsets[range.lowerBound]..<leaf.offsets[range.upperBound])
  }

  /// Reports a slip at code points of the leaf.
  mutating func report(
    _ kind: NearMiss, _ range: Range<Int>, _ repairs: [Finding.Repair] = []
  ) {
    findings.append(Finding(kind: .nearMiss(kind), range: place(range), repairs: repairs))
  }

  /// A change of code points of the leaf.
  typealias Change = (range: Range<Int>, text: String)

  /// The edit of the source that a change is.
  func edit(_ change: Change) -> Finding.Repair.Edit {
    if change.range.isEmpty {
      let offset = insertionPoint(change.range.lowerBound)
      return .init(offset..<offset, with: change.text)
    }
    return .init(place(change.range), with: change.text)
  }

  /// The offset in the source before a code point; after the one before it where that ends a line or piece.
  private func insertionPoint(_ index: Int) -> Int {
    if index < leaf.count, leaf.scalars[index] != 10 {
      return tree.sourceOffset(leaf.offsets[index])
    }
    guard index > 0 else { return tree.sourceOffset(leaf.offsets[index]) }
    return place(index - 1..<index).upperBound
  }

  /// The way out that changes code points of the leaf; its title is `shown` as it would be.
  func repair(_ shown: Range<Int>, _ changes: [Change]) -> Finding.Repair {
    var title = ""
    var index = shown.lowerBound
    for change in changes where change.range.lowerBound >= shown.lowerBound {
      guard change.range.upperBound <= shown.upperBound else { break }
      title += leaf.string(index..<max(index, change.range.lowerBound)) + change.text
      index = change.range.upperBound
    }
    title += leaf.string(index..<max(index, shown.upperBound))
    return Finding.Repair(Self.title(title), edits: changes.map { edit($0) })
  }

  /// A title short enough for a line.
  static func title(_ text: String) -> String {
    let line = String(text.prefix { $0 != "\n" })
    let short = line.prefix(60)
    return short.count < line.count ? short + "…" : line
  }

  /// What stands before the text of the leaf in the line of a code point, so that a line of the same
  /// container can be made: quote marks stay, a list's mark is spaces.
  func prefix(_ index: Int) -> String {
    prefix(ofSource: tree.sourceOffset(leaf.offsets[index]))
  }

  /// The same for an offset in the source.
  func prefix(ofSource offset: Int) -> String {
    let bytes = source.source
    var start = offset
    while start > source.base, bytes[start - 1] != 10, bytes[start - 1] != 13 { start -= 1 }
    let marks = bytes[start..<offset].map { byte in
      byte == UInt8(ascii: ">") || byte == 9 ? byte : 32
    }
    return String(decoding: marks, as: UTF8.self)
  }

  /// Whether another finding only follows from a slip.
  func explains(_ finding: Finding) -> Bool {
    switch finding.kind {
    case .undefinedFootnote, .unusedFootnote:
      guard !explainedFootnotes.isEmpty, finding.range.count > 3 else { return false }
      // `[^label]`
      let label = source.source[finding.range].dropFirst(2).dropLast()
      return explainedFootnotes.contains(LinkScanner.normalizedLabel(label))
    default: return false
    }
  }
}
