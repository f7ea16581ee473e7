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
    for (index, diagnostic) in diagnostics.enumerated() {
      out.append(index == 0 ? "\n" : ",\n")
      out.append("{\"code\":")
      out.append(json: diagnostic.code.rawValue)
      out.append(",\"severity\":")
      out.append(json: diagnostic.severity.rawValue)
      append(diagnostic.range, to: &out)
      out.append(",\"message\":")
      out.append(json: diagnostic.message.text(in: language))
      out.append(",\"suggestions\":[")
      for (index, suggestion) in diagnostic.suggestions.enumerated() {
        if index > 0 { out.append(",") }
        out.append(json: suggestion)
      }
      out.append("],\"fixes\":[")
      append(diagnostic.fixes, to: &out)
      out.append("],\"related\":[")
      for (index, note) in diagnostic.notes.enumerated() {
        if index > 0 { out.append(",") }
        out.append("{\"message\":")
        out.append(json: note.text.text(in: language))
        if let range = note.range { append(range, to: &out) }
        out.append("}")
      }
      out.append("]}")
    }
    out.append("\n]}\n")
    return out.bytes
  }

  private func append(_ fixes: [Fix], to out: inout ByteWriter) {
    for (index, fix) in fixes.enumerated() {
      if index > 0 { out.append(",") }
      out.append("{\"title\":")
      out.append(json: fix.title)
      out.append(",\"edits\":[")
      for (index, edit) in fix.edits.enumerated() {
        if index > 0 { out.append(",") }
        out.append("{\"replacement\":")
        out.append(json: edit.replacement)
        append(edit.range, to: &out)
        out.append(",\"start\":")
        out.append(decimal: edit.range.bytes.lowerBound)
        out.append(",\"end\":")
        out.append(decimal: edit.range.bytes.upperBound)
        out.append("}")
      }
      out.append("]}")
    }
  }

  private func append(_ range: SourceRange, to out: inout ByteWriter) {
    let index = lineIndex(of: range.path)
    let start = index.position(of: range.bytes.lowerBound)
    let end = index.position(of: range.bytes.upperBound)
    out.append(",\"file\":")
    out.append(json: range.path)
    out.append(",\"line\":")
    out.append(decimal: start.line)
    out.append(",\"column\":")
    out.append(decimal: start.column)
    out.append(",\"endLine\":")
    out.append(decimal: end.line)
    out.append(",\"endColumn\":")
    out.append(decimal: end.column)
  }
}
