import CatalogueModel
import Diagnostics
import TestSupport
import Testing

@testable import CatalogueSource

/// A slip in front matter with what its author is told.
struct SlipCase: CustomTestStringConvertible, Sendable {
  /// Lines below a title and a reading; the wrong signs stand between ⟦ and ⟧.
  let lines: String
  let code: String
  /// The same lines after the first fix; nil where there is none.
  let mended: String?

  init(_ lines: String, _ code: String, _ mended: String?) {
    (self.lines, self.code, self.mended) = (lines, code, mended)
  }

  var testDescription: String { lines }

  /// The text without the marks, and the place between them.
  static func marked(_ text: String) -> (bytes: [UInt8], place: Range<Int>) {
    let parts = text.split(separator: "⟦", omittingEmptySubsequences: false)
    let rest = parts.dropFirst().joined().split(separator: "⟧", omittingEmptySubsequences: false)
    let before = Array(parts[0].utf8)
    let inside = Array((rest.first ?? "").utf8)
    let place = before.count..<(before.count + inside.count)
    return (before + inside + Array(rest.dropFirst().joined().utf8), place)
  }
}

@Suite("Slips in front matter")
struct SlipTests {
  static let head = "---\ntitle: 甲\nyomi: こう\n"
  static let tail = "\n---\n本文です。\n"

  static let sign = "yaml/full-width-sign"
  static let gap = "yaml/missing-space"
  static let indent = "yaml/indentation"
  static let open = "yaml/unclosed"
  static let after = "yaml/after-value"
  static let quotes = "yaml/needs-quotes"
  static let comment = "yaml/comment-in-value"
  static let comma = "yaml/comma-in-value"
  static let stray = "yaml/stray-line"
  static let unsupported = "yaml/unsupported"

  static let colons: [SlipCase] = [
    .init("kind⟦：⟧研究開発", sign, "kind: 研究開発"), .init("種類⟦：⟧研究開発", sign, "種類: 研究開発"),
    .init("kind⟦：⟧ 研究開発", sign, "kind: 研究開発"), .init("kind⟦：⟧　研究開発", sign, "kind: 研究開発"),
    .init("kind ⟦：⟧ 研究開発", sign, "kind: 研究開発"), .init("kind⟦:⟧研究開発", gap, "kind: 研究開発"),
    .init("kind ⟦:⟧研究開発", gap, "kind: 研究開発"), .init("kind:⟦　⟧研究開発", sign, "kind: 研究開発"),
    .init("kind: ⟦　⟧研究開発", sign, "kind: 研究開発"), .init("kind:⟦　⟧ 研究開発", sign, "kind: 研究開発"),
    .init("aliases⟦：⟧\n  - 乙", sign, "aliases:\n  - 乙"),
    .init("aliases⟦：⟧[乙, 丙]", sign, "aliases: [乙, 丙]"),
    .init("aliases⟦:⟧[乙, 丙]", gap, "aliases: [乙, 丙]"),
    .init("address⟦:⟧https://example.jp/", gap, "address: https://example.jp/"),
    .init("kind⟦=⟧研究開発", sign, "kind: 研究開発"), .init("kind⟦；⟧研究開発", sign, "kind: 研究開発"),
    .init("kind⟦;⟧ 研究開発", sign, "kind: 研究開発"), .init("\"kind\"⟦：⟧研究開発", sign, "\"kind\": 研究開発"),
    .init("agencies: [{to⟦：⟧経産省, role: 実施}]", sign, "agencies: [{to: 経産省, role: 実施}]"),
    .init("agencies: [{to: 経産省, role⟦:⟧実施}]", gap, "agencies: [{to: 経産省, role: 実施}]"),
    .init("agencies: [{to:⟦　⟧経産省, role: 実施}]", sign, "agencies: [{to: 経産省, role: 実施}]"),
    .init("agencies:\n  - to⟦：⟧経産省\n    role: 実施", sign, "agencies:\n  - to: 経産省\n    role: 実施"),
    .init("agencies:\n  - to: 経産省\n    role⟦：⟧実施", sign, "agencies:\n  - to: 経産省\n    role: 実施"),
    .init("agencies:\n  - to⟦:⟧経産省\n    role: 実施", gap, "agencies:\n  - to: 経産省\n    role: 実施"),
    .init("agencies:\n  - {⟦\"⟧to: 経産省}", open, "agencies:\n  - {\"to\": 経産省}"),
    .init("summary⟦：⟧目的：人を育てる", sign, "summary: 目的：人を育てる"),
    .init("kin⟦d⟧ 研究開発", stray, "kind: 研究開発"), .init("kin⟦d⟧　研究開発", stray, "kind: 研究開発"),
    .init("種⟦類⟧ 研究開発", stray, "種類: 研究開発"),
    .init("aliase⟦s⟧\n  - 乙", stray, "aliases:\n  - 乙"), .init("kin⟦d⟧", stray, nil),
  ]

