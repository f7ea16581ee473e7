import ByteWriting
import Foundation
import JapaneseText
import TestSupport
import Testing

@testable import Diagnostics

@Suite("Forms of the report")
struct FormatTests {
  /// A file of the catalogue with a name and a text that need every escape.
  private static let path = "content/programmes/100%,a:b 計画.md"
  private static let source = """
    ---
    title: 𠮷野計画
    ministries: [経済産業章, {to: 無}]
    summary: "一行目
      二行目"
    ---
    [[経済産業章]]と[[経済産業章]]。

    """
  private static let other = "content/ministries/meti.md"

  private static func range(of marked: String, _ number: Int = 0) -> Range<Int> {
    let bytes = Array(source.utf8)
    let word = Array(marked.utf8)
    let starts = bytes.indices.filter { bytes[$0...].starts(with: word) }
    return starts[number]..<starts[number] + word.count
  }

  private static func fault(
    _ code: DiagnosticCode, _ range: Range<Int>, _ message: LocalisedText, fixes: [Fix] = [],
    suggestions: [String] = [], notes: [Diagnostic.Note] = []
  ) -> Diagnostic {
    Diagnostic(
      code, at: SourceRange(path: path, bytes: range), message, fixes: fixes,
      suggestions: suggestions, notes: notes)
  }

  private static func fix(_ name: String, at range: Range<Int>) -> Fix {
    Fix(name, edits: [TextEdit(SourceRange(path: path, bytes: range), with: name)])
  }

  static let report: DiagnosticReport = {
    let unknown = LocalisedText("「{経済産業章}」は [登録](されて) いません。", en: "'{経済産業章}' is [not](known)")
    let linked = LocalisedText("「[[経済産業章]]」はありません。", en: "there is no '[[経済産業章]]'")
    return DiagnosticReport([
      fault(
        .unknownReference, range(of: "経済産業章"), unknown,
        fixes: [
          fix("経済産業省", at: range(of: "経済産業章")), fix("\"農:林\"", at: range(of: "経済産業章")),
        ],
        notes: [
          Diagnostic.Note(
            LocalisedText("ここに<似た>名前があります。", en: "a <similar> name is here"),
            at: SourceRange(path: other, bytes: 11..<26)),
          Diagnostic.Note(LocalisedText("場所のない注。\n::error::偽", en: "no place\n::error::false")),
        ]),
      fault(.unknownReference, range(of: "[[経済産業章]]"), linked, suggestions: ["x\u{1B}[31m"]),
      fault(.unknownReference, range(of: "[[経済産業章]]", 1), linked),
      fault(
        .invalidText, range(of: "\"一行目\n  二行目\""), LocalisedText("改行があります。", en: "a line break")),
      fault(.rawHTML, 0..<0, LocalisedText("ファイルの始め。", en: "the beginning of the file")),
      fault(.markdownOther, range(of: "計画"), LocalisedText("𠮷のあと。", en: "behind a pair")),
    ]) { path in
      switch path {
      case Self.path: Array(source.utf8)
      case other: Array("---\ntitle: 経済産業省\n---\n".utf8)
      default: nil
      }
    }
  }()

  private static func setting(_ language: MessageLanguage = .japanese, _ prefix: String = "")
    throws -> ReportFormat.Setting
  {
    ReportFormat.Setting(
      language: language, prefix: try #require(PathPrefix(prefix)), version: "1.2.3"
    ) { DisplayWidth.columns(of: $0) }
  }

