import Diagnostics
import Testing

@testable import CatalogueSource

@Suite("Slips in catalogue.yml")
struct DefinitionSlipTests {
  /// A definition; the first line below each comment is where the slips go.
  private static let definition = """
    site:
      title: 試験
      base_url: https://example.jp/
    reports:
      markdown/typed-list: {severity: off, reason: 試験}
    # すべてに共通 #1
    common:
      title: {type: text, label: 名称, required: true} # 要る
    collections:
      things:
        label: もの
        fields:
          kind: {type: enumeration, label: 種類, values: {一: one, 二: two}}
          place:
            type: reference
            label: 場所
            to: [places]
            inverse: あるもの
      places:
        label: 場所
        facets: []
        fields: {}

    """

  private func read(_ text: String) -> [Diagnostic] {
    SchemaReader.read(path: "catalogue.yml", bytes: Array(text.utf8)).diagnostics
  }

  @Test("a definition without a slip has no report") func acceptsDefinition() {
    #expect(read(Self.definition).isEmpty)
  }

  /// What stands in the definition, and what is written instead with the slip between ⟦ and ⟧.
  private static let slips: [(String, String, String)] = [
    ("  title: 試験", "  title⟦：⟧試験", "yaml/full-width-sign"),
    ("  title: 試験", "  title⟦:⟧試験", "yaml/missing-space"),
    ("  title: 試験", "  title: 目録⟦:⟧ 試験", "yaml/needs-quotes"),
    ("  title: 試験", "  title: ⟦\"⟧試験", "yaml/unclosed"),
    ("  title: 試験", "  title: 試験 ⟦#⟧2", "yaml/comment-in-value"),
    ("label: 種類, ", "label: 種類 ⟦#⟧2, ", "yaml/comment-in-value"),
    ("common:\n", "common⟦：⟧\n", "yaml/full-width-sign"),
    ("common:\n", "commo⟦n⟧\n", "yaml/stray-line"),
    ("title: {type", "title⟦：⟧{type", "yaml/full-width-sign"),
    ("  things:\n", "  things⟦：⟧\n", "yaml/full-width-sign"),
    ("    label: もの", "    label⟦：⟧もの", "yaml/full-width-sign"),
    ("    label: もの", "⟦\t⟧label: もの", "yaml/indentation"),
    ("    label: もの", "⟦　　⟧label: もの", "yaml/full-width-sign"),
    ("label: 種類, ", "label: 種類⟦、⟧", "yaml/full-width-sign"),
    ("label: 種類, ", "label⟦：⟧種類, ", "yaml/full-width-sign"),
    ("一: one, ", "一: one⟦、⟧", "yaml/full-width-sign"),
    ("一: one, ", "一⟦：⟧one, ", "yaml/full-width-sign"),
    ("一: one, ", "一⟦:⟧one, ", "yaml/missing-space"),
    ("label: 種類, values", "label: 種類 ⟦v⟧alues", "yaml/missing-space"),
    ("{一: one, 二: two}}", "{一: one, 二: two}⟦｝⟧", "yaml/full-width-sign"),
    ("kind: {type", "kind: ⟦｛⟧type", "yaml/full-width-sign"),
    ("        label: 場所", "⟦         ⟧label: 場所", "yaml/indentation"),
    ("        label: 場所", "⟦       ⟧label: 場所", "yaml/indentation"),
    ("        label: 場所", "⟦\t⟧label: 場所", "yaml/indentation"),
    ("to: [places]", "to: ⟦[⟧places", "yaml/unclosed"),
    ("to: [places]", "to: [places⟦］⟧", "yaml/full-width-sign"),
    ("    facets: []", "    facets: ⟦[⟧", "yaml/unclosed"),
    ("kind: {type", "kind⟦：⟧{type", "yaml/full-width-sign"),
    ("kind: {type", "kind⟦：⟧ {type", "yaml/full-width-sign"),
    ("kind: {type", "kind⟦:⟧{type", "yaml/missing-space"),
    ("  markdown/typed-list: {", "  markdown/typed-list⟦：⟧{", "yaml/full-width-sign"),
    ("  markdown/typed-list: {", "  markdown/typed-list⟦：⟧ {", "yaml/full-width-sign"),
    ("  markdown/typed-list: {", "  markdown/typed-list⟦:⟧{", "yaml/missing-space"),
    ("# すべて", "⟦＃⟧ すべて", "yaml/full-width-sign"),
  ]

  @Test("each is one report at its place, and its first fix mends it", arguments: slips)
  func tellsSlip(_ place: String, _ written: String, _ code: String) throws {
    let whole = Self.definition.replacing(place, with: written, maxReplacements: 1)
    let (bytes, range) = SlipCase.marked(whole)
    let told = read(String(decoding: bytes, as: UTF8.self))
    #expect(told.map(\.code.rawValue) == [code], "\(told.map(\.message.japanese))")
    let diagnostic = try #require(told.first)
    let wide = written.contains("⟦　　⟧") ? range.lowerBound..<(range.lowerBound + 3) : range
    #expect(diagnostic.range.bytes == wide)
    let fix = try #require(diagnostic.fixes.first)
    let mended = try #require(TextEdit.applying(fix.edits, to: bytes, at: "catalogue.yml"))
    #expect(read(String(decoding: mended, as: UTF8.self)).isEmpty)
  }
}
