import Diagnostics
import Foundation
import Synchronization
import SystemPackage
import TestSupport
import Testing

@testable import Files
@testable import Publishing
@testable import Workspace

@Suite("What is missing is not empty")
struct MissingSourceTests {
  private static let catalogue = TestCatalogue {
    TestRecord("programmes/a", "甲", yomi: "あ", "related: [{to: 乙, as: 関連}]")
    TestRecord("programmes/b", "乙", yomi: "い")
    TestRecord("documents/d", "白書", yomi: "は")
  }

  /// Hands over the root of a catalogue whose edition stands in `public`.
  private func withEdition(_ work: (FilePath) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      let root = folder.appending("root")
      try Self.catalogue.write(to: root)
      _ = try await PublisherTests.build(root, to: root.appending("public"))
      try await work(root)
    }
  }

  /// Moves something away and puts what `place` makes in its stead; the build must refuse and change nothing.
  private func expectTrouble(
    _ name: String, _ expected: SourceTrouble?, _ place: (FilePath) throws -> Void
  ) async throws {
    try await withEdition { root in
      let edition = try TestFiles.all(in: root.appending("public"))
      let path = root.appending(name)
      let away = root.removingLastComponent().appending("away")
      try FileManager.default.moveItem(atPath: path.string, toPath: away.string)
      try place(path)
      let trouble = await #expect(throws: (any Error).self) {
        try await PublisherTests.build(root, to: root.appending("public"))
      }
      if let expected { #expect(trouble as? SourceTrouble == expected) }
      #expect((trouble as? any EnvironmentTrouble)?.message.japanese.isEmpty == false)
      #expect(try TestFiles.all(in: root.appending("public")) == edition)
      await #expect(throws: (any Error).self) {
        try await Build(
          Build.Options(root: root, output: root.appending("public"), workers: 1, version: "test")
        ).check()
      }
      // With the folder back the same build succeeds.
      try? FileManager.default.removeItem(atPath: path.string)
      try FileManager.default.moveItem(atPath: away.string, toPath: path.string)
      let again = try await PublisherTests.build(root, to: root.appending("public"))
      #expect(again.publication?.isUnchanged == true)
    }
  }

  @Test("a folder that is absent", arguments: ["content", "templates"])
  func refusesAbsent(_ name: String) async throws {
    try await expectTrouble(name, nil) { _ in }
  }

  @Test("a file in the place of a folder", arguments: ["content", "templates"])
  func refusesFiles(_ name: String) async throws {
    try await expectTrouble(name, nil) { try TestFiles.write("x", to: $0) }
  }

  @Test("a link that leads nowhere", arguments: ["content", "templates", "catalogue.yml"])
  func refusesDeadLinks(_ name: String) async throws {
    try await expectTrouble(name, nil) {
      try FileManager.default.createSymbolicLink(
        atPath: $0.string, withDestinationPath: "/nowhere/mounted")
    }
  }

  @Test("a share that is not mounted leaves an empty folder")
  func refusesEmptyContent() async throws {
    try await expectTrouble("content", .noCollections("content")) {
      try FileManager.default.createDirectory(
        atPath: $0.string, withIntermediateDirectories: true)
    }
  }

  @Test("a collection without its folder, and the folder that may be meant")
  func refusesMissingCollections() async throws {
    try await expectTrouble(
      "content/documents", .noCollectionFolder("content/documents", near: ["document"])
    ) {
      let near = $0.removingLastComponent().appending("document")
      try FileManager.default.createDirectory(
        atPath: near.string, withIntermediateDirectories: true)
    }
  }

  @Test("what is mounted elsewhere may be a link")
  func followsMounts() async throws {
    try await withEdition { root in
      for name in ["content/documents", "content", "templates", "catalogue.yml"] {
        let last = name.split(separator: "/").joined(separator: "-")
        let away = root.removingLastComponent().appending("elsewhere").appending(last)
        try FileStore().makeFolder(away.removingLastComponent())
        try FileManager.default.moveItem(
          atPath: root.appending(name).string, toPath: away.string)
        try FileManager.default.createSymbolicLink(
          atPath: root.appending(name).string, withDestinationPath: away.string)
        let outcome = try await PublisherTests.build(root, to: root.appending("public"))
        #expect(outcome.publication?.isUnchanged == true, "\(name)")
        #expect(outcome.recordCount == 3)
      }
      // The output may not lie in what a link leads to.
      let inside = root.removingLastComponent().appending("elsewhere/content/out")
      await #expect(throws: OutputRefusal.overlapsSources(inside.string)) {
        try await PublisherTests.build(root, to: inside)
      }
    }
  }

  @Test("an edition with fewer than half the records is refused unless told so")
  func refusesShrinking() async throws {
    try await withEdition { root in
      let output = root.appending("public")
      for name in ["programmes/a", "programmes/b"] {
        try FileManager.default.removeItem(atPath: root.appending("content/\(name).md").string)
      }
      await #expect(throws: OutputRefusal.shrinks(from: 3, to: 1, output.string)) {
        try await PublisherTests.build(root, to: output)
      }
      // Editions of earlier versions do not tell their number, but have a file for each record.
      let manifest = try TestFiles.text(output.appending("build.json"))
      try TestFiles.write(
        manifest.replacingOccurrences(of: "\"records\":3,", with: ""),
        to: output.appending("build.json"))
      await #expect(throws: OutputRefusal.shrinks(from: 3, to: 1, output.string)) {
        try await PublisherTests.build(root, to: output)
      }
      #expect(TestFiles.exists(output.appending("programmes/a/index.html")))
      #expect(try FileStore().list(root).map(\.name).contains(".public.lock") == false)
      let options = Build.Options(
        root: root, output: output, allowsShrinking: true, workers: 1, version: "test")
      #expect(try await Build(options).run().isPublished)
      #expect(!TestFiles.exists(output.appending("programmes/a/index.html")))
    }
  }

  @Test("a file that changes while it is read is read again")
  func readsAgain() async throws {
    try await withEdition { root in
      let path = root.appending("content/programmes/a.md").string
      let readings = Atomic<Int>(0)
      let files = FileStore { operation throws(FileTrouble) in
        guard operation == FileOperation(.read, path) else { return }
        // After the length is known, before the bytes are.
        if readings.add(1, ordering: .relaxed).newValue == 2 {
          let text = "---\ntitle: 甲甲甲\nyomi: あ\nrelated: [{to: 乙, as: 関連}]\n---\n"
          try? TestFiles.write(text, to: FilePath(path))
        }
      }
      let tree = try await SourceTree.load(root, workers: 1, files: files)
      let bytes = try #require(tree.bytes(of: "content/programmes/a.md"))
      #expect(String(decoding: bytes, as: UTF8.self).contains("甲甲甲\nyomi: あ\nrelated"))
    }
  }

  @Test("a file that an editor replaces by renaming is not missed")
  func listsAgain() async throws {
    try await withEdition { root in
      let path = root.appending("content/programmes/a.md")
      let aside = root.appending("content/programmes/.a.md.swp")
      let isAway = Atomic<Int>(0)
      let files = FileStore { operation throws(FileTrouble) in
        if operation == FileOperation(.open, path.string),
          isAway.compareExchange(expected: 0, desired: 1, ordering: .relaxed).exchanged
        {
          try? FileManager.default.moveItem(atPath: path.string, toPath: aside.string)
        } else if operation.action == .list,
          isAway.compareExchange(expected: 1, desired: 2, ordering: .relaxed).exchanged
        {
          try? FileManager.default.moveItem(atPath: aside.string, toPath: path.string)
        }
      }
      let tree = try await SourceTree.load(root, workers: 1, files: files)
      let steps = isAway.load(ordering: .relaxed)
      #expect(steps == 2)
      #expect(tree.content.count == 3)
    }
  }
}
