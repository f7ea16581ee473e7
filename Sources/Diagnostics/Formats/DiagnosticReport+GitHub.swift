import ByteWriting

extension DiagnosticReport {
  /// The report as workflow commands, one a line; columns in UTF-16 units.
  func workflowCommands(_ setting: ReportFormat.Setting) -> [UInt8] {
    var out = ByteWriter()
    for diagnostic in ReportBudget.lines.chosen(among: diagnostics) {
      let index = lineIndex(of: diagnostic.range.path)
      let lines =
        [diagnostic.message.text(in: setting.language)]
        + [suggestions(of: diagnostic, setting.language)].compactMap { $0 }
        + notes(of: diagnostic, setting.language, after: setting.prefix)
      WorkflowCommand(
        diagnostic.severity, title: diagnostic.code.rawValue, lines: lines,
        at: WorkflowCommand.Place(
          path: setting.prefix.text + diagnostic.range.path,
          start: index.position(of: diagnostic.range.bytes.lowerBound),
          end: index.position(of: diagnostic.range.bytes.upperBound))
      ).append(to: &out)
    }
    return out.bytes
  }
}
