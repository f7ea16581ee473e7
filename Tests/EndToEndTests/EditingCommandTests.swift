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
