extension SlipScanner {
  // MARK: - Brackets of another width

  /// Whether a text begins with ［ or ｛ and the line ends with its partner, of whatever width.
  func isInWideBrackets(_ start: Int, _ line: Line) -> Bool {
    guard start < line.end, source[start] >= 0xE2 else { return false }
    let value = character(start).value
    guard value == 0xFF3B || value == 0xFF5B else { return false }
    let last = lastCharacter(endingAt: line.end, after: start)
    let closing = UInt8(ascii: value == 0xFF5B ? "}" : "]")
    return wideClosing(last) == closing || source[last] == closing
  }

  /// A value in ［ ］ or ｛ ｝ where the field is a list or a group; whether it is one.
  mutating func wideBrackets(_ start: Int, _ line: Line, holding: YAMLWords.Holding?) -> Bool {
    let (value, length) = character(start)
    guard holding != .text, isInWideBrackets(start, line) else { return false }
    let isMapping = value == 0xFF5B
    let last = lastCharacter(endingAt: line.end, after: start)
    let closing = UInt8(ascii: isMapping ? "}" : "]")
    var edits = [YAMLEdit(start..<(start + length), with: isMapping ? "{" : "[")]
    var at = start + length
    var isKey = isMapping
    while at < last {
      if source[at] == comma { isKey = isMapping }
      if source[at] >= 0xE2 {
        let end = at + character(at).length
        if wideComma(at) != nil, isMapping ? knownEntryFollows(end, line) : holding != .texts {
          let end = skipWideBlanks(end)
          edits.append(YAMLEdit(at..<end, with: ", "))
          isKey = isMapping
          at = end
          continue
        }
        if isKey, wideColon(at) != nil {
          let end = skipWideBlanks(end)
          edits.append(YAMLEdit(at..<end, with: ": "))
          isKey = false
          at = end
          continue
        }
        at = end
      } else {
        if source[at] == colon { isKey = false }
        at += 1
      }
    }
    if source[last] != closing {
      edits.append(YAMLEdit(last..<line.end, with: String(decoding: [closing], as: UTF8.self)))
    }
    let meant = isMapping ? "{" : "["
    add(
      .wrongSign(text(start..<(start + length)), meant: meant), at: start..<(start + length),
      [edits])
    previous = .whole
    return true
  }

  /// Whether a field is surely a list.
  func isListHolding(_ holding: YAMLWords.Holding?) -> Bool {
    holding != nil && holding != .text && holding != .value
  }

  /// A list in braces, or with the brackets of links in the text of a record; whether it is one.
  mutating func isMistakenBracket(
    _ start: Int, _ line: Line, holding: YAMLWords.Holding?
  ) -> Bool {
    let value = source[start..<line.end]
    if source[start] == UInt8(ascii: "{") {
      guard source[line.end - 1] == UInt8(ascii: "}"), !value.contains(colon),
        !value.contains(where: { $0 >= 0xEF })
          || !value.indices.contains(where: { wideColon($0) != nil })
      else { return false }
      let last = line.end - 1
      add(
        .wrongSign("{", meant: "["), at: start..<(start + 1),
        [[YAMLEdit(start..<(start + 1), with: "["), YAMLEdit(last..<line.end, with: "]")]])
      previous = .whole
      return true
    }
    guard holding == .references, value.starts(with: "[[".utf8) else { return false }
    var names = text(start..<line.end).replacing("[[", with: "").replacing("]]", with: "")
    if names.hasPrefix("[") { names.removeFirst() }
    if names.hasSuffix("]") { names.removeLast() }
    guard !names.utf8.contains(where: { Array("[]{}\"'#".utf8).contains($0) }), !names.isEmpty
    else {
      return false
    }
    names = names.replacing("、", with: ", ")
    add(
      .recordLink, at: start..<(start + 2),
      [[YAMLEdit(start..<line.end, with: "[" + names + "]")]])
    previous = .whole
    return true
  }

