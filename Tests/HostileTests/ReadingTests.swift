import Testing

/// What looks for harm must see it, or the tests that use it could not fail.
@Suite("Readers of pages, tables and reports")
struct ReadingTests {
  @Test(
    "harm in a page is seen",
    arguments: [
      "<script>alert(1)</script>", "<p onclick=\"x\">a</p>", "<a href=\"javascript:x\">a</a>",
      "<p>",
      "</p>", "<p class=a>a</p>", "<iframe src=\"/x\"></iframe>", "a < b", "<p title=\"<\">a</p>",
      "<p id=\"a\" id=\"b\">a</p>", "<meta content=\"refresh\">", "<!--a-->", "<p><em>a</p></em>",
      "<script type=\"application/json\">{\"<\":1}</script>", "<x>a</x>", "<p style=\"x\">a</p>",
    ])
  func seesHarm(_ html: String) {
    var page = PageReading(Array(html.utf8))
    page.read()
    #expect(!page.problems.isEmpty)
  }

  @Test(
    "a page without harm is none",
    arguments: [
      "<!DOCTYPE html><html><p class=\"a\">a &lt; b<br></p></html>",
      "<script src=\"/a.js\"></script>",
      "<a href=\"https://example.jp/?a:b\">a</a>", "<a href=\"../a/#b:c\">a</a>",
      "<svg><path d=\"M0\"/></svg>", "<script type=\"application/json\">{}</script>",
    ])
  func seesNoHarm(_ html: String) {
    var page = PageReading(Array(html.utf8))
    page.read()
    #expect(page.problems == [])
  }

  @Test(
    "a table that runs or is none is seen",
    arguments: [
      ("a,b\n=1,2\n", true), ("a,b\n1\n", true), ("a,b\n\"1,2\n", true), ("a\n＝1\n", true),
      ("a,b\n'=1,-2.5\n", false), ("a\n\"x\"\"y,z\"\n", false),
    ])
  func readsTables(_ table: String, _ isHarmful: Bool) {
    #expect((TableReading.problem(in: Array(table.utf8)) != nil) == isHarmful)
  }

  @Test(
    "controls in a report are seen",
    arguments: ["\u{1B}", "\t", "\r", "\u{9B}", "\u{202E}", "\u{2028}"])
  func readsReports(_ control: String) {
    #expect(ReportReading.problem(in: Array("a\n\(control)".utf8)) != nil)
    #expect(ReportReading.problem(in: Array("あ\n𠮷".utf8)) == nil)
  }
}
