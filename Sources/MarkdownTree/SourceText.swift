/// The lines of a source, and the copy of it that the block parser reads.
///
/// The copy has the same length, so that lines and columns are those of the source. Some bytes are
/// covered in it by control characters, so that they have no meaning for the blocks: the inlines are
/// always read from the source itself. (Bytes that are no UTF-8 would do as well but for tables, whose
/// scanner accepts none.)
struct SourceText {
  /// Bytes that stand in the copy for covered ones; `uncovered(_:)` gives those back.
  enum Cover {
    static let null: UInt8 = 0x1F
    static let quote: UInt8 = 0x1E
    static let pipe: UInt8 = 0x1D
    static let dash: UInt8 = 0x1C
    static let angle: UInt8 = 0x1B
  }

  /// Block quote marks in one line beyond this are covered (10,000 of them would nest as deep).
  static let maximumQuoteMarks = 100
  /// Delimiter rows in one run of lines without a blank one beyond this are covered: for each, the C
  /// parser reads the whole paragraph before it again.
  static let maximumDelimiterRows = 64
  /// A table that lacks more cells than this is no table: each row is filled up to the header's number,
  /// so that a line of 10,000 columns and 10,000 lines of one letter would make 100 million cells.
  static let maximumMissingCells = 100_000

  /// A table with more columns than this is no table, and a row's cells beyond it are not cut: the C
  /// parser walks over all cells of a row for each that it adds.
  static let maximumColumns = 1_000

  let source: [UInt8]
  /// Where the text begins in `source`.
  let base: Int
  /// The copy for the block parser, which ends with a line end; its offset 0 is `base` in the source.
  private(set) var masked: [UInt8]
  /// The offsets in `masked` at which lines begin.
  private(set) var lineStarts: [Int] = []
  /// The offsets in `masked` at which lines end, before the line end.
  private(set) var lineEnds: [Int] = []
  /// Lines that may begin a link reference definition.
  private(set) var definitionCandidates: [Int] = []
  /// The delimiter rows of tables that lack too many cells.
  private(set) var oversizedTables: [Int] = []
  /// The first line with covered quote marks.
  private(set) var deepQuoteLine: Int?

  private let syntax: MarkdownSyntax

  init(_ source: [UInt8], range: Range<Int>, syntax: MarkdownSyntax = .all) {
    self.source = source
    self.syntax = syntax
    base = range.lowerBound
    masked = Array(source[range])
    if let last = masked.last, last != 10, last != 13 { masked.append(10) }
    splitLines()
    coverLines()
  }

  /// The byte that a byte of the copy stands for.
  static func uncovered(_ byte: UInt8) -> UInt8 {
    switch byte {
    case Cover.null: 0
    case Cover.quote: UInt8(ascii: ">")
    case Cover.pipe: UInt8(ascii: "|")
    case Cover.dash: UInt8(ascii: "-")
    case Cover.angle: UInt8(ascii: "<")
    default: byte
    }
  }

  /// Whether the first line ends in a carriage return and a line feed, as files of Windows do.
  var endsLinesInTwo: Bool {
    guard let end = source.firstIndex(of: 10) else { return false }
    return end > 0 && source[end - 1] == 13
  }

  /// The byte at an offset of the copy, as the source has it.
  func original(at offset: Int) -> UInt8 {
    let index = base + offset
    return index < source.count ? source[index] : 10
  }

  /// The offsets of a line in the source.
  func range(ofLine line: Int) -> Range<Int> {
    let line = min(max(line, 0), lineStarts.count - 1)
    return base + lineStarts[line]..<base + lineEnds[line]
  }

  private mutating func splitLines() {
    lineStarts.reserveCapacity(masked.count / 40 + 4)
    lineEnds.reserveCapacity(masked.count / 40 + 4)
    var start = 0
    var index = 0
    let count = masked.count
    while index < count {
      let byte = masked[index]
      if byte > 13 {
        // A cover in the source itself is no character of a text.
        if byte >= Cover.angle, byte <= Cover.null { masked[index] = Cover.null }
        index += 1
        continue
      }
      if byte == 0 { masked[index] = Cover.null }
      if byte == 10 || byte == 13 {
        lineStarts.append(start)
        lineEnds.append(index)
        if byte == 13, index + 1 < count, masked[index + 1] == 10 {
          index += 1
        } else {
          // The C parser loses count of lines that end with a carriage return alone (`|- \r`).
          masked[index] = 10
        }
        start = index + 1
      }
      index += 1
    }
  }

  private mutating func coverLines() {
    var delimiterRows = 0
    for line in lineStarts.indices {
      let end = lineEnds[line]
      let start = coverQuoteMarks(line)
      if start == end {
        delimiterRows = 0
        continue
      }
      let first = masked[start]
      if first == UInt8(ascii: "["), start + 1 < end, mayDefineLink(start, lineEnd: end) {
        definitionCandidates.append(line)
      }
      if first == UInt8(ascii: "<") { coverAngle(start, lineEnd: end) }
      guard masked[start..<end].contains(where: { $0 == 124 || $0 == 58 }) else { continue }
      coverPipes(from: start, to: end)
      let isWide = coverExcessPipes(line)
      guard isDelimiterRow(lineStarts[line]..<end) else { continue }
      delimiterRows += 1
      let isOversized =
        isWide || delimiterRows <= Self.maximumDelimiterRows && lacksTooManyCells(after: line)
      if isOversized { oversizedTables.append(line) }
      if isOversized || delimiterRows > Self.maximumDelimiterRows,
        let dash = masked[lineStarts[line]..<end].lastIndex(of: UInt8(ascii: "-"))
      {
        masked[dash] = Cover.dash
      }
    }
  }

