import CatalogueModel
import Diagnostics
import Testing

@testable import CatalogueSource

@Suite("Slips around front matter")
struct FrontMatterSlipTests {
  private static let fields = "title: 甲\nyomi: こう\n"
  private static let mark = "front-matter/mark"
  private static let missing = "front-matter/missing"
  private static let stray = "yaml/stray-line"

  /// Whole files; the wrong signs stand between ⟦ and ⟧.
  private static let openings: [SlipCase] =
    ["－－－", "ーーー", "--", "----", "- - -", "***", "+++", "—-", "———", "――", "===", " ---", "−−−"].map
  {
    let (blank, sign) = $0 == " ---" ? (" ", "---") : ("", $0)
    let place = blank.isEmpty ? "⟦\(sign)⟧" : "⟦ ⟧---"
    return .init("\(place)\n\(fields)---\n本文です。\n", mark, "---\n\(fields)---\n本文です。\n")
  } + [
    .init("⟦\n⟧---\n\(fields)---\n本文です。\n", mark, "---\n\(fields)---\n本文です。\n"),
    .init("⟦\n\n  ⟧---\n\(fields)---\n本文です。\n", mark, "---\n\(fields)---\n本文です。\n"),
    .init("\u{FEFF}⟦\n⟧---\n\(fields)---\n本文です。\n", mark, "\u{FEFF}---\n\(fields)---\n本文です。\n"),
    .init("⟦　⟧---\n\(fields)---\n本文です。\n", mark, "---\n\(fields)---\n本文です。\n"),
    .init("⟦```yaml⟧\n---\n\(fields)---\n```\n本文です。\n", mark, "---\n\(fields)---\n本文です。\n"),
    .init("⟦```⟧\n\(fields)```\n本文です。\n", mark, "---\n\(fields)---\n本文です。\n"),
    .init("⟦---⟧title: 甲\nyomi: こう\n---\n本文です。\n", mark, "---\n\(fields)---\n本文です。\n"),
    .init("⟦---⟧ title: 甲\nyomi: こう\n---\n本文です。\n", mark, "---\n\(fields)---\n本文です。\n"),
    .init("⟦⟧\(fields)---\n本文です。\n", missing, "---\n\(fields)---\n本文です。\n"),
    .init("\u{FEFF}⟦⟧\(fields)---\n本文です。\n", missing, "\u{FEFF}---\n\(fields)---\n本文です。\n"),
  ]

  private static let endings: [SlipCase] =
    ["－－－", "ーーー", "--", "----", "- - -", "***", "+++", "—-", "```", "___"].map {
      .init("---\n\(fields)⟦\($0)⟧\n本文です。\n", mark, "---\n\(fields)---\n本文です。\n")
    } + [
      .init("---\n\(fields) ⟦---⟧\n本文です。\n", mark, "---\n\(fields)---\n本文です。\n"),
      .init(
        "---\n\(fields)⟦ーーー⟧\n本文です。\n\n---\n\n続き\n", mark, "---\n\(fields)---\n本文です。\n\n---\n\n続き\n"
      ),
      .init(
        "---\n\(fields)⟦---⟧\n\nsummary: 要約\n\n---\n本文です。\n", mark,
        "---\n\(fields)\nsummary: 要約\n\n---\n本文です。\n"),
      .init(
        "---\n\(fields)\n⟦---⟧\n# 覚え\n\naliases:\n  - 乙\nsummary: 要約\n---\n本文です。\n", mark,
        "---\n\(fields)\n# 覚え\n\naliases:\n  - 乙\nsummary: 要約\n---\n本文です。\n"),
      .init(
        "---\n\(fields)⟦---⟧\nsummary: 要約\n\n本文です。\n", mark,
        "---\n\(fields)summary: 要約\n---\n\n本文です。\n"),
      .init("---\n\(fields)⟦⟧\n本文です。\n", missing, "---\n\(fields)---\n\n本文です。\n"),
      .init("---\n\(fields)⟦⟧\n本文です。\n続きます。\n\n---\n\n終わり\n", missing, nil),
      .init("---\n\(fields)⟦⟧", missing, "---\n\(fields)---\n"),
      .init("---\ntitle: 甲\nyomi: こう⟦⟧", missing, "---\n\(fields)---\n"),
      .init(
        "---\n\(fields)⟦⟧\n## 見出し\n\n本文です。\n", missing, "---\n\(fields)---\n\n## 見出し\n\n本文です。\n"),
    ]

