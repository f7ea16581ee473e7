import CatalogueModel
import Diagnostics
import TestSupport
import Testing

@Suite("Words that records have in common")
struct SharedWordTests {
  private static func catalogue(_ fields: [String]) -> TestCatalogue {
    TestCatalogue(
      definition: """
        site: {title: 試験, base_url: https://example.jp/}
        common:
          title: {type: text, label: 名称, required: true}
          yomi: {type: reading, label: 読み}
        collections:
          things:
            label: もの
            hidden: true
            facets: [topic]
            fields:
              topic: {type: text, list: true, label: 主題}
              unit: {type: text, label: 単位, usual: [件, 社]}
              free: {type: text, label: 自由}
              budget: {type: budget, list: true, label: 予算, usual: [当初, 補正]}
              makers:
                type: reference
                list: true
                label: 作り手
                to: [things]
                inverse: 作った
                edge: {role: {type: text, label: 役割}, rank: {type: text, label: 位, usual: []}}
        """
    ) {
      for (number, lines) in fields.enumerated() {
        TestRecord("things/t\(number)", "題\(number)", lines)
      }
    }
  }

  /// The lines of each record; the code, the words that are marked, and the first fix of each.
  struct Case: Sendable {
    let records: [String]
    let told: [String]

    init(_ records: [String], _ told: [String] = []) {
      self.records = records
      self.told = told
    }
  }

  static let cases: [Case] = [
    Case(["topic: [AI]", "topic: [ＡＩ]", "topic: [AI]"], ["field/other-spelling ＡＩ → AI"]),
    Case(
      ["topic: [ai, 量子]", "topic: [AI]", "topic: [AI]", "topic: [ＡＩ]"],
      ["field/other-spelling ai → AI", "field/other-spelling ＡＩ → AI"]),
    Case(["topic: [AI]", "topic: [IA]"]),
    Case(["free: AI", "free: ＡＩ"]),
    // What the definition lists is right, however many write it otherwise.
    Case(
      ["unit: 件", "unit: \"㈱\"", "unit: 仟"],
      ["field/unusual-value \"㈱\"", "field/unusual-value 仟"]),
    Case(["unit: 人", "unit: 人", "unit: 人"]),
    Case(["unit: 人", "unit: 人"], ["field/unusual-value 人", "field/unusual-value 人"]),
    Case(
      ["budget: [{year: 2020年度, stage: 当所, amount: 1億円}]"],
      ["field/unusual-value 当所 → 当初"]),
    Case(
      ["budget: [{year: 2020年度, stage: '補 正', amount: 1億円}]"],
      ["field/other-spelling '補 正' → '補正'"]),
    Case(
      ["makers: [{to: 題1, role: PI}]", "makers: [{to: 題0, role: ＰＩ}, {to: 題2, role: PI}]", ""],
      ["field/other-spelling ＰＩ → PI"]),
    Case(
      ["makers: [{to: 題1, rank: 主}]", ""], ["field/unusual-value 主"]),
  ]

  @Test("are spelled in one way, and seldom ones are listed", arguments: cases)
  func agree(_ sample: Case) async {
    let catalogue = Self.catalogue(sample.records)
    let told = await catalogue.diagnostics()
      .filter { $0.code != .orphanRecord }
      .map { fault in
        "\(fault.code.rawValue) \(catalogue.text(at: fault.range))"
          + (fault.fixes.first.map { " → \($0.edits[0].replacement)" } ?? "")
      }
    #expect(told == sample.told)
  }

  @Test("`usual` belongs to texts and budgets")
  func belongs() async {
    var catalogue = Self.catalogue([""])
    catalogue.definition += "\n      count: {type: integer, label: 数, usual: [1]}"
    let faults = await catalogue.diagnostics()
    #expect(faults.map(\.code) == [.definitionInvalid])
    #expect(faults.first.map { catalogue.text(at: $0.range) } == "[1]")
  }
}
