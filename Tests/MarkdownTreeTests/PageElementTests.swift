import Testing

@testable import MarkdownTree

private func findings(_ markdown: String) -> [String] {
  let source = Array(markdown.utf8)
  return MarkdownParser.parse(source).findings.map {
    "\($0.kind): \(String(decoding: source[$0.range], as: UTF8.self))"
  }
}

@Suite("Tables")
struct TableTests {
  @Test("A table scrolls in a named region")
  func region() {
    let expected = """
      <h1 id="予算">予算</h1>
      <div class="table-scroll" role="region" tabindex="0" aria-label="予算">
      <table>
      <thead>
      <tr>
      <th scope="col" class="align-left">年度</th>
      <th scope="col" class="align-right">額</th>
      <th scope="col" class="align-center">註</th>
      <th scope="col">他</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td class="align-left">2020</td>
      <td class="align-right">1</td>
      <td class="align-center"></td>
      <td></td>
      </tr>
      </tbody>
      </table>
      </div>

      """
    #expect(html("# 予算\n|年度|額|註|他|\n|:-|-:|:-:|-|\n|2020|1|\n") == expected)
  }

  @Test("A caption names it", arguments: ["表: 予算の**推移**", "表：予算の**推移**", "Table: 予算の**推移**"])
  func caption(line: String) {
    for gap in ["\n", "\n\n"] {
      let text = html("\(line)\(gap)|a|\n|-|\n")
      #expect(
        text.hasPrefix(
          "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"予算の推移\">\n"))
      #expect(text.contains("<table>\n<caption>予算の<strong>推移</strong></caption>\n<thead>"))
    }
  }

  @Test("No caption", arguments: ["表: 題\n次の行", "表題", "表:", "- 表: 題"])
  func noCaption(lines: String) {
    #expect(!html("\(lines)\n\n|a|\n|-|\n").contains("<caption>"))
    #expect(html("表: 題\n\n文").contains("<p>表: 題</p>"))
  }

  @Test("No two regions have the same name")
  func names() {
    let text = html("|a|\n|-|\n\n|b|\n|-|\n\n表: 表\n|c|\n|-|\n")
    for label in ["表", "表（2）", "表（3）"] { #expect(text.contains("aria-label=\"\(label)\"")) }
  }

  @Test("Record links do not cut a cell")
  func recordLinks() {
    let text = html("|[[甲|乙]]|`a\\|b`|\n|-|-|\n|[[丙\\|丁]]|\\||\n")
    #expect(
      text.contains(
        "<th scope=\"col\"><a href=\"甲\">乙</a></th>\n<th scope=\"col\"><code>a|b</code></th>"))
    #expect(text.contains("<td><a href=\"丙\">丁</a></td>\n<td>|</td>"))
  }

  @Test("In quotes, lists and after a text")
  func places() {
    #expect(html("> - x | y\n>   --|--\n>   1 | 2\n").contains("<td>1</td>\n<td>2</td>"))
    #expect(html("文\n| a | b |\n|---|---|\n| c | d |").hasPrefix("<p>文</p>\n<div"))
    #expect(html("> |a|\n> |-|\n> |b|\n次").contains("<td>b</td>"))
  }

  @Test func oversized() {
    let markdown =
      "文\n\n" + String(repeating: "|a", count: 1000) + "\n"
      + String(repeating: "|-", count: 1000) + "\n" + String(repeating: "b\n", count: 200)
    #expect(!html(markdown).contains("<table>"))
    #expect(MarkdownParser.parse(Array(markdown.utf8)).findings.map(\.kind) == [.oversizedTable])
  }
}

