/// The making of a document from its blocks: inlines of each leaf, then what depends on all of them.
struct DocumentAssembly {
  var blocks: [Block]
  private var headings: [Heading]
  private var tables: [Table]
  var figures: [Figure] = []
  var parser: InlineParser
  let source: SourceText
  var findings: [Finding]
  /// A block whose text is another than the tree says, since a part of it was read.
  var replacedContent: (block: Int, content: Range<Int>)?
  private var explicit: [Int: [UInt8]] = [:]
  /// Footnotes whose name is missed by a wide digit, which has been told.
  private var joinedFootnotes: Set<Int> = []
  /// The level of the last heading.
  private var lastLevel = 1
  /// The ends of the containers around the block whose inlines are being parsed.
  private var containerEnds: [Int] = []

  init(
    blocks: [Block], headings: [Heading], tables: [Table], parser: InlineParser,
    source: SourceText, findings: [Finding]
  ) {
    self.source = source
    self.blocks = blocks
    self.headings = headings
    self.tables = tables
    self.parser = parser
    self.findings = findings
  }

  /// Parses the inlines and gives the document.
  mutating func document() -> MarkdownDocument {
    for index in blocks.indices {
      while let end = containerEnds.last, end <= index { containerEnds.removeLast() }
      parseInlines(of: index)
      if blocks[index].end > index + 1 { containerEnds.append(blocks[index].end) }
    }
    readFigures()
    let footnotes = numberFootnotes()
    // A text from which nothing was decoded is shared, not copied.
    let text = parser.derived.isEmpty ? parser.text.fitted : parser.text + parser.derived
    let unnamed = document(footnotes, text)
    nameHeadings(unnamed)
    reportLostDefinitions()
    reportCommentMarks()
    lookForNearMisses()
    return document(footnotes, text)
  }

  /// The document as far as it is made.
  private func document(_ footnotes: [Footnote], _ text: [UInt8]) -> MarkdownDocument {
    let ordered = (findings + parser.findings).enumerated().sorted { left, right in
      (left.element.range.lowerBound, left.offset) < (right.element.range.lowerBound, right.offset)
    }
    var told = ordered.map(\.element)
    if source.endsLinesInTwo { told = told.map { $0.endingLinesInTwo } }
    return MarkdownDocument(
      blocks: blocks.fitted, inlines: parser.inlines.fitted, headings: headings.fitted,
      references: parser.references.fitted, footnotes: footnotes, rubies: parser.rubies.fitted,
      tables: tables, figures: figures, findings: told, text: text)
  }

  private mutating func parseInlines(of index: Int) {
    var content = parser.tree.contents[index]
    if let replaced = replacedContent, replaced.block == index {
      content = replaced.content
      if content.isEmpty { blocks[index].kind = .hidden }
    }
    var lines: [Int] = []
    switch blocks[index].kind {
    case .heading(let heading):
      lastLevel = headings[heading].level
      let end =
        parser.syntax.contains(.comments)
        ? CommentScanner.endOfText(parser.text, content) : content.upperBound
      if parser.syntax.contains(.headingIdentifiers),
        let found = HeadingIdentifiers.explicit(in: parser.text, content.lowerBound..<end)
      {
        content = content.lowerBound..<found.contentEnd
        explicit[heading] = Array(parser.text[found.identifier])
      }
    case .paragraph:
      reportCalloutOutside(index, content)
      if parser.syntax.contains(.captions), let caption = caption(index, content) {
        blocks[index].kind = .caption
        content = caption
      } else if parser.syntax.contains(.listedLines), parser.text[content].contains(10) {
        let listed = ListedLines(parser.text, content)
        lines = listed.kept
        let level = containerEnds.isEmpty ? min(6, lastLevel + 1) : nil
        if let finding = listed.finding(in: parser.tree, level: level) { findings.append(finding) }
      }
    case .rawHTML:
      parser.findings.append(Finding(kind: .rawHTML, range: blocks[index].range))
      parser.readCommentMarks(ofHTML: blocks[index].range, in: source.source)
      return
    case .blockQuote:
      readCallout(index)
      return
    case .tableCell: break
    default: return
    }
    guard !content.isEmpty else { return }
    blocks[index].inlines = parser.parse(content, block: index, lines: lines)
    if blocks[index].kind == .caption, case .table(let table) = blocks[index + 1].kind {
      tables[table].caption = blocks[index].inlines
    }
  }

  /// The text of the caption that a paragraph is: one line directly before a table.
  private func caption(_ index: Int, _ content: Range<Int>) -> Range<Int>? {
    let next = index + 1
    guard next < containerEnds.last ?? blocks.count, case .table = blocks[next].kind,
      !parser.text[content].contains(10), let match = CaptionScanner.scan(parser.text, content),
      match.subjects.contains(.table), match.start < content.upperBound
    else { return nil }
    return match.start..<content.upperBound
  }

