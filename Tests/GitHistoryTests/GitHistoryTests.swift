import CatalogueModel
import Foundation
import JapaneseText
import SystemPackage
import TestSupport
import Testing

@testable import GitHistory

@Suite("What git tells of changes", .enabled(if: TestNeed.git.isThere))
struct GitHistoryTests {
  private static let text = "---\ntitle: 甲\n---\n\n一つ目の文です。二つ目の文です。\n"

  @Test("each file has its last commit, newest first, whatever was changed beside the content")
  func findsLastCommits() async throws {
    try await withTemporaryFolder { root in
      var repository = try TestRepository(root)
      try repository.commit(["content/x/a.md": "一", "content/x/b.md": "一", "content/y/c.md": "一"])
      try repository.commit(["content/x/a.md": "二", "README.md": "二"])
      try repository.commit(["content/y/d.md": "三", "content/x/note.txt": "三"])
      try repository.commit(["templates/home.mustache": "四", "content/assets/e/f.md": "四"])
      #expect(repository.history() == ["新 y/d 2", "変 x/a 1", "新 x/b 0", "新 y/c 0"])
      let instant = try #require(GitHistory.read(root).content?.changes.first?.instant)
      #expect(instant.iso8601 == "2026-01-01T09:02:00+09:00")
    }
  }

  /// What a second commit does to the file `x/a` of the first, and what is told of it.
  private static let edits:
    [(
      name: String, files: KeyValuePairs<String, String?>, told: [String]
    )] =
      [
        ("a word", ["content/x/a.md": text.replacing("一つ", with: "三つ")], ["変 x/a 1"]),
        (
          "lines that break elsewhere", ["content/x/a.md": text.replacing("二つ", with: "\n二つ")],
          ["新 x/a 0"]
        ),
        (
          "line ends of Windows", ["content/x/a.md": text.replacing("\n", with: "\r\n")],
          ["新 x/a 0"]
        ),
        ("a new name", ["content/x/a.md": nil, "content/x/b.md": text], ["新 x/b 0"]),
        ("another folder", ["content/x/a.md": nil, "content/y/a.md": text], ["新 y/a 0"]),
        (
          "a new name that tells the old one",
          [
            "content/x/a.md": nil,
            "content/x/b.md": text.replacing("title", with: "former_ids: [x/a]\ntitle"),
          ], ["新 x/b 0"]
        ),
        (
          "a new name that tells the old one in a list",
          [
            "content/x/a.md": nil,
            "content/x/b.md": text.replacing("title", with: "former_ids:\n  - x/a\n- x/c\ntitle"),
          ], ["新 x/b 0"]
        ),
        (
          "a new name and another text",
          ["content/x/a.md": nil, "content/x/b.md": text + "三つ目。"], ["新 x/b 1"]
        ),
        ("a copy", ["content/x/b.md": text], ["新 x/b 1", "新 x/a 0"]),
        ("nothing left", ["content/x/a.md": nil, "content/x/b.md": "乙"], ["新 x/b 1"]),
      ]

  @Test("what changes no content is no change", arguments: edits.indices)
  func knowsContent(_ place: Int) async throws {
    try await withTemporaryFolder { root in
      var repository = try TestRepository(root)
      try repository.commit(["content/x/a.md": Self.text])
      try repository.commit(Self.edits[place].files)
      #expect(repository.history() == Self.edits[place].told, "\(Self.edits[place].name)")
    }
  }

  @Test("a file is followed to the side of a merge that has it as the merge has it")
  func followsMerges() async throws {
    try await withTemporaryFolder { root in
      var repository = try TestRepository(root)
      try repository.commit(["content/x/a.md": "一", "content/x/b.md": "一", "content/x/c.md": "一"])
      try repository.git(["checkout", "--quiet", "-b", "side"])
      try repository.commit(["content/x/a.md": "二", "content/x/c.md": "二"])
      try repository.git(["checkout", "--quiet", "main"])
      try repository.commit(["content/x/b.md": "三", "content/x/c.md": "三"])
      try repository.merge("side")
      #expect(repository.history() == ["変 x/b 2", "変 x/c 2", "変 x/a 1"])
    }
  }

  /// Ways to keep one history; each gives the folder of the catalogue, after changes of `repository`.
  private static let ways: [(String, @Sendable (TestRepository) throws -> FilePath)] = [
    ("loose", { $0.folder }),
    (
      "packed",
      {
        try $0.git(["gc", "--quiet", "--aggressive", "--prune=now"])
        return $0.folder
      }
    ),
    (
      "two packs",
      {
        try $0.git(["repack", "--quiet", "-d"])
        try $0.git(["commit", "--quiet", "--allow-empty", "--message=空"])
        try $0.git(["repack", "--quiet", "-d"])
        return $0.folder
      }
    ),
    (
      "a head without a branch",
      {
        try $0.git(["checkout", "--quiet", "--detach"])
        return $0.folder
      }
    ),
    (
      "a work tree beside it",
      {
        try $0.git(["worktree", "add", "--quiet", "../tree"])
        return $0.folder.removingLastComponent().appending("tree")
      }
    ),
    (
      "a copy that borrows",
      {
        let copy = $0.folder.removingLastComponent().appending("copy")
        try $0.git(["clone", "--quiet", "--shared", ".", copy.string])
        return copy
      }
    ),
    (
      "a copy",
      {
        let copy = $0.folder.removingLastComponent().appending("copy")
        try $0.git(["clone", "--quiet", "--no-local", ".", copy.string])
        return copy
      }
    ),
    (
      "files that are not committed",
      {
        try TestFiles.write("未", to: $0.folder.appending("deep/er/content/x/a.md"))
        try TestFiles.write("未", to: $0.folder.appending("deep/er/content/x/new.md"))
        return $0.folder
      }
    ),
  ]

