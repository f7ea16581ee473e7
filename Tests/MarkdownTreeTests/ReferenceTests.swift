import ByteWriting
import Testing

@testable import MarkdownTree

@Suite("References")
struct ReferenceTests {
  private struct Expected {
    var kind: Reference.Kind
    var destination: String
    var whole: String
    var place: String
    var label: String
  }

  @Test(
    "An address ends before a remark in brackets",
    arguments: [
      ("https://a.jp/index.html(2020年4月1日閲覧)", "https://a.jp/index.html"),
      ("https://a.jp/(経済産業省)", "https://a.jp/"), ("https://a.jp/b_(c)を", "https://a.jp/b_(c)"),
      ("https://a.jp/b(2020)を", "https://a.jp/b(2020)"),
    ])
  func endsAddress(markdown: String, address: String) {
    #expect(html(markdown).contains("href=\"\(address)\""))
  }

  @Test("Every link is listed with its places in the source")
  func places() {
    let markdown = """
      前書き
      > - [[NEDO]]と[[経済産業省|経産省]]
      >   と[頁](a/b.md#x "題")
      [見出し](#概要)、[外](https://a.jp)、[定義][d]、[定義]
      https://b.jp ![図](img/a.png) <https://c.jp>

      | a | b |
      |---|---|
      | [[甲|乙]] | {漢|かん}[丙](d.md) |

      [d]: /records/x/#y
      [定義]: <z z> '題'
      """
    let source = Array("前\n\(markdown)".utf8)
    let start = Array("前\n".utf8).count
    let document = MarkdownParser.parse(source, range: start..<source.count)
    let expected = [
      Expected(kind: .record, destination: "NEDO", whole: "[[NEDO]]", place: "NEDO", label: "NEDO"),
      Expected(
        kind: .record, destination: "経済産業省", whole: "[[経済産業省|経産省]]", place: "経済産業省", label: "経産省"),
      Expected(
        kind: .path, destination: "a/b.md#x", whole: "[頁](a/b.md#x \"題\")", place: "a/b.md#x",
        label: "頁"),
      Expected(
        kind: .fragment, destination: "#概要", whole: "[見出し](#概要)", place: "#概要", label: "見出し"),
      Expected(
        kind: .external, destination: "https://a.jp", whole: "[外](https://a.jp)",
        place: "https://a.jp", label: "外"),
      Expected(
        kind: .path, destination: "/records/x/#y", whole: "[定義][d]", place: "/records/x/#y",
        label: "定義"),
      Expected(kind: .path, destination: "z z", whole: "[定義]", place: "z z", label: "定義"),
      Expected(
        kind: .external, destination: "https://b.jp", whole: "https://b.jp", place: "https://b.jp",
        label: "https://b.jp"),
      Expected(
        kind: .path, destination: "img/a.png", whole: "![図](img/a.png)", place: "img/a.png",
        label: "図"),
      Expected(
        kind: .external, destination: "https://c.jp", whole: "<https://c.jp>",
        place: "https://c.jp", label: "https://c.jp"),
      Expected(kind: .record, destination: "甲", whole: "[[甲|乙]]", place: "甲", label: "乙"),
      Expected(kind: .path, destination: "d.md", whole: "[丙](d.md)", place: "d.md", label: "丙"),
    ]
    #expect(document.references.count == expected.count)
    for (index, (reference, expected)) in zip(document.references, expected).enumerated() {
      #expect(reference.kind == expected.kind)
      #expect(String(decoding: reference.destination, as: UTF8.self) == expected.destination)
      #expect(String(decoding: source[reference.range], as: UTF8.self) == expected.whole)
      #expect(String(decoding: source[reference.destinationRange], as: UTF8.self) == expected.place)
      #expect(String(decoding: document.label(of: index), as: UTF8.self) == expected.label)
      #expect(document.inlines[reference.inline].index == index)
      #expect(reference.isImage == (expected.label == "図"))
    }
  }

  @Test(
    "No record link",
    arguments: [
      "`[[名前]]`", "\\[[名前]]", "[\\[名前]]", "[[]]", "[[ ]]", "[[名\n前]]", "[[名前]", "[[a|]]",
      "```\n[[名前]]\n```", "<!-- [[名前]] -->",
    ])
  func noRecordLink(markdown: String) {
    #expect(MarkdownParser.parse(Array(markdown.utf8)).references.allSatisfy { $0.kind != .record })
  }

