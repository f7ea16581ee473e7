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
      if levels.count > 1, levels[levels.count - 2].indent == column {
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
        if !endsFields(line) { stray(.strayItem, at, line) }
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
    } else if let key = key(at: at, line, isSure: true) {
      if words.fields[key.name] != nil, !words.inner.contains(key.name), levels.count == 1,
        holding != nil
      {
        // A field of the record stands too far to the right; the field above it has no value.
        misaligned(at, levels[0].indent, line, isItem: false)
        return
      }
      levels.append(Level(indent: column, isList: false))
      value(of: key, line)
    } else {
      value(at, line, holding: levels.count == 1 ? holding : nil)
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
    let edit = YAMLEdit(line.start..<at, with: String(repeating: " ", count: column))
    let place = at > line.start ? line.start..<at : at..<(at + character(at).length)
    add(.indentation(of: isItem ? .item : .field), at: place, [[edit]])
    while levels.count > 1, let top = levels.last, top.indent > column { levels.removeLast() }
    guard let top = levels.last else { return }
    previous = .whole
    aligned(at, column, line, isItem: isItem, isOpen: false, top)
  }

  /// A line further to the right than the one before, which has a value.
  mutating func continued(_ at: Int, _ line: Line, isItem: Bool, _ top: Level) {
    let isProper = source[at] == dash && isBlankOrEnd(at + 1)
    if isItem, isProper || (top.isList && source[at] != dash) {
      if top.isList {
        misaligned(at, top.indent, line, isItem: true)
      } else {
        stray(.strayItem, at, line)
      }
      return
    }
    if let key = key(at: at, line, isSure: true), !top.isList || words.fields[key.name] != nil {
      let isOuter = words.fields[key.name] != nil && !words.inner.contains(key.name)
      misaligned(at, isOuter ? levels[0].indent : top.indent, line, isItem: false)
      return
    }
    guard case .plain(let text) = previous else {
      stray(.brokenValue, at, line)
      return
    }
    let end = plain(at, line, holding: .text, isContinued: true)
    previous = .plain(text.lowerBound..<end)
  }

  // MARK: - What a line is

  /// A field of the innermost level.
  private mutating func field(_ at: Int, _ line: Line) {
    var end = at
    while end < line.end, !isBlank(source[end]), wideSpace(end) == nil { end += 1 }
    let name = end - at < 90 ? text(at..<end) : ""
    let isWord = words.isKey(name) && (levels.count > 1 || words.fields[name] != nil)
    if let key = key(at: at, line, isSure: false), !isWord || words.isKey(key.name) {
      value(of: key, line)
      return
    }
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
    if endsFields(line) { return }
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

  /// Whether the text of the file begins with the line, since nothing behind it is a field: where no `---`
  /// follows, or a blank line stands before it.
  private mutating func endsFields(_ line: Line) -> Bool {
    guard findsEnd, levels.count == 1, source[line.start] != space, line.start > lastField,
      followsBlank || range.upperBound == source.count
    else { return false }
    closing = .missing(contentEnd)
    return true
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
    if let key = key(at: at, line, isSure: true) {
      let isOuter = words.fields[key.name] != nil && !words.inner.contains(key.name)
      let indent = isOuter || words.fields.isEmpty ? levels[0].indent : column + 2
      if isOuter || words.inner.contains(key.name) || words.fields.isEmpty {
        if indent > column { levels.append(Level(indent: indent, isList: false)) }
        misaligned(at, indent, line, isItem: false)
        return
      }
    }
    let insertion = YAMLEdit(at..<at, with: "- ")
    add(.brokenValue, at: at..<(at + character(at).length), [[insertion]] + joins(at, line))
    previous = .whole
    value(at, line, holding: levels.count == 2 ? holding : nil)
  }

  /// A line that is nothing; it is joined to the text before it where that goes.
  private mutating func stray(_ kind: YAMLSlip.Kind, _ at: Int, _ line: Line) {
    let place = at..<(at + character(at).length)
    let joins = kind == .brokenValue ? joins(at, line) : []
    if let first = joins.first {
      add(kind, at: place, joins, reading: first)
      if case .plain(let text) = previous { previous = .plain(text.lowerBound..<line.end) }
    } else {
      remove(line, kind, place, isFix: false)
    }
  }

  /// The edits that join a line to the text before it, which is on the line above.
  private func joins(_ at: Int, _ line: Line) -> [[YAMLEdit]] {
    guard case .plain(let text) = previous, !followsBlank else { return [] }
    let isWord = { (byte: UInt8) in byte < 0x80 && byte > 0x20 }
    let glue = isWord(source[text.upperBound - 1]) && isWord(source[at]) ? " " : ""
    return [[YAMLEdit(text.upperBound..<at, with: glue)]]
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
    previous = .whole
  }

  /// An entry of the innermost list, which may be an entry of a list in it, and so on.
  mutating func item(_ start: Int, _ column: Int, _ line: Line) {
    var (at, column) = (start, column)
    while true {
      var width = 1
      if source[at] != dash {
        width = otherDash(at) ?? 1
        let end = skipWideBlanks(at + width)
        add(
          .wrongSign(text(at..<(at + width)), meant: "- "), at: at..<(at + width),
          [[YAMLEdit(at..<end, with: end < line.end ? "- " : "-")]])
        at = end
      } else if let wide = wideSpace(at + 1) {
        let end = skipWideBlanks(at + 1)
        add(
          .wrongSign("　", meant: " "), at: (at + 1)..<(at + 1 + wide),
          [[YAMLEdit((at + 1)..<end, with: " ")]])
        at = end
      } else if !isBlankOrEnd(at + 1) {
        add(
          .missingSpace(after: "-"), at: at..<(at + 1),
          [[YAMLEdit((at + 1)..<(at + 1), with: " ")]])
        at += 1
      } else {
        let blank = skipBlanks(at + 1)
        width = blank - at - 1
        at = blank
      }
      column += 1 + width
      if at >= line.end || source[at] == hash {
        previous = .open
        return
      }
      guard source[at] == dash, isBlankOrEnd(at + 1) else { break }
      levels.append(Level(indent: column, isList: true))
      if levels.count > 70 { return }
    }
    let isOwn = levels.count == 2
    if let key = key(at: at, line, isSure: true),
      key.value >= line.end || key.slip == nil || words.isKey(key.name)
    {
      let isText =
        isOwn && (holding == .texts || holding == .names) && !words.inner.contains(key.name)
      if isText, key.slip != nil {
        value(at, line, holding: holding)
        return
      }
      if isText, source[at] != UInt8(ascii: "\"") {
        quote(at, line, .needsQuotes(":"), at: colonPlace(at, key), holding: holding)
        return
      }
      levels.append(Level(indent: column, isList: false))
      value(of: key, line)
      return
    }
    value(at, line, holding: isOwn ? holding : nil)
  }

  private func colonPlace(_ start: Int, _ key: Key) -> Range<Int> {
    var at = min(key.value, source.count) - 1
    while at > start, source[at] != colon { at -= 1 }
    return at..<(at + 1)
  }

  /// The value of a key.
  mutating func value(of key: Key, _ line: Line) {
    if let slip = key.slip { add(slip.kind, at: slip.bytes, [[slip.edit]]) }
    if levels.count == 1 { holding = words.fields[key.name] }
    value(
      key.value, line, holding: levels.count == 1 ? words.fields[key.name] : nil, isOfKey: true)
  }
}
