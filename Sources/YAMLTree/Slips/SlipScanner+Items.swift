extension SlipScanner {
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
      } else if let count = dashes(at, line) {
        let end = skipWideBlanks(at + count)
        add(
          .wrongSign(text(at..<(at + count)), meant: "- "), at: at..<(at + count),
          [[YAMLEdit(at..<end, with: "- ")]])
        at = end
      } else if let wide = wideSpace(at + 1) {
        let end = skipWideBlanks(at + 1)
        add(
          .wrongSign(text((at + 1)..<(at + 1 + wide)), meant: " "), at: (at + 1)..<(at + 1 + wide),
          [[YAMLEdit((at + 1)..<end, with: " ")]])
        at = end
      } else if let stray = straySign(at + 1, before: line) {
        add(
          .straySign(text(stray.sign)), at: stray.sign,
          [[YAMLEdit((at + 1)..<stray.next, with: " ")]])
        at = stray.next
      } else if !isBlankOrEnd(at + 1) {
        add(
          .missingSpace(after: "-"), at: at..<(at + 1),
          [[YAMLEdit((at + 1)..<(at + 1), with: " ")]])
        at += 1
      } else {
        let blank = skipBlanks(at + 1)
        if let tab = source[at..<blank].firstIndex(of: 9), blank < line.end {
          add(.tab, at: tab..<(tab + 1), [[YAMLEdit((at + 1)..<blank, with: " ")]])
        }
        width = blank - at - 1
        at = blank
        if at < line.end, let wide = wideSpace(at) {
          let end = skipWideBlanks(at)
          add(
            .wrongSign(text(at..<(at + wide)), meant: " "), at: at..<(at + wide),
            [[YAMLEdit(at..<end, with: "")]])
          at = end
        } else if at < line.end, levels.count == 2, holding == .references,
          let stray = straySignBeforeGroup(at, line)
        {
          add(
            .straySign(text(stray.sign)), at: stray.sign,
            [[YAMLEdit(at..<stray.next, with: "")]])
          at = stray.next
        }
      }
      column += 1 + width
      if at >= line.end || source[at] == hash {
        previous = .open
        openEnd = min(at, line.end)
        if at < line.end, levels.count == 2 { commentAsItem(start, at, line) }
        return
      }
      guard source[at] == dash, isBlankOrEnd(at + 1) else { break }
      levels.append(Level(indent: column, isList: true))
      if levels.count > 70 { return }
    }
    let isOwn = levels.count == 2
    if isOwn { emptyHead = nil }
    if isOwn, holding == .references,
      braceIsMissing(at, line) || groupInOtherBrackets(at, line, holding: .value)
    {
      return
    }
    if isOwn, heldByItem == .text, [0x30FB, 0xFF65, 0x2022].contains(character(at).value) {
      let end = skipWideBlanks(at + character(at).length)
      if end < line.end {
        let place = at..<(at + character(at).length)
        add(.straySign(text(place)), at: place, [[YAMLEdit(at..<end, with: "")]])
        at = end
      }
    }
    if let key = key(at: at, line, isSure: true),
      key.value >= line.end || key.slip == nil || words.isKey(key.name)
    {
      let isText = isOwn && (holding == .texts || holding == .names)
      if isText, key.slip != nil {
        value(at, line, holding: .text)
        return
      }
      if isText, let word = gluedWord(endingAt: colonPlace(at, key).lowerBound, after: at) {
        breakLine(before: word, after: at, line)
        return
      }
      if isText, source[at] != UInt8(ascii: "\"") {
        quote(at, line, .needsQuotes(":"), at: colonPlace(at, key), holding: holding)
        return
      }
      if isOwn, holding == .references, !hasOpenGroups { joinSplitGroup(start, key, column, line) }
      levels.append(Level(indent: column, isList: false))
      value(of: key, line)
      return
    }
    value(at, line, holding: isOwn ? heldByItem : nil)
  }

  /// A group that has lost its `{`; whether the entry is one.
  private mutating func braceIsMissing(_ at: Int, _ line: Line) -> Bool {
    let last = line.end - 1
    guard last > at, source[last] == UInt8(ascii: "}"),
      !source[at..<last].contains(where: isBracket), let key = key(at: at, line, isSure: true),
      words.inner.contains(key.name), key.slip == nil
    else { return false }
    add(
      .wrongBracket("}", meant: nil), at: last..<line.end, [[YAMLEdit(at..<at, with: "{")]])
    previous = .whole
    return true
  }

  /// What an entry of the list holds that the field is.
  var heldByItem: YAMLWords.Holding? {
    switch holding {
    case .texts, .names: .text
    case .values, .references: .value
    default: nil
    }
  }

  func colonPlace(_ start: Int, _ key: Key) -> Range<Int> {
    var at = min(key.value, source.count) - 1
    while at > start, source[at] != colon { at -= 1 }
    return at..<(at + 1)
  }

  /// The value of a key.
  mutating func value(of key: Key, _ line: Line) {
    if let slip = key.slip { add(slip.kind, at: slip.bytes, [[slip.edit]]) }
    if levels.count == 1 {
      holding = words.fields[key.name]
      hasOpenGroups = words.open.contains(key.name)
      if key.value >= line.end, isListHolding(holding), key.slip == nil, passedHead != line.start {
        noteOpen(key, skipBlanks(line.start), line)
      }
    }
    if levels.count == 1, valueBesideKey(key.value, line) { return }
    value(
      key.value, line, holding: levels.count == 1 ? words.fields[key.name] : nil, isOfKey: true)
  }
}
