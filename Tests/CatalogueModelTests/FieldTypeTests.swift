import ByteWriting
import Diagnostics
import Foundation
import SystemPackage
import TestSupport
import Testing
import YAMLTree

@testable import CatalogueModel

/// A value of a type with everything that the type makes of it.
struct Valid: Sendable, CustomTestStringConvertible {
  let type: any FieldType
  let yaml: String
  let shown: String
  let json: String
  let cell: TableCell
  var detail: String?
  var slug: String?

  init(
    _ type: any FieldType, _ yaml: String, shown: String, json: String, cell: TableCell,
    detail: String? = nil, slug: String? = nil
  ) {
    self.type = type
    self.yaml = yaml
    self.shown = shown
    self.json = json
    self.cell = cell
    self.detail = detail
    self.slug = slug
  }

  var testDescription: String { "\(Swift.type(of: type).name): \(yaml)" }
}

/// A value that a type refuses.
struct Invalid: Sendable, CustomTestStringConvertible {
  let type: any FieldType
  let yaml: String
  let code: DiagnosticCode
  let marked: String
  var suggestion: String?

  init(
    _ type: any FieldType, _ yaml: String, _ code: DiagnosticCode, marks marked: String? = nil,
    suggests suggestion: String? = nil
  ) {
    self.type = type
    self.yaml = yaml
    self.code = code
    self.marked = marked ?? yaml
    self.suggestion = suggestion
  }

  var testDescription: String { "\(Swift.type(of: type).name): \(yaml)" }
}

private let kinds = EnumerationType(choices: [
  .init(text: "研究開発", slug: "rd"), .init(text: "補助・助成"), .init(text: "AI戦略"),
])
private let role = FieldDefinition(key: "role", label: "役割", type: TextType())
private let since = FieldDefinition(key: "since", label: "参画", type: MomentType())
private let word = FieldDefinition(
  key: "as", label: "関係", type: RelationWordType(words: ["前身", "後継"]), isRequired: true)

