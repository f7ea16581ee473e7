import TestSupport
import Testing

@testable import MarkdownTree

@Suite("Laws of the dialect")
struct DialectLawTests {
  private static let pieces = [
    "<!--", "-->", "<!-->", " ", "\n", "\n\n", "\n\n", "|", "|a|b|\n|-|-|\n", "<sub>", "</sub>",
    "<SUP>", "</sup>",
    "<br>", "[", "](a)", "[[甲|", "[[甲]]", "]]", "*", "**", "~~", "> ", "> [!NOTE] ", "- ", "1. ",
    "・", "①", "（１）", "　", "※",
    "図：", "表：", "![a](b)", "![", "    ", "{漢|", "かん}", "甲", "乙。", "# ", "## 題 {#a}", "<div>",
    "</div>", "<b>", "</b>", "<?", "?>",
    "<![CDATA[", "<!A", ">", "[^1]", "\n[^1]: ", "`", "``", "\n```\n", "\n===\n", "a",
    "https://a.jp/",
  ]

  @Test(
    "Pages are well formed, ranges lie in the text, no comment is shown but in code",
    arguments: 0..<40)
  func random(_ seed: UInt64) {
    var random = SeededGenerator(state: seed + 7)
    for _ in 0..<250 {
      let count = Int.random(in: 1...24, using: &random)
      let markdown = (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }
        .joined()
      let source = Array(markdown.utf8)
      let document = MarkdownParser.parse(source)
      let page = html(markdown, headingShift: 1)
      #expect(MarkupReading(page).problems == [], "\(markdown.debugDescription): \(page)")
      if !hasCommentElsewhere(document) {
        #expect(!outsideCode(page).contains("&lt;!--"), "\(markdown.debugDescription): \(page)")
      }
      #expect(
        document.inlines.allSatisfy {
          $0.range.upperBound <= document.text.count && $0.end <= document.inlines.count
        })
      #expect(document.blocks.allSatisfy { $0.range.upperBound <= source.count })
      #expect(document.findings.allSatisfy { $0.range.upperBound <= source.count })
      for repair in document.findings.flatMap(\.repairs) {
        let places = repair.edits.map(\.range)
        #expect(places.allSatisfy { $0.upperBound <= source.count }, "\(markdown.debugDescription)")
        #expect(
          zip(places, places.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound },
          "\(markdown.debugDescription)")
      }
      _ = document.sections
      _ = document.content()
      for reference in document.references.indices { _ = document.sentence(of: reference) }
    }
  }

  /// Whether a comment's beginning stands in a code span, which may be shown without being marked as code, or in
  /// the name of a record, which then is no record's name and a fault.
  private func hasCommentElsewhere(_ document: MarkdownDocument) -> Bool {
    let codes = document.inlines.filter { $0.kind == .code }.map { Array(document.text[$0.range]) }
    return (codes + document.references.map(\.destination)).contains {
      String(decoding: $0, as: UTF8.self).contains("<!--")
    }
  }

  /// A page without its code, where `<!--` is text.
  private func outsideCode(_ page: String) -> String {
    var rest = Substring(page.replacing("<pre class=\"raw-html\"><code>", with: "<pre>"))
    var shown = ""
    while let start = rest.range(of: "<code") {
      shown += rest[..<start.lowerBound]
      guard let end = rest[start.upperBound...].range(of: "</code>") else { break }
      rest = rest[end.upperBound...]
    }
    return shown + rest
  }
}

extension Substring {
  fileprivate func range(of text: String) -> Range<Index>? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(text) {
        return index..<self.index(index, offsetBy: text.count)
      }
      index = self.index(after: index)
    }
    return nil
  }
}
