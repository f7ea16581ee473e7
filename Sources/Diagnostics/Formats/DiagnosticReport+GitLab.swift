import ByteWriting

extension DiagnosticReport {
  /// The report as GitLab's code quality reads it, an array of faults; columns in UTF-16 units.
  ///
  /// Source: GitLab's documentation of custom code quality tools, which take a part of Code Climate's form.
  func codeQuality(_ setting: ReportFormat.Setting) -> [UInt8] {
    var out = ByteWriter()
    var fingerprints = LineFingerprints(of: self, after: setting.prefix)
    out.append("[")
    for diagnostic in ReportBudget.results.chosen(among: diagnostics) {
      out.beginElementLine()
      append(diagnostic, fingerprints.next(diagnostic), setting, to: &out)
    }
    out.append("\n]\n")
    return out.bytes
  }

  private func append(
    _ diagnostic: Diagnostic, _ fingerprint: String, _ setting: ReportFormat.Setting,
    to out: inout ByteWriter
  ) {
    let sentences =
      [diagnostic.message.text(in: setting.language)]
      + [suggestions(of: diagnostic, setting.language)].compactMap { $0 }
      + notes(of: diagnostic, setting.language, after: setting.prefix)
    out.append("{")
    out.beginMember("description")
    out.append(json: sentences.joined(separator: setting.language == .japanese ? " " : "; "))
    out.beginMember("check_name")
    out.append(json: diagnostic.code.rawValue)
    out.beginMember("fingerprint")
    out.append(json: fingerprint)
    out.beginMember("severity")
    out.append(diagnostic.severity == .error ? "\"major\"" : "\"minor\"")
    out.beginMember("location")
    out.append("{")
    out.beginMember("path")
    out.append(json: setting.prefix.text + diagnostic.range.path)
    out.beginMember("positions")
    out.append("{")
    let index = lineIndex(of: diagnostic.range.path)
    out.beginMember("begin")
    append(index.position(of: diagnostic.range.bytes.lowerBound), to: &out)
    out.beginMember("end")
    append(index.position(of: diagnostic.range.bytes.upperBound), to: &out)
    out.append("}}}")
  }

  private func append(_ position: LineIndex.Position, to out: inout ByteWriter) {
    out.append("{")
    out.beginMember("line")
    out.append(decimal: position.line)
    out.beginMember("column")
    out.append(decimal: position.column)
    out.append("}")
  }
}