  /// Whether a line may define a link; of footnotes only one whose label has a space, which makes it none.
  private func mayDefineLink(_ start: Int, lineEnd: Int) -> Bool {
    guard masked[start + 1] == UInt8(ascii: "^") else { return true }
    return LinkScanner.label(masked, at: start, limit: lineEnd)
      .map { FootnoteLabel.joined(masked[$0.content]) != nil } ?? false
  }

  /// Covers the `<` of a line that begins with an element that a text may have, or with a comment before a
  /// text: it would make the lines a block of HTML.
  ///
  /// The same goes for `<SIP>` and other tags that no HTML has: the lines below would be shown as typed.
  private mutating func coverAngle(_ start: Int, lineEnd: Int) {
    if syntax.contains(.elements),
      ElementScanner.scan(masked, at: start, limit: lineEnd) != nil
        || HTMLName.isForeignTag(masked, at: start, limit: lineEnd)
    {
      masked[start] = Cover.angle
      return
    }
    guard syntax.contains(.comments), CommentScanner.begins(masked, at: start, limit: lineEnd),
      let end = CommentScanner.end(of: masked, at: start, limit: lineEnd),
      CommentScanner.hasText(masked, end..<lineEnd)
    else { return }
    masked[start] = Cover.angle
  }

  private func lacksTooManyCells(after line: Int) -> Bool {
    let columns = cellCount(line)
    guard columns > 2 else { return false }
    var missing = 0
    var next = line + 1
    while next < lineStarts.count, lineStarts[next] < lineEnds[next] {
      missing += max(0, columns - cellCount(next))
      if missing > Self.maximumMissingCells { return true }
      next += 1
    }
    return false
  }

  /// Covers the `|` of the cells that no table has; false where there are none.
  ///
  /// A row may have a `|` on both sides of its cells or on neither.
  private mutating func coverExcessPipes(_ line: Int) -> Bool {
    let limit = Self.maximumColumns + 1
    guard cellCount(line) - 1 > limit else { return false }
    var pipes = 0
    for index in lineStarts[line]..<lineEnds[line] where masked[index] == UInt8(ascii: "|") {
      pipes += 1
      if pipes > limit + 2 { cover(index..<index + 1) }
    }
    return true
  }

  private func cellCount(_ line: Int) -> Int {
    masked[lineStarts[line]..<lineEnds[line]].count { $0 == UInt8(ascii: "|") } + 1
  }

  /// Covers the quote marks beyond the limit and returns where the container marks of a line end.
  private mutating func coverQuoteMarks(_ line: Int) -> Int {
    var quotes = 0
    var index = lineStarts[line]
    let end = lineEnds[line]
    while index < end {
      switch masked[index] {
      case 9, 32, 40...43, 45, 46, 48...57: break
      case UInt8(ascii: ">"):
        quotes += 1
        if quotes > Self.maximumQuoteMarks {
          masked[index] = Cover.quote
          if deepQuoteLine == nil { deepQuoteLine = line }
        }
      default: return index
      }
      index += 1
    }
    return index
  }

  private func isDelimiterRow(_ range: Range<Int>) -> Bool {
    var dashes = false
    for byte in masked[range] {
      switch byte {
      case UInt8(ascii: "-"): dashes = true
      case 9, 32, 58, 62, 124, Cover.pipe: break
      default: return false
      }
    }
    return dashes
  }

  /// Covers `|` inside ruby annotations, record links and comments, which must not cut a table's cell.
  private mutating func coverPipes(from start: Int, to end: Int) {
    if syntax.contains(.comments), masked[start..<end].contains(UInt8(ascii: "<")) {
      for comment in CommentScanner.comments(in: masked, start..<end) { cover(comment) }
    }
    var index = start
    while index < end {
      let byte = masked[index]
      if byte == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if byte == UInt8(ascii: "{") {
        if let ruby = RubyScanner.scan(masked, at: index, limit: end) {
          cover(index..<ruby.end)
          index = ruby.end
          continue
        }
      } else if byte == UInt8(ascii: "["),
        let link = RecordLinkScanner.scan(masked, at: index, limit: end)
      {
        cover(index..<link.end)
        index = link.end
        continue
      }
      index += 1
    }
  }

  private mutating func cover(_ range: Range<Int>) {
    for index in range where masked[index] == UInt8(ascii: "|") {
      // An escaped one does not cut, and the C parser takes its backslash away.
      if index == 0 || masked[index - 1] != UInt8(ascii: "\\") { masked[index] = Cover.pipe }
    }
  }
}
