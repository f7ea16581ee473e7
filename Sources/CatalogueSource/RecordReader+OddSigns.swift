import Diagnostics
import MarkdownTree
import YAMLTree

/// Blanks and signs within the values of fields that nobody types on purpose.
///
/// A value with one is read, and published, as its author did not mean it.
extension RecordReader.File {
  /// Reports what is odd in the values below a node; those of lines of text below `|` are Markdown.
  mutating func checkSigns(in root: YAMLNode?) {
    guard let root else { return }
    let slips = SlipPlaces(
      diagnostics.filter { $0.code.rawValue.hasPrefix("yaml/") }.map(\.range.bytes))
    var found: [Diagnostic] = []
    var rest = [root]
    while let node = rest.popLast() {
      switch node.content {
      case .sequence(let nodes): rest += nodes
      case .mapping(let entries): rest += entries.map(\.value)
      case .scalar:
        let isText = node.style != .literal && node.style != .folded
        guard isText, !node.bytes.isEmpty, node.bytes.upperBound <= source.count,
          !slips.touch(node.bytes)
        else { continue }
        found += OddSigns(source, node.bytes).findings.map { $0.diagnostic(path: path) }
        if let comment = MisspelledComment(in: source, node.bytes) {
          found.append(diagnostic(of: comment, in: node.bytes))
        }
      }
    }
    diagnostics += found
  }

  /// The report of what was meant as a comment, which a field publishes as it stands.
  private func diagnostic(of comment: MisspelledComment, in value: Range<Int>) -> Diagnostic {
    let sign = String(decoding: source[comment.opening], as: UTF8.self)
    var fixes: [Fix] = []
    if let closing = comment.closing {
      var gone = comment.opening.lowerBound..<closing.upperBound
      if gone.lowerBound > value.lowerBound, source[gone.lowerBound - 1] == UInt8(ascii: " ") {
        gone = gone.lowerBound - 1..<gone.upperBound
      }
      let isAll = gone.count + 2 >= value.count
      if !isAll {
        fixes = [Fix("消す", edits: [TextEdit(SourceRange(path: path, bytes: gone), with: "")])]
      }
    }
    return Diagnostic(
      .yamlCommentInValue, at: SourceRange(path: path, bytes: comment.opening),
      LocalisedText(
        "「\(sign)」から始まるコメントは、欄に書くと公開されます。消します。覚え書きは、前の行に「# 」を付けて書きます。",
        en: "what begins with '\(sign)' would be published; delete it, or write it behind '# '"),
      fixes: fixes)
  }
}

/// Where slips stand, in an order in which a value finds those that touch it without a look at all.
private struct SlipPlaces {
  /// The first bytes, ascending.
  private let starts: [Int]
  /// For each slip the furthest end of it and of those before it.
  private let ends: [Int]

  init(_ slips: [Range<Int>]) {
    let ordered = slips.sorted { $0.lowerBound < $1.lowerBound }
    starts = ordered.map(\.lowerBound)
    var furthest = 0
    ends = ordered.map {
      furthest = max(furthest, $0.upperBound)
      return furthest
    }
  }

  /// Whether a slip has bytes in common with these, or stands between two of them.
  func touch(_ bytes: Range<Int>) -> Bool {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < bytes.upperBound { low = middle + 1 } else { high = middle }
    }
    return low > 0 && (ends[low - 1] > bytes.lowerBound || starts[low - 1] >= bytes.lowerBound)
  }
}

/// What is odd in one value of one line.
private struct OddSigns {
  struct Finding {
    let code: DiagnosticCode
    let bytes: Range<Int>
    let message: LocalisedText
    /// What stands in the place of the bytes, best first.
    let replacement: String

    func diagnostic(path: String) -> Diagnostic {
      let range = SourceRange(path: path, bytes: bytes)
      let isBlank = code == .invisibleCharacter
      return Diagnostic(
        code, at: range, message,
        fixes: [
          Fix(
            replacement.isEmpty ? "消す" : isBlank ? "半角の空白1つ" : replacement,
            edits: [TextEdit(range, with: replacement)], isSure: isBlank)
        ])
    }
  }

  private(set) var findings: [Finding] = []
  private let source: [UInt8]
  private let range: Range<Int>
  private let isQuoted: Bool

  init(_ source: [UInt8], _ range: Range<Int>) {
    self.source = source
    isQuoted = [0x22, 0x27].contains(source[range.lowerBound]) && range.count > 1
    self.range = isQuoted ? (range.lowerBound + 1)..<(range.upperBound - 1) : range
    // What stands on several lines has blanks of its own.
    if source[range].contains(where: { $0 == 10 || $0 == 13 }) { return }
    scan()
  }

  private mutating func scan() {
    var at = range.lowerBound
    var (straight, printed): ([Range<Int>], [Range<Int>]) = ([], [])
    var (apostrophes, brackets): ([Range<Int>], [Range<Int>]) = ([], [])
    while at < range.upperBound {
      let byte = source[at]
      if byte == 32 || byte == 9 || byte == 0xC2 || byte == 0xE2 || byte == 0xE3, isBlank(at) {
        at = blanks(from: at)
        continue
      }
      let (value, length) = character(at)
      if value == 0x22 { straight.append(at..<(at + length)) }
      if value == 0x201C || value == 0x201D { printed.append(at..<(at + length)) }
      if value == 0x27 { apostrophes.append(at..<(at + length)) }
      if [0x5B, 0x5D, 0x7B, 0x7D].contains(value) { brackets.append(at..<(at + length)) }
      if value == 0x3001 || value == 0x3002 { repeated(value, at, length) }
      at += length
    }
    if printed.count == 1 { tell(alone: printed[0]) }
    // Who puts a value between quotes has looked at the signs in it.
    if !isQuoted, straight.count == 1 { tell(alone: straight[0]) }
    if !isQuoted, brackets.count == 1 { tellAlone(brackets[0]) }
    if !isQuoted, apostrophes.count == 1, isApart(apostrophes[0]) { tell(alone: apostrophes[0]) }
    findings.sort { $0.bytes.lowerBound < $1.bytes.lowerBound }
  }