  /// Marks of a list before the fields.
  private static let dashes: [SlipCase] = [
    .init("---\n⟦-⟧ title: 甲\nyomi: こう\n---\n文。\n", stray, "---\n\(fields)---\n文。\n"),
    .init("---\n⟦-⟧title: 甲\nyomi: こう\n---\n文。\n", stray, "---\n\(fields)---\n文。\n"),
    .init("---\n⟦・⟧title: 甲\nyomi: こう\n---\n文。\n", stray, "---\n\(fields)---\n文。\n"),
    .init("---\n⟦-⟧ title: 甲\n- yomi: こう\n---\n文。\n", stray, "---\n\(fields)---\n文。\n"),
    .init("---\n⟦-⟧ title: 甲\n  yomi: こう\n---\n文。\n", stray, "---\n\(fields)---\n文。\n"),
    .init(
      "---\n⟦-⟧ title: 甲\n- aliases:\n  - 乙\n- yomi: こう\n---\n文。\n", stray,
      "---\ntitle: 甲\naliases:\n  - 乙\nyomi: こう\n---\n文。\n"),
    .init("---\n⟦・⟧覚え書き\n\(fields)---\n文。\n", stray, "---\n# 覚え書き\n\(fields)---\n文。\n"),
    .init("---\n⟦-⟧ 覚え書き\n\(fields)---\n文。\n", stray, "---\n# 覚え書き\n\(fields)---\n文。\n"),
  ]

