/// A `[` or `![` that may begin a link or image (CommonMark §6.3, "bracket stack").
struct Bracket {
  /// The index of its item.
  let item: Int
  /// The offset after the bracket.
  let textStart: Int
  let isImage: Bool
  /// The last delimiter before it.
  let delimiter: Int
  /// Whether another bracket opens after it: then its text is no label.
  var hasInner = false
}

extension InlineParser {
  /// Reads a `[`: a record link, a footnote's mark, or an opening bracket.
  mutating func openBracket() {
    if syntax.contains(.recordLinks), !isInRecordLink,
      let match = RecordLinkScanner.scan(text, at: position, limit: limit)
    {
      recordLink(match)
    } else if !footnoteMark() {
      push(length: 1, isImage: false)
    }
  }

  /// Reads a `!`, which may begin an image.
  mutating func exclamationMark() {
    guard position + 1 < limit, text[position + 1] == UInt8(ascii: "[") else {
      position += 1
      return
    }
    // `text![^1]` is an exclamation before a footnote's mark.
    if footnote(at: position + 1)?.definition != nil {
      position += 1
    } else {
      push(length: 2, isImage: true)
    }
  }

  private mutating func push(length: Int, isImage: Bool) {
    if !brackets.isEmpty { brackets[brackets.count - 1].hasInner = true }
    let end = position + length
    append(.text, position..<end, end: end)
    brackets.append(
      Bracket(item: items.count - 1, textStart: end, isImage: isImage, delimiter: lastDelimiter))
  }

  private mutating func recordLink(_ match: RecordLinkScanner.Match) {
    if reportComments(in: match) { return }
    let whole = position..<match.end
    let name = decoder.unescaped(text, match.name)
    let reference = PendingReference(
      kind: .record, isImage: false, destination: name, title: nil,
      range: whole, destinationRange: tree.sourceRange(match.name))
    pending.append(reference)
    let index = pending.count - 1
    guard let label = match.label else {
      // The `#` before a heading of the same page is a mark.
      let isHeading = name.first == UInt8(ascii: "#") && name.count > 1
      let shown = match.name.lowerBound + (isHeading ? 1 : 0)..<match.name.upperBound
      let text =
        name.elementsEqual(text[match.name]) ? shown : derive(name.dropFirst(isHeading ? 1 : 0))
      append(.link, text, index: index, end: match.end)
      return
    }
    // The label is parsed as a text of its own, to which no delimiter outside belongs.
    append(.open, whole, index: index, end: label.lowerBound)
    let outer = (limit, lastDelimiter, start, brackets.count)
    let (outerSearches, outerElements) = (searches, elements)
    (limit, start, isInRecordLink) = (label.upperBound, label.lowerBound, true)
    // What is not found before the label's end may stand after it.
    searches = Searches()
    elements = OpenElements()
    scan()
    matchEmphasis(above: outer.1)
    brackets.removeLast(brackets.count - outer.3)
    inactiveBrackets = min(inactiveBrackets, brackets.count)
    (limit, start, isInRecordLink) = (outer.0, outer.2, false)
    searches = outerSearches
    elements = outerElements
    position = label.upperBound
    runStart = position
    append(.close, whole, end: match.end)
  }

  /// Reports comments that begin in the name of a record link, and goes on as if they were not there.
  private mutating func reportComments(in match: RecordLinkScanner.Match) -> Bool {
    let inner = match.name.lowerBound..<match.end - 2
    guard syntax.contains(.comments),
      let first = CommentScanner.comment(inLink: text, inner),
      first.lowerBound < match.name.upperBound
    else { return false }
    var shown: [UInt8] = []
    var place = inner.lowerBound
    while let comment = CommentScanner.comment(inLink: text, place..<inner.upperBound) {
      findings.append(.commentInLink(tree.sourceRange(comment), in: text, comment))
      shown += text[place..<comment.lowerBound]
      let isClosed = text[..<comment.upperBound].suffix(3).elementsEqual("-->".utf8)
      place = isClosed ? comment.upperBound : inner.upperBound
    }
    shown += text[place..<inner.upperBound]
    let parts = shown.split(separator: UInt8(ascii: "|"), maxSplits: 1).map { part in
      part.drop { $0 == 32 }
    }
    guard let bytes = parts.first, !bytes.isEmpty, let label = parts.last else {
      append(.text, position..<position, end: match.end)
      return true
    }
    let name = decoder.unescaped(Array(bytes), 0..<bytes.count)
    pending.append(
      PendingReference(
        kind: .record, isImage: false, destination: name, title: nil,
        range: position..<match.end, destinationRange: tree.sourceRange(match.name)))
    append(.link, derive(label), index: pending.count - 1, end: match.end)
    return true
  }

