import Diagnostics
import Foundation
import Synchronization
import SystemPackage
import TestSupport
import Testing

@testable import Files
@testable import Publishing
@testable import Workspace

@Suite("What stands in the output")
struct StandingEditionTests {
  private static let catalogue = TestCatalogue(assets: ["content/assets/a.gif": [1, 2, 3]]) {
    TestRecord("programmes/a", "甲", yomi: "あ", "related: [{to: 乙, as: 関連}]", body: "本文。\n")
    TestRecord("programmes/b", "乙", yomi: "い")
  }

  /// Hands over the root of a catalogue, and its output with an edition.
  private func withEdition(
    keep: String = "", _ work: (FilePath, FilePath) async throws -> Void
  ) async throws {
    try await withTemporaryFolder { root in
      var catalogue = Self.catalogue
      catalogue.definition = catalogue.definition.replacingOccurrences(
        of: "  language: ja\n", with: "  language: ja\n" + keep)
      try catalogue.write(to: root)
      let output = root.appending("public")
      _ = try await PublisherTests.build(root, to: output)
      try await work(root, output)
    }
  }

  private func edit(_ root: FilePath, _ body: String) throws {
    try TestFiles.write(
      "---\ntitle: 甲\nyomi: あ\nrelated: [{to: 乙, as: 関連}]\n---\n" + body,
      to: root.appending("content/programmes/a.md"))
  }

  private func nodes(_ output: FilePath) throws -> [String: UInt64] {
    try TestFiles.all(in: output).keys.reduce(into: [:]) { nodes, name in
      nodes[name] = try FileStore().status(of: output.appending(name))?.identity.node
    }
  }

  @Test("an edition that is the same is left alone, file by file and as a whole")
  func leavesAlone() async throws {
    try await withEdition { root, output in
      let before = try nodes(output)
      let folder = try FileStore().status(of: output)?.identity
      let outcome = try await PublisherTests.build(root, to: output)
      #expect(outcome.publication?.isUnchanged == true)
      #expect(try nodes(output) == before)
      #expect(try FileStore().status(of: output)?.identity == folder)
      #expect(try FileStore().list(root).map(\.name).filter { $0.hasPrefix(".") } == [])
    }
  }

  @Test("only files that change are written; the others are the same files")
  func linksUnchanged() async throws {
    try await withEdition { root, output in
      let (bytes, before) = (try TestFiles.all(in: output), try nodes(output))
      try edit(root, "別の本文。\n")
      _ = try await PublisherTests.build(root, to: output)
      let (newBytes, after) = (try TestFiles.all(in: output), try nodes(output))
      for (path, content) in newBytes where bytes[path] == content {
        #expect(after[path] == before[path], "\(path)")
      }
      #expect(newBytes["programmes/a/index.html"] != bytes["programmes/a/index.html"])
      #expect(after["programmes/b/index.html"] == before["programmes/b/index.html"])
    }
  }

  @Test("a file that somebody has changed in the output is written again")
  func trustsNothing() async throws {
    try await withEdition { root, output in
      let page = output.appending("programmes/b/index.html")
      let text = try TestFiles.text(page)
      try TestFiles.write(String(text.reversed()), to: page)
      let outcome = try await PublisherTests.build(root, to: output)
      #expect(outcome.publication?.isUnchanged == false)
      #expect(try TestFiles.text(page) == text)
    }
  }

