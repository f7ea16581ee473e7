import Foundation
import Testing

@testable import Preview

struct EditionAnswersTests {
  private let folder: TemporaryFolder
  private let site: EditionAnswers

  init() throws {
    folder = try TemporaryFolder()
    site = EditionAnswers(FolderEdition(folder: folder))
    for (name, text) in [
      ("build.json", "{}"), ("index.html", "<head></head>home"), ("404.html", "<head></head>gone"),
      ("programmes/tia/index.html", "TIA"), ("冠ラボ/index.html", "かんむり"), ("site.css", "0123456789"),
      ("empty.txt", ""), (".gitkeep", ""), ("programmes/.secret", "s"), ("bare/data.csv", "a,b"),
    ] {
      try folder.write("public/" + name, text)
    }
    try folder.write("outside.txt", "outside")
  }

  private func text(_ answer: Answer) -> String {
    String(decoding: answer.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("/", 200, "<head></head>home"), ("/index.html", 200, "<head></head>home"),
    ("/programmes/tia/", 200, "TIA"), ("/site.css", 200, "0123456789"),
    ("/%E5%86%A0%E3%83%A9%E3%83%9C/", 200, "かんむり"), ("/empty.txt", 200, ""),
    ("/bare/data.csv", 200, "a,b"),
    ("/nothing", 404, "<head></head>gone"), ("/bare/", 404, "<head></head>gone"),
    ("/bare", 404, "<head></head>gone"), ("/site.css/", 404, "<head></head>gone"),
    ("/site.css/x", 404, "<head></head>gone"), ("/.gitkeep", 404, "<head></head>gone"),
    ("/programmes/.secret", 404, "<head></head>gone"),
    ("/../outside.txt", 404, "<head></head>gone"),
    ("/%2e%2e/outside.txt", 404, "<head></head>gone"),
    ("/programmes", 404, "<head></head>gone"),
    ("/" + String(repeating: "a", count: 300), 404, "<head></head>gone"),
  ])
  func findsFiles(_ path: String, _ status: Int, _ body: String) async throws {
    let answer = await site.answer(SiteRequest(path: path))
    #expect(answer.status == status)
    #expect(text(answer) == body)
    #expect(answer["Content-Length"] == String(body.utf8.count))
    #expect(answer["Cache-Control"] == "no-cache")
    #expect(answer["X-Content-Type-Options"] == "nosniff")
  }

  @Test(arguments: [
    ("/programmes/tia", "", "/programmes/tia/"),
    ("/programmes/tia", "q=1&r=%20", "/programmes/tia/?q=1&r=%20"),
    ("/programmes/tia", "q\rX: y", "/programmes/tia/"),
    ("/冠ラボ", "", "/%E5%86%A0%E3%83%A9%E3%83%9C/"),
  ])
  func leadsToTheFolder(_ path: String, _ query: String, _ location: String) async throws {
    let answer = await site.answer(SiteRequest(path: path, query: query))
    #expect(answer.status == 308)
    #expect(answer["Location"] == location)
  }

  @Test func hasAWordForAMissingPageOfItsOwn() async throws {
    try folder.remove("public/404.html")
    #expect(await text(site.answer(SiteRequest(path: "/nothing"))) == "404 Not Found\n")
  }

  @Test func answersConditions() async throws {
    let first = await site.answer(SiteRequest(path: "/site.css"))
    let tag = try #require(first["ETag"])
    #expect(first["Last-Modified"] == nil)
    for request in [
      SiteRequest(path: "/site.css", ifNoneMatch: tag),
      SiteRequest(method: "HEAD", path: "/site.css", ifNoneMatch: tag),
      SiteRequest(path: "/site.css", ifNoneMatch: tag, range: "bytes=0-1"),
    ] {
      let answer = await site.answer(request)
      #expect(answer.status == 304)
      #expect(answer.bytes == [])
      #expect(answer["ETag"] == tag)
    }
    try folder.write("public/site.css", "9876543210")
    #expect(await site.answer(SiteRequest(path: "/site.css", ifNoneMatch: tag)).status == 200)
  }

  @Test(arguments: [
    ("bytes=2-4", 206, "234", "bytes 2-4/10"), ("bytes=-2", 206, "89", "bytes 8-9/10"),
    ("bytes=99-", 416, "", "bytes */10"), ("bytes=1-2,4-5", 200, "0123456789", nil),
  ])
  func answersRanges(_ range: String, _ status: Int, _ body: String, _ place: String?) async throws
  {
    let answer = await site.answer(SiteRequest(path: "/site.css", range: range))
    #expect(answer.status == status)
    #expect(text(answer) == body)
    #expect(answer["Content-Range"] == place)
    #expect(answer["Content-Length"] == String(body.utf8.count))
  }

  @Test func cutsNoRangeFromAnotherVersion() async throws {
    let request = SiteRequest(path: "/site.css", range: "bytes=2-4", ifRange: "\"old\"")
    #expect(await site.answer(request).status == 200)
    let head = SiteRequest(method: "HEAD", path: "/site.css", range: "bytes=2-4")
    #expect(await site.answer(head).status == 200)
  }

  @Test func addsToPagesOnlyAndNeverToFiles() async throws {
    let addition = PageAddition(generation: "r-1")
    let page = await site.answer(SiteRequest(path: "/"), adding: addition)
    #expect(text(page).contains("data-generation=\"r-1\""))
    #expect(page["Content-Length"] == String(page.bytes.count))
    #expect(
      await text(site.answer(SiteRequest(path: "/nothing"), adding: addition)).contains("r-1"))
    #expect(
      await text(site.answer(SiteRequest(path: "/site.css"), adding: addition)) == "0123456789")
    let file = try String(contentsOfFile: folder.full("public/index.html"), encoding: .utf8)
    #expect(file == "<head></head>home")
  }

  /// A page kept by the browser would hold an old generation and reload for ever.
  @Test func givesAPageOfANewGenerationAnewThoughItsFileIsTheSame() async throws {
    let old = await site.answer(SiteRequest(path: "/"), adding: PageAddition(generation: "r-1"))
    #expect(old["Last-Modified"] == nil)
    let again = SiteRequest(
      path: "/", ifNoneMatch: old["ETag"])
    #expect(await site.answer(again, adding: PageAddition(generation: "r-1")).status == 304)
    #expect(await site.answer(again, adding: PageAddition(generation: "r-2")).status == 200)
  }

  @Test func cutsRangesFromThePageAsServed() async throws {
    let addition = PageAddition(generation: "r-1")
    let whole = await site.answer(SiteRequest(path: "/"), adding: addition).bytes
    let part = await site.answer(SiteRequest(path: "/", range: "bytes=5-20"), adding: addition)
    #expect(part.bytes == Array(whole[5...20]))
    #expect(part["Content-Range"] == "bytes 5-20/\(whole.count)")
  }
}
