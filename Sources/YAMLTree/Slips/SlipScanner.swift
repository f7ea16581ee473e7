/// Finds slips of authors in YAML, in one pass over its lines.
///
/// It knows of YAML what catalogues use: mappings, lists, brackets, quotes, texts below `|`. What it does not
/// know is left to libyaml; what libyaml reads as it looks is no slip.
struct SlipScanner {
  /// A mapping or list whose lines begin at one column.
  struct Level {
    let indent: Int
    let isList: Bool
  }

  /// What stands before the line that is looked at.
  enum Previous {
    case nothing
    /// A key or a dash whose value may follow.
    case open
    /// A text without quotes, which may go on.
    case plain(Range<Int>)
    /// A value that has ended.
    case whole
    /// A line that is not read; nor is what belongs to it.
    case lost
  }

  /// A line of the source.
  struct Line {
    let start: Int
    /// The end without blanks.
    let end: Int
    let next: Int
  }

  /// Where front matter ends before its range does.
  enum Closing: Equatable {
    /// A line that is meant as `---`.
    case wrong(Range<Int>)
    /// `---` is missing at this place.
    case missing(Int)
  }

  let source: [UInt8]
  let range: Range<Int>
  let words: YAMLWords
  /// Whether the text may end before its range: it stands in a file with more.
  let findsEnd: Bool
  /// The smallest column of a line.
  private(set) var base = 0
  /// Where the last line begins that is surely a field; −1 where there is none.
  private(set) var lastField = -1

  var slips: [YAMLSlip] = []
  /// The lines that are not read, since they belong to one that is not.
  var dropped: [YAMLEdit] = []
  /// The lines up to a place that stand at another column than they are read at, with the difference.
  var shift: (end: Int, columns: Int) = (0, 0)
  var levels: [Level] = []
  var previous = Previous.nothing
  /// Where the line of the field ends that is open.
  var openEnd = 0
  /// The last line of a list of the outermost level that has no entries so far.
  var emptyHead: (name: String, line: Line)?
  /// The line of a list whose entries stood above it.
  var passedHead: Int?
  /// The lines whose dashes before fields have been told with the first of them.
  var undashed: Set<Int> = []
  /// Up to where entries have been joined to the group of the first of them.
  var joinedGroups = -1
  var closing: Closing?
  /// Where the next line begins.
  var position: Int
  /// Where the last line ended that is neither blank nor a comment.
  private(set) var contentEnd: Int
  /// Whether the line before was blank.
  private(set) var followsBlank = false
  /// What the field of the outermost level holds in which the line stands.
  var holding: YAMLWords.Holding?
  /// Whether its groups need no key of their own.
  var hasOpenGroups = false

  init(_ source: [UInt8], _ range: Range<Int>, _ words: YAMLWords, findsEnd: Bool) {
    self.source = source
    self.range = range
    self.words = words
    self.findsEnd = findsEnd
    position = range.lowerBound
    contentEnd = range.lowerBound
    measure()
  }

  /// Finds the slips of the text, in their order.
  static func scan(
    _ source: [UInt8], _ range: Range<Int>, _ words: YAMLWords, findsEnd: Bool = false
  ) -> (slips: [YAMLSlip], dropped: [YAMLEdit], closing: Closing?) {
    var scanner = SlipScanner(source, range, words, findsEnd: findsEnd)
    while scanner.position < range.upperBound, scanner.closing == nil { scanner.scanLine() }
    return (scanner.merged(), scanner.dropped, scanner.closing)
  }

  /// Looks through the lines for their smallest column and the last field.
  private mutating func measure() {
    var smallest: Int?
    var place = range.lowerBound
    while place < range.upperBound {
      let line = line(at: place)
      var at = line.start
      while at < line.end, source[at] == space { at += 1 }
      if at < line.end, source[at] != hash {
        if smallest.map({ at - line.start < $0 }) ?? true { smallest = at - line.start }
        if at == line.start, !words.fields.isEmpty, let key = key(at: at, line, isSure: true),
          words.fields[key.name] != nil
        {
          lastField = line.start
        }
      }
      place = line.next
    }
    base = smallest ?? 0
  }

  /// The line that begins at `start`.
  func line(at start: Int) -> Line {
    var end = start
    while end < range.upperBound, source[end] != 10, source[end] != 13 { end += 1 }
    var next = min(end + 1, range.upperBound)
    if end + 1 < range.upperBound, source[end] == 13, source[end + 1] == 10 { next += 1 }
    while end > start, isBlank(source[end - 1]) { end -= 1 }
    return Line(start: start, end: end, next: next)
  }

