/// A name under which a view offers something to templates.
///
/// A name is a key of 16 bytes, made without memory of its own: up to 15 bytes of UTF-8 with their count are
/// the key itself; longer names are hashed to 120 bits.
package struct ViewName: Sendable, Hashable, ExpressibleByStringLiteral {
  /// The bytes by which names are compared.
  struct Key: Sendable, Hashable {
    let low: UInt64
    let high: UInt64
  }

  let key: Key

  /// Makes a name of any text.
  package init(_ text: String) {
    var text = text
    key = text.withUTF8 { Key($0) }
  }

  package init(stringLiteral text: StaticString) {
    key = text.withUTF8Buffer { Key($0) }
  }

  /// The name as written, for reports; of a long one only that it is long.
  package var text: String {
    let count = Int(key.high >> 56)
    if count > Key.longest { return "(long name)" }
    let bytes = (0..<count).map { index in
      UInt8(
        truncatingIfNeeded: index < 8 ? key.low >> (index * 8) : key.high >> ((index - 8) * 8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension ViewName.Key {
  /// How many bytes a key holds as they are.
  fileprivate static let longest = 15

  fileprivate init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var low: UInt64 = 0
    var high: UInt64 = 0
    if bytes.count <= Self.longest {
      for (index, byte) in bytes.enumerated() {
        if index < 8 {
          low |= UInt64(byte) &<< UInt64(index &* 8)
        } else {
          high |= UInt64(byte) &<< UInt64((index &- 8) &* 8)
        }
      }
      high |= UInt64(bytes.count) << 56
    } else {
      // FNV-1a, and the same with other constants; the last byte, 255, tells such a key from a packed
      // one.
      low = 0xCBF2_9CE4_8422_2325
      high = 0x6C62_272E_07BB_0142
      for byte in bytes {
        low = (low ^ UInt64(byte)) &* 0x100_0000_01B3
        high = (high ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15
      }
      high |= 0xFF << 56
    }
    self.init(low: low, high: high)
  }
}