  private mutating func footnoteMark() -> Bool {
    guard let mark = footnote(at: position) else {
      keepSpacedMark()
      return false
    }
    guard let index = mark.definition else {
      report(.undefinedFootnote, position..<mark.end)
      return false
    }
    append(.footnoteReference, position..<mark.end, index: index, end: mark.end)
    return true
  }

  /// Keeps what would be a footnote's mark but for spaces in its label.
  private mutating func keepSpacedMark() {
    guard syntax.contains(.definedPlaces), position + 2 < limit,
      text[position + 1] == UInt8(ascii: "^"),
      let label = LinkScanner.label(text, at: position, limit: min(limit, position + 100)),
      let name = FootnoteLabel.joined(text[label.content])
    else { return }
    spacedMarks[LinkScanner.normalizedLabel(name[...]), default: []]
      .append(tree.sourceRange(position..<label.end))
  }

  /// The footnote's mark at a `[`, with the index of its definition if it has one.
  private func footnote(at start: Int) -> (definition: Int?, end: Int)? {
    guard start + 2 < limit, text[start + 1] == UInt8(ascii: "^"),
      let label = LinkScanner.label(text, at: start, limit: limit)
    else { return nil }
    let name = label.content.lowerBound + 1..<label.content.upperBound
    guard !name.isEmpty, !text[name].contains(where: { $0 <= 32 }) else { return nil }
    if label.end < limit, text[label.end] == UInt8(ascii: "(") { return nil }
    return (footnoteLabels[LinkScanner.normalizedLabel(text[name])], label.end)
  }

  /// Reads a `]`: the end of a link or image, or text ("look for link or image").
  mutating func closeBracket() {
    guard let bracket = brackets.last else {
      position += 1
      return
    }
    let isInactive = !bracket.isImage && brackets.count <= inactiveBrackets
    guard !isInactive, let target = target(of: bracket) else {
      brackets.removeLast()
      inactiveBrackets = min(inactiveBrackets, brackets.count)
      position += 1
      return
    }
    let whole = items[bracket.item].range.lowerBound..<target.end
    var index = -1
    let hasComment = reportComment(in: target)
    let kind = syntax.contains(.schemeFilter) ? Destination.kind(of: target.destination) : .external
    if bracket.isImage, kind == .path, Destination.isDocument(target.destination) {
      let mark = tree.sourceRange(whole.lowerBound..<whole.lowerBound + 1)
      findings.append(
        Finding(
          kind: .nearMiss(.imageOfDocument), range: mark,
          repairs: [
            .init(
              NearMissScan.title(
                String(decoding: text[whole.lowerBound + 1..<whole.upperBound], as: UTF8.self)),
              edits: [.init(mark, with: "")])
          ]))
    }
    if hasComment {
      // Its address is not the one that is meant.
    } else if let kind {
      pending.append(
        PendingReference(
          kind: kind, isImage: bracket.isImage, destination: target.destination,
          title: target.title, range: whole, destinationRange: target.destinationRange,
          isMeantAsImage: !bracket.isImage && kind == .path
            && followsWideMark(whole.lowerBound) && Destination.isPicture(target.destination)))
      index = pending.count - 1
    } else {
      let range = target.destinationRange
      let mended = AddressBeginning.mended(String(decoding: target.destination, as: UTF8.self))
      findings.append(
        Finding(
          kind: .forbiddenScheme, range: range,
          repairs: mended.map { [.init($0, edits: [.init(range, with: $0)])] } ?? []))
    }
    elements.dropAll(after: bracket.item)
    items[bracket.item].kind = .open
    items[bracket.item].index = index
    append(.close, position..<target.end, end: target.end)
    matchEmphasis(above: bracket.delimiter)
    brackets.removeLast()
    inactiveBrackets = bracket.isImage ? min(inactiveBrackets, brackets.count) : brackets.count
  }

