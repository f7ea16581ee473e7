/// The text of a leaf as code points, each with what the inline parser made of it.
struct Leaf {
  /// What a code point is part of.
  enum Part: UInt8 {
    /// Text that no syntax took.
    case text
    /// Text that a backslash keeps from being syntax.
    case escaped
    /// A bare address, which is a link.
    case address
    /// Syntax, code, a link's address, or HTML.
    case syntax
  }

  /// The code points.
  private(set) var scalars: [UInt32] = []
  /// For each code point, and for the end, its offset in the text of the tree.
  private(set) var offsets: [Int] = []
  private(set) var parts: [Part] = []
  /// The ranges of its lines without their ends.
  private(set) var lines: [Range<Int>] = []

  /// Reads what stands at `content`; `texts` and `addresses` are the ranges of text and bare addresses in it.
  init(_ text: [UInt8], _ content: Range<Int>, texts: [Range<Int>], addresses: [Range<Int>]) {
    var byte = content.lowerBound
    var nextText = 0
    var nextAddress = 0
    var lineStart = 0
    scalars.reserveCapacity(content.count / 2)
    while byte < content.upperBound {
      let (value, length) = UTF8Scalars.scalar(text, at: byte, limit: content.upperBound)
      while nextText < texts.count, texts[nextText].upperBound <= byte { nextText += 1 }
      while nextAddress < addresses.count, addresses[nextAddress].upperBound <= byte {
        nextAddress += 1
      }
      if value == 10 {
        lines.append(lineStart..<scalars.count)
        lineStart = scalars.count + 1
      }
      scalars.append(value)
      offsets.append(byte)
      if nextAddress < addresses.count, addresses[nextAddress].contains(byte) {
        parts.append(.address)
      } else if nextText < texts.count, texts[nextText].contains(byte) {
        let isEscaped =
          byte == texts[nextText].lowerBound && byte > content.lowerBound
          && text[byte - 1] == UInt8(ascii: "\\")
        parts.append(isEscaped ? .escaped : .text)
      } else {
        parts.append(value == 10 ? .text : .syntax)
      }
      byte += length
    }
    lines.append(lineStart..<scalars.count)
    offsets.append(content.upperBound)
  }

  var count: Int { scalars.count }

  /// The code point at an index, 0 where there is none.
  func at(_ index: Int) -> UInt32 {
    scalars.indices.contains(index) ? scalars[index] : 0
  }

  /// The code point at an index where it is text that no syntax took; else 0.
  func plain(_ index: Int) -> UInt32 {
    scalars.indices.contains(index) && parts[index] == .text ? scalars[index] : 0
  }

  /// Whether an emphasis, a link or code begins at an index.
  func beginsMarkup(_ index: Int) -> Bool {
    guard index < count, parts[index] == .syntax else { return false }
    switch at(index) {
    case 0x2A, 0x60: return true
    case 0x7E: return at(index + 1) == 0x7E
    case 0x5B: return at(index + 1) != 0x5E
    default: return false
    }
  }

  /// Whether the backslash at an index keeps the sign behind it from being syntax.
  func escapes(_ index: Int) -> Bool {
    at(index) == 0x5C && parts[index] == .syntax && index + 1 < count
      && parts[index + 1] == .escaped
  }