  /// Adds what was meant as syntax, and takes away what only follows from that.
  private mutating func lookForNearMisses() {
    var scan = NearMissScan(
      blocks: blocks, headings: headings, source: source, parser: parser, told: findings)
    scan.run()
    findings.removeAll { scan.explains($0) }
    parser.findings.removeAll { scan.explains($0) }
    findings += scan.findings
  }

  // MARK: Footnotes

  /// Numbers the footnotes by their first mark in the text, then in the footnotes themselves.
  private mutating func numberFootnotes() -> [Footnote] {
    let definitions = parser.tree.footnoteDefinitions
    guard !definitions.isEmpty else { return [] }
    var footnotes: [Footnote] = []
    var numbers: [Int?] = Array(repeating: nil, count: definitions.count)
    func number(_ range: Range<Int>, _ inlines: inout [Inline], _ blocks: [Block]) {
      for index in range where inlines[index].kind == .footnoteReference {
        let definition = inlines[index].index
        let position = numbers[definition] ?? footnotes.count
        if numbers[definition] == nil {
          numbers[definition] = position
          footnotes.append(
            Footnote(
              label: definitions[definition].label, block: definitions[definition].block,
              referenceCount: 0))
        }
        inlines[index].index = position
        inlines[index].ordinal = footnotes[position].referenceCount
        footnotes[position].referenceCount += 1
      }
    }
    var index = 0
    while index < blocks.count {
      if case .footnoteDefinition = blocks[index].kind {
        index = blocks[index].end
        continue
      }
      number(blocks[index].inlines, &parser.inlines, blocks)
      index += 1
    }
    var next = 0
    while next < footnotes.count {
      let block = footnotes[next].block
      blocks[block].kind = .footnoteDefinition(next)
      var index = block + 1
      while index < blocks[block].end {
        if case .footnoteDefinition = blocks[index].kind {
          index = blocks[index].end
          continue
        }
        number(blocks[index].inlines, &parser.inlines, blocks)
        index += 1
      }
      next += 1
    }
    joinWideFootnotes(numbers)
    joinRepeatedFootnotes()
    for (index, definition) in definitions.enumerated() {
      // A second one is told as such.
      let key = LinkScanner.normalizedLabel(definition.label[...])
      guard parser.footnoteLabels[key] == index else { continue }
      let content = definition.block + 1..<blocks[definition.block].end
      if content.allSatisfy({ blocks[$0].kind == .hidden }) {
        findings.append(Finding(kind: .emptyFootnote, range: definition.range))
        continue
      }
      guard numbers[index] == nil, !joinedFootnotes.contains(index) else { continue }
      findings.append(.lostFootnote(.unusedFootnote, at: definition.range))
    }
    return footnotes
  }

  /// Reports definitions in wide digits, `[^１]: 中身`, of marks in narrow ones as one fault with these.
  private mutating func joinWideFootnotes(_ numbers: [Int?]) {
    var marks: [[UInt8]: [Int]] = [:]
    for (index, finding) in parser.findings.enumerated() where finding.kind == .undefinedFootnote {
      let label = source.source[finding.range].dropFirst(2).dropLast()
      marks[LinkScanner.normalizedLabel(label), default: []].append(index)
    }
    guard !marks.isEmpty else { return }
    var told: Set<Int> = []
    for (index, definition) in parser.tree.footnoteDefinitions.enumerated()
    where numbers[index] == nil {
      let written = String(decoding: definition.label, as: UTF8.self)
      let narrow = Signs.narrowed(written)
      let key = LinkScanner.normalizedLabel(Array(narrow.utf8)[...])
      guard narrow != written, let uses = marks.removeValue(forKey: key) else { continue }
      joinedFootnotes.insert(index)
      told.formUnion(uses)
      findings.append(
        Finding(
          kind: .nearMiss(.footnoteWideMark), range: definition.range,
          repairs: [.init("[^\(narrow)]", edits: [.init(definition.range, with: "[^\(narrow)]")])]))
    }
    guard !told.isEmpty else { return }
    parser.findings = parser.findings.indices.filter { !told.contains($0) }.map {
      parser.findings[$0]
    }
  }

  // MARK: Headings

  private mutating func nameHeadings(_ document: MarkdownDocument) {
    var names = HeadingIdentifiers()
    for index in headings.indices {
      guard let identifier = explicit[index] else { continue }
      if !names.reserve(identifier) {
        findings.append(
          Finding(kind: .duplicateIdentifier, range: blocks[headings[index].block].range))
        explicit[index] = nil
      }
    }
    var open: [Int] = []
    for index in headings.indices {
      let block = blocks[headings[index].block]
      let text = document.line(of: block.inlines)
      headings[index].plainText = text
      let identifier = explicit[index] ?? names.identifier(for: text)
      // Most are the same in Japanese: one array serves both.
      headings[index].identifier = identifier == text ? text : identifier
      let level = headings[index].level
      if let last = open.last, level > last + 1 {
        findings.append(Finding(kind: .skippedHeadingLevel, range: block.range))
      }
      while let last = open.last, last >= level { open.removeLast() }
      open.append(level)
      headings[index].outlineLevel = open.count
    }
  }
}
