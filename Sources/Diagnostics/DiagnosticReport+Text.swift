import ByteWriting
import TextRules

extension DiagnosticReport {
  /// The report for a terminal: place, fault, the line with the fault underlined, suggestions, notes.
  ///
  /// - Parameters:
  ///   - language: the language of the sentences.
  ///   - displayWidth: the terminal columns of a text; the underline stands right under wide characters.
  /// - Returns: UTF-8.
  package func text(language: MessageLanguage, displayWidth: (String) -> Int) -> [UInt8] {
    var out = ByteWriter()
    for diagnostic in diagnostics {
      append(diagnostic, language, displayWidth, to: &out)
    }
    return out.bytes
  }

  private func append(
    _ diagnostic: Diagnostic, _ language: MessageLanguage, _ displayWidth: (String) -> Int,
    to out: inout ByteWriter
  ) {
    let index = lineIndex(of: diagnostic.range.path)
    let start = index.position(of: diagnostic.range.bytes.lowerBound)
    let label: String =
      switch (diagnostic.severity, language) {
      case (.error, .japanese): "エラー"
      case (.warning, .japanese): "警告"
      case (.error, .english): "error"
      case (.warning, .english): "warning"
      }
    out.append(
      unescaped: printable(
        "\(diagnostic.range.path):\(start.line):\(start.column): \(label)"
          + "[\(diagnostic.code.rawValue)] \(diagnostic.message.text(in: language))") + "\n")
    appendExcerpt(of: diagnostic.range, index, displayWidth, to: &out)
    if !diagnostic.suggestions.isEmpty {
      let intro = language == .japanese ? "候補: " : "did you mean: "
      let separator = language == .japanese ? "、" : ", "
      out.append(
        unescaped: "    " + intro
          + printable(diagnostic.suggestions.joined(separator: separator)) + "\n")
    }
    for note in diagnostic.notes {
      out.append(unescaped: "    ")
      if let range = note.range {
        let place = lineIndex(of: range.path).position(of: range.bytes.lowerBound)
        out.append(unescaped: printable("\(range.path):\(place.line):\(place.column): "))
      }
      out.append(unescaped: printable(note.text.text(in: language)) + "\n")
    }
  }

  private func appendExcerpt(
    of range: SourceRange, _ index: LineIndex, _ displayWidth: (String) -> Int,
    to out: inout ByteWriter
  ) {
    let line = index.position(of: range.bytes.lowerBound).line
    let text = index.text(ofLine: line)
    if text.isEmpty { return }
    let lineBytes = index.byteRange(ofLine: line)
    let bytes = Array(text.utf8)
    let start = min(max(0, range.bytes.lowerBound - lineBytes.lowerBound), bytes.count)
    let end = min(max(start, range.bytes.upperBound - lineBytes.lowerBound), bytes.count)
    let before = printable(String(decoding: bytes[..<start], as: UTF8.self))
    let marked = printable(String(decoding: bytes[start..<end], as: UTF8.self))
    let number = String(line)
    let margin = String(repeating: " ", count: number.utf8.count)
    out.append(unescaped: " \(number) │ \(printable(text))\n")
    out.append(
      unescaped: " \(margin) │ " + String(repeating: " ", count: displayWidth(before))
        + String(repeating: "^", count: max(1, displayWidth(marked))) + "\n")
  }

  /// The text with a space for a tab and U+FFFD for what no text may have: what an author wrote must
  /// neither move the underline nor command the terminal, nor turn the report round.
  private func printable(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 9: scalars.append(" ")
      case 10, 13: scalars.append("\u{FFFD}")
      case let value where ForbiddenCharacter.kind(of: value) != nil: scalars.append("\u{FFFD}")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
