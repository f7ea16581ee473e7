import Testing

@testable import Preview

struct AnswerBodyTests {
  /// Three runs of bytes, one of them a part of something longer.
  private let body = AnswerBody([
    Array("x<".utf8)[1...], Array("..0123456789..".utf8)[2..<12], [], Array(">".utf8)[...],
  ])
  private let whole = Array("<0123456789>".utf8)

  private func bytes(_ body: AnswerBody, inPiecesOf limit: Int) -> [UInt8]? {
    var body = body
    var bytes: [UInt8] = []
    while body.count > 0 {
      let piece = body.take(atMost: limit)
      if piece.isEmpty || piece.count > limit { return nil }
      bytes += piece
    }
    return bytes
  }

  @Test(arguments: [1, 2, 3, 11, 12, 100])
  func isTakenPieceByPiece(_ limit: Int) {
    #expect(body.count == 12)
    #expect(bytes(body, inPiecesOf: limit) == whole)
  }

  @Test func hasEachOfItsParts() {
    for start in 0...12 {
      for end in start...12 {
        let part = body[start..<end]
        #expect(part.count == end - start)
        #expect(bytes(part, inPiecesOf: 4) == Array(whole[start..<end]))
      }
    }
  }

  /// What is sent after the head of a page that is not in the first 64 KB.
  @Test func putsTheAdditionAtTheEndOfAPageWithALongHead() throws {
    let addition = PageAddition(generation: "r-1")
    for (length, isAtEnd) in [
      (PageAddition.reach - 7, false), (PageAddition.reach - 6, true), (200_000, true),
    ] {
      let page = String(repeating: "h", count: length) + "</head>body"
      let added = addition.added(to: Array(page.utf8))
      let text = String(decoding: bytes(added, inPiecesOf: 65_536) ?? [], as: UTF8.self)
      #expect(text.utf8.count == page.utf8.count + addition.count)
      #expect(text.hasSuffix(isAtEnd ? "defer></script>\n" : "</head>body"))
    }
  }
}