  // MARK: - Blanks

  private func isBlank(_ at: Int) -> Bool {
    guard at < range.upperBound else { return false }
    let value = character(at).value
    return value == 0x20 || value == 9 || isWide(value) || value == 0x3000
  }

  /// A blank that looks like another: U+00A0, and those of one letter's width.
  private func isWide(_ value: UInt32) -> Bool {
    value == 0xA0 || (0x2000...0x200A).contains(value)
  }

  /// Looks at a row of blanks; the place behind it.
  private mutating func blanks(from start: Int) -> Int {
    var end = start
    var values: [UInt32] = []
    while isBlank(end) {
      let (value, length) = character(end)
      values.append(value)
      end += length
    }
    guard start > range.lowerBound, end < range.upperBound else { return end }
    let place = start..<end
    let (before, after) = (previous(start), character(end).value)
    let isTight = isWord(before) && isWord(after)
    if let odd = values.first(where: { $0 == 9 || isWide($0) }) {
      let name = odd == 9 ? "タブ" : odd == 0xA0 ? "改行しない空白 U+00A0" : "幅の違う空白"
      add(
        place, "値の中に\(name)が入っています。消すか、半角の空白にします。",
        en: "a \(odd == 9 ? "tab" : "blank of another kind") stands in the value",
        isTight || isClosing(after) ? "" : " ")
    } else if isClosing(after) && before != 0x20 {
      add(place, "「\(text(end))」の前に空白があります。消します。", en: "a blank stands before '\(text(end))'", "")
    } else if values == [0x3000], before < 0x80, after < 0x80 {
      add(
        place, "英数字のあいだに全角の空白があります。半角にします。", en: "a full-width space stands between Latin letters",
        " ")
    } else if values.count > 1, values.allSatisfy({ $0 == 0x20 }) {
      add(
        place, "値の中に空白が\(values.count)つ続いています。1つにします。",
        en: "\(values.count) blanks follow each other", " ")
    }
    return end
  }

  private mutating func add(
    _ place: Range<Int>, _ japanese: String, en english: String, _ replacement: String
  ) {
    findings.append(
      Finding(
        code: .invisibleCharacter, bytes: place, message: LocalisedText(japanese, en: english),
        replacement: replacement))
  }

  /// What no blank stands before: `、` `。` and closing brackets of Japanese.
  private func isClosing(_ value: UInt32) -> Bool {
    [0x3001, 0x3002, 0xFF09, 0x300D, 0x300F, 0x3011].contains(value)
  }

  /// A letter of Japanese, between which no blank stands.
  private func isWord(_ value: UInt32) -> Bool { value >= 0x3000 && value < 0xFF00 }

  // MARK: - Signs

  private mutating func repeated(_ value: UInt32, _ at: Int, _ length: Int) {
    let next = at + length
    guard next < range.upperBound, character(next).value == value, previous(at) != value,
      next + length >= range.upperBound || character(next + length).value != value
    else { return }
    findings.append(
      Finding(
        code: .yamlStrayLine, bytes: next..<(next + length),
        message: LocalisedText(
          "「\(text(at))」が2つ続いています。1つ消します。", en: "'\(text(at))' stands twice"), replacement: ""))
  }

  /// Whether an apostrophe belongs to no word and no year in Latin letters.
  private func isApart(_ place: Range<Int>) -> Bool {
    guard previous(place.lowerBound) >= 0x3000, place.upperBound < range.upperBound else {
      return false
    }
    return isBlank(place.upperBound) || character(place.upperBound).value >= 0x3000
  }

  /// A quote or bracket without its partner, beside a letter of Japanese: after a digit it is a length in inches.
  private mutating func tell(alone place: Range<Int>) {
    guard place.lowerBound > range.lowerBound, place.upperBound < range.upperBound else { return }
    let (before, after) = (previous(place.lowerBound), character(place.upperBound).value)
    guard before >= 0x80 || after >= 0x80, !(0x30...0x39).contains(before) else { return }
    tellAlone(place)
  }

  private mutating func tellAlone(_ place: Range<Int>) {
    let sign = text(place.lowerBound)
    findings.append(
      Finding(
        code: .yamlStrayLine, bytes: place,
        message: LocalisedText(
          "「\(sign)」が1つしかありません。消すか、もう1つを書きます。", en: "'\(sign)' stands alone"), replacement: ""))
  }

  // MARK: - Characters

  private func character(_ at: Int) -> (value: UInt32, length: Int) {
    let lead = source[at]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    if length == 1 || at + length > source.count { return (UInt32(lead), 1) }
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { value = value << 6 | UInt32(source[at + offset] & 0x3F) }
    return (value, length)
  }

  private func previous(_ at: Int) -> UInt32 {
    var start = at - 1
    while start > range.lowerBound, source[start] & 0xC0 == 0x80 { start -= 1 }
    return start >= range.lowerBound ? character(start).value : 0
  }

  private func text(_ at: Int) -> String {
    String(decoding: source[at..<(at + character(at).length)], as: UTF8.self)
  }
}
