extension SlipScanner {
  // MARK: - Where a line stands

  /// A line at the column of the innermost open level.
  mutating func aligned(
    _ at: Int, _ column: Int, _ line: Line, isItem: Bool, isOpen: Bool, _ top: Level
  ) {
    if top.isList {
      if isItem {
        item(at, column, line)
        return
      }
      let isField = key(at: at, line, isSure: true) != nil
      if levels.count > 1, levels[levels.count - 2].indent == column,
        isField || levels.count > 2 || words.fields.isEmpty || mayEndFields(line)
          || isLineOfText(at, line)
      {
        levels.removeLast()
        field(at, line)
        return
      }
      entryWithoutDash(at, column, line)
    } else if isItem {
      if isOpen, takesItems {
        levels.append(Level(indent: column, isList: true))
        item(at, column, line)
      } else if source[at] == dash || !isField(at, line) {
        if dashedField(at, line) || endsFields(line) { return }
        if case .nothing = previous {
          noteBehindDash(at, line)
        } else if !isBlankOrEnd(at + 1), case .plain = previous, !followsBlank {
          stray(.brokenValue, at, line)
        } else if !partedList(at, line) {
          stray(.strayItem, at, line)
        }
      } else {
        field(at, line)
      }
    } else {
      field(at, line)
    }
  }

  /// Whether the field that is open may be a list, or nothing is known of it.
  private var takesItems: Bool {
    levels.count > 1 || holding != .text
  }

  /// A line below a key or dash without a value.
  mutating func child(_ at: Int, _ column: Int, _ line: Line, isItem: Bool) {
    let isProper = source[at] == dash && isBlankOrEnd(at + 1)
    if isItem, isProper || takesItems, isProper || isLikelyItem(at) {
      levels.append(Level(indent: column, isList: true))
      item(at, column, line)
    } else if let key = key(at: at, line, isSure: !words.fields.isEmpty) {
      if words.fields[key.name] != nil, !words.inner.contains(key.name), levels.count == 1,
        holding != nil
      {
        // A field of the record stands too far to the right; the field above it has no value.
        misaligned(at, levels[0].indent, line, isItem: false)
        return
      }
      if levels.count == 1, holding == .references, words.inner.contains(key.name) {
        groupWithoutDash(at, column, line)
      }
      levels.append(Level(indent: column, isList: false))
      value(of: key, line)
    } else if levels.count == 1, isListHeld, !isBracket(source[at]), !isInWideBrackets(at, line) {
      levels.append(Level(indent: column, isList: true))
      entryWithoutDash(at, column, line)
    } else {
      value(at, line, holding: levels.count == 1 ? holding : nil)
    }
  }

  /// Whether the field that is open is surely a list.
  var isListHeld: Bool {
    switch holding {
    case .texts, .names, .values, .references: true
    default: false
    }
  }

  /// Whether a sign that is no dash, or a dash without its space, begins an entry below a field: where the
  /// field is a list it does; else a minus may be a value.
  private func isLikelyItem(_ at: Int) -> Bool {
    switch holding {
    case .texts, .names, .values, .references: levels.count == 1
    case nil, .value: source[at] == dash ? !isDigit(source[at + 1]) : otherDash(at) != nil
    case .text: false
    }
  }

  /// A line whose column is that of no level: it is read at `column`.
  mutating func misaligned(_ at: Int, _ column: Int, _ line: Line, isItem: Bool) {
    let place = at > line.start ? line.start..<at : at..<(at + character(at).length)
    add(
      .indentation(of: isItem ? .item : .field), at: place,
      [shifting(line, from: at - line.start, to: column)])
    while levels.count > 1, let top = levels.last, top.indent > column { levels.removeLast() }
    guard let top = levels.last else { return }
    previous = .whole
    aligned(at, column, line, isItem: isItem, isOpen: false, top)
  }

  /// How many lines are brought to another column together at most.
  private static let mostShifted = 50

  /// The edits that bring a line to another column, with the lines below it that stand as far to the right.
  private mutating func shifting(_ line: Line, from old: Int, to new: Int) -> [YAMLEdit] {
    var edits: [YAMLEdit] = []
    var next = line
    while true {
      var at = next.start
      while at < next.end, source[at] == space { at += 1 }
      let column = at - next.start
      guard
        next.start == line.start || (at < next.end && column >= old && old > 0 && column != new),
        at == next.end || !(isBlank(source[at]) || wideSpace(at) != nil)
      else { break }
      let text = String(repeating: " ", count: max(0, column + new - old))
      edits.append(YAMLEdit(next.start..<at, with: text))
      shift = (next.next, new - old)
      guard next.next < range.upperBound, edits.count < Self.mostShifted else { break }
      next = self.line(at: next.next)
    }
    return edits
  }

