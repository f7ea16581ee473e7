/// Looks through what stays text for syntax that was meant and missed by a sign.
///
/// One scan over the texts of a document, after the inlines are parsed. Most leaves have no sign that could
/// be part of a slip; the others are read as code points. What is looked for ahead is bounded.
struct NearMissScan {
  let tree: BlockTree
  let source: SourceText
  let blocks: [Block]
  let headings: [Heading]
  let inlines: [Inline]
  let references: [Reference]
  let footnoteLabels: [[UInt8]: Int]
  /// `[^b c]` in the text, by the label without its spaces.
  let spacedMarks: [[UInt8]: [Range<Int>]]
  /// How many marks of a footnote there are that has no definition.
  let undefinedMarks: [[UInt8]: Int]
  /// Where lists begin that were typed by hand, which have been told.
  private let typedLists: Set<Int>

  /// What was found.
  var findings: [Finding] = []
  /// Labels of links whose definitions are missed by a sign: their uses are not reported.
  var missedDefinitions: Set<[UInt8]> = []
  /// Labels of footnotes whose mark or definition is missed by a sign: the other one lacks nothing.
  var explainedFootnotes: Set<[UInt8]> = []
  /// Rows of tables whose code is cut by bars: its backticks are not without a second one.
  var cutRows: [Range<Int>] = []
  /// Stretches of the source in which nothing else is a slip of its own.
  var covered: [Range<Int>] = []

  // What is known of the leaf being looked through.
  var leaf = Leaf([], 0..<0, texts: [], addresses: [])
  var block = 0
  /// The open containers of the block.
  private(set) var ancestors: [Int] = []
  /// Whether it has the rows of a table that is none.
  private(set) var isTable = false
  /// The last block with an emphasis that is not closed.
  var openEmphasis: OpenEmphasis?
  /// The level of the last heading.
  var lastLevel = 1
  /// The last table.
  var lastTable: Int?
  /// Opening fences of wide signs that wait for their closing ones.
  var openFence: (finding: Finding, replacement: String)?
  /// Footnotes that wait for their marks: their labels with spaces and case folded.
  let unusedFootnotes: Set<[UInt8]>
  /// What may have been meant as their marks.
  var footnoteSlips: [(key: [UInt8], label: String, place: Range<Int>)] = []
  /// The numbered lists of which a number is reported, with the range of the list.
  var misnumbered: [Range<Int>] = []
  /// Marks of footnotes in wide signs, by their label.
  var wideFootnotes: [(label: String, mark: Range<Int>, edits: [Finding.Repair.Edit])] = []
  /// Readings in `《》`, which are reported where all of them are readings.
  var angles: [Finding] = []
  var isAngleAmbiguous = false

  /// The bytes that may be part of a slip: 1 of themselves, others with those beside them.
  private static let triggers: [UInt8] = {
    var triggers = [UInt8](repeating: 0, count: 256)
    for byte in "[]{}|*~`!_\t\\".utf8 { triggers[Int(byte)] = 1 }
    triggers[0xEF] = 2
    triggers[0xE3] = 3
    triggers[0x2F] = 4
    return triggers
  }()

  init(
    blocks: [Block], headings: [Heading], source: SourceText, parser: InlineParser,
    told findings: [Finding]
  ) {
    tree = parser.tree
    self.source = source
    self.blocks = blocks
    self.headings = headings
    inlines = parser.inlines
    references = parser.references
    footnoteLabels = parser.footnoteLabels
    spacedMarks = parser.spacedMarks
    var undefined: [[UInt8]: Int] = [:]
    for finding in parser.findings where finding.kind == .undefinedFootnote {
      let label = source.source[finding.range].dropFirst(2).dropLast()
      undefined[LinkScanner.normalizedLabel(label), default: 0] += 1
    }
    undefinedMarks = undefined
    unusedFootnotes = Set(
      findings.filter { $0.kind == .unusedFootnote }.map {
        LinkScanner.normalizedLabel(source.source[$0.range].dropFirst(2).dropLast())
      })
    typedLists = Set(
      findings.compactMap { finding in
        if case .typedList = finding.kind { finding.range.lowerBound } else { nil }
      })
  }

