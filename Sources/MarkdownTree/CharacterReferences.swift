import TextRules

/// Decodes HTML character references and backslash escapes (CommonMark 0.31 §2.4 and §2.5).
struct CharacterReferences {
  /// Numbers of characters that no text may have, with the places of their references in the bytes that
  /// were decoded; U+FFFD stands for them.
  private(set) var forbidden: [(character: ForbiddenCharacter, range: Range<Int>)] = []
  /// The names met so far, with nil for those that are none.
  private var names: [[UInt8]: [UInt8]?] = [:]

  /// Decodes the reference at a `&`; nil where there is none.
  mutating func decode(
    _ bytes: [UInt8], at start: Int, limit: Int
  ) -> (text: [UInt8], end: Int)? {
    var index = start + 1
    guard index < limit else { return nil }
    if bytes[index] == UInt8(ascii: "#") {
      return numeric(bytes, at: start, limit: limit)
    }
    let end = min(limit, start + 34)
    while index < end, isAlphanumeric(bytes[index]) { index += 1 }
    guard index < end, index > start + 1, bytes[index] == UInt8(ascii: ";") else { return nil }
    return named(bytes[start + 1..<index]).map { ($0, index + 1) }
  }

  private func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte >= 48 && byte <= 57 || byte >= 65 && byte <= 90 || byte >= 97 && byte <= 122
  }

  private mutating func numeric(_ bytes: [UInt8], at start: Int, limit: Int) -> (
    text: [UInt8], end: Int
  )? {
    var index = start + 2
    guard index < limit else { return nil }
    let isHexadecimal = bytes[index] | 32 == UInt8(ascii: "x")
    if isHexadecimal { index += 1 }
    let digits = index
    var value: UInt32 = 0
    while index < limit, index - digits < (isHexadecimal ? 6 : 7) {
      guard let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue,
        isHexadecimal || digit < 10
      else { break }
      value = value * (isHexadecimal ? 16 : 10) + UInt32(digit)
      index += 1
    }
    guard index > digits, index < limit, bytes[index] == UInt8(ascii: ";") else { return nil }
    var text: [UInt8] = []
    let character = ForbiddenCharacter(value)
    if let character { forbidden.append((character, start..<index + 1)) }
    UTF8Scalars.append(character == nil ? value : 0, to: &text)
    return (text, index + 1)
  }

  private mutating func named(_ name: ArraySlice<UInt8>) -> [UInt8]? {
    switch name {
    case [97, 109, 112]: return [UInt8(ascii: "&")]
    case [108, 116]: return [UInt8(ascii: "<")]
    case [103, 116]: return [UInt8(ascii: ">")]
    case [113, 117, 111, 116]: return [UInt8(ascii: "\"")]
    case [110, 98, 115, 112]: return [0xC2, 0xA0]
    default: break
    }
    let key = Array(name)
    if let known = names[key] { return known }
    let found = BlockReader.characterReference(name)
    names.updateValue(found, forKey: key)
    return found
  }

  /// Gives out what was found since the last time.
  mutating func takeForbidden() -> [(character: ForbiddenCharacter, range: Range<Int>)] {
    defer { forbidden.removeAll() }
    return forbidden
  }

  /// Decodes references and backslash escapes in a destination, title or label.
  mutating func unescaped(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt8] {
    guard bytes[range].contains(where: { $0 == 92 || $0 == 38 || $0 == 0 }) else {
      return Array(bytes[range])
    }
    var result: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\"), index + 1 < range.upperBound,
        CharacterClass.isASCIIPunctuation(bytes[index + 1])
      {
        result.append(bytes[index + 1])
        index += 2
      } else if byte == UInt8(ascii: "&"),
        let decoded = decode(bytes, at: index, limit: range.upperBound)
      {
        result.append(contentsOf: decoded.text)
        index = decoded.end
      } else if byte == 0 {
        UTF8Scalars.append(0, to: &result)
        index += 1
      } else {
        result.append(byte)
        index += 1
      }
    }
    return result
  }
}
