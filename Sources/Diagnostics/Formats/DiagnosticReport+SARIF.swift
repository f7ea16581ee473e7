import ByteWriting

extension DiagnosticReport {
  /// The report as SARIF 2.1.0 with one run; columns in UTF-16 units.
  ///
  /// Source: OASIS, Static Analysis Results Interchange Format 2.1.0; section numbers below are its own.
  func sarif(_ setting: ReportFormat.Setting) -> [UInt8] {
    SARIFLog(of: self, setting).bytes
  }
}

/// The writer of a SARIF log.
private struct SARIFLog {
  private let report: DiagnosticReport
  private let setting: ReportFormat.Setting
  private var out = ByteWriter()

  /// The name by which services know the root of the repository.
  private static let base: StaticString = "%SRCROOT%"

  init(of report: DiagnosticReport, _ setting: ReportFormat.Setting) {
    self.report = report
    self.setting = setting
    let chosen = ReportBudget.results.chosen(among: report.diagnostics)
    let occurring = Set(chosen.map(\.code))
    let codes = DiagnosticCode.allCases.filter { occurring.contains($0) }
    out.append(
      "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{"
    )
    appendTool(codes)
    // §3.14.17, §3.14.18: lone CRs end lines here, as in CommonMark.
    out.append(",\n\"columnKind\":\"utf16CodeUnits\",\"defaultEncoding\":\"utf-8\"")
    out.append(",\"newlineSequences\":[\"\\r\\n\",\"\\n\",\"\\r\"]")
    out.append(",\"originalUriBaseIds\":{\"")
    out.append(Self.base)
    out.append("\":{\"description\":{\"text\":")
    let root = LocalisedText("リポジトリの最上位", en: "The root of the repository")
    out.append(json: root.text(in: setting.language))
    out.append("}}}")
    appendResults(chosen, codes)
    out.append("}]}\n")
  }

  var bytes: [UInt8] { out.bytes }

  private mutating func appendTool(_ codes: [DiagnosticCode]) {
    out.beginMember("tool")
    out.append("{\"driver\":{\"name\":\"mokuroku\"")
    out.beginMember("version")
    out.append(json: setting.version)
    out.beginMember("rules")
    out.append("[")
    for code in codes {
      out.beginElementLine()
      out.append("{")
      out.beginMember("id")
      out.append(json: code.rawValue)
      appendMessage("shortDescription", code.summary.text(in: setting.language))
      out.beginMember("defaultConfiguration")
      out.append("{")
      appendLevel(code.severity)
      out.append("}}")
    }
    out.append("]}}")
  }

  private mutating func appendResults(_ diagnostics: [Diagnostic], _ codes: [DiagnosticCode]) {
    var fingerprints = LineFingerprints(of: report, after: setting.prefix)
    let places = Dictionary(
      uniqueKeysWithValues: codes.enumerated().map { ($0.element, $0.offset) })
    out.beginMember("results")
    out.append("[")
    for diagnostic in diagnostics {
      out.beginElementLine()
      out.append("{")
      out.beginMember("ruleId")
      out.append(json: diagnostic.code.rawValue)
      if let place = places[diagnostic.code] {
        out.beginMember("ruleIndex")
        out.append(decimal: place)
      }
      appendLevel(diagnostic.severity)
      appendMessage("message", sentences(of: diagnostic).joined(separator: "\n"))
      out.beginMember("locations")
      out.append("[{")
      appendPlace(diagnostic.range)
      out.append("}]")
      appendNotes(of: diagnostic)
      appendFixes(of: diagnostic)
      out.beginMember("partialFingerprints")
      out.append("{\"lineText/v1\":")
      out.append(json: fingerprints.next(diagnostic))
      out.append("}}")
    }
    out.append("\n]")
  }

  /// The fault, what may have been meant, and the notes that have no place.
  private func sentences(of diagnostic: Diagnostic) -> [String] {
    [diagnostic.message.text(in: setting.language)]
      + [report.suggestions(of: diagnostic, setting.language)].compactMap { $0 }
      + notes(of: diagnostic).filter { $0.range == nil }.map { $0.text.text(in: setting.language) }
      + [report.restOfNotes(of: diagnostic, setting.language)].compactMap { $0 }
  }

