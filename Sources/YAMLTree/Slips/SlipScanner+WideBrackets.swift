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
}
