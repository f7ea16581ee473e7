/// Identifiers of headings: derived from their texts, Japanese kept, unique in a document.
struct HeadingIdentifiers {
  private var taken: Set<[UInt8]> = []
  /// The number to try next for each base, so that many equal headings do not search from 2 each.
  private var numbers: [[UInt8]: Int] = [:]

  /// Takes an identifier; false where it is taken already.
  mutating func reserve(_ identifier: [UInt8]) -> Bool {
    !Self.belongsToFrame(identifier) && taken.insert(identifier).inserted
  }

  /// Identifiers that pages use around the text, and beginnings of such identifiers.
  private static let frame: [StaticString] = [
    "main", "whole", "tables", "long-tables", "others", "results", "site-search", "section-",
    "heading-", "budget-", "relation-", "search-", "stage-", "row-", "data-", "facet-", "finder-",
    "results-", "changes-", "doors-", "kinds-", "years-",
  ]

  /// Whether a page uses the identifier for something else than a heading of the text.
  private static func belongsToFrame(_ identifier: [UInt8]) -> Bool {
    frame.contains { name in
      name.withUTF8Buffer { name in
        name.last == UInt8(ascii: "-")
          ? identifier.starts(with: name) : identifier.elementsEqual(name)
      }
    }
  }

  /// The identifier for a heading's plain text: the first of `x`, `x-2`, `x-3`… that is free.
  mutating func identifier(for text: [UInt8]) -> [UInt8] {
    var base = Self.base(of: text)
    if Self.belongsToFrame(base) { base = Array("text-".utf8) + base }
    if taken.insert(base).inserted { return base }
    var number = numbers[base] ?? 2
    while true {
      let candidate = base + [UInt8(ascii: "-")] + Array(String(number).utf8)
      number += 1
      if taken.insert(candidate).inserted {
        numbers[base] = number
        return candidate
      }
    }
  }

  /// Whitespace as `-`, ASCII in lower case, ASCII punctuation but `-` and `_` left out, the rest kept.
  private static func base(of text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte >= 0x80 {
        let (value, length) = UTF8Scalars.scalar(text, at: index, limit: text.count)
        if CharacterClass.isWhitespace(value) {
          if result.last != UInt8(ascii: "-") { result.append(UInt8(ascii: "-")) }
        } else if value >= 0xA0, !isInvisible(value) {
          UTF8Scalars.append(value, to: &result)
        }
        index += length
        continue
      }
      switch byte {
      case 65...90: result.append(byte | 32)
      case 97...122, 48...57, UInt8(ascii: "_"): result.append(byte)
      case 32, 9, 10, UInt8(ascii: "-"):
        if result.last != UInt8(ascii: "-") { result.append(UInt8(ascii: "-")) }
      default: break
      }
      index += 1
    }
    while result.last == UInt8(ascii: "-") { result.removeLast() }
    while result.first == UInt8(ascii: "-") { result.removeFirst() }
    return result.isEmpty ? Array("section".utf8) : result
  }

  private static func isInvisible(_ value: UInt32) -> Bool {
    value >= 0x200B && value <= 0x200F || value >= 0x2028 && value <= 0x202E
      || value >= 0x2060 && value <= 0x206F || value == 0xFEFF || value == 0xFFFD
  }

  /// The `{#id}` at the end of a heading's text.
  ///
  /// An identifier has letters, digits, `-`, `_`, `.` and characters outside ASCII; it has no `:`, which
  /// the identifiers of footnotes have.
  static func explicit(
    in text: [UInt8], _ content: Range<Int>
  ) -> (identifier: Range<Int>, contentEnd: Int)? {
    var end = content.upperBound
    while end > content.lowerBound, text[end - 1] == 32 || text[end - 1] == 9 { end -= 1 }
    guard end - content.lowerBound > 3, text[end - 1] == UInt8(ascii: "}") else { return nil }
    var start = end - 1
    while start > content.lowerBound, isIdentifier(text[start - 1]) { start -= 1 }
    guard start < end - 1, start - content.lowerBound >= 2, text[start - 1] == UInt8(ascii: "#"),
      text[start - 2] == UInt8(ascii: "{")
    else { return nil }
    if start - content.lowerBound > 2, text[start - 3] == UInt8(ascii: "\\") { return nil }
    var contentEnd = start - 2
    while contentEnd > content.lowerBound, text[contentEnd - 1] == 32 || text[contentEnd - 1] == 9 {
      contentEnd -= 1
    }
    return (start..<end - 1, contentEnd)
  }

  private static func isIdentifier(_ byte: UInt8) -> Bool {
    AddressScanner.isAlphanumeric(byte) || byte == 45 || byte == 46 || byte == 95 || byte >= 0x80
  }
}
