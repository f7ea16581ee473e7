import Diagnostics
import Foundation
import JapaneseText
import Publishing
import SystemPackage
import TestSupport
import Testing
import Workspace

#if canImport(FoundationXML)
import FoundationXML
#endif

/// What would run, break out or command something, in every field and every place where it is written.
@Suite("Payloads", .serialized)
struct PayloadTests {
  private static let payloads = [
    "<script>alert(1)</script>", "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\" onmouseover=\"alert(1)", "' onfocus='alert(1)' autofocus='", "javascript:alert(1)",
    "</title><svg onload=alert(1)>", "]]><x>", "<![CDATA[<b>]]>", "--><b>", "{{page.title}}",
    "{{{body}}}", "{{#page}}", "&lt;script&gt;", "&#60;script&#62;",
    "</textarea></style><iframe src=//x>",
    "=HYPERLINK(\"http://x\")", "+1+1", "-2+3", "@SUM(A1)", "＝1＋1", "a,b;c\"d", "`${alert(1)}`",
    "\\u003cscript>",
    "%3Cscript%3E", "../../etc/passwd", "<base href=//x>", "<meta http-equiv=refresh content=0>",
  ]

  /// A scalar of YAML that stands for the text.
  private static func quoted(_ text: String) -> String {
    "'" + text.replacingOccurrences(of: "'", with: "''") + "'"
  }

  /// Records with a payload in each field of each type that takes text, in the body and its attributes.
  private static func catalogue(_ payloads: [String]) -> TestCatalogue {
    TestCatalogue {
      TestRecord("documents/d", "文書")
      for (number, payload) in payloads.enumerated() {
        let value = quoted(payload)
        TestRecord("ministries/m\(number)", quoted(payload + " 省\(number)"))
        TestRecord(
          "agencies/a\(number)", quoted("機関\(number) " + payload),
          """
          aliases: [\(quoted(payload + " 別名\(number)"))]
          prizes: [{name: \(value)}]
          sources: [{document: 文書, at: \(value)}]
          """)
        TestRecord(
          "programmes/p\(number)", quoted("施策\(number) " + payload),
          """
          summary: \(value)
          english: \(value)
          figures: [\(value)]
          notes: [\(value)]
          ministries: [ministries/m\(number)]
          agencies: [{to: agencies/a\(number), role: \(value)}]
          detail: \(value)
          fiscal_years: [2020年度]
          budget: [{year: 2020年度, amount: 1億円, note: \(value)}]
          """,
          body: """
            \(payload)

            # \(payload)

            [[agencies/a\(number)|\(payload.replacingOccurrences(of: "]", with: ""))]]と\(payload)。

            | \(payload.replacingOccurrences(of: "|", with: "")) |
            |---|
            | `\(payload)` |

            [^\(number)] {漢字|かん|じ}

            [^\(number)]: \(payload)
            """)
      }
    }
  }

  /// The files of the site that is built of a catalogue with the shipped templates.
  private func site(_ catalogue: TestCatalogue) async throws -> [String: [UInt8]] {
    var catalogue = catalogue
    for (path, bytes) in try TestFiles.all(in: Checkout.root.appending("templates"))
    where path.hasSuffix(".mustache") && !path.contains("/") {
      catalogue.templates[String(path.dropLast(9))] = String(decoding: bytes, as: UTF8.self)
    }
    return try await withTemporaryFolder { folder in
      let root = folder.appending("root")
      try catalogue.write(to: root)
      for (path, bytes) in try TestFiles.all(in: Checkout.root.appending("templates/assets")) {
        try TestFiles.write(bytes, to: root.appending("templates/assets/" + path))
      }
      let options = Build.Options(
        root: root, output: folder.appending("public"), workers: 2, version: "test")
      let outcome = try await Build(options).run()
      let faults = outcome.report.diagnostics.filter { $0.severity == .error }
      #expect(faults.isEmpty, "\(faults.map { ($0.range.path, $0.message.japanese) })")
      return try TestFiles.all(in: folder.appending("public"))
    }
  }

  @Test(
    "nothing runs, and every page, feed, table and file stays well formed", .timeLimit(.minutes(3)))
  func publishesSafely() async throws {
    let files = try await site(Self.catalogue(Self.payloads))
    var kinds: [String: Int] = [:]
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
      let kind = String(path.split(separator: ".").last ?? "")
      kinds[kind, default: 0] += 1
      switch kind {
      case "html":
        var page = PageReading(bytes)
        page.read()
        #expect(page.problems.prefix(3) == [], "\(path)")
      case "json":
        #expect(throws: Never.self, "\(path)") {
          try JSONSerialization.jsonObject(with: Data(bytes))
        }
        #expect(!String(decoding: bytes, as: UTF8.self).contains("<"), "\(path)")
      case "xml", "atom":
        #expect(XMLParser(data: Data(bytes)).parse(), "\(path)")
      case "csv": #expect(TableReading.problem(in: bytes) == nil, "\(path)")
      default: break
      }
    }
    #expect(kinds["html", default: 0] > 3 * Self.payloads.count)
    #expect(kinds["json", default: 0] > 1 && kinds["csv", default: 0] > 1)
    #expect(kinds["xml", default: 0] + kinds["atom", default: 0] > 1)
  }

  @Test(
    "addresses that run are no addresses",
    arguments: ["javascript:alert(1)", "data:text/html,x", "vbscript:x"])
  func refusesSchemes(_ address: String) async {
    let found = await TestCatalogue {
      TestRecord(
        "programmes/a", "甲", "address: \(Self.quoted(address))",
        body: "[a](\(address)) <\(address)>")
    }.diagnostics()
    #expect(found.filter { $0.severity == .error }.count >= 2)
  }

  @Test(
    "no report has a control of what was written", .timeLimit(.minutes(2)),
    arguments: [
      "\u{1B}[2J", "\u{1B}]0;x\u{7}", "\u{9B}31m", "\u{8}\u{8}", "\r", "\u{202E}", "\u{2066}",
      "\u{2028}",
      "\u{2029}", "\u{85}", "\u{7F}", "\u{200F}", "\u{0}", "\u{FEFF}", "\u{FFFF}",
    ])
  func reportsSafely(_ payload: String) async {
    let text = "無い\(payload)省"
    for isQuoted in [true, false] {
      let value = isQuoted ? "\"" + Self.escaped(text) + "\"" : text
      let catalogue = TestCatalogue(
        templates: TestCatalogue.templates.merging(["search": "{{\(text)}}{{>\(text)}}"]) { $1 }
      ) {
        TestRecord("programmes/b", "乙", "fiscal_years: [2020年度]")
        TestRecord(
          "programmes/a", value,
          """
          ministries: [\(value)]
          kind: \(value)
          address: \(value)
          open: \(value)
          number: \(value)
          started: \(value)
          period: \(value)
          ceiling: \(value)
          budget: [{year: \(value), amount: \(value)}]
          \(value): x
          """, body: "[[\(text)]] [a](/\(text)/) ![](\(text).png) [^\(text)] <b\(text)>")
      }
      let report = await catalogue.checked().report
      #expect(report.hasErrors)
      for language in MessageLanguage.allCases {
        let told = report.text(language: language) { DisplayWidth.columns(of: $0) }
        #expect(ReportReading.problem(in: told) == nil)
        let json = report.json(language: language)
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json)) }
        #expect(!json.contains { $0 < 32 && $0 != 10 })
      }
    }
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      scalar.value < 0x3000 ? "\\u" + String(format: "%04X", scalar.value) : String(scalar)
    }.joined()
  }
}
