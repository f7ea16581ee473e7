import Diagnostics
import TextRules
import YAMLTree

/// The front matter of a file, with what is wrong with the lines around it.
struct FrontMatterReading {
  let parts: FrontMatter
  let yaml: YAMLReading
  let diagnostics: [Diagnostic]
  /// The line that parts the fields, with a second that opens a block, where there is one such place.
  private(set) var border: Range<Int>?

  /// Reads the front matter of `bytes`; nil where a file has none.
  init?(_ bytes: [UInt8], path: String, words: YAMLWords, hidden: [Range<Int>] = []) {
    if let parts = FrontMatter(bytes) {
      let yaml = YAMLReader.read(
        bytes, range: parts.yaml, words: words, findsEnd: true, hidden: hidden)
      if yaml.closing == nil, let whole = PartedFields(parts, bytes, words) {
        self.parts = whole.parts
        self.yaml = YAMLReader.read(
          whole.masked(bytes), range: whole.parts.yaml, words: words, hidden: hidden)
        diagnostics = whole.slips(bytes).map { $0.diagnostic(path: path) }
        border = whole.onlyBorder
        return
      }
      guard yaml.closing != nil else {
        (self.parts, self.yaml, diagnostics) = (parts, yaml, [])
        return
      }
    }
    guard let opening = FrontMatterOpening(bytes, words: words) else { return nil }
    var faults = opening.slip.map { [$0.diagnostic(path: path)] } ?? []
    // What stands behind a proper mark is text, where the opening is all that is wrong.
    let proper = FrontMatter(bytes, from: opening.yaml)
    var range = proper?.yaml ?? opening.yaml..<bytes.count
    let yaml = YAMLReader.read(
      bytes, range: range, words: words, findsEnd: true, hidden: hidden)
    var body = proper?.body ?? bytes.count..<bytes.count
    switch yaml.closing {
    case .wrong(let mark):
      range = range.lowerBound..<FrontMatter.lineStart(mark.lowerBound, bytes)
      body = FrontMatter.lineEnd(mark.upperBound, bytes)..<bytes.count
      // The end of a fence is mended with its beginning.
      if opening.fence == nil || !FrontMatterOpening.isFence(bytes[mark]) {
        faults.append(FrontMatterSlip.mark(mark, bytes).diagnostic(path: path))
      }
    case .missing(let place) where FrontMatterMark.isGlued(bytes[place...]):
      range = range.lowerBound..<place
      body = (place + FrontMatterMark.text.utf8.count)..<bytes.count
      faults.append(FrontMatterSlip.glued(place..<body.lowerBound).diagnostic(path: path))
    case .missing(let place):
      range = range.lowerBound..<place
      body = place..<bytes.count
      faults.append(FrontMatterSlip.noEnd(place, bytes).diagnostic(path: path))
    case nil:
      if proper == nil {
        faults.append(FrontMatterSlip.noEnd(bytes.count, bytes).diagnostic(path: path))
      }
    }
    if opening.fence != nil { body = FrontMatterOpening.bodyAfterFence(body, bytes) }
    self.parts = FrontMatter(yaml: range, body: body)
    self.yaml = yaml
    diagnostics = faults
  }
}

/// Something wrong with the lines around front matter.
struct FrontMatterSlip {
  let code: DiagnosticCode
  let bytes: Range<Int>
  let message: LocalisedText
  var edits: [YAMLEdit]

  /// A line that is meant as `---`.
  static func mark(_ mark: Range<Int>, _ bytes: [UInt8]) -> FrontMatterSlip {
    let written = String(decoding: bytes[mark], as: UTF8.self)
    let start = FrontMatter.lineStart(mark.lowerBound, bytes)
    return FrontMatterSlip(
      code: .frontMatterMark, bytes: mark,
      message: LocalisedText(
        written == FrontMatterMark.text
          ? "欄を囲む「---」の前に空白があります。行の先頭から書きます。"
          : "欄を囲む行が「\(written)」になっています。半角のハイフン3つ「---」だけで書きます。",
        en: "'\(written)' stands where a line of '---' is due"),
      edits: [YAMLEdit(start..<mark.upperBound, with: FrontMatterMark.text)])
  }

  /// A `---` with the text on its line.
  static func glued(_ mark: Range<Int>) -> FrontMatterSlip {
    FrontMatterSlip(
      code: .frontMatterMark, bytes: mark,
      message: LocalisedText(
        "欄の終わりの「---」と同じ行に文があります。「---」のあとで改行します。",
        en: "the text stands on the line of '---'; begin a line behind it"),
      edits: [YAMLEdit(mark.upperBound..<mark.upperBound, with: "\n")])
  }

  /// A `---` with fields below it; where no other ends them, it is put at `end`.
  ///
  /// `lines` are all that parts the fields.
  static func early(
    _ mark: Range<Int>, lines: Range<Int>, end: Int?, _ bytes: [UInt8]
  ) -> FrontMatterSlip {
    let isLineStart = end.map { bytes[$0 - 1] == 10 || bytes[$0 - 1] == 13 } ?? true
    return FrontMatterSlip(
      code: .frontMatterMark, bytes: mark,
      message: LocalisedText(
        end == nil
          ? "ここで欄が終わり、下の欄は本文になります。この「---」の行を消します。"
          : "ここで欄が終わり、下の欄は本文になります。この「---」の行を、欄の終わりに移します。",
        en: end == nil
          ? "the fields end here, and those below are text; remove this line"
          : "the fields end here, and those below are text; put this line behind them"),
      edits: [YAMLEdit(lines, with: "")]
        + (end.map { [YAMLEdit($0..<$0, with: (isLineStart ? "" : "\n") + "---\n")] } ?? []))
  }

