import Diagnostics

extension MarkdownDocument {
  /// What the text says and how it is built, as bytes that are the same however its source is wrapped.
  ///
  /// Two texts have the same content if the same words, headings, lists, tables, marks, readings and destinations
  /// stand in it in the same order. Runs of spaces, line ends, blank lines and the choice between two ways of
  /// writing one thing (`*` or `_`, `-` or `+`) count for nothing. A record that is named in brackets is where the
  /// link leads, by whatever name. The bytes are for a digest, and nobody reads them.
  ///
  /// `destination` tells for the index of a reference where it leads; what is written by default.
  package func content(
    destination: @escaping (Int) -> [UInt8]? = { _ in nil }
  ) -> [UInt8] {
    var writer = ContentWriter(self, destination)
    writer.writeBlocks()
    return writer.bytes
  }
}

/// Writes the content of a document: texts, and between control characters, which no text has, what they are.
private struct ContentWriter {
  private let document: MarkdownDocument
  private(set) var bytes: [UInt8] = []
  private var isSpaceDue = false
  private let destination: (Int) -> [UInt8]?

  /// Stands before and after a mark.
  private static let mark: UInt8 = 1

  init(_ document: MarkdownDocument, _ destination: @escaping (Int) -> [UInt8]?) {
    self.document = document
    self.destination = destination
    bytes.reserveCapacity(document.text.count * 5 / 4)
  }

  mutating func writeBlocks() {
    for (index, block) in document.blocks.enumerated() {
      isSpaceDue = false
      write(block.kind, size: block.end - index)
      writeInlines(block.inlines)
    }
  }

  /// Writes the kind of a block with the number of the blocks in it.
  private mutating func write(_ kind: Block.Kind, size: Int) {
    switch kind {
    case .blockQuote: mark("quote", size)
    case .callout(let callout):
      mark("callout", callout.kind.rawValue, size)
      if let word = callout.word { append(document.text[word.range]) }
      mark("of")
    case .list(let start, _): mark("list", start ?? -1, size)
    case .item(let isChecked): mark("item", isChecked.map { $0 ? 1 : 0 } ?? -1, size)
    // Whether a list is tight is a matter of blank lines.
    case .paragraph: mark("paragraph", size)
    case .caption: mark("caption", size)
    case .figure: mark("figure", size)
    case .heading(let index):
      mark("heading", document.headings[index].outlineLevel)
      append(document.headings[index].identifier[...])
    case .code(let info, let content):
      mark("code")
      append(document.text[info.range])
      mark("of")
      // Lines and spaces of a code block are shown as they are.
      bytes.append(contentsOf: document.text[content.range])
    case .rawHTML(let content):
      mark("html")
      bytes.append(contentsOf: document.text[content.range])
    case .hidden: break
    case .thematicBreak: mark("break")
    case .table(let index):
      mark("table", size)
      for alignment in document.tables[index].alignments { mark(Self.word(for: alignment)) }
    case .tableRow(let isHeader): mark("row", isHeader ? 1 : 0, size)
    case .tableCell(let column): mark("cell", column)
    case .footnoteDefinition(let index): mark("footnote", index ?? -1, size)
    }
  }

  private static func word(for alignment: Table.Alignment) -> StaticString {
    switch alignment {
    case .none: "plain"
    case .left: "left"
    case .center: "center"
    case .right: "right"
    }
  }

  private mutating func writeInlines(_ range: Range<Int>) {
    // The ends of the inlines that are open; wrapping changes how many inlines are in one.
    var ends: [Int] = []
    var index = range.lowerBound
    while index < range.upperBound {
      while let end = ends.last, end <= index {
        ends.removeLast()
        mark("end")
      }
      let inline = document.inlines[index]
      write(inline)
      switch inline.kind {
      case .emphasis, .strong, .strikethrough, .subscripted, .superscripted, .link, .image:
        ends.append(inline.end)
      default: break
      }
      index = isNameAlone(inline) ? inline.end : index + 1
    }
    for _ in ends { mark("end") }
  }

  /// Whether an inline is a link whose text is the name of a record, which pages show by its title.
  private func isNameAlone(_ inline: Inline) -> Bool {
    guard inline.kind == .link else { return false }
    let reference = document.references[inline.index]
    return reference.kind == .record && !reference.isLabelled
  }

  private mutating func write(_ inline: Inline) {
    switch inline.kind {
    case .text: append(document.text[inline.range])
    case .softBreak: isSpaceDue = true
    case .joinedBreak: break
    case .hardBreak: mark("line")
    case .code:
      mark("code")
      append(document.text[inline.range])
      mark("end")
    case .rawHTML:
      mark("html")
      append(document.text[inline.range])
      mark("end")
    case .emphasis: mark("emphasis")
    case .strong: mark("strong")
    case .strikethrough: mark("deleted")
    case .subscripted: mark("sub")
    case .superscripted: mark("sup")
    case .link, .image:
      let reference = document.references[inline.index]
      mark(reference.isImage ? "image" : "link")
      append((destination(inline.index) ?? reference.destination)[...])
      if let title = reference.title {
        mark("title")
        append(title[...])
      }
      mark("of")
    case .ruby:
      for pair in document.rubies[inline.index].pairs {
        mark("base")
        append(document.text[pair.base])
        mark("reading")
        append(document.text[pair.reading])
      }
      mark("end")
    case .footnoteReference: mark("footnote", inline.index)
    }
  }

  private mutating func mark(_ word: StaticString, _ numbers: Int...) {
    if isSpaceDue { bytes.append(0x20) }
    isSpaceDue = false
    bytes.append(Self.mark)
    word.withUTF8Buffer { bytes.append(contentsOf: $0) }
    for number in numbers { bytes.append(contentsOf: " \(number)".utf8) }
    bytes.append(Self.mark)
  }

  /// Appends text with one space for each run of spaces and line ends.
  private mutating func append(_ text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer { text in
      var start = 0
      for index in text.indices where Self.isSpace(text[index]) {
        append(word: UnsafeBufferPointer(rebasing: text[start..<index]))
        isSpaceDue = true
        start = index + 1
      }
      append(word: UnsafeBufferPointer(rebasing: text[start...]))
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private mutating func append(word: UnsafeBufferPointer<UInt8>) {
    if word.isEmpty { return }
    if isSpaceDue { bytes.append(0x20) }
    isSpaceDue = false
    bytes.append(contentsOf: word)
  }
}
