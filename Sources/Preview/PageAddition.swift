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

  private static func endOfHead(in page: ArraySlice<UInt8>) -> Int? {
    let tag = Array("</head>".utf8)
    var index = 0
    while index + tag.count <= page.count {
      // Letters of ASCII differ from their capitals in this one bit.
      if page[index] == tag[0], page[index + 1] == tag[1],
        zip(page[(index + 2)...], tag[2...]).allSatisfy({ $0 | 0x20 == $1 | 0x20 })
      {
        return index
      }
      index += 1
    }
    return nil
  }
}
