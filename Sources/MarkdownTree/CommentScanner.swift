/// Finds comments: `<!-->`, `<!--->`, or what stands from `<!--` to the next `-->` (CommonMark 0.31 §6.6).
enum CommentScanner {
  /// How long the beginning of a comment is.
  static let openingLength = 4

  /// Whether a comment begins at an offset.
  static func begins(_ bytes: [UInt8], at start: Int, limit: Int) -> Bool {
    start + openingLength <= limit && bytes[start] == UInt8(ascii: "<")
      && bytes[start + 1] == UInt8(ascii: "!") && bytes[start + 2] == UInt8(ascii: "-")
      && bytes[start + 3] == UInt8(ascii: "-")
  }

  /// Whether the end of a comment stands at an offset.
  static func ends(_ bytes: [UInt8], at start: Int, limit: Int) -> Bool {
    start + 3 <= limit && bytes[start] == UInt8(ascii: "-") && bytes[start + 1] == UInt8(ascii: "-")
      && bytes[start + 2] == UInt8(ascii: ">")
  }

  /// The offset after the comment that begins at `start`; nil where it does not end.
  static func end(of bytes: [UInt8], at start: Int, limit: Int) -> Int? {
    // The two dashes of the beginning are the end's as well in `<!-->` and, with one more, in `<!--->`.
    var index = start + 2
    while index + 2 < limit {
      if bytes[index + 2] != UInt8(ascii: ">") {
        index += 1
      } else if bytes[index] == UInt8(ascii: "-"), bytes[index + 1] == UInt8(ascii: "-") {
        return index + 3
      } else {
        index += 3
      }
    }
    return nil
  }

  /// The comments of a line, without those in code spans and behind a backslash.
  static func comments(in bytes: [UInt8], _ line: Range<Int>) -> [Range<Int>] {
    var comments: [Range<Int>] = []
    var backticks = BacktickRuns()
    var index = line.lowerBound
    while index < line.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "`"):
        let start = index
        while index < line.upperBound, bytes[index] == UInt8(ascii: "`") { index += 1 }
        let close = backticks.close(
          of: index - start, after: index, in: bytes, limit: line.upperBound)
        if let close { index += close - start }
      case UInt8(ascii: "<") where begins(bytes, at: index, limit: line.upperBound):
        guard let end = end(of: bytes, at: index, limit: line.upperBound) else { return comments }
        comments.append(index..<end)
        index = end
      default: index += 1
      }
    }
    return comments
  }

  /// Where a line's text ends, without the comments behind it.
  static func endOfText(_ bytes: [UInt8], _ line: Range<Int>) -> Int {
    var end = line.upperBound
    for comment in comments(in: bytes, line).reversed() {
      guard bytes[comment.upperBound..<end].allSatisfy({ $0 == 32 || $0 == 9 }) else { break }
      end = comment.lowerBound
    }
    return end
  }

  /// The sign at an offset that would begin a block at the beginning of a line, and here is text.
  static func blockSign(_ bytes: [UInt8], at start: Int, limit: Int) -> Range<Int>? {
    guard start < limit else { return nil }
    var end = start
    switch bytes[start] {
    case UInt8(ascii: "#"), UInt8(ascii: "`"), UInt8(ascii: "~"):
      while end < limit, bytes[end] == bytes[start] { end += 1 }
      if bytes[start] != UInt8(ascii: "#") { return end - start >= 3 ? start..<end : nil }
      guard end - start < 7 else { return nil }
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): end += 1
    case UInt8(ascii: ">"), UInt8(ascii: "|"): return start..<start + 1
    case 48...57:
      while end < limit, end - start < 9, bytes[end] >= 48, bytes[end] <= 57 { end += 1 }
      guard end < limit, bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")") else {
        return nil
      }
      end += 1
    default: return nil
    }
    return end < limit && (bytes[end] == 32 || bytes[end] == 9) ? start..<end : nil
  }

  /// The comment in the address or title of a link; it goes to the end where it has none.
  static func comment(inLink bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    guard bytes[range].contains(UInt8(ascii: "<")),
      let start = range.first(where: { begins(bytes, at: $0, limit: range.upperBound) })
    else { return nil }
    return start..<(end(of: bytes, at: start, limit: range.upperBound) ?? start + openingLength)
  }

  /// Whether a text has something else than comments and blanks.
  static func hasText(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      if begins(bytes, at: index, limit: range.upperBound) {
        guard let end = end(of: bytes, at: index, limit: range.upperBound) else { return true }
        index = end
      } else if bytes[index] == 32 || bytes[index] >= 9 && bytes[index] <= 13 {
        index += 1
      } else {
        return true
      }
    }
    return false
  }
}
