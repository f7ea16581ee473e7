/// Reads the parts of links and link reference definitions (CommonMark 0.31 §4.7 and §6.3).
enum LinkScanner {
  /// A part that was read: the range of what it says, and the offset after it.
  struct Part {
    var content: Range<Int>
    var end: Int
  }

  /// The bytes of a link label at most (CommonMark §6.3: 999 characters).
  static let maximumLabelLength = 999
  /// Nested parentheses of a destination at most.
  static let maximumParentheses = 32

  /// Reads a destination, in angle brackets or bare.
  static func destination(_ bytes: [UInt8], at start: Int, limit: Int) -> Part? {
    guard start < limit else { return nil }
    if bytes[start] == UInt8(ascii: "<") {
      return angleDestination(bytes, at: start, limit: limit)
    }
    var depth = 0
    var index = start
    scan: while index < limit {
      switch bytes[index] {
      case UInt8(ascii: "\\")
      where index + 1 < limit && CharacterClass.isASCIIPunctuation(bytes[index + 1]):
        index += 1
      case UInt8(ascii: "("):
        depth += 1
        if depth > maximumParentheses { return nil }
      case UInt8(ascii: ")"):
        if depth == 0 { break scan }
        depth -= 1
      case 0...32, 127: break scan
      default: break
      }
      index += 1
    }
    guard depth == 0 else { return nil }
    return Part(content: start..<index, end: index)
  }

  private static func angleDestination(_ bytes: [UInt8], at start: Int, limit: Int) -> Part? {
    var index = start + 1
    while index < limit {
      switch bytes[index] {
      case UInt8(ascii: ">"): return Part(content: start + 1..<index, end: index + 1)
      case UInt8(ascii: "<"), 10: return nil
      case UInt8(ascii: "\\"): index += 1
      default: break
      }
      index += 1
    }
    return nil
  }

  /// Reads a title in double quotes, single quotes or parentheses.
  static func title(_ bytes: [UInt8], at start: Int, limit: Int) -> Part? {
    guard start < limit else { return nil }
    let open = bytes[start]
    let close: UInt8
    switch open {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): close = open
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return nil
    }
    var index = start + 1
    while index < limit {
      let byte = bytes[index]
      if byte == close { return Part(content: start + 1..<index, end: index + 1) }
      if byte == UInt8(ascii: "(") && open == byte { return nil }
      index += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// Reads a label with its brackets; the content may be empty.
  static func label(_ bytes: [UInt8], at start: Int, limit: Int) -> Part? {
    guard start < limit, bytes[start] == UInt8(ascii: "[") else { return nil }
    var index = start + 1
    let end = min(limit, start + 1 + maximumLabelLength * 4)
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "]"): return Part(content: start + 1..<index, end: index + 1)
      case UInt8(ascii: "["): return nil
      case UInt8(ascii: "\\"): index += 2
      default: index += 1
      }
    }
    return nil
  }

  /// Skips spaces, tabs and line ends.
  static func skipWhitespace(_ bytes: [UInt8], from start: Int, limit: Int) -> Int {
    var index = start
    while index < limit, [32, 9, 10].contains(bytes[index]) { index += 1 }
    return index
  }

  /// The form in which labels match: trimmed, inner whitespace as one space, case folded.
  ///
  /// Lower case of upper case would leave ß and ẞ apart from ss; upper of lower gives SS for all.
  static func normalizedLabel(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    let source = Array(bytes)
    var index = 0
    var space = false
    while index < source.count {
      let (value, length) = UTF8Scalars.scalar(source, at: index, limit: source.count)
      index += length
      if CharacterClass.isWhitespace(value), value != 0x3000 {
        space = !result.isEmpty
        continue
      }
      if space { result.append(32) }
      space = false
      appendFolded(value, to: &result)
    }
    return result
  }

  private static func appendFolded(_ value: UInt32, to result: inout [UInt8]) {
    if value < 0x80 {
      let byte = UInt8(value)
      result.append(byte >= 97 && byte <= 122 ? byte - 32 : byte)
    } else if value < 0x2000 || value >= 0xA640 && value < 0xAC00 || value >= 0xFB00,
      let scalar = Unicode.Scalar(value)
    {
      for lower in scalar.properties.lowercaseMapping.unicodeScalars {
        result.append(contentsOf: lower.properties.uppercaseMapping.utf8)
      }
    } else {
      UTF8Scalars.append(value, to: &result)
    }
  }
}
