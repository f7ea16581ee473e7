import Diagnostics

/// A part of a document from a heading to the next, for the search.
package struct Section: Sendable, Equatable {
  /// The index of the heading in `headings`; nil for what stands before the first.
  package let heading: Int?
  /// The heading's identifier; nil for what stands before the first heading.
  package let identifier: [UInt8]?
  /// The heading's plain text; empty for what stands before the first heading.
  package let title: [UInt8]
  /// The plain text below the heading, UTF-8, a line a block; without readings and footnote marks.
  package let plainText: [UInt8]
}

extension MarkdownDocument {
  /// The sections in document order; the text before the first heading is one, if there is any.
  package var sections: [Section] { sections(hasCode: true) }

  /// The sections in document order, with what is written as code or with a line end in its place.
  package func sections(hasCode: Bool) -> [Section] {
    var sections: [Section] = []
    var heading: Int?
    var text: [UInt8] = []
    for block in blocks {
      if case .heading(let index) = block.kind {
        if heading != nil || !text.isEmpty { sections.append(section(heading, text)) }
        heading = index
        text = []
      } else {
        appendSearchText(of: block, hasCode: hasCode, to: &text)
      }
    }
    if heading != nil || !text.isEmpty { sections.append(section(heading, text)) }
    return sections
  }

  private func section(_ heading: Int?, _ text: [UInt8]) -> Section {
    Section(
      heading: heading, identifier: heading.map { headings[$0].identifier },
      title: heading.map { headings[$0].plainText } ?? [], plainText: text)
  }

  private func appendSearchText(of block: Block, hasCode: Bool, to text: inout [UInt8]) {
    func append(_ range: Range<Int>) {
      for index in range {
        if hasCode || inlines[index].kind != .code {
          appendPlainText(ofInline: index, to: &text)
        } else {
          // What stands before and behind it is no text of one piece.
          beginLine(&text)
        }
      }
    }
    switch block.kind {
    case .paragraph, .caption, .figure:
      beginLine(&text)
      append(block.inlines)
    case .callout where !block.inlines.isEmpty:
      beginLine(&text)
      append(block.inlines)
    case .tableRow: beginLine(&text)
    case .tableCell:
      if let last = text.last, last != 10 { text.append(32) }
      append(block.inlines)
    case .code where !hasCode: break
    case .code(_, let content), .rawHTML(let content):
      beginLine(&text)
      text.append(contentsOf: self.text[content.range])
      if text.last == 10 { text.removeLast() }
    case .blockQuote, .callout, .list, .item, .heading, .hidden, .thematicBreak, .table,
      .footnoteDefinition:
      break
    }
  }

  private func beginLine(_ text: inout [UInt8]) {
    if let last = text.last, last != 10 { text.append(10) }
  }
}
