import Foundation
import JapaneseText
import Testing

@testable import Diagnostics

@Suite("Reports")
struct ReportTests {
  private let path = "content/programmes/a.md"

  private func report(
    _ source: String, marking marked: String, _ code: DiagnosticCode = .unknownReference,
    fixes: [Fix] = [], suggestions: [String] = [], notes: [Diagnostic.Note] = []
  ) -> DiagnosticReport {
    let bytes = Array(source.utf8)
    let range = source.range(of: marked).map { found -> Range<Int> in
      let lower = source.utf8.distance(from: source.startIndex, to: found.lowerBound)
      return lower..<(lower + marked.utf8.count)
    }
    let diagnostic = Diagnostic(
      code, at: SourceRange(path: path, bytes: range ?? 0..<0),
      LocalisedText("見つかりません。", en: "not found"), fixes: fixes, suggestions: suggestions,
      notes: notes)
    return DiagnosticReport([diagnostic]) { $0 == self.path ? bytes : nil }
  }

  private func text(_ report: DiagnosticReport, _ language: MessageLanguage = .japanese) -> String {
    String(
      decoding: report.text(language: language) { DisplayWidth.columns(of: $0) }, as: UTF8.self)
  }

  @Test("the fault is underlined right under wide text")
  func underlinesWideText() {
    let report = report(
      "title: 計画\n所管: [経済産業章]\n", marking: "経済産業章", suggestions: ["経済産業省", "農林水産省"])
    #expect(
      text(report) == """
        content/programmes/a.md:2:6: エラー[reference/unknown] 見つかりません。
         2 │ 所管: [経済産業章]
           │        ^^^^^^^^^^
            候補: 経済産業省、農林水産省

        """)
    #expect(
      text(report, .english) == """
        content/programmes/a.md:2:6: error[reference/unknown] not found
         2 │ 所管: [経済産業章]
           │        ^^^^^^^^^^
            did you mean: 経済産業省, 農林水産省

        """)
  }

  @Test(
    "carets stand under exactly the marked columns",
    arguments: [
      ("abc", "b", " ^"), ("ＡｂＣ", "ｂ", "  ^^"), ("か\u{3099}x", "x", "  ^"), ("ｶﾞx", "x", "  ^"),
      ("𠮷x", "x", "  ^"), ("日本語", "日本語", "^^^^^^"), ("é日", "日", " ^^"),
    ])
  func placesCarets(_ source: String, _ marked: String, _ carets: String) {
    let lines = text(report(source, marking: marked)).split(separator: "\n")
    #expect(lines[2] == "   │ " + carets)
  }

  @Test("an empty range has one caret, and a range over lines marks the rest of the first")
  func marksOddRanges() {
    let source = "title: 甲\nkind: 乙\n"
    let report = DiagnosticReport([
      Diagnostic(.missingField, at: SourceRange(path: path, bytes: 0..<0), .init("無", en: "no")),
      Diagnostic(.wrongShape, at: SourceRange(path: path, bytes: 7..<19), .init("無", en: "no")),
    ]) { _ in Array(source.utf8) }
    let lines = text(report).split(separator: "\n")
    #expect(lines[2] == "   │ ^")
    #expect(lines[5] == "   │        ^^")
  }

  @Test("a tab before the fault does not move the carets")
  func alignsUnderTabs() {
    let lines = text(report("a:\t\tx", marking: "x")).split(separator: "\n")
    #expect(
      DisplayWidth.columns(of: String(lines[1].prefix { $0 != "x" }))
        == DisplayWidth.columns(of: String(lines[2].prefix { $0 != "^" })))
    #expect(!lines[1].contains("\t"))
  }

  @Test("control characters of the content never reach the terminal")
  func keepsTerminalSafe() {
    let source = "\u{1B}[2Jtitle\u{7}: \u{9B}31m赤\u{7F}\u{202E}\u{2066}"
    let report = DiagnosticReport([
      Diagnostic(
        .unknownKey, at: SourceRange(path: path, bytes: 0..<4),
        .init("「\u{1B}]0;x\u{7}」はありません。", en: "no \u{1B}"), suggestions: ["\u{1B}c"],
        notes: [.init(.init("\u{1B}", en: "\u{1B}"))])
    ]) { _ in Array(source.utf8) }
    for language in MessageLanguage.allCases {
      let scalars = text(report, language).unicodeScalars
      #expect(!scalars.contains { $0 != "\n" && ($0.value < 32 || (127..<160).contains($0.value)) })
      #expect(!scalars.contains { $0 == "\u{202E}" || $0 == "\u{2066}" })
    }
  }

  @Test("notes name their place, and a file that was not read has no excerpt")
  func showsNotes() {
    let report = report(
      "title: 甲\n", marking: "甲", .duplicateName,
      notes: [
        .init(
          .init("もう一つはここです。", en: "the other is here"),
          at: SourceRange(path: "content/programmes/b.md", bytes: 4..<5)),
        .init(.init("場所のない注です。", en: "a note without a place")),
      ])
    #expect(
      text(report) == """
        content/programmes/a.md:1:8: エラー[name/duplicate] 見つかりません。
         1 │ title: 甲
           │        ^^
            content/programmes/b.md:1:1: もう一つはここです。
            場所のない注です。

        """)
  }

  @Test("JSON has the promised form, with UTF-16 columns")
  func writesJSON() throws {
    let report = report(
      "title: 𠮷\n所管: 𠮷野\n", marking: "𠮷野",
      fixes: [
        Fix(
          "吉野", edits: [TextEdit(SourceRange(path: path, bytes: 20..<27), with: "\"吉野\"")])
      ],
      notes: [
        .init(
          .init("ここです。", en: "here"),
          at: SourceRange(path: path, bytes: 7..<11))
      ])
    let json = String(decoding: report.json(language: .japanese), as: UTF8.self)
    #expect(
      json == """
        {"version":1,"diagnostics":[
        {"code":"reference/unknown","severity":"error","file":"content/programmes/a.md","line":2,\
        "column":5,"endLine":2,"endColumn":8,"message":"見つかりません。","suggestions":["吉野"],\
        "fixes":[{"title":"吉野","edits":[{"replacement":"\\"吉野\\"","file":"content/programmes/a.md",\
        "line":2,"column":5,"endLine":2,"endColumn":8,"start":20,"end":27}]}],\
        "related":[{"message":"ここです。","file":"content/programmes/a.md","line":1,"column":8,\
        "endLine":1,"endColumn":10}]}
        ]}

        """)
    let parsed = try #require(
      JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(parsed["version"] as? Int == 1)
    let first = try #require((parsed["diagnostics"] as? [[String: Any]])?.first)
    #expect(
      Set(first.keys) == [
        "code", "severity", "file", "line", "column", "endLine", "endColumn", "message",
        "suggestions", "fixes", "related",
      ])
  }

  @Test("a report without faults is valid JSON too")
  func writesEmptyJSON() throws {
    let report = DiagnosticReport([]) { _ in nil }
    let parsed = try #require(
      JSONSerialization.jsonObject(with: Data(report.json(language: .english))) as? [String: Any])
    #expect((parsed["diagnostics"] as? [Any])?.isEmpty == true)
    #expect(!report.hasErrors)
    #expect(text(report).isEmpty)
  }

  @Test("the order is by file, place and code, whatever order the faults were found in")
  func ordersFaults() {
    func fault(
      _ code: DiagnosticCode, _ path: String, _ bytes: Range<Int>, _ message: String = "x",
      _ suggestions: [String] = [], _ japanese: String = "x"
    ) -> Diagnostic {
      Diagnostic(
        code, at: SourceRange(path: path, bytes: bytes), .init(japanese, en: message),
        suggestions: suggestions)
    }
    let expected = [
      fault(.unknownKey, "a.md", 0..<1), fault(.unknownKey, "a.md", 5..<6),
      fault(.duplicateKey, "a.md", 5..<9), fault(.unknownKey, "b.md", 0..<1, "a"),
      fault(.unknownKey, "b.md", 0..<1, "b"), fault(.unknownKey, "b.md", 0..<1, "b", ["一"]),
      fault(.unknownKey, "b.md", 0..<1, "b", ["二"]),
      fault(.unknownKey, "b.md", 0..<1, "b", [], "y"),
    ]
    // The expectation of the last three is only that it is one order; find it from one run.
    let once = DiagnosticReport(expected) { _ in nil }.diagnostics
    for _ in 0..<20 {
      let report = DiagnosticReport(expected.shuffled() + expected) { _ in nil }
      #expect(report.diagnostics == once)
      #expect(report.diagnostics.prefix(4).elementsEqual(expected.prefix(4)))
    }
    #expect(once.count == expected.count)
  }

  @Test("warnings alone do not stop a build, and each kind is counted")
  func countsSeverities() {
    let range = SourceRange(path: path, bytes: 0..<0)
    let warning = Diagnostic(.rawHTML, at: range, .init("警告", en: "warning"))
    let error = Diagnostic(.rawHTML, at: range, .init("誤り", en: "error"), severity: .error)
    #expect(!DiagnosticReport([warning]) { _ in nil }.hasErrors)
    let both = DiagnosticReport([warning, error]) { _ in nil }
    #expect(both.hasErrors)
    #expect(both.count(of: .warning) == 1)
    #expect(both.count(of: .error) == 1)
    #expect(Diagnostic.Severity.warning < .error)
  }

  @Test(
    "codes are stable names: a lower-case group and a lower-case name",
    arguments: DiagnosticCode.allCases)
  func namesCodes(_ code: DiagnosticCode) {
    let parts = code.rawValue.split(separator: "/")
    #expect(parts.count == 2)
    #expect(code.rawValue.allSatisfy { $0 == "/" || $0 == "-" || ("a"..."z").contains($0) })
  }
}
