import CatalogueModel
import Diagnostics
import TestSupport
import Testing

@Suite("Rules of the definition")
struct RuleTests {
  /// A catalogue of bases and their projects with one rule for the bases.
  private static func catalogue(
    _ rule: String, @TestRecordBuilder _ records: () -> [TestRecord]
  ) -> TestCatalogue {
    TestCatalogue(
      definition: """
        site: {title: 試験, base_url: https://example.jp/}
        common:
          title: {type: text, label: 名称, required: true}
          yomi: {type: reading, label: 読み}
        collections:
          bases:
            label: 拠点
            fields:
              kind: {type: enumeration, label: 種類, values: {研究拠点: research, 窓口: counter}}
              open: {type: boolean, label: 公開}
              count: {type: integer, label: 数}
              since: {type: fiscal_year, label: 設置, role: moment}
              years: {type: fiscal_year, list: true, label: 年度}
              budget: {type: budget, list: true, label: 予算}
              operators: {type: reference, list: true, label: 運営機関, role: responsible, to: [bases], inverse: 運営拠点}
              members: {type: reference, list: true, label: 参画機関, to: [bases], inverse: 参画拠点}
              leads: {type: text, list: true, label: 代表}
              ran: {type: period, label: 期間}
              sound: {type: reading, list: true, label: 音}
              sounds: {type: reading, list: true, label: ほかの音}
            rules:
              - \(rule)
          projects:
            label: 取組
            fields:
              base: {type: reference, label: 拠点, to: [bases], inverse: 生まれた取組}
              host: {type: reference, label: 主催, to: [bases], inverse: 主催}
              guest: {type: reference, label: 客, to: [bases], inverse: 主催}
        """, records)
  }

  private static let others = [
    TestRecord("projects/one", "一", "base: 甲"), TestRecord("projects/two", "二", "base: 甲"),
  ]

  /// A rule, the front matter of the base 甲 (with two projects of it), and what is marked, if anything.
  struct Case: Sendable, CustomTestStringConvertible {
    let rule: String
    let lines: String
    let code: DiagnosticCode?
    let marked: String?

    init(
      _ rule: String, _ lines: String, _ code: DiagnosticCode? = nil, marks marked: String? = nil
    ) {
      self.rule = rule
      self.lines = lines
      self.code = code
      self.marked = marked
    }

    var testDescription: String { "\(rule) / \(lines)" }
  }

