/// A growing buffer of UTF-16 that the index files of the search are written through.
///
/// It escapes JSON as `ByteWriter` does, and turns UTF-8 into UTF-16 while it writes.
package struct UTF16Writer: Sendable {
  /// The units written so far.
  package private(set) var units: [UInt16] = []

  /// Makes an empty writer with room for `capacity` units.
  package init(capacity: Int = 0) { units.reserveCapacity(capacity) }

  /// The bytes of the units, low byte first, after a byte order mark.
  package var bytes: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: units.count * 2 + 2) { bytes, count in
      bytes[0] = 0xFF
      bytes[1] = 0xFE
      var index = 2
      for unit in units {
        bytes[index] = UInt8(truncatingIfNeeded: unit)
        bytes[index &+ 1] = UInt8(truncatingIfNeeded: unit >> 8)
        index &+= 2
      }
      count = index
    }
  }

  /// Writes a literal of the program, in ASCII, as it is.
  package mutating func append(_ literal: StaticString) {
    literal.withUTF8Buffer { units.append(contentsOf: $0.lazy.map(UInt16.init)) }
  }

  /// Writes an integer in decimal digits, without separators.
  package mutating func append(decimal value: Int) {
    units.append(contentsOf: String(value).utf16)
  }

  /// Writes one unit that needs no escape.
  package mutating func append(plain unit: UInt16) { units.append(unit) }

  /// Writes units that need no escape.
  package mutating func append(plain other: some Collection<UInt16>) {
    units.append(contentsOf: other)
  }

  /// Writes text as a JSON string with its quotes, escaped as `ByteWriter` escapes it.
  package mutating func append(json text: String) {
    var text = text
    units.append(0x22)
    text.withUTF8 { append(jsonBytes: $0) }
    units.append(0x22)
  }

  private mutating func append(jsonBytes text: UnsafeBufferPointer<UInt8>) {
    // A byte becomes at most one unit, but where it is escaped: those go to `units` at once.
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: text.count) { run in
      var length = 0
      var index = 0
      while index < text.count {
        let (scalar, size) = Self.scalar(of: text, at: index)
        index &+= size
        if scalar < 0x80 {
          if let escape = ByteWriter.jsonEscape(UInt8(truncatingIfNeeded: scalar)) {
            units.append(contentsOf: UnsafeBufferPointer(rebasing: run[..<length]))
            length = 0
            append(escape: escape, of: scalar)
            continue
          }
        } else if scalar == 0x2028 || scalar == 0x2029 {
          units.append(contentsOf: UnsafeBufferPointer(rebasing: run[..<length]))
          length = 0
          append(scalar == 0x2028 ? "\\u2028" : "\\u2029")
          continue
        } else if scalar > 0xFFFF {
          // Four bytes become two units.
          run[length] = UInt16(truncatingIfNeeded: 0xD7C0 &+ scalar >> 10)
          length &+= 1
          run[length] = UInt16(truncatingIfNeeded: 0xDC00 | scalar & 0x3FF)
          length &+= 1
          continue
        }
        run[length] = UInt16(truncatingIfNeeded: scalar)
        length &+= 1
      }
      units.append(contentsOf: UnsafeBufferPointer(rebasing: run[..<length]))
    }
  }

  private mutating func append(escape: StaticString, of scalar: UInt32) {
    append(escape)
    guard escape.utf8CodeUnitCount == 4 else { return }
    let digits: StaticString = "0123456789abcdef"
    units.append(UInt16(digits.utf8Start[Int(scalar >> 4)]))
    units.append(UInt16(digits.utf8Start[Int(scalar & 15)]))
  }

  /// The scalar value at `index` and its number of bytes; a string of Swift has whole ones only.
  @inline(__always)
  private static func scalar(
    of text: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (UInt32, Int) {
    let first = UInt32(text[index])
    if first < 0x80 { return (first, 1) }
    let second = UInt32(text[index &+ 1]) & 0x3F
    if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
    let third = UInt32(text[index &+ 2]) & 0x3F
    if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
    return (
      (first & 0x07) << 18 | second << 12 | third << 6 | UInt32(text[index &+ 3]) & 0x3F, 4
    )
  }
}