@Suite("Field types")
struct FieldTypeTests {
  static let valid: [Valid] = [
    Valid(
      TextType(), "産業技術総合研究所", shown: "産業技術総合研究所", json: "\"産業技術総合研究所\"", cell: .text("産業技術総合研究所")),
    Valid(TextType(), "no", shown: "no", json: "\"no\"", cell: .text("no")),
    Valid(TextType(), "\" 前後の空白 \"", shown: " 前後の空白 ", json: "\" 前後の空白 \"", cell: .text(" 前後の空白 ")),
    Valid(
      TextType(), "<b>&\"", shown: "<b>&\"", json: "\"\\u003cb\\u003e\\u0026\\\"\"",
      cell: .text("<b>&\"")),
    Valid(
      MarkdownType(), "|\n  一行目\n  **二行目**", shown: "一行目\n**二行目**\n", json: "\"一行目\\n**二行目**\\n\"",
      cell: .text("一行目\n**二行目**\n")),
    Valid(
      URLType(), "https://example.jp/a?b=1#c", shown: "https://example.jp/a?b=1#c",
      json: "\"https://example.jp/a?b=1#c\"", cell: .text("https://example.jp/a?b=1#c")),
    Valid(
      BooleanType(), "はい", shown: "はい", json: "true", cell: .text("はい"), slug: "true"),
    Valid(BooleanType(), "no", shown: "いいえ", json: "false", cell: .text("いいえ"), slug: "false"),
    Valid(IntegerType(), "0", shown: "0", json: "0", cell: .number(0)),
    Valid(IntegerType(), "-12", shown: "-12", json: "-12", cell: .number(-12)),
    Valid(
      ReadingType(), "さんぎょうぎじゅつ", shown: "さんぎょうぎじゅつ", json: "\"さんぎょうぎじゅつ\"",
      cell: .text("さんぎょうぎじゅつ")),
    Valid(
      DateType(), "2020-04-01", shown: "令和2年4月1日（2020年4月1日）", json: "\"2020-04-01\"",
      cell: .text("2020-04-01"), slug: "2020-04-01"),
    Valid(DateType(), "平成28年", shown: "平成28年（2016年）", json: "\"2016\"", cell: .text("2016")),
    Valid(
      DateType(), "2020年4月", shown: "令和2年4月（2020年4月）", json: "\"2020-04\"", cell: .text("2020-04")),
    Valid(
      MomentType(), "2009年6月", shown: "平成21年6月（2009年6月）", json: "\"2009-06\"",
      cell: .text("2009-06"), slug: "2009-06"),
    Valid(
      MomentType(), "2012年度", shown: "平成24年度（2012年度）", json: "{\"fiscalYear\":2012}",
      cell: .text("2012年度"), slug: "2012"),
    Valid(
      FiscalYearType(), "令和元年度", shown: "令和元年度（2019年度）", json: "2019", cell: .number(2019),
      slug: "2019"),
    Valid(FiscalYearType(), "R2年度", shown: "令和2年度（2020年度）", json: "2020", cell: .number(2020)),
    Valid(
      PeriodType(), "平成25年度〜令和3年度", shown: "平成25年度〜令和3年度（2013年度〜2021年度）",
      json: "\"2013-04-01/2022-03-31\"", cell: .text("2013-04-01/2022-03-31")),
    Valid(
      MoneyType(), "133億10百万円", shown: "133億1,000万円",
      json: "{\"yen\":13310000000,\"printed\":\"133億10百万円\"}", cell: .number(13_310_000_000)),
    Valid(MoneyType(), "0円", shown: "0円", json: "{\"yen\":0,\"printed\":\"0円\"}", cell: .number(0)),
    Valid(
      BudgetType(), "{year: 2020年度, stage: 当初, amount: 17億円}", shown: "令和2年度（2020年度） 当初 17億円",
      json:
        "{\"fiscalYear\":2020,\"stage\":\"当初\",\"yen\":1700000000,\"printed\":\"17億円\",\"note\":null}",
      cell: .text("令和2年度（2020年度） 当初 17億円")),
    Valid(
      BudgetType(), "{年度: R2年度, 注: 内数}", shown: "令和2年度（2020年度）",
      json: "{\"fiscalYear\":2020,\"stage\":null,\"yen\":null,\"printed\":null,\"note\":\"内数\"}",
      cell: .text("令和2年度（2020年度）"), detail: "内数"),
    Valid(
      MeasureType(), "{name: 共同研究, year: 2017年度, value: \"2万5,451\", unit: 件, at: 第1章}",
      shown: "共同研究 平成29年度（2017年度） 25,451件",
      json:
        "{\"name\":\"共同研究\",\"fiscalYear\":2017,\"value\":25451,\"unit\":\"件\",\"printed\":\"2万5,451\",\"note\":null,\"at\":\"第1章\"}",
      cell: .text("共同研究 平成29年度（2017年度） 25,451件")),
    Valid(
      MeasureType(), "{名: 割合, 年: 2018年9月, 値: △４６．５０, 単位: ％, 注: 速報}",
      shown: "割合 平成30年9月（2018年9月） -46.50％",
      json:
        "{\"name\":\"割合\",\"date\":\"2018-09\",\"value\":-46.50,\"unit\":\"％\",\"printed\":\"△４６．５０\",\"note\":\"速報\",\"at\":null}",
      cell: .text("割合 平成30年9月（2018年9月） -46.50％"), detail: "速報"),
    Valid(
      CorporateNumberType(), "7010005005425", shown: "7010005005425", json: "\"7010005005425\"",
      cell: .text("7010005005425")),
    Valid(kinds, "研究開発", shown: "研究開発", json: "\"研究開発\"", cell: .text("研究開発"), slug: "rd"),
    Valid(kinds, "ＡＩ戦略", shown: "AI戦略", json: "\"AI戦略\"", cell: .text("AI戦略"), slug: "AI戦略"),
    Valid(kinds, "補助･助成", shown: "補助・助成", json: "\"補助・助成\"", cell: .text("補助・助成")),
    Valid(
      RelationWordType(words: ["前身", "後継"]), "前身", shown: "前身", json: "\"前身\"", cell: .text("前身")),
    Valid(
      ReferenceType(edgeFields: [role], isOpen: false), "NEDO", shown: "NEDO", json: "\"NEDO\"",
      cell: .text("NEDO")),
    Valid(
      ReferenceType(edgeFields: [role], isOpen: false), "{相手: NEDO, 役割: 実施}", shown: "NEDO",
      json: "\"NEDO\"", cell: .text("NEDO")),
    Valid(
      ReferenceType(edgeFields: [role], isOpen: true), "{role: 実施}", shown: "", json: "\"\"",
      cell: .text("")),
    Valid(
      CitationType(), "{document: 白書, at: 第2部}", shown: "白書", json: "\"白書\"", cell: .text("白書")),
  ]

