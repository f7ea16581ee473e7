import ByteWriting
import Diagnostics
import JapaneseText
import Mustache
import TestSupport
import Testing
import Workspace

@Suite("Hostile templates", .serialized)
struct TemplateTests {
  /// What is broken, with a template in which it is.
  private static let broken: [Hostile] = [
    Hostile("sections in each other", repeating: "{{#page}}"),
    Hostile("closed sections in each other") { size in
      let count = size / 18
      return String(repeating: "{{#page}}", count: count)
        + String(repeating: "{{/page}}", count: count)
    },
    Hostile("inverted sections in each other", repeating: "{{^page}}"),
    Hostile("blocks in each other", each: { "{{$b\($0)}}" }),
    Hostile("parents in blocks in each other", repeating: "{{<layout}}{{$main}}"),
    Hostile("closed parents in each other") { size in
      let count = size / 40
      return String(repeating: "{{<layout}}{{$main}}", count: count)
        + String(repeating: "{{/main}}{{/layout}}", count: count)
    },
    Hostile("ends of nothing", repeating: "{{/x}}"),
    Hostile("one end for all", each: { "{{#s\($0)}}" }, "{{/s0}}"),
    Hostile("crossing sections", repeating: "{{#a}}{{#b}}{{/a}}{{/b}}"),
    Hostile("unknown names", each: { "{{n\($0)}}" }),
    Hostile("one unknown name", repeating: "{{nnn}}"),
    Hostile("missing templates", each: { "{{>p\($0)}}" }),
    Hostile("one missing template", repeating: "{{>pageframe}}"),
    Hostile("a template in itself", repeating: "{{>search}}"),
    Hostile("a template in itself, indented", repeating: "  {{>search}}\n"),
    Hostile(
      "places that the parent lacks", "{{<layout}}", each: { "{{$b\($0)}}x{{/b\($0)}}" },
      "{{/layout}}"),
    Hostile("a tag without an end", "{{a", repeating: " b"),
    Hostile("tags without an end", repeating: "{{a "), Hostile("braces", repeating: "{"),
    Hostile("closing braces after a tag", "{{", repeating: "}"),
    Hostile("a name of many parts", "{{", repeating: "a.", "b}}"),
    Hostile("a long name", "{{", repeating: "a", "}}"),
    Hostile("names with blanks", repeating: "{{a b}}"), Hostile("empty tags", repeating: "{{}}"),
    Hostile("a wrong change of delimiters", "{{=", repeating: "<", "=}}"),
    Hostile("changes of delimiters", repeating: "{{=<% %>=}}<%x%><%={{ }}=%>"),
    Hostile("long delimiters", "{{={{ ", repeating: ">", "=}}"),
    Hostile("objects written", repeating: "{{page}}"),
    Hostile("lists written", repeating: "{{{page}}}"),
    Hostile("an open comment", "{{! ", repeating: "x"),
    Hostile("sections of unknown names", each: { "{{#n\($0)}}x{{/n\($0)}}" }),
    Hostile("null bytes", "{{", repeating: "\0", "}}"),
  ]

  private func catalogue(_ template: String, _ others: [String: String] = [:]) -> TestCatalogue {
    var catalogue = TestCatalogue { TestRecord("ministries/t", "対象") }
    catalogue.templates["layout"] = "{{$main}}{{/main}}"
    catalogue.templates["search"] = template
    catalogue.templates.merge(others) { $1 }
    return catalogue
  }

  @Test("there are thirty and more") func countsCases() { #expect(Self.broken.count >= 30) }

  @Test(
    "what is broken is told, in little space and time", .timeLimit(.minutes(2)), arguments: broken)
  func reports(_ hostile: Hostile) async {
    let catalogue = catalogue(hostile.text(Hostile.size))
    let (report, _) = await SmallStack.run { await catalogue.checked().report }
    #expect(report.hasErrors)
    #expect(
      report.diagnostics.allSatisfy {
        $0.severity == .warning || $0.code.rawValue.hasPrefix("template/")
          || $0.code == .forbiddenCharacter
      })
    let text = report.text(language: .japanese) { DisplayWidth.columns(of: $0) }
    #expect(text.count < 60_000)
    #expect(ReportReading.problem(in: text) == nil)
  }