  private static func json(_ bytes: [UInt8]) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(bytes))
  }

  @Test(
    "each form is as it was (MOKUROKU_RECORD_SNAPSHOTS=1 writes it anew)",
    arguments: ReportFormat.allCases, MessageLanguage.allCases)
  func matchesSnapshot(_ format: ReportFormat, _ language: MessageLanguage) throws {
    let prefix = format.isForRepositories ? "./目 録/" : ""
    let bytes = format.bytes(of: Self.report, try Self.setting(language, prefix))
    let text = try #require(String(validating: bytes, as: UTF8.self))
    let expected = try Snapshot.text(
      "Tests/DiagnosticsTests/Snapshots/\(format.rawValue).\(language.rawValue).txt",
      recording: text)
    #expect(text == expected)
  }

  @Test("workflow commands are a line a fault, whatever an author wrote")
  func keepsLines() throws {
    let bytes = ReportFormat.github.bytes(of: Self.report, try Self.setting())
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == Self.report.diagnostics.count)
    for line in lines {
      #expect(line.hasPrefix("::error file=") || line.hasPrefix("::warning file="))
      #expect(line.unicodeScalars.allSatisfy { $0.value >= 32 })
      // Between `::` and `::` each comma and colon is the command's own.
      let properties = line.dropFirst(2).prefix { $0 != ":" }.split(separator: " ", maxSplits: 1)
      let names = properties[1].split(separator: ",").map { $0.prefix { $0 != "=" } }
      #expect(
        names == ["file", "line", "col", "endLine", "endColumn", "title"]
          || names == ["file", "line", "endLine", "title"])
    }
    #expect(
      lines.contains {
        $0.hasPrefix("::error file=content/programmes/100%25%2Ca%3Ab 計画.md,line=4,endLine=5,")
      })
  }

  @Test("an error that belongs to no file is a command without one")
  func writesBareCommand() {
    var out = ByteWriter()
    WorkflowCommand(error: "検索: 100%\n::x", title: "search").append(to: &out)
    #expect(String(decoding: out.bytes, as: UTF8.self) == "::error title=search::検索: 100%25�::x\n")
  }

  @Test("notes are bounded, and the rest is counted", arguments: ReportFormat.allCases)
  func boundsNotes(_ format: ReportFormat) throws {
    let notes = (0..<500).map { number in
      Diagnostic.Note(
        LocalisedText("注 \(number)。", en: "note"),
        at: number.isMultiple(of: 2) ? SourceRange(path: "a.md", bytes: number..<number) : nil)
    }
    let fault = Diagnostic(
      .duplicateName, at: SourceRange(path: "a.md", bytes: 0..<1),
      LocalisedText("同じ名前。", en: "the same name"), notes: notes)
    let report = DiagnosticReport([fault]) { _ in Array(repeating: 97, count: 1_000) }
    let text = String(
      decoding: format.bytes(of: report, try Self.setting(.english)), as: UTF8.self)
    let isWhole = format == .json
    #expect(text.contains("and 490 more") == !isWhole)
    #expect(text.components(separatedBy: "note").count - 1 == (isWhole ? 500 : 10))
  }

  @Test("fingerprints stay while lines are put in before, and no two are the same")
  func keepsFingerprints() throws {
    func fingerprints(_ source: String) throws -> [String] {
      let bytes = Array(source.utf8)
      let word = Array("悪".utf8)
      let faults = bytes.indices.filter { bytes[$0...].starts(with: word) }.map {
        Diagnostic(
          .markdownOther, at: SourceRange(path: "a.md", bytes: $0..<$0 + 3),
          LocalisedText("悪い。", en: "bad"))
      }
      let report = DiagnosticReport(faults) { _ in bytes }
      let found = try #require(
        try Self.json(ReportFormat.gitlab.bytes(of: report, try Self.setting()))
          as? [[String: Any]])
      return found.compactMap { $0["fingerprint"] as? String }
    }
    let before = try fingerprints("x悪y\nx悪y\n悪悪\n")
    #expect(Set(before).count == 4)
    #expect(try fingerprints("新\n\nx悪y\nx悪y\n新\n悪悪\n") == before)
    #expect(try fingerprints("x悪z\nx悪y\n悪悪\n").dropFirst(2) == before.dropFirst(2))
    #expect(try fingerprints("x悪z\nx悪y\n悪悪\n")[1] == before[0])
    let moved = ReportFormat.gitlab.bytes(of: Self.report, try Self.setting(.japanese, "sub"))
    #expect(moved != ReportFormat.gitlab.bytes(of: Self.report, try Self.setting()))
  }

  @Test("what has no room is counted, errors have room before warnings")
  func keepsBudget() throws {
    func report(_ files: Int, _ each: Int, _ code: DiagnosticCode) -> [Diagnostic] {
      (0..<files).flatMap { file in
        (0..<each).map { place in
          Diagnostic(
            code, at: SourceRange(path: "f\(file).md", bytes: place..<place + 1),
            LocalisedText("文 \(place)。", en: "text"))
        }
      }
    }
    let all = DiagnosticReport(report(8, 1100, .rawHTML) + report(1, 60, .unknownReference)) { _ in
      Array(repeating: 97, count: 2000)
    }
    let github = ReportFormat.github.bytes(of: all, try Self.setting())
    let lines = String(decoding: github, as: UTF8.self).split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("::error") } == 50)
    #expect(lines.count == 400)
    #expect(
      ReportFormat.github.remark(on: all)?.english
        == "8460 of 8860 faults are left out; check --format json shows all")
    let gitlab = try #require(
      try Self.json(ReportFormat.gitlab.bytes(of: all, try Self.setting())) as? [[String: Any]])
    #expect(gitlab.count == 5000)
    #expect(gitlab.count { $0["severity"] as? String == "major" } == 60)
    #expect(ReportFormat.sarif.remark(on: all)?.english.hasPrefix("3860 of 8860") == true)
    #expect(ReportFormat.sarif.remark(on: Self.report) == nil)
    #expect(ReportFormat.json.remark(on: all) == nil)
  }

  @Test(
    "a prefix is the way down from the root of the repository",
    arguments: [
      ("", ""), (".", ""), ("./", ""), ("site", "site/"), ("./a//b/", "a/b/"), ("目 録", "目 録/"),
      ("../x", nil), ("a/../b", nil), ("/abs", nil), ("a\nb", nil),
    ] as [(String, String?)])
  func readsPrefixes(_ written: String, _ text: String?) {
    #expect(PathPrefix(written)?.text == text)
    #expect(PathPrefix(ofRoot: written).text == text ?? "")
  }
}
