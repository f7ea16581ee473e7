/// What a text has that its author does not see: invisible characters, and kana whose sound marks are
/// characters of their own, as names of files on macOS give them.
package struct HiddenText: Sendable {
  /// A row of invisible characters.
  package struct Run: Sendable, Equatable {
    /// The code points, in order.
    package fileprivate(set) var values: [UInt32]
    /// Where they are written.
    package fileprivate(set) var bytes: Range<Int>
  }

  /// Kana of one word that are written as two characters each.
  package struct Decomposed: Sendable, Equatable {
    /// The places of the pairs, each with the character that they make.
    package fileprivate(set) var pairs: [(bytes: Range<Int>, value: UInt32)]

    /// From the first pair to the last.
    package var bytes: Range<Int> {
      (pairs.first?.bytes.lowerBound ?? 0)..<(pairs.last?.bytes.upperBound ?? 0)
    }

    package static func == (left: Self, right: Self) -> Bool {
      left.bytes == right.bytes && left.pairs.map(\.value) == right.pairs.map(\.value)
    }
  }

  /// The rows of invisible characters, in order.
  package private(set) var runs: [Run] = []
  /// The rows of characters that Unicode leaves to each machine, in order.
  package private(set) var privateUse: [Run] = []
  /// The words with decomposed kana, in order.
  package private(set) var decomposed: [Decomposed] = []

  /// Whether there is none.
  package var isEmpty: Bool { runs.isEmpty && privateUse.isEmpty && decomposed.isEmpty }

  /// Looks once through a text that is UTF-8.
  package init(_ bytes: [UInt8]) {
    var index = bytes.starts(with: TextCheck.byteOrderMark) ? TextCheck.byteOrderMark.count : 0
    while let place = Self.suspect(bytes, from: index) {
      let (value, length) = Self.scalar(bytes, at: place)
      index = place + length
      if value == 0x3099 || value == 0x309A {
        addMark(value, bytes, at: place)
      } else if InvisibleCharacter.isPrivate(value) {
        Self.add(value, place..<index, to: &privateUse)
      } else if InvisibleCharacter.isInvisible(value),
        !Self.isNeeded(value, bytes, place..<index)
      {
        Self.add(value, place..<index, to: &runs)
      }
    }
  }

  /// Looks through a text in which the carriage returns at `places` end no line.
  package init(_ bytes: [UInt8], strayReturns places: [Int]) {
    self.init(bytes)
    if places.isEmpty { return }
    runs += places.map { Run(values: [13], bytes: $0..<($0 + 1)) }
    runs.sort { $0.bytes.lowerBound < $1.bytes.lowerBound }
  }

  private static func add(_ value: UInt32, _ place: Range<Int>, to runs: inout [Run]) {
    if let last = runs.indices.last, runs[last].bytes.upperBound == place.lowerBound {
      runs[last].values.append(value)
      runs[last].bytes = runs[last].bytes.lowerBound..<place.upperBound
    } else {
      runs.append(Run(values: [value], bytes: place))
    }
  }

  private mutating func addMark(_ mark: UInt32, _ bytes: [UInt8], at place: Int) {
    guard place >= 3, bytes[place - 3] == 0xE3,
      let value = Self.composed(Self.scalar(bytes, at: place - 3).value, mark)
    else { return }
    let pair = place - 3..<place + 3
    // What stands near in the same line is of the same word.
    if let last = decomposed.indices.last,
      pair.lowerBound - decomposed[last].bytes.upperBound <= 24,
      !bytes[decomposed[last].bytes.upperBound..<pair.lowerBound].contains(where: { $0 <= 32 })
    {
      decomposed[last].pairs.append((pair, value))
    } else {
      decomposed.append(Decomposed(pairs: [(pair, value)]))
    }
  }

  /// The kana that a kana and a sound mark make (Unicode 16, canonical composition); nil where they make none.
  package static func composed(_ kana: UInt32, _ mark: UInt32) -> UInt32? {
    let isKatakana = kana >= 0x30A0
    let hiragana = isKatakana ? kana - 0x60 : kana
    let isH = hiragana >= 0x306F && hiragana <= 0x307B && (hiragana - 0x306F) % 3 == 0
    if mark == 0x309A { return isH ? kana + 2 : nil }
    switch hiragana {
    case 0x304B...0x3061: return hiragana % 2 == 1 ? kana + 1 : nil
    case 0x3064, 0x3066, 0x3068, 0x309D: return kana + 1
    case 0x3046: return isKatakana ? 0x30F4 : 0x3094
    case 0x308F...0x3092: return isKatakana ? kana + 8 : nil
    default: return isH ? kana + 1 : nil
    }
  }

  // MARK: Scanning

  /// The next character that may be hidden, by its first bytes.
  private static func suspect(_ bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var index = start
      let end = bytes.count - 1
      while index < end {
        let byte = bytes[index]
        if byte < 0xC2 {
          index += 1
          continue
        }
        let second = bytes[index + 1]
        let third = index + 2 < bytes.count ? bytes[index + 2] : 0
        switch byte {
        case 0xE3:
          if second == 0x82 ? third == 0x99 || third == 0x9A : second == 0x85 && third == 0xA4 {
            return index
          }
          index += 3
        case 0xC2: if second == 0xAD { return index } else { index += 2 }
        case 0xCD: if second == 0x8F { return index } else { index += 2 }
        case 0xE1:
          if second == 0x85 || second == 0x9E || second == 0xA0 { return index }
          index += 3
        case 0xE2:
          if second == 0x80 || second == 0x81 { return index }
          index += 3
        case 0xEF:
          if second < 0xA4 || second == 0xB8 || second == 0xBB || second >= 0xBE { return index }
          index += 3
        case 0xEE, 0xF3, 0xF4: return index
        default: index += byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        }
      }
      return nil
    }
  }

  /// The character at an offset; U+FFFD of one byte where the text is cut.
  private static func scalar(_ bytes: [UInt8], at start: Int) -> (value: UInt32, length: Int) {
    let first = bytes[start]
    if first < 0x80 { return (UInt32(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, start + length <= bytes.count else { return (0xFFFD, 1) }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[start + offset] & 0x3F) }
    return (value, length)
  }

  /// The character that ends before an offset; 0 at the beginning.
  private static func scalar(_ bytes: [UInt8], before end: Int) -> (value: UInt32, start: Int) {
    var start = end
    while start > 0, end - start < 4 {
      start -= 1
      if bytes[start] & 0xC0 != 0x80 { return (scalar(bytes, at: start).value, start) }
    }
    return (0, start)
  }

  // MARK: Where they are needed

  /// Whether an invisible character does something where it stands.
  private static func isNeeded(_ value: UInt32, _ bytes: [UInt8], _ place: Range<Int>) -> Bool {
    let before = scalar(bytes, before: place.lowerBound).value
    let after = place.upperBound < bytes.count ? scalar(bytes, at: place.upperBound).value : 0
    switch value {
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF:
      return before > 32 && before != 0x3000 && !InvisibleCharacter.isInvisible(before)
    case 0x200D:
      return isEmoji(before) && isEmoji(after) || isComplex(before) || isComplex(after)
    case 0x200C: return isComplex(before) || isComplex(after)
    case 0x115F, 0x1160: return isJamo(before) || isJamo(after)
    case 0x180B...0x180E: return (0x1800...0x18AF).contains(before)
    case 0x17B4, 0x17B5: return (0x1780...0x17FF).contains(before)
    case 0xE0020...0xE007F: return followsFlag(bytes, place.lowerBound)
    default: return false
    }
  }

  private static func isJamo(_ value: UInt32) -> Bool {
    (0x1100...0x11FF).contains(value) && value != 0x115F && value != 0x1160
  }

  private static func isEmoji(_ value: UInt32) -> Bool {
    value >= 0x1F000 && value < 0x20000 || (0x2190...0x2BFF).contains(value) || value == 0xFE0F
      || (0xE0020...0xE007F).contains(value)
  }

  /// Arabic, the scripts of India and South-East Asia, Mongolian.
  private static func isComplex(_ value: UInt32) -> Bool {
    (0x600...0x109F).contains(value) || (0x1700...0x18AF).contains(value)
      || (0xA800...0xABFF).contains(value) || (0xFB50...0xFDCF).contains(value)
      || (0xFE70...0xFEFE).contains(value)
  }

  /// Whether tags follow a black flag, as those of England and Scotland do.
  private static func followsFlag(_ bytes: [UInt8], _ place: Int) -> Bool {
    var end = place
    for _ in 0..<8 {
      let (value, start) = scalar(bytes, before: end)
      if value == 0x1F3F4 { return true }
      guard (0xE0020...0xE007F).contains(value) else { return false }
      end = start
    }
    return false
  }
}