  static let blanks: [SlipCase] = [
    .init("aliases:\n⟦　⟧- 乙", sign, "aliases:\n  - 乙"),
    .init("aliases:\n  - 乙\n⟦　⟧- 丙", sign, "aliases:\n  - 乙\n  - 丙"),
    .init("aliases:\n⟦\t⟧- 乙", indent, "aliases:\n  - 乙"),
    .init("aliases:\n  - 乙\n⟦\t⟧- 丙\n  - 丁", indent, "aliases:\n  - 乙\n  - 丙\n  - 丁"),
    .init("⟦　⟧kind: 研究開発", sign, "kind: 研究開発"), .init("⟦\t⟧kind: 研究開発", indent, "kind: 研究開発"),
    .init("⟦ ⟧kind: 研究開発", indent, "kind: 研究開発"), .init("⟦  ⟧kind: 研究開発", indent, "kind: 研究開発"),
    .init("aliases:\n  - 乙\n⟦   ⟧- 丙", indent, "aliases:\n  - 乙\n  - 丙"),
    .init("aliases:\n    - 乙\n⟦  ⟧- 丙", indent, "aliases:\n    - 乙\n    - 丙"),
    .init("aliases:\n  - 乙\n⟦  ⟧kind: 研究開発", indent, "aliases:\n  - 乙\nkind: 研究開発"),
    .init(
      "agencies:\n  - to: 経産省\n⟦     ⟧role: 実施", indent, "agencies:\n  - to: 経産省\n    role: 実施"),
    .init("agencies:\n  - to: 経産省\n⟦   ⟧role: 実施", indent, "agencies:\n  - to: 経産省\n    role: 実施"),
    .init("agencies:\n  - to: 経産省\n⟦  ⟧role: 実施", indent, "agencies:\n  - to: 経産省\n    role: 実施"),
    .init("agencies:\n  - to: 経産省\n⟦\t⟧role: 実施", indent, "agencies:\n  - to: 経産省\n    role: 実施"),
    .init("aliases: [乙,⟦　⟧丙]", sign, "aliases: [乙, 丙]"),
    .init("aliases: [乙⟦　⟧, 丙]", sign, "aliases: [乙, 丙]"),
    .init("summary: 要約⟦　⟧", sign, "summary: 要約"), .init("⟦　⟧", sign, ""), .init("⟦\t⟧", indent, ""),
    .init("aliases:\n  -⟦　⟧乙", sign, "aliases:\n  - 乙"),
    .init("detail: |\n  一行目\n⟦　⟧二行目", sign, "detail: |\n  一行目\n  二行目"),
    .init("detail: |\n  一行目\n⟦\t⟧二行目", indent, "detail: |\n  一行目\n  二行目"),
  ]

