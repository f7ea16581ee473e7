import Diagnostics
import SystemPackage
import Testing

@testable import Preview

struct PreviewAnswersTests {
  private let folder: TemporaryFolder
  private let answers: PreviewAnswers

  init() throws {
    folder = try TemporaryFolder()
    answers = PreviewAnswers(
      site: StaticSite(root: folder.path.appending("public"), mark: "build.json"),
      language: .japanese)
  }

  private func answer(
    _ path: String, method: String = "GET", _ condition: PreviewState.Condition = .good
  ) -> Answer? {
    answers.answer(
      SiteRequest(method: method, path: path, host: "localhost:8000"),
      in: PreviewState.View(generation: "r-1", condition: condition, port: 8000))
  }

  private func text(_ answer: Answer?) -> String {
    String(decoding: answer?.bytes ?? [], as: UTF8.self)
  }

  @Test func showsTheErrorsWhereThereIsNoSite() throws {
    for path in ["/", "/programmes/tia/", "/nothing"] {
      let page = answer(path, .failed("a.md:1:1: エラー <b>"))
      #expect(page?.status == 503)
      #expect(page?["Content-Type"] == "text/html; charset=utf-8")
      #expect(text(page).contains("a.md:1:1: エラー &lt;b&gt;"))
      #expect(text(page).contains("data-generation=\"r-1\""))
    }
  }

  @Test func asksForPatienceDuringTheFirstBuild() {
    #expect(text(answer("/", .building)).contains("サイトを作っています"))
  }

  @Test func keepsTheLastGoodSiteDuringErrors() throws {
    try folder.write("public/build.json", "{}")
    try folder.write("public/index.html", "home")
    let page = answer("/", .failed("a.md:1:1"))
    #expect(page?.status == 200)
    #expect(!text(page).contains("a.md"))
  }

  @Test func servesItsOwnFiles() {
    let script = answer(PreviewPath.script)
    #expect(script?["Content-Type"] == "text/javascript; charset=utf-8")
    #expect(text(script).contains("new EventSource("))
    #expect(answer(PreviewPath.style)?["Content-Type"] == "text/css; charset=utf-8")
    #expect(answer(PreviewPath.script, method: "HEAD")?.bytes == [])
    #expect(answer(PreviewPath.events) == nil)
    #expect(answer(PreviewPath.events, method: "HEAD")?.status == 200)
    #expect(answer(PreviewPath.events, method: "POST")?.status == 405)
  }

  /// What the preview itself puts on a page passes `script-src 'self'; style-src 'self'`.
  @Test func putsNothingInline() {
    for page in [text(answer("/", .failed("x"))), text(answer("/", .building))] {
      #expect(!page.contains("<style") && !page.contains("style=") && !page.contains(" on"))
      #expect(page.split(separator: "<script").count == 2)
      #expect(page.contains("<script src=\"/.mokuroku/preview.js\""))
    }
    let script = text(answer(PreviewPath.script))
    for unsafe in ["innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval("] {
      #expect(!script.contains(unsafe))
    }
  }
}