@Suite("Lists, code, images, footnotes")
struct PageElementTests {
  @Test func tasks() {
    #expect(
      html("- [x] 済み\n- [ ] **未**了\n- 他") == """
        <ul>
        <li class="task"><label><input type="checkbox" disabled checked> 済み</label></li>
        <li class="task"><label><input type="checkbox" disabled> <strong>未</strong>了</label></li>
        <li>他</li>
        </ul>

        """)
    #expect(
      html("- [x] 済み\n\n  次").contains(
        "<li class=\"task\">\n<p><label><input type=\"checkbox\" disabled checked> 済み</label></p>\n<p>次</p>"
      ))
  }

  @Test func lists() {
    #expect(html("3. 三\n4. 四").hasPrefix("<ol start=\"3\">\n<li>三</li>"))
    #expect(html("1. 一").hasPrefix("<ol>\n"))
  }

  @Test(
    "Code has the language as a class",
    arguments: [
      (
        "```swift title\na<b>\n```",
        "<pre><code class=\"language-swift\">a&lt;b&gt;\n</code></pre>\n"
      ),
      ("    a\n\n      b", "<pre><code>a\n\n  b\n</code></pre>\n"),
      ("```\n開いたまま", "<pre><code>開いたまま\n</code></pre>\n"),
      ("~~~\n```\n{漢字|かんじ}|\n~~~", "<pre><code>```\n{漢字|かんじ}|\n</code></pre>\n"),
      ("```\na\0b\n```", "<pre><code>a\u{FFFD}b\n</code></pre>\n"),
      ("```日本\na\n```", "<pre><code class=\"language-日本\">a\n</code></pre>\n"),
    ])
  func code(markdown: String, expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test func images() {
    #expect(
      html("![**図** {甲|こう}](a.png \"題\")")
        == "<p><img src=\"a.png\" alt=\"図 甲\" title=\"題\" loading=\"lazy\"></p>\n")
    #expect(
      findings("![](a.png)と![ ](b.png)と![図](c.png)") == [
        "missingAlternativeText: ![](a.png)", "missingAlternativeText: ![ ](b.png)",
      ])
  }

  @Test("Footnotes have links there and back")
  func footnotes() {
    #expect(
      html("甲[^x]乙[^y]丙[^x]\n\n[^y]: 注二\n[^x]: 注一[^z]\n\n    続き\n\n[^z]: 注三") == """
        <p>甲<sup class="footnote-mark"><a role="doc-noteref" href="#fn:1" id="fnref:1" aria-label="脚注1">1</a></sup>\
        乙<sup class="footnote-mark"><a role="doc-noteref" href="#fn:2" id="fnref:2" aria-label="脚注2">2</a></sup>\
        丙<sup class="footnote-mark"><a role="doc-noteref" href="#fn:1" id="fnref:1-2" aria-label="脚注1">1</a></sup></p>
        <section class="footnotes" role="doc-endnotes" aria-label="脚注">
        <ol>
        <li id="fn:1">
        <p>注一<sup class="footnote-mark"><a role="doc-noteref" href="#fn:3" id="fnref:3" aria-label="脚注3">3</a></sup></p>
        <p>続き <a role="doc-backlink" href="#fnref:1" aria-label="脚注1の参照元へ戻る">↩</a> \
        <a role="doc-backlink" href="#fnref:1-2" aria-label="脚注1の2番目の参照元へ戻る">↩</a></p>
        </li>
        <li id="fn:2">
        <p>注二 <a role="doc-backlink" href="#fnref:2" aria-label="脚注2の参照元へ戻る">↩</a></p>
        </li>
        <li id="fn:3">
        <p>注三 <a role="doc-backlink" href="#fnref:3" aria-label="脚注3の参照元へ戻る">↩</a></p>
        </li>
        </ol>
        </section>

        """)
  }

  @Test func footnoteFindings() {
    #expect(
      findings("a[^x]b[^none]\n\n[^x]: 1\n\n[^X]: 2\n\n[^unused]: 3") == [
        "undefinedFootnote: [^none]", "duplicateFootnote: [^X]",
        "unusedFootnote: [^unused]",
      ])
  }

  @Test("Footnotes in each other come to an end")
  func circularFootnotes() {
    let text = html("a[^x]\n\n[^x]: [^y]\n\n[^y]: [^x]")
    #expect(text.contains("<li id=\"fn:2\">") && !text.contains("<li id=\"fn:3\">"))
  }

  @Test(
    "Raw HTML is shown as text and found",
    arguments: [
      ("a<b>c</b>", "<p>a&lt;b&gt;c&lt;/b&gt;</p>\n", ["rawHTML: <b>"]),
      (
        "<div>\n文\n</div>",
        "<pre class=\"raw-html\"><code>&lt;div&gt;\n文\n&lt;/div&gt;\n</code></pre>\n",
        ["rawHTML: <div>\n文\n</div>"]
      ),
      ("a < b > c", "<p>a &lt; b &gt; c</p>\n", []),
    ])
  func rawHTML(markdown: String, expected: String, found: [String]) {
    #expect(html(markdown) == expected)
    #expect(findings(markdown) == found)
  }
}
