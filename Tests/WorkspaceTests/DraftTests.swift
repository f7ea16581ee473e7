import CataloguePages
import CatalogueViews
import Diagnostics
import Files
import ShippedTemplates
import SystemPackage
import TestSupport
import Testing

@testable import Publishing
@testable import Workspace

@Suite("Drafts")
struct DraftTests {
  /// Two published records and a draft, which refers to both and shows a picture that nobody else shows.
  private static func catalogue(
    draft: String? = "draft: true", _ lines: String = "", body: String = "", more: [TestRecord] = []
  ) -> TestCatalogue {
    var catalogue = TestCatalogue(templates: [:]) {
      TestRecord(
        "programmes/a", "甲計画", yomi: "こう",
        "ministries: [甲省]\nbudget: [{year: 2020年度, amount: 1億円}]",
        body: "![図](/assets/shared.gif)\n")
      TestRecord("ministries/m", "甲省", yomi: "こう", lines)
      more
    }
    if let draft {
      catalogue.records.append(
        TestRecord(
          "programmes/secret", "秘密計画", yomi: "ひみつ",
          draft + "\nministries: [甲省]\nkind: AI戦略\naliases: [極秘]\nupdated: 2024-04-01\n"
            + "fiscal_years: [2031年度]\nrelated: [{to: 甲計画, as: 関連}]\n"
            + "budget: [{year: 2031年度, amount: 9億円}]",
          body: "[[甲計画]]、[[a]]の次にくる内密の話。\n\n![図](/assets/hidden.gif)\n![図](/assets/shared.gif)\n"
            + body))
    }
    catalogue.assets = [
      "content/assets/shared.gif": [1, 2, 3], "content/assets/hidden.gif": [4, 5, 6],
    ]
    return catalogue
  }

  private static func files(of site: CheckedSite) async throws -> [String: [UInt8]] {
    let map = try #require(site.map)
    var outputs = map.outputs
    for folder in map.folders { outputs += await folder.make(workers: 1, take: { $0 }) }
    return Dictionary(
      try outputs.map { ($0.path, try $0.bytes()) }, uniquingKeysWith: { first, _ in first })
  }

  private static func shown(_ catalogue: TestCatalogue) async -> CheckedSite {
    await catalogue.checked(drafts: .shown)
  }

