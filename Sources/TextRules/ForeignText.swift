/// A file that should be a text in UTF-8 and is something else.
package struct ForeignText: Sendable, Equatable {
  /// What the file is.
  package enum Kind: Sendable, Equatable {
    case shiftJIS
    case eucJP
    case iso2022JP
    case utf16
    case utf32
    /// Word, Excel and others of today, which are archives.
    case archive
    /// Word and Excel before 2007, 一太郎.
    case oldDocument
    case pdf
    case rtf
    case picture
    /// UTF-8 with single bytes that are none.
    case brokenUTF8
    case unknown
  }

  package let kind: Kind
  /// The first byte that tells it.
  package let place: Int
  /// All bytes that are no UTF-8, of a text that else is.
  package let places: [Int]

  package init(kind: Kind, place: Int, places: [Int] = []) {
    self.kind = kind
    self.place = place
    self.places = places
  }

  /// How much of a file is looked at.
  private static let sample = 65_536

  /// Looks what `bytes` are that do not pass the check; nil where they are UTF-8 with single characters
  /// that are refused.
  package init?(_ bytes: [UInt8], invalid: Int?) {
    if let kind = Self.signature(bytes) {
      self.init(kind: kind, place: 0)
      return
    }
    let sample = bytes.prefix(Self.sample)
    if let kind = Self.wideKind(Array(sample)) {
      self.init(kind: kind, place: 0)
      return
    }
    if let escape = Self.iso2022JP(bytes) {
      self.init(kind: .iso2022JP, place: escape)
      return
    }
    guard let invalid else { return nil }
    let utf8 = UTF8Count(bytes)
    let (shiftJIS, eucJP) = (Self.shiftJIS(sample), Self.eucJP(sample))
    if utf8.characters > 4 * utf8.invalid.count {
      self.init(kind: .brokenUTF8, place: invalid, places: utf8.invalid)
    } else if let kind = Self.better(shiftJIS, eucJP) {
      self.init(kind: kind, place: invalid)
    } else if utf8.characters > 0 && utf8.characters >= utf8.invalid.count {
      self.init(kind: .brokenUTF8, place: invalid, places: utf8.invalid)
    } else {
      self.init(kind: .unknown, place: invalid)
    }
  }

  // MARK: - Files that are no text

  private static func signature(_ bytes: [UInt8]) -> Kind? {
    let known: [(Kind, [UInt8])] = [
      (.utf32, [0xFF, 0xFE, 0, 0]), (.utf32, [0, 0, 0xFE, 0xFF]), (.utf16, [0xFF, 0xFE]),
      (.utf16, [0xFE, 0xFF]), (.archive, [0x50, 0x4B, 3, 4]), (.pdf, Array("%PDF".utf8)),
      (.oldDocument, [0xD0, 0xCF, 0x11, 0xE0]), (.rtf, Array("{\\rtf".utf8)),
      (.picture, [0x89, 0x50, 0x4E, 0x47]), (.picture, [0xFF, 0xD8, 0xFF]),
      (.picture, Array("GIF8".utf8)),
    ]
    return known.first { bytes.starts(with: $0.1) }?.0
  }

  // MARK: - Two and four bytes for a character

  /// UTF-16 or UTF-32 without a mark: ASCII has zeros in it, always on the same side.
  private static func wideKind(_ bytes: [UInt8]) -> Kind? {
    var zeros = [0, 0, 0, 0]
    for (index, byte) in bytes.enumerated() where byte == 0 { zeros[index & 3] += 1 }
    let (even, odd) = (zeros[0] + zeros[2], zeros[1] + zeros[3])
    let total = even + odd
    guard total >= 3, total * 20 > bytes.count else { return nil }
    let quarter = bytes.count / 4
    if quarter > 0, [2, 3].contains(zeros.count { $0 * 10 >= quarter * 9 }) { return .utf32 }
    return max(even, odd) > 10 * min(even, odd) ? .utf16 : nil
  }

  /// The first escape sequence of ISO-2022-JP (RFC 1468), which else is ASCII.
  private static func iso2022JP(_ bytes: [UInt8]) -> Int? {
    var at = 0
    while let escape = bytes[at...].firstIndex(of: 0x1B), escape + 2 < bytes.count {
      let next = (bytes[escape + 1], bytes[escape + 2])
      if next == (0x24, 0x40) || next == (0x24, 0x42) {
        return bytes.contains { $0 >= 0x80 } ? nil : escape
      }
      at = escape + 1
    }
    return nil
  }

  // MARK: - Two bytes for a Japanese character

  /// How well bytes fit an encoding.
  private struct Fit {
    var invalid = 0
    var kana = 0
    /// Katakana of half width, which texts rarely have.
    var halfWidth = 0
    var characters = 0

    var isGood: Bool { characters > 0 && invalid * 20 <= characters }
    var score: Int { kana - 2 * halfWidth - 4 * invalid }
  }

  private static func better(_ shiftJIS: Fit, _ eucJP: Fit) -> Kind? {
    switch (shiftJIS.isGood, eucJP.isGood) {
    case (true, true):
      if shiftJIS.invalid != eucJP.invalid {
        shiftJIS.invalid < eucJP.invalid ? .shiftJIS : .eucJP
      } else {
        shiftJIS.score >= eucJP.score ? .shiftJIS : .eucJP
      }
    case (true, false): .shiftJIS
    case (false, true): .eucJP
    case (false, false): nil
    }
  }

  /// Shift_JIS as Windows has it (CP932).
  private static func shiftJIS(_ bytes: ArraySlice<UInt8>) -> Fit {
    var fit = Fit()
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let lead = bytes[at]
      at += 1
      switch lead {
      case 0..<0x80: continue
      case 0xA1...0xDF:
        fit.characters += 1
        fit.halfWidth += 1
      case 0x81...0x9F, 0xE0...0xFC:
        guard at < bytes.endIndex else { break }
        let trail = bytes[at]
        guard (0x40...0x7E).contains(trail) || (0x80...0xFC).contains(trail) else {
          fit.invalid += 1
          continue
        }
        at += 1
        fit.characters += 1
        if lead == 0x82 && trail >= 0x9F || lead == 0x83 && trail <= 0x96 { fit.kana += 1 }
      default: fit.invalid += 1
      }
    }
    return fit
  }

  private static func eucJP(_ bytes: ArraySlice<UInt8>) -> Fit {
    var fit = Fit()
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let lead = bytes[at]
      at += 1
      if lead < 0x80 { continue }
      let length = lead == 0x8F ? 2 : 1
      guard lead == 0x8E || lead == 0x8F || (0xA1...0xFE).contains(lead) else {
        fit.invalid += 1
        continue
      }
      guard at + length <= bytes.endIndex else { break }
      guard bytes[at..<(at + length)].allSatisfy({ (0xA1...0xFE).contains($0) }) else {
        fit.invalid += 1
        continue
      }
      at += length
      fit.characters += 1
      if lead == 0x8E { fit.halfWidth += 1 }
      if lead == 0xA4 || lead == 0xA5 { fit.kana += 1 }
    }
    return fit
  }

  // MARK: - UTF-8

  /// How many characters of several bytes a text has, and the bytes that belong to none.
  private struct UTF8Count {
    var characters = 0
    var invalid: [Int] = []

    init(_ bytes: [UInt8]) {
      var at = 0
      while at < bytes.count {
        let lead = bytes[at]
        let length =
          switch lead {
          case 0..<0x80: 1
          case 0xC2...0xDF: 2
          case 0xE0...0xEF: 3
          case 0xF0...0xF4: 4
          default: 0
          }
        if length > 0, TextCheck.isCharacter(bytes, at, length: length) {
          if length > 1 { characters += 1 }
          at += length
        } else {
          invalid.append(at)
          at += 1
        }
      }
    }
  }
}