  /// A list between other brackets, or with a closing one alone; whether it is one.
  mutating func otherBrackets(_ start: Int, _ line: Line, holding: YAMLWords.Holding?) -> Bool {
    guard holding == .references || holding == .values || holding == .names else { return false }
    let last = lastCharacter(endingAt: line.end, after: start)
    guard last > start else { return false }
    let (opening, closing) = (character(start), character(last))
    if quotedNames(start..<line.end, holding: holding) { return true }
    let pairs: [UInt32: UInt32] = [0x28: 0x29, 0xFF08: 0xFF09, 0x3010: 0x3011, 0x3014: 0x3015]
    let place = start..<(start + opening.length)
    if closing.value == 0x5D, !source[start..<last].contains(where: { isBracket($0) }) {
      if let partner = pairs[opening.value].flatMap({ Unicode.Scalar($0) }),
        !text(start..<last).unicodeScalars.contains(partner)
      {
        add(.wrongSign(text(place), meant: "["), at: place, [[YAMLEdit(place, with: "[")]])
        previous = .whole
        return true
      }
      add(
        .wrongBracket("]", meant: nil), at: last..<line.end, [[YAMLEdit(start..<start, with: "[")]])
      previous = .whole
      return true
    }
    guard pairs[opening.value] == closing.value else { return false }
    var edits = [YAMLEdit(start..<(start + opening.length), with: "[")]
    var at = start + opening.length
    while at < last {
      let value = character(at)
      // Another pair inside says that this one is part of a name.
      if pairs[value.value] != nil || value.value == closing.value { return false }
      if source[at] >= 0xE2, let length = wideComma(at) {
        let end = skipWideBlanks(at + length)
        edits.append(YAMLEdit(at..<end, with: ", "))
        at = end
      } else {
        at += value.length
      }
    }
    edits.append(YAMLEdit(last..<line.end, with: "]"))
    add(.wrongSign(text(place), meant: "["), at: place, [edits])
    previous = .whole
    return true
  }

  /// A list whose names stand between the quotes of Japanese, all of them or each: `「甲、乙」`, `「甲」「乙」`; whether it
  /// is one.
  private mutating func quotedNames(_ value: Range<Int>, holding: YAMLWords.Holding?) -> Bool {
    let start = value.lowerBound
    guard [0x300C, 0x300E].contains(character(start).value) else { return false }
    var edits: [YAMLEdit] = []
    var at = start
    while at < value.upperBound {
      let (opening, length) = character(at)
      guard opening == 0x300C || opening == 0x300E else { return false }
      let first = at..<(at + length)
      edits.append(YAMLEdit(first, with: edits.isEmpty ? "[" : ", "))
      at += length
      while at < value.upperBound, character(at).value != opening + 1 {
        let byte = source[at]
        if [0x300C, 0x300E].contains(character(at).value) { return false }
        if Array("[]{}:#\"'".utf8).contains(byte) { return false }
        if let width = byte == comma ? 1 : byte >= 0xE2 ? wideComma(at) : nil {
          let end = skipWideBlanks(at + width)
          edits.append(YAMLEdit(at..<end, with: ", "))
          at = end
        } else {
          at += character(at).length
        }
      }
      guard at < value.upperBound else { return false }
      let last = at..<(at + character(at).length)
      // What parts one name from the next goes with the quotes.
      var next = skipWideBlanks(last.upperBound)
      while next < value.upperBound,
        source[next] == comma || (source[next] >= 0xE2 && isSeparator(next))
      {
        next = skipWideBlanks(next + character(next).length)
      }
      edits.append(YAMLEdit(last.lowerBound..<next, with: next >= value.upperBound ? "]" : ""))
      at = next
    }
    guard edits.count > 2 else { return false }
    let place = start..<(start + character(start).length)
    let whole = "[" + YAMLScalar.doubleQuoted(text(value)) + "]"
    // A name may have the quotes in it, and an alias have the commas.
    add(
      .wrongSign(text(place), meant: "["), at: place,
      [edits] + (holding == .names ? [[YAMLEdit(value, with: whole)]] : []))
    previous = .whole
    return true
  }

  /// Whether a sign parts names: a comma of another width, `・` or `／`.
  private func isSeparator(_ at: Int) -> Bool {
    wideComma(at) != nil || [0x30FB, 0xFF65, 0xFF0F].contains(character(at).value)
  }
}
