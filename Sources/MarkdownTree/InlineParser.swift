import TextRules

/// Parses the inlines of leaf blocks: CommonMark 0.31 §6 with the CJK-friendly amendment, GitHub's
/// strikethrough and bare addresses, and our ruby and record links.
///
/// A leaf's text is cut into items from left to right; delimiter runs and brackets are matched on the
/// way by the two stacks of CommonMark's appendix "A parsing strategy", and `flatten` makes nodes of
/// the items. Each step is linear in the text but for bounded look-ahead.
struct InlineParser {
  /// A piece of the text that is not yet in the tree.
  struct Item {
    /// What the piece is.
    enum Kind: UInt8 {
      case text
      case derived
      case softBreak
      case hardBreak
      case code
      case rawHTML
      /// A delimiter run; `index` is that of its delimiter.
      case delimiter
      /// The beginning of a link or image; `index` is that of its pending reference, or -1 for none.
      case open
      case close
      /// The beginning of an element; `index` is that of its `TextElement`.
      case element
      /// A whole link whose range is its label.
      case link
      case footnoteReference
      case ruby
    }

    var kind: Kind
    var range: Range<Int>
    var index: Int = 0
  }

  /// A link that is not yet in document order.
  struct PendingReference {
    var kind: Reference.Kind
    var isImage: Bool
    var destination: [UInt8]
    var title: [UInt8]?
    var range: Range<Int>
    /// The offsets of the destination in the source: a definition's stands elsewhere.
    var destinationRange: Range<Int>
    /// Whether it would be an image but for the `！` before it.
    var isMeantAsImage = false
  }

  let tree: BlockTree
  let text: [UInt8]
  let syntax: MarkdownSyntax
  let definitions: LinkDefinitions
  /// Normalised labels of footnotes, with the index of the definition.
  let footnoteLabels: [[UInt8]: Int]

  // What is made for the document.
  var decoder: CharacterReferences
  var inlines: [Inline] = []
  /// Decoded text; its ranges begin at `text.count`.
  var derived: [UInt8] = []
  var references: [Reference] = []
  var rubies: [Ruby] = []
  var findings: [Finding] = []

  /// The ends of comments in the source.
  var commentEnds: [Range<Int>] = []
  /// `[^b c]` in the text, by the label without its spaces, in the source.
  var spacedMarks: [[UInt8]: [Range<Int>]] = [:]
  /// What looks like the beginning of a comment in a leaf without its end, in the source.
  var mistypedOpenings: [Range<Int>] = []
  /// The ends that close no comment.
  var strayCommentEnds: [StrayCommentEnd] = []
  /// The link definitions that links use.
  var usedDefinitions: Set<Int> = []
  /// What would be links by definitions that lead to no place: `[label]` in the source.
  var uselessLabels: [Int: [Range<Int>]] = [:]
  /// How many bytes the uses of link definitions have made so far.
  var definitionBytes = 0
  var isOverBudget = false

  // What is known of the leaf being parsed.
  var block = 0
  var position = 0
  var limit = 0
  /// Where the run of plain text before `position` begins.
  var runStart = 0
  /// Where the leaf's text begins: text before it is another leaf's.
  var start = 0
  var items: [Item] = []
  var delimiters: [Delimiter] = []
  var lastDelimiter = -1
  var marks: [EmphasisMark] = []
  var brackets: [Bracket] = []
  /// How many of the lowest brackets may not become links, since a link stands inside them.
  var inactiveBrackets = 0
  var elements = OpenElements()
  var pending: [PendingReference] = []
  var pendingRubies: [Ruby] = []
  var isInRecordLink = false
  var searches = Searches()
  /// Where the lines begin whose line end before them is kept, and how many are passed.
  private var keptLines: [Int] = []
  private var passedLines = 0

  /// What was looked for up to `limit`, so that nothing is looked for in vain twice.
  struct Searches {
    var backticks = BacktickRuns()
    var html = InlineHTMLScanner()
  }

  /// The bytes at which the scan stops.
  private static let stops: [Bool] = {
    var stops = Array(repeating: false, count: 256)
    for byte in "\n`\\&<*_~[]!{:@wW\0".utf8 { stops[Int(byte)] = true }
    return stops
  }()
  private let stops = Self.stops

  init(
    tree: BlockTree, syntax: MarkdownSyntax, definitions: LinkDefinitions,
    footnoteLabels: [[UInt8]: Int], decoder: CharacterReferences
  ) {
    self.tree = tree
    text = tree.text
    self.syntax = syntax
    self.definitions = definitions
    self.footnoteLabels = footnoteLabels
    self.decoder = decoder
    inlines.reserveCapacity(tree.text.count / 64 + 8)
  }