  @Test(
    "one commit gives one history, however it is kept",
    arguments: ways.indices, ["--object-format=sha1", "--object-format=sha256"])
  func readsEveryForm(_ place: Int, _ format: String) async throws {
    try await withTemporaryFolder { folder in
      var repository = try TestRepository(folder.appending("first"), format)
      var expected: [String] = []
      for number in 0..<40 {
        let name = String("abcdefghij".randomElement() ?? "a")
        let path = "deep/er/content/x/\(name).md"
        let lines = (0..<50).map { "行\($0)は\($0 * number)です。" }
        try repository.commit([path: lines.joined(separator: "\n")])
      }
      expected = try #require(repository.history(at: "deep/er"))
      #expect(expected.count > 4)
      let copy = try Self.ways[place].1(repository)
      #expect(
        TestRepository.lines(GitHistory.read(copy.appending("deep/er"))) == expected,
        "\(Self.ways[place].0)")
    }
  }

  @Test("every file has the commit that git log tells", arguments: 1...6)
  func agreesWithGit(_ seed: UInt64) async throws {
    try await withTemporaryFolder { root in
      var random = SeededGenerator(state: seed)
      var repository = try TestRepository(root)
      try repository.commit(Self.edit(-1, &random))
      for number in 0..<30 {
        if Int.random(in: 0..<6, using: &random) == 0 {
          try repository.git(["checkout", "--quiet", "-B", "side\(number)"])
          try repository.commit(Self.edit(number, &random))
          try repository.git(["checkout", "--quiet", "main"])
          try repository.commit(Self.edit(number + 100, &random))
          try? repository.merge("side\(number)")
          try repository.git(["reset", "--quiet", "--hard"])
        } else {
          try repository.commit(Self.edit(number, &random))
        }
      }
      let changes = try #require(GitHistory.read(root).content).changes
      #expect(changes.count > 5)
      for change in changes {
        let told = try repository.git(["log", "-1", "--format=%ct", "--", change.path])
        #expect(Int(told.dropLast()) == change.instant.seconds, "\(change.path)")
      }
      let files = try repository.git(["ls-files", "content/*.md"]).split(separator: "\n")
      #expect(changes.map(\.path).sorted() == files.map(String.init).sorted())
    }
  }

  /// An edit whose text is another each time, so that nothing seems to be renamed.
  private static func edit(
    _ number: Int, _ random: inout SeededGenerator
  ) -> KeyValuePairs<String, String?> {
    let name = "content/x/\("abcdefghijkl".randomElement(using: &random) ?? "a").md"
    return [name: "文\(number)", "content/x/z.md": Bool.random(using: &random) ? "終\(number)" : "終"]
  }

  @Test("what cannot be told is told to be so")
  func tellsShortfalls() async throws {
    try await withTemporaryFolder { folder in
      #expect(GitHistory.read(folder).shortfall == GitHistory.Shortfall.none)
      var repository = try TestRepository(folder.appending("first"))
      #expect(GitHistory.read(repository.folder).shortfall == GitHistory.Shortfall.none)
      try repository.commit(["other.txt": "一"])
      #expect(GitHistory.read(repository.folder).shortfall == GitHistory.Shortfall.none)
      for number in 0..<5 { try repository.commit(["content/x/\(number).md": "\(number)"]) }
      #expect(GitHistory.read(repository.folder).shortfall == nil)
      // A folder that nothing is committed of.
      let stranger = repository.folder.appending("stranger")
      try TestFiles.write("一", to: stranger.appending("content/x/a.md"))
      #expect(GitHistory.read(stranger).shortfall == GitHistory.Shortfall.none)
      let shallow = folder.appending("shallow")
      try repository.git([
        "clone", "--quiet", "--depth=2", "file://" + repository.folder.string, shallow.string,
      ])
      #expect(GitHistory.read(shallow).shortfall == .shallow)
      #expect(GitHistory.read(shallow).content == nil)
      try TestRepository.git(["fetch", "--quiet", "--unshallow"], in: shallow)
      #expect(GitHistory.read(shallow).shortfall == nil)
      for text in ["", "ref: refs/heads/../../x", "ref: refs/heads/.invalid", "ref: HEAD", "0123"] {
        try TestFiles.write(text, to: shallow.appending(".git/HEAD"))
        #expect(GitHistory.read(shallow).shortfall == .unreadable, "\(text)")
      }
      try TestFiles.remove(shallow.appending(".git"))
      try TestFiles.write("gitdir: nowhere", to: shallow.appending(".git"))
      #expect(GitHistory.read(shallow).shortfall == .unreadable)
    }
  }

  @Test("a shallow copy that is deep enough for all that is told is whole")
  func isDeepEnough() async throws {
    try await withTemporaryFolder { folder in
      var repository = try TestRepository(folder.appending("first"))
      try repository.commit(["content/x/a.md": "一"])
      try repository.commit(["content/x/b.md": "二"])
      try repository.commit(["content/x/a.md": "三", "content/x/b.md": "三"])
      let shallow = folder.appending("shallow")
      try repository.git([
        "clone", "--quiet", "--depth=2", "file://" + repository.folder.string, shallow.string,
      ])
      #expect(TestRepository.lines(GitHistory.read(shallow)) == ["変 x/a 2", "変 x/b 2"])
    }
  }
}