  /// The end is missing at `place`.
  static func noEnd(_ place: Int, _ bytes: [UInt8]) -> FrontMatterSlip {
    let isLineStart = place == 0 || bytes[place - 1] == 10 || bytes[place - 1] == 13
    return FrontMatterSlip(
      code: .frontMatterMissing, bytes: place..<place,
      message: LocalisedText(
        "欄の終わりの「---」の行がありません。欄と本文のあいだに書きます。",
        en: "the line of '---' at the end of the fields is missing"),
      edits: [YAMLEdit(place..<place, with: (isLineStart ? "" : "\n") + "---\n")])
  }

  func diagnostic(path: String) -> Diagnostic {
    Diagnostic(
      code, at: SourceRange(path: path, bytes: bytes), message,
      fixes: edits.isEmpty
        ? []
        : [
          YAMLSlip.Repair(FrontMatterMark.text, edits: edits).fix(
            path: path, isSure: code == .frontMatterMark)
        ])
  }
}

/// Where front matter begins that has no proper `---` in front.
struct FrontMatterOpening {
  /// Where the fields begin.
  let yaml: Int
  let slip: FrontMatterSlip?
  /// The fence of code that the fields stand in.
  let fence: Range<Int>?

  init?(_ bytes: [UInt8], words: YAMLWords) {
    let first =
      TextCheck.start(of: bytes)
    var at = FrontMatter.contentStart(first, bytes)
    guard at < bytes.count else { return nil }
    var fence: Range<Int>?
    var line = FrontMatter.line(at, bytes)
    if Self.isFence(bytes[line]) {
      fence = line
      at = FrontMatter.contentStart(line.upperBound, bytes)
      guard at < bytes.count else { return nil }
      line = FrontMatter.line(at, bytes)
    }
    let isProper = bytes[line].elementsEqual(FrontMatterMark.text.utf8)
    let isMark = isProper || FrontMatterMark.isMeant(bytes[line])
    if fence == nil, let glued = Self.glued(line, bytes, words) {
      yaml = glued
      self.fence = nil
      slip = FrontMatterSlip(
        code: .frontMatterMark, bytes: at..<(at + FrontMatterMark.text.utf8.count),
        message: LocalisedText(
          "欄の前の「---」と同じ行に欄があります。「---」のあとで改行します。",
          en: "a field stands on the line of '---'; begin a line behind it"),
        edits: [YAMLEdit(first..<glued, with: "---\n")])
      return
    }
    guard isMark || words.beginsField(bytes, line) else { return nil }
    let start = max(first, FrontMatter.lineStart(at, bytes))
    yaml = isMark ? FrontMatter.lineEnd(line.upperBound, bytes) : start
    self.fence = fence
    if isProper && start == first && at == start && fence == nil {
      slip = nil
    } else if let fence {
      let end = isMark ? yaml : start
      slip = FrontMatterSlip(
        code: .frontMatterMark, bytes: fence,
        message: LocalisedText(
          "欄がコードの囲みに入っています。「```」の行を消し、「---」の行で囲みます。",
          en: "the fields stand in a fence of code; remove it and put them between lines of '---'"),
        edits: [YAMLEdit(first..<end, with: "---\n")] + Self.endOfFence(bytes, from: end))
    } else if !isMark {
      slip = FrontMatterSlip(
        code: .frontMatterMissing, bytes: start..<start,
        message: LocalisedText(
          "欄の前の「---」の行がありません。ファイルの先頭に書きます。",
          en: "the line of '---' before the fields is missing"),
        edits: [YAMLEdit(first..<start, with: "---\n")])
    } else if isProper {
      slip = FrontMatterSlip(
        code: .frontMatterMark, bytes: first..<at,
        message: LocalisedText(
          "欄を囲む「---」の前に空白や空の行があります。ファイルの先頭から書きます。",
          en: "blanks stand before the first '---'"),
        edits: [YAMLEdit(first..<at, with: "")])
    } else {
      var mark = FrontMatterSlip.mark(line, bytes)
      mark.edits = [YAMLEdit(first..<line.upperBound, with: FrontMatterMark.text)]
      slip = mark
    }
  }

  /// Where a field begins behind `---` on its line.
  private static func glued(_ line: Range<Int>, _ bytes: [UInt8], _ words: YAMLWords) -> Int? {
    guard bytes[line].starts(with: FrontMatterMark.text.utf8) else { return nil }
    let start = FrontMatter.contentStart(
      line.lowerBound + FrontMatterMark.text.utf8.count, bytes)
    guard start < line.upperBound, words.beginsField(bytes, start..<line.upperBound) else {
      return nil
    }
    return start
  }

  static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: "```".utf8) || line.starts(with: "~~~".utf8)
  }

  /// What mends the end of a fence: the line goes where `---` stands before it, or becomes `---`.
  private static func endOfFence(_ bytes: [UInt8], from start: Int) -> [YAMLEdit] {
    var at = start
    var hasMark = false
    while at < bytes.count {
      let line = FrontMatter.line(at, bytes)
      if bytes[line].elementsEqual(FrontMatterMark.text.utf8) { hasMark = true }
      let next = FrontMatter.lineEnd(line.upperBound, bytes)
      if isFence(bytes[line]) {
        return [YAMLEdit(line.lowerBound..<next, with: hasMark ? "" : "---\n")]
      }
      at = next
    }
    return []
  }

  /// The text without the end of the fence that the fields stood in.
  static func bodyAfterFence(_ body: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    let line = FrontMatter.line(body.lowerBound, bytes)
    guard isFence(bytes[line]) else { return body }
    return FrontMatter.lineEnd(line.upperBound, bytes)..<body.upperBound
  }
}
