/// The link reference definitions of a text (CommonMark 0.31 §4.7).
///
/// The block parser takes them out of their paragraphs and does not say where they were. They are the
/// lines that begin with `[` and that no leaf shows.
struct LinkDefinitions {
  /// What a label stands for.
  struct Target {
    let destination: [UInt8]
    let title: [UInt8]?
    /// The offsets of the destination in the source.
    let destinationRange: Range<Int>
    /// The index of the definition.
    let definition: Int
    /// Whether the destination is an address or a path.
    let isPlace: Bool
  }

  /// A definition as it is written.
  struct Definition {
    /// The label without its brackets, as it is written.
    let label: [UInt8]
    /// The offsets of the label with its brackets in the source.
    let labelRange: Range<Int>
    let destination: [UInt8]
    /// The offsets of the destination in the source.
    let destinationRange: Range<Int>
    let title: [UInt8]?
    /// The offset in the source of the last line's end.
    let end: Int
    /// Whether an earlier one has the same label.
    let isRepeated: Bool
  }

  /// The definitions in the order of the source.
  private(set) var all: [Definition] = []
  private var targets: [[UInt8]: Target] = [:]
  /// What is wrong in the definitions.
  private(set) var findings: [Finding] = []

  /// Whether there are none, so that no label needs to be looked up.
  var isEmpty: Bool { targets.isEmpty }

  /// What a label, without its brackets, stands for.
  func target(of label: ArraySlice<UInt8>) -> Target? {
    guard label.count <= LinkScanner.maximumLabelLength * 4 else { return nil }
    let key = LinkScanner.normalizedLabel(label)
    return key.isEmpty ? nil : targets[key]
  }

  init(of source: SourceText, tree: BlockTree, decoder: inout CharacterReferences) {
    var next = 0
    for line in source.definitionCandidates where line >= next && !tree.shownLines[line] {
      next = read(source, tree: tree, from: line, decoder: &decoder)
    }
  }

  /// Reads the definitions that begin at a line and returns the line after them.
  private mutating func read(
    _ source: SourceText, tree: BlockTree, from first: Int, decoder: inout CharacterReferences
  ) -> Int {
    var text: [UInt8] = []
    var origins: [(text: Int, source: Int)] = []
    var line = first
    while line < source.lineStarts.count, !tree.shownLines[line] {
      let end = source.lineEnds[line]
      var start = source.lineStarts[line]
      while start < end, isContainerMark(source.masked[start], isFirst: line == first) {
        start += 1
      }
      if start == end { break }
      origins.append((text.count, source.base + start))
      for offset in start..<end { text.append(source.original(at: offset)) }
      text.append(10)
      line += 1
    }
    var position = 0
    while let end = definition(text, at: position, origins: origins, decoder: &decoder) {
      position = end
    }
    for (character, range) in decoder.takeForbidden() {
      let place = Self.sourceRange(range, origins)
      findings.append(Finding(kind: .forbiddenCharacter(character), range: place))
    }
    // At least the first line is done with; what follows may begin with a mark of its own.
    return first + max(1, origins.count { $0.text < position })
  }

  private func isContainerMark(_ byte: UInt8, isFirst: Bool) -> Bool {
    switch byte {
    case 9, 32, UInt8(ascii: ">"): true
    case 42, 43, 45, 46, 41, 48...57: isFirst
    default: false
    }
  }

  private mutating func definition(
    _ text: [UInt8], at start: Int, origins: [(text: Int, source: Int)],
    decoder: inout CharacterReferences
  ) -> Int? {
    let limit = text.count
    guard let label = LinkScanner.label(text, at: start, limit: limit), label.end < limit,
      text[label.end] == UInt8(ascii: ":")
    else { return nil }
    let key = LinkScanner.normalizedLabel(text[label.content])
    let begin = LinkScanner.skipWhitespace(text, from: label.end + 1, limit: limit)
    guard !key.isEmpty,
      let destination = LinkScanner.destination(text, at: begin, limit: limit),
      destination.end > begin
    else { return nil }
    var end = lineEnd(text, from: destination.end)
    var title: [UInt8]?
    let titleStart = LinkScanner.skipWhitespace(text, from: destination.end, limit: limit)
    if titleStart > destination.end,
      let part = LinkScanner.title(text, at: titleStart, limit: limit),
      let after = lineEnd(text, from: part.end)
    {
      title = decoder.unescaped(text, part.content)
      end = after
    }
    guard let end else { return nil }
    if let comment = CommentScanner.comment(inLink: text, label.end..<end) {
      findings.append(.commentInLink(Self.sourceRange(comment, origins), in: text, comment))
    }
    let address = decoder.unescaped(text, destination.content)
    let place = Self.sourceRange(destination.content, origins)
    var last = end
    while last > destination.end, text[last - 1] <= 32 { last -= 1 }
    all.append(
      Definition(
        label: Array(text[label.content]),
        labelRange: Self.sourceRange(start..<label.end, origins), destination: address,
        destinationRange: place, title: title,
        end: Self.sourceRange(last - 1..<last, origins).upperBound,
        isRepeated: targets[key] != nil))
    if targets[key] == nil {
      targets[key] = Target(
        destination: address, title: title, destinationRange: place, definition: all.count - 1,
        isPlace: text[begin] == UInt8(ascii: "<") || Destination.isPlace(address))
    }
    return end
  }

  /// The offsets in the source of what stands in one line of the text.
  private static func sourceRange(
    _ range: Range<Int>, _ origins: [(text: Int, source: Int)]
  ) -> Range<Int> {
    let origin = origins.last { $0.text <= range.lowerBound }
    let offset = (origin?.source ?? 0) - (origin?.text ?? 0)
    return range.lowerBound + offset..<range.upperBound + offset
  }

  /// The offset after the line end, if nothing but spaces stands before it.
  private func lineEnd(_ text: [UInt8], from start: Int) -> Int? {
    var index = start
    while index < text.count, text[index] == 32 || text[index] == 9 { index += 1 }
    if index == text.count { return index }
    return text[index] == 10 ? index + 1 : nil
  }
}