  @Test("a build has what it would have without the draft, byte for byte")
  func leavesNothing() async throws {
    let with = await Self.catalogue().checked()
    var without = Self.catalogue(draft: nil)
    without.assets["content/assets/hidden.gif"] = nil
    let clean = await without.checked()
    #expect(with.report.diagnostics.isEmpty, "\(with.report.diagnostics)")
    #expect(with.draftCount == 1 && clean.draftCount == 0)
    let (one, other) = (try await Self.files(of: with), try await Self.files(of: clean))
    #expect(one.keys.sorted() == other.keys.sorted())
    for (path, bytes) in one { #expect(bytes == other[path], "\(path)") }
    for word in ["秘密", "極秘", "内密", "secret", "2031"] {
      for (path, bytes) in one {
        #expect(!String(decoding: bytes, as: UTF8.self).contains(word), "\(word) in \(path)")
      }
    }
  }

  @Test("a published edition has nothing of it, nor has its list of files")
  func publishesNothing() async throws {
    try await withTemporaryFolder { root in
      try Self.catalogue().write(to: root)
      let outcome = try await Build(
        Build.Options(
          root: root, output: root.appending("public"), isStrict: true, workers: 1, version: "test")
      ).run()
      #expect(outcome.isPublished && outcome.recordCount == 2)
      for (path, bytes) in try TestFiles.all(in: root.appending("public")) {
        let text = path + String(decoding: bytes, as: UTF8.self)
        #expect(!text.contains("secret") && !text.contains("秘密"), "\(path)")
      }
    }
  }

  @Test(
    "what says that a record is a draft",
    arguments: [
      ("draft: true", true), ("draft: はい", true), ("draft: yes", true), ("下書き: はい", true),
      ("下書き: true", true), ("draft: false", false), ("下書き: いいえ", false),
    ])
  func reads(_ line: String, _ isDraft: Bool) async {
    let site = await Self.catalogue(draft: line).checked()
    #expect(site.report.diagnostics.isEmpty)
    #expect(site.draftCount == (isDraft ? 1 : 0))
    #expect((site.map?["programmes/secret/index.html"] == nil) == isDraft)
  }

  @Test("a word that says neither is an error, so that nothing is published by a slip")
  func refusesSlips() async {
    for (line, code) in [
      ("draft: そう", DiagnosticCode.invalidBoolean), ("darft: true", .unknownKey),
      ("draft: true\n下書き: いいえ", .duplicateKey), ("draft: [true]", .wrongShape),
    ] {
      let report = await Self.catalogue(draft: line).checked().report
      #expect(report.diagnostics.map(\.code) == [code], "\(line)")
      #expect(report.hasErrors, "\(line)")
    }
  }

  /// A reference to the draft from a published record, with what of it is reported.
  struct Reference: Sendable, CustomTestStringConvertible {
    let line: String
    let body: String
    let place: String
    var testDescription: String { line + body }

    init(line: String = "", body: String = "", _ place: String) {
      self.line = line
      self.body = body
      self.place = place
    }
  }

  @Test(
    "a published record that refers to a draft is an error that says so, once and at its place",
    arguments: [
      Reference(line: "related: [{to: 秘密計画, as: 関連}]", "秘密計画"),
      Reference(line: "related: [{to: secret, as: 関連}]", "secret"),
      Reference(line: "related:\n  - {as: 関連, to: programmes/secret}", "programmes/secret"),
      Reference(line: "related: [{to: \"極秘\", as: 関連}]", "\"極秘\""),
      Reference(body: "[[秘密計画]]の前。", "秘密計画"), Reference(body: "[[極秘|それ]]の前。", "極秘"),
      Reference(body: "[[programmes/secret]]の前。", "programmes/secret"),
      Reference(body: "[それ](secret.md)の前。", "secret.md"),
      Reference(body: "[それ](/programmes/secret/)の前。", "/programmes/secret/"),
      Reference(body: "[それ](../programmes/secret.md?a=1)の前。", "../programmes/secret.md?a=1"),
      Reference(
        body: "[それ](https://example.jp/programmes/secret/)の前。",
        "https://example.jp/programmes/secret/"),
      Reference(
        body: "https://example.jp/programmes/secret の前。", "https://example.jp/programmes/secret"),
    ])
  func tellsReferences(_ reference: Reference) async {
    let catalogue = Self.catalogue(more: [
      TestRecord(
        "programmes/b", "乙計画", yomi: "おつ", "ministries: [甲省]\n" + reference.line,
        body: reference.body)
    ])
    for isShown in [false, true] {
      let site = isShown ? await Self.shown(catalogue) : await catalogue.checked()
      let faults = site.report.diagnostics
      #expect(faults.map(\.code) == [.draftReference], "\(faults.map(\.message.english))")
      // Its author must be able to look at both together.
      #expect(faults.map(\.severity) == [isShown ? .warning : .error])
      #expect(faults.map { catalogue.text(at: $0.range) } == [reference.place])
      #expect(faults.first?.notes.first?.range?.path == "content/programmes/secret.md")
    }
  }

  @Test("drafts may refer to each other")
  func letsDraftsRefer() async {
    let catalogue = Self.catalogue(more: [
      TestRecord("programmes/b", "乙計画", yomi: "おつ", "draft: true", body: "[[秘密計画]]の前。")
    ])
    #expect(await catalogue.diagnostics().isEmpty)
    #expect(await Self.shown(catalogue).report.diagnostics.isEmpty)
  }

  /// A draft with a fault.
  private static let faulty: [(text: String, codes: [DiagnosticCode])] = [
    ("---\ndraft: true\ntitle: 乙\n---\n", [.missingField]),
    ("---\ndraft: true\nyomi: おつ\n---\n", [.missingField]),
    ("---\ndraft: true\ntitle: 乙\nyomi: おつ\nknid: 税制\n---\n", [.unknownKey]),
    (
      "---\ndraft: true\ntitle: 乙\nyomi: おつ\nministries: [なし省]\n---\n", [.unknownReference]
    ),
    ("---\ndraft: true\ntitle: 乙\nyomi: おつ\n---\n[[どこにもない]]\n", [.unknownReference]),
    ("---\ndraft: true\ntitle: 乙\nyomi: おつ\n---\n[頁](/nowhere/)\n", [.unknownLink]),
    ("---\ndraft: true\ntitle: 甲計画\nyomi: おつ\n---\n[[甲省]]\n", [.duplicateName]),
    ("---\ndraft: true\ntitle: 乙\nyomi: おつ\naliases: [甲省]\n---\n", [.duplicateName]),
    ("---\ndraft: true\ntitle: 乙\nyomi: おつ\naliases: [丙\n---\n", [.yamlUnclosed]),
  ]

  @Test("what is wrong with a draft is told as a warning, and stops nothing", arguments: 0..<9)
  func toleratesFaults(_ number: Int) async throws {
    let (text, codes) = Self.faulty[number]
    let catalogue = Self.catalogue(draft: nil, more: [TestRecord("programmes/b", text: text)])
    for site in [await catalogue.checked(), await Self.shown(catalogue)] {
      let faults = site.report.diagnostics.filter { $0.code != .orphanRecord }
      #expect(faults.map(\.code) == codes, "\(faults.map(\.message.english))")
      for fault in site.report.diagnostics {
        #expect(fault.severity == .warning && fault.concernsDraft)
        #expect(fault.range.path == "content/programmes/b.md")
      }
      #expect(!site.report.isBlocking(isStrict: true))
      _ = try await Self.files(of: site)
    }
    #expect(await catalogue.checked().map?["programmes/b/index.html"] == nil)
  }

  @Test(
    "a draft whose fields are broken is told of what broke them, and of nothing that follows",
    arguments: [
      ("title: \"乙\nyomi: おつ", 1), ("title: 乙\nyomi: {おつ", 1), ("\ttitle: 乙\nyomi: おつ", 1),
      ("title：乙\nyomi: おつ", 1), ("- title: 乙\nyomi: おつ", 1), ("title: @乙\nrelated: *甲", 2),
      ("yomi: \"お\ntitle: 乙", 1), ("{{{", 1), ("title: 乙\n  yomi: おつ\n   kind:\n- 甲", 2),
    ])
  func tellsBroken(_ lines: String, _ count: Int) async {
    let catalogue = Self.catalogue(
      draft: nil,
      more: [TestRecord("programmes/b", text: "---\ndraft: true\n\(lines)\n---\n本文。\n")])
    for site in [await catalogue.checked(), await Self.shown(catalogue)] {
      let faults = site.report.diagnostics
      #expect(faults.count == count, "\(faults.map(\.message.english))")
      #expect(faults.allSatisfy { $0.code.rawValue.hasPrefix("yaml/") && $0.severity == .warning })
    }
  }

  @Test(
    "what was published of a record that is a draft now is gone at the next build, each file of it")
  func withdraws() async throws {
    let line = "draft: true"
    for isInPlace in [false, true] {
      try await withTemporaryFolder { root in
        let output = root.appending("public")
        try FileStore().makeFolder(output)
        func build(_ catalogue: TestCatalogue) async throws -> [String] {
          try TestFiles.remove(root.appending("content"))
          try catalogue.write(to: root)
          let options = Build.Options(
            root: root, output: output, workers: 1, version: "test")
          let site = try await Build(options).check()
          let map = try #require(site.map)
          var outputs = map.outputs
          for folder in map.folders { outputs += await folder.make(workers: 1, take: { $0 }) }
          let request = Publisher.Request(
            output: output, root: root, recordCount: 3, withheld: site.withheld, version: "test")
          _ = try await Publisher.publish(request, isInPlace ? .inPlace : nil, FileStore()) {
            publisher in
            try outputs.map { try publisher.write(OutputFile($0, try $0.bytes())) }
          }
          return try TestFiles.all(in: output).keys.sorted()
        }
        let published = try await build(Self.catalogue(draft: "draft: false"))
        #expect(published.contains { $0.contains("hidden.") })
        // An ordinary edition keeps what pages that are open need.
        var other = Self.catalogue(draft: "draft: false")
        other.records[0] = TestRecord(
          "programmes/a", "甲計画", yomi: "こう", body: "![図](/assets/shared.gif)")
        let second = try await build(other)
        #expect(Set(published.filter { $0.hasPrefix("search/") }).isSubset(of: second))
        // The picture was drawn anew, too.
        var draft = Self.catalogue(draft: line)
        draft.assets["content/assets/hidden.gif"] = [7]
        let third = try await build(draft)
        var clean = Self.catalogue(draft: nil)
        clean.assets["content/assets/hidden.gif"] = nil
        let map = try #require(await clean.checked().map)
        var wanted = map.outputs.map(\.path)
        for folder in map.folders { wanted += await folder.make(workers: 1, take: { $0.path }) }
        #expect(third == (wanted + ["build.json"]).sorted())
      }
    }
  }

  @Test("a draft that cannot be read is withheld too")
  func withholdsUnread() async {
    let catalogue = Self.catalogue(
      draft: nil,
      more: [TestRecord("programmes/b", text: "---\ndraft: true\nyomi: おつ\n---\n本文。\n")])
    let withheld = await catalogue.checked().withheld
    #expect(
      withheld.among(["programmes/b/index.html", "search/i.js", "assets/a.js"]) == ["search/i.js"])
    #expect(withheld.among(["programmes/a/index.html", "search/i.js"]) == [])
  }