  static let lists: [SlipCase] = [
    .init("aliases:\n  ⟦-⟧乙", gap, "aliases:\n  - 乙"),
    .init("aliases:\n⟦-⟧乙\n- 丙", gap, "aliases:\n- 乙\n- 丙"),
    .init("aliases:\n  - 乙\n  ⟦-⟧丙", gap, "aliases:\n  - 乙\n  - 丙"),
    .init("aliases:\n  ⟦－⟧ 乙", sign, "aliases:\n  - 乙"),
    .init("aliases:\n  ⟦－⟧乙", sign, "aliases:\n  - 乙"),
    .init("aliases:\n  ⟦ー⟧ 乙", sign, "aliases:\n  - 乙"),
    .init("aliases:\n  ⟦・⟧乙", sign, "aliases:\n  - 乙"),
    .init("aliases:\n  - 乙\n  ⟦・⟧丙", sign, "aliases:\n  - 乙\n  - 丙"),
    .init("aliases:\n⟦・⟧乙", sign, "aliases:\n- 乙"),
    .init("aliases:\n  ⟦*⟧ 乙", sign, "aliases:\n  - 乙"),
    .init("aliases:\n  ⟦–⟧ 乙", sign, "aliases:\n  - 乙"),
    .init("aliases:\n  ⟦•⟧ 乙", sign, "aliases:\n  - 乙"),
    .init("aliases:\n  ⟦－⟧　乙", sign, "aliases:\n  - 乙"),
    .init("aliases:\n  - 乙\n  ⟦丙⟧\n  - 丁", stray, "aliases:\n  - 乙\n  - 丙\n  - 丁"),
    .init("kind: 研究開発\n⟦-⟧ 乙", stray, nil), .init("kind: 研究開発\n  ⟦-⟧ 乙", stray, nil),
    .init("aliases: [乙⟦、⟧丙]", sign, "aliases: [乙, 丙]"),
    .init("aliases: [乙⟦、⟧丙、丁]", sign, "aliases: [乙, 丙, 丁]"),
    .init("aliases: [\"乙\"⟦、⟧\"丙\"]", sign, "aliases: [\"乙\", \"丙\"]"),
    .init("aliases: [乙⟦，⟧丙]", sign, "aliases: [乙, 丙]"),
    .init("fiscal_years: [2019年度⟦、⟧2020年度]", sign, "fiscal_years: [2019年度, 2020年度]"),
    .init("aliases: ⟦［⟧乙、丙］", sign, "aliases: [乙, 丙]"),
    .init("aliases: ⟦［⟧乙, 丙］", sign, "aliases: [乙, 丙]"),
    .init("aliases: ⟦［⟧乙, 丙]", sign, "aliases: [乙, 丙]"),
    .init("aliases: [乙, 丙⟦］⟧", sign, "aliases: [乙, 丙]"),
    .init("agencies: [⟦｛⟧to: 経産省, role: 実施}]", sign, "agencies: [{to: 経産省, role: 実施}]"),
    .init("agencies: [{to: 経産省, role: 実施⟦｝⟧]", sign, "agencies: [{to: 経産省, role: 実施}]"),
    .init("agencies:\n  - ⟦｛⟧to：経産省、role：実施｝", sign, "agencies:\n  - {to: 経産省, role: 実施}"),
    .init("agencies: [{to: 経産省⟦、⟧role: 実施}]", sign, "agencies: [{to: 経産省, role: 実施}]"),
    .init("aliases: [\"乙\" ⟦\"⟧丙\"]", gap, "aliases: [\"乙\" , \"丙\"]"),
    .init("agencies: [{to: 経産省} ⟦{⟧to: 文科省}]", gap, "agencies: [{to: 経産省} , {to: 文科省}]"),
    .init("aliases: ⟦[⟧乙, 丙", open, "aliases: [乙, 丙]"),
    .init("aliases: ⟦[⟧乙, 丙\nkind: 研究開発", open, "aliases: [乙, 丙]\nkind: 研究開発"),
    .init("agencies: [⟦{⟧to: 経産省, role: 実施]", open, "agencies: [{to: 経産省, role: 実施}]"),
    .init("agencies: ⟦[⟧{to: 経産省, role: 実施}", open, "agencies: [{to: 経産省, role: 実施}]"),
    .init(
      "agencies:\n  - ⟦{⟧to: 経産省, role: 実施\n  - 文科省", open,
      "agencies:\n  - {to: 経産省, role: 実施}\n  - 文科省"),
    .init("aliases: [乙, 丙⟦}⟧", open, "aliases: [乙, 丙]"),
    .init("aliases: [乙, 丙]⟦]⟧", open, "aliases: [乙, 丙]"),
    .init("aliases: [乙]⟦（⟧丙）", after, "aliases: [乙（丙）]"),
    .init("aliases: [乙⟦[⟧仮], 丙]", quotes, "aliases: [\"乙[仮]\", 丙]"),
  ]

  static let entries: [SlipCase] = [
    .init("agencies: [{to: 経産省 ⟦r⟧ole: 実施}]", gap, "agencies: [{to: 経産省, role: 実施}]"),
    .init("agencies: [{to: 経産省⟦;⟧ role: 実施}]", sign, "agencies: [{to: 経産省, role: 実施}]"),
    .init("agencies: [{to: 経産省⟦；⟧role: 実施}]", sign, "agencies: [{to: 経産省, role: 実施}]"),
    .init("aliases:\n  ⟦乙⟧", stray, "aliases:\n  - 乙"),
    .init("figures:\n  ⟦1⟧. 一つ", stray, "figures:\n  - 一つ"),
    .init("aliases:\n  - 乙\n  ⟦①⟧ 丙", stray, "aliases:\n  - 乙\n  - ① 丙"),
    .init("summary: 長い要約を\n  途中で⟦:⟧ 折った", quotes, "summary: \"長い要約を途中で: 折った\""),
  ]

