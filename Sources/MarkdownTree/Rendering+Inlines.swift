import ByteWriting

extension Rendering {
  /// Renders a range of inlines.
  mutating func renderInlines(_ range: Range<Int>) {
    var open: [OpenElement] = []
    var index = range.lowerBound
    while index < range.upperBound {
      while let last = open.last, last.end <= index {
        open.removeLast()
        writer.append(last.closing)
      }
      index = renderInline(index, &open)
    }
    while let last = open.popLast() { writer.append(last.closing) }
  }

  /// Renders an inline or its beginning, and returns the index of the inline to go on with.
  private mutating func renderInline(_ index: Int, _ open: inout [OpenElement]) -> Int {
    let inline = document.inlines[index]
    switch inline.kind {
    case .text: append(words: inline.range)
    case .softBreak: writer.append(10)
    case .joinedBreak: if style.isBare { writer.append(10) }
    case .hardBreak: writer.append("<br>\n")
    case .code:
      writer.append("<code>")
      append(text: inline.range)
      writer.append("</code>")
    case .emphasis: begin("<em>", "</em>", inline, &open)
    case .strong: begin("<strong>", "</strong>", inline, &open)
    case .strikethrough: begin("<del>", "</del>", inline, &open)
    case .subscripted: begin("<sub>", "</sub>", inline, &open)
    case .superscripted: begin("<sup>", "</sup>", inline, &open)
    case .link: return renderLink(index, inline, &open)
    case .image:
      renderImage(index, inline)
      return inline.end
    case .ruby: renderRuby(document.rubies[inline.index])
    case .footnoteReference: renderFootnoteMark(inline)
    case .rawHTML:
      if style.isBare {
        writer.append(contentsOf: document.text[inline.range])
      } else {
        append(text: inline.range)
      }
    }
    return index + 1
  }

  private mutating func begin(
    _ opening: StaticString, _ closing: StaticString, _ inline: Inline,
    _ open: inout [OpenElement]
  ) {
    writer.append(opening)
    open.append(OpenElement(end: inline.end, closing: closing))
  }

  private mutating func renderRuby(_ ruby: Ruby) {
    writer.append("<ruby>")
    for pair in ruby.pairs {
      append(text: pair.base)
      writer.append("<rp>(</rp><rt>")
      append(text: pair.reading)
      writer.append("</rt><rp>)</rp>")
    }
    writer.append("</ruby>")
  }

  // MARK: Links and images

  private mutating func renderLink(
    _ index: Int, _ inline: Inline, _ open: inout [OpenElement]
  ) -> Int {
    let reference = document.references[inline.index]
    let resolved = resolve(inline.index)
    guard let href = resolved.href, isAllowed(href) else { return index + 1 }
    writer.append("<a href=\"")
    appendAddress(href)
    appendTitle(resolved.title ?? reference.title)
    writer.append("\">")
    open.append(OpenElement(end: inline.end, closing: "</a>"))
    return index + 1
  }

  private mutating func renderImage(_ index: Int, _ inline: Inline) {
    let reference = document.references[inline.index]
    let resolved = resolve(inline.index)
    let alternative = document.line(of: index + 1..<inline.end)
    guard let href = resolved.href, isAllowed(href) else {
      writer.append(html: alternative)
      return
    }
    writer.append("<img src=\"")
    appendAddress(href)
    writer.append("\" alt=\"")
    writer.append(html: alternative)
    appendTitle(resolved.title ?? reference.title)
    writer.append(UInt8(ascii: "\""))
    if !style.isBare {
      if let size = resolved.size {
        writer.append(" width=\"")
        writer.append(decimal: size.width)
        writer.append("\" height=\"")
        writer.append(decimal: size.height)
        writer.append(UInt8(ascii: "\""))
      }
      writer.append(" loading=\"lazy\"")
    }
    writer.append(UInt8(ascii: ">"))
  }

  /// Writes a title after an attribute whose closing quote is not yet written.
  private mutating func appendTitle(_ title: [UInt8]?) {
    guard let title, !title.isEmpty else { return }
    writer.append("\" title=\"")
    writer.append(html: title)
  }

  private func isAllowed(_ href: [UInt8]) -> Bool {
    style.isBare || Destination.kind(of: href) != nil
  }

  /// Writes an address for an attribute: what a URL may not have is percent-encoded (RFC 3986), what
  /// is outside ASCII stays, and `&` and `'` are escaped.
  private mutating func appendAddress(_ address: [UInt8]) {
    var run = 0
    for (index, byte) in address.enumerated() where !isAddressByte(byte) {
      writer.append(html: address[run..<index])
      run = index + 1
      writer.append(UInt8(ascii: "%"))
      writer.append(upperHexDigit: byte >> 4)
      writer.append(upperHexDigit: byte & 15)
    }
    writer.append(html: address[run...])
  }

  private func isAddressByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 97...122, 64...90, 35...59, 33, 61, 63, 95, 126: true
    case 0x80...: !style.isBare
    default: false
    }
  }
}

extension ByteWriter {
  /// Writes four bits as an upper-case hexadecimal digit.
  fileprivate mutating func append(upperHexDigit value: UInt8) {
    append(value < 10 ? 48 + value : 55 + value)
  }
}
