package import Diagnostics

extension Fix {
  /// The fixes that write each of `texts` in the place of what stands at `range` in the given style.
  ///
  /// None where nothing stands there: what is written would touch what stands before it.
  package static func writing(
    _ texts: [String], at range: SourceRange, as style: ScalarStyle?, isSure: Bool = false
  ) -> [Fix] {
    if range.bytes.isEmpty { return [] }
    return texts.map { text in
      Fix(
        text, edits: [TextEdit(range, with: YAMLScalar.written(text, as: style))], isSure: isSure)
    }
  }
}

extension Diagnostic {
  /// Describes a fault of the scalar `node` in the file at `path`, for which one of `texts` was meant,
  /// best first; `isSure` where no other can have been.
  package init(
    _ code: DiagnosticCode, on node: YAMLNode, in path: String, _ message: LocalisedText,
    meant texts: [String], isSure: Bool = false
  ) {
    let range = SourceRange(path: path, bytes: node.bytes)
    self.init(
      code, at: range, message, fixes: Fix.writing(texts, at: range, as: node.style, isSure: isSure)
    )
  }
}
