private import ByteWriting

/// The script element that pages get as they are served; the files never have it.
package struct PageAddition: Sendable, Equatable {
  /// The edition the page belongs to.
  package let generation: String
  private let element: [UInt8]

  package init(generation: String) {
    self.generation = generation
    var out = ByteWriter()
    out.append("<script src=\"")
    out.append(html: PreviewPath.script)
    out.append("\" data-generation=\"")
    out.append(html: generation)
    out.append("\" defer></script>\n")
    element = out.bytes
  }

  /// The number of bytes that a page grows by.
  package var count: Int { element.count }

  /// How much of a page is searched for its `</head>`; with a longer head the element stands at the end
  /// of the page, where it does the same.
  package static let reach = 64 * 1024

  /// The page with the element before its `</head>`, or at its end when it has none within ``reach``.
  package func added(to page: [UInt8]) -> AnswerBody {
    let place = PageAddition.endOfHead(in: page[..<min(page.count, PageAddition.reach)])
    return AnswerBody([
      page[..<(place ?? page.count)], element[...], page[(place ?? page.count)...],
    ])
  }

  /// What holds a text in which no tag ends the head: how it begins, and how it may end (HTML §13.2.5).
  private static let texts: [(start: [UInt8], ends: [[UInt8]])] = [
    (Array("<!--".utf8), [Array("-->".utf8), Array("--!>".utf8)]),
    (Array("<title".utf8), [Array("</title".utf8)]),
    (Array("<script".utf8), [Array("</script".utf8)]),
    (Array("<style".utf8), [Array("</style".utf8)]),
  ]
  private static let tag = Array("</head>".utf8)

  private static func endOfHead(in page: ArraySlice<UInt8>) -> Int? {
    var index = page.startIndex
    while let place = page[index...].firstIndex(of: UInt8(ascii: "<")) {
      if begins(page[place...], with: tag) { return place }
      index = place + 1
      guard let text = texts.first(where: { begins(page[place...], with: $0.start) }) else {
        continue
      }
      // From the third byte on, since `<!-->` is a whole comment.
      let end = page.indices[(place + 2)...].first { index in
        text.ends.contains { begins(page[index...], with: $0) }
      }
      guard let end else { return nil }
      index = end
    }
    return nil
  }

  /// Whether bytes begin with a piece of HTML, in small letters or capitals.
  private static func begins(_ bytes: ArraySlice<UInt8>, with piece: [UInt8]) -> Bool {
    bytes.count >= piece.count
      && zip(bytes, piece).allSatisfy { byte, wanted in
        byte == wanted || ((65...90).contains(byte) && byte | 0x20 == wanted)
      }
  }
}
