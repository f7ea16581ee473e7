package import Diagnostics
package import JapaneseText
package import YAMLTree

/// What a field type reads with: it words and places the faults of one field of one file.
package struct FieldReader: Sendable {
  /// The file that is read.
  package let path: String
  /// The field's name as editors know it.
  package let label: String
  /// Whether no record can do without the field.
  private let isRequired: Bool
  /// The faults so far.
  package private(set) var diagnostics: [Diagnostic] = []

  /// Starts to read the field `label` in the file at `path`.
  package init(path: String, label: String, isRequired: Bool = false) {
    self.path = path
    self.label = label
    self.isRequired = isRequired
  }

  /// Reports a fault at `bytes`.
  package mutating func report(
    _ code: DiagnosticCode, at bytes: Range<Int>, _ message: LocalisedText,
    notes: [Diagnostic.Note] = []
  ) {
    diagnostics.append(
      Diagnostic(code, at: SourceRange(path: path, bytes: bytes), message, notes: notes))
  }

  /// Reports a fault of a scalar for which one of `texts` was meant, best first; `isSure` where no other can
  /// have been.
  package mutating func report(
    _ code: DiagnosticCode, on node: YAMLNode, _ message: LocalisedText, meant texts: [String],
    isSure: Bool = false
  ) {
    diagnostics.append(Diagnostic(code, on: node, in: path, message, meant: texts, isSure: isSure))
  }

  /// Reports a fault at `bytes` for which a text as it stands in the file is the remedy.
  package mutating func report(
    _ code: DiagnosticCode, at bytes: Range<Int>, _ message: LocalisedText, written: String
  ) {
    let range = SourceRange(path: path, bytes: bytes)
    let lines = written.split(separator: "\n").map { $0.drop { $0 == " " } }
    let title = lines.joined(separator: " ⏎ ")
    diagnostics.append(
      Diagnostic(
        code, at: range, message, fixes: [Fix(title, edits: [TextEdit(range, with: written)])]))
  }

  /// Takes back the faults but the first `count`, for one that tells what is behind them.
  package mutating func takeBack(to count: Int) { diagnostics.removeSubrange(count...) }

  /// Takes over the faults of a reader of a part of the field.
  package mutating func take(_ other: FieldReader) {
    diagnostics.append(contentsOf: other.diagnostics)
  }

  /// The text of a scalar that is not empty; anything else is reported.
  package mutating func text(_ node: YAMLNode) -> String? {
    guard let text = node.scalar else {
      // A list of one was meant as the one.
      let only = node.sequence.flatMap { $0.count == 1 ? $0[0].scalar : nil }
      report(
        .wrongShape, on: node,
        LocalisedText(
          "「\(label)」には文字を1つ書きます。一覧や組は書けません。",
          en: "'\(label)' takes one text, not a list or a mapping"),
        meant: only.map { [$0] } ?? [], isSure: only != nil)
      return nil
    }
    if FieldReader.isBlank(text) {
      reportEmpty(at: node.bytes)
      return nil
    }
    return text
  }

  /// Reports a scalar where a list is due; where it `isValue` of the field, it is one between brackets.
  ///
  /// `parts` are the values that it may be with commas between them, which in an `isText` are rarer.
  package mutating func reportNoList(
    _ node: YAMLNode, isValue: Bool, parts: [String] = [], isText: Bool = false
  ) {
    let range = SourceRange(path: path, bytes: node.bytes)
    let whole = (isValue ? node.scalar : nil).map { text -> Fix in
      let written = "[" + YAMLScalar.written(text, as: node.style) + "]"
      // What has a comma of its own may be several values.
      let isOne = !text.unicodeScalars.contains { "、，,・;；".unicodeScalars.contains($0) }
      return Fix(written, edits: [TextEdit(range, with: written)], isSure: isOne)
    }
    let list =
      "[" + parts.map { YAMLScalar.written($0, as: node.style) }.joined(separator: ", ") + "]"
    let split = parts.isEmpty ? nil : Fix(list, edits: [TextEdit(range, with: list)])
    diagnostics.append(
      Diagnostic(
        .wrongShape, at: range,
        LocalisedText(
          "「\(label)」は一覧で書きます。1つでも [ ] で囲むか、- の行にします。",
          en: "'\(label)' is a list: use [ ] or lines with -"),
        fixes: (isText ? [whole, split] : [split, whole]).compactMap { $0 }))
  }

  /// Reports one value where a list is due, with what it is between brackets.
  package mutating func reportNoList(
    _ node: YAMLNode, fix: (written: String, edits: [TextEdit])
  ) {
    var told = FieldReader(path: path, label: label)
    told.reportNoList(node, isValue: false)
    diagnostics += told.diagnostics.map {
      Diagnostic($0.code, at: $0.range, $0.message, fixes: [Fix(fix.written, edits: fix.edits)])
    }
  }

  /// Reports an entry of a list with nothing behind its dash, which stands alone on `line`.
  package mutating func reportEmptyItem(at bytes: Range<Int>, line: Range<Int>) {
    diagnostics.append(
      Diagnostic(
        .emptyValue, at: SourceRange(path: path, bytes: bytes),
        LocalisedText(
          "「\(label)」の「-」のあとに値がありません。書くことがなければ、この行を消します。",
          en:
            "nothing stands behind a dash of '\(label)'; remove the line if there is nothing to say"
        ),
        fixes: [
          Fix("この行を消す", edits: [TextEdit(SourceRange(path: path, bytes: line), with: "")])
        ]))
  }

  /// Reports marks of Markdown in a text that is published as it is typed.
  package mutating func reportMarks(in text: String, _ node: YAMLNode) {
    guard let marks = FieldMarks(text) else { return }
    let told = Diagnostic(
      .invalidText, on: node, in: path,
      LocalisedText(
        "「\(label)」は書いたとおりに載り、「\(marks.mark)」の印は働きません。印のない文にします。",
        en: "'\(label)' is shown as written, with its '\(marks.mark)'; write it without marks"),
      meant: marks.plain.map { [$0] } ?? [])
    diagnostics.append(
      Diagnostic(told.code, at: told.range, told.message, fixes: told.fixes, severity: .warning))
  }

  /// Whether a reader sees nothing of a text: it has only white space and what Unicode says to ignore
  /// where it is not supported (zero-width spaces and joiners, soft hyphens, fillers, byte order marks).
  package static func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  /// Reports a value in which nothing is written.
  package mutating func reportEmpty(at bytes: Range<Int>) {
    report(
      .emptyValue, at: bytes,
      isRequired
        ? LocalisedText(
          "「\(label)」の値が空です。「\(label)」は必ず書きます。",
          en: "the value of '\(label)' is empty; every record needs it")
        : LocalisedText(
          "「\(label)」の値が空です。書くことがなければ欄ごと消します。",
          en: "the value of '\(label)' is empty; leave the key out if there is nothing to say"))
  }

  /// A sentence as the end of another: without its full stop.
  private func withoutFullStop(_ sentence: String) -> String {
    sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
  }

  /// Reads a text with a parser of `JapaneseText` and words its failure.
  package mutating func parse<Value>(
    _ node: YAMLNode, _ code: DiagnosticCode,
    with parser: (String) -> Result<Value, ParseFailure>
  ) -> Value? {
    guard let text = text(node) else { return nil }
    switch parser(text) {
    case .success(let value): return value
    case .failure(let failure):
      report(
        code, on: node,
        LocalisedText(
          "「\(label)」の「\(text)」は読めません。" + failure.japanese,
          en: "'\(text)' cannot be read as '\(label)': " + withoutFullStop(failure.english)),
        meant: failure.suggestion.map { [$0] } ?? [], isSure: failure.hasOneMeaning)
      return nil
    }
  }
}