  /// The notes that are listed.
  private func notes(of diagnostic: Diagnostic) -> ArraySlice<Diagnostic.Note> {
    diagnostic.notes.prefix(DiagnosticReport.noteLimit)
  }

  private mutating func appendLevel(_ severity: Diagnostic.Severity) {
    out.beginMember("level")
    out.append(severity == .error ? "\"error\"" : "\"warning\"")
  }

  private mutating func appendNotes(of diagnostic: Diagnostic) {
    let notes = notes(of: diagnostic).filter { $0.range != nil }
    if notes.isEmpty { return }
    out.beginMember("relatedLocations")
    out.append("[")
    for (number, note) in notes.enumerated() {
      guard let range = note.range else { continue }
      out.beginElement()
      out.append("{")
      out.beginMember("id")
      out.append(decimal: number + 1)
      appendPlace(range)
      appendMessage("message", note.text.text(in: setting.language))
      out.append("}")
    }
    out.append("]")
  }

  /// Writes the ways out, each with the changes of one or more files (§3.55–3.57).
  private mutating func appendFixes(of diagnostic: Diagnostic) {
    if diagnostic.fixes.isEmpty { return }
    out.beginMember("fixes")
    out.append("[")
    for fix in diagnostic.fixes {
      out.beginElement()
      out.append("{")
      appendMessage("description", fix.title)
      out.beginMember("artifactChanges")
      out.append("[")
      var paths: [String] = []
      for edit in fix.edits where !paths.contains(edit.range.path) { paths.append(edit.range.path) }
      for path in paths { appendChange(of: path, fix.edits.filter { $0.range.path == path }) }
      out.append("]}")
    }
    out.append("]")
  }

  private mutating func appendChange(of path: String, _ edits: [TextEdit]) {
    out.beginElement()
    out.append("{")
    appendArtifact(path)
    out.beginMember("replacements")
    out.append("[")
    for edit in edits {
      out.beginElement()
      out.append("{")
      appendRegion("deletedRegion", edit.range)
      out.beginMember("insertedContent")
      out.append("{\"text\":")
      out.append(json: edit.replacement)
      out.append("}}")
    }
    out.append("]}")
  }

  private mutating func appendPlace(_ range: SourceRange) {
    out.beginMember("physicalLocation")
    out.append("{")
    appendArtifact(range.path)
    appendRegion("region", range)
    out.append("}")
  }

  private mutating func appendArtifact(_ path: String) {
    out.beginMember("artifactLocation")
    out.append("{\"uri\":\"")
    out.append(percentEncodedPath: setting.prefix.text + path)
    out.append("\",\"uriBaseId\":\"")
    out.append(Self.base)
    out.append("\"}")
  }

  private mutating func appendRegion(_ key: StaticString, _ range: SourceRange) {
    let index = report.lineIndex(of: range.path)
    let start = index.position(of: range.bytes.lowerBound)
    let end = index.position(of: range.bytes.upperBound)
    out.beginMember(key)
    out.append("{")
    out.beginMember("startLine")
    out.append(decimal: start.line)
    out.beginMember("startColumn")
    out.append(decimal: start.column)
    out.beginMember("endLine")
    out.append(decimal: end.line)
    out.beginMember("endColumn")
    out.append(decimal: end.column)
    out.append("}")
  }

  /// Writes a message: braces stand for arguments and are doubled (§3.11.5); what looks like a link is kept from
  /// being one (§3.11.6).
  private mutating func appendMessage(_ key: StaticString, _ text: String) {
    out.beginMember(key)
    out.append("{\"text\":")
    out.append(json: Self.escaped(text))
    out.append("}")
  }

  private static func escaped(_ text: String) -> String {
    let hasLink = text.contains("](")
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "{", "}": scalars.append(contentsOf: [scalar, scalar])
      case "[" where hasLink, "]" where hasLink, "\\" where hasLink:
        scalars.append(contentsOf: ["\\", scalar])
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