  static let blocks: [SlipCase] = [
    .init(
      "aliases:\n    - 乙\n⟦  ⟧- 丙\n  - 丁", indent, "aliases:\n    - 乙\n    - 丙\n    - 丁"),
    .init("⟦  ⟧aliases:\n    - 乙\n    - 丙\nnumber: 3", indent, "aliases:\n  - 乙\n  - 丙\nnumber: 3"),
    .init("⟦  ⟧kind: 研究開発\n  number: 3", indent, "kind: 研究開発\nnumber: 3"),
    .init("kin⟦d⟧\nnumber: 3", stray, nil), .init("⟦何⟧か\n  - 乙\n  - 丙\nnumber: 3", stray, nil),
    .init(
      "agencies:\n  - to: 経産省\n⟦   ⟧role: 実施\n  - 文科省", indent,
      "agencies:\n  - to: 経産省\n    role: 実施\n  - 文科省"),
  ]

  static let habits: [SlipCase] = [
    .init("kind⟦:⟧: 研究開発", gap, "kind: 研究開発"), .init("⟦-⟧ kind: 研究開発", stray, "kind: 研究開発"),
    .init("⟦・⟧kind: 研究開発", stray, "kind: 研究開発"), .init("kind:\n⟦研⟧究開発", stray, "kind: 研究開発"),
    .init("aliases:\n⟦乙⟧", stray, "aliases:\n- 乙"),
    .init("aliases:\n- 乙\n⟦丙⟧", stray, "aliases:\n- 乙\n- 丙"),
    .init("⟦/⟧/ 覚え書き", stray, "# 覚え書き"), .init("⟦<⟧!-- 覚え書き -->", stray, "# 覚え書き "),
    .init("⟦※⟧覚え書き", stray, "# ※覚え書き"), .init("updated: 2020-04-01\n⟦何⟧か\nkind: 研究開発", stray, nil),
    .init("aliases: ⟦（⟧乙、丙）", sign, "aliases: [乙, 丙]"),
    .init("aliases: ⟦(⟧乙, 丙)", sign, "aliases: [乙, 丙]"),
    .init("aliases: ⟦【⟧乙】", sign, "aliases: [乙]"),
    .init("aliases: ⟦{⟧乙, 丙}", sign, "aliases: [乙, 丙]"),
    .init("aliases: 乙, 丙⟦]⟧", open, "aliases: [乙, 丙]"),
    .init("aliases: [乙,⟦,⟧ 丙]", comma, "aliases: [乙,丙]"),
    .init("ministries: ⟦[[⟧経産省]], [[文科省]]", open, "ministries: [経産省, 文科省]"),
    .init("ministries: ⟦[[⟧経産省]]", open, "ministries: [経産省]"),
    .init("aliases: ⟦-⟧ 乙\n         - 丙", stray, "aliases:\n         - 乙\n         - 丙"),
    .init("aliases: ⟦-⟧ 乙\n  - 丙", stray, "aliases:\n  - 乙\n  - 丙"),
    .init("notes:\n  - 注⟦:⟧ 甲", quotes, "notes:\n  - \"注: 甲\""),
    .init("notes:\n  - ⟦[⟧注] 甲", quotes, "notes:\n  - \"[注] 甲\""),
    .init("aliases: [つくば⟦、⟧筑波]", sign, "aliases: [つくば, 筑波]"),
    .init("aliases: [乙]⟦、⟧丙", after, "aliases: [乙, 丙]"),
    .init("aliases: [乙]⟦,⟧ 丙", after, "aliases: [乙, 丙]"),
    .init("aliases: [⟦'⟧乙, '丙']", open, "aliases: ['乙', '丙']"),
  ]

