import Diagnostics
import JapaneseText
import TestSupport
import Testing
import Workspace

@Suite("Hostile definitions", .serialized)
struct SchemaTests {
  private static let head = """
    site: {title: 目録, base_url: https://example.jp/}
    common: {title: {type: text, label: 名称, required: true}, yomi: {type: reading, label: 読み}}
    collections:

    """
  private static let things = head + "  ministries:\n    label: もの\n"

  /// What is broken, with a definition in which it is.
  private static let broken: [Hostile] = [
    Hostile("empty") { _ in "" }, Hostile("blank", repeating: " \n"),
    Hostile("comments", repeating: "# c\n"), Hostile("one word", repeating: "x"),
    Hostile("a list", repeating: "- a\n"), Hostile("nothing known", each: { "k\($0): a\n" }),
    Hostile("one key again and again", repeating: "site: {}\n"),
    Hostile("deep sequences", "site: ", repeating: "["),
    Hostile("deep mappings", "collections: ", repeating: "{a: "),
    Hostile("tags", "site: !!map {title: ", repeating: "長", "}"),
    Hostile("no collections") { _ in "site: {title: a, base_url: https://a/}" },
    Hostile("collections as text", "site: {}\ncollections: ", repeating: "x"),
    Hostile("collections as a list", "site: {}\ncollections: [", repeating: "a, ", "a]"),
    Hostile("many collections", head, each: { "  c\($0): {label: l\($0), fields: {}}\n" }),
    Hostile("names that are no identifiers", head, each: { "  \"名\($0)\": {label: l}\n" }),
    Hostile("folders of the site", head, each: { _ in "  search: {label: a, fields: {}}\n" }),
    Hostile(
      "many fields", things + "    fields:\n",
      each: { "      f\($0): {type: text, label: l\($0)}\n" }),
    Hostile(
      "unknown types", things + "    fields:\n",
      each: { "      f\($0): {type: txet\($0), label: l\($0)}\n" }),
    Hostile(
      "unknown settings", things + "    fields:\n",
      each: { "      f\($0): {type: text, labl\($0): l}\n" }),
    Hostile(
      "equal labels", things + "    fields:\n",
      each: { "      f\($0): {type: text, label: l}\n" }),
    Hostile("fields as text", things + "    fields: ", repeating: "x"),
    Hostile("no title", things + "    common: [yomi]\n    fields: {} # ", repeating: "x"),
    Hostile("unknown common fields", things + "    common: [", each: { "t\($0)" }, by: ", ", "]\n"),
    Hostile(
      "unknown facets", things + "    fields: {}\n    facets: [", each: { "t\($0)" }, by: ", ",
      "]\n"),
    Hostile(
      "equal choices", things + "    fields:\n      k: {type: enumeration, label: k, values: [",
      repeating: "同じ, ", "同じ]}\n"),
    Hostile(
      "no choices", things + "    fields:\n",
      each: { "      f\($0): {type: enumeration, label: l\($0), values: []}\n" }),
    Hostile(
      "unknown targets", things + "    fields:\n",
      each: { "      f\($0): {type: reference, label: l\($0), to: [y\($0)], inverse: i}\n" }),
    Hostile(
      "words without an inverse",
      things + "    fields:\n      r: {type: reference, label: r, to: [ministries], "
        + "edge: {as: {type: relation, label: a}}, words: {",
      each: { "w\($0): x\($0)" }, by: ", ", "}}\n"),
    Hostile(
      "edges of references",
      things
        + "    fields:\n      r: {type: reference, label: r, to: [ministries], inverse: i, edge: {",
      each: { "e\($0): {type: reference, label: l\($0)}" }, by: ", ", "}}\n"),
    Hostile("an address that is none", "site: {title: a, base_url: ", repeating: "x", "}\n"),
    Hostile(
      "excuses of nothing", things + "    fields:\n",
      each: { "      f\($0): {type: text, label: l\($0), excused_by: {g\($0): x}}\n" }),
    Hostile(
      "one role for all", things + "    fields:\n",
      each: { "      f\($0): {type: date, label: l\($0), role: moment}\n" }),
    Hostile(
      "unknown roles", things + "    fields:\n",
      each: { "      f\($0): {type: date, label: l\($0), role: momento\($0)}\n" }),
    Hostile(
      "fields that could all have a role, and a fault",
      things + "    label: again\n    fields:\n",
      each: { "      f\($0): {type: date, label: l\($0)}\n" }),
    Hostile(
      "rules for nothing", things + "    fields: {}\n    rules:\n",
      each: { "      - requires: [f\($0), 名称\($0)]\n" }),
    Hostile(
      "a rule with everything", things + "    fields: {}\n    rules:\n      - requires: [",
      repeating: "title, ", "title]\n"),
    Hostile(
      "a rule for every value",
      things + "    fields: {}\n    rules:\n      - requires: [yomi]\n        when: {title: [",
      repeating: "対象, ", "対象]}\n"),
    Hostile("rules as text", things + "    fields: {}\n    rules: ", repeating: "x"),
    Hostile("controls", "site: {title: \"\u{1B}[2J", repeating: "\u{7}", "\"}\n"),
  ]

  @Test("there are thirty and more") func countsCases() { #expect(Self.broken.count >= 30) }

  @Test(
    "what is broken is told, in little space and time", .timeLimit(.minutes(2)), arguments: broken)
  func reports(_ hostile: Hostile) async {
    let catalogue = TestCatalogue(definition: hostile.text(Hostile.size)) {
      TestRecord("ministries/t", "対象")
    }
    let (report, time) = await SmallStack.run { await catalogue.checked().report }
    #expect(report.hasErrors)
    #expect(time < .seconds(60))
    for language in MessageLanguage.allCases {
      let text = report.text(language: language) { DisplayWidth.columns(of: $0) }
      #expect(text.count < 60_000)
      #expect(ReportReading.problem(in: text) == nil)
    }
  }

  @Test("5,000 choices are no fault, and each can be chosen and is found as it is folded")
  func takesManyChoices() async {
    let choices = (0..<5_000).map { "選択肢\($0)" }.joined(separator: ", ")
    let definition =
      Self.things + "    fields:\n      k: {type: enumeration, label: 種類, values: [\(choices)]}\n"
    let catalogue = TestCatalogue(definition: definition) {
      TestRecord("ministries/a", "甲", "k: 選択肢４９９９")
      TestRecord("ministries/b", "乙", "k: 選択肢x")
    }
    let found = await catalogue.diagnostics().filter { $0.code == .unknownChoice }
    #expect(found.count == 1)
    #expect((found.first?.message.japanese.unicodeScalars.count ?? 999) <= 400)
    #expect(found.first?.suggestions.isEmpty == false)
  }

  @Test("a definition that lists too much says so, and a thousand entries are not too many")
  func limitsEntries() async {
    func found(_ count: Int) async -> [String] {
      let fields = (0..<count - 2).map { "      f\($0): {type: text, label: l\($0)}\n" }.joined()
      return await TestCatalogue(definition: Self.things + "    fields:\n" + fields).diagnostics()
        .map(\.message.english)
    }
    #expect(await found(1_000) == [])
    #expect(await found(1_003) == ["'fields' takes at most 1000 entries"])
  }
}