  /// Looks through the whole document.
  mutating func run() {
    var heading = 0
    for index in blocks.indices {
      while let last = ancestors.last, blocks[last].end <= index { ancestors.removeLast() }
      block = index
      switch blocks[index].kind {
      case .paragraph:
        lookAtCaption(index)
        lookThrough(index, isParagraph: true)
      case .caption, .tableCell: lookThrough(index, isParagraph: false)
      case .heading:
        if tree.contents[index].isEmpty { reportEmptyHeading(index) }
        lookThrough(index, isParagraph: false)
        lastLevel = headings[heading].level
        lookAtUnderline(index)
        lookAtClosingMark(index)
        heading += 1
      case .code: lookAtFence(index)
      case .blockQuote: lookAtNumber(quotedBy: index)
      case .callout where !blocks[index].inlines.isEmpty: lookThrough(index, ofTitle: index + 1)
      case .list(let start, _):
        if let start { lookAtNumbers(index, from: start) }
        lookAtList(index, isNumbered: start != nil)
      case .table:
        lookAtRows(index)
        lastTable = index
      default: break
      }
      if blocks[index].end > index + 1 { ancestors.append(index) }
    }
    lookAtAddresses()
    finish()
  }

  /// The container of the block that is looked at.
  var parent: Int? { ancestors.last }

  /// Reports what waits for the end of the document, and drops what only follows from another slip.
  private mutating func finish() {
    if let openFence, case .nearMiss(.wideFence("｀｀｀")) = openFence.finding.kind {
      findings.append(Finding(kind: openFence.finding.kind, range: openFence.finding.range))
    }
    if !isAngleAmbiguous { findings += angles }
    reportWideFootnotes()
    reportFootnoteSlips()
    dropFollowingNumbers()
    findings = findings.filter { finding in
      if case .nearMiss(.linkWithoutDefinition(let label)) = finding.kind {
        return !missedDefinitions.contains(LinkScanner.normalizedLabel(Array(label.utf8)[...]))
      }
      if typedLists.contains(finding.range.lowerBound), case .nearMiss(.listWideMark) = finding.kind
      {
        return false
      }
      if case .nearMiss(.unclosedCode) = finding.kind {
        return !Self.isCovered(finding.range, by: cutRows)
      }
      return !Self.isCovered(finding.range, by: covered)
    }
  }

