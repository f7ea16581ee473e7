import Testing

@testable import MarkdownTree

@Suite("Callouts")
struct CalloutTests {
  private func box(_ kind: String, _ label: String, _ body: String, title: String = "") -> String {
    let title = title.isEmpty ? "" : " <span class=\"callout-title\">\(title)</span>"
    return """
      <div class="callout callout-\(kind)" role="note" aria-label="\(label)">
      <p class="callout-label">\(label)\(title)</p>
      \(body)
      </div>

      """
  }

  @Test(
    "A mark alone on the first line of a quotation makes a box",
    arguments: [
      ("NOTE", "note", "補足"), ("TIP", "tip", "ヒント"), ("IMPORTANT", "important", "重要"),
      ("WARNING", "warning", "警告"),
      ("CAUTION", "caution", "注意"), ("note", "note", "補足"), ("Tip", "tip", "ヒント"),
      ("補足", "note", "補足"),
      ("ヒント", "tip", "ヒント"), ("重要", "important", "重要"), ("警告", "warning", "警告"),
      ("注意", "caution", "注意"),
      ("参考", "note", "参考"), ("備考", "note", "備考"), ("メモ", "note", "メモ"), ("危険", "warning", "危険"),
    ])
  func marks(word: String, kind: String, label: String) {
    for source in [
      "> [!\(word)]\n> 文", "> [!\(word)]  \n>\n> 文", "> [!\(word)] 文",
      "> [!\(word)]- 文",
    ] {
      #expect(html(source) == box(kind, label, "<p>文</p>"), "\(source)")
      #expect(MarkdownParser.parse(Array(source.utf8)).findings == [])
    }
  }

  @Test("What stands behind the mark is its title where more follows")
  func titles() {
    #expect(
      html("> [!注意] **締切**は[[甲]]\n> 文\n>\n> - 一\n\n後") == box(
        "caution", "注意", "<p>文</p>\n<ul>\n<li>一</li>\n</ul>",
        title: "<strong>締切</strong>は<a href=\"甲\">甲</a>") + "<p>後</p>\n")
    let document = MarkdownParser.parse(Array("> [!NOTE] 題の[[甲]]。次\n>\n> 文".utf8))
    #expect(document.sections.map(\.plainText) == [Array("題の甲。次\n文".utf8)])
    #expect(document.sentence(of: 0) == "題の甲。")
  }

  @Test("In lists, with other blocks, and in each other")
  func places() {
    #expect(html("- 一\n  > [!TIP]\n  > 文").contains("<li>一\n<div class=\"callout callout-tip\""))
    for body in ["- 一", "# 見出し", "```\nx\n```", "|a|\n> |-|", "<!-- x -->\n> 文", "> 引用"] {
      let text = html("> [!NOTE]\n> " + body)
      #expect(text.hasPrefix("<div class=\"callout callout-note\""), "\(text)")
      #expect(!text.contains("[!") && !text.contains("<p></p>"), "\(text)")
    }
    #expect(html("> [!NOTE]\n> > [!TIP]\n> > 文").contains("callout-tip"))
  }

  @Test(
    "No box",
    arguments: [
      "> 文\n> [!NOTE]", "> 文 [!NOTE]", "> [!NOTE](a)\n> 文",
      "> \\[!NOTE]\n> 文", "> `[!NOTE]`\n> 文", "> 【注意】\n> 文", "> [注意]", "> [注意](a)\n> 文",
    ])
  func none(markdown: String) {
    // These are none either, and told (`PictureSlipTests`).
    for told in ["[!NOTE]\n文", "> [!NOTE]"] { #expect(!html(told).contains("callout")) }
    #expect(!html(markdown).contains("callout"))
    #expect(MarkdownParser.parse(Array(markdown.utf8)).findings == [])
  }

  @Test("A line without a mark under the mark of a box is its text, and told")
  func lazyLine() throws {
    let source = Array("> [!注意]\n文\n後".utf8)
    #expect(html("> [!注意]\n文") == box("caution", "注意", "<p>文</p>"))
    let findings = MarkdownParser.parse(source).findings
    #expect(findings.map(\.kind) == [.nearMiss(.lineInQuote)])
    let mended = findings.flatMap(\.repairs).compactMap { NearMissTests.mended(source, $0) }
    #expect(mended.map { String(decoding: $0, as: UTF8.self) } == ["> [!注意]\n> 文\n> 後"])
  }

  @Test(
    "A sentence behind the mark, and a mark without its sign, are told",
    arguments: [
      (
        "> [!注意] 締切は三月末です。\n> 続き。", Finding.Kind.calloutSentence, "締切は三月末です。",
        "> [!注意]\n> 締切は三月末です。\n> 続き。"
      ),
      ("> [注意]\n> 文", .calloutWithoutBang("注意"), "[注意]", "> [!注意]\n> 文"),
      ("> [NOTE]\n>\n> 文", .calloutWithoutBang("NOTE"), "[NOTE]", "> [!NOTE]\n>\n> 文"),
      ("> [!NOTE\n> 文", .calloutWithoutBang("NOTE"), "[!NOTE", "> [!NOTE]\n> 文"),
      ("> [! NOTE]\n> 文", .calloutWithoutBang("NOTE"), "[! NOTE]", "> [!NOTE]\n> 文"),
      ("> !注意\n> 文", .calloutWithoutBang("注意"), "!注意", "> [!注意]\n> 文"),
    ])
  func slips(markdown: String, kind: Finding.Kind, marked: String, mended: String) throws {
    let source = Array(markdown.utf8)
    let findings = MarkdownParser.parse(source).findings
    #expect(findings.map(\.kind) == [kind])
    let finding = try #require(findings.first)
    #expect(String(decoding: source[finding.range], as: UTF8.self) == marked)
    let text = try #require(finding.repairs.first.flatMap { NearMissTests.mended(source, $0) })
    #expect(String(decoding: text, as: UTF8.self) == mended)
    #expect(MarkdownParser.parse(text).findings == [])
  }

  @Test(
    "An unknown mark is a quotation and a report with what is near",
    arguments: [
      ("[!INFO]", ["[!NOTE]"]), ("[!NOET]", ["[!NOTE]"]), ("[!WARNNING]", ["[!WARNING]"]),
      ("[!DANGER]", ["[!WARNING]"]),
      ("[!注意点]", ["[!注意]"]), ("[!甲]", []), ("［！注意］", ["[!注意]"]), ("[！NOTE]", ["[!NOTE]"]),
      ("【!警告】", ["[!警告]"]),
      ("[!重]", ["[!重要]"]), ("[!情報]", ["[!補足]"]),
    ])
  func unknown(mark: String, meant: [String]) {
    let source = Array("> \(mark)\n> 文".utf8)
    let findings = MarkdownParser.parse(source).findings
    #expect(findings.count == 1)
    #expect(String(decoding: source[findings[0].range], as: UTF8.self) == mark)
    #expect(findings[0].repairs.map(\.title) == meant)
    #expect(
      html(String(decoding: source, as: UTF8.self))
        == "<blockquote>\n<p>\(mark)文</p>\n</blockquote>\n"
        || html(String(decoding: source, as: UTF8.self))
          == "<blockquote>\n<p>\(mark)\n文</p>\n</blockquote>\n"
    )
  }
}
