import Diagnostics
import Foundation
import MarkdownTree
import TestSupport
import Testing

@testable import Comparison

@Suite("Changes in words")
struct PrintingTests {
  private static func pair() async throws -> (ComparedEdition, ComparedEdition) {
    let old = TestCatalogue.full
    var new = TestCatalogue.full
    new.records = new.records.filter { $0.key != "ministries/jpo" }
    new.records = new.records.map { record in
      var text = record.text
      for (word, other) in [
        ("kind: 研究開発", "kind: 補助・助成"), ("[2018年度, 令和2年度]", "[令和2年度, 令和3年度]"),
        ("体制\n", "組織\n"), ("名称: 会長賞", "名称: 会長賞"),
        ("{to: 文部科学省, role: 公募}", "{to: 経済産業省, role: 公募}"),
        ("aliases: [JST]", "aliases: [JST, \"*@octocat* | [x](y) <b>\"]"),
      ] { text.replace(word, with: other) }
      return TestRecord(record.key, text: text)
    }
    new.records.append(
      TestRecord("programmes/shin", "\"新計画 #1 `x`\"", yomi: "しんけいかく", "ministries: [文部科学省]"))
    return (
      try await TestEdition.of(old, source: "1a2b"), try await TestEdition.of(new, source: "3c4d")
    )
  }

  @Test(
    "each form is as it was (MOKUROKU_RECORD_SNAPSHOTS=1 writes it anew)",
    arguments: ChangesFormat.allCases, MessageLanguage.allCases)
  func matchesSnapshot(_ format: ChangesFormat, _ language: MessageLanguage) async throws {
    let (old, new) = try await Self.pair()
    let text = TestEdition.text(old, new, format, language, baseURL: "https://example.jp/pr/7/")
    let expected = try Snapshot.text(
      "Tests/ComparisonTests/Snapshots/\(format.rawValue).\(language.rawValue).txt",
      recording: text)
    #expect(text == expected)
    if format == .json {
      #expect((try? JSONSerialization.jsonObject(with: Data(text.utf8))) != nil)
    }
  }

  @Test("no title breaks the Markdown, calls anybody or links anywhere")
  func escapesTitles() throws {
    let hostile = [
      "@octocat #1 !2 ~l %m $s &e ^a", "<img src=x> <!-- ", "[x](https://evil.example) ![y](z)",
      "`code` **b** __u__ ~~s~~ ||", "https://evil.example www.evil.example a@evil.example",
      "</details> <details>", "\\", "\\n# 見出し", "| a | b |", "{x|y} [[甲]] [^1]: :smile: &amp;",
      "- x", "1. x", "> x", "\\u0001\\u202E\\u2028",
    ]
    let records = hostile.enumerated().map { number, title in
      TestEdition.record(
        "r\(number)", title: title.replacingOccurrences(of: "\\", with: "\\\\"),
        fields: "\"k\\n`|\":\"\(title.replacingOccurrences(of: "\\", with: "\\\\"))\"")
    }
    let empty = try TestEdition.of(records: hostile.indices.map { TestEdition.record("r\($0)") })
    let full = try TestEdition.of(
      records: records, pages: ["a/<b>](x)`.html", "@c/index.html"])
    let text = TestEdition.text(empty, full, .markdown, .japanese, baseURL: "https://example.jp/")
    let tree = MarkdownParser.parse(Array(text.utf8))
    // The heads of lists, and of what the tree shows as HTML, are the program's own.
    #expect(tree.headings.count == 2)
    for reference in tree.references {
      #expect(
        String(decoding: reference.destination, as: UTF8.self).hasPrefix("https://example.jp/"))
      #expect(!reference.isImage)
    }
    #expect(tree.references.count == hostile.count + 2)
    #expect(tree.footnotes.isEmpty && tree.tables.isEmpty && tree.rubies.isEmpty)
    for inline in tree.inlines {
      let shown = String(decoding: tree.text[inline.range], as: UTF8.self)
      if inline.kind == .rawHTML { #expect(shown == "<!-- -->") }
      #expect(inline.kind != .code)
      for sign in ["@octocat", "#1", "!2", "~l", "a@evil"] where inline.kind == .text {
        #expect(!shown.contains(sign))
      }
    }
    for block in tree.blocks {
      if case .rawHTML(let range) = block.kind {
        let html = String(decoding: tree.text[range.range], as: UTF8.self)
        #expect(html.hasPrefix("<details><summary>") || html == "</details>\n", "\(html)")
      }
    }
    #expect(text.unicodeScalars.allSatisfy { $0.value >= 32 || $0 == "\n" })
  }

  @Test("many and long changes are bounded in what people read, and whole in JSON")
  func boundsText() throws {
    let long = String(repeating: "長", count: 5_000)
    func edition(_ word: String) throws -> ComparedEdition {
      try TestEdition.of(
        records: (0..<500).map { number in
          let values = (0..<40).map {
            "\"f\($0)\":[\"\(word)\($0)\",\"\(word)\(long.prefix(200))\"]"
          }
          return TestEdition.record(
            "r\(number)", title: word + String(long.prefix(300)),
            fields: values.joined(separator: ","))
        } + [TestEdition.record(word, title: long)],
        pages: (0..<400).map { "\(word)/\($0)/index.html" })
    }
    let (old, new) = (try edition("a"), try edition("b"))
    let markdown = TestEdition.text(old, new, .markdown, .japanese, baseURL: "https://example.jp/")
    #expect(markdown.utf8.count < 65_000)
    #expect(
      markdown.components(separatedBy: "<details>").count
        == markdown.components(separatedBy: "</details>").count)
    #expect(markdown.contains("（400 件）") && markdown.contains("ほかに 300 件"))
    let text = TestEdition.text(old, new, .text, .japanese)
    #expect(text.split(separator: "\n").count < 200 * 3 + 200 * 33 + 20)
    #expect(text.split(separator: "\n").allSatisfy { $0.unicodeScalars.count < 2_500 })
    #expect(text.contains("ほかに 301 件") || text.contains("ほかに 300 件"))
    #expect(text.contains("ほかに 11 件"))
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(TestEdition.text(old, new, .json).utf8))
        as? [String: Any])
    let changed = try #require(json["changed"] as? [[String: Any]])
    #expect(changed.count == 500)
    #expect(changed.allSatisfy { ($0["fields"] as? [Any])?.count == 41 })
  }
}
