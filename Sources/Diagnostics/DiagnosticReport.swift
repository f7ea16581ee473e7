import ByteWriting

/// The faults of one run in a stable order, with the files they point into.
package struct DiagnosticReport: Sendable {
  /// The faults, sorted and without repetitions.
  package let diagnostics: [Diagnostic]
  private let lines: [String: LineIndex]

  /// Sorts the faults and indexes the lines of the files that have any.
  ///
  /// - Parameters:
  ///   - diagnostics: the faults in any order.
  ///   - source: the bytes of the file at a path, where it was read.
  package init(_ diagnostics: [Diagnostic], source: (String) -> [UInt8]?) {
    self.diagnostics = Array(Set(diagnostics)).sorted()
    var lines: [String: LineIndex] = [:]
    for diagnostic in diagnostics {
      let paths =
        [diagnostic.range.path] + diagnostic.notes.compactMap { $0.range?.path }
        + diagnostic.fixes.flatMap { $0.edits.map(\.range.path) }
      for path in paths where lines[path] == nil { lines[path] = LineIndex(source(path) ?? []) }
    }
    self.lines = lines
  }

  /// Whether the content cannot be published as it is.
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// How many faults have this severity.
  package func count(of severity: Diagnostic.Severity) -> Int {
    diagnostics.count { $0.severity == severity }
  }

  /// The lines of a file that has a fault.
  func lineIndex(of path: String) -> LineIndex { lines[path] ?? LineIndex([]) }
}

extension DiagnosticReport {
  /// The report as JSON, version 1: lines and columns from 1, columns in UTF-16 units.
  package func json(language: MessageLanguage) -> [UInt8] {
    var out = ByteWriter()
    out.append("{\"version\":1,\"diagnostics\":[")
    for diagnostic in diagnostics {
      out.beginElementLine()
      append(diagnostic, language, to: &out)
    }
    out.append("\n]}\n")
    return out.bytes
  }

  private func append(
    _ diagnostic: Diagnostic, _ language: MessageLanguage, to out: inout ByteWriter
  ) {
    out.append("{")
    out.beginMember("code")
    out.append(json: diagnostic.code.rawValue)
    out.beginMember("severity")
    out.append(json: diagnostic.severity.rawValue)
    append(diagnostic.range, to: &out)
    out.beginMember("message")
    out.append(json: diagnostic.message.text(in: language))
    out.beginMember("suggestions")
    out.append(jsonArray: diagnostic.suggestions)
    out.beginMember("fixes")
    out.append("[")
    for fix in diagnostic.fixes { append(fix, to: &out) }
    out.append("]")
    out.beginMember("related")
    out.append("[")
    for note in diagnostic.notes {
      out.beginElement()
      out.append("{")
      out.beginMember("message")
      out.append(json: note.text.text(in: language))
      if let range = note.range { append(range, to: &out) }
      out.append("}")
    }
    out.append("]}")
  }

  /// Writes a fix as an element: its edits, with the offsets of the bytes too.
  private func append(_ fix: Fix, to out: inout ByteWriter) {
    out.beginElement()
    out.append("{")
    out.beginMember("title")
    out.append(json: fix.title)
    out.beginMember("edits")
    out.append("[")
    for edit in fix.edits {
      out.beginElement()
      out.append("{")
      out.beginMember("replacement")
      out.append(json: edit.replacement)
      append(edit.range, to: &out)
      out.beginMember("start")
      out.append(decimal: edit.range.bytes.lowerBound)
      out.beginMember("end")
      out.append(decimal: edit.range.bytes.upperBound)
      out.append("}")
    }
    out.append("]}")
  }

  /// Writes the members that tell a place.
  private func append(_ range: SourceRange, to out: inout ByteWriter) {
    let index = lineIndex(of: range.path)
    let start = index.position(of: range.bytes.lowerBound)
    let end = index.position(of: range.bytes.upperBound)
    out.beginMember("file")
    out.append(json: range.path)
    out.beginMember("line")
    out.append(decimal: start.line)
    out.beginMember("column")
    out.append(decimal: start.column)
    out.beginMember("endLine")
    out.append(decimal: end.line)
    out.beginMember("endColumn")
    out.append(decimal: end.column)
  }
}
