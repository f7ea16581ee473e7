/// The elements of HTML that a text may have, and only without attributes.
enum TextElement: Int {
  case lineBreak
  case subscripted
  case superscripted
}

/// Finds the tags of the elements that a text may have: `<br>`, `<sub>…</sub>`, `<sup>…</sup>`, in any case.
enum ElementScanner {
  /// A tag.
  struct Tag {
    let element: TextElement
    let isClosing: Bool
    /// The offset after the `>`.
    let end: Int
  }

  /// Reads the tag at a `<`, or returns nil where there is none of these.
  static func scan(_ bytes: [UInt8], at start: Int, limit: Int) -> Tag? {
    var index = start + 1
    let isClosing = index < limit && bytes[index] == UInt8(ascii: "/")
    if isClosing { index += 1 }
    guard let (element, length) = element(bytes, at: index, limit: limit) else { return nil }
    index += length
    while index < limit, bytes[index] == 32 || bytes[index] == 9 { index += 1 }
    if element == .lineBreak {
      if isClosing { return nil }
      if index < limit, bytes[index] == UInt8(ascii: "/") { index += 1 }
    }
    guard index < limit, bytes[index] == UInt8(ascii: ">") else { return nil }
    return Tag(element: element, isClosing: isClosing, end: index + 1)
  }

  private static func element(
    _ bytes: [UInt8], at start: Int, limit: Int
  ) -> (TextElement, length: Int)? {
    func letter(_ offset: Int) -> UInt8 { start + offset < limit ? bytes[start + offset] | 32 : 0 }
    switch (letter(0), letter(1), letter(2)) {
    case (UInt8(ascii: "b"), UInt8(ascii: "r"), _): return (.lineBreak, 2)
    case (UInt8(ascii: "s"), UInt8(ascii: "u"), UInt8(ascii: "b")): return (.subscripted, 3)
    case (UInt8(ascii: "s"), UInt8(ascii: "u"), UInt8(ascii: "p")): return (.superscripted, 3)
    default: return nil
    }
  }
}