  static let values: [SlipCase] = [
    .init("summary: 目的⟦:⟧ 人を育てる", quotes, "summary: \"目的: 人を育てる\""),
    .init("summary: 目的⟦:⟧", quotes, "summary: \"目的:\""),
    .init("figures:\n  - 目標⟦:⟧ 10件", quotes, "figures:\n  - \"目標: 10件\""),
    .init("figures: [目標⟦:⟧ 10件, 実績]", quotes, "figures: [\"目標: 10件\", 実績]"),
    .init("summary: 要約 kind⟦:⟧ 研究開発", quotes, "summary: 要約\nkind: 研究開発"),
    .init("summary: ⟦@⟧甲", quotes, "summary: \"@甲\""),
    .init("summary: ⟦`⟧甲`", quotes, "summary: \"`甲`\""),
    .init("summary: ⟦%⟧甲", quotes, "summary: \"%甲\""),
    .init("summary: ⟦>⟧ 甲", quotes, "summary: \"> 甲\""),
    .init("summary: ⟦|⟧甲", quotes, "summary: \"|甲\""),
    .init("summary: ⟦-⟧ 甲", quotes, "summary: \"- 甲\""),
    .init("summary: ⟦?⟧ 甲", quotes, "summary: \"? 甲\""),
    .init("summary: ⟦]⟧甲", quotes, "summary: \"]甲\""),
    .init("summary: ⟦*⟧注意", unsupported, "summary: \"*注意\""),
    .init("summary: ⟦&⟧甲", unsupported, "summary: \"&甲\""),
    .init("summary: ⟦!⟧甲", unsupported, "summary: \"!甲\""),
    .init("aliases: [⟦*⟧注意]", unsupported, "aliases: [\"*注意\"]"),
    .init("aliases: [⟦@⟧甲, 乙]", quotes, "aliases: [\"@甲\", 乙]"),
    .init("aliases:\n  - ⟦*⟧注意", unsupported, nil),
    .init("summary: ⟦[⟧仮称] 実証事業", quotes, "summary: \"[仮称] 実証事業\""),
    .init("summary: ⟦{⟧仮称} 実証事業", quotes, "summary: \"{仮称} 実証事業\""),
    .init("summary: ⟦“⟧甲”", sign, "summary: \"甲\""),
    .init("summary: ⟦”⟧甲”", sign, "summary: \"甲\""),
    .init("summary: ⟦‘⟧甲’", sign, "summary: \"甲\""),
    .init("summary: ⟦＂⟧甲＂", sign, "summary: \"甲\""),
    .init("summary: \"甲⟦”⟧", sign, "summary: \"甲\""),
    .init("aliases: [⟦“⟧乙”, 丙]", sign, "aliases: [\"乙\", 丙]"),
    .init("summary: ⟦\"⟧甲", open, "summary: \"甲\""), .init("summary: ⟦'⟧甲", open, "summary: '甲'"),
    .init("summary: ⟦\"⟧甲'", open, "summary: \"甲\""),
    .init("summary: ⟦\"⟧甲\nkind: 研究開発", open, "summary: \"甲\"\nkind: 研究開発"),
    .init("summary: ⟦\"⟧甲\nenglish: \"A\"", open, "summary: \"甲\"\nenglish: \"A\""),
    .init("aliases: [⟦\"⟧乙, 丙]", open, "aliases: [\"乙\", 丙]"),
    .init("figures: [⟦\"⟧1,234件, 丙]", open, "figures: [\"1,234件\", 丙]"),
    .init("aliases:\n  - ⟦\"⟧乙\n  - \"丙\"", open, "aliases:\n  - \"乙\"\n  - \"丙\""),
    .init("summary: \"甲\"⟦（⟧乙）", after, "summary: \"甲（乙）\""),
    .init("summary: \"甲\" ⟦乙⟧", after, "summary: \"甲 乙\""),
    .init("summary: '甲'⟦（⟧乙）", after, "summary: '甲（乙）'"),
    .init("aliases: [\"乙\"⟦（⟧丙）, 丁]", after, "aliases: [\"乙（丙）\", 丁]"),
    .init("summary: '試しの'⟦施⟧策'", after, "summary: \"試しの'施策\""),
    .init("summary: \"試しの\"⟦施⟧策\"", after, "summary: '試しの\"施策'"),
    .init("summary: \"試しの\"⟦施⟧策\"\"", after, "summary: '試しの\"施策\"'"),
    .init("summary: \"甲\"⟦と⟧\"乙\"", after, "summary: \"\\\"甲\\\"と\\\"乙\\\"\""),
    .init("aliases: ['試しの'⟦施⟧策', 丙]", after, "aliases: [\"試しの'施策\", 丙]"),
    .init("aliases: \"乙\"⟦,⟧ \"丙\"", after, "aliases: [\"乙\", \"丙\"]"),
    .init("summary: \"C:⟦\\⟧新規\"", quotes, "summary: 'C:\\新規'"),
    .init("summary: \"C:⟦\\⟧temp\\new\"", quotes, "summary: 'C:\\temp\\new'"),
    .init("summary: \"資料は C:⟦\\⟧temp\"", quotes, "summary: '資料は C:\\temp'"),
    .init("summary: \"C:⟦\\⟧new's\"", quotes, "summary: 'C:\\new''s'"),
    .init("summary: \"\\\\server⟦\\⟧new\"", quotes, "summary: '\\\\server\\new'"),
    .init("summary: \"\\\"甲\\\" C:⟦\\⟧temp\"", quotes, "summary: \"\\\"甲\\\" C:\\\\temp\""),
    .init("figures: [\"C:⟦\\⟧temp\", 乙]", quotes, "figures: ['C:\\temp', 乙]"),
    .init("summary: 第1棟 ⟦#⟧201", comment, "summary: \"第1棟 #201\""),
    .init("kind: 研究開発 ⟦#⟧ 要確認", comment, "# 要確認\nkind: 研究開発"),
    .init("summary: ⟦#⟧201号室", comment, "summary: \"#201号室\""),
    .init("aliases:\n  - 第1棟 ⟦#⟧201", comment, "aliases:\n  - \"第1棟 #201\""),
    .init("aliases: [第1棟 ⟦#⟧201, 乙]", comment, "aliases: [\"第1棟 #201\", 乙]"),
    .init("figures: [採択1⟦,⟧234件（2020年度）]", comma, "figures: [\"採択1,234件（2020年度）\"]"),
    .init("figures: [採択1⟦,⟧234,567件, 乙]", comma, "figures: [\"採択1,234,567件\", 乙]"),
    .init("figures: [採択 10⟦,⟧ 000件]", comma, "figures: [\"採択 10, 000件\"]"),
    .init("figures: [採択 1⟦,⟧ 234件, 乙]", comma, "figures: [\"採択 1, 234件\", 乙]"),
    .init("notes: [甲（A⟦,⟧ B, C）, 丙]", comma, "notes: [\"甲（A, B, C）\", 丙]"),
    .init("notes: [「甲⟦,⟧ 乙」の二つ]", comma, "notes: [\"「甲, 乙」の二つ\"]"),
    .init("notes: [甲 (A⟦,⟧ B), 丙]", comma, "notes: [\"甲 (A, B)\", 丙]"),
    .init("notes: [『甲（A⟦,⟧ B）』, 『丙』]", comma, "notes: [\"『甲（A, B）』\", 『丙』]"),
    .init("figures: [採択１⟦,⟧２３４件]", comma, "figures: [\"採択１,２３４件\"]"),
    .init(
      "budget:\n  - {year: 2020年度, amount: 1⟦,⟧100億円}", comma,
      "budget:\n  - {year: 2020年度, amount: \"1,100億円\"}"),
    .init(
      "budget:\n  - {year: 2020年度, note: 甲⟦,⟧乙}", comma,
      "budget:\n  - {year: 2020年度, note: \"甲,乙\"}"),
    .init("summary: 要約です。⟦<!--⟧ 内部: メモ -->", comment, "summary: 要約です。"),
    .init("summary: 要約です。 ⟦<!--⟧ # メモ -->", comment, "summary: 要約です。"),
    .init("summary: ⟦<!--⟧ メモ --> 要約です。", comment, "summary: 要約です。"),
    .init("summary: 要⟦<!--⟧ メモ -->約です。", comment, "summary: 要約です。"),
    .init("summary: \"要約 ⟦<!--⟧ メモ -->\"", comment, "summary: \"要約\""),
    .init("summary: 要約⟦<!--⟧ メモ\n  続き --> です。\nkind: 研究開発", comment, "summary: 要約 です。\nkind: 研究開発"),
    .init("summary: ⟦<!--⟧ 内部: メモ -->", comment, nil),
    .init("summary: \"⟦<!--⟧ 内部: メモ -->\"", comment, nil),
    .init("summary: 要約です。⟦<!--⟧ メモ: 甲", comment, nil),
    .init("detail: |\n  要約\n  ⟦<!--⟧ メモ -->\nkind: 研究開発", comment, "detail: |\n  要約\nkind: 研究開発"),
    .init("summary:\n  ⟦<!--⟧ メモ -->", comment, nil),
    .init("⟦<!--⟧\nメモ: 甲\n-->\nkind: 研究開発", comment, "kind: 研究開発"),
    .init("aliases: [乙⟦<!--⟧ 甲, [丙] -->, 丁]", comment, "aliases: [乙, 丁]"),
    .init("aliases: [⟦<!--⟧ 甲, 丙 -->, 丁]", comment, "aliases: [丁]"),
    .init("aliases: [乙, ⟦<!--⟧ 甲, 丙 -->]", comment, "aliases: [乙]"),
    .init("aliases:\n  - 乙 ⟦<!--⟧ 甲 -->\n  - 丙", comment, "aliases:\n  - 乙\n  - 丙"),
    .init(
      "agencies: [{to: 経産省, role: 実施 ⟦<!--⟧ 甲: 乙 -->}]", comment,
      "agencies: [{to: 経産省, role: 実施}]"),
    .init("⟦＃⟧ 覚え書き", sign, "# 覚え書き"), .init("⟦＃⟧覚え書き", sign, "# 覚え書き"),
    .init("summary: 長い要約を\n⟦途⟧中で折った", stray, "summary: 長い要約を途中で折った"),
    .init("summary: AI and\n⟦b⟧ig data", stray, "summary: AI and big data"),
    .init("kind: 研究開発\n⟦kind⟧: 研究開発", "yaml/duplicate-key", nil),
    .init("⟦}⟧", open, nil),
  ]