  /// Whether `！` stands before an offset.
  private func followsWideMark(_ offset: Int) -> Bool {
    offset - start >= 3 && text[offset - 3..<offset].elementsEqual([0xEF, 0xBC, 0x81])
  }

  /// Reports a comment in the address or title of a link, where it would be published.
  private mutating func reportComment(in target: Target) -> Bool {
    guard syntax.contains(.comments),
      let comment = CommentScanner.comment(inLink: text, position..<target.end)
    else { return false }
    findings.append(.commentInLink(tree.sourceRange(comment), in: text, comment))
    return true
  }

  /// What a link leads to.
  private struct Target {
    var destination: [UInt8]
    var title: [UInt8]?
    /// The offsets of the destination in the source.
    var destinationRange: Range<Int>
    /// The offset after the link.
    var end: Int
  }

  private mutating func target(of bracket: Bracket) -> Target? {
    if position + 1 < limit, text[position + 1] == UInt8(ascii: "("),
      let target = inlineTarget(from: position + 2)
    {
      return target
    }
    guard !definitions.isEmpty else { return nil }
    var label = bracket.textStart..<position
    var end = position + 1
    if let full = LinkScanner.label(text, at: position + 1, limit: limit) {
      end = full.end
      if !full.content.isEmpty {
        label = full.content
      } else if bracket.hasInner {
        return nil
      }
    } else if bracket.hasInner {
      return nil
    }
    guard let definition = definitions.target(of: text[label]) else { return nil }
    // `[注]` where a line `[注]: 概数` stands is no link; `[名][注]` asks for one, which leads nowhere.
    if end == position + 1, !definition.isPlace, syntax.contains(.definedPlaces) {
      if !bracket.isImage {
        uselessLabels[definition.definition, default: []]
          .append(tree.sourceRange(label.lowerBound - 1..<label.upperBound + 1))
      }
      return nil
    }
    guard mayUse(definition, end: end) else { return nil }
    usedDefinitions.insert(definition.definition)
    return Target(
      destination: definition.destination, title: definition.title,
      destinationRange: definition.destinationRange, end: end)
  }

  /// Whether one more use of a definition is within the budget of the text.
  ///
  /// Each use copies what the definition has: without a budget, a text of some KB would make a page of
  /// some GB. The budget is that of cmark (`max_ref_size`): the text's own length, 100,000 at least.
  private mutating func mayUse(_ definition: LinkDefinitions.Target, end: Int) -> Bool {
    definitionBytes += definition.destination.count + (definition.title?.count ?? 0)
    if definitionBytes <= max(Self.leastDefinitionBudget, text.count) { return true }
    if !isOverBudget { report(.excessiveDefinitions, position..<end) }
    isOverBudget = true
    return false
  }

  private static let leastDefinitionBudget = 100_000

  private mutating func inlineTarget(from start: Int) -> Target? {
    let begin = LinkScanner.skipWhitespace(text, from: start, limit: limit)
    guard let destination = LinkScanner.destination(text, at: begin, limit: limit) else {
      return nil
    }
    var end = LinkScanner.skipWhitespace(text, from: destination.end, limit: limit)
    var title: LinkScanner.Part?
    if end > destination.end {
      title = LinkScanner.title(text, at: end, limit: limit)
      if let title { end = LinkScanner.skipWhitespace(text, from: title.end, limit: limit) }
    }
    guard end < limit, text[end] == UInt8(ascii: ")") else { return nil }
    return Target(
      destination: decoder.unescaped(text, destination.content),
      title: title.map { decoder.unescaped(text, $0.content) },
      destinationRange: tree.sourceRange(destination.content), end: end + 1)
  }
}
