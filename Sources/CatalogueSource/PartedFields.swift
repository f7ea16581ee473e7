import CatalogueModel
import YAMLTree

/// Front matter with a `---` among its fields, which ends it too early.
struct PartedFields {
  /// The whole.
  private(set) var parts: FrontMatter
  /// What parts the fields.
  private var borders: [Border] = []
  /// Where the end is missing.
  private var end: Int?

  /// What stands between fields: a line, or that and the one that opens a second block.
  private struct Border {
    let mark: Range<Int>
    let lines: Range<Int>
  }

  /// What follows a `---`.
  private enum Rest {
    /// Fields as far as another `---`.
    case fields(FrontMatter)
    /// Fields as far as the text, which begins without another `---`.
    case fieldsAndText(Int)
  }

  /// Looks at what follows front matter; nil where that is its text.
  init?(_ parts: FrontMatter, _ bytes: [UInt8], _ words: YAMLWords) {
    self.parts = parts
    while true {
      let mark = FrontMatter.line(self.parts.yaml.upperBound, bytes)
      let block = Self.block(behind: self.parts, bytes, words)
      let start = block ?? self.parts.body.lowerBound
      guard let rest = Self.rest(from: start, isBlock: block != nil, bytes, words) else { break }
      borders.append(Border(mark: mark, lines: mark.lowerBound..<start))
      switch rest {
      case .fields(let more):
        self.parts = FrontMatter(
          yaml: parts.yaml.lowerBound..<more.yaml.upperBound, body: more.body)
      case .fieldsAndText(let place):
        self.parts = FrontMatter(
          yaml: parts.yaml.lowerBound..<place, body: place..<bytes.count)
        end = place
        return
      }
    }
    if borders.isEmpty { return nil }
  }

  /// The lines that part the fields, where there is one such place.
  var onlyBorder: Range<Int>? { borders.count == 1 ? borders[0].lines : nil }

  /// The file without the lines that part the fields.
  func masked(_ bytes: [UInt8]) -> [UInt8] {
    var masked = bytes
    for index in borders.map(\.lines).joined() where bytes[index] > 32 {
      masked[index] = UInt8(ascii: " ")
    }
    return masked
  }

  /// The fault of each line.
  func slips(_ bytes: [UInt8]) -> [FrontMatterSlip] {
    borders.enumerated().map { number, border in
      .early(
        border.mark, lines: border.lines, end: number == borders.count - 1 ? end : nil, bytes)
    }
  }

  // MARK: - Lines

  private enum Line {
    case blank
    case known
    /// A field by its form, or a line that belongs to one.
    case field
    case other
  }

  /// Where the fields of a second block begin, which has a `---` of its own in front.
  private static func block(
    behind parts: FrontMatter, _ bytes: [UInt8], _ words: YAMLWords
  ) -> Int? {
    let line = FrontMatter.line(FrontMatter.contentStart(parts.body.lowerBound, bytes), bytes)
    guard FrontMatter.lineStart(line.lowerBound, bytes) == line.lowerBound,
      bytes[line].elementsEqual(FrontMatterMark.text.utf8)
    else { return nil }
    let start = FrontMatter.lineEnd(line.upperBound, bytes)
    let first = FrontMatter.line(FrontMatter.contentStart(start, bytes), bytes)
    return isKnown(first, bytes, words) ? start : nil
  }