  /// Lists and groups between other signs.
  static let enclosed: [SlipCase] = [
    .init("aliases:\n  ⟦--⟧ 乙", sign, "aliases:\n  - 乙"),
    .init("agencies:\n  ⟦--⟧ 経産省", sign, "agencies:\n  - 経産省"),
    .init("agencies: [⟦(⟧to: 経産省, role: 実施)]", sign, "agencies: [{to: 経産省, role: 実施}]"),
    .init("agencies: [⟦（⟧to: 経産省, role: 実施）]", sign, "agencies: [{to: 経産省, role: 実施}]"),
    .init("agencies: [⟦[⟧to: 経産省, role: 実施]]", sign, "agencies: [{to: 経産省, role: 実施}]"),
    .init("agencies: ⟦[⟧to: 経産省, role: 実施]", sign, "agencies: [{to: 経産省, role: 実施}]"),
    .init("agencies: ⟦(⟧to: 経産省, role: 実施)", sign, "agencies: [{to: 経産省, role: 実施}]"),
    .init("agencies: ⟦[⟧to: 経産省, to: 文科省]", sign, "agencies: [{to: 経産省}, {to: 文科省}]"),
    .init(
      "agencies: [⟦(⟧to: 経産省), (to: 文科省)]", sign, "agencies: [{to: 経産省}, {to: 文科省}]"),
    .init("agencies:\n  - ⟦[⟧to: 経産省, role: 実施]", sign, "agencies:\n  - {to: 経産省, role: 実施}"),
    .init("agencies:\n  - ⟦(⟧to: 経産省, role: 実施)", sign, "agencies:\n  - {to: 経産省, role: 実施}"),
    .init("agencies: [経産省, 文科省⟦)⟧", open, "agencies: [経産省, 文科省]"),
    .init("agencies: [経産省, 文科省⟦）⟧", open, "agencies: [経産省, 文科省]"),
    .init("agencies: ⟦(⟧経産省, 文科省]", sign, "agencies: [経産省, 文科省]"),
    .init("agencies: ⟦\"⟧[経産省, 文科省]\"", stray, "agencies: [経産省, 文科省]"),
    .init("agencies: ⟦'⟧[経産省, 文科省]'", stray, "agencies: [経産省, 文科省]"),
    .init("agencies:\n  - ⟦\"⟧{to: 経産省}\"", stray, "agencies:\n  - {to: 経産省}"),
    .init("aliases: ⟦\"⟧[乙, 丙]\"", stray, "aliases: [乙, 丙]"),
    .init("agencies: ⟦「⟧経産省、文科省」", sign, "agencies: [経産省, 文科省]"),
    .init("agencies: ⟦「⟧経産省」「文科省」", sign, "agencies: [経産省, 文科省]"),
    .init("agencies: ⟦「⟧経産省」・「文科省」", sign, "agencies: [経産省, 文科省]"),
    .init("aliases: ⟦「⟧乙」、「丙」", sign, "aliases: [乙, 丙]"),
    .init("⟦?⟧ kind: 研究開発", stray, "kind: 研究開発"),
    .init("⟦?⟧ kind\n: 研究開発", stray, "kind: 研究開発"),
    .init("agencies: [{to⟦:⟧: 経産省}]", gap, "agencies: [{to: 経産省}]"),
    .init("aliases\n⟦:⟧ - 乙\n  - 丙", stray, "aliases:\n  - 乙\n  - 丙"),
    .init(
      "budget:\n  - year: 2020年度\n  ⟦-⟧ amount: 1億円", stray,
      "budget:\n  - year: 2020年度\n    amount: 1億円"),
    .init(
      "budget:\n  - year: 2020年度\n  ⟦-⟧ stage: 当初\n  - amount: 1億円\n  - year: 2021年度\n    amount: 2億円",
      stray,
      "budget:\n  - year: 2020年度\n    stage: 当初\n    amount: 1億円\n  - year: 2021年度\n    amount: 2億円"
    ),
    .init("agencies:\n  - to: 経産省\n  ⟦-⟧ role: 実施", stray, "agencies:\n  - to: 経産省\n    role: 実施"),
    .init(
      "budget:\n  ⟦y⟧ear: 2020年度\n  amount: 1億円", stray,
      "budget:\n  - year: 2020年度\n    amount: 1億円"),
    .init("aliases: ⟦|⟧\n  - 乙\n  - 丙", stray, "aliases:\n  - 乙\n  - 丙"),
    .init("aliases: |\n  ⟦乙⟧\n  丙", stray, "aliases:\n  - 乙\n  - 丙"),
    .init("summary: |\n⟦甲⟧の\n要約", stray, "summary: 甲の要約"),
  ]