  @Test("a valid value is shown, exported and filed as its type says", arguments: valid)
  func readsValid(_ sample: Valid) throws {
    let reading = try FieldReading(sample.yaml, with: sample.type)
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics.map(\.message.japanese))")
    let value = try #require(reading.value)
    let type = sample.type
    #expect(type.show(value) == ShownValue(sample.shown, detail: sample.detail))
    var out = ByteWriter()
    type.export(value, to: &out)
    #expect(String(decoding: out.bytes, as: UTF8.self) == sample.json)
    #expect(throws: Never.self) {
      try JSONSerialization.jsonObject(with: Data(out.bytes), options: .fragmentsAllowed)
    }
    #expect(type.cell(value) == sample.cell)
    if let slug = sample.slug { #expect(type.slug(value) == slug) }
    #expect(!type.slug(value).contains("/"))
  }

  static let invalid: [Invalid] = [
    Invalid(TextType(), "[一]", .wrongShape), Invalid(TextType(), "{一: 二}", .wrongShape),
    Invalid(TextType(), "\"\"", .emptyValue), Invalid(TextType(), "\" \\t\"", .emptyValue),
    Invalid(TextType(), "\"　\"", .emptyValue),
    Invalid(TextType(), "\"一\\n二\"", .invalidText),
    Invalid(MarkdownType(), "[一]", .wrongShape), Invalid(MarkdownType(), "''", .emptyValue),
    Invalid(URLType(), "ftp://example.jp/", .invalidURL),
    Invalid(URLType(), "example.jp", .invalidURL),
    Invalid(URLType(), "javascript:alert(1)", .invalidURL),
    Invalid(URLType(), "https://", .invalidURL),
    Invalid(URLType(), "https://日本.jp/", .invalidURL),
    Invalid(URLType(), "'https://a.jp/\"<'", .invalidURL),
    Invalid(URLType(), "https:///a", .invalidURL),
    Invalid(BooleanType(), "たぶん", .invalidBoolean, suggests: "はい"),
    Invalid(IntegerType(), "3.5", .invalidInteger), Invalid(IntegerType(), "三", .invalidInteger),
    Invalid(IntegerType(), "007", .invalidInteger, suggests: "7"),
    Invalid(IntegerType(), "1,000", .invalidInteger),
    Invalid(IntegerType(), "+007", .invalidInteger),
    Invalid(IntegerType(), "１２", .invalidInteger, suggests: "12"),
    Invalid(IntegerType(), "99999999999999999999", .invalidInteger),
    Invalid(ReadingType(), "産業", .invalidReading), Invalid(DateType(), "2020年13月", .invalidDate),
    Invalid(DateType(), "令和1年", .invalidDate, suggests: "令和元年"),
    Invalid(DateType(), "2021-02-29", .invalidDate),
    Invalid(DateType(), "きのう", .invalidDate),
    Invalid(MomentType(), "平成32年度", .invalidFiscalYear),
    Invalid(MomentType(), "平成32年", .invalidDate),
    Invalid(FiscalYearType(), "2020年", .invalidFiscalYear, suggests: "2020年度"),
    Invalid(FiscalYearType(), "平成32年度", .invalidFiscalYear, suggests: "令和2年度"),
    Invalid(PeriodType(), "2021年度〜2013年度", .invalidPeriod),
    Invalid(PeriodType(), "2013年度", .invalidPeriod),
    Invalid(MoneyType(), "約17億円", .invalidMoney), Invalid(MoneyType(), "17億", .invalidMoney),
    Invalid(MoneyType(), "たくさん", .invalidMoney),
    Invalid(BudgetType(), "17億円", .invalidBudget),
    Invalid(BudgetType(), "{year: 2020年度}", .invalidBudget),
    Invalid(BudgetType(), "{amount: 17億円}", .invalidBudget),
    Invalid(BudgetType(), "{year: 2020年, amount: 17億円}", .invalidFiscalYear, marks: "2020年"),
    Invalid(BudgetType(), "{year: 2020年度, amount: 17}", .invalidMoney, marks: "17"),
    Invalid(
      BudgetType(), "{yaer: 2020年度, amount: 1円}", .unknownKey, marks: "yaer",
      suggests: "year"),
    Invalid(MeasureType(), "120件", .invalidMeasure),
    Invalid(MeasureType(), "{name: 甲, year: 2020年度, value: 120}", .invalidMeasure),
    Invalid(MeasureType(), "{year: 2020年度, value: 120, unit: 件}", .invalidMeasure),
    Invalid(
      MeasureType(), "{name: 甲, year: 2020年度, value: 120件, unit: 件}", .invalidNumber, marks: "120件"),
    Invalid(
      MeasureType(), "{name: 甲, year: 2020年度, value: 約120, unit: 件}", .invalidNumber, marks: "約120"),
    Invalid(
      MeasureType(), "{name: 甲, year: 2020年度, value: 12O, unit: 件}", .invalidNumber, marks: "12O"),
    Invalid(
      MeasureType(), "{name: 甲, year: 2020年度, value: l2, unit: 件}", .invalidNumber, marks: "l2"),
    Invalid(
      MeasureType(), "{name: 甲, year: 2020年度, value: 2l, unit: 件}", .invalidNumber, marks: "2l",
      suggests: "21"),
    Invalid(
      MeasureType(), "{name: 甲, year: 2020年度, value: \"1,20\", unit: 件}", .invalidNumber,
      marks: "\"1,20\""),
    Invalid(
      MeasureType(), "{name: 甲, year: 2020, value: 120, unit: 件}", .invalidFiscalYear,
      marks: "2020",
      suggests: "2020年度"),
    Invalid(
      MeasureType(), "{name: 甲, yaer: 2020年度, value: 120, unit: 件}", .unknownKey, marks: "yaer",
      suggests: "year"),
    Invalid(CorporateNumberType(), "7010005005426", .invalidCorporateNumber),
    Invalid(CorporateNumberType(), "701000500542", .invalidCorporateNumber),
    Invalid(kinds, "研究改発", .unknownChoice, suggests: "研究開発"),
    Invalid(kinds, "ai", .unknownChoice, suggests: "AI戦略"),
    Invalid(RelationWordType(words: ["前身", "後継"]), "先祖", .unknownChoice),
    Invalid(ReferenceType(edgeFields: [role], isOpen: false), "[NEDO]", .wrongShape),
    Invalid(ReferenceType(edgeFields: [role], isOpen: false), "{role: 実施}", .missingField),
    Invalid(ReferenceType(edgeFields: [role], isOpen: false), "{to: }", .emptyValue, marks: ""),
    Invalid(
      ReferenceType(edgeFields: [role], isOpen: false), "{to: 甲, rol: 乙}", .unknownKey,
      marks: "rol", suggests: "role"),
    Invalid(ReferenceType(edgeFields: [word], isOpen: false), "甲", .missingField),
    Invalid(
      ReferenceType(edgeFields: [word], isOpen: false), "{to: 甲, as: 前進}", .unknownChoice,
      marks: "前進", suggests: "前身"),
    Invalid(
      ReferenceType(edgeFields: [since], isOpen: false), "{to: 甲, since: いつか}", .invalidDate,
      marks: "いつか"),
    Invalid(CitationType(), "白書", .missingField),
    Invalid(CitationType(), "{document: 白書}", .missingField),
    Invalid(CitationType(), "{at: 第2部}", .missingField),
    Invalid(
      CitationType(), "{documnet: 白書, at: 1}", .unknownKey, marks: "documnet", suggests: "document"),
  ]

  @Test(
    "an invalid value is a fault at its place, with what may have been meant", arguments: invalid)
  func refusesInvalid(_ sample: Invalid) throws {
    let reading = try FieldReading(sample.yaml, with: sample.type)
    let own = reading.diagnostics.filter { $0.code == sample.code }
    let diagnostic = try #require(own.first, "\(reading.diagnostics.map(\.code))")
    let bytes = Array(reading.source.utf8)
    #expect(String(decoding: bytes[diagnostic.range.bytes], as: UTF8.self) == sample.marked)
    // A fault in a part leaves the rest, so that it is not told twice.
    if sample.marked == sample.yaml { #expect(reading.value == nil) }
    if let suggestion = sample.suggestion {
      #expect(diagnostic.suggestions.prefix(3).contains(suggestion), "\(diagnostic.suggestions)")
    }
    #expect(diagnostic.message.japanese.hasSuffix("。"))
    #expect(!diagnostic.message.english.hasSuffix("."))
  }

  @Test(
    "what may have been meant can be written in its place, in any style", arguments: invalid)
  func mendsInvalid(_ sample: Invalid) throws {
    var yamls = [sample.yaml]
    if !sample.yaml.contains(where: { "[{'\"".contains($0) }) {
      yamls += ["'\(sample.yaml)'", "\"\(sample.yaml)\"", "|\n  \(sample.yaml)"]
    }
    for yaml in yamls {
      let reading = try FieldReading(yaml, with: sample.type)
      for diagnostic in reading.diagnostics {
        #expect(diagnostic.fixes.map(\.title) == diagnostic.suggestions)
        for fix in diagnostic.fixes {
          let mended = try #require(
            TextEdit.applying(
              fix.edits, to: Array(reading.source.utf8), at: diagnostic.range.path))
          let text = String(decoding: mended, as: UTF8.self)
          // The key that was meant may stand there already.
          if !YAMLParser.parse(mended, range: 0..<mended.count).findings.isEmpty { continue }
          let again = try FieldReading(source: text, with: sample.type)
          #expect(!again.diagnostics.contains { $0.code == diagnostic.code }, "\(text)")
        }
      }
    }
  }

  @Test(
    "the search finds words, not numbers, flags, addresses or what has a name of its own",
    arguments: [
      (TextType() as any FieldType, "産総研", "産総研"), (kinds, "ＡＩ戦略", "AI戦略"),
      (DateType(), "2016年", "平成28年（2016年）"), (MoneyType(), "17億円", "17億円"),
      (
        BudgetType(), "{year: 2020年度, amount: 459百万円, note: 内数}",
        "令和2年度（2020年度） \n4億5,900万円（459百万円）（内数）"
      ),
      (
        MeasureType(), "{name: 採択, year: 2020年, value: \"2万1\", unit: 件, note: 速報, at: 第1章}",
        "採択 令和2年（2020年） 20,001件（2万1）（速報）（第1章）"
      ),
      (BooleanType(), "はい", nil), (IntegerType(), "24", nil),
      (URLType(), "https://example.jp/", nil),
      (CitationType(), "{document: 白書, at: 1}", nil),
      (ReferenceType(edgeFields: [], isOpen: false), "NEDO", nil),
    ] as [(any FieldType, String, String?)])
  func offersSearchText(_ type: any FieldType, _ yaml: String, _ text: String?) throws {
    let value = try #require(try FieldReading(yaml, with: type).value)
    #expect(type.searchText(value) == text)
  }

  @Test(
    "moments have the order of time, whatever types the fields are of",
    arguments: [
      (DateType() as any FieldType, "2009年6月", "2009-06"), (DateType(), "2016年", "2016"),
      (FiscalYearType(), "令和2年度", "2020"), (MomentType(), "2009年6月", "2009-06"),
      (MomentType(), "2012年度", "2012-04-01"), (PeriodType(), "2013年度〜2021年度", "2013-04-01"),
      (PeriodType(), "2013年5月〜", "2013-05-01"), (PeriodType(), "〜2021年度", "2022-03-31"),
      (TextType(), "2020年", nil), (IntegerType(), "2020", nil),
    ] as [(any FieldType, String, String?)])
  func datesValues(_ type: any FieldType, _ yaml: String, _ moment: String?) throws {
    let value = try #require(try FieldReading(yaml, with: type).value)
    #expect(type.moment(value) == moment)
    #expect((moment != nil) == type.roles.contains(.moment))
  }

  @Test("a hint lists the words of a choice, and says what other types take")
  func hints() {
    #expect(
      EnumerationType(choices: [.init(text: "甲"), .init(text: "乙")]).hint.japanese == "甲 / 乙 から選ぶ")
    #expect(DateType().hint == DateType.summary)
  }

  @Test(
    "sort keys have the order of the values",
    arguments: [
      (IntegerType() as any FieldType, ["-100", "-1", "0", "9", "10", "1000"]),
      (DateType(), ["1999年", "2019-12-31", "2020年", "2020年4月", "2020-04-02"]),
      (MomentType(), ["2009年6月", "2019年度", "2020年5月", "2020年12月"]),
      (FiscalYearType(), ["平成元年度", "平成30年度", "令和元年度", "2020年度"]),
      (MoneyType(), ["0円", "459百万円", "5億円", "17億円", "133億10百万円"]),
      (ReadingType(), ["あい", "あう", "かき", "がき", "はひ", "わ"]),
      (kinds, ["研究開発", "補助・助成", "AI戦略"]),
    ])
  func sortsValues(_ type: any FieldType, _ samples: [String]) throws {
    let keys = try samples.map { yaml -> [UInt8] in
      type.sortKey(try #require(FieldReading(yaml, with: type).value, "\(yaml)"))
    }
    for (left, right) in zip(keys, keys.dropFirst()) {
      #expect(left.lexicographicallyPrecedes(right))
    }
  }

  @Test("every type has a name of its own and says in both languages what is written in it")
  func describesTypes() throws {
    let summaries = FieldTypeRegistry.summaries
    #expect(Set(summaries.map(\.name)).count == summaries.count)
    let folder = Checkout.root.appending("Sources/CatalogueModel/FieldTypes")
    let files = try TestFiles.all(in: folder).keys.filter { $0.hasSuffix("Type.swift") }
    #expect(summaries.count == files.count)
    for summary in summaries.map(\.summary) {
      #expect(!summary.japanese.isEmpty && !summary.english.isEmpty)
    }
  }

  @Test(
    "a plain text is its own slug",
    arguments: ["研究開発", "補助・助成", "１／２", "J-Innovation", "a.b", "2020", "AI", "R&D", "100%"])
  func keepsSlugs(_ text: String) {
    #expect(Slug.make(text) == text)
  }

  @Test("any other text has a slug of its own that is one short path segment")
  func makesSlugs() {
    let long = String(repeating: "長い値、", count: 60)
    let texts = [
      "a/b", "a-b", "a\\b", "a b", "a　b", "..", ".", "-.", ".htaccess", "-htaccess", "", "-", " ",
      "a\n", "a\u{7F}", "a\u{0}", long + "一", long + "二", "../../etc/passwd",
      "a:b", "a?b", "a*b", "a<b>", "a|b", "a\"b", "a.", "con", "CON", "nul.txt", "com1",
      "a\u{202E}b",
    ]
    let slugs = texts.map(Slug.make)
    #expect(Set(slugs).count == texts.count)
    for slug in slugs {
      #expect(!slug.isEmpty && !slug.hasPrefix(".") && slug.utf8.count <= 200)
      #expect(!slug.unicodeScalars.contains { $0 == "/" || $0 == "\\" || $0.value <= 32 })
      #expect(!slug.unicodeScalars.contains { "<>:\"|?*".unicodeScalars.contains($0) })
      #expect(!slug.hasSuffix(".") && !["con", "nul.txt", "com1"].contains(slug.lowercased()))
    }
  }
}
