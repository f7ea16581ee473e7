package import ByteWriting
import Diagnostics
import JapaneseText

/// The renderer of documents as HTML.
package enum MarkdownRenderer {
  /// Renders a document.
  ///
  /// Every text passes the writer's escaping; raw HTML is shown as text; an address with a scheme
  /// outside the allow-list is not linked, whoever resolved it.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - writer: What the HTML is appended to.
  ///   - headingShift: What is added to the headings' outline levels: 1 below a page title in `h1`.
  ///   - resolve: What the reference with an index of `document.references` leads to.
  package static func render(
    _ document: MarkdownDocument, into writer: inout ByteWriter, headingShift: Int,
    resolve: @escaping (Int) -> ResolvedReference
  ) {
    render(
      document, into: &writer, headingShift: headingShift, style: .page, resolve: resolve)
  }

  /// Renders in a style, for the tests of the specifications.
  static func render(
    _ document: MarkdownDocument, into writer: inout ByteWriter, headingShift: Int,
    style: RenderingStyle, resolve: @escaping (Int) -> ResolvedReference
  ) {
    var rendering = Rendering(
      document: document, writer: writer, headingShift: headingShift, style: style,
      resolve: resolve)
    // The writer's bytes belong to the rendering until it is done, or they would be copied.
    writer = ByteWriter()
    rendering.renderBlocks(0..<document.blocks.count)
    rendering.renderFootnotes()
    writer = rendering.writer
  }
}

/// The rendering of one document.
struct Rendering {
  /// An element that is open.
  struct OpenElement {
    /// The index of the block or inline after the element.
    let end: Int
    let closing: StaticString
    /// Whether the closing tag begins a line.
    var isBlock = true
  }

  let document: MarkdownDocument
  var writer: ByteWriter
  let headingShift: Int
  let style: RenderingStyle
  let resolve: (Int) -> ResolvedReference
  /// The last paragraph of the footnote being rendered and the footnote, for the links back.
  var backLinks: (block: Int, footnote: Int)?
  /// How many tables have had a label so far.
  var tableLabels: [[UInt8]: Int] = [:]
  /// Whether the text that is rendered is a heading, whose lines end between words.
  private var isHeading = false
  private var elements: [OpenElement] = []

  init(
    document: MarkdownDocument, writer: ByteWriter, headingShift: Int, style: RenderingStyle,
    resolve: @escaping (Int) -> ResolvedReference
  ) {
    self.document = document
    self.writer = writer
    self.headingShift = headingShift
    self.style = style
    self.resolve = resolve
  }

  /// Begins a line where none is begun.
  mutating func beginLine() {
    if let last = writer.bytes.last, last != 10 { writer.append(10) }
  }

  /// Writes a range of the document's text, escaped.
  mutating func append(text range: Range<Int>) {
    guard !range.isEmpty else { return }
    writer.append(html: document.text[range])
  }

  /// Writes words of the text, in a heading with a mark where a line may end.
  mutating func append(words range: Range<Int>) {
    guard isHeading else { return append(text: range) }
    let text = String(decoding: document.text[range], as: UTF8.self)
    for (place, piece) in WordEnds.pieces(of: text).enumerated() {
      if place > 0 { writer.append("<wbr>") }
      writer.append(html: String(piece))
    }
  }

  /// Renders blocks; the definitions of footnotes among them are left for the end.
  mutating func renderBlocks(_ range: Range<Int>) {
    let depth = elements.count
    var index = range.lowerBound
    while index < range.upperBound {
      closeElements(before: index, above: depth)
      let block = document.blocks[index]
      if case .footnoteDefinition = block.kind {
        index = block.end
        continue
      }
      index = renderBlock(index, block)
    }
    closeElements(before: Int.max, above: depth)
  }

  private mutating func closeElements(before index: Int, above depth: Int) {
    while elements.count > depth, let last = elements.last, last.end <= index {
      elements.removeLast()
      if last.isBlock { beginLine() }
      writer.append(last.closing)
    }
  }

  private mutating func open(
    _ tag: StaticString, until end: Int, closing: StaticString, isBlock: Bool = true
  ) {
    beginLine()
    writer.append(tag)
    elements.append(OpenElement(end: end, closing: closing, isBlock: isBlock))
  }

  /// Renders a block or its beginning, and returns the index of the block to go on with.
  private mutating func renderBlock(_ index: Int, _ block: Block) -> Int {
    switch block.kind {
    case .blockQuote:
      open("<blockquote>\n", until: block.end, closing: "</blockquote>\n")
    case .callout(let callout): openCallout(callout, block)
    case .list(let start, _): openList(start, block)
    case .item(let isChecked): openItem(isChecked, index, block)
    case .paragraph(let isTight): renderParagraph(index, block, isTight: isTight)
    case .caption, .hidden, .footnoteDefinition: break
    case .figure(let figure): renderFigure(document.figures[figure])
    case .heading(let heading): renderHeading(document.headings[heading], block)
    case .code(let info, let content): renderCode(info.range, content.range)
    case .rawHTML(let content): renderRawHTML(content.range)
    case .thematicBreak:
      beginLine()
      writer.append("<hr>\n")
    case .table(let table):
      renderTable(table, index, block)
      return block.end
    case .tableRow, .tableCell: break
    }
    return index + 1
  }

