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

  private init(diagnostics: [Diagnostic], lines: [String: LineIndex]) {
    self.diagnostics = diagnostics
    self.lines = lines
  }

  /// The report without some faults.
  package func leavingOut(_ isLeftOut: (Diagnostic) -> Bool) -> DiagnosticReport {
    DiagnosticReport(diagnostics: diagnostics.filter { !isLeftOut($0) }, lines: lines)
  }

  /// Whether the content cannot be published as it is.
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Whether the content is not published: it has an error or, with `isStrict`, a warning that is not of a draft.
  package func isBlocking(isStrict: Bool) -> Bool {
    hasErrors || (isStrict && diagnostics.contains { !$0.concernsDraft })
  }

  /// How many faults have this severity.
  package func count(of severity: Diagnostic.Severity) -> Int {
    diagnostics.count { $0.severity == severity }
  }

  /// The lines of a file that has a fault.
  func lineIndex(of path: String) -> LineIndex { lines[path] ?? LineIndex([]) }
}
