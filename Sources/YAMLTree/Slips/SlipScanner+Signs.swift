private import Diagnostics

let space = UInt8(ascii: " ")
let hash = UInt8(ascii: "#")
let colon = UInt8(ascii: ":")
let dash = UInt8(ascii: "-")
let comma = UInt8(ascii: ",")

extension SlipScanner {
  // MARK: - Characters

  func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == 9 }

  func isLineEnd(_ byte: UInt8) -> Bool { byte == 10 || byte == 13 }

  /// Whether a blank, the end of a line or of the text stands at `at`.
  func isBlankOrEnd(_ at: Int) -> Bool {
    at >= range.upperBound || isBlank(source[at]) || isLineEnd(source[at])
  }

  /// The character at `at` with its length; the text is well-formed.
  func character(_ at: Int) -> (value: UInt32, length: Int) {
    let lead = source[at]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    if length == 1 || at + length > source.count { return (UInt32(lead), 1) }
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { value = value << 6 | UInt32(source[at + offset] & 0x3F) }
    return (value, length)
  }

  /// The length of a space that YAML does not take for one: U+3000, U+00A0, U+2003.
  func wideSpace(_ at: Int) -> Int? {
    guard at < range.upperBound, source[at] >= 0xC2 else { return nil }
    let (value, length) = character(at)
    return value == 0x3000 || value == 0xA0 || value == 0x2003 || value == 0x2002 ? length : nil
  }

  /// The length of a colon of another form: ：, ∶, ︓.
  func wideColon(_ at: Int) -> Int? {
    guard source[at] >= 0xE2 else { return nil }
    let (value, length) = character(at)
    return [0xFF1A, 0x2236, 0xFE13, 0xFE55].contains(value) ? length : nil
  }

  /// The length of a comma of another form: 、, ，, ､.
  func wideComma(_ at: Int) -> Int? {
    guard source[at] >= 0xE2 else { return nil }
    let (value, length) = character(at)
    return [0x3001, 0xFF0C, 0xFF64].contains(value) ? length : nil
  }

  /// The length of what may be typed for the dash of a list; nil for the dash itself.
  func otherDash(_ at: Int) -> Int? {
    let (value, length) = character(at)
    switch value {
    case 0x2A, 0x2B: return isBlankOrEnd(at + 1) ? 1 : nil
    case 0xFF0D, 0x30FC, 0xFF70, 0x2010...0x2015, 0x2212, 0x2500, 0x30FB, 0xFF65, 0x2022, 0xFF0A:
      return length
    // ● ■ ◆, but not ●● in the place of letters.
    case 0x25CF, 0x25A0, 0x25C6:
      return at + length < range.upperBound && character(at + length).value != value ? length : nil
    case 0x31...0x39: return numberBeforeGroup(at)
    default: return nil
    }
  }

  /// The length of a number that stands for the dash of a group: `1. {to: 甲}`.
  private func numberBeforeGroup(_ at: Int) -> Int? {
    var end = at
    while end < range.upperBound, end - at < 2, isDigit(source[end]) { end += 1 }
    guard end + 1 < range.upperBound, source[end] == UInt8(ascii: "."), isBlank(source[end + 1])
    else { return nil }
    let next = skipBlanks(end + 1)
    return next < range.upperBound && source[next] == UInt8(ascii: "{") ? end + 1 - at : nil
  }

  /// The quote that a quote of print stands for, with its length.
  func otherQuote(_ at: Int) -> (meant: String, length: Int)? {
    guard at < range.upperBound, source[at] >= 0xE2 else { return nil }
    let (value, length) = character(at)
    switch value {
    case 0x201C...0x201F, 0xFF02, 0x301D...0x301F: return ("\"", length)
    case 0x2018...0x201B, 0xFF07: return ("'", length)
    default: return nil
    }
  }

  func text(_ range: Range<Int>) -> String { String(decoding: source[range], as: UTF8.self) }

  /// The range without blanks at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while end > start, isBlank(source[end - 1]) || isLineEnd(source[end - 1]) { end -= 1 }
    while start < end, isBlank(source[start]) || isLineEnd(source[start]) { start += 1 }
    return start..<end
  }

  /// The place behind the blanks at `at`.
  func skipBlanks(_ at: Int) -> Int {
    var at = at
    while at < range.upperBound, isBlank(source[at]) { at += 1 }
    return at
  }

  /// Whether the range begins with the start of the last character that ends at `end`.
  func lastCharacter(endingAt end: Int, after start: Int) -> Int {
    var at = end - 1
    while at > start, source[at] & 0xC0 == 0x80 { at -= 1 }
    return at
  }

  // MARK: - Marks

  /// Whether a line is meant as the `---` around front matter, and is none.
  func isMark(_ line: Line) -> Bool {
    FrontMatterMark.isMeant(source[line.start..<line.end])
  }

  // MARK: - Slips

  /// Adds a slip; `repairs` are the edits of each way out, best first.
  ///
  /// The text is read as the first way out has it, unless `reading` says otherwise.
  mutating func add(
    _ kind: YAMLSlip.Kind, at bytes: Range<Int>, _ repairs: [[YAMLEdit]],
    reading: [YAMLEdit]? = nil, losesText: Bool = false
  ) {
    slips.append(
      YAMLSlip(
        kind: kind, bytes: bytes,
        repairs: slips.count < YAMLSlip.mostMended
          ? repairs.map { .init(title(of: $0), edits: $0) } : [],
        reading: reading ?? repairs.first ?? [], losesText: losesText))
  }

  /// The lines that edits change, as they will be.
  func title(of edits: [YAMLEdit]) -> String {
    guard let first = edits.map(\.range.lowerBound).min(),
      let last = edits.map(\.range.upperBound).max()
    else { return "" }
    // A long line is shown around what changes.
    let most = Quotation.limit * 3
    var (start, end) = (first, last)
    while start > range.lowerBound, !isLineEnd(source[start - 1]), first - start < most {
      start -= 1
    }
    while end < range.upperBound, !isLineEnd(source[end]), end - last < most { end += 1 }
    let isCut = start > range.lowerBound && !isLineEnd(source[start - 1])
    while isCut, start < first, source[start] & 0xC0 == 0x80 { start += 1 }
    while end < range.upperBound, source[end] & 0xC0 == 0x80 { end += 1 }
    let repaired = RepairedText(source, start..<end, edits).bytes
    let lines = repaired.split { isLineEnd($0) }.map { String(decoding: $0, as: UTF8.self) }
    let text = lines.map { String($0.drop { $0 == " " }) }.joined(separator: " ⏎ ")
    return (isCut ? "…" : "") + Quotation.short(text)
  }
}