  @Test(
    "a slip is one report, at the wrong sign, and its first fix mends it",
    arguments: [colons, blanks, lists, entries, blocks, habits, values, enclosed].joined())
  func tellsSlip(_ slip: SlipCase) throws {
    let (bytes, place) = SlipCase.marked(Self.head + slip.lines + Self.tail)
    let reading = try RecordReading(bytes: bytes)
    let told = reading.diagnostics.map {
      "\($0.code.rawValue) \($0.range.bytes) \($0.message.japanese)"
    }
    #expect(reading.diagnostics.map(\.code.rawValue) == [slip.code], "\(told)")
    let diagnostic = try #require(reading.diagnostics.first)
    #expect(diagnostic.range.bytes == place, "\(reading.marked(diagnostic)) \(told)")
    let latin = diagnostic.message.japanese.split { !$0.isASCII || !$0.isLetter }
    #expect(latin.allSatisfy { String(decoding: bytes, as: UTF8.self).contains($0) }, "\(told)")
    #expect(reading.record?.title.value == "甲")
    guard let fix = diagnostic.fixes.first else {
      #expect(slip.mended == nil)
      return
    }
    for fix in diagnostic.fixes {
      let path = diagnostic.range.path
      let mended = try #require(TextEdit.applying(fix.edits, to: bytes, at: path))
      #expect(
        try RecordReading(bytes: mended).diagnostics.isEmpty,
        "\(String(decoding: mended, as: UTF8.self))")
    }
    if let expected = slip.mended {
      let mended = try #require(TextEdit.applying(fix.edits, to: bytes, at: diagnostic.range.path))
      #expect(String(decoding: mended, as: UTF8.self) == Self.head + expected + Self.tail)
    }
  }

  @Test(
    "what reads as it looks is no slip",
    arguments: [
      "summary: https://example.jp/", "summary: 開場は10:30から", "summary: 目的：人を育てる", "summary: C#とF#",
      "summary: AI＃1", "figures: [採択13件、応募40件あった]", "aliases: [講習会、セミナーの開催等]",
      "figures: [2019,2020]", "notes: [「甲」, 「乙」]", "notes: [甲（A）, 乙（B）]", "notes: [（甲, 乙]",
      "figures: [東棟 101, 102号室]", "figures: [10, 20, 30]", "# <!-- 覚え書き -->\nsummary: 甲",
      "figures: [100, 200, 300]", "summary: 「甲」、乙",
      "summary: \"目的: 人を育てる\"", "summary: '甲''乙'", "summary: ［仮称］実証事業", "summary: “甲”と“乙”",
      "summary: -5度", "summary: ?印", "# 覚え書き\nsummary: 甲", "figures: # 数値\n  - 甲",
      "summary: >-\n  長い\n  続き",
      "detail: |\n  - 甲: 乙\n  # 丙\n\n  丁",
      "aliases: [\n  乙,\n  丙\n]", "aliases:\n- 乙\n- 丙", "aliases:\n\n  - 乙\n  # 覚え\n  - 丙",
      "kind : 研究開発",
      "agencies:\n  - to: 経産省\n    role: 実施\n  - {to: 文科省}",
      "agencies: [{to: 経産省, role: \"甲: 乙\"}]",
      "budget:\n  - year: 2020年度\n    amount: 1,100億円", "aliases: [\"1,100\", '甲, 乙']",
      "figures:\n  - 甲：乙",
      "aliases: []", "ministries: [商工業、中小企業の室]", "summary: 甲 - 乙", "summary: a:b",
      "summary: \"改行しない\\t甲\"",
      "aliases: [甲乙 丙, C++, a-b, a?]", "notes:\n  - 1,234件",
      "summary: \"長い\n  続き\"", "detail: >\n  甲\n   乙\n\n  丙\nkind: 研究開発", "kind:\t研究開発",
      "kind:   研究開発  ",
      "budget:\n  - {year: 2020年度, amount: 5億円, note: 甲、乙}", "aliases: [甲/乙, （独）丙]",
      "'kind': 研究開発", "agencies: [{to: 経産省, role: 甲、乙の担当}]", "\"aliases\": [\"乙\",\"丙\"]",
      "summary: ーーー", "summary: 'C:\\temp'", "summary: \"C:\\\\temp\"", "summary: \"\\u3042\"",
      "agencies:\n  - to: 経産省\n  - to: 文科省\n    role: 実施", "aliases: [「乙、丙」の会, 丁]",
      "agencies:\n  - role: 実施\n    to: 経産省\n  - role: 支援\n    to: 文科省", "notes: [（乙）, (丙)]",
      "aliases:\n  - （乙：丙）",
    ])
  func acceptsText(_ lines: String) throws {
    let reading = try RecordReading(Self.head + lines + Self.tail)
    #expect(reading.faults.isEmpty)
  }
}
