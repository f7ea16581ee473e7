// What forms of the report that are read by people say in the same words.
extension DiagnosticReport {
  /// How many notes of one fault are listed.
  static let noteLimit = 10

  /// Where a range begins: `content/programmes/a.md:4:7`.
  func place(_ range: SourceRange, after prefix: PathPrefix = .none) -> String {
    let start = lineIndex(of: range.path).position(of: range.bytes.lowerBound)
    return "\(prefix.text)\(range.path):\(start.line):\(start.column)"
  }

  /// What may have been meant, in one line; nil where nothing is known.
  func suggestions(of diagnostic: Diagnostic, _ language: MessageLanguage) -> String? {
    if diagnostic.suggestions.isEmpty { return nil }
    let isJapanese = language == .japanese
    return (isJapanese ? "候補: " : "did you mean: ")
      + diagnostic.suggestions.map(Quotation.short).joined(separator: isJapanese ? "、" : ", ")
  }

  /// The notes, a line each, with their places.
  func notes(
    of diagnostic: Diagnostic, _ language: MessageLanguage, after prefix: PathPrefix = .none
  ) -> [String] {
    diagnostic.notes.prefix(Self.noteLimit).map { note in
      (note.range.map { place($0, after: prefix) + ": " } ?? "") + note.text.text(in: language)
    } + [restOfNotes(of: diagnostic, language)].compactMap { $0 }
  }

  /// How many notes are not listed, in one line; nil where all are.
  func restOfNotes(of diagnostic: Diagnostic, _ language: MessageLanguage) -> String? {
    let rest = diagnostic.notes.count - Self.noteLimit
    if rest <= 0 { return nil }
    return language == .japanese ? "ほかに \(rest) 件" : "and \(rest) more"
  }

  /// Tells that faults are left out; nil where none is.
  func remark(onLeavingOut count: Int) -> LocalisedText? {
    if count == 0 { return nil }
    return LocalisedText(
      "全 \(diagnostics.count) 件のうち \(count) 件を省きました。check --format json はすべてを示します。",
      en: "\(count) of \(diagnostics.count) faults are left out; check --format json shows all")
  }
}
