/// A growing buffer of UTF-8 bytes that every output of the site is written through.
///
/// Text reaches a page, a feed, a table or an index only by one of the `append` methods; those that
/// name a format (`html:`, `json:`, `xml:`, `csv:`, `percentEncodedPath:`) escape for it, in
/// `ByteWriter+Escaping.swift`. Nothing else in the project escapes what is published; into the files of
/// authors `YAMLScalar` and `LinkText` write.
package struct ByteWriter: Sendable {
  /// The bytes written so far.
  package private(set) var bytes: [UInt8]

  /// Makes an empty writer with room for `capacity` bytes.
  package init(capacity: Int = 0) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// The number of bytes written so far.
  package var count: Int { bytes.count }

  /// Writes one byte.
  package mutating func append(_ byte: UInt8) {
    bytes.append(byte)
  }

  /// Writes a literal of the program as it is.
  package mutating func append(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Writes the UTF-8 of `text` as it is, without escaping.
  package mutating func append(unescaped text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  /// Writes bytes that are already in the format of the output.
  package mutating func append(contentsOf other: [UInt8]) {
    // A writer without room takes the bytes over: a file that is there already is not copied.
    if bytes.capacity == 0 {
      bytes = other
    } else {
      bytes.append(contentsOf: other)
    }
  }

  /// Writes bytes that are already in the format of the output.
  package mutating func append(contentsOf other: ArraySlice<UInt8>) {
    bytes.append(contentsOf: other)
  }

  /// Writes bytes that are already in the format of the output.
  package mutating func append(contentsOf other: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: other)
  }

  /// Writes UTF-16 that is already in the format of the output, as UTF-8.
  package mutating func append(utf16 units: ArraySlice<UInt16>) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: units.count * 3) { written in
      var count = 0
      func put(_ byte: UInt32) {
        written[count] = UInt8(truncatingIfNeeded: byte)
        count &+= 1
      }
      units.withUnsafeBufferPointer { units in
        var index = 0
        while index < units.count {
          var scalar = UInt32(units[index])
          index &+= 1
          if scalar & 0xFC00 == 0xD800, index < units.count {
            scalar = 0x10000 &+ (scalar & 0x3FF) << 10 | UInt32(units[index]) & 0x3FF
            index &+= 1
          }
          if scalar < 0x80 {
            put(scalar)
            continue
          }
          if scalar < 0x800 {
            put(0xC0 | scalar >> 6)
          } else {
            if scalar < 0x10000 {
              put(0xE0 | scalar >> 12)
            } else {
              put(0xF0 | scalar >> 18)
              put(0x80 | scalar >> 12 & 0x3F)
            }
            put(0x80 | scalar >> 6 & 0x3F)
          }
          put(0x80 | scalar & 0x3F)
        }
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: written[..<count]))
    }
  }

  /// Writes an integer in decimal digits, without separators.
  package mutating func append(decimal value: Int) {
    if value >= 0 && value < 10 {
      bytes.append(UInt8(48 + value))
      return
    }
    append(unescaped: String(value))
  }

  /// Forgets everything written and keeps the room for it.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }

  /// Forgets everything written after the first `count` bytes.
  package mutating func truncate(to count: Int) {
    if count < bytes.count { bytes.removeLast(bytes.count - count) }
  }
}