  @Test("a draft takes no name from a published record")
  func keepsNames() async throws {
    let catalogue = Self.catalogue(
      draft: nil,
      more: [
        TestRecord("programmes/b", "乙計画", yomi: "おつ", "related: [{to: 甲計画, as: 関連}]"),
        TestRecord("programmes/c", "甲計画", yomi: "こう", "draft: true\nministries: [甲省]"),
      ])
    for site in [await catalogue.checked(), await Self.shown(catalogue)] {
      #expect(site.report.diagnostics.map(\.code) == [.duplicateName])
      #expect(!site.report.hasErrors)
    }
  }

  @Test(
    "the preview shows it with a banner and a mark wherever it is listed, and has a list of drafts")
  func showsAuthors() async throws {
    let files = try await Self.files(of: await Self.shown(Self.catalogue()))
    func text(_ path: String) throws -> String {
      String(decoding: try #require(files[path], "\(path)"), as: UTF8.self)
    }
    let page = try text("programmes/secret/index.html")
    #expect(page.contains("class=\"draft-banner\"") && page.contains("公開されません"))
    #expect(page.contains("href=\"../../drafts/\""))
    #expect(try text("drafts/index.html").contains("programmes/secret/\">【下書き】秘密計画</a>"))
    for path in [
      "programmes/index.html", "ministries/m/index.html", "programmes/a/index.html",
      "index/ha/index.html", "fiscal-years/2031/index.html", "feed.atom",
    ] {
      #expect(try text(path).contains("【下書き】秘密計画"), "\(path)")
    }
    #expect(try !text("programmes/a/index.html").contains("draft-banner"))
    #expect(try text("index.html").contains("href=\"./drafts/\">下書き</a>"))
  }

  @Test("without a draft the preview is what a build is")
  func isTheSameWithout() async throws {
    let catalogue = Self.catalogue(draft: nil)
    let one = try await Self.files(of: await Self.shown(catalogue))
    #expect(one == (try await Self.files(of: await catalogue.checked())))
    #expect(one["drafts/index.html"] == nil)
  }

  @Test("a catalogue that has a field or a collection of the name is told to take another")
  func guardsNames() async {
    for (old, new, place) in [
      (
        "      open: {type: boolean, label: 公募}", "      draft: {type: boolean, label: 公募}", "draft"
      ),
      ("label: 公募}", "label: 下書き}", "下書き"), ("  agencies:", "  drafts:", "drafts"),
      ("label: 公募}", "label: 以前のid}", "以前のid"),
    ] {
      var catalogue = Self.catalogue(draft: nil)
      catalogue.definition = catalogue.definition.replacing(old, with: new)
        .replacing("to: [agencies, ministries]", with: "to: [ministries]")
        .replacing("to: [ministries, agencies]", with: "to: [ministries]")
      let faults = await catalogue.diagnostics()
      #expect(faults.map(\.code) == [.definitionInvalid], "\(new)")
      #expect(faults.map { catalogue.text(at: $0.range) } == [place])
    }
  }
}
