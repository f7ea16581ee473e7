/// The parser of Markdown texts.
///
/// cmark-gfm reads the blocks (`BlockReader`), our own parser the inlines (`InlineParser`).
package enum MarkdownParser {
  /// Blocks and inlines nested deeper are left out, their texts kept.
  package static let maximumDepth = 100

  /// Parses a part of a source, such as what follows its front matter.
  ///
  /// The source is UTF-8 with any kind of line end; bytes that are none count as U+FFFD. All ranges of
  /// the result that are said to be in the source are offsets into `source`.
  ///
  /// - Parameters:
  ///   - source: The bytes of the whole file.
  ///   - range: The part to parse; it begins at the beginning of a line.
  /// - Returns: The tree, with what is wrong in its findings. Parsing never fails.
  package static func parse(_ source: [UInt8], range: Range<Int>) -> MarkdownDocument {
    parse(source, range: range, syntax: .all)
  }

  /// Parses a whole source.
  package static func parse(_ source: [UInt8]) -> MarkdownDocument {
    parse(source, range: source.indices, syntax: .all)
  }

  /// Parses with parts of the dialect turned off, for the tests of the specifications.
  static func parse(
    _ source: [UInt8], range: Range<Int>, syntax: MarkdownSyntax
  ) -> MarkdownDocument {
    let text = SourceText(source, range: range.clamped(to: source.indices), syntax: syntax)
    let reading = BlockReader.blocks(of: text)
    let tree = BlockTree(reading.blocks, of: text, syntax: syntax)
    var decoder = CharacterReferences()
    let definitions = LinkDefinitions(of: text, tree: tree, decoder: &decoder)
    var labels: [[UInt8]: Int] = [:]
    var findings = text.oversizedTables.map {
      Finding(kind: .oversizedTable, range: text.range(ofLine: $0))
    }
    findings += tree.findings + definitions.findings
    if let line = text.deepQuoteLine ?? reading.deepLine {
      findings.append(Finding(kind: .excessiveNesting, range: text.range(ofLine: line)))
    }
    for (index, definition) in tree.footnoteDefinitions.enumerated() {
      let key = LinkScanner.normalizedLabel(definition.label[...])
      if labels[key] == nil {
        labels[key] = index
      } else {
        findings.append(.lostFootnote(.duplicateFootnote, at: definition.range))
      }
    }
    let inlines = InlineParser(
      tree: tree, syntax: syntax, definitions: definitions, footnoteLabels: labels,
      decoder: decoder)
    var assembly = DocumentAssembly(
      blocks: tree.blocks, headings: tree.headings, tables: tree.tables, parser: inlines,
      source: text, findings: findings)
    return assembly.document()
  }
}
