import Testing

@testable import MarkdownTree

@Suite("Slips in footnotes")
struct FootnoteSlipTests {
  @Test(
    "each is one report at its label",
    arguments: [
      (
        "甲[^1]と乙[^b c]。\n\n[^1]: 一\n[^b c]: 注", .nearMiss(.footnoteSpace(isLost: false)), "[^b c]",
        "甲[^1]と乙[^b-c]。\n\n[^1]: 一\n[^b-c]: 注"
      ),
      (
        "甲[^1]と乙[^ 2]。\n\n[^1]: 一\n[^ 2]: 三", .nearMiss(.footnoteSpace(isLost: false)), "[^ 2]",
        "甲[^1]と乙[^2]。\n\n[^1]: 一\n[^2]: 三"
      ),
      (
        "甲[^1]と乙[^2]。\n\n[^1]: 一\n[^ 2]: 三", .nearMiss(.footnoteSpace(isLost: false)), "[^ 2]",
        "甲[^1]と乙[^2]。\n\n[^1]: 一\n[^2]: 三"
      ),
      (
        "乙[^b c]。\n\n[^b c]: 注", .nearMiss(.footnoteSpace(isLost: true)), "[^b c]",
        "乙[^b-c]。\n\n[^b-c]: 注"
      ),
      (
        "乙[^2]。\n\n[^ 2]: 注", .nearMiss(.footnoteSpace(isLost: true)), "[^ 2]",
        "乙[^2]。\n\n[^2]: 注"
      ),
      ("甲[^1]。\n\n[^1]:", .emptyFootnote, "[^1]", nil),
      ("甲[^1]。\n\n[^1]: <!-- a -->\n", .emptyFootnote, "[^1]", nil),
      ("文。\n\n[^1]:\n", .emptyFootnote, "[^1]", nil),
      (
        "甲[^1]。\n\n[^1]: 一\n\n[^1]: 二", .duplicateFootnote, "[^1]",
        "甲[^1]。\n\n[^1]: 一\n\n\\[^1]: 二"
      ),
      (
        "改めた[^1][^2]。\n\n[^1]: 一\n[^1]: 二", .duplicateFootnote, "[^1]",
        "改めた[^1][^2]。\n\n[^1]: 一\n[^2]: 二"
      ),
      ("甲。\n\n[^1]: 一", .unusedFootnote, "[^1]", "甲。\n\n\\[^1]: 一"),
      (
        "甲[^1]。\n\n[^1]\u{3000}中身", .nearMiss(.footnoteWithoutColon), "[^1]",
        "甲[^1]。\n\n[^1]: 中身"
      ),
      (
        "甲[^1]。乙[^1]。\n\n[^1] 中身", .nearMiss(.footnoteWithoutColon), "[^1]",
        "甲[^1]。乙[^1]。\n\n[^1]: 中身"
      ),
    ] as [(String, Finding.Kind, String, String?)])
  func tells(markdown: String, kind: Finding.Kind, label: String, mended: String?) throws {
    let source = Array(markdown.utf8)
    let findings = MarkdownParser.parse(source).findings
    #expect(findings.map(\.kind) == [kind])
    let finding = try #require(findings.first)
    #expect(String(decoding: source[finding.range], as: UTF8.self) == label)
    guard let mended else { return #expect(finding.repairs.isEmpty) }
    let text = try #require(finding.repairs.first.flatMap { NearMissTests.mended(source, $0) })
    #expect(String(decoding: text, as: UTF8.self) == mended)
    #expect(MarkdownParser.parse(text).findings == [])
  }
}
