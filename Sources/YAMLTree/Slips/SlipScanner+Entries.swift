/// Fields and entries that are written otherwise than lines are.
extension SlipScanner {
  /// A field of the record between braces, `{draft: true}`; whether it is one.
  mutating func fieldInBraces(_ at: Int, _ line: Line) -> Bool {
    let last = line.end - 1
    guard levels.count == 1, source[at] == UInt8(ascii: "{"), last > at,
      source[last] == UInt8(ascii: "}"),
      !source[(at + 1)..<last].contains(where: { isBracket($0) || $0 == comma })
    else { return false }
    let start = skipBlanks(at + 1)
    let inner = Line(start: line.start, end: trimmed(start..<last).upperBound, next: line.next)
    guard let key = key(at: start, inner, isSure: true), key.slip == nil,
      words.fields[key.name] != nil
    else { return false }
    add(
      .straySign("{"), at: at..<(at + 1),
      [[YAMLEdit(at..<start, with: ""), YAMLEdit(inner.end..<line.end, with: "")]])
    value(of: key, inner)
    return true
  }

  /// Where the text begins behind the number of an entry: `1. 甲`, `２）甲`.
  func numberEnd(_ at: Int, _ line: Line) -> Int? {
    var end = at
    while end < line.end, end - at < 9 {
      let (value, length) = character(end)
      guard (0x30...0x39).contains(value) || (0xFF10...0xFF19).contains(value) else { break }
      end += length
    }
    guard end > at, end < line.end else { return nil }
    let (sign, length) = character(end)
    guard [0x2E, 0x29, 0xFF0E, 0xFF09].contains(sign) else { return nil }
    let next = skipWideBlanks(end + length)
    return next < line.end && (next > end + length || sign > 0x80) ? next : nil
  }

  /// Whether a key that is known follows a comma of another width.
  func knownEntryFollows(_ start: Int, _ line: Line) -> Bool {
    let first = skipWideBlanks(start)
    var at = first
    while at < line.end, at - first < 60 {
      let byte = source[at]
      if byte == colon || (byte >= 0xE2 && wideColon(at) != nil) {
        // Who writes a definition names the keys himself.
        return words.fields.isEmpty && isBlankOrEnd(at + 1)
          || words.isKey(text(trimmed(first..<at)))
      }
      if byte == comma || (byte >= 0xE2 && wideComma(at) != nil) { return false }
      at += 1
    }
    return false
  }
}