  private mutating func scanLine() {
    let line = line(at: position)
    position = line.next
    let (at, column, oddity) = indentation(of: line)
    if at == line.end {
      if let oddity { addIndentation(oddity, line.start..<oddity.upperBound, to: 0, in: line) }
      followsBlank = true
      return
    }
    if source[at] == hash {
      followsBlank = true
      return
    }
    if findsEnd, isMark(line) {
      if line.start < lastField {
        removeMark(line, at..<line.end)
      } else {
        closing = .wrong(at..<line.end)
      }
      return
    }
    if findsEnd, at == line.start, line.start > lastField,
      FrontMatterMark.isGlued(source[line.start..<line.end])
    {
      closing = .missing(line.start)
      return
    }
    if levels.isEmpty {
      levels = [Level(indent: base, isList: isItem(at, line) && !holdsFields(from: at, line))]
    }
    if oddity != nil || !signBeforeDash(at, line) { content(at, column, oddity, line) }
    if closing != nil { return }
    followsBlank = false
    // A value may have gone on over lines.
    contentEnd = position
  }

  /// Where the content of a line begins, at which column, and the first sign before it that is no space.
  private func indentation(of line: Line) -> (at: Int, column: Int, oddity: Range<Int>?) {
    var at = line.start
    var column = 0
    var oddity: Range<Int>?
    while at < line.end {
      if source[at] == space {
        at += 1
        column += 1
      } else if source[at] == 9 {
        oddity = oddity ?? at..<(at + 1)
        at += 1
        column += 2
      } else if let length = wideSpace(at) {
        oddity = oddity ?? at..<(at + length)
        at += length
        column += 2
      } else {
        break
      }
    }
    // A line of blanks: those behind the last content were taken off, wide ones were not.
    if at == line.end, oddity == nil, let tab = source[line.start..<line.next].firstIndex(of: 9) {
      oddity = tab..<(tab + 1)
    }
    return (at, column, oddity)
  }

  /// Finds what the line is to the levels that are open.
  mutating func content(
    _ at: Int, _ column: Int, _ oddity: Range<Int>?, _ line: Line
  ) {
    let isItem = isItem(at, line)
    var column = max(line.start < shift.end ? column + shift.columns : column, base)
    if let oddity {
      column = fittingColumn(column, at, line, isItem: isItem)
      addIndentation(oddity, line.start..<at, to: column, in: line)
    }
    var popped: Level?
    while let top = levels.last, levels.count > 1, top.indent > column {
      popped = levels.removeLast()
    }
    guard let top = levels.last else { return }
    let isOpen = if case .open = previous, popped == nil { true } else { false }
    if case .open = previous, openEnd > 0, source[at] == UInt8(ascii: "{"),
      (popped ?? top).isList, isListHeld
    {
      // The group of an entry, not further to the right than its dash.
      if let popped { levels.append(popped) }
      add(.brokenValue, at: at..<(at + 1), [[YAMLEdit(openEnd..<at, with: " ")]])
      value(at, line, holding: heldByItem)
      return
    }
    if top.indent == column {
      aligned(at, column, line, isItem: isItem, isOpen: isOpen, top)
    } else if isOpen {
      child(at, column, line, isItem: isItem)
    } else if let popped {
      // Its column lies between those of two levels.
      let own = isField(at, line) && levels.count == 1 ? top : popped
      if own.indent != top.indent { levels.append(own) }
      misaligned(at, own.indent, line, isItem: isItem)
    } else {
      continued(at, line, isItem: isItem, top)
    }
  }

  /// The column that a line is meant to stand at that begins with a tab or a wide space: that of its
  /// neighbours.
  private func fittingColumn(_ column: Int, _ at: Int, _ line: Line, isItem: Bool) -> Int {
    guard let top = levels.last else { return base }
    if case .open = previous {
      // Its neighbour stands below it.
      if isItem, line.next < range.upperBound {
        let next = self.line(at: line.next)
        let start = next.start + source[next.start..<next.end].prefix { $0 == space }.count
        if start < next.end, source[start] == dash, isBlankOrEnd(start + 1),
          start - next.start >= top.indent
        {
          return start - next.start
        }
      }
      return column > top.indent ? column : top.indent + 2
    }
    if !isItem, let key = key(at: at, line, isSure: true), words.fields[key.name] != nil,
      !words.inner.contains(key.name)
    {
      return levels[0].indent
    }
    return levels.last { $0.isList == isItem }?.indent ?? top.indent
  }

  private mutating func addIndentation(
    _ oddity: Range<Int>, _ blanks: Range<Int>, to column: Int, in line: Line
  ) {
    let isTab = source[oddity.lowerBound] == 9
    let edit = YAMLEdit(blanks, with: String(repeating: " ", count: column))
    add(isTab ? .tab : .wrongSign(text(oddity), meant: " "), at: oddity, [[edit]])
  }
}
