import Foundation
import SystemPackage
import TestSupport
import Testing

@Suite("Commands that change the files of a catalogue")
struct EditingCommandTests {
  private static let catalogue = TestCatalogue(templates: [:]) {
    TestRecord(
      "programmes/a", "甲計画", yomi: "こう", "related: [{to: b, as: 関連}]", body: "[[b]]の前。[x](b.md)\n")
    TestRecord("programmes/b", "乙計画", yomi: "おつ", body: "## 経緯\n")
    TestRecord("programmes/c", "丙計画", yomi: "へい", "related: [{to: 乙計画, as: 関連}]")
  }

  private func withCatalogue(_ work: (FilePath) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      try Self.catalogue.write(to: folder)
      try await work(folder)
    }
  }

  private func text(_ path: String, _ root: FilePath) throws -> String {
    try TestFiles.text(root.appending(path))
  }

  @Test("rename moves the file, writes references and links anew, and leaves a former id")
  func renames() async throws {
    try await withCatalogue { root in
      let before = try TestFiles.all(in: root)
      let dry = try await CommandRun(["rename", "programmes/b", "beta", "--dry-run"], in: root)
      #expect(dry.status == 0, "\(dry.complaints)")
      #expect(dry.output.contains("rename from content/programmes/b.md\n"))
      #expect(
        dry.output.contains("\n-related: [{to: b, as: 関連}]\n+related: [{to: beta, as: 関連}]\n"))
      #expect(try TestFiles.all(in: root) == before)
      let run = try await CommandRun(["rename", "programmes/b", "beta"], in: root)
      #expect(run.status == 0 && run.output.contains("2 ファイル"), "\(run.complaints)")
      #expect(!TestFiles.exists(root.appending("content/programmes/b.md")))
      #expect(try text("content/programmes/beta.md", root).contains("\nformer_ids: [b]\n---\n"))
      #expect(try text("content/programmes/a.md", root).hasSuffix("[[beta]]の前。[x](beta.md)\n"))
      let after = try TestFiles.all(in: root)
      #expect(after["content/programmes/c.md"] == before["content/programmes/c.md"])
      #expect(after.keys.filter { $0.contains(".mokuroku") } == [])
      let build = try await CommandRun(["build", "--strict"], in: root)
      #expect(build.status == 0, "\(build.complaints)")
      #expect(
        try text("public/programmes/b/index.html", root).contains(
          "url=../../programmes/beta/\""))
    }
  }

  @Test("the difference of a dry run is one that git applies")
  func differs() async throws {
    try await withCatalogue { root in
      let dry = try await CommandRun(["rename", "programmes/b", "beta", "--dry-run"], in: root)
      try TestFiles.write(dry.output, to: root.appending("p"))
      let git = FilePath("/usr/bin/git")
      try #require(TestFiles.exists(git))
      let applied = try await CommandRun(["apply", "p"], of: git, in: root)
      #expect(applied.status == 0, "\(applied.complaints)")
      try TestFiles.remove(root.appending("p"))
      let byHand = try TestFiles.all(in: root)
      try TestFiles.remove(root.appending("content"))
      try Self.catalogue.write(to: root)
      _ = try await CommandRun(["rename", "programmes/b", "beta"], in: root)
      #expect(try TestFiles.all(in: root) == byHand)
    }
  }

  @Test("what cannot be renamed ends as other commands do, and changes nothing")
  func refuses() async throws {
    try await withCatalogue { root in
      let before = try TestFiles.all(in: root)
      for (arguments, status, word) in [
        (["programmes/x", "y"], Int32(64), "という項目はありません"), (["b", "y"], 64, "集まりと /"),
        (["programmes/b", "B"], 64, "idにできません"), (["programmes/b", "a"], 2, "もうあります"),
        (["programmes/b", "nowhere/b"], 64, "という集まりはありません"),
        (["programmes/b", "ministries/b"], 1, "何も書き換えていません"),
      ] {
        let run = try await CommandRun(["rename"] + arguments, in: root)
        #expect(run.status == status && run.complaints.contains(word), "\(run.complaints)")
      }
      #expect(try TestFiles.all(in: root) == before)
      let place = root.appending("content/programmes/a.md")
      try TestFiles.write(try TestFiles.text(place) + "[[どこにもない]]\n", to: place)
      let run = try await CommandRun(["rename", "programmes/b", "beta"], in: root)
      #expect(run.status == 1 && run.complaints.contains("reference/unknown"))
    }
  }

  @Test("lock writes the addresses; one that vanishes is told, and dropped with a word only")
  func locks() async throws {
    try await withCatalogue { root in
      let first = try await CommandRun(["lock"], in: root)
      #expect(first.status == 0 && first.output.contains("足したもの"), "\(first.complaints)")
      let lock = try text("addresses.lock", root)
      #expect(lock.contains("\n/programmes/b/\n") && lock.hasPrefix("# "))
      let again = try await CommandRun(["lock", "--dry-run"], in: root)
      #expect(again.status == 0 && again.output.isEmpty)
      try TestFiles.move(
        root.appending("content/programmes/c.md"), to: root.appending("content/programmes/d.md"))
      let check = try await CommandRun(["check"], in: root)
      #expect(check.status == 0 && check.complaints.contains("address/vanished"))
      #expect(check.complaints.contains("候補: programmes/d"))
      #expect(try await CommandRun(["build", "--strict"], in: root).status == 1)
      #expect(try await CommandRun(["build"], in: root).status == 0)
      let refused = try await CommandRun(["lock"], in: root)
      #expect(refused.status == 1 && refused.complaints.contains("/programmes/c/"))
      #expect(try text("addresses.lock", root) == lock)
      let forgotten = try await CommandRun(["lock", "--forget"], in: root)
      #expect(forgotten.status == 0 && forgotten.output.contains("消したもの 1 件"))
      let after = try text("addresses.lock", root)
      #expect(after == lock.replacing("/programmes/c/\n", with: "/programmes/d/\n"))
      #expect(try await CommandRun(["check", "--strict"], in: root).status == 0)
    }
  }

  @Test("a rename that was killed is ended by the next command that changes files")
  func endsKilled() async throws {
    try await withCatalogue { root in
      let dry = try await CommandRun(["rename", "programmes/b", "beta", "--dry-run"], in: root)
      #expect(dry.status == 0)
      // What a process leaves that is killed after its list has its name.
      let text = try text("content/programmes/c.md", root) + "足した文。\n"
      try TestFiles.write(text, to: root.appending("content/programmes/.mokuroku-edit-0"))
      let digest = try await CommandRun(
        ["content/programmes/c.md"], of: "/usr/bin/sha256sum", in: root
      ).output.prefix(64)
      try TestFiles.write(
        "mokuroku edits 1\nreplace 0 \(digest) content/programmes/c.md\nend\n",
        to: root.appending(".mokuroku-edits"))
      let run = try await CommandRun(["lock"], in: root)
      #expect(run.status == 0 && run.complaints.contains("前に途中で止まった書き換え"))
      #expect(try self.text("content/programmes/c.md", root) == text)
      #expect(try TestFiles.all(in: root).keys.filter { $0.contains(".mokuroku") } == [])
    }
  }
}