  @Test("files named by their content stay for one more edition")
  func keepsFormerFiles() async throws {
    try await withEdition { root, output in
      func searchFiles() throws -> Set<String> {
        Set(
          try TestFiles.all(in: output).keys.filter {
            $0.hasPrefix("search/") && $0.hasSuffix(".js") && $0 != "search/index.js"
          })
      }
      let first = try searchFiles()
      try edit(root, "二つめの本文。\n")
      _ = try await PublisherTests.build(root, to: output)
      let second = try searchFiles()
      #expect(first.isSubset(of: second) && second.count > first.count)
      #expect(TestFiles.exists(output.appending(Manifest.formerName)))
      try edit(root, "三つめの本文。\n")
      _ = try await PublisherTests.build(root, to: output)
      let third = try searchFiles()
      #expect(second.subtracting(first).isSubset(of: third))
      // What only the first edition had is gone; what did not change is there as ever.
      #expect(!first.isSubset(of: third))
      // The manifest tells of the edition alone, so that it does not depend on what stood there before.
      let fresh = root.appending("fresh")
      _ = try await PublisherTests.build(root, to: fresh)
      #expect(
        try TestFiles.text(fresh.appending("build.json"))
          == TestFiles.text(output.appending("build.json")))
    }
  }

  @Test(
    "what others put into the output stops the build and is named",
    arguments: [
      "CNAME", ".htaccess", ".git/HEAD", "programmes/memo.txt", "search/deep/er/x", "programmes/c/",
    ])
  func namesForeignFiles(_ path: String) async throws {
    try await withEdition { root, output in
      if path.hasSuffix("/") {
        try FileStore().makeFolder(output.appending(path))
      } else {
        try TestFiles.write("x", to: output.appending(path))
      }
      try edit(root, "別の本文。\n")
      let before = try TestFiles.all(in: root)
      let refusal = await #expect(throws: OutputRefusal.self) {
        try await PublisherTests.build(root, to: output)
      }
      guard case .foreignFiles(let names, let keepable, in: output.string)? = refusal else {
        Issue.record("\(String(describing: refusal))")
        return
      }
      #expect(names.count == 1 && path.hasPrefix(names[0]))
      // What lies below a folder of the site cannot be kept by its name.
      let top = String(path.prefix { $0 != "/" })
      #expect(keepable == (["CNAME", ".htaccess", ".git"].contains(top) ? [top] : []))
      #expect(try TestFiles.all(in: root) == before)
    }
  }

  @Test("a link in the output is never followed, and stops the build")
  func refusesLinks() async throws {
    try await withEdition { root, output in
      let page = output.appending("programmes/b/index.html")
      try FileManager.default.moveItem(
        atPath: page.string, toPath: root.appending("moved.html").string)
      try FileManager.default.createSymbolicLink(
        atPath: page.string, withDestinationPath: root.appending("moved.html").string)
      await #expect(
        throws: OutputRefusal.foreignFiles(
          ["programmes/b/index.html"], keepable: [], in: output.string)
      ) {
        try await PublisherTests.build(root, to: output)
      }
    }
  }

  @Test("what is kept is carried over, again and again")
  func carriesOver() async throws {
    try await withEdition(keep: "  keep: [CNAME, .htaccess, .git, absent]\n") { root, output in
      let others = [
        "CNAME": "example.jp", ".htaccess": "deny", ".git/HEAD": "ref", ".git/objects/ab/c": "x",
      ]
      for (path, text) in others { try TestFiles.write(text, to: output.appending(path)) }
      for number in 0..<3 {
        try edit(root, "本文\(number)。\n")
        #expect(try await PublisherTests.build(root, to: output).publication?.shortfall == nil)
        for (path, text) in others {
          #expect(try TestFiles.text(output.appending(path)) == text, "\(path)")
        }
      }
      #expect(try FileStore().list(root).map(\.name).filter { $0.hasPrefix(".") } == [])
    }
  }

  @Test(
    "a kept name is a name at the top, and no file of the site",
    arguments: [
      "[a/b]", "[..]", "[\"\"]", "[CNAME, CNAME]", "CNAME", "[index.html]", "[programmes]",
    ])
  func checksKeep(_ keep: String) async {
    var catalogue = Self.catalogue
    catalogue.definition = catalogue.definition.replacingOccurrences(
      of: "  language: ja\n", with: "  language: ja\n  keep: \(keep)\n")
    let faults = await catalogue.diagnostics().filter { $0.severity == .error }
    #expect(!faults.isEmpty)
    #expect(faults.count == 1)
    #expect(faults.allSatisfy { $0.code == .definitionInvalid && !$0.range.bytes.isEmpty })
  }

  @Test(
    "a manifest that is empty or cut off: the remedy that is told works",
    arguments: [0, 1, 40, 400])
  func tellsRemedy(_ length: Int) async throws {
    try await withEdition { root, output in
      let manifest = output.appending("build.json")
      let bytes = try FileStore().read(manifest)
      try TestFiles.write(Array(bytes.prefix(length)), to: manifest)
      let refusal = await #expect(throws: OutputRefusal.self) {
        try await PublisherTests.build(root, to: output)
      }
      #expect(refusal?.message.japanese.contains(output.string) == true)
      try FileManager.default.removeItem(atPath: output.string)
      #expect(try await PublisherTests.build(root, to: output).isPublished)
    }
  }

  @Test("what a killed build of this or an earlier version left is removed")
  func removesLeftovers() async throws {
    let leftovers: [[String]] = [
      // Half-removed old edition, with the lock that every killed build leaves.
      [".public.next/programmes/zombie/index.html", ".public.lock"],
      [".public.next/", ".public.lock"],
      [".public.next/"],
      [".public.next/index.html/odd", ".public.next/.mokuroku-staging"],
      // No lock and no mark, but only names that the site has.
      [".public.next/programmes/zombie/index.html", ".public.next/search/x.js"],
      [".public.old/programmes/a/index.html", ".public.lock"],
    ]
    for paths in leftovers {
      try await withEdition { root, output in
        try edit(root, "別の本文。\n")
        for path in paths {
          if path.hasSuffix("/") {
            try FileStore().makeFolder(root.appending(path))
          } else {
            try TestFiles.write("", to: root.appending(path))
          }
        }
        #expect(try await PublisherTests.build(root, to: output).isPublished, "\(paths)")
        #expect(!TestFiles.exists(output.appending("programmes/zombie")))
        #expect(try FileStore().list(root).map(\.name).filter { $0.hasPrefix(".") } == [])
      }
    }
  }

  @Test("what is not Mokuroku's beside the output is named rightly, and the remedy works")
  func namesForeignLeftovers() async throws {
    try await withEdition { root, output in
      try TestFiles.write("大切", to: root.appending(".public.next/precious.txt"))
      let path = root.appending(".public.next").string
      await #expect(throws: OutputRefusal.foreignLeftover(path)) {
        try await PublisherTests.build(root, to: output)
      }
      try FileManager.default.moveItem(
        atPath: path, toPath: root.appending("kept-aside").string)
      #expect(try await PublisherTests.build(root, to: output).isPublished)
      #expect(try TestFiles.text(root.appending("kept-aside/precious.txt")) == "大切")
    }
  }

  @Test("an edition from which somebody removes files while it is written is not published")
  func noticesTidying() async throws {
    try await withEdition { root, output in
      try edit(root, "別の本文。\n")
      let before = try TestFiles.all(in: output)
      let staging = root.appending(".public.next")
      for victim in ["", "/programmes/b", "/404.html", "/programmes/b/index.json"] {
        let isDone = Atomic<Bool>(false)
        let files = FileStore { operation throws(FileTrouble) in
          // When nearly all is written.
          if operation.path == staging.string + "/build.json",
            isDone.compareExchange(expected: false, desired: true, ordering: .relaxed).exchanged
          {
            try? FileManager.default.removeItem(atPath: staging.string + victim)
          }
        }
        let options = Build.Options(root: root, output: output, workers: 1, version: "test")
        await #expect(throws: (any Error).self) {
          try await Build(options, files: files).run()
        }
        let wasDone = isDone.load(ordering: .relaxed)
        #expect(wasDone)
        #expect(try TestFiles.all(in: output) == before)
        #expect(try FileStore().list(root).map(\.name).filter { $0.hasPrefix(".") } == [])
      }
      #expect(try await PublisherTests.build(root, to: output).isPublished)
    }
  }

  @Test("what another program adds while an edition is written is not lost")
  func noticesAdditions() async throws {
    try await withEdition { root, output in
      try edit(root, "別の本文。\n")
      let files = FileStore { operation throws(FileTrouble) in
        if operation.path.hasSuffix(".public.next/build.json") {
          try? TestFiles.write("新しい", to: output.appending("programmes/note.txt"))
        }
      }
      let options = Build.Options(root: root, output: output, workers: 1, version: "test")
      await #expect(
        throws: OutputRefusal.foreignFiles(["programmes/note.txt"], keepable: [], in: output.string)
      ) { try await Build(options, files: files).run() }
      #expect(try TestFiles.text(output.appending("programmes/note.txt")) == "新しい")
    }
  }

  @Test(
    "an old edition that may not be removed is moved aside and told; the next build is not kept from working"
  )
  func movesAside() async throws {
    try await withEdition { root, output in
      try edit(root, "別の本文。\n")
      let files = FileStore { operation throws(FileTrouble) in
        if operation.action == .remove, operation.path.contains("/.public.next/") {
          throw FileTrouble(operation, .permissionDenied)
        }
      }
      let options = Build.Options(root: root, output: output, workers: 1, version: "test")
      let publication = try await Build(options, files: files).run().publication
      #expect(publication?.asides == [root.appending(".public.next-1").string])
      try edit(root, "また別の本文。\n")
      #expect(try await PublisherTests.build(root, to: output).publication?.asides == [])
    }
  }

  @Test("a kept folder that cannot be moved keeps the standing edition as it is")
  func keepsUnmovable() async throws {
    try await withEdition(keep: "  keep: [.git]\n") { root, output in
      try TestFiles.write("ref", to: output.appending(".git/HEAD"))
      try edit(root, "別の本文。\n")
      let before = try TestFiles.all(in: output)
      let files = FileStore { operation throws(FileTrouble) in
        if operation == FileOperation(.move, output.string + "/.git") {
          throw FileTrouble(operation, .permissionDenied)
        }
      }
      let options = Build.Options(root: root, output: output, workers: 1, version: "test")
      await #expect(throws: OutputRefusal.self) { try await Build(options, files: files).run() }
      #expect(try TestFiles.all(in: output) == before)
      #expect(try FileStore().list(root).map(\.name).filter { $0.hasPrefix(".") } == [])
    }
  }

  @Test("the rights of the output stay, and what is no file is an error")
  func keepsRights() async throws {
    try await withEdition { root, output in
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o2775], ofItemAtPath: output.string)
      try edit(root, "別の本文。\n")
      #expect(try await PublisherTests.build(root, to: output).isPublished)
      let rights = try FileManager.default.attributesOfItem(atPath: output.string)
      #expect(rights[.posixPermissions] as? Int == 0o2775)
      try FileStore().makeFolder(root.appending("content/programmes/c.md"))
      let outcome = try await PublisherTests.build(root, to: output)
      #expect(!outcome.isPublished)
      #expect(
        outcome.report.diagnostics.filter { $0.severity == .error }.map(\.range.path)
          == ["content/programmes/c.md"])
    }
  }

  @Test("a build that waits for another says so after two seconds, once")
  func tellsWaiting() async throws {
    try await withEdition { root, output in
      let files = FileStore()
      let folder = try files.openFolder(root)
      let waits = Atomic<Int>(0)
      var lock = try FolderLock.take(".public.lock", in: folder, files)
      #expect(lock != nil)
      async let outcome = Build(
        Build.Options(root: root, output: output, workers: 1, version: "test"),
        onWaiting: { waits.add(1, ordering: .relaxed) }
      ).run()
      var isTold = false
      for _ in 0..<300 where !isTold {
        try await Task.sleep(for: .milliseconds(100))
        isTold = waits.load(ordering: .relaxed) > 0
      }
      #expect(isTold)
      try lock?.release(files)
      lock = nil
      #expect(try await outcome.isPublished)
      let inAll = waits.load(ordering: .relaxed)
      #expect(inAll == 1)
    }
  }
}
