import ByteWriting

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