  private mutating func openCallout(_ callout: Callout, _ block: Block) {
    open("<div class=\"callout callout-", until: block.end, closing: "</div>\n")
    writer.append(callout.kind.name)
    writer.append("\" role=\"note\" aria-label=\"")
    appendLabel(of: callout)
    writer.append("\">\n<p class=\"callout-label\">")
    appendLabel(of: callout)
    if !block.inlines.isEmpty {
      writer.append(" <span class=\"callout-title\">")
      renderInlines(block.inlines)
      writer.append("</span>")
    }
    writer.append("</p>\n")
  }

  private mutating func appendLabel(of callout: Callout) {
    if let word = callout.word {
      append(text: word.range)
    } else {
      writer.append(callout.kind.label)
    }
  }

  private mutating func openList(_ start: Int?, _ block: Block) {
    guard let start else {
      open("<ul>\n", until: block.end, closing: "</ul>\n")
      return
    }
    if start == 1 {
      open("<ol>\n", until: block.end, closing: "</ol>\n")
      return
    }
    open("<ol start=\"", until: block.end, closing: "</ol>\n")
    writer.append(decimal: start)
    writer.append("\">\n")
  }

  private mutating func openItem(_ isChecked: Bool?, _ index: Int, _ block: Block) {
    guard let isChecked else {
      open("<li>", until: block.end, closing: "</li>\n", isBlock: false)
      return
    }
    open(
      style.isBare ? "<li>" : "<li class=\"task\">", until: block.end, closing: "</li>\n",
      isBlock: false)
    if index + 1 < block.end, case .paragraph(let isTight) = document.blocks[index + 1].kind,
      !style.isBare || isTight
    {
      // The paragraph writes the box, with its own text as the label.
      return
    }
    appendBox(isChecked: isChecked)
    if style.isBare { writer.append(32) }
  }

  private mutating func appendBox(isChecked: Bool) {
    if style.isBare {
      writer.append("<input type=\"checkbox\" ")
      if isChecked { writer.append("checked=\"\" ") }
      writer.append("disabled=\"\">")
      return
    }
    writer.append("<input type=\"checkbox\" disabled")
    if isChecked { writer.append(" checked") }
    writer.append(">")
  }

  private mutating func renderParagraph(_ index: Int, _ block: Block, isTight: Bool) {
    var task: Bool?
    if index > 0, case .item(let isChecked?) = document.blocks[index - 1].kind { task = isChecked }
    if !isTight {
      beginLine()
      writer.append("<p>")
    }
    if let task {
      if !style.isBare { writer.append("<label>") }
      appendBox(isChecked: task)
      writer.append(32)
    }
    renderInlines(block.inlines)
    if task != nil, !style.isBare { writer.append("</label>") }
    if let backLinks, backLinks.block == index {
      writer.append(32)
      appendBackLinks(of: backLinks.footnote)
    }
    if !isTight { writer.append("</p>\n") }
  }

  private mutating func renderFigure(_ figure: Figure) {
    beginLine()
    writer.append("<figure>\n")
    if figure.isCaptionFirst { renderCaption(figure.caption) }
    renderInlines(figure.picture)
    writer.append(10)
    if !figure.isCaptionFirst { renderCaption(figure.caption) }
    writer.append("</figure>\n")
  }

  private mutating func renderCaption(_ range: Range<Int>) {
    writer.append("<figcaption>")
    renderInlines(range)
    writer.append("</figcaption>\n")
  }

  private mutating func renderHeading(_ heading: Heading, _ block: Block) {
    let level =
      style.isBare ? heading.level : min(6, max(1, heading.outlineLevel + headingShift))
    beginLine()
    writer.append("<h")
    writer.append(decimal: level)
    if !style.isBare {
      writer.append(" id=\"")
      writer.append(html: heading.identifier)
      writer.append(UInt8(ascii: "\""))
    }
    writer.append(UInt8(ascii: ">"))
    isHeading = !style.isBare
    renderInlines(block.inlines)
    isHeading = false
    writer.append("</h")
    writer.append(decimal: level)
    writer.append(">\n")
  }

  private mutating func renderCode(_ info: Range<Int>, _ content: Range<Int>) {
    beginLine()
    writer.append("<pre><code")
    let language = document.text[info].prefix { $0 != 32 && $0 != 9 }
    if !language.isEmpty {
      writer.append(" class=\"language-")
      writer.append(html: language)
      writer.append(UInt8(ascii: "\""))
    }
    writer.append(UInt8(ascii: ">"))
    append(text: content)
    writer.append("</code></pre>\n")
  }

  private mutating func renderRawHTML(_ content: Range<Int>) {
    beginLine()
    if style.isBare {
      writer.append(contentsOf: document.text[content])
      beginLine()
      return
    }
    writer.append("<pre class=\"raw-html\"><code>")
    append(text: content)
    writer.append("</code></pre>\n")
  }
}
