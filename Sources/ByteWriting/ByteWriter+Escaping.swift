/// The escaping rules of each format, all in this one place.
///
/// Each method copies runs that need no escaping in one piece: Japanese text has almost none.
extension ByteWriter {
  /// Writes text for HTML element content and for attribute values in double quotes.
  ///
  /// Source: HTML Living Standard, §13.3 "escaping a string"; `'` is escaped too, so that the result is
  /// safe in either kind of quotes.
  package mutating func append(html text: String) {
    var text = text
    text.withUTF8 { append(htmlBytes: $0) }
  }

  /// Writes UTF-8 bytes for HTML element content and attribute values.
  package mutating func append(html text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer { append(htmlBytes: $0) }
  }

  /// Writes UTF-8 bytes for HTML element content and attribute values.
  package mutating func append(html text: [UInt8]) {
    text.withUnsafeBufferPointer { append(htmlBytes: $0) }
  }

  /// Writes UTF-8 bytes for HTML element content and attribute values.
  package mutating func append(html text: some Sequence<UInt8>) {
    let done: Void? = text.withContiguousStorageIfAvailable { append(htmlBytes: $0) }
    if done == nil { Array(text).withUnsafeBufferPointer { append(htmlBytes: $0) } }
  }

  private mutating func append(htmlBytes text: UnsafeBufferPointer<UInt8>) {
    appendRuns(of: text) { byte in
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case UInt8(ascii: "\""): "&quot;"
      case UInt8(ascii: "'"): "&#39;"
      default: nil
      }
    }
  }

  /// Writes text for XML 1.0 content and attributes; characters that XML forbids (§2.2: most controls,
  /// U+FFFE and U+FFFF) are left out.
  package mutating func append(xml text: String) {
    var text = text
    text.withUTF8 { buffer in
      var start = 0
      for index in 0..<buffer.count where ByteWriter.isNoncharacter(buffer, at: index) {
        append(xmlBytes: UnsafeBufferPointer(rebasing: buffer[start..<index]))
        start = index + 3
      }
      append(xmlBytes: UnsafeBufferPointer(rebasing: buffer[start...]))
    }
  }

  private mutating func append(xmlBytes text: UnsafeBufferPointer<UInt8>) {
    appendRuns(of: text) { byte in
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case UInt8(ascii: "\""): "&quot;"
      case UInt8(ascii: "'"): "&apos;"
      case 0..<9, 11, 12, 14..<32: ""
      default: nil
      }
    }
  }

  /// Whether U+FFFE or U+FFFF stands at `index`: EF BF BE, EF BF BF.
  private static func isNoncharacter(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    text[index] == 0xEF && index + 2 < text.count && text[index + 1] == 0xBF
      && text[index + 2] >= 0xBE
  }

  /// Writes text as a JSON string with its quotes (RFC 8259 §7).
  ///
  /// `<`, `>` and `&` are written as escapes too, so that the same JSON may stand in a script; U+2028
  /// and U+2029 for the same reason.
  package mutating func append(json text: String) {
    var text = text
    append(UInt8(ascii: "\""))
    text.withUTF8 { append(jsonBytes: $0) }
    append(UInt8(ascii: "\""))
  }

  private mutating func append(jsonBytes text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte > 92 && byte != 0xE2 {
        index += text.plainBytesOfJSON(at: index)
        continue
      }
      var length = 1
      var escape = ByteWriter.jsonEscape(byte)
      if byte < 32, escape?.utf8CodeUnitCount == 4 {
        append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
        append("\\u00")
        append(hexDigit: byte >> 4)
        append(hexDigit: byte & 15)
        start = index + 1
        escape = nil
      } else if byte == 0xE2, index + 2 < text.count, text[index + 1] == 0x80 {
        if text[index + 2] == 0xA8 { escape = "\\u2028" }
        if text[index + 2] == 0xA9 { escape = "\\u2029" }
        if escape != nil { length = 3 }
      }
      if let escape {
        append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
        append(escape)
        start = index + length
      }
      index += length
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  /// What stands for a byte in a JSON string; `\u00` goes before two hexadecimal digits.
  @inline(__always)
  static func jsonEscape(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "\""): "\\\""
    case UInt8(ascii: "\\"): "\\\\"
    case 10: "\\n"
    case 13: "\\r"
    case 9: "\\t"
    case UInt8(ascii: "<"): "\\u003c"
    case UInt8(ascii: ">"): "\\u003e"
    case UInt8(ascii: "&"): "\\u0026"
    case 0..<32: "\\u00"
    default: nil
    }
  }

  /// Writes one CSV cell (RFC 4180).
  ///
  /// A cell has no line break (they become spaces), and one that a spreadsheet would take for a formula
  /// (`=`, `+`, `-`, `@`, tab or their full-width twins first) gets an apostrophe in front. Numbers are
  /// written by `append(decimal:)` and never pass here.
  package mutating func append(csv text: String) {
    var text = text
    text.withUTF8 { buffer in
      let quote = buffer.contains { $0 == 34 || $0 == 44 || $0 == 10 || $0 == 13 }
      if quote { append(34) }
      if ByteWriter.startsFormula(buffer) { append(39) }
      appendRuns(of: buffer) { byte in
        switch byte {
        case 34: "\"\""
        case 10: " "
        case 13: ""
        default: nil
        }
      }
      if quote { append(34) }
    }
  }

  private static func startsFormula(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    if [UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 13]
      .contains(first)
    {
      return true
    }
    // Full-width ＝ ＋ － ＠, which some spreadsheets fold: EF BC 9D, 8B, 8D, A0.
    return text.count > 2 && first == 0xEF && text[1] == 0xBC
      && [0x9D, 0x8B, 0x8D, 0xA0].contains(text[2])
  }

  /// Writes a URL path with everything percent-encoded that RFC 3986 §3.3 does not allow in one.
  ///
  /// `/` is kept; bytes outside ASCII are encoded.
  package mutating func append(percentEncodedPath path: String) {
    append(percentEncodedPath: path.utf8)
  }

  /// Writes the UTF-8 bytes of a URL path, percent-encoded where RFC 3986 §3.3 asks for it.
  package mutating func append(percentEncodedPath path: some Sequence<UInt8>) {
    for byte in path {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        append(byte)
      default:
        append(UInt8(ascii: "%"))
        append(upperHexDigit: byte >> 4)
        append(upperHexDigit: byte & 15)
      }
    }
  }

  /// Writes four bits as a lower-case hexadecimal digit.
  package mutating func append(hexDigit value: UInt8) {
    append(value < 10 ? 48 + value : 87 + value)
  }

  private mutating func append(upperHexDigit value: UInt8) {
    append(value < 10 ? 48 + value : 55 + value)
  }

  /// Copies `text`, with the bytes for which `escape` has an escape replaced by it.
  @inline(__always)
  private mutating func appendRuns(
    of text: UnsafeBufferPointer<UInt8>, escape: (UInt8) -> StaticString?
  ) {
    var start = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      // Nothing above `>` needs an escape in HTML, XML or CSV: Japanese text passes here.
      if byte > 62 {
        index += text.plainBytes(at: index)
        continue
      }
      if let replacement = escape(byte) {
        append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
        append(replacement)
        start = index + 1
      }
      index += 1
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// How many bytes from `index` on are passed at once: eight of which HTML, XML and CSV escape none, or one.
  @inline(__always)
  fileprivate func plainBytes(at index: Int) -> Int {
    guard let word = word(at: index) else { return 1 }
    return word.hasByte(below: 40) || (word | 0x0202_0202_0202_0202).hasByte(62) ? 1 : 8
  }

  /// As `plainBytes`, for JSON, which escapes `\` too, and the line separators that begin with E2.
  @inline(__always)
  fileprivate func plainBytesOfJSON(at index: Int) -> Int {
    guard let word = word(at: index) else { return 1 }
    let isSpecial =
      word.hasByte(below: 40) || (word | 0x0202_0202_0202_0202).hasByte(62) || word.hasByte(92)
      || word.hasByte(0xE2)
    return isSpecial ? 1 : 8
  }

  /// The eight bytes from `index` on, if there are so many.
  @inline(__always)
  private func word(at index: Int) -> UInt64? {
    guard index + 8 <= count, let start = baseAddress else { return nil }
    return UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self)
  }
}

// Whether one of eight bytes is such and such (Bit Twiddling Hacks, "Determine if a word has a byte …").
extension UInt64 {
  /// Whether one of the bytes is less than `limit`, which is at most 128.
  @inline(__always)
  fileprivate func hasByte(below limit: UInt64) -> Bool {
    (self &- limit &* 0x0101_0101_0101_0101) & ~self & 0x8080_8080_8080_8080 != 0
  }

  /// Whether one of the bytes is `byte`.
  @inline(__always)
  fileprivate func hasByte(_ byte: UInt64) -> Bool {
    (self ^ (byte &* 0x0101_0101_0101_0101)).hasByte(below: 1)
  }
}
