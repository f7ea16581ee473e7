/// Reads ruby annotations, `{漢字|かんじ}` and `{漢字|かん|じ}`.
///
/// One reading is for the whole base, else there is one for each character of it. At least one byte
/// outside ASCII must stand in an annotation: `{a|b}` is ordinary text.
enum RubyScanner {
  /// An annotation: ranges of the bytes it was read from.
  struct Match {
    var base: Range<Int>
    var readings: [Range<Int>]
    /// The offset after the `}`.
    var end: Int
  }

  /// No annotation is longer, in bytes.
  static let maximumLength = 600

  /// Reads the annotation at a `{`, or returns nil where there is none.
  static func scan(_ bytes: [UInt8], at start: Int, limit: Int) -> Match? {
    var bars: [Int] = []
    var isASCII = true
    var index = start + 1
    let end = min(limit, start + maximumLength)
    while index < end {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "}"):
        guard !bars.isEmpty, !isASCII else { return nil }
        return match(bytes, start: start, bars: bars, end: index)
      case UInt8(ascii: "|"), SourceText.Cover.pipe:
        bars.append(index)
      case UInt8(ascii: "{"), UInt8(ascii: "`"), UInt8(ascii: "\\"), 0..<32: return nil
      case UInt8(ascii: "<") where CommentScanner.begins(bytes, at: index, limit: end): return nil
      default: if byte >= 0x80 { isASCII = false }
      }
      index += 1
    }
    return nil
  }

  private static func match(_ bytes: [UInt8], start: Int, bars: [Int], end: Int) -> Match? {
    let base = start + 1..<bars[0]
    var readings: [Range<Int>] = []
    for (position, bar) in bars.enumerated() {
      let next = position + 1 < bars.count ? bars[position + 1] : end
      readings.append(bar + 1..<next)
    }
    guard !base.isEmpty, !readings.contains(where: \.isEmpty) else { return nil }
    return Match(base: base, readings: readings, end: end + 1)
  }
}

/// Reads record links, `[[名前]]` and `[[名前|表示]]`.
enum RecordLinkScanner {
  /// A record link: ranges of the bytes it was read from.
  struct Match {
    var name: Range<Int>
    /// The text to show, if one is given.
    var label: Range<Int>?
    /// The offset after the `]]`.
    var end: Int
  }

  /// No record link is longer, in bytes.
  static let maximumLength = 1000

  /// Reads the record link at a `[`, or returns nil where there is none.
  static func scan(_ bytes: [UInt8], at start: Int, limit: Int) -> Match? {
    guard start + 4 < limit, bytes[start + 1] == UInt8(ascii: "[") else { return nil }
    var bar: Int?
    var index = start + 2
    let end = min(limit, start + maximumLength)
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "]"):
        guard index + 1 < end, bytes[index + 1] == UInt8(ascii: "]") else { return nil }
        let name = trimmed(bytes, start + 2..<(bar ?? index))
        let label = bar.map { trimmed(bytes, $0 + 1..<index) }
        guard !name.isEmpty, label?.isEmpty != true else { return nil }
        return Match(name: name, label: label, end: index + 2)
      case UInt8(ascii: "|"), SourceText.Cover.pipe:
        if bar == nil { bar = index }
      case UInt8(ascii: "["), 0..<32: return nil
      default: break
      }
      index += 1
    }
    return nil
  }

  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, bytes[lower] == 32 { lower += 1 }
    while lower < upper, bytes[upper - 1] == 32 { upper -= 1 }
    return lower..<upper
  }
}

extension RubyScanner {
  /// The characters of a base: code points with the selectors and combining marks after them.
  static func characters(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var characters: [Range<Int>] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let (value, length) = UTF8Scalars.scalar(bytes, at: index, limit: range.upperBound)
      let isMark =
        value >= 0xFE00 && value <= 0xFE0F || value >= 0xE0100 && value <= 0xE01EF
        || value >= 0x3099 && value <= 0x309A
      if isMark, let last = characters.popLast() {
        characters.append(last.lowerBound..<index + length)
      } else {
        characters.append(index..<index + length)
      }
      index += length
    }
    return characters
  }
}
