/// Looks for bytes that are not UTF-8 (RFC 3629).
package enum UTF8Check {
  /// The offset of the first byte that is not part of well-formed UTF-8.
  package static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
        continue
      }
      guard let length = length(of: byte), index + length <= bytes.count else { return index }
      for offset in 1..<length where bytes[index + offset] & 0xC0 != 0x80 { return index }
      let second = bytes[index + 1]
      let isOverlongOrSurrogate =
        (byte == 0xE0 && second < 0xA0) || (byte == 0xED && second > 0x9F)
        || (byte == 0xF0 && second < 0x90) || (byte == 0xF4 && second > 0x8F)
      if isOverlongOrSurrogate { return index }
      index += length
    }
    return nil
  }

  private static func length(of lead: UInt8) -> Int? {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: nil
    }
  }
}
