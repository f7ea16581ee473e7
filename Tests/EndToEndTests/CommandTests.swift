import CatalogueSearch
import Diagnostics
import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import mokuroku

@Suite("The command")
struct CommandTests {
  private static let sound = TestCatalogue {
    TestRecord(
      "programmes/a", "甲計画", yomi: "こう",
      "related: [{to: 乙計画, as: 関連}]\nsources: [{document: 白書, at: 第1章}]")
    TestRecord("programmes/b", "乙計画", yomi: "おつ")
    TestRecord("documents/d", "白書", yomi: "はくしょ")
  }
  private static let faulty = TestCatalogue {
    TestRecord("programmes/a", "甲計画", yomi: "こう", "kind: 研究改発")
  }

  /// Hands over a folder with a catalogue.
  private func with(_ catalogue: TestCatalogue, _ work: (FilePath) async throws -> Void)
    async throws
  {
    try await withTemporaryFolder { folder in
      try catalogue.write(to: folder.appending("catalogue"))
      try await work(folder.appending("catalogue"))
    }
  }

  @Test("--help reads like a manual and names every command and exit code")
  func helps() async throws {
    let run = try await CommandRun(["--help"], in: "/")
    #expect(run.status == 0)
    for word in [
      "build", "check", "changes", "new", "serve", "explain", "coverage", "--root", "終了コード", "64",
    ] {
      #expect(run.output.contains(word), "\(word)")
    }
    for command in ["build", "check", "new", "serve", "coverage"] {
      let help = try await CommandRun([command, "--help"], in: "/")
      #expect(help.status == 0)
      #expect(help.output.contains("--root"))
    }
  }

  @Test("a command offers no option that means nothing to it")
  func offersItsOwnOptions() async throws {
    let build = try await CommandRun(["build", "--help"], in: "/")
    #expect(build.output.contains("--allow-shrinking"))
    #expect(build.output.contains("--base-url"))
    let serve = try await CommandRun(["serve", "--help"], in: "/")
    #expect(!serve.output.contains("--allow-shrinking"))
    #expect(serve.output.contains("--base-url"))
  }