  @Test(
    "a wrong or missing line is one report, and its fix mends it",
    arguments: openings + endings + dashes)
  func tellsMark(_ slip: SlipCase) throws {
    let (bytes, place) = SlipCase.marked(slip.lines)
    let reading = try RecordReading(bytes: bytes)
    #expect(
      reading.diagnostics.map(\.code.rawValue) == [slip.code],
      "\(reading.diagnostics.map(\.message.japanese))")
    let diagnostic = try #require(reading.diagnostics.first)
    #expect(diagnostic.range.bytes == place)
    #expect(reading.record?.title.value == "甲")
    let fix = try #require(diagnostic.fixes.first)
    let mended = try #require(
      TextEdit.applying(fix.edits, to: bytes, at: diagnostic.range.path))
    let again = try RecordReading(bytes: mended)
    #expect(again.diagnostics.isEmpty, "\(String(decoding: mended, as: UTF8.self))")
    if let expected = slip.mended { #expect(String(decoding: mended, as: UTF8.self) == expected) }
  }

  @Test("each line among the fields is told, and unknown lines do not hide it")
  func tellsEach() throws {
    let reading = try RecordReading(
      "---\ntitle: 甲\n---\nyomi: こう\n---\n\nkidn: 研究開発\nsummary: 要約\n---\n本文です。\n")
    #expect(
      reading.faults == [
        "front-matter/mark ---", "front-matter/mark ---", "field/unknown-key kidn",
      ])
    #expect(reading.record?.summary == "要約")
  }

  @Test(
    "a field below the line that ends them is told, however it is written",
    arguments: [
      "下書き: はい\n", "下書き：はい\n", "下書き:はい\n", "draft: true\n", "Draft: true\n", "ｄｒａｆｔ: はい\n",
      "種類: 研究開発\n", "別名:\n  - 内輪\n", "要約: 内輪の話。\n", "\n下書き: はい\n", "\n種類: 研究開発\n",
      "---\ndraft: true\n", "\n---\n下書き: true\n", "- 下書き: はい\n", "# 覚え書き\n\n下書き: はい\n",
      "---\n下書き: true\n---\n",
      "\n---\n\ndraft: はい\n---\n",
    ], ["", "\n---\n\n線の下。\n"])
  func tellsFieldsBelow(_ fields: String, _ rest: String) throws {
    let reading = try RecordReading("---\n\(Self.fields)---\n\(fields)\n本文です。\n\(rest)")
    let mark = try #require(reading.diagnostics.first { $0.code == .frontMatterMark })
    #expect(mark.range.bytes.lowerBound == 4 + Self.fields.utf8.count)
    let fix = try #require(mark.fixes.first)
    let mended = try #require(
      TextEdit.applying(fix.edits, to: reading.bytes, at: mark.range.path))
    let again = try RecordReading(bytes: mended)
    #expect(!again.faults.contains { $0.hasPrefix("front-matter") }, "\(again.faults)")
    #expect(String(decoding: mended, as: UTF8.self).contains("\n---\n\n本文です。\n\(rest)"))
  }

  @Test(
    "a text with labels, rules and lists is no field",
    arguments: [
      "\n要約: 次のとおり。\n担当: 甲\n\n文である。\n", "\n# 題\n\n要約は次のとおり。\n\n- 甲\n- 乙\n\n---\n\n文。\n",
      "\n文。\n\nsummary: 要約\n\n---\n\n文。\n", "\n- 要約: 甲\n- 担当: 乙\n\n---\n",
      "\n```\nsummary: 甲\n```\n\n---\n", "# 要約: 甲\n\n種類: 研究開発\n", "\n---\n\n要点: 次のとおり。\n",
      "\n要約: 甲\n\n---\n\n文。\n", "---\n\n文。\n",
    ])
  func keepsText(_ body: String) throws {
    // Labels in a row are told as lines of the text.
    let faults = try RecordReading("---\n\(Self.fields)---\n\(body)").faults
    #expect(faults.filter { !$0.hasPrefix("markdown/typed-list") } == [])
  }

  @Test("what follows a wrong line is read, and its faults are told too")
  func readsOn() throws {
    let reading = try RecordReading("－－－\ntitle: 甲\nyomi：こう\nkind: 謎\n---\n[x](javascript:a)\n")
    #expect(
      reading.diagnostics.map(\.code).sorted { $0.rawValue < $1.rawValue } == [
        .unknownChoice, .frontMatterMark, .forbiddenScheme, .yamlWrongSign,
      ], "\(reading.faults)")
  }

  @Test(
    "after a slip the rest is read, and nothing that only follows is told",
    arguments: [
      (
        "kind：謎\nnumber: 三\n",
        ["yaml/full-width-sign", "field/unknown-choice", "field/invalid-integer"]
      ),
      (
        "kind：研究開発\nsummary: \"甲\nnumber: 三\n",
        ["yaml/full-width-sign", "yaml/unclosed", "field/invalid-integer"]
      ),
      (
        "aliases: [乙\nnumber: 三\nsummary: 甲: 乙\n",
        ["yaml/unclosed", "yaml/needs-quotes", "field/invalid-integer"]
      ),
      (
        "aliases:\n・乙\n・丙\nnumber: 三\n",
        ["yaml/full-width-sign", "yaml/full-width-sign", "field/invalid-integer"]
      ),
      ("summary: \"\\ud800\"\nnumber: 三\n", ["yaml/syntax", "field/invalid-integer"]),
      ("kind\nnumber: 三\n", ["yaml/stray-line", "field/invalid-integer"]),
    ])
  func readsFields(_ lines: String, _ codes: [String]) throws {
    let reading = try RecordReading("---\n" + lines + "title: 甲\nyomi: こう\n---\n")
    #expect(
      reading.diagnostics.map(\.code.rawValue).sorted() == codes.sorted(), "\(reading.faults)")
    #expect(reading.record?.title.value == "甲")
  }

  @Test("places are exact behind a slip")
  func keepsPlaces() throws {
    let reading = try RecordReading(
      "---\ntitle：甲\nyomi: こう\naliases：［乙、丙］\nkind：謎\nnumber: 三\n---\n")
    #expect(
      reading.faults.sorted() == [
        "field/invalid-integer 三", "field/unknown-choice 謎", "yaml/full-width-sign ：",
        "yaml/full-width-sign ：", "yaml/full-width-sign ：", "yaml/full-width-sign ［",
      ])
    let record = try #require(reading.record)
    #expect(String(decoding: reading.bytes[record.title.bytes], as: UTF8.self) == "甲")
    #expect(
      record.aliases.map { String(decoding: reading.bytes[$0.bytes], as: UTF8.self) } == ["乙", "丙"])
  }
}