  /// The index of the code point at an offset in the text of the tree, or of the next one; nil outside.
  func index(at offset: Int) -> Int? {
    guard let first = offsets.first, let last = offsets.last, offset >= first, offset <= last else {
      return nil
    }
    var low = 0
    var high = offsets.count
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether a text stands at an index, all of it text that no syntax took.
  func hasPlain(_ text: String, at index: Int) -> Bool {
    var place = index
    for scalar in text.unicodeScalars {
      guard plain(place) == scalar.value else { return false }
      place += 1
    }
    return true
  }

  /// The code points of a range as text.
  func string(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    for index in range.clamped(to: scalars.indices) {
      text.append(Unicode.Scalar(scalars[index]) ?? "\u{FFFD}")
    }
    return String(text)
  }

  /// The end of the line in which an index lies, but not further than no slip reaches.
  func lineEnd(_ index: Int) -> Int {
    end(from: index, limit: 700) { $0 != 10 }
  }

  /// The line in which an index lies.
  func line(of index: Int) -> Range<Int> {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].lowerBound <= index { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? lines[low - 1] : 0..<count
  }

  /// The index after the code points from `start` on that meet a condition, at most `limit` of them.
  func end(from start: Int, limit: Int = 400, while condition: (UInt32) -> Bool) -> Int {
    var end = start
    while end < count, end - start < limit, condition(scalars[end]) { end += 1 }
    return end
  }

  /// The index after white space of one line, wide or not, but not more than `limit` of it.
  func skipSpaces(_ start: Int, limit: Int = 400) -> Int {
    end(from: start, limit: limit) { Signs.isSpace($0) }
  }
}

/// The classes of characters by which slips are told from prose.
enum Signs {
  /// A space, a tab, a wide space or a no-break space.
  static func isSpace(_ value: UInt32) -> Bool {
    value == 32 || value == 9 || value == 0x3000 || value == 0xA0
  }

  static func isHiragana(_ value: UInt32) -> Bool { (0x3041...0x309F).contains(value) }

  static func isKatakana(_ value: UInt32) -> Bool {
    (0x30A1...0x30FA).contains(value) || (0x30FC...0x30FF).contains(value)
  }

  /// A character of a reading.
  static func isKana(_ value: UInt32) -> Bool {
    isHiragana(value) || isKatakana(value) || value == 0x30FB
  }

  static func isIdeograph(_ value: UInt32) -> Bool {
    (0x4E00...0x9FFF).contains(value) || (0x3400...0x4DBF).contains(value)
      || (0xF900...0xFAFF).contains(value) || value >= 0x20000 && value <= 0x3FFFF
      || value == 0x3005 || value == 0x3006 || value == 0x3007
  }

  /// Kana, ideographs and wide letters and digits.
  static func isJapaneseLetter(_ value: UInt32) -> Bool {
    isKana(value) && value != 0x30FB || isIdeograph(value) || isWideAlphanumeric(value)
  }

  static func isWideDigit(_ value: UInt32) -> Bool { (0xFF10...0xFF19).contains(value) }

  static func isWideAlphanumeric(_ value: UInt32) -> Bool {
    isWideDigit(value) || (0xFF21...0xFF3A).contains(value) || (0xFF41...0xFF5A).contains(value)
  }

  static func isDigit(_ value: UInt32) -> Bool { (48...57).contains(value) }

  static func isASCIILetter(_ value: UInt32) -> Bool {
    (65...90).contains(value) || (97...122).contains(value)
  }

  static func isASCIIAlphanumeric(_ value: UInt32) -> Bool {
    isDigit(value) || isASCIILetter(value)
  }

  /// A letter or a digit, Japanese or ASCII.
  static func isLetter(_ value: UInt32) -> Bool {
    isJapaneseLetter(value) || isASCIIAlphanumeric(value)
  }

  /// An opening bracket with which a Japanese text may begin: 「『（【〔〈《“.
  static func isOpening(_ value: UInt32) -> Bool {
    switch value {
    case 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0xFF08, 0x201C: true
    default: false
    }
  }

  /// Punctuation at which a phrase ends.
  static func endsPhrase(_ value: UInt32) -> Bool {
    switch value {
    case 0, 10, 0x3001, 0x3002, 0xFF0C, 0xFF0E, 0xFF01, 0xFF1F, 0xFF1A, 0xFF1B, 0x300D, 0x300F,
      0xFF09, 0x3011, 0x3015, 0x3009, 0x300B, 33, 44, 58, 59, 63:
      true
    default: false
    }
  }

  /// A wide sign that looks like an ASCII one, as that; nil for others.
  static func narrow(_ value: UInt32) -> UInt32? {
    switch value {
    case 0xFF01...0xFF5E: value - 0xFF01 + 33
    case 0x3000: 32
    default: nil
    }
  }

  /// A text with its wide signs, letters and digits narrow.
  static func narrowed(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(narrow(scalar.value).flatMap { Unicode.Scalar($0) } ?? scalar)
    }
    return String(result)
  }
}
