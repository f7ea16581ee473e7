/// The name of an object of git: the SHA-1 or SHA-256 digest of what it holds.
struct ObjectID: Sendable, Hashable {
  let bytes: [UInt8]

  /// The lengths of the two kinds of digest, in bytes.
  static let lengths = [20, 32]

  /// A name from its bytes.
  init(_ bytes: ArraySlice<UInt8>) { self.bytes = Array(bytes) }

  /// The name that is written in hexadecimal digits; nil where they are none of a name.
  init?(hexadecimal text: ArraySlice<UInt8>) {
    guard Self.lengths.contains(text.count / 2), text.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in text {
      guard let value = Self.value(of: digit) else { return nil }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    self.bytes = bytes
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }

  /// The name in hexadecimal digits.
  var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