  /// A line further to the right than the one before, which has a value.
  mutating func continued(_ at: Int, _ line: Line, isItem: Bool, _ top: Level) {
    if case .lost = previous {
      dropped.append(YAMLEdit(line.start..<line.next, with: ""))
      return
    }
    let isProper = source[at] == dash && isBlankOrEnd(at + 1)
    if isItem, isProper || (top.isList && source[at] != dash) {
      if top.isList {
        misaligned(at, top.indent, line, isItem: true)
      } else if !partedList(at, line) {
        stray(.strayItem, at, line)
      }
      return
    }
    if let key = key(at: at, line, isSure: true), !top.isList || words.fields[key.name] != nil {
      if case .plain(let text) = previous, key.slip == nil, !words.fields.isEmpty,
        !words.isKey(key.name)
      {
        continuedWithColon(text, at, colonPlace(at, key), line)
        return
      }
      let isOuter = words.fields[key.name] != nil && !words.inner.contains(key.name)
      misaligned(at, isOuter ? levels[0].indent : top.indent, line, isItem: false)
      return
    }
    guard case .plain(let text) = previous else {
      stray(.brokenValue, at, line)
      return
    }
    // YAML joins the lines with a space, which no Japanese text has.
    if words.tellsComments {
      add(
        .brokenValue, at: at..<(at + character(at).length),
        [[YAMLEdit(text.upperBound..<at, with: glue(text, at))]])
    }
    let end = plain(at, line, holding: .text, isContinued: true)
    previous = .plain(text.lowerBound..<end)
  }

  /// A text that goes on with a `: ` in it.
  private mutating func continuedWithColon(
    _ text: Range<Int>, _ at: Int, _ colon: Range<Int>, _ line: Line
  ) {
    let whole = self.text(text) + glue(text, at) + self.text(at..<line.end)
    add(
      .needsQuotes(":"), at: colon,
      [[YAMLEdit(text.lowerBound..<line.end, with: YAMLScalar.doubleQuoted(whole))]])
    previous = .whole
  }

  /// What stands between two lines of a text that become one: nothing, as Japanese has it, or a space.
  func glue(_ text: Range<Int>, _ at: Int) -> String {
    let isWord = { (byte: UInt8) in byte < 0x80 && byte > 0x20 }
    return isWord(source[text.upperBound - 1]) && isWord(source[at]) ? " " : ""
  }

  // MARK: - What a line is

  /// A field of the innermost level.
  private mutating func field(_ at: Int, _ line: Line) {
    if source[at] == UInt8(ascii: "?"), isBlankOrEnd(at + 1), markedKey(at, line) { return }
    var end = at
    while end < line.end, !isBlank(source[end]), wideSpace(end) == nil { end += 1 }
    let name = end - at < 90 ? text(at..<end) : ""
    let isWord =
      words.isKey(name)
      && (levels.count > 1 || words.fields[name] != nil || words.fields.isEmpty)
    if let key = key(at: at, line, isSure: false), !isWord || words.isKey(key.name) {
      value(of: key, line)
      return
    }
    if joinParted(at, line) || signBeforeField(at, line) { return }
    if isWord {
      withoutColon(at..<end, name, line)
      return
    }
    if source[at] == UInt8(ascii: "?"), isBlankOrEnd(at + 1) {
      previous = .open
      return
    }
    if source[at] >= 0xE2, character(at).value == 0xFF03 {
      add(
        .wrongSign("＃", meant: "#"), at: at..<(at + 3),
        [[YAMLEdit(at..<(at + 3), with: isBlankOrEnd(at + 3) ? "#" : "# ")]])
      return
    }
    if case .open = previous, openEnd > 0, !words.fields.isEmpty, levels.count == 1 {
      valueAtColumn(at, line)
      return
    }
    if endsFields(line) { return }
    if fieldInBraces(at, line) { return }
    if isBracket(source[at]) {
      // A whole text in braces, or a list as a key.
      bracketed(at, line, holding: nil)
      return
    }
    let first = source[at]
    if first == UInt8(ascii: "]") || first == UInt8(ascii: "}"), trimmed(at..<line.end).count == 1 {
      remove(line, .wrongBracket(text(at..<(at + 1)), meant: nil), at..<(at + 1), isFix: true)
      return
    }
    stray(.brokenValue, at, line)
  }

  /// The value of the field that is open, which does not stand further to the right.
  private mutating func valueAtColumn(_ at: Int, _ line: Line) {
    let column = at - line.start
    if isListHeld, !isBracket(source[at]) {
      levels.append(Level(indent: column, isList: true))
      entryWithoutDash(at, column, line)
      return
    }
    add(
      .brokenValue, at: at..<(at + character(at).length), [[YAMLEdit(openEnd..<at, with: " ")]])
    value(at, line, holding: holding)
  }

  /// Whether the text of the file begins with the line, since nothing behind it is a field: where no `---`
  /// follows, or a blank line stands before it.
  private mutating func endsFields(_ line: Line) -> Bool {
    guard levels.count == 1, mayEndFields(line) else { return false }
    closing = .missing(contentEnd)
    return true
  }

  private func mayEndFields(_ line: Line) -> Bool {
    findsEnd && source[line.start] != space && line.start > lastField
      && (followsBlank || range.upperBound == source.count)
  }

