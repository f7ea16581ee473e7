/// The one rule for texts that come in: records, `catalogue.yml` and templates.
///
/// A text is well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms) without a
/// `ForbiddenCharacter`. A byte order mark in front is no part of it. Lines end at LF, CRLF or CR, as
/// CommonMark §2.1 and YAML 1.2 §5.4 have it.
package struct TextCheck: Sendable {
  /// The byte order mark that some editors put in front.
  package static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Where a text begins behind its byte order marks; one too many is told as an invisible character.
  package static func start(of bytes: [UInt8]) -> Int {
    var start = 0
    while bytes[start...].starts(with: byteOrderMark) { start += byteOrderMark.count }
    return start
  }

  /// The offset of the first byte that is no part of UTF-8; what stands behind it is not looked at.
  package private(set) var invalid: Int?
  /// The characters that are refused.
  package private(set) var forbidden = ForbiddenCharacters()
  /// The text with refused characters covered, so that the rest can be read and no reader stumbles over
  /// the same fault again; every offset stays as it was.
  package private(set) var bytes: [UInt8]
  /// Where refused characters are covered, in their order.
  package private(set) var covered: [Range<Int>] = []

  /// Looks through a text once.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var start = 0
    while let (place, length) = Self.suspect(bytes, from: start) {
      guard length > 0 else {
        invalid = place
        return
      }
      let range = place..<(place + length)
      if let character = ForbiddenCharacter(Self.scalar(bytes[range])) {
        forbidden.add(character, at: range)
        cover(range)
      }
      start = range.upperBound
    }
  }

  /// Puts U+FFFD, filled up with `_`, in the place of a character.
  private mutating func cover(_ range: Range<Int>) {
    covered.append(range)
    let cover: [UInt8] = range.count < 3 ? [] : [0xEF, 0xBF, 0xBD]
    for (number, place) in range.enumerated() {
      bytes[place] = number < cover.count ? cover[number] : UInt8(ascii: "_")
    }
  }

  /// The next character that may be refused, with its length; a length of 0 is no UTF-8.
  ///
  /// Printing ASCII and the three bytes of kana and kanji, of which nearly all texts are, are passed by
  /// their first byte.
  private static func suspect(_ bytes: [UInt8], from start: Int) -> (place: Int, length: Int)? {
    bytes.withUnsafeBufferPointer { bytes in
      var index = start
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
          if byte >= 0x20 ? byte == 0x7F : !(byte == 10 || byte == 13 || byte == 9) {
            return (index, 1)
          }
          index += 1
        } else if byte >= 0xE3 && byte <= 0xEC {
          guard isWellFormed(bytes, index, length: 3) else { return (index, 0) }
          index += 3
        } else {
          let length = length(of: byte)
          guard length > 0, isWellFormed(bytes, index, length: length) else { return (index, 0) }
          if isSuspect(bytes, index) { return (index, length) }
          index += length
        }
      }
      return nil
    }
  }

  /// Whether `length` bytes from `start` on are one character.
  static func isCharacter(_ bytes: [UInt8], _ start: Int, length: Int) -> Bool {
    length == 1 || bytes.withUnsafeBufferPointer { isWellFormed($0, start, length: length) }
  }

  private static func length(of lead: UInt8) -> Int {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }

  @inline(__always)
  private static func isWellFormed(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, length: Int
  ) -> Bool {
    guard start + length <= bytes.count else { return false }
    for offset in 1..<length where bytes[start + offset] & 0xC0 != 0x80 { return false }
    let second = bytes[start + 1]
    switch bytes[start] {
    case 0xE0: return second >= 0xA0
    case 0xED: return second <= 0x9F
    case 0xF0: return second >= 0x90
    case 0xF4: return second <= 0x8F
    default: return true
    }
  }

  /// Whether the well-formed character of several bytes may be a refused one, by its first bytes.
  private static func isSuspect(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    switch bytes[start] {
    case 0xC2: bytes[start + 1] < 0xA0
    case 0xE2: bytes[start + 1] == 0x80 || bytes[start + 1] == 0x81
    case 0xEF: bytes[start + 1] == 0xB7 || bytes[start + 1] == 0xBF
    case 0xF0...0xF4: bytes[start + 2] == 0xBF
    default: false
    }
  }

  private static func scalar(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    guard let first = bytes.first, bytes.count > 1 else { return UInt32(bytes.first ?? 0) }
    let lead = UInt32(first) & (0xFF >> UInt32(bytes.count + 1))
    return bytes.dropFirst().reduce(lead) { $0 << 6 | UInt32($1 & 0x3F) }
  }
}