  /// Whether a range lies in a stretch that is a slip as a whole, and does not begin it.
  private static func isCovered(_ range: Range<Int>, by covered: [Range<Int>]) -> Bool {
    // They stand in order, and none overlap.
    var low = 0
    var high = covered.count
    while low < high {
      let middle = (low + high) / 2
      if covered[middle].lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low > 0 && range.upperBound <= covered[low - 1].upperBound
  }

  // MARK: Leaves

  /// Looks through the title of a box, which is the first line of a paragraph.
  private mutating func lookThrough(_ index: Int, ofTitle paragraph: Int) {
    var content = tree.contents[paragraph]
    if let end = tree.text[content].firstIndex(of: 10) { content = content.lowerBound..<end }
    guard !content.isEmpty, mayHaveSlip(blocks[index].inlines, content) else { return }
    read(index, content)
    lookAtInlines()
  }

  private mutating func lookThrough(_ index: Int, isParagraph: Bool) {
    let content = tree.contents[index]
    guard !content.isEmpty else { return }
    let count = findings.count
    var isOneSlip = false
    defer {
      if isParagraph, parent != nil, !isOneSlip, !hasTypedList(content) {
        lookAtLazyLine(index, content, told: findings[count...].map(\.range))
      }
    }
    let hasSign = mayHaveSlip(blocks[index].inlines, content)
    guard hasSign || isParagraph && mayBeginWithSlip(content) else { return }
    read(index, content)
    isTable = false
    if isParagraph {
      isTable = lookAtTable()
      isOneSlip = isTable || lookAtLines()
      if isOneSlip, !isTable { return }
    } else if case .heading = blocks[index].kind {
      lookAtIdentifier()
    }
    lookAtInlines()
  }

  /// Whether a list that was typed by hand, which has been told, begins in a leaf.
  func hasTypedList(_ content: Range<Int>) -> Bool {
    guard !typedLists.isEmpty else { return false }
    let place = tree.sourceRange(content)
    return typedLists.contains { place.contains($0) }
  }

  /// Reads a leaf as code points.
  private mutating func read(_ index: Int, _ content: Range<Int>) {
    var texts: [Range<Int>] = []
    var addresses: [Range<Int>] = []
    var place = blocks[index].inlines.lowerBound
    while place < blocks[index].inlines.upperBound {
      let inline = inlines[place]
      var next = place + 1
      switch inline.kind {
      case .text: if inline.range.upperBound <= tree.text.count { texts.append(inline.range) }
      case .link where !references[inline.index].isLabelled:
        next = inline.end
        if inline.range.upperBound <= tree.text.count,
          tree.text[inline.range.lowerBound] != UInt8(ascii: "<"),
          tree.text[inline.range.lowerBound] != UInt8(ascii: "[")
        {
          addresses.append(inline.range)
        }
      case .image: next = inline.end
      default: break
      }
      place = next
    }
    leaf = Leaf(tree.text, content, texts: texts, addresses: addresses)
  }

  /// Whether a text of a leaf has a sign that may be part of a slip.
  private func mayHaveSlip(_ range: Range<Int>, _ content: Range<Int>) -> Bool {
    let text = tree.text
    if text[content.upperBound - 1] == UInt8(ascii: "\\") { return true }
    for index in range {
      let kind = inlines[index].kind
      if kind == .emphasis || kind == .strong && text[inlines[index].range.lowerBound] == 0x5F {
        return true
      }
      guard kind == .text else { continue }
      var place = inlines[index].range.lowerBound
      let end = inlines[index].range.upperBound
      guard end <= text.count else { continue }
      // A sign that a backslash keeps from being syntax.
      if place > content.lowerBound, text[place - 1] == UInt8(ascii: "\\") { return true }
      while place < end {
        switch Self.triggers[Int(text[place])] {
        case 0: place += 1
        case 1: return true
        case 2:
          let before = place > 0 ? text[place - 1] : 0
          if place + 2 < end, isWideTrigger(text[place + 1], text[place + 2], after: before) {
            return true
          }
          place += 3
        case 4:
          // `ttps://`, `http//`, `https:/`
          if place > 0, place + 1 < text.count,
            text[place + 1] == 0x2F || [0x3A, 0x3B].contains(text[place - 1])
          {
            return true
          }
          place += 1
        default:
          // 《 【 〜
          if place + 2 < end, text[place + 1] == 0x80, [0x8A, 0x90, 0x9C].contains(text[place + 2])
          {
            return true
          }
          place += 3
        }
      }
    }
    return false
  }

  /// ＊＃＾［］｛｜｝～｀＠＜ by their second and third bytes, ：／ in `https：／／`, and ． behind a letter.
  private func isWideTrigger(_ second: UInt8, _ third: UInt8, after before: UInt8) -> Bool {
    // ｈ begins an address.
    if second == 0xBD { return [0x9B, 0x9C, 0x9D, 0x9E, 0x80, 0x88].contains(third) }
    guard second == 0xBC else { return false }
    switch third {
    case 0x8A, 0x83, 0xBB, 0xBD, 0xBE, 0xA0, 0x9C: return true
    case 0x8E: return AddressScanner.isAlphanumeric(before)
    case 0x9A: return before == UInt8(ascii: "p") || before == UInt8(ascii: "s")
    case 0x8F: return before == UInt8(ascii: ":")
    default: return false
    }
  }

  /// Whether a line of a paragraph begins in a way that needs a look.
  private func mayBeginWithSlip(_ content: Range<Int>) -> Bool {
    let text = tree.text
    var start = content.lowerBound
    while true {
      let byte = text[start]
      switch byte {
      case UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), 48...57,
        UInt8(ascii: "'"), UInt8(ascii: "["), UInt8(ascii: ":"), 0xE2, 0xEF, 0xC2:
        return true
      case 0xE3:
        // A wide space or ー.
        if start + 2 < content.upperBound,
          text[start + 1] == 0x80 && text[start + 2] == 0x80
            || text[start + 1] == 0x83 && text[start + 2] == 0xBC
        {
          return true
        }
      default: break
      }
      guard let next = text[start..<content.upperBound].firstIndex(of: 10),
        next + 1 < content.upperBound
      else { return false }
      start = next + 1
    }
  }
}
