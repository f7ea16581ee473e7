import Diagnostics
import TestSupport
import Testing

@testable import CatalogueSource

@Suite("Odd blanks and signs in values")
struct OddSignTests {
  static let hidden = "text/invisible-character"
  static let stray = "yaml/stray-line"

  static let cases: [SlipCase] = [
    .init("summary: 取組に⟦\t⟧より", hidden, "summary: 取組により"),
    .init("summary: TIA⟦\t⟧の取組", hidden, "summary: TIA の取組"),
    .init("summary: 団体⟦\u{A0}⟧、個人", hidden, "summary: 団体、個人"),
    .init("aliases: [甲⟦\u{A0}⟧乙, 丙]", hidden, "aliases: [甲乙, 丙]"),
    .init("summary: 状況を調べ⟦ ⟧、考える。", hidden, "summary: 状況を調べ、考える。"),
    .init("summary: 届かせるため⟦　⟧、始めた。", hidden, "summary: 届かせるため、始めた。"),
    .init("notes:\n  - 採択（2020年度⟦ ⟧）", hidden, "notes:\n  - 採択（2020年度）"),
    .init("summary: 「ONE⟦  ⟧JAPAN」", hidden, "summary: 「ONE JAPAN」"),
    .init("summary: \"甲⟦  ⟧乙\"", hidden, "summary: \"甲 乙\""),
    .init("agencies: [{to: 経産省, role: 甲⟦  ⟧乙}]", hidden, "agencies: [{to: 経産省, role: 甲 乙}]"),
    .init("summary: 国立⟦\"⟧研究", stray, "summary: 国立研究"),
    .init("notes: [採択、⟦“⟧50か国]", stray, "notes: [採択、50か国]"),
    .init("summary: 「甲プログラム⟦'⟧ 令和2年度」", stray, "summary: 「甲プログラム 令和2年度」"),
    .init("notes:\n  - 内訳の目標⟦}⟧ 甲", stray, "notes:\n  - 内訳の目標 甲"),
    .init("notes:\n  - 平成26⟦]⟧年度まで", stray, "notes:\n  - 平成26年度まで"),
    .init("summary: 甲の要約⟦}⟧", stray, "summary: 甲の要約"),
    .init("summary: Technology⟦　⟧Licensing", hidden, "summary: Technology Licensing"),
    .init("summary: 防ぐため、⟦、⟧後押しする。", stray, "summary: 防ぐため、後押しする。"),
  ]

  @Test("each is one report at its place, and its fix mends it", arguments: cases)
  func tells(_ slip: SlipCase) throws {
    let (bytes, place) = SlipCase.marked(SlipTests.head + slip.lines + SlipTests.tail)
    let reading = try RecordReading(bytes: bytes)
    #expect(reading.diagnostics.map(\.code.rawValue) == [slip.code])
    let fault = try #require(reading.diagnostics.first)
    #expect(fault.range.bytes == place)
    let fix = try #require(fault.fixes.first)
    let mended = try #require(TextEdit.applying(fix.edits, to: bytes, at: fault.range.path))
    #expect(
      String(decoding: mended, as: UTF8.self) == SlipTests.head + (slip.mended ?? "")
        + SlipTests.tail)
    #expect(try RecordReading(bytes: mended).diagnostics.isEmpty)
  }

  @Test(
    "what is typed on purpose is not told",
    arguments: [
      "summary: 第一章　総則", "summary: 甲 乙 丙", "summary: 山田 太郎が書いた。", "aliases: [ものづくり ほじょきん]",
      "summary: TIA の取組。", "summary: 24\"の画面", "summary: “甲”と“乙”",
      "summary: 「甲」、「乙」。",
      "summary: そして、、、", "summary: \"甲\\\"乙\\\"丙\"", "summary: it's 5 o'clock", "summary: 甲の'90年代",
      "summary: 甲[1]の値", "summary: '試しの\"施策'", "summary: \"]甲\"",
      "detail: |\n  甲  \n  乙、、丙",
      "summary: \"長い\n  続き\"", "summary: U.S. Licensing", "aliases: [甲,  乙]",
      "agencies: [{to:  経産省,  role: 甲}]",
    ])
  func accepts(_ lines: String) throws {
    #expect(try RecordReading(SlipTests.head + lines + SlipTests.tail).faults.isEmpty)
  }
}
