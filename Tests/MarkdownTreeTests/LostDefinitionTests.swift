import Testing

@testable import MarkdownTree

@Suite("Definitions that no page shows")
struct LostDefinitionTests {
  /// A text, the labels that are told, and the texts after the ways out of the first report.
  struct Case: Sendable, CustomTestStringConvertible {
    let markdown: String
    let labels: [String]
    let mended: [String]

    init(_ markdown: String, _ labels: [String], _ mended: [String]) {
      self.markdown = markdown
      self.labels = labels
      self.mended = mended
    }

    var testDescription: String { markdown }
  }

  static let cases: [Case] = [
    Case("[目的]: 人材育成\n[対象]: 大学生", ["目的", "対象"], ["\\[目的]: 人材育成\n[対象]: 大学生"]),
    Case("[注]: 金額は概数である。", ["注"], ["\\[注]: 金額は概数である。"]),
    Case("[1]:甲", ["1"], ["\\[1]:甲"]),
    Case("[注]:\n甲である。", ["注"], ["\\[注]:\n甲である。"]),
    Case("- [出典]: 経済産業省", ["出典"], ["- \\[出典]: 経済産業省"]),
    Case("> [注]: 概数", ["注"], ["> \\[注]: 概数"]),
    Case("[名]: https://a.jp/", ["名"], ["\\[名]: https://a.jp/"]),
    Case(
      "[名]:(https://a.jp/)", ["名"], ["\\[名]:(https://a.jp/)", "[名](https://a.jp/)"]),
    Case(
      "改めた[^1]。\n\n[1]: 中身だけ", ["1"],
      ["改めた[^1]。\n\n[^1]: 中身だけ", "改めた[^1]。\n\n\\[1]: 中身だけ"]),
    Case(
      "改めた[1]。\n\n[1]: 中身だけ", ["1"],
      ["改めた[1]。\n\n\\[1]: 中身だけ", "改めた[^1]。\n\n[^1]: 中身だけ"]),
    Case(
      "改めた[注]。\n\n> [注]:\n> 概数", ["注"],
      ["改めた[注]。\n\n> \\[注]:\n> 概数", "改めた[^1]。\n\n> [^1]: 概数"]),
    Case("[//]: # (秘密)", ["//"], ["<!-- 秘密 -->"]),
    Case("[comment]: <> \"秘密\"", ["comment"], ["<!-- 秘密 -->"]),
    Case("[甲][a]\n\n[a]: /a/\n[b]: /b/", ["b"], ["[甲][a]\n\n[a]: /a/\n\\[b]: /b/"]),
    Case("[a]\n\n[a]: /a/\n[a]: /b/", ["a"], ["[a]\n\n[a]: /a/\n\\[a]: /b/"]),
  ]

  @Test("each is an error at its bracket, and its ways out show what was typed", arguments: cases)
  func tells(_ slip: Case) throws {
    for head in ["", "前\n\n"] {
      let source = Array((head + slip.markdown).utf8)
      let findings = MarkdownParser.parse(source, range: head.utf8.count..<source.count).findings
      #expect(findings.map(\.kind) == slip.labels.map { .nearMiss(.lostDefinition($0)) })
      let finding = try #require(findings.first)
      #expect(String(decoding: source[finding.range], as: UTF8.self) == "[")
      let mended = try finding.repairs.map { try #require(NearMissTests.mended(source, $0)) }
      #expect(mended.map { String(decoding: $0, as: UTF8.self) } == slip.mended.map { head + $0 })
      for text in mended where !slip.mended[0].contains("[^1]。\n\n[^1]") || text == mended[0] {
        let left = MarkdownParser.parse(text).findings
        let isFirst = text == mended[0] && slip.labels.count > 1
        #expect(left.isEmpty || isFirst, "\(String(decoding: text, as: UTF8.self)): \(left)")
      }
    }
  }

  @Test(
    "a definition that a link uses is silent",
    arguments: [
      "[甲]\n\n[甲]: https://a.jp/", "[甲][a]\n\n[a]: ../bases/tia.md",
      "![図][a]\n\n[a]: /assets/zu.png",
      "[甲][]\n\n[甲]: <資料.pdf> \"題\"", "[甲][a]\n\n[a]: #なりたち", "- [甲][a]\n\n  [a]: mailto:a@b.jp",
      "`[目的]: 人材育成`", "    [目的]: 人材育成", "```\n[目的]: 人材育成\n```", "<!--\n[目的]: 人材育成\n-->",
    ])
  func keepsQuiet(_ markdown: String) {
    #expect(MarkdownParser.parse(Array(markdown.utf8)).findings == [])
  }

  @Test("a definition that leads to no place makes no link")
  func leadsNowhere() {
    #expect(html("[注]\n\n[注]: 概数") == "<p>[注]</p>\n")
  }
}