  @Test(
    "64 levels are allowed and rendered, one more is told once",
    arguments: [("{{#page}}", "{{/page}}"), ("{{^page}}", "{{/page}}"), ("{{$b}}", "{{/b}}")])
  func limitsDepth(_ open: String, _ close: String) async {
    for (levels, isFound) in [(64, false), (65, true), (5_000, true)] {
      let text =
        String(repeating: open, count: levels) + "x" + String(repeating: close, count: levels)
      let (findings, _) = await SmallStack.run {
        let (set, findings) = TemplateSet.compile([
          TemplateSource(name: "a", path: "a.mustache", bytes: Array(text.utf8))
        ])
        var writer = ByteWriter()
        try? set.render("a", .object(["page": .object([:])]), into: &writer)
        return findings
      }
      #expect(findings.map(\.kind) == (isFound ? [.tooDeep] : []))
    }
  }

  @Test("templates in templates are counted too, in a chain of any length")
  func limitsChains() async {
    for (length, isFound) in [(60, false), (2_000, true)] {
      let sources = (0..<length).map { number in
        TemplateSource(
          name: "q\(number)", path: "q\(number)",
          bytes: Array((number + 1 < length ? "{{>q\(number + 1)}}" : "x").utf8))
      }
      let (findings, _) = await SmallStack.run { TemplateSet.compile(sources).1 }
      #expect(findings.contains { $0.kind == .tooDeep } == isFound)
      #expect(findings.count <= length)
    }
  }

  @Test("a template that calls itself from deep within ends without an overflow")
  func limitsCalls() async {
    let deep =
      String(repeating: "{{#page}}", count: 60) + "{{>a}}"
      + String(repeating: "{{/page}}", count: 60)
    let (isEndless, _) = await SmallStack.run {
      let (set, _) = TemplateSet.compile([
        TemplateSource(name: "a", path: "a.mustache", bytes: Array(deep.utf8))
      ])
      _ = set.check(
        template: "a",
        against: .object([.init("page", "a page", .object([]))]))
      var writer = ByteWriter()
      do {
        try set.render("a", .object(["page": .object([:])]), into: &writer)
        return false
      } catch { return true }
    }
    #expect(isEndless)
  }

  @Test(
    "templates that double each other stop at the limit of instructions", .timeLimit(.minutes(2)))
  func stopsBombs() async {
    var others: [String: String] = [:]
    for number in 0..<60 { others["q\(number)"] = "{{>q\(number + 1)}}{{>q\(number + 1)}}" }
    others["q60"] = "x"
    let catalogue = catalogue("{{>q0}}", others)
    let (report, time) = await SmallStack.run { await catalogue.checked().report }
    #expect(report.diagnostics.contains { $0.message.english == "the templates are too large" })
    #expect(time < .seconds(60))
  }

  @Test("templates that all call each other are checked in bounded time", .timeLimit(.minutes(2)))
  func stopsWays() async {
    var others: [String: String] = [:]
    let all = (0..<12).map { "{{#page}}{{>q\($0)}}{{/page}}" }.joined()
    for number in 0..<12 { others["q\(number)"] = all }
    let catalogue = catalogue("{{>q0}}", others)
    let (report, _) = await SmallStack.run { await catalogue.checked().report }
    #expect(report.hasErrors)
  }

  @Test("a megabyte of text is written as it is")
  func writesLongText() throws {
    let text = String(repeating: "長い文。\n", count: 80_000)
    let (set, findings) = TemplateSet.compile([
      TemplateSource(name: "a", path: "a.mustache", bytes: Array(text.utf8))
    ])
    #expect(findings.isEmpty)
    var writer = ByteWriter()
    try set.render("a", .object([:]), into: &writer)
    #expect(writer.bytes == Array(text.utf8))
  }
}