  @Test("--version is a version")
  func tellsVersion() async throws {
    let run = try await CommandRun(["--version"], in: "/")
    #expect(run.status == 0)
    #expect(run.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test("build writes public/ in the catalogue's folder and ends with 0")
  func builds() async throws {
    try await with(Self.sound) { root in
      let run = try await CommandRun(["build"], in: root)
      #expect(run.status == 0, "\(run.complaints)")
      #expect(run.output.contains("3 項目"))
      #expect(TestFiles.exists(root.appending("public/programmes/a/index.html")))
      let again = try await CommandRun(
        ["build", "--root", root.string, "--lang", "en", "-o", root.appending("out").string],
        in: "/")
      #expect(again.status == 0)
      #expect(again.output.contains("wrote 3 records"))
      let one = try TestFiles.all(in: root.appending("public"))
      #expect(try TestFiles.all(in: root.appending("out")) == one)
    }
  }

  @Test("--base-url changes the addresses that are absolute, with a path too")
  func movesSite() async throws {
    try await with(Self.sound) { root in
      let run = try await CommandRun(
        ["build", "--base-url", "https://www.example.go.jp/sub/catalogue"], in: root)
      #expect(run.status == 0, "\(run.complaints)")
      let sitemap = try TestFiles.text(root.appending("public/sitemap.xml"))
      #expect(sitemap.contains("<loc>https://www.example.go.jp/sub/catalogue/programmes/a/</loc>"))
      #expect(!sitemap.contains("https://example.jp/"))
      let wrong = try await CommandRun(["build", "--base-url", "example.go.jp"], in: root)
      #expect(wrong.status == 64)
    }
  }

  @Test("errors in the content end with 1, are told on the standard error, and nothing is written")
  func stopsAtErrors() async throws {
    try await with(Self.faulty) { root in
      let run = try await CommandRun(["build"], in: root)
      #expect(run.status == 1)
      #expect(run.complaints.contains("content/programmes/a.md:4:7: エラー[field/unknown-choice]"))
      #expect(run.complaints.contains("候補: 研究開発"))
      #expect(!TestFiles.exists(root.appending("public")))
      let english = try await CommandRun(["check", "--lang", "en"], in: root)
      #expect(english.status == 1)
      #expect(english.complaints.contains("error[field/unknown-choice]"))
      #expect(english.complaints.contains("did you mean: 研究開発"))
    }
  }

  @Test("check --format json writes the report and nothing else")
  func reportsJSON() async throws {
    try await with(Self.faulty) { root in
      let run = try await CommandRun(["check", "--format", "json"], in: root)
      #expect(run.status == 1)
      #expect(run.complaints.isEmpty)
      let json = try #require(
        JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
      let found = try #require(json["diagnostics"] as? [[String: Any]])
      let fault = try #require(found.first { $0["code"] as? String == "field/unknown-choice" })
      #expect(fault["file"] as? String == "content/programmes/a.md")
      #expect(fault["line"] as? Int == 4)
      #expect(fault["column"] as? Int == 7)
      #expect(fault["endColumn"] as? Int == 11)
      #expect(fault["suggestions"] as? [String] == ["研究開発"])
    }
  }

  @Test("check --search asks the search for what the pages have, and writes nothing")
  func provesSearch() async throws {
    try await with(Self.sound) { root in
      let before = try TestFiles.all(in: root)
      let run = try await CommandRun(["check", "--strict", "--search"], in: root)
      #expect(run.status == 0, "\(run.complaints)")
      let counts = try #require(run.output.firstMatch(of: /検索に (\d+) の語を尋ねました。見つからなかったページ 0 件/))
      #expect(try #require(Int(counts.1)) > 10)
      #expect(run.complaints.isEmpty)
      let english = try await CommandRun(["check", "--search", "--lang", "en"], in: root)
      #expect(english.output.contains("asked the search for \(counts.1) terms: 0 pages missed"))
      #expect(try TestFiles.all(in: root) == before)
      let json = try await CommandRun(["check", "--search", "--format", "json"], in: root)
      #expect(json.status == 64)
      #expect(json.output.isEmpty)
      #expect(json.complaints.contains("--format json"))
    }
  }

  @Test("check --search asks nothing while the content has errors")
  func provesSoundContentOnly() async throws {
    try await with(Self.faulty) { root in
      let run = try await CommandRun(["check", "--search"], in: root)
      #expect(run.status == 1)
      #expect(!run.output.contains("検索"))
    }
  }

  @Test("what the search missed is told line by line, with the number of what is left out")
  func reportsMisses() {
    let miss = SearchProof.Miss(term: "研究", page: "programmes/a/")
    let faults: [SearchProof.Fault] = [
      .file("s1"), .page("programmes/b/"), .facet("kind"), .excess(term: "甲", page: "c/"),
    ]
    let proof = SearchProof(termCount: 500, misses: [miss], faults: faults)
    let report = SearchProofReport(proof)
    #expect(report.sentence.japanese == "検索に 500 の語を尋ねました。見つからなかったページ 1 件、索引の異常 4 件。")
    #expect(report.complaints.count == 5)
    #expect(report.complaints.last?.japanese == "検索: 「研究」で programmes/a/ が見つかりません。")
    let asked: [(SearchProof.Fault, String, String)] = [
      (
        .order("経産省", page: "m/"), "検索: 「経産省」を探しても、その名の m/ が最初に出ません。",
        "search: '経産省' does not find m/, which has that name, first"
      ),
      (
        .reference("METI", to: "経済産業省", page: "p/", others: 0),
        "検索: 「METI」を探しても、「経済産業省」を指す p/ が見つかりません。",
        "search: 'METI' does not find p/, which refers to '経済産業省'"
      ),
      (
        .reference("METI", to: "経済産業省", page: "p/", others: 2),
        "検索: 「METI」を探しても、「経済産業省」を指す p/ ほか 2 ページが見つかりません。",
        "search: 'METI' does not find p/ and 2 more, which refer to '経済産業省'"
      ),
    ]
    for (fault, japanese, english) in asked {
      let line = SearchProofReport(SearchProof(termCount: 1, misses: [], faults: [fault]))
        .complaints
      #expect(line.map(\.japanese) == [japanese])
      #expect(line.map(\.english) == [english])
    }
    let many = SearchProof(termCount: 500, misses: Array(repeating: miss, count: 130), faults: [])
    #expect(SearchProofReport(many).complaints.count == 101)
    #expect(SearchProofReport(many).complaints.last?.english == "and 30 more")
  }

  @Test("a warning lets a build pass, unless it is strict")
  func warns() async throws {
    try await with(TestCatalogue { TestRecord("programmes/a", "甲", yomi: "こう") }) { root in
      for (arguments, status) in [
        (["check"], 0), (["build"], 0), (["check", "--strict"], 1), (["build", "--strict"], 1),
      ] as [([String], Int32)] {
        let run = try await CommandRun(arguments, in: root)
        #expect(run.status == status, "\(arguments)")
      }
    }
  }

  @Test("a missing folder ends every command with 2 in the user's language, and publishes nothing")
  func tellsMissingFolders() async throws {
    try await with(Self.sound) { root in
      #expect(try await CommandRun(["build"], in: root).status == 0)
      let edition = try TestFiles.all(in: root.appending("public"))
      try FileManager.default.moveItem(
        atPath: root.appending("content").string, toPath: root.appending("away").string)
      for command in ["build", "check"] {
        let run = try await CommandRun([command], in: root)
        #expect(run.status == 2)
        #expect(run.complaints.contains("content フォルダーがありません"))
        let english = try await CommandRun([command, "--lang", "en"], in: root)
        #expect(english.status == 2)
        #expect(english.complaints.contains("there is no folder 'content'"))
      }
      #expect(try TestFiles.all(in: root.appending("public")) == edition)
    }
  }

  @Test("an edition that shrinks needs a word, and one that is the same says so")
  func allowsShrinking() async throws {
    try await with(Self.sound) { root in
      #expect(try await CommandRun(["build"], in: root).status == 0)
      let same = try await CommandRun(["build", "--lang", "en"], in: root)
      #expect(same.output.contains("was left as it is"))
      let gone = ["programmes/a", "programmes/b"].map { root.appending("content/\($0).md").string }
      for path in gone { try FileManager.default.removeItem(atPath: path) }
      let refused = try await CommandRun(["build"], in: root)
      #expect(refused.status == 2)
      #expect(refused.complaints.contains("--allow-shrinking"))
      #expect(try await CommandRun(["build", "--allow-shrinking"], in: root).status == 0)
    }
  }

  @Test("what the system refuses is told in the user's language")
  func wordsTroubles() async throws {
    try await with(Self.sound) { root in
      let place = "/proc/nowhere/site"
      let japanese = try await CommandRun(["build", "--output", place], in: root)
      #expect(japanese.complaints.unicodeScalars.contains { (0x3041...0x3096).contains($0.value) })
      #expect(!japanese.complaints.contains("No such"))
      let english = try await CommandRun(["build", "--output", place, "--lang", "en"], in: root)
      #expect(english.complaints.hasPrefix("mokuroku: cannot "))
      #expect(english.complaints.utf8.allSatisfy { $0 < 128 })
    }
  }

  @Test("serve writes nothing, and SIGTERM ends it with 143")
  func previewsApart() async throws {
    try await with(Self.sound) { root in
      let before = try TestFiles.all(in: root)
      let place = root.removingLastComponent().appending("tmp")
      try FileManager.default.createDirectory(
        atPath: place.string, withIntermediateDirectories: true)
      let output = root.removingLastComponent().appending("output.txt")
      let process = Process()
      process.executableURL = URL(fileURLWithPath: try #require(CommandRun.executable).string)
      process.arguments = ["serve", "--port", "0", "--root", root.string]
      process.environment = ["TMPDIR": place.string]
      try TestFiles.write("", to: output)
      process.standardOutput = try FileHandle(
        forWritingTo: URL(fileURLWithPath: output.string))
      process.standardError = FileHandle.nullDevice
      try process.run()
      var text = ""
      for _ in 0..<600 where !text.contains("3 項目") {
        try await Task.sleep(for: .milliseconds(50))
        text = try TestFiles.text(output)
      }
      #expect(text.contains("3 項目"))
      #expect(try TestFiles.all(in: root) == before)
      #expect(try FileManager.default.contentsOfDirectory(atPath: place.string).isEmpty)
      process.terminate()
      while process.isRunning { try await Task.sleep(for: .milliseconds(20)) }
      #expect(process.terminationReason == .exit)
      #expect(process.terminationStatus == 143)
      #expect(try FileManager.default.contentsOfDirectory(atPath: place.string).isEmpty)
      #expect(try TestFiles.text(output).hasSuffix("\n"))
    }
  }

  @Test("serve tells the warnings as check does, and again only when they are others")
  func tellsWarnings() async throws {
    try await with(Self.sound) { root in
      try TestFiles.write(
        "---\ntitle: 丙計画\nyomi: へい\n---\n", to: root.appending("content/programmes/c.md"))
      let check = try await CommandRun(["check"], in: root)
      #expect(check.complaints.contains("警告[record/orphan]"))
      let folder = root.removingLastComponent()
      let (output, complaints) = (folder.appending("output"), folder.appending("complaints"))
      let process = Process()
      process.executableURL = URL(fileURLWithPath: try #require(CommandRun.executable).string)
      process.arguments = ["serve", "--port", "0", "--root", root.string]
      for path in [output, complaints] { try TestFiles.write("", to: path) }
      process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output.string))
      process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: complaints.string))
      try process.run()
      func wait(for count: Int) async throws {
        for _ in 0..<600 where try TestFiles.text(output).split(separator: "警告 1 件").count <= count
        {
          try await Task.sleep(for: .milliseconds(50))
        }
      }
      try await wait(for: 1)
      #expect(try TestFiles.text(complaints) == check.complaints)
      try TestFiles.write(
        "---\ntitle: 乙計画\nyomi: おつ\n---\n文。\n", to: root.appending("content/programmes/b.md"))
      try await wait(for: 2)
      #expect(try TestFiles.text(complaints) == check.complaints)
      #expect(try TestFiles.text(output).hasSuffix("(警告 1 件、前と同じ)。\n"))
      try TestFiles.write(
        "---\ntitle: 丁計画\nyomi: てい\n---\n", to: root.appending("content/programmes/c.md"))
      try await wait(for: 3)
      let second = try await CommandRun(["check"], in: root)
      #expect(try TestFiles.text(complaints) == check.complaints + second.complaints)
      #expect(try TestFiles.text(output).hasSuffix("(警告 1 件)。\n"))
      process.terminate()
      while process.isRunning { try await Task.sleep(for: .milliseconds(20)) }
    }
  }

  @Test("troubles of the machine end with 2")
  func tellsTroubles() async throws {
    try await with(Self.sound) { root in
      try TestFiles.write("大切", to: root.appending("public/memo.txt"))
      let foreign = try await CommandRun(["build"], in: root)
      #expect(foreign.status == 2)
      #expect(foreign.complaints.contains("public"))
      #expect(try TestFiles.text(root.appending("public/memo.txt")) == "大切")
      let inside = try await CommandRun(["build", "--output", "content/site"], in: root)
      #expect(inside.status == 2)
      let unwritable = try await CommandRun(["build", "--output", "/proc/nowhere/site"], in: root)
      #expect(unwritable.status == 2)
    }
  }

  @Test(
    "wrong usage ends with 64",
    arguments: [
      ["bild"], ["build", "--nonsense"], ["check", "--format", "xml"], ["check", "--lang", "fr"],
      ["new"], ["build", "--root", "/nowhere"], ["check"], ["build", "--source", ""],
      ["build", "--source", "a\nb"],
    ])
  func refusesUsage(_ arguments: [String]) async throws {
    try await withTemporaryFolder { folder in
      let run = try await CommandRun(arguments, in: folder)
      #expect(run.status == 64, "\(run.output)\(run.complaints)")
      #expect(!run.complaints.isEmpty)
    }
  }

  @Test("new makes a record whose fields are explained, and does not overwrite one")
  func makesRecords() async throws {
    try await with(Self.sound) { root in
      let title = "新しい\"計画\": #1"
      let run = try await CommandRun(
        ["new", "programmes", "atarashii", "--title", title], in: root)
      #expect(run.status == 0, "\(run.complaints)")
      let path = root.appending("content/programmes/atarashii.md")
      let text = try TestFiles.text(path)
      #expect(text.hasPrefix("---\n# 〔名称〕") && text.contains("\ntitle: "))
      for field in ["yomi:", "# kind:", "# ministries:", "研究開発 / 補助・助成 / AI戦略"] {
        #expect(text.contains(field))
      }
      let again = try await CommandRun(["new", "programmes", "atarashii"], in: root)
      #expect(again.status == 2)
      #expect(try TestFiles.text(path) == text)
      let check = try await CommandRun(["check"], in: root)
      #expect(check.status == 1)
      #expect(check.complaints.contains("[field/empty]"))
      #expect(!check.complaints.contains("[yaml/"))
      try TestFiles.write(
        text.replacingOccurrences(of: "\nyomi:\n", with: "\nyomi: あたらしい\n"), to: path)
      let complete = try await CommandRun(["check"], in: root)
      #expect(complete.status == 0, "\(complete.complaints)")
      _ = try await CommandRun(["build"], in: root)
      let page = try TestFiles.text(root.appending("public/programmes/atarashii/index.html"))
      #expect(page.contains("新しい&quot;計画&quot;: #1"))
    }
  }

  @Test(
    "new refuses a collection or an id that cannot be",
    arguments: [
      ["programs", "a"], ["programmes", "計画"], ["programmes", "../x"], ["programmes", "-x"],
      ["programmes", ""],
    ])
  func refusesNames(_ arguments: [String]) async throws {
    try await with(Self.sound) { root in
      let before = try TestFiles.all(in: root)
      let run = try await CommandRun(["new"] + arguments, in: root)
      #expect(run.status == 64)
      #expect(try TestFiles.all(in: root) == before)
    }
  }

  @Test("explain documents templates, fields and codes")
  func explains() async throws {
    let templates = try await CommandRun(["explain", "templates"], in: "/")
    #expect(templates.status == 0)
    #expect(
      templates.output.contains("record.mustache") && templates.output.contains("{{page.title}}")
        || templates.output.contains("{{title}}"))
    #expect(try await CommandRun(["explain", "fields"], in: "/").output.contains("fiscal_year"))
    #expect(try await CommandRun(["explain", "roles"], in: "/").output.contains("role: moment"))
    #expect(
      try await CommandRun(["explain", "codes"], in: "/").output.contains("reference/unknown"))
    #expect(try await CommandRun(["explain", "templates", "nichts"], in: "/").status == 64)
    let code = try await CommandRun(["explain", "field/unknown-choice"], in: "/")
    #expect(code.status == 0 && code.output.contains("決まった言葉にない"))
    #expect(code.output.contains("status: 継続") && code.output.contains("status: 実施"))
    let unknown = try await CommandRun(["explain", "field/unknown-choise"], in: "/")
    #expect(unknown.status == 64 && unknown.complaints.contains("field/unknown-choice"))
  }

  @Test("fix mends what has one meaning, shows it first, and leaves the rest to its author")
  func fixes() async throws {
    let catalogue = TestCatalogue {
      TestRecord("programmes/a", "甲計画", yomi: "こう", "fiscal_years: [令和1年度]\nkind: 研究改発")
    }
    try await with(catalogue) { root in
      let path = root.appending("content/programmes/a.md")
      let before = try TestFiles.text(path)
      let shown = try await CommandRun(["fix", "--dry-run"], in: root)
      #expect(shown.status == 1)
      #expect(shown.output.contains("-fiscal_years: [令和1年度]\n+fiscal_years: [令和元年度]\n"))
      #expect(try TestFiles.text(path) == before)
      let fixed = try await CommandRun(["fix"], in: root)
      #expect(fixed.status == 1 && fixed.complaints.contains("field/unknown-choice"))
      #expect(fixed.complaints.contains("1 ファイルの 1 か所を直しました。残る報告は 2 件です。"))
      #expect(try TestFiles.text(path) == before.replacing("令和1年度", with: "令和元年度"))
      let again = try await CommandRun(["fix", "--lang", "en"], in: root)
      #expect(again.complaints.contains("fixed 0 faults in 0 files; 2 reports are left"))
    }
  }

  @Test("coverage counts what was written from which place")
  func covers() async throws {
    try await with(Self.sound) { root in
      let run = try await CommandRun(["coverage"], in: root)
      #expect(run.status == 0)
      #expect(run.output.contains("| 第1章 | 1 |"))
    }
  }
}