  private static func rest(
    from start: Int, isBlock: Bool, _ bytes: [UInt8], _ words: YAMLWords
  ) -> Rest? {
    let fence = FrontMatter(bytes, from: start)
    let limit = fence?.yaml.upperBound ?? bytes.count
    var isLed = isBlock || beginsWithField(start, bytes, words)
    var at = start
    var count = (known: 0, keys: 0, others: 0)
    // Where the fields end that no line ends, and those before all that is none.
    var (end, head) = (at, at)
    var last = Line.blank
    while at < limit {
      let line = FrontMatter.line(at, bytes)
      let next = min(FrontMatter.lineEnd(line.upperBound, bytes), limit)
      last = kind(of: line, after: last, bytes, words)
      if count.others == 0, isBuiltIn(line, bytes) {
        last = .known
        isLed = true
      }
      if last == .known {
        count.known += 1
        count.keys += bytes[line.lowerBound] < 0x80 ? 1 : 0
      }
      if last == .other {
        count.others += 1
        // Where no line ends the fields, the first of the text does.
        if fence == nil || count.others > count.known + 1 { break }
      }
      if last != .blank { end = next }
      if count.others == 0, last != .blank { head = next }
      at = next
    }
    // A text may begin with labels; with the keys of fields none does.
    guard let fence else { return count.keys > 0 || isLed ? .fieldsAndText(end) : nil }
    let isSure = count.keys > 0 || count.known > 1 || isLed
    if isSure && count.known > count.others { return .fields(fence) }
    return isLed ? .fieldsAndText(head) : nil
  }

  /// Whether the lines at `start` begin with what no text begins with: a field on the very first, one that every
  /// record may have, or one that holds no text.
  private static func beginsWithField(
    _ start: Int, _ bytes: [UInt8], _ words: YAMLWords
  ) -> Bool {
    let first = FrontMatter.contentStart(start, bytes)
    let line = FrontMatter.line(first, bytes)
    guard FrontMatter.lineStart(first, bytes) == first, isKnown(line, bytes, words) else {
      return false
    }
    return first == start || words.beginsField(bytes, line, besidesTexts: true)
      || words.beginsField(folded(line, bytes), besidesTexts: true)
  }

  /// Whether a line begins with a field that every record may have, as the entry of a list too: `- 下書き: はい`.
  private static func isBuiltIn(_ line: Range<Int>, _ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes[line].prefix(100), as: UTF8.self)
      .drop { " 　-・*".contains($0) }
    guard let colon = text.firstIndex(where: { ":：".contains($0) }) else { return false }
    let key = text[..<colon].lowercased()
    return BuiltInField.named(String(key.prefix { $0 != " " && $0 != "　" })) != nil
  }

  private static func isKnown(_ line: Range<Int>, _ bytes: [UInt8], _ words: YAMLWords) -> Bool {
    !line.isEmpty
      && (words.beginsField(bytes, line)
        || words.beginsField(folded(line, bytes), besidesTexts: false))
  }

  /// A line with its key in small letters of half width: `Draft: true`, `ｄｒａｆｔ：はい`.
  private static func folded(_ line: Range<Int>, _ bytes: [UInt8]) -> [UInt8] {
    let first = bytes[line.lowerBound]
    guard first < 0x80 ? (65...90).contains(first) : first == 0xEF else { return [] }
    var folded = ""
    for scalar in String(decoding: bytes[line].prefix(200), as: UTF8.self).unicodeScalars {
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      let narrow = isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
      folded.unicodeScalars.append(contentsOf: narrow.properties.lowercaseMapping.unicodeScalars)
    }
    return Array(folded.utf8)
  }

  private static func kind(
    of line: Range<Int>, after last: Line, _ bytes: [UInt8], _ words: YAMLWords
  ) -> Line {
    guard let first = line.first else { return .blank }
    switch bytes[first] {
    case UInt8(ascii: "#"):
      // `##` begins a heading.
      return line.count > 1 && bytes[first + 1] == UInt8(ascii: "#") ? .other : .blank
    case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "]"), UInt8(ascii: "}"):
      return last == .blank || last == .other ? .other : .field
    default: break
    }
    if isKnown(line, bytes, words) { return .known }
    let key = bytes[line].prefix { byte in
      (97...122).contains(byte | 32) || (48...57).contains(byte) || byte == UInt8(ascii: "_")
    }
    let isField =
      !key.isEmpty && key.endIndex < line.upperBound && bytes[key.endIndex] == UInt8(ascii: ":")
      && !bytes[key.endIndex...].starts(with: "://".utf8)
    return isField ? .field : .other
  }
}
