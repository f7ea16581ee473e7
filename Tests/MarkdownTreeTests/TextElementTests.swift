import Testing

@testable import MarkdownTree

@Suite("Elements of HTML in a text")
struct TextElementTests {
  private func findings(_ markdown: String) -> [String] {
    let source = Array(markdown.utf8)
    return MarkdownParser.parse(source).findings.map { finding in
      let place = String(decoding: source[finding.range], as: UTF8.self)
      return switch finding.kind {
      case .unpairedElement(let tag, let missing): "\(place): \(tag) without \(missing)"
      default: "\(place): \(finding.kind)"
      }
    }
  }

  @Test(
    "A break, in any writing",
    arguments: [
      ("甲<br>乙", "甲<br>\n乙"), ("甲<br/>乙", "甲<br>\n乙"), ("甲 <br /> 乙", "甲<br>\n乙"),
      ("甲<BR>乙", "甲<br>\n乙"),
      ("甲<Br >乙", "甲<br>\n乙"), ("甲<br>\n乙", "甲<br>\n乙"), ("甲\n<br>乙", "甲<br>\n乙"),
      ("甲\n<br>\n乙", "甲<br>\n乙"),
      ("<br>甲", "<br>\n甲"), ("<br>\n甲", "<br>\n甲"), ("甲<br><br>乙", "甲<br>\n<br>\n乙"),
      ("**甲<br>乙**", "<strong>甲<br>\n乙</strong>"),
      ("[甲<br>乙](a)", "<a href=\"a\">甲<br>\n乙</a>"), ("[[甲|乙<br>丙]]", "<a href=\"甲\">乙<br>\n丙</a>"),
      ("`<br>`", "<code>&lt;br&gt;</code>"), ("\\<br>", "&lt;br&gt;"),
      ("![甲<br>乙](a)", "<img src=\"a\" alt=\"甲乙\" loading=\"lazy\">"),
    ])
  func breaks(markdown: String, expected: String) {
    #expect(html(markdown) == "<p>\(expected)</p>\n")
    #expect(findings(markdown) == [])
  }

  @Test(
    "Subscripts and superscripts",
    arguments: [
      ("H<sub>2</sub>O", "H<sub>2</sub>O"), ("10<SUP>3</sup >", "10<sup>3</sup>"),
      ("a<sub>b<sup>c</sup></sub>", "a<sub>b<sup>c</sup></sub>"),
      ("<sub>\n2\n</sub>", "<sub>\n2\n</sub>"),
      ("<sub>**甲**</sub>", "<sub><strong>甲</strong></sub>"),
      ("**甲<sub>乙</sub>**", "<strong>甲<sub>乙</sub></strong>"),
      ("<sup>[甲](a)</sup>", "<sup><a href=\"a\">甲</a></sup>"),
      ("[甲<sup>2</sup>](a)", "<a href=\"a\">甲<sup>2</sup></a>"),
      ("[[甲|m<sup>2</sup>]]", "<a href=\"甲\">m<sup>2</sup></a>"),
      ("*甲<sub>乙*丙</sub>", "*甲<sub>乙*丙</sub>"),
      ("<sub>[甲</sub>](a)", "<sub>[甲</sub>](a)"), ("`<sub>`2", "<code>&lt;sub&gt;</code>2"),
      ("<sub></sub>", "<sub></sub>"), ("<sub>a<br>b</sub>", "<sub>a<br>\nb</sub>"),
    ])
  func pairs(markdown: String, expected: String) {
    #expect(html(markdown) == "<p>\(expected)</p>\n")
    #expect(findings(markdown) == [])
  }

  @Test(
    "What is not in pairs is text, and one fault",
    arguments: [
      ("a<sub>2", "a&lt;sub&gt;2", ["<sub>: <sub> without </sub>"]),
      ("a2</SUP>", "a2&lt;/SUP&gt;", ["</SUP>: </sup> without <sup>"]),
      (
        "<sub>a<sup>b</sub>c</sup>", "<sub>a&lt;sup&gt;b</sub>c&lt;/sup&gt;",
        ["<sup>: <sup> without </sup>"]
      ),
      (
        "[a<sub>b](c)d</sub>", "<a href=\"c\">a&lt;sub&gt;b</a>d&lt;/sub&gt;",
        ["<sub>: <sub> without </sub>"]
      ),
      (
        "<sub>[[甲|b</sub>]]</sub>", "<sub><a href=\"甲\">b&lt;/sub&gt;</a></sub>",
        ["</sub>: </sub> without <sub>"]
      ),
      (
        "<sub class=\"a\">2</sub>", "&lt;sub class=&quot;a&quot;&gt;2&lt;/sub&gt;",
        ["<sub class=\"a\">: rawHTML"]
      ),
      ("甲<br class=a>乙", "甲&lt;br class=a&gt;乙", ["<br class=a>: rawHTML"]),
      ("甲</br>乙", "甲&lt;/br&gt;乙", ["</br>: rawHTML"]),
      (
        "<b>a</b>と<b>b</b>", "&lt;b&gt;a&lt;/b&gt;と&lt;b&gt;b&lt;/b&gt;",
        ["<b>: rawHTML", "<b>: rawHTML"]
      ),
      (
        "<u><b>a</u></b>", "&lt;u&gt;&lt;b&gt;a&lt;/u&gt;&lt;/b&gt;",
        ["<u>: rawHTML", "<b>: rawHTML"]
      ),
    ])
  func others(markdown: String, expected: String, found: [String]) {
    #expect(html("文" + markdown) == "<p>文\(expected)</p>\n")
    #expect(findings(markdown) == found)
  }

  @Test("Marks instead of tags are offered where they say the same")
  func repairs() {
    for (markdown, mended) in [
      ("これは<b>重要</b>です", "これは**重要**です"), ("<EM>a</EM>", "*a*"), ("<del>旧</del>", "~~旧~~"),
      ("<code>a</code>", "`a`"),
      ("<b> a </b>", nil), ("<b class=x>a</b>", nil), ("<u>a</u>", nil), ("<b>a*</b>", nil),
    ] {
      var source = Array(("文" + markdown).utf8)
      let repair = MarkdownParser.parse(source).findings[0].repairs.first
      for edit in repair?.edits.reversed() ?? [] {
        source.replaceSubrange(edit.range, with: Array(edit.replacement.utf8))
      }
      #expect(
        (repair == nil ? nil : String(decoding: source, as: UTF8.self)) == mended.map { "文" + $0 })
    }
  }

  @Test("In tables, headings and captions")
  func places() {
    let text = html("表: 甲<br>乙\n\n|甲<br>乙|m<sup>2</sup>|\n|-|-|\n|<br>|<sub>a|\n")
    #expect(text.contains("aria-label=\"甲乙\""))
    #expect(text.contains(">甲<br>\n乙</th>"))
    #expect(text.contains("m<sup>2</sup></th>"))
    #expect(text.contains("<td><br>\n</td>\n<td>&lt;sub&gt;a</td>"))
    let document = MarkdownParser.parse(Array("# 第1部<br>総則 A<br>B\n\nH<sub>2</sub>O<br>水".utf8))
    #expect(document.headings[0].plainText == Array("第1部総則 A B".utf8))
    #expect(document.sections[0].plainText == Array("H2O\n水".utf8))
  }
}
