import YAMLTree

/// Front matter with a `---` among its fields, which ends it too early.
struct PartedFields {
  /// The whole.
  private(set) var parts: FrontMatter
  /// The lines that part the fields.
  private var marks: [Range<Int>] = []
  /// Where the end is missing.
  private var end: Int?

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
    while let rest = Self.rest(of: self.parts, bytes, words) {
      marks.append(FrontMatter.line(self.parts.yaml.upperBound, bytes))
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
    if marks.isEmpty { return nil }
  }

  /// The file without the lines that part the fields.
  func masked(_ bytes: [UInt8]) -> [UInt8] {
    var masked = bytes
    for index in marks.joined() { masked[index] = UInt8(ascii: " ") }
    return masked
  }

  /// The fault of each line.
  func slips(_ bytes: [UInt8]) -> [FrontMatterSlip] {
    marks.enumerated().map { number, mark in
      .early(mark, end: number == marks.count - 1 ? end : nil, bytes)
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

  private static func rest(
    of parts: FrontMatter, _ bytes: [UInt8], _ words: YAMLWords
  ) -> Rest? {
    var at = parts.body.lowerBound
    let fence = FrontMatter(bytes, from: at)
    if let fence, isKnown(FrontMatter.line(at, bytes), bytes, words) { return .fields(fence) }
    let limit = fence?.yaml.upperBound ?? bytes.count
    var count = (known: 0, keys: 0, others: 0)
    var end = at
    var last = Line.blank
    while at < limit {
      let line = FrontMatter.line(at, bytes)
      let next = min(FrontMatter.lineEnd(line.upperBound, bytes), limit)
      last = kind(of: line, after: last, bytes, words)
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
      at = next
    }
    // A text may begin with labels; with the keys of fields none does.
    guard let fence else { return count.keys > 0 ? .fieldsAndText(end) : nil }
    let isSure = count.keys > 0 || count.known > 1
    return isSure && count.known > count.others ? .fields(fence) : nil
  }

  private static func isKnown(_ line: Range<Int>, _ bytes: [UInt8], _ words: YAMLWords) -> Bool {
    !line.isEmpty && words.beginsField(bytes, line)
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
