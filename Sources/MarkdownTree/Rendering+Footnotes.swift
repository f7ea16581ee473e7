import ByteWriting

/// Footnotes; their identifiers have a `:`, which no heading's has.
extension Rendering {
  /// Renders a footnote's mark: a link to the footnote.
  mutating func renderFootnoteMark(_ inline: Inline) {
    let number = inline.index + 1
    if style.isBare {
      writer.append("<sup class=\"footnote-ref\"><a href=\"#fn")
      writer.append(decimal: number)
      writer.append("\" id=\"fnref")
      writer.append(decimal: number)
      writer.append("\">")
    } else {
      writer.append("<sup class=\"footnote-mark\"><a role=\"doc-noteref\" href=\"#fn:")
      writer.append(decimal: number)
      writer.append("\" id=\"")
      appendMarkIdentifier(number, ordinal: inline.ordinal)
      writer.append("\" aria-label=\"脚注")
      writer.append(decimal: number)
      writer.append("\">")
    }
    writer.append(decimal: number)
    writer.append("</a></sup>")
  }

  private mutating func appendMarkIdentifier(_ number: Int, ordinal: Int) {
    writer.append("fnref:")
    writer.append(decimal: number)
    if ordinal > 0 {
      writer.append(UInt8(ascii: "-"))
      writer.append(decimal: ordinal + 1)
    }
  }

  /// Renders the footnotes that are referred to, in the order of their numbers.
  mutating func renderFootnotes() {
    guard !document.footnotes.isEmpty else { return }
    beginLine()
    writer.append(
      style.isBare
        ? "<section class=\"footnotes\">\n<ol>\n"
        : "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"脚注\">\n<ol>\n")
    for (index, footnote) in document.footnotes.enumerated() {
      writer.append(style.isBare ? "<li id=\"fn" : "<li id=\"fn:")
      writer.append(decimal: index + 1)
      writer.append("\">\n")
      let block = document.blocks[footnote.block]
      let last = lastParagraph(of: footnote.block)
      backLinks = last.map { ($0, index) }
      renderBlocks(footnote.block + 1..<block.end)
      backLinks = nil
      if last == nil {
        beginLine()
        appendBackLinks(of: index)
        writer.append(10)
      }
      writer.append("</li>\n")
    }
    writer.append("</ol>\n</section>\n")
  }

  /// The last child of a footnote's definition, if it is a paragraph.
  private func lastParagraph(of block: Int) -> Int? {
    let end = document.blocks[block].end
    var index = block + 1
    var last: Int?
    while index < end {
      if document.blocks[index].kind != .hidden { last = index }
      index = document.blocks[index].end
    }
    guard let last, case .paragraph = document.blocks[last].kind else { return nil }
    return last
  }

  /// Writes a link back to each mark of a footnote.
  mutating func appendBackLinks(of footnote: Int) {
    let number = footnote + 1
    if style.isBare {
      writer.append("<a href=\"#fnref")
      writer.append(decimal: number)
      writer.append("\" class=\"footnote-backref\">↩</a>")
      return
    }
    for ordinal in 0..<document.footnotes[footnote].referenceCount {
      if ordinal > 0 { writer.append(32) }
      writer.append("<a role=\"doc-backlink\" href=\"#")
      appendMarkIdentifier(number, ordinal: ordinal)
      writer.append("\" aria-label=\"脚注")
      writer.append(decimal: number)
      if ordinal > 0 {
        writer.append("の")
        writer.append(decimal: ordinal + 1)
        writer.append("番目")
      }
      writer.append("の参照元へ戻る\">↩</a>")
    }
  }
}
