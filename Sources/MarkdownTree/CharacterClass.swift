/// The classes of characters that emphasis and line breaks depend on.
enum CharacterClass {
  /// The CJK characters of the CJK-friendly amendment to CommonMark §2.1.
  ///
  /// They are the code points of East_Asian_Width W, F or H without Emoji_Presentation, and those of the
  /// script Hangul. Source: Unicode 16.0, EastAsianWidth.txt, emoji-data.txt, Scripts.txt.
  static func isCJK(_ scalar: UInt32) -> Bool {
    if scalar < 0x1100 { return false }
    if scalar >= 0x3250, scalar <= 0xA48C { return true }
    if scalar >= 0x3041, scalar <= 0x3096 { return true }
    var low = 0
    var high = cjk.count
    while low < high {
      let middle = (low + high) / 2
      if cjk[middle].upper < scalar { low = middle + 1 } else { high = middle }
    }
    return low < cjk.count && cjk[low].lower <= scalar
  }

  /// Kanji with 々, and katakana with ー: what words are written in.
  static func isKanjiOrKatakana(_ scalar: UInt32) -> Bool {
    (0x3400...0x9FFF).contains(scalar) || scalar == 0x3005 || (0x30A1...0x30FA).contains(scalar)
      || scalar == 0x30FC
  }

  /// Whether a code point is Unicode whitespace (CommonMark 0.31 §2.1).
  static func isWhitespace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 9, 10, 12, 13, 32, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Whether a code point is Unicode punctuation: general category P or S (CommonMark 0.31 §2.1).
  static func isPunctuation(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return isASCIIPunctuation(UInt8(scalar)) }
    // Kana and the unified ideographs, which stand next to most delimiters.
    if scalar >= 0x4E00, scalar <= 0x9FFF { return false }
    if scalar >= 0x3041, scalar <= 0x3096 { return false }
    guard let value = Unicode.Scalar(scalar) else { return false }
    switch value.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
      .modifierSymbol, .otherSymbol:
      return true
    default: return false
    }
  }

  /// Whether a byte is ASCII punctuation (CommonMark §2.1).
  static func isASCIIPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 33...47, 58...64, 91...96, 123...126: true
    default: false
    }
  }

  /// Whether a line end between two code points stands for nothing.
  ///
  /// Both are East Asian wide, or one is and the other is punctuation that Japanese text sets wide
  /// though its width is ambiguous (… — “ ” ① ■). Hangul is written with spaces and keeps its own.
  /// Source: CSS Text 4, segment break transformation.
  static func joins(_ before: UInt32, _ after: UInt32) -> Bool {
    let left = isWide(before)
    let right = isWide(after)
    return left && (right || isAmbiguous(after)) || right && isAmbiguous(before)
  }

  private static func isWide(_ scalar: UInt32) -> Bool {
    isCJK(scalar) && !isHangul(scalar)
  }

  private static func isHangul(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x1100...0x11FF, 0x302E...0x302F, 0x3131...0x318E, 0x3200...0x321E, 0x3260...0x327E,
      0xA960...0xA97C, 0xAC00...0xD7FB, 0xFFA0...0xFFDC:
      true
    default: false
    }
  }

  private static func isAmbiguous(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2014...0x2016, 0x2018...0x201D, 0x2025...0x2026, 0x203B, 0x2190...0x2193,
      0x2460...0x24FF, 0x25A0...0x25CF, 0x2605...0x2606:
      true
    default: false
    }
  }

  private static let cjk: [(lower: UInt32, upper: UInt32)] = [
    (0x1100, 0x11FF), (0x20A9, 0x20A9), (0x2329, 0x232A), (0x2630, 0x2637), (0x268A, 0x268F),
    (0x2E80, 0x2E99), (0x2E9B, 0x2EF3), (0x2F00, 0x2FD5), (0x2FF0, 0x303E), (0x3041, 0x3096),
    (0x3099, 0x30FF), (0x3105, 0x312F), (0x3131, 0x318E), (0x3190, 0x31E5), (0x31EF, 0x321E),
    (0x3220, 0x3247), (0x3250, 0xA48C), (0xA490, 0xA4C6), (0xA960, 0xA97C), (0xAC00, 0xD7A3),
    (0xD7B0, 0xD7C6), (0xD7CB, 0xD7FB), (0xF900, 0xFAFF), (0xFE10, 0xFE19), (0xFE30, 0xFE52),
    (0xFE54, 0xFE66), (0xFE68, 0xFE6B), (0xFF01, 0xFFBE), (0xFFC2, 0xFFC7), (0xFFCA, 0xFFCF),
    (0xFFD2, 0xFFD7), (0xFFDA, 0xFFDC), (0xFFE0, 0xFFE6), (0xFFE8, 0xFFEE), (0x16FE0, 0x16FE4),
    (0x16FF0, 0x16FF6), (0x17000, 0x18CD5), (0x18CFF, 0x18D1E), (0x18D80, 0x18DF2),
    (0x1AFF0, 0x1AFF3), (0x1AFF5, 0x1AFFB), (0x1AFFD, 0x1AFFE), (0x1B000, 0x1B122),
    (0x1B132, 0x1B132), (0x1B150, 0x1B152), (0x1B155, 0x1B155), (0x1B164, 0x1B167),
    (0x1B170, 0x1B2FB), (0x1D300, 0x1D356), (0x1D360, 0x1D376), (0x1F200, 0x1F200),
    (0x1F202, 0x1F202), (0x1F210, 0x1F219), (0x1F21B, 0x1F22E), (0x1F230, 0x1F231),
    (0x1F237, 0x1F237), (0x1F23B, 0x1F23B), (0x1F240, 0x1F248), (0x1F260, 0x1F265),
    (0x20000, 0x3FFFD),
  ]
}

/// Reading code points out of UTF-8 bytes; a byte that belongs to none counts as U+FFFD.
enum UTF8Scalars {
  /// The code point that begins at an offset, and its length in bytes.
  static func scalar(_ bytes: [UInt8], at index: Int, limit: Int) -> (value: UInt32, length: Int) {
    let first = bytes[index]
    if first < 0x80 { return (UInt32(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first < 0xF5, index + length <= limit else { return (0xFFFD, 1) }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length {
      let byte = bytes[index + offset]
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return (value, length)
  }

  /// The code point that ends before an offset, and its length in bytes.
  static func scalar(_ bytes: [UInt8], before index: Int, limit: Int) -> (
    value: UInt32, length: Int
  ) {
    let last = bytes[index - 1]
    if last < 0x80 { return (UInt32(last), 1) }
    var start = index - 1
    while start > limit, index - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let result = scalar(bytes, at: start, limit: index)
    return result.length == index - start ? result : (0xFFFD, 1)
  }

  /// Appends the UTF-8 of a code point; U+FFFD where it is 0 or no scalar value.
  static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    let scalar = value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
