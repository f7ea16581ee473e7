import Diagnostics
import Digests
import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Files
@testable import Publishing
@testable import Workspace

@Suite("Publishing")
struct PublisherTests {
  /// A build of a catalogue that stands in `root`, into `output` below it or elsewhere.
  static func build(_ root: FilePath, to output: FilePath, workers: Int = 1) async throws
    -> Build.Outcome
  {
    try await Build(Build.Options(root: root, output: output, workers: workers, version: "test"))
      .run()
  }

  private static let catalogue = TestCatalogue {
    TestRecord("programmes/a", "甲", yomi: "あ", "related: [{to: 乙, as: 関連}]")
    TestRecord("programmes/b", "乙", yomi: "い")
  }

  /// Hands over a folder with a catalogue in it.
  private func withCatalogue(
    _ catalogue: TestCatalogue = catalogue, _ work: (FilePath) async throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      let root = folder.appending("root")
      try catalogue.write(to: root)
      try await work(root)
    }
  }

  @Test("a site is written with a manifest that lists every file with its digest")
  func publishes() async throws {
    try await withCatalogue { root in
      let output = root.appending("public")
      let outcome = try await Self.build(root, to: output)
      #expect(outcome.isPublished)
      var files = try TestFiles.all(in: output)
      #expect(files["programmes/a/index.html"] == Array("<h1>甲</h1>\n\n".utf8))
      let manifest = try #require(files["build.json"])
      files["build.json"] = nil
      let json = try #require(JSONSerialization.jsonObject(with: Data(manifest)) as? [String: Any])
      #expect(json["generator"] as? String == "mokuroku")
      let entries = try #require(json["files"] as? [[String: Any]])
      let paths = entries.compactMap { $0["path"] as? String }
      #expect(
        paths == files.keys.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
      for entry in entries {
        let path = try #require(entry["path"] as? String)
        let bytes = try #require(files[path])
        #expect(entry["size"] as? Int == bytes.count)
        #expect(entry["sha256"] as? String == SHA256.hexadecimal(bytes))
      }
      #expect(outcome.fileCount == entries.count)
      #expect(outcome.byteCount == files.values.reduce(0) { $0 + $1.count })
    }
  }

  @Test("pages of deleted records disappear with the next edition, and .gitkeep stays")
  func removesOldPages() async throws {
    try await withCatalogue { root in
      let output = root.appending("public")
      try TestFiles.write("", to: output.appending(".gitkeep"))
      _ = try await Self.build(root, to: output)
      #expect(TestFiles.exists(output.appending("programmes/b/index.html")))
      try FileManager.default.removeItem(atPath: root.appending("content/programmes/b.md").string)
      try TestFiles.write(
        "---\ntitle: 甲\nyomi: あ\n---\n", to: root.appending("content/programmes/a.md"))
      #expect(try await Self.build(root, to: output).isPublished)
      let files = try TestFiles.all(in: output)
      #expect(files.keys.allSatisfy { !$0.hasPrefix("programmes/b") })
      #expect(files[".gitkeep"] == [])
      #expect(
        try FileStore().list(root).map(\.name).allSatisfy {
          !$0.hasSuffix(".next") && !$0.hasSuffix(".old")
        })
    }
  }

  @Test("with an error nothing is written, and the old edition stays byte for byte")
  func keepsOldEdition() async throws {
    try await withCatalogue { root in
      let output = root.appending("public")
      let broken = "---\ntitle: 丙\nyomi: う\nkind: 謎\n---\n"
      try TestFiles.write(broken, to: root.appending("content/programmes/c.md"))
      let first = try await Self.build(root, to: output)
      #expect(!first.isPublished)
      #expect(first.report.hasErrors)
      #expect(!TestFiles.exists(output))
      try FileManager.default.removeItem(atPath: root.appending("content/programmes/c.md").string)
      _ = try await Self.build(root, to: output)
      let edition = try TestFiles.all(in: output)
      try TestFiles.write(broken, to: root.appending("content/programmes/c.md"))
      #expect(try await !Self.build(root, to: output).isPublished)
      #expect(try TestFiles.all(in: output) == edition)
      #expect(
        try FileStore().list(root).map(\.name).sorted() == [
          "catalogue.yml", "content", "public", "templates",
        ])
    }
  }

  @Test("a strict build is stopped by a warning")
  func isStrict() async throws {
    try await withCatalogue(TestCatalogue { TestRecord("programmes/a", "甲") }) { root in
      let options = Build.Options(
        root: root, output: root.appending("public"), isStrict: true, workers: 1, version: "test")
      let outcome = try await Build(options).run()
      #expect(!outcome.isPublished)
      #expect(!outcome.report.hasErrors)
      #expect(!TestFiles.exists(root.appending("public")))
    }
  }

  @Test(
    "an output folder that overlaps the sources is refused, however it is spelled",
    arguments: [
      "", ".", "..", "content", "content/out", "templates", "templates/out",
      "public/../content/new",
      "nowhere/../content/new", "nowhere/deep/../../templates/x", "catalogue.yml",
      "catalogue.yml/x", "link/new", "/",
    ])
  func refusesSources(_ spelling: String) async throws {
    try await withCatalogue { root in
      try FileManager.default.createSymbolicLink(
        atPath: root.appending("link").string, withDestinationPath: root.appending("content").string
      )
      let before = try TestFiles.all(in: root)
      let output = spelling == "/" ? FilePath("/") : root.appending(spelling)
      await #expect(throws: OutputRefusal.self) { try await Self.build(root, to: output) }
      #expect(try TestFiles.all(in: root) == before)
      #expect(!TestFiles.exists(root.appending("nowhere")))
    }
  }

  @Test(
    "a folder that Mokuroku did not make is refused and not touched",
    arguments: [["precious.txt"], [".hidden"], ["build.json"], [".gitkeep", "x"], ["a/b/c"]])
  func refusesForeignFolders(_ files: [String]) async throws {
    try await withCatalogue { root in
      let output = root.appending("public")
      for file in files {
        try TestFiles.write("{\"generator\":\"other\"}", to: output.appending(file))
      }
      let before = try TestFiles.all(in: root)
      await #expect(throws: OutputRefusal.notMadeByMokuroku(output.string)) {
        try await Self.build(root, to: output)
      }
      #expect(try TestFiles.all(in: root) == before)
    }
  }

  @Test("a file or a dangling link in the place of the folder is refused")
  func refusesOthers() async throws {
    try await withCatalogue { root in
      try TestFiles.write("x", to: root.appending("public"))
      await #expect(throws: OutputRefusal.self) {
        try await Self.build(root, to: root.appending("public"))
      }
      try FileManager.default.createSymbolicLink(
        atPath: root.appending("dangling").string, withDestinationPath: "/nowhere/at/all")
      await #expect(throws: OutputRefusal.self) {
        try await Self.build(root, to: root.appending("dangling"))
      }
    }
  }

  @Test("what a killed build left is removed by the next")
  func removesStaleStaging() async throws {
    try await withCatalogue { root in
      try TestFiles.write("stale", to: root.appending(".public.next/programmes/zombie/index.html"))
      try TestFiles.write("stale", to: root.appending(".public.next/index.html/odd"))
      try TestFiles.write("", to: root.appending(".public.next/.mokuroku-staging"))
      _ = try await Self.build(root, to: root.appending("public"))
      #expect(!TestFiles.exists(root.appending("public/programmes/zombie")))
      #expect(!TestFiles.exists(root.appending(".public.next")))
    }
  }

  @Test("a folder beside the output that only has the name of a leftover is not touched")
  func keepsNamesakes() async throws {
    try await withCatalogue { root in
      let precious = root.appending(".public.next/precious.txt")
      try TestFiles.write("大切", to: precious)
      await #expect(throws: OutputRefusal.self) {
        try await Self.build(root, to: root.appending("public"))
      }
      let text = try TestFiles.text(precious)
      #expect(text == "大切")
    }
  }

  @Test("builds into one folder wait for each other")
  func waits() async throws {
    try await withCatalogue { root in
      let output = root.appending("public")
      let outcomes = try await withThrowingTaskGroup(of: Bool.self) { group in
        for _ in 0..<4 {
          group.addTask { try await Self.build(root, to: output).isPublished }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(outcomes == [true, true, true, true])
      let names = try FileStore().list(root).map(\.name)
      #expect(names == ["catalogue.yml", "content", "public", "templates"])
      let files = try TestFiles.all(in: output)
      #expect(files[".mokuroku-staging"] == nil)
      #expect(files["programmes/a/index.html"] != nil)
    }
  }

  @Test(
    "files of the content that are not read are told, and pictures that could run are not published"
  )
  func tellsUnreadFiles() async throws {
    try await withCatalogue { root in
      for path in [
        "content/notes.txt", "content/programmes/a.MD", "content/assets/evil.svg",
        "content/assets/evil.html", "content/assets/plan.PNG",
      ] {
        try TestFiles.write("<script>alert(1)</script>", to: root.appending(path))
      }
      let outcome = try await Self.build(root, to: root.appending("public"))
      let told = outcome.report.diagnostics.filter { $0.severity == .warning }.map(\.range.path)
      #expect(
        told == [
          "content/assets/evil.html", "content/assets/evil.svg", "content/notes.txt",
          "content/programmes/a.MD",
        ])
      let published = try TestFiles.all(in: root.appending("public")).keys
      #expect(published.contains { $0.hasPrefix("files/plan.") })
      #expect(!published.contains { $0.contains("evil") })
    }
  }

  @Test("the output may lie elsewhere, several folders deep, and relative to the working folder")
  func writesElsewhere() async throws {
    try await withCatalogue { root in
      let output = root.removingLastComponent().appending("a/b/site")
      let outcome = try await Self.build(root, to: output)
      #expect(outcome.isPublished)
      #expect(TestFiles.exists(output.appending("index.html")))
      let beside = try FileStore().list(output.removingLastComponent())
      #expect(beside.map(\.name) == ["site"])
    }
  }

  @Test("a reader never misses a file that both editions have, and never sees half of one")
  func exchangesAtOnce() async throws {
    try await withCatalogue { root in
      let output = root.appending("public")
      _ = try await Self.build(root, to: output)
      let page = output.appending("programmes/a/index.html").string
      let (begun, beginning) = AsyncStream.makeStream(of: Void.self)
      let reader = Task.detached { () -> (reads: Int, failures: Int) in
        var reads = 0
        var failures = 0
        while !Task.isCancelled {
          // What both editions have in common is the path; the content is one of two.
          let text = (try? Data(contentsOf: URL(fileURLWithPath: page))).map {
            String(decoding: $0, as: UTF8.self)
          }
          reads += 1
          beginning.finish()
          if text != "<h1>甲</h1>\n\n" && text != "<h1>甲二</h1>\n\n" { failures += 1 }
        }
        return (reads, failures)
      }
      // On a busy machine the reader may come late.
      for await _ in begun {}
      for number in 0..<30 {
        let title = number.isMultiple(of: 2) ? "甲二" : "甲"
        try TestFiles.write(
          "---\ntitle: \(title)\nyomi: あ\n---\n", to: root.appending("content/programmes/a.md"))
        #expect(try await Self.build(root, to: output).isPublished)
      }
      reader.cancel()
      let (reads, failures) = await reader.value
      #expect(reads > 0)
      #expect(failures == 0)
    }
  }

  @Test(
    "a path that would leave the edition stops the program",
    arguments: ["../x", "a/../../x", "/x", "", "a//b", "./x", "a/.", "a\u{0}b"])
  func stopsAtStrayPaths(_ path: String) async throws {
    try await withTemporaryFolder { folder in
      let place = folder.string
      await #expect(processExitsWith: .failure) {
        [place = place as String, path = path as String] in
        // Whatever is thrown would look like the stop that is expected.
        guard
          let publisher = try? Publisher.begin(
            Publisher.Request(
              output: FilePath(place + "/out"), root: FilePath(place + "/in"), version: "test"),
            FileStore())
        else { return }
        _ = try? publisher.write(OutputFile(path: path, bytes: []))
      }
    }
  }

  @Test("links below the folders are errors, and names that begin with a dot are not read")
  func passesOverLinks() async throws {
    try await withCatalogue { root in
      let secret = root.removingLastComponent().appending("secret.md")
      try TestFiles.write("---\ntitle: 秘密\nyomi: ひみつ\n---\n", to: secret)
      for link in [
        "content/programmes/link.md", "content/assets/link.png", "templates/link.mustache",
      ] {
        try FileManager.default.createDirectory(
          atPath: root.appending(link).removingLastComponent().string,
          withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
          atPath: root.appending(link).string, withDestinationPath: secret.string)
      }
      for hidden in [
        "content/programmes/.hidden.md", "content/.git/programmes/x.md", "templates/.x.mustache",
        "content/assets/.env",
      ] {
        try TestFiles.write("秘密 {{> none}}", to: root.appending(hidden))
      }
      let tree = try await SourceTree.load(root, workers: 2)
      #expect(tree.content.map(\.path) == ["content/programmes/a.md", "content/programmes/b.md"])
      #expect(tree.assets.isEmpty)
      #expect(tree.templates.count == TestCatalogue.templates.count)
      let links = [
        "content/assets/link.png", "content/programmes/link.md", "templates/link.mustache",
      ]
      #expect(tree.unread == links.map { UnreadFile(path: $0, reason: .link) })
      let outcome = try await Self.build(root, to: root.appending("public"))
      #expect(!outcome.isPublished)
      #expect(outcome.report.diagnostics.map(\.range.path) == links)
      #expect(outcome.report.diagnostics.allSatisfy { $0.code == .fileLink })
      for link in links { try FileManager.default.removeItem(atPath: root.appending(link).string) }
      #expect(try await Self.build(root, to: root.appending("public")).isPublished)
      for (path, bytes) in try TestFiles.all(in: root.appending("public")) {
        #expect(!String(decoding: bytes, as: UTF8.self).contains("秘密"), "\(path)")
      }
    }
  }

  @Test("a missing folder or definition is a trouble of the machine")
  func tellsTroubles() async throws {
    try await withTemporaryFolder { folder in
      await #expect(throws: FileTrouble.self) {
        try await Self.build(folder, to: folder.appending("public"))
      }
      await #expect(throws: FileTrouble.self) {
        try await Self.build(folder.appending("x"), to: folder.appending("public"))
      }
      #expect(!TestFiles.exists(folder.appending("public")))
    }
  }
}
