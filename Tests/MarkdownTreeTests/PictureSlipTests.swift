import Testing

@testable import MarkdownTree

@Suite("Slips in boxes and pictures")
struct PictureSlipTests {
  @Test(
    "each is one report",
    arguments: [
      ("> [!NOTE]", .emptyCallout, "[!NOTE]", nil),
      ("[!注意] 締切", .calloutOutsideQuote("注意"), "[!注意]", "> [!注意] 締切"),
      ("- [!NOTE]\n  一\n  二", .calloutOutsideQuote("NOTE"), "[!NOTE]", "- > [!NOTE]\n  > 一\n  > 二"),
      ("[!注意]", .calloutOutsideQuote("注意"), "[!注意]", nil),
      ("![ ](/assets/a.png)", .missingAlternativeText, "![ ](/assets/a.png)", nil),
      ("![\u{3000}](/assets/a.png)", .missingAlternativeText, "![\u{3000}](/assets/a.png)", nil),
      (
        "![資料](/assets/siryo.pdf)", .nearMiss(.imageOfDocument), "!", "[資料](/assets/siryo.pdf)"
      ),
    ] as [(String, Finding.Kind, String, String?)])
  func tells(markdown: String, kind: Finding.Kind, place: String, mended: String?) throws {
    let source = Array(markdown.utf8)
    let findings = MarkdownParser.parse(source).findings
    #expect(findings.map(\.kind) == [kind])
    let finding = try #require(findings.first)
    #expect(String(decoding: source[finding.range], as: UTF8.self) == place)
    guard let mended else { return #expect(finding.repairs.isEmpty) }
    let text = try #require(finding.repairs.first.flatMap { NearMissTests.mended(source, $0) })
    #expect(String(decoding: text, as: UTF8.self) == mended)
    #expect(MarkdownParser.parse(text).findings == [])
  }

  @Test("the line that says where a picture is from belongs to its caption")
  func captionWithSource() {
    for gap in ["\n", "\n\n"] {
      let document = MarkdownParser.parse(
        Array("![体制](/a.png)\(gap)図1：推進の体制\n出典：経済産業省".utf8))
      #expect(document.figures.count == 1)
    }
    let other = MarkdownParser.parse(Array("![体制](/a.png)\n図1：推進の体制\n本文が続く。".utf8))
    #expect(other.figures.isEmpty)
  }
}
