import Diagnostics

extension MarkdownDocument {
  /// The document with other texts for links that have none of their own.
  ///
  /// What a page shows is what is searched, cited and exported, so that the text is put in once, here.
  /// `labels` has for indices of `references` the texts, UTF-8.
  package func labelled(_ labels: [(reference: Int, text: [UInt8])]) -> MarkdownDocument {
    var text = text
    var inlines = inlines
    var blocksOfLabels: Set<Int> = []
    for label in labels where !references[label.reference].isLabelled {
      let child = references[label.reference].inline + 1
      guard child < inlines.count, inlines[child].kind == .text else { continue }
      let start = text.count
      text += label.text
      inlines[child].range = start..<text.count
      blocksOfLabels.insert(references[label.reference].block)
    }
    func document(_ headings: [Heading]) -> MarkdownDocument {
      MarkdownDocument(
        blocks: blocks, inlines: inlines, headings: headings, references: references,
        footnotes: footnotes, rubies: rubies, tables: tables, figures: figures,
        findings: findings, text: text)
    }
    let unnamed = document(headings)
    return document(
      headings.map { heading in
        guard blocksOfLabels.contains(heading.block) else { return heading }
        var heading = heading
        heading.plainText = unnamed.line(of: blocks[heading.block].inlines)
        return heading
      })
  }
}
