import ByteWriting

extension DiagnosticReport {
  /// How many further places of equal faults are listed.
  private static let placeLimit = 10
  /// How many files are named of those with faults that are left out.
  private static let fileNameLimit = 5

  /// The report for a terminal: place, fault, the line with the fault underlined, suggestions, notes.
  ///
  /// Equal faults are one report with their places; `ReportBudget.lines` says how many are shown, and the last
  /// line tells what was left out.
  ///
  /// - Parameters:
  ///   - language: the language of the sentences.
  ///   - displayWidth: the terminal columns of a text; the underline stands right under wide characters.
  /// - Returns: UTF-8.
  package func text(language: MessageLanguage, displayWidth: (String) -> Int) -> [UInt8] {
    var out = ByteWriter()
    let selection = TerminalSelection(diagnostics)
    for group in selection.shown { append(group, language, displayWidth, to: &out) }
    appendTotal(of: selection, language, to: &out)
    return out.bytes
  }

  private func append(
    _ group: TerminalSelection.Group, _ language: MessageLanguage,
    _ displayWidth: (String) -> Int, to out: inout ByteWriter
  ) {
    let diagnostic = group.first
    let label = diagnostic.severity.word.text(in: language)
    line(
      "\(place(diagnostic.range)): \(label)[\(diagnostic.code.rawValue)] "
        + diagnostic.message.text(in: language), to: &out)
    appendExcerpt(of: diagnostic.range, displayWidth, to: &out)
    let isJapanese = language == .japanese
    if let suggestions = suggestions(of: diagnostic, language) {
      line("    " + suggestions, to: &out)
    }
    if !group.others.isEmpty {
      let count = group.others.count
      let separator = isJapanese ? "、" : ", "
      let places =
        group.others.prefix(Self.placeLimit).map { place($0) }
        + (count > Self.placeLimit ? ["…"] : [])
      line(
        (isJapanese ? "    ほかに \(count) か所: " : "    and \(count) more: ")
          + places.joined(separator: separator), to: &out)
    }
    for note in notes(of: diagnostic, language) { line("    " + note, to: &out) }
  }

  private func line(_ text: String, to out: inout ByteWriter) {
    out.append(unescaped: Terminal.printable(text) + "\n")
  }

  private func appendExcerpt(
    of range: SourceRange, _ displayWidth: (String) -> Int, to out: inout ByteWriter
  ) {
    let index = lineIndex(of: range.path)
    guard let excerpt = Excerpt(of: range.bytes, in: index, displayWidth: displayWidth) else {
      return
    }
    let number = String(index.position(of: range.bytes.lowerBound).line)
    let margin = String(repeating: " ", count: number.utf8.count)
    out.append(unescaped: " \(number) │ \(excerpt.text)\n")
    out.append(
      unescaped: " \(margin) │ " + String(repeating: " ", count: excerpt.indentation)
        + String(repeating: "^", count: excerpt.length) + "\n")
  }

  /// Tells how many faults are not shown, and where most of them are.
  private func appendTotal(
    of selection: TerminalSelection, _ language: MessageLanguage, to out: inout ByteWriter
  ) {
    if selection.leftOut == 0 { return }
    let total = diagnostics.count
    let named = selection.filesLeftOut.prefix(Self.fileNameLimit)
    let others = selection.filesLeftOut.count - named.count
    switch language {
    case .japanese:
      let files =
        named.map { "\($0.path) \($0.count) 件" } + (others > 0 ? ["ほか \(others) ファイル"] : [])
      line(
        "全 \(total) 件のうち \(selection.leftOut) 件を省きました(\(files.joined(separator: "、")))。"
          + "check --format json はすべてを示します。", to: &out)
    case .english:
      let files =
        named.map { "\($0.path): \($0.count)" } + (others > 0 ? ["\(others) more files"] : [])
      line(
        "\(selection.leftOut) of \(total) faults are left out (\(files.joined(separator: ", "))); "
          + "check --format json shows all", to: &out)
    }
  }
}