  @Test("What the resolution says is shown")
  func resolution() {
    let text = "[[甲]]と[[甲|乙]]と[丙](d.md \"題\")と![図](e.png)"
    let resolved = html(text) { reference in
      ResolvedReference(
        href: Array("/x/".utf8), title: Array("新題".utf8),
        size: reference.isImage ? .init(width: 640, height: 480) : nil)
    }
    #expect(
      resolved == """
        <p><a href="/x/" title="新題">甲</a>と<a href="/x/" title="新題">乙</a>と\
        <a href="/x/" title="新題">丙</a>と\
        <img src="/x/" alt="図" title="新題" width="640" height="480" loading="lazy"></p>

        """)
    #expect(html(text) { _ in .unresolved } == "<p>甲と乙と丙と図</p>\n")
  }

  @Test("What is shown for a name is what the texts have")
  func labelled() {
    let markdown = "# [[x]]の章\n\n文。[[x#章]]と[[y]]と[[#章]]、[[x|乙]]、[[a\\*b]]。"
    let document = MarkdownParser.parse(Array(markdown.utf8))
    #expect(document.plainText(of: 0..<document.inlines.count) == Array("xの章文。x#章とyと章、乙、a*b。".utf8))
    let labels = [0, 1, 4].map { (reference: $0, text: Array("題\($0)".utf8)) }
    let shown = document.labelled(labels)
    #expect(shown.headings[0].plainText == Array("題0の章".utf8))
    #expect(shown.headings[0].identifier == Array("xの章".utf8))
    #expect(shown.sections.map(\.plainText) == [Array("文。題1とyと章、乙、a*b。".utf8)])
    #expect(shown.sentence(of: 2) == "題1とyと章、乙、a*b。")
    var writer = ByteWriter()
    MarkdownRenderer.render(shown, into: &writer, headingShift: 0) { _ in .unresolved }
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == "<h1 id=\"xの章\">題0の<wbr>章</h1>\n<p>文。題1とyと章、乙、a*b。</p>\n")
    #expect(shown.content() == document.content())
  }

  @Test("A label may have marks; a link has no link inside")
  func labels() {
    #expect(
      html("[[甲|**太**字と`符号`]]") == "<p><a href=\"甲\"><strong>太</strong>字と<code>符号</code></a></p>\n")
    #expect(html("*a[[甲|b*c]]d*") == "<p><em>a<a href=\"甲\">b*c</a>d</em></p>\n")
    #expect(html("[a [[甲]] b](c)") == "<p><a href=\"c\">a 甲 b</a></p>\n")
    #expect(html("![図 [[甲]]](c)").contains("alt=\"図 甲\""))
  }

  @Test(
    "What is looked for in a label in vain is looked for again after it",
    arguments: [
      (
        "[[甲|`x`]] と `[[甲]]` の `y`",
        "<a href=\"甲\"><code>x</code></a> と <code>[[甲]]</code> の <code>y</code>"
      ),
      ("[[甲|`x]] と ``y`` と `z`", "<a href=\"甲\">`x</a> と <code>y</code> と <code>z</code>"),
      ("`a [[甲|`x`]] `b`", "<code>a [[甲|</code>x<code>]] </code>b`"),
      ("[[甲|<?a]] <?b?>", "<a href=\"甲\">&lt;?a</a> &lt;?b?&gt;"),
    ])
  func searchesInLabels(markdown: String, expected: String) {
    #expect(html(markdown) == "<p>\(expected)</p>\n")
  }

  @Test(
    "The sentence of a link",
    arguments: [
      ("一つ目。[[甲]]は二つ目である。三つ目。", "甲は二つ目である。"), ("[[甲]]", "甲"),
      ("「一つ。二つ」と[[甲]]は言う。次", "「一つ。二つ」と甲は言う。"), ("前！[[甲]]？後", "甲？"),
      ("前\\\n[[甲]]の行\\\n後", "甲の行"), ("折り返し\n[[甲]]の\n文。次", "折り返し甲の文。"),
      ("（前。[[甲]]。後）である。次。", "（前。甲。後）である。"), ("- 前\n- [[甲]]の項", "甲の項"),
      ("前[^a]。[[甲]]は{漢字|かんじ}[^a]。\n\n[^a]: x", "甲は漢字。"),
    ])
  func sentence(markdown: String, expected: String) {
    let document = MarkdownParser.parse(Array(markdown.utf8))
    #expect(document.sentence(of: 0) == expected)
  }

  @Test("A long sentence is cut around the link", arguments: [0, 50, 200, 400])
  func longSentence(before: Int) {
    let markdown =
      String(repeating: "前", count: before) + "[[甲]]" + String(repeating: "後", count: 400 - before)
      + "。"
    let sentence = MarkdownParser.parse(Array(markdown.utf8)).sentence(of: 0)
    #expect(sentence.contains("甲"))
    #expect(sentence.filter { $0 != "…" }.count == 160)
    #expect(sentence.hasPrefix("…") == (before > 100))
    #expect(sentence.hasSuffix("…") == (before < 300))
  }
}

@Suite("Sections")
struct SectionTests {
  @Test func sections() {
    let markdown = """
      前書き[^a]。

      ## 概要
      本文と**強調**、[語](x)。

      | 甲 | 乙 |
      |----|----|
      | 一 | 二 |

      ### 詳細
      ```swift
      let a = 1
      ```

      [^a]: 注
      """
    let sections = MarkdownParser.parse(Array(markdown.utf8)).sections
    #expect(sections.map(\.identifier) == [nil, Array("概要".utf8), Array("詳細".utf8)])
    #expect(
      sections.map { String(decoding: $0.plainText, as: UTF8.self) } == [
        "前書き。", "本文と強調、語。\n甲 乙\n一 二", "let a = 1\n注",
      ])
    #expect(sections.map { String(decoding: $0.title, as: UTF8.self) } == ["", "概要", "詳細"])
  }

  @Test func withoutLead() {
    let sections = MarkdownParser.parse(Array("# a\n\nb".utf8)).sections
    #expect(sections.map(\.heading) == [0])
    #expect(MarkdownParser.parse([]).sections.isEmpty)
  }
}
