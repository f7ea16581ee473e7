import Testing

@testable import Preview

struct AnswerBodyTests {
  private let folder: TemporaryFolder
  private let file: SiteFile
  /// Bytes, a part of a file, bytes.
  private let body: AnswerBody
  private let whole = Array("<0123456789>".utf8)

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("site/a.txt", "..0123456789..")
    let site = try #require(SiteFolder(folder.full("site")))
    file = try #require(site.file(["a.txt"]))
    body = AnswerBody([
      .bytes(Array("x<".utf8)[1...]), .file(file, 2..<12), .bytes([]), .bytes(Array(">".utf8)[...]),
    ])
  }

  private func bytes(_ body: AnswerBody, inPiecesOf limit: Int) -> [UInt8]? {
    var body = body
    var bytes: [UInt8] = []
    while body.count > 0 {
      guard let piece = body.take(atMost: limit), piece.count <= limit else { return nil }
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

  @Test func saysThatAFileIsShorterThanItWas() throws {
    try folder.write("site/a.txt", "..01")
    #expect(bytes(body, inPiecesOf: 4) == nil)
  }

  /// What is sent after the head of a page that is not in the first 64 KB.
  @Test func putsTheAdditionAtTheEndOfAPageWithALongHead() throws {
    let addition = PageAddition(generation: "r-1")
    for (length, isAtEnd) in [
      (PageAddition.reach - 7, false), (PageAddition.reach - 6, true), (200_000, true),
    ] {
      let page = String(repeating: "h", count: length) + "</head>body"
      try folder.write("site/page.html", page)
      let site = try #require(SiteFolder(folder.full("site")))
      let file = try #require(site.file(["page.html"]))
      let added = try #require(addition.added(to: file))
      let text = String(decoding: bytes(added, inPiecesOf: 65_536) ?? [], as: UTF8.self)
      #expect(text.utf8.count == page.utf8.count + addition.count)
      #expect(text.hasSuffix(isAtEnd ? "defer></script>\n" : "</head>body"))
    }
  }
}
