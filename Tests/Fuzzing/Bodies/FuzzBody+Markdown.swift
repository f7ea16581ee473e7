import ByteWriting
import MarkdownTree

extension FuzzBody {
  /// A text of a record.
  ///
  /// Every range lies where it should; the page is UTF-8, its elements are closed in order and are those of
  /// the dialect; the same text further down in a file gives the same page.
  package static let markdown = FuzzBody("markdown") { bytes in
    // As every caller does: what is no UTF-8 is refused before.
    guard isText(bytes) else { return nil }
    let document = MarkdownParser.parse(bytes)
    if let fault = fault(in: document, of: bytes) { return fault }
    let page = html(of: document)
    if !isText(page) { return "a page that is no UTF-8" }
    if let fault = HTMLReading.fault(in: page) { return fault }
    let before = Array("# 前\n".utf8)
    let later = MarkdownParser.parse(
      before + bytes, range: before.count..<(before.count + bytes.count))
    if html(of: later) != page { return "another page where text stands before" }
    let same = later.findings.elementsEqual(document.findings) {
      $0.kind == $1.kind && $0.range.lowerBound == $1.range.lowerBound + before.count
        && $0.range.count == $1.range.count
    }
    return same ? nil : "other findings where text stands before"
  }

  private static func html(of document: MarkdownDocument) -> [UInt8] {
    var writer = ByteWriter()
    MarkdownRenderer.render(document, into: &writer, headingShift: 1) { number in
      let reference = document.references[number]
      return ResolvedReference(
        href: reference.kind == .record ? Array("../a/".utf8) : reference.destination)
    }
    return writer.bytes
  }

  private static func fault(in document: MarkdownDocument, of bytes: [UInt8]) -> String? {
    let (source, text) = (bytes.indices, document.text.indices)
    for (index, block) in document.blocks.enumerated() {
      guard lies(block.range, in: source), block.end > index,
        block.end <= document.blocks.count, lies(block.inlines, in: document.inlines.indices)
      else { return "a block outside the document: \(block)" }
    }
    for (index, inline) in document.inlines.enumerated() {
      guard lies(inline.range, in: text), inline.end > index, inline.end <= document.inlines.count
      else { return "an inline outside the document: \(inline)" }
    }
    for reference in document.references {
      guard lies(reference.range, in: source), lies(reference.destinationRange, in: source),
        document.blocks.indices.contains(reference.block),
        document.inlines.indices.contains(reference.inline), isText(reference.destination)
      else { return "a reference outside the document: \(reference)" }
    }
    for heading in document.headings {
      guard isText(heading.identifier), isText(heading.plainText), !heading.identifier.isEmpty,
        (1...6).contains(heading.outlineLevel), document.blocks.indices.contains(heading.block)
      else { return "a heading outside the document: \(heading)" }
    }
    if Set(document.headings.map(\.identifier)).count != document.headings.count {
      return "two headings of one identifier"
    }
    for pair in document.rubies.flatMap(\.pairs)
    where !lies(pair.base, in: text) || !lies(pair.reading, in: text) {
      return "a ruby outside the text: \(pair)"
    }
    let outside = document.findings.first { !lies($0.range, in: source) }
    return outside.map { "a finding outside the text: \($0)" }
  }
}