  static let cases: [Case] = [
    Case("requires: [operators]", "", .ruleMissing, marks: "甲"),
    Case("requires: [運営機関]", "operators: []", .ruleMissing, marks: "甲"),
    Case("requires: [operators]", "operators: [乙]"),
    Case("requires: [operators, leads]", "operators: [乙]", .ruleMissing, marks: "甲"),
    Case("requires: [operators, leads]", "operators: [乙]\nleads: [丙]"),
    Case("requires: [生まれた取組]", ""),
    Case("requires: [projects.base]", ""),
    Case("requires: [projects.host]", "", .ruleMissing, marks: "甲"),
    Case("requires_one_of: [operators, projects.host]", "", .ruleMissing, marks: "甲"),
    Case("requires_one_of: [operators, projects.base]", ""),
    Case("requires_one_of: [operators, members]", "members: [乙]"),
    Case("forbids: [leads]", "leads: [丙, 丁]", .ruleForbidden, marks: "[丙, 丁]"),
    Case("forbids: [projects.base]", "", .ruleForbidden, marks: "甲"),
    Case("forbids: [leads, operators]", "operators: [乙]", .ruleForbidden, marks: "[乙]"),
    Case("forbids: [leads]", "operators: [乙]"),
    Case("at_most: {leads: 2}", "leads: [丙, 丁, 戊]", .ruleTooMany, marks: "戊"),
    Case("at_most: {leads: 3}", "leads: [丙, 丁, 戊]"),
    Case("at_most: {projects.base: 1}", "", .ruleTooMany, marks: "甲"),
    Case("at_most: {leads: 9, members: 1}", "members: [乙, 己]", .ruleTooMany, marks: "己"),
    Case("{when: {kind: 窓口}, requires: [leads]}", "kind: 窓口", .ruleMissing, marks: "甲"),
    Case("{when: {kind: 窓口}, requires: [leads]}", "kind: 研究拠点"),
    Case("{when: {kind: 窓口}, requires: [leads]}", ""),
    Case("{when: {kind: [窓口, 研究拠点]}, requires: [leads]}", "kind: 研究拠点", .ruleMissing, marks: "甲"),
    Case(
      "{when: {kind: 窓口, open: はい}, requires: [leads]}", "kind: 窓口\nopen: はい", .ruleMissing,
      marks: "甲"),
    Case("{when: {kind: 窓口, open: はい}, requires: [leads]}", "kind: 窓口\nopen: いいえ"),
    Case("{when: {since: 令和2年度}, requires: [leads]}", "since: 2020年度", .ruleMissing, marks: "甲"),
    Case("{when: {count: 3}, requires: [leads]}", "count: 3", .ruleMissing, marks: "甲"),
    Case("{when: [members], requires: [operators]}", "members: [乙]", .ruleMissing, marks: "甲"),
    Case("{when: [members], requires: [operators]}", ""),
    Case("{when: [projects.base], requires: [operators]}", "", .ruleMissing, marks: "甲"),
    Case("covers: {years: [budget]}", "years: [2020年度]\nbudget:\n  - {year: 令和2年度, amount: 1億円}"),
    Case("covers: {years: [budget, since]}", "years: [2020年度]\nsince: 2020年度"),
    Case(
      "covers: {years: [budget]}", "years: [2020年度]\nbudget: [{amount: 1億円, year: 平成31年度}]",
      .ruleNotCovered, marks: "平成31年度"),
    Case(
      "covers: {年度: [budget]}",
      "years: [2020年度]\nbudget: [{year: 2019年度, amount: 1億円}, {year: 2019年度, amount: 2億円}]",
      .ruleNotCovered, marks: "2019年度"),
    Case(
      "covers: {years: since}", "years: [2020年度]\nsince: 2019年度", .ruleNotCovered, marks: "2019年度"),
    Case("covers: {years: since}", "since: 2019年度"),
    Case("covers: {years: since}", "years: []\nsince: 2019年度"),
    Case(
      "covers: {years: since}", "years: [2020]\nsince: 2019年度", .invalidFiscalYear, marks: "2020"),
    Case("within: {ran: [years]}", "ran: 2018年度〜2020年度\nyears: [2018年度, 令和2年度]"),
    Case(
      "within: {ran: [years]}", "ran: 2018年度〜2020年度\nyears: [2017年度, 2018年度]", .ruleOutside,
      marks: "2017年度"),
    Case(
      "within: {期間: [years, budget]}",
      "ran: 2018年度〜2020年度\nbudget: [{year: 2021年度, amount: 1億円}, {year: 2021年度, amount: 2億円}]",
      .ruleOutside, marks: "2021年度"),
    Case("within: {ran: years}", "ran: 2018年度〜\nyears: [2030年度]"),
    // A fiscal year of which a part is in the period is in it.
    Case("within: {ran: years}", "ran: 2018年12月〜2019年4月\nyears: [2018年度, 2019年度]"),
    Case("within: {ran: years}", "years: [2018年度]"),
    Case("ended: [ran]", "ran: 2018年度〜", .ruleNotOver, marks: "2018年度〜"),
    Case("ended: [ran, years]", "ran: 2018年度〜2020年度\nyears: [2030年度]"),
    Case("ended: [ran]", ""),
    Case("avoids: {leads: [検討]}", "leads: [甲の検討, 乙]", .ruleWords, marks: "検討"),
    Case("avoids: {leads: [検討]}", "leads: ['甲の検討']", .ruleWords, marks: "検討"),
    Case(
      "avoids: {leads: [検討, 創設]}", "leads: [創設の検討]", .ruleWords, marks: "検討"),
    Case("avoids: {leads: [検討]}", "leads: [検 討]"),
    Case(
      "no_series: [leads]", "leads: [甲120件（2020年度）、100件（2019年度）]", .ruleSeries,
      marks: "甲120件（2020年度）、100件（2019年度）"),
    Case(
      "no_series: [leads]", "leads: [\"割合46.5％（2002年）、32.9％（平成30年）\"]", .ruleSeries,
      marks: "\"割合46.5％（2002年）、32.9％（平成30年）\""),
    Case("no_series: [leads]", "leads: [採択133件、50か国（2008年度〜2018年度）]"),
    Case("no_series: [leads]", "leads: [約608億円（2017年度、前年度比15.7％増、2014年度の約1.54倍）]"),
    Case("no_series: [leads]", "leads: [甲12件（2020年度）、乙8件（2020年度）]"),
    Case("no_series: [leads]", "leads: [第1回（2018年）と表彰式（2019年）]"),
    Case("kana: {sound: [sounds]}", "sound: [TLO]", .ruleReading, marks: "TLO"),
    Case("kana: {sound: [sounds]}", "sound: [ＴＬＯ]\nsounds: [TLO 2]", .ruleReading, marks: "ＴＬＯ"),
    Case("kana: {sound: [sounds]}", "sound: [TLO]\nsounds: [てぃーえるおー]"),
    Case("kana: {sound: [sounds]}", "sound: [TLO, てぃーえるおー]"),
    Case("kana: {sound: [sounds]}", "sound: [ほう2020]"),
    // What cannot be read is there; its fault is told once.
    Case("requires: [since]", "since: 平成", .invalidFiscalYear, marks: "平成"),
    Case("requires: [operators]", "operators: [庚]", .unknownReference, marks: "庚"),
    Case("requires: [operators]", "leads: [\"\\ud800\"]", .yamlSyntax),
  ]