  /// Parses a leaf's text and returns the range of its inlines.
  ///
  /// `lines` are the beginnings of the lines before which the line end is kept.
  mutating func parse(_ content: Range<Int>, block: Int, lines: [Int] = []) -> Range<Int> {
    keptLines = lines
    passedLines = 0
    let first = inlines.count
    var end = content.upperBound
    while end > content.lowerBound, text[end - 1] == 32 || text[end - 1] == 9 { end -= 1 }
    guard end > content.lowerBound else { return first..<first }
    self.block = block
    reset(content.lowerBound..<end)
    scan()
    matchEmphasis(above: -1)
    reportHTML()
    reportMisspelledComments()
    flatten()
    for (character, range) in decoder.takeForbidden() {
      report(.forbiddenCharacter(character), range)
    }
    return first..<inlines.count
  }

  private mutating func reset(_ range: Range<Int>) {
    position = range.lowerBound
    runStart = position
    start = position
    limit = range.upperBound
    items.removeAll(keepingCapacity: true)
    delimiters.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
    brackets.removeAll(keepingCapacity: true)
    elements = OpenElements()
    pending.removeAll(keepingCapacity: true)
    pendingRubies.removeAll(keepingCapacity: true)
    lastDelimiter = -1
    inactiveBrackets = 0
    searches = Searches()
  }

  /// Cuts the text up to `limit` into items.
  mutating func scan() {
    while position < limit {
      let byte = text[position]
      if stops[Int(byte)] { handle(byte) } else { position += 1 }
    }
    flushText(to: limit)
  }

  private mutating func handle(_ byte: UInt8) {
    switch byte {
    case 10: lineEnd()
    case UInt8(ascii: "\\"): backslash()
    case UInt8(ascii: "`"): codeSpan()
    case UInt8(ascii: "&"): characterReference()
    case UInt8(ascii: "<"): angleBracket()
    case UInt8(ascii: "*"), UInt8(ascii: "_"): delimiterRun(byte)
    case UInt8(ascii: "~"):
      if syntax.contains(.strikethrough) { delimiterRun(byte) } else { position += 1 }
    case UInt8(ascii: "["): openBracket()
    case UInt8(ascii: "!"): exclamationMark()
    case UInt8(ascii: "]"): closeBracket()
    case UInt8(ascii: "{"): ruby()
    case 0: append(derived: UTF8.encodedReplacementCharacter, end: position + 1)
    default:
      if !syntax.contains(.bareAddresses) || !bareAddress(byte) { position += 1 }
    }
  }

  // MARK: Items

  /// Ends the run of plain text.
  mutating func flushText(to end: Int) {
    if runStart < end { items.append(Item(kind: .text, range: runStart..<end)) }
    runStart = end
  }

  /// Ends the run of plain text, appends an item, and goes on after it.
  mutating func append(_ kind: Item.Kind, _ range: Range<Int>, index: Int = 0, end: Int) {
    flushText(to: position)
    items.append(Item(kind: kind, range: range, index: index))
    position = end
    runStart = end
  }

  /// Appends decoded text that stands for the source up to `end`.
  mutating func append(derived bytes: some Sequence<UInt8>, end: Int) {
    append(.derived, derive(bytes), end: end)
  }

  /// Keeps decoded bytes and returns their range.
  mutating func derive(_ bytes: some Sequence<UInt8>) -> Range<Int> {
    let lower = text.count + derived.count
    derived.append(contentsOf: bytes)
    return lower..<text.count + derived.count
  }

  /// Reports something wrong with a range of the text.
  mutating func report(_ kind: Finding.Kind, _ range: Range<Int>) {
    findings.append(Finding(kind: kind, range: tree.sourceRange(range)))
  }

  // MARK: Simple inlines

  private mutating func lineEnd() {
    var end = position
    while end > runStart, text[end - 1] == 32 || text[end - 1] == 9 { end -= 1 }
    let isHard = position - end >= 2 && text[position - 1] == 32 && text[position - 2] == 32
    flushText(to: end)
    items.append(Item(kind: isHard ? .hardBreak : .softBreak, range: position..<position + 1))
    position += 1
    while position < limit, text[position] == 32 || text[position] == 9 { position += 1 }
    runStart = position
    keepLine()
  }

  /// Makes the line end before the position a break where the line that begins there is one of its own.
  mutating func keepLine() {
    while passedLines < keptLines.count, keptLines[passedLines] < position { passedLines += 1 }
    guard passedLines < keptLines.count, keptLines[passedLines] == position,
      items.last?.kind == .softBreak
    else { return }
    items[items.count - 1].kind = .hardBreak
  }

  private mutating func backslash() {
    let next = position + 1
    guard next < limit else {
      position = limit
      return
    }
    if text[next] == 10 {
      append(.hardBreak, position..<next + 1, end: next + 1)
      while position < limit, text[position] == 32 || text[position] == 9 { position += 1 }
      runStart = position
    } else if CharacterClass.isASCIIPunctuation(text[next]) {
      flushText(to: position)
      runStart = next
      position = next + 1
    } else {
      position = next
    }
  }

