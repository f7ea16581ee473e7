package import ByteWriting

/// A line in the log of a GitHub workflow that GitHub shows on a line of a change.
///
/// Source: GitHub's documentation of workflow commands, and `command.ts` of its toolkit for the escapes.
package struct WorkflowCommand: Sendable {
  private let severity: Diagnostic.Severity
  private let title: String
  private let lines: [String]
  private let place: Place?

  /// Where it is shown.
  struct Place {
    let path: String
    let start: LineIndex.Position
    let end: LineIndex.Position
  }

  /// Describes a command of some lines for a place; `title` stands over them.
  init(_ severity: Diagnostic.Severity, title: String, lines: [String], at place: Place?) {
    self.severity = severity
    self.title = title
    self.lines = lines
    self.place = place
  }

  /// Describes an error that belongs to no file.
  package init(error: String, title: String) {
    self.init(.error, title: title, lines: [error], at: nil)
  }

  /// Writes the line.
  package func append(to out: inout ByteWriter) {
    out.append(severity == .error ? "::error " : "::warning ")
    if let place {
      out.append("file=")
      out.append(workflowProperty: Terminal.printable(place.path))
      out.append(",line=")
      out.append(decimal: place.start.line)
      // GitHub takes columns only where the first and the last line are one.
      if place.start.line == place.end.line {
        out.append(",col=")
        out.append(decimal: place.start.column)
      }
      out.append(",endLine=")
      out.append(decimal: place.end.line)
      if place.start.line == place.end.line {
        out.append(",endColumn=")
        out.append(decimal: place.end.column)
      }
      out.append(",")
    }
    out.append("title=")
    out.append(workflowProperty: Terminal.printable(title))
    out.append("::")
    out.append(workflowMessage: lines.map(Terminal.printable).joined(separator: "\n"))
    out.append("\n")
  }
}
