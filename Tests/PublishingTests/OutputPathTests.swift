import CataloguePages
import CatalogueViews
import Diagnostics
import SystemPackage
import TestSupport
import Testing

@testable import Files
@testable import Publishing
@testable import Workspace

@Suite("Paths of what is written")
struct OutputPathTests {
  /// What is told of files, the first of which is the program's and the others an author's.
  private func messages(_ paths: [String]) -> [String] {
    let entries = paths.enumerated().map { number, path in
      OutputPaths.Entry(path, source: number == 0 ? nil : "content/\(number).md")
    }
    return OutputPaths(entries).diagnostics.map { "\($0.range.path): \($0.message.english)" }
  }

  @Test("paths that differ are fine, also where one folder has many")
  func accepts() throws {
    let paths = [
      "index.html", "a/index.html", "a/index.json", "a/b/index.html", "a/ab/index.html",
      "a.html", "programmes/by/kind/研究開発/index.html", "ＡＩ/x", "AI/x",
    ]
    #expect(messages(paths).isEmpty)
    try OutputPaths.confirm(paths)
  }

  @Test(
    "a clash is told at the second, or at the one that an author can mend",
    arguments: [
      (["a", "a"], "content/1.md: two things would be written to 'a'"),
      (["x", "a/b", "a/b"], "content/2.md: two things would be written to 'a/b'"),
      (["a/B", "a/b"], "content/1.md: 'a/b' and 'a/B' count as one name on some file systems"),
      (["A/x", "a/y"], "content/1.md: 'a' and 'A' count as one name on some file systems"),
      (
        ["か\u{3099}/x", "が/y"],
        "content/1.md: 'が' and 'か\u{3099}' count as one name on some file systems"
      ),
      (["a", "a/b"], "content/1.md: 'a' would be a file and a folder"),
      (["a/b", "A"], "content/1.md: 'A' would be a file and a folder"),
      (["a/b/c/d", "a/b"], "content/1.md: 'a/b' would be a file and a folder"),
      (
        ["x", "con/x"],
        "content/1.md: the path 'con' has the name 'con', which Windows does not take"
      ),
      (
        ["x", "a/b:c"],
        "content/1.md: the path 'a/b:c' has the name 'b:c', which Windows does not take"
      ),
    ])
  func tellsClashes(_ paths: [String], _ message: String) {
    #expect(messages(paths) == [message])
    #expect(throws: OutputPaths.ProgramFault.self) { try OutputPaths.confirm(paths) }
  }

  @Test("a folder that clashes is told once, however many files it has")
  func tellsFoldersOnce() {
    let paths = ["A/x"] + (0..<100).map { "a/\($0)" }
    #expect(messages(paths).count == 1)
  }

  @Test("the other maker is named, and a clash of the program's own is its fault")
  func namesMakers() {
    let both = OutputPaths([
      .init("a", source: "content/things/a.md"), .init("a", source: "content/assets/a"),
    ])
    #expect(both.diagnostics.map(\.range.path) == ["content/assets/a"])
    #expect(both.diagnostics.first?.notes.first?.range?.path == "content/things/a.md")
    let own = OutputPaths([.init("a"), .init("A")])
    #expect(own.diagnostics.isEmpty)
    #expect(own.faults.count == 1)
  }

  @Test("a path has 200 characters at most")
  func limitsLength() {
    let name = String(repeating: "量", count: 66)
    #expect(OutputPaths.isPortable("\(name)/\(name)/\(name)"))
    #expect(!OutputPaths.isPortable("\(name)/\(name)/\(name)a"))
    #expect(messages(["x", "\(name)/\(name)/\(name)/a", "\(name)/\(name)/\(name)/b"]).count == 1)
  }

  @Test("what is checked before a build is what is written, but for the files of folders")
  func checksWhatIsWritten() async throws {
    let checked = await TestCatalogue.full.checked()
    let map = try #require(checked.map)
    let entries = OutputPaths.entries(of: map, definition: SourceTree.definitionName)
    #expect(OutputPaths(entries).diagnostics.isEmpty)
    #expect(OutputPaths(entries).faults.isEmpty)
    let written = try await withTemporaryFolder { root in
      try TestCatalogue.full.write(to: root)
      let output = root.appending("public")
      #expect(try await PublisherTests.build(root, to: output).isPublished)
      return Set(try TestFiles.all(in: output).keys)
    }
    let pages = map.outputs.filter { $0.kind == .page }.map(\.path)
    // The name of the list of former files is taken, also where there are none.
    #expect(
      Set(entries.map(\.path)).subtracting([Manifest.formerName])
        == written.filter { path in
          pages.contains(path) || !map.folders.contains { path.hasPrefix($0.path) }
        })
    #expect(entries.count == Set(entries.map(\.path)).count)
  }

  @Test("no name that the program uses at the top of a site can be a collection's")
  func reservesNames() async throws {
    let outcome = try await withTemporaryFolder { root in
      let site = TestCatalogue.full
      try site.write(to: root)
      let output = root.appending("public")
      _ = try await Build(Build.Options(root: root, output: output, workers: 1, version: "0")).run()
      return Set(try TestFiles.all(in: output).keys)
    }
    #expect(outcome.count > 20)
    let tops = Set(outcome.map { String($0.prefix { $0 != "/" }) })
    let keys = tops.map { String($0.prefix { $0 != "." }) } + ["budgets", "measures", "relations"]
    var refused: [String] = []
    for key in Set(keys).sorted() {
      var site = TestCatalogue { TestRecord("\(key)/a", "甲") }
      site.definition = site.definition.replacing("\n  documents:\n", with: "\n  \(key):\n")
        .replacing("to: [documents]", with: "to: [\(key)]")
      let faults = await site.diagnostics().filter { $0.severity == .error }
      if !faults.isEmpty {
        refused.append(key)
        continue
      }
      let published = try await withTemporaryFolder { root in
        try site.write(to: root)
        return try await Build(
          Build.Options(root: root, output: root.appending("public"), workers: 1, version: "0")
        ).run().isPublished
      }
      #expect(published, "\(key)")
    }
    #expect(Set(refused).isSuperset(of: ["data", "files", "fiscal-years", "search"]))
  }
}
