import CatalogueModel
import Diagnostics
import TestSupport
import Testing

@Suite("What a definition says of warnings")
struct ReportSettingTests {
  private static func catalogue(_ reports: String) -> TestCatalogue {
    TestCatalogue(
      definition: """
        site: {title: 試験, base_url: https://example.jp/}
        common:
          title: {type: text, label: 名称, required: true}
          yomi: {type: reading, label: 読み}
          tags: {type: text, list: true, label: 札}
        collections:
          things: {label: もの, hidden: true, fields: {}}
        \(reports)
        """
    ) {
      TestRecord("things/a", "甲", "tags: [木, 木]")
      TestRecord("things/b", "乙", "tags: [木")
    }
  }

  struct Case: Sendable {
    let reports: String
    let told: [String]
  }

  static let cases = [
    Case(reports: "", told: ["warning field/duplicate-entry"]),
    Case(
      reports: "reports: {field/duplicate-entry: {severity: off, reason: 札は重ねてよい}}", told: []),
    Case(
      reports: "reports: {field/duplicate-entry: {severity: error, reason: 札は一度だけ}}",
      told: ["error field/duplicate-entry 札は一度だけ"]),
    Case(
      reports: "reports: {field/duplicate-entry: {severity: warning, reason: いつもどおり}}",
      told: ["warning field/duplicate-entry"]),
  ]

  @Test("a warning is left out, or is an error with its reason; errors stay", arguments: cases)
  func applies(_ sample: Case) async {
    let told = await Self.catalogue(sample.reports).diagnostics()
      .filter { $0.range.path.hasSuffix("a.md") }
      .map { fault in
        "\(fault.severity.rawValue) \(fault.code.rawValue)"
          + (fault.notes.last.map { " " + $0.text.japanese.drop { $0 != ":" }.dropFirst(2) } ?? "")
      }
    #expect(told == sample.told)
  }

  @Test(
    "what cannot be said is told at its place",
    arguments: [
      ("reports: {yaml/syntax: {severity: off, reason: 嫌}}", "yaml/syntax"),
      ("reports: {field/duplicate-entri: {severity: off, reason: 嫌}}", "field/duplicate-entri"),
      ("reports: {field/duplicate-entry: {severity: of, reason: 嫌}}", "of"),
      ("reports: {field/duplicate-entry: {severity: off}}", "{severity: off}"),
      ("reports: {field/duplicate-entry: {reason: 嫌}}", "{reason: 嫌}"),
      ("reports: {field/duplicate-entry: off}", "off"),
      ("reports: [field/duplicate-entry]", "[field/duplicate-entry]"),
    ])
  func refuses(reports: String, marked: String) async {
    let catalogue = Self.catalogue(reports)
    let faults = await catalogue.diagnostics().filter { $0.range.path == "catalogue.yml" }
    #expect(faults.map(\.code) == [.definitionInvalid])
    #expect(faults.map { catalogue.text(at: $0.range) } == [marked])
  }
}