  /// Whether a line is a comment of another kind, or begins with a known word: no entry of a list.
  private func isLineOfText(_ at: Int, _ line: Line) -> Bool {
    var end = at
    while end < line.end, !isBlank(source[end]), wideSpace(end) == nil { end += 1 }
    return asComment(at, line) != nil || character(at).value == 0xFF03 || isBracket(source[at])
      || (end - at < 90 && words.isKey(text(at..<end)))
  }

  private mutating func withoutColon(_ word: Range<Int>, _ name: String, _ line: Line) {
    let value = skipWideBlanks(word.upperBound)
    if levels.count == 1 { holding = words.fields[name] }
    let place = lastCharacter(endingAt: word.upperBound, after: word.lowerBound)..<word.upperBound
    if value < line.end {
      add(
        .missingColon(key: name), at: place,
        [[YAMLEdit(word.upperBound..<value, with: ": ")]])
      self.value(value, line, holding: levels.count == 1 ? holding : nil)
    } else if hasChild(of: line) {
      add(
        .missingColon(key: name), at: place,
        [[YAMLEdit(word.upperBound..<word.upperBound, with: ":")]])
      previous = .open
    } else {
      remove(line, .missingColon(key: name), place, isFix: false)
    }
  }

  /// Whether the next line with content begins with a dash or further to the right.
  func hasChild(of line: Line) -> Bool {
    var next = line.next
    while next < range.upperBound {
      let line = self.line(at: next)
      var at = line.start
      while at < line.end, isBlank(source[at]) { at += 1 }
      if at < line.end, source[at] != hash {
        return at - line.start > (levels.last?.indent ?? 0) || isItem(at, line)
      }
      next = line.next
    }
    return false
  }

  /// A line of a list that is neither an entry nor a field of what follows.
  private mutating func entryWithoutDash(_ at: Int, _ column: Int, _ line: Line) {
    // A text that is a list as a whole has no level of fields.
    if !levels[0].isList, let key = key(at: at, line, isSure: true) {
      let isOuter = words.fields[key.name] != nil && !words.inner.contains(key.name)
      let indent = isOuter || words.fields.isEmpty ? levels[0].indent : column + 2
      if isOuter || words.inner.contains(key.name) || words.fields.isEmpty {
        if indent > column { levels.append(Level(indent: indent, isList: false)) }
        misaligned(at, indent, line, isItem: false)
        return
      }
    }
    let start = numberEnd(at, line) ?? at
    let insertion = YAMLEdit(at..<start, with: "- ")
    add(.missingDash, at: at..<(at + character(at).length), [[insertion]] + joins(at, line))
    previous = .whole
    value(start, line, holding: levels.count == 2 ? heldByItem : nil)
  }

  /// A line that is nothing; it is joined to the text before it where that goes.
  private mutating func stray(_ kind: YAMLSlip.Kind, _ at: Int, _ line: Line) {
    let place = at..<(at + character(at).length)
    if kind == .brokenValue, let edits = asComment(at, line) {
      add(
        .otherComment, at: place, [edits],
        reading: [YAMLEdit(line.start..<line.next, with: "")])
      return
    }
    let joins = kind == .brokenValue && !hasChild(of: line) ? joins(at, line) : []
    if let first = joins.first {
      add(kind, at: place, joins, reading: first)
      if case .plain(let text) = previous { previous = .plain(text.lowerBound..<line.end) }
    } else {
      remove(line, kind, place, isFix: false)
    }
  }

  /// The edits that make a comment of a line that is one in another language: `//`, `<!--`, `;`, `※`.
  private func asComment(_ at: Int, _ line: Line) -> [YAMLEdit]? {
    for (opening, closing) in [("//", ""), ("<!--", "-->"), ("/*", "*/"), (";", ""), ("※", "")]
    where source[at..<line.end].starts(with: opening.utf8) {
      // ※ is part of what is said.
      let start = opening == "※" ? at : at + opening.utf8.count
      let first = YAMLEdit(at..<skipBlanks(start), with: "# ")
      let end = Array(closing.utf8)
      guard !end.isEmpty, line.end - end.count >= first.range.upperBound,
        source[at..<line.end].suffix(end.count).elementsEqual(end)
      else {
        return [first]
      }
      return [first, YAMLEdit((line.end - end.count)..<line.end, with: "")]
    }
    return nil
  }

  /// The edits that join a line to the text before it, which is on the line above.
  private func joins(_ at: Int, _ line: Line) -> [[YAMLEdit]] {
    guard case .plain(let text) = previous, !followsBlank,
      holding != .value, holding != .values, holding != .references
    else { return [] }
    return [[YAMLEdit(text.upperBound..<at, with: glue(text, at))]]
  }

  /// A line like the one that ends front matter, with more fields behind it.
  mutating func removeMark(_ line: Line, _ place: Range<Int>) {
    remove(line, .mark, place, isFix: true)
  }

  /// Reads on as if the line were not there.
  private mutating func remove(
    _ line: Line, _ kind: YAMLSlip.Kind, _ place: Range<Int>, isFix: Bool
  ) {
    let edit = YAMLEdit(line.start..<line.next, with: "")
    add(kind, at: place, isFix ? [[edit]] : [], reading: [edit], losesText: !isFix)
    previous = .lost
  }
}
