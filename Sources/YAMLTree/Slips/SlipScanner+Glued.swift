/// Lines that have lost the break between them.
extension SlipScanner {
  /// The word of a field of the outermost level before a colon, with nothing but a text before it:
  /// `2026-11-21sources:`.
  func gluedWord(endingAt colon: Int, after start: Int) -> Range<Int>? {
    if words.fields.isEmpty { return nil }
    var word = colon
    while word > start, isKeyLetter(source[word - 1]) { word -= 1 }
    guard word > start, word < colon, words.fields[text(word..<colon)] != nil else { return nil }
    return word..<colon
  }

  private func isKeyLetter(_ byte: UInt8) -> Bool {
    (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")) || byte == UInt8(ascii: "_")
  }

  /// Breaks the line before the field whose word was found, and reads on there.
  mutating func breakLine(before word: Range<Int>, after start: Int, _ line: Line) {
    let name = text(word)
    var end = trimmed(start..<word.lowerBound).upperBound
    let isApart = end < word.lowerBound
    if isApart, end > start + 1, source[end - 1] == comma { end -= 1 }
    let broken = [YAMLEdit(end..<word.lowerBound, with: lineBreak(levels[0].indent))]
    if isApart {
      // A text may have the words in it.
      let whole = YAMLEdit(start..<line.end, with: YAMLScalar.doubleQuoted(text(start..<line.end)))
      add(.needsQuotes(":"), at: word.upperBound..<(word.upperBound + 1), [broken, [whole]])
    } else {
      add(.gluedLine(name), at: word, [broken])
    }
    levels = [levels[0]]
    let key = Key(name: name, value: skipBlanks(word.upperBound + 1), slip: nil, isSure: true)
    value(of: key, line)
  }

  private func lineBreak(_ indent: Int) -> String {
    "\n" + String(repeating: " ", count: indent)
  }

  /// A field or an entry of a list behind the last bracket of a value; whether there is one.
  mutating func gluedBehindBracket(_ close: Int, _ rest: Int, _ line: Line) -> Bool {
    if let key = key(at: rest, line, isSure: true), key.slip == nil, words.fields[key.name] != nil {
      add(
        .gluedLine(key.name), at: rest..<(rest + key.name.utf8.count),
        [[YAMLEdit((close + 1)..<rest, with: lineBreak(levels[0].indent))]])
      levels = [levels[0]]
      value(of: key, line)
      return true
    }
    guard let level = levels.lastIndex(where: \.isList) else { return false }
    let indent = levels[level].indent
    if source[rest] == dash, isBlankOrEnd(rest + 1), rest > close {
      add(
        .gluedLine("-"), at: rest..<(rest + 1),
        [[YAMLEdit((close + 1)..<rest, with: lineBreak(indent))]])
      levels.removeSubrange((level + 1)...)
      item(rest, indent, line)
      return true
    }
    guard let length = source[rest] == comma ? 1 : source[rest] >= 0xE2 ? wideComma(rest) : nil
    else { return false }
    let next = skipWideBlanks(rest + length)
    guard next < line.end, source[next] == UInt8(ascii: "{") else { return false }
    add(
      .gluedLine("{"), at: next..<(next + 1),
      [[YAMLEdit((close + 1)..<next, with: lineBreak(indent) + "- ")]])
    value(next, line, holding: heldByItem)
    return true
  }

  /// The word of a key that goes on in the next line, or whose colon stands there; nil where it is none.
  func partedKey(_ at: Int, _ line: Line) -> (key: Key, line: Line, edit: YAMLEdit)? {
    guard line.next < range.upperBound, line.end - at < 60, levels.count == 1 else { return nil }
    let next = self.line(at: line.next)
    let start = skipBlanks(next.start)
    guard start < next.end else { return nil }
    var end = start
    while end < next.end, isKeyLetter(source[end]) { end += 1 }
    let name = text(at..<line.end) + text(start..<end)
    guard end < next.end, source[end] == colon, isBlankOrEnd(end + 1), words.fields[name] != nil,
      end == start || words.fields[text(start..<end)] == nil
    else { return nil }
    return (
      Key(name: name, value: skipBlanks(end + 1), slip: nil, isSure: true), next,
      YAMLEdit(line.end..<start, with: "")
    )
  }

  /// Joins a key to the rest of it on the next line, and reads on there; whether it goes on there.
  mutating func joinParted(_ at: Int, _ line: Line) -> Bool {
    guard let parted = partedKey(at, line) else { return false }
    let start = parted.edit.range.upperBound
    add(.brokenValue, at: start..<(start + character(start).length), [[parted.edit]])
    position = parted.line.next
    value(of: parted.key, parted.line)
    return true
  }
}