  @Test("a record that breaks a rule is told at its title or at the value", arguments: cases)
  func judges(_ sample: Case) async throws {
    let catalogue = Self.catalogue(sample.rule) {
      TestRecord("bases/a", "甲", sample.lines)
      TestRecord(
        "bases/b", "乙", "kind: 研究拠点\nmembers: [己]\noperators: [己]\nleads: [辛]\nsince: 2019年度")
      TestRecord("bases/c", "己", "kind: 研究拠点\noperators: [乙]\nleads: [辛]\nsince: 2019年度")
      Self.others
    }
    let all = await catalogue.diagnostics()
    let told = all.filter { $0.range.path == "content/bases/a.md" }
    #expect(told.map(\.code) == (sample.code.map { [$0] } ?? []), "\(all.map(\.message.english))")
    guard let first = told.first, let marked = sample.marked else { return }
    #expect(catalogue.text(at: first.range) == marked)
    #expect(first.severity == .error)
    #expect(first.message.japanese.hasSuffix("。") && !first.message.english.hasSuffix("."))
  }

  @Test("what leads to one record does not count for the next")
  func countsForEach() async {
    let catalogue = Self.catalogue("requires: [projects.base]") {
      TestRecord("bases/a", "甲", yomi: "あ", "members: [乙]")
      TestRecord("bases/b", "乙", yomi: "い")
      TestRecord("bases/c", "丙", yomi: "う", "members: [乙]")
      Self.others
      TestRecord("projects/three", "三", "base: 丙")
    }
    let told = await catalogue.diagnostics().map { "\($0.range.path) \($0.code.rawValue)" }
    #expect(told == ["content/bases/b.md rule/missing"])
  }

  @Test("a rule may have its own sentence and be a warning, and is named by its place")
  func speaks() async throws {
    let catalogue = Self.catalogue(
      "{requires: [operators], severity: warning, says: 拠点には運営機関を書きます。}"
    ) { TestRecord("bases/a", "甲") }
    let found = await catalogue.diagnostics().filter { $0.code == .ruleMissing }
    let fault = try #require(found.first)
    #expect(found.count == 1)
    #expect(fault.severity == .warning)
    #expect(fault.message == LocalisedText("拠点には運営機関を書きます。", en: "拠点には運営機関を書きます。"))
    #expect(fault.notes.compactMap(\.range).map { catalogue.text(at: $0) } == ["requires"])
  }

  @Test(
    "what no rule can say is told in the definition at its place",
    arguments: [
      ("requires: [operator]", "operator", "operators"),
      ("requires: [projects.bse]", "projects.bse", "projects.base"),
      ("requires: [主催]", "主催", "projects.host"),
      ("requires: operators", "operators", nil),
      ("requires: []", "[]", nil),
      ("when: [leads]", "when: [leads]", nil),
      ("{requires: [leads], forbids: [members]}", "forbids", nil),
      ("{requires: [leads], when: {kind: 窓}}", "窓", "窓口"),
      ("{requires: [leads], when: {members: 乙}}", "members", nil),
      ("{requires: [leads], when: {}}", "{}", nil),
      ("{requires: [leads], when: []}", "[]", nil),
      ("{requires: [leads], when: kind}", "kind", nil),
      ("{requires: [leads], severity: warn}", "warn", "warning"),
      ("{requires: [leads], says: ''}", "''", nil),
      ("at_most: {leads: 0}", "0", nil),
      ("at_most: {leads: 三}", "三", nil),
      ("at_most: {kind: 1}", "kind", nil),
      ("at_most: {leads: 2, 代表: 3}", "代表", nil),
      ("requires_one_of: [leads, 代表]", "代表", nil),
      ("requires: [projects.base, 生まれた取組]", "生まれた取組", nil),
      ("within: {years: [budget]}", "years", nil),
      ("within: {ran: [leads]}", "leads", nil),
      ("within: {ran: [yeras]}", "yeras", "years"),
      ("within: {}", "{}", nil),
      ("ended: [leads]", "leads", nil),
      ("ended: []", "[]", nil),
      ("avoids: {kind: [窓口]}", "kind", nil),
      ("avoids: {leads: ['']}", "''", nil),
      ("no_series: [years]", "years", nil),
      ("kana: {leads: [sounds]}", "leads", nil),
      ("kana: {sound: [leads]}", "leads", nil),
      ("leads", "leads", nil),
    ] as [(String, String, String?)])
  func findsFaults(_ rule: String, _ marked: String, _ suggestion: String?) async throws {
    let catalogue = Self.catalogue(rule) {}
    let faults = await catalogue.diagnostics()
    #expect(faults.allSatisfy { $0.code == .definitionInvalid })
    let said = faults.map { "'\(catalogue.text(at: $0.range))' \($0.message.english)" }
    #expect(faults.map { catalogue.text(at: $0.range) } == [marked], "\(said)")
    if let suggestion {
      #expect(
        faults.first?.suggestions.contains(suggestion) == true, "\(faults.map(\.suggestions))")
    }
  }

  @Test("the names in the rules of a collection are limited")
  func limitsNames() async {
    let names = Array(repeating: "leads", count: 1000).joined(separator: ", ")
    let catalogue = Self.catalogue("requires: [\(names)]") {}
    let faults = await catalogue.diagnostics()
    #expect(faults.map(\.code) == [.definitionInvalid])
  }
}
