import Diagnostics
import Publishing
import SystemPackage
import TestSupport
import Testing
import Workspace

@Suite("One rule for text at every entrance")
struct TextEntranceTests {
  /// The faults of a catalogue as `file code text`, with the text that is marked.
  private func faults(_ catalogue: TestCatalogue) async -> [String] {
    await catalogue.diagnostics().filter { $0.code != .orphanRecord }.map { fault in
      "\(fault.range.path) \(fault.code.rawValue) \(catalogue.text(at: fault.range))"
    }
  }

  private func record(_ lines: String = "", body: String = "") -> TestCatalogue {
    TestCatalogue { TestRecord("programmes/a", "甲", lines, body: body) }
  }

  private let code = "text/forbidden-character"

  @Test(
    "a character that no text may have is told once, where it is written",
    arguments: [
      0, 8, 12, 0x1B, 0x7F, 0x85, 0x9B, 0x202E, 0x2066, 0xFDD0, 0xFFFE, 0x1FFFF, 0x10FFFE,
    ] as [UInt32])
  func refusesPlainly(_ value: UInt32) async throws {
    let character = String(try #require(Unicode.Scalar(value)))
    let path = "content/programmes/a.md"
    let fault = "\(path) \(code) \(character)"
    #expect(await faults(record("summary: 要\(character)約")) == [fault])
    #expect(await faults(record("summary: \"要\(character)約\"")) == [fault])
    #expect(await faults(record("# 注\(character)")) == [fault])
    #expect(await faults(record(body: "本\(character)文\n")) == [fault])
    #expect(await faults(record(body: "```\n本\(character)文\n```\n")) == [fault])
    #expect(await faults(record(body: "<https://example.org/\(character)>\n")).first == fault)
    var site = record()
    site.definition += "# \(character)\n"
    #expect(await faults(site) == ["catalogue.yml \(code) \(character)"])
    site = record()
    site.templates["home"] = "<h1>{{page.title}}</h1>{{! \(character)\n }}"
    #expect(await faults(site) == ["templates/home.mustache \(code) \(character)"])
  }

  @Test("a key, a title and a name of a record are held to it too")
  func refusesNames() async {
    let site = TestCatalogue {
      TestRecord("programmes/a", "甲\u{202E}乙", "sum\u{0}mary: 要約\nministries: [\"省\u{2067}\"]")
    }
    let faults = await site.diagnostics()
    #expect(faults.filter { $0.code == .forbiddenCharacter }.count == 2)
    #expect(faults.map(\.message.english).contains { $0.contains("the file has 2 of the kind") })
  }

  @Test(
    "an escape in YAML counts by what it stands for",
    arguments: [
      #""\u0000""#, #""\x00""#, #""a\u202eb""#, #""\U0001FFFE""#, #""\0""#, #""\e[31m""#, #""\N""#,
      #""\a""#,
    ])
  func refusesEscapes(_ value: String) async {
    let fault = "content/programmes/a.md \(code) \(value)"
    #expect(await faults(record("summary: \(value)")) == [fault])
    #expect(await faults(record("aliases: [\(value)]")) == [fault])
    var site = record()
    site.definition = site.definition.replacing(
      "description: 試験のための目録です。", with: "description: \(value)")
    #expect(await faults(site) == ["catalogue.yml \(code) \(value)"])
  }

  @Test("a surrogate in YAML is a fault of YAML, and other escapes are text")
  func keepsEscapes() async {
    #expect(
      await faults(record(#"summary: "\uD800""#)).map { $0.contains("yaml/syntax") } == [true])
    #expect(await faults(record(#"summary: "\u7532\t\u00a0\/""#)).isEmpty)
    #expect(await faults(record(#"summary: '\u0000'"#)).isEmpty)
  }

  @Test(
    "a reference in Markdown counts by what it stands for, and is told where it stands",
    arguments: [
      ("本文 &#0; です。\n", "&#0;"), ("# 題&#x202e;\n", "&#x202e;"), ("文 &#xFFFE;\n", "&#xFFFE;"),
      ("文 &#xD800;\n", "&#xD800;"), ("文 &#8238;\n", "&#8238;"), ("文 &#27;\n", "&#27;"),
      ("[文](https://example.org/&#x7f;)\n", "&#x7f;"),
      ("[文](https://example.org/ \"題&#x2066;\")\n", "&#x2066;"),
      ("[文][a]\n\n[a]: https://example.org/&#1;\n", "&#1;"),
      ("> - [文][a]\n>\n> [a]: https://example.org/ '題&#1;'\n", "&#1;"),
      ("| 甲 | 乙 |\n|---|---|\n| 一 | &#x202d; |\n", "&#x202d;"),
      ("```a&#x202e;\nx\n```\n", "```a&#x202e;"),
    ])
  func refusesReferences(_ body: String, _ text: String) async {
    #expect(await faults(record(body: body)) == ["content/programmes/a.md \(code) \(text)"])
  }

  @Test("what shows a reference rather than means it is text")
  func keepsReferences() async {
    #expect(
      await faults(record(body: "`&#0;` \\&#0; &amp;#0; &#x200f; &#12354; &lrm;\n\n    &#0;\n"))
        .isEmpty)
  }

  @Test(
    "percent-encoded bytes of a path count by what they stand for",
    arguments: [
      ("[甲](/programmes/%00a/)", "text/forbidden-character /programmes/%00a/"),
      ("[甲](a%E2%80%AE.md)", "text/forbidden-character a%E2%80%AE.md"),
      ("![図](/assets/%7F.png)", "text/forbidden-character /assets/%7F.png"),
      ("[甲](/programmes/%FF/)", "link/unknown-page /programmes/%FF/"),
      ("![図](/assets/%83%65.png)", "markdown/image-missing /assets/%83%65.png"),
      ("[甲](/programmes/%C0%AE%C0%AE/)", "link/unknown-page /programmes/%C0%AE%C0%AE/"),
    ])
  func refusesPercentEncoding(_ body: String, _ fault: String) async {
    #expect(await faults(record(body: body + "\n")) == ["content/programmes/a.md \(fault)"])
  }

  @Test("a byte that is no UTF-8 leads to no file of whatever name")
  func findsNoRepairedName() async {
    var site = record(body: "![図](/assets/%FF.png) [表](/assets/%FF.png)\n")
    site.assets["content/assets/\u{FFFD}.png"] = [1]
    #expect(await faults(site).count == 2)
  }

  @Test("what is written plainly, as an escape and as a reference is one report with its number")
  func countsTogether() async {
    let site = record(
      "summary: \"\\u202e\\u202e\"",
      body: "\u{202E}一 &#x202e;\n" + String(repeating: "\u{202D}二\n", count: 1_000))
    let faults = await site.diagnostics().filter { $0.code != .orphanRecord }
    #expect(faults.map(\.code) == [.forbiddenCharacter])
    #expect(faults.first?.message.japanese.contains("1004か所") == true)
    #expect(faults.first.map { site.text(at: $0.range) } == #""\u202e\u202e""#)
  }

  @Test(
    "marks that turn nothing round are text, but no name of their own",
    arguments: ["\u{200E}", "\u{200F}", "\u{61C}", "\u{200B}", "\u{FEFF}", "\u{2060}"])
  func foldsMarks(_ mark: String) async {
    let site = TestCatalogue {
      TestRecord("programmes/a", "甲計画", "related: [{to: 乙, as: 関連}]")
      TestRecord("programmes/b", "乙")
      TestRecord("programmes/c", "甲\(mark)計画", "related: [{to: 乙, as: 関連}]", body: "本\(mark)文")
    }
    let faults = await site.diagnostics().map(\.code).filter { $0 != .invisibleCharacter }
    #expect(faults == [.duplicateName])
  }

  @Test("bytes that are no UTF-8 are told of every kind of file")
  func refusesEncodings() async {
    for bytes in [[0x93, 0xFA], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xFF, 0xFE]] as [[UInt8]] {
      for path in ["catalogue.yml", "content/programmes/a.md", "templates/home.mustache"] {
        let whole = record().sources
        func damaged(_ file: SourceTree.File) -> SourceTree.File {
          file.path == path ? .init(path: path, bytes: file.bytes + bytes) : file
        }
        let tree = SourceTree(
          definition: damaged(whole.definition), content: whole.content.map(damaged),
          templates: whole.templates.map(damaged), assets: [])
        let report = await Checking.check(tree, baseURL: nil, workers: 1).report
        let faults = report.diagnostics.filter { $0.code != .orphanRecord }
        #expect(faults.map(\.code) == [.encoding])
        #expect(faults.map(\.range.path) == [path])
        #expect(faults.first?.range.bytes.count == 1)
      }
    }
  }

  @Test("a byte order mark in front of any file is no part of it")
  func dropsMarks() async throws {
    var site = TestCatalogue {
      TestRecord("programmes/a", text: "\u{FEFF}---\ntitle: 甲\nyomi: こう\n---\n本文\n")
    }
    site.definition = "\u{FEFF}" + site.definition
    for name in site.templates.keys {
      site.templates[name] = "\u{FEFF}" + (site.templates[name] ?? "")
    }
    #expect(await faults(site).isEmpty)
    try await withTemporaryFolder { root in
      try site.write(to: root)
      let output = root.appending("public")
      let outcome = try await Build(
        Build.Options(root: root, output: output, workers: 1, version: "0")
      ).run()
      #expect(outcome.isPublished)
      for (path, bytes) in try TestFiles.all(in: output) where path.hasSuffix(".html") {
        #expect(!String(decoding: bytes, as: UTF8.self).unicodeScalars.contains("\u{FEFF}"))
      }
    }
  }

  @Test("lines that end in CR alone are lines")
  func takesOldLineEnds() async {
    let site = TestCatalogue {
      TestRecord(
        "programmes/a", text: "---\rtitle: 甲\ryomi: こう\rknid: 研究\r---\r# 題\r\r![](a.png)\r")
    }
    let faults = await site.diagnostics()
    // Whether the record stands alone is not known while a key is mistyped.
    #expect(faults.map(\.code) == [.unknownKey, .imageWithoutText, .imageMissing])
  }

  @Test(
    "a file full of refused characters is told in one report, not as a file without front matter",
    arguments: [
      ("\u{1}", .forbiddenCharacter), ("\u{0}", .encoding),
    ] as [(String, DiagnosticCode)])
  func tellsDamagedFilesOnce(character: String, code: DiagnosticCode) async {
    let wide = "---\ntitle: a\nyomi: b\n---\n".map { "\($0)\(character)" }.joined()
    let file = TestRecord("programmes/a", text: wide)
    let site = TestCatalogue { file }
    #expect(await site.diagnostics().map(\.code) == [code])
  }
}
