import Diagnostics
import SystemPackage
import Testing

@testable import Preview

struct PreviewAnswersTests {
  private let folder: TemporaryFolder
  private let answers: PreviewAnswers

  init() throws {
    folder = try TemporaryFolder()
    answers = PreviewAnswers(language: .japanese)
  }

  private func answer(
    _ path: String, method: String = "GET", _ condition: PreviewState.Condition = .good,
    edition: (any PreviewEdition)? = nil
  ) async -> Answer {
    await answers.answer(
      SiteRequest(method: method, path: path, host: "localhost:8000"),
      in: PreviewState.View(generation: "r-1", condition: condition, port: 8000, edition: edition))
  }

  private func text(_ answer: Answer?) -> String {
    String(decoding: answer?.bytes ?? [], as: UTF8.self)
  }

  @Test func showsTheErrorsWhereThereIsNoSite() async {
    for path in ["/", "/programmes/tia/", "/nothing"] {
      let page = await answer(path, .failed("a.md:1:1: エラー <b>"))
      #expect(page.status == 503)
      #expect(page["Content-Type"] == "text/html; charset=utf-8")
      #expect(text(page).contains("a.md:1:1: エラー &lt;b&gt;"))
      #expect(text(page).contains("data-generation=\"r-1\""))
    }
  }

  @Test func asksForPatienceDuringTheFirstBuild() async {
    #expect(await text(answer("/", .building)).contains("サイトを作っています"))
  }

  @Test func keepsTheLastGoodSiteDuringErrors() async throws {
    try folder.write("public/index.html", "home")
    let edition = FolderEdition(folder: folder)
    let page = await answer("/", .failed("a.md:1:1"), edition: edition)
    #expect(page.status == 200)
    #expect(!text(page).contains("a.md"))
  }

  @Test func answersHeadLikeGetWithoutBody() async throws {
    for (name, text) in [
      ("index.html", "<head></head>home"), ("404.html", "gone"), ("site.css", "0123456789"),
      ("programmes/tia/index.html", "TIA"),
    ] {
      try folder.write("public/" + name, text)
    }
    let edition = FolderEdition(folder: folder)
    for path in ["/", "/site.css", "/nothing", "/programmes/tia", PreviewPath.style] {
      let get = await answer(path, edition: edition)
      let head = await answer(path, method: "HEAD", edition: edition)
      #expect(get.withoutBody() == head)
      #expect(head.bytes == [])
      #expect(get.bytes != [] || get.status == 308)
    }
  }

  @Test func servesItsOwnFiles() async {
    let script = await answer(PreviewPath.script)
    #expect(script["Content-Type"] == "text/javascript; charset=utf-8")
    #expect(text(script).contains("new EventSource("))
    #expect(await answer(PreviewPath.style)["Content-Type"] == "text/css; charset=utf-8")
    #expect(await answer(PreviewPath.script, method: "HEAD").bytes == [])
    let view = PreviewState.View(generation: "r-1", condition: .good, port: 8000, edition: nil)
    for (method, host, isForEvents) in [
      ("GET", "localhost:8000", true), ("HEAD", "localhost:8000", false),
      ("POST", "localhost:8000", false), ("GET", "other.example:8000", false),
    ] {
      let request = SiteRequest(method: method, path: PreviewPath.events, host: host)
      #expect(answers.isForEvents(request, in: view) == isForEvents)
    }
    #expect(await answer(PreviewPath.events, method: "HEAD").status == 200)
    #expect(await answer(PreviewPath.events, method: "POST").status == 405)
  }

  /// What the preview itself puts on a page passes `script-src 'self'; style-src 'self'`.
  @Test func putsNothingInline() async {
    for page in [await text(answer("/", .failed("x"))), await text(answer("/", .building))] {
      #expect(!page.contains("<style") && !page.contains("style=") && !page.contains(" on"))
      #expect(page.split(separator: "<script").count == 2)
      #expect(page.contains("<script src=\"/.mokuroku/preview.js\""))
    }
    let script = await text(answer(PreviewPath.script))
    for unsafe in ["innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval("] {
      #expect(!script.contains(unsafe))
    }
  }
}