  private mutating func characterReference() {
    guard let decoded = decoder.decode(text, at: position, limit: limit) else {
      position += 1
      return
    }
    reportInvisible(decoded.text, position..<decoded.end)
    append(derived: decoded.text, end: decoded.end)
  }

  /// Reports a reference to a character that nobody sees; one that joins or chooses the shape of a sign is none.
  private mutating func reportInvisible(_ decoded: [UInt8], _ reference: Range<Int>) {
    guard !decoded.isEmpty else { return }
    let (value, length) = UTF8Scalars.scalar(decoded, at: 0, limit: decoded.count)
    guard length == decoded.count, InvisibleCharacter.isInvisible(value),
      !(0xFE00...0xFE0F).contains(value), value < 0xE0000
    else { return }
    if value == 0x200D, reference.lowerBound > start, text[reference.lowerBound - 1] >= 0x80 {
      var lead = reference.lowerBound - 1
      while lead > start, UTF8.isContinuation(text[lead]) { lead -= 1 }
      if [0xE2, 0xEF, 0xF0].contains(text[lead]) { return }
    }
    let place = tree.sourceRange(reference)
    findings.append(
      Finding(
        kind: .invisibleReference(String(decoding: text[reference], as: UTF8.self), value),
        range: place, repairs: [.init("消す", edits: [.init(place, with: "")])]))
  }

  private mutating func codeSpan() {
    var end = position
    while end < limit, text[end] == UInt8(ascii: "`") { end += 1 }
    guard
      let close = searches.backticks.close(of: end - position, after: end, in: text, limit: limit)
    else {
      position = end
      return
    }
    var content = end..<close
    if text[content].contains(where: { $0 == 10 || $0 == 0 }) {
      var bytes: [UInt8] = []
      for byte in text[content] {
        if byte == 0 {
          UTF8Scalars.append(0, to: &bytes)
        } else {
          bytes.append(byte == 10 ? 32 : byte)
        }
      }
      let trimmed = Self.codeContent(bytes, bytes.indices)
      content = derive(bytes[trimmed])
    } else {
      content = Self.codeContent(text, content)
    }
    append(.code, content, end: close + (end - position))
  }

  /// A code span's content without the one space on each side that keeps backticks apart (§6.1).
  private static func codeContent(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    guard range.count > 1, bytes[range.lowerBound] == 32, bytes[range.upperBound - 1] == 32,
      bytes[range].contains(where: { $0 != 32 })
    else { return range }
    return range.lowerBound + 1..<range.upperBound - 1
  }

  private mutating func angleBracket() {
    if syntax.contains(.comments), CommentScanner.begins(text, at: position, limit: limit) {
      comment()
    } else if syntax.contains(.elements),
      let tag = ElementScanner.scan(text, at: position, limit: limit)
    {
      read(tag)
    } else if let link = AddressScanner.angleLink(text, at: position, limit: limit) {
      let address = Array(text[link.content])
      let prefix = link.isMail ? Array("mailto:".utf8) : []
      if !syntax.contains(.schemeFilter) || Destination.kind(of: prefix + address) == .external {
        appendLink(to: prefix + address, label: link.content, range: position..<link.end)
      } else {
        report(.forbiddenScheme, link.content)
        flushText(to: position)
        position = link.end
      }
    } else if let end = searches.html.end(of: text, at: position, limit: limit) {
      if let comment = firstComment(in: position..<end) {
        report(.rawHTML, position..<end)
        position = comment
      } else {
        append(.rawHTML, position..<end, end: end)
      }
    } else {
      position += 1
    }
  }

  /// Appends a link whose label is its address.
  mutating func appendLink(to destination: [UInt8], label: Range<Int>, range: Range<Int>) {
    let reference = PendingReference(
      kind: .external, isImage: false, destination: destination, title: nil, range: range,
      destinationRange: tree.sourceRange(label))
    pending.append(reference)
    append(.link, label, index: pending.count - 1, end: range.upperBound)
  }

  private mutating func ruby() {
    guard syntax.contains(.ruby),
      let match = RubyScanner.scan(text, at: position, limit: limit)
    else {
      position += 1
      return
    }
    var pairs: [Ruby.Pair] = []
    if match.readings.count == 1 {
      pairs = [.init(base: match.base, reading: match.readings[0])]
    } else {
      let characters = RubyScanner.characters(text, match.base)
      guard characters.count == match.readings.count else {
        report(.malformedRuby, position..<match.end)
        position = match.end
        return
      }
      pairs = zip(characters, match.readings).map { .init(base: $0, reading: $1) }
    }
    pendingRubies.append(Ruby(pairs: pairs, range: tree.sourceRange(position..<match.end)))
    append(.ruby, match.base, index: pendingRubies.count - 1, end: match.end)
  }
}
