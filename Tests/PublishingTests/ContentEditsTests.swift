import Diagnostics
import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Files
@testable import Publishing
@testable import Workspace

@Suite("Edits of the files of a catalogue")
struct ContentEditsTests {
  private static let old = [
    "catalogue.yml": "site:\n", "content/a/x.md": "一\n二\n三\n", "content/b/y.md": "甲\r\n乙",
  ]
  /// The second file moves, the third is edited, the fourth comes.
  private static let new = [
    "catalogue.yml": "site:\n", "content/a/z.md": "一\n弐\n三\n", "content/b/y.md": "甲\r\n乙丙",
    "addresses.lock": "新\n",
  ]

  private static func sources() -> SourceTree {
    let files = old.sorted { $0.key < $1.key }.map { path, text in
      SourceTree.File(path: path, bytes: Array(text.utf8))
    }
    return SourceTree(
      definition: files[0], content: Array(files.dropFirst()), templates: [], assets: [])
  }

  private static func edits() throws -> ContentEdits {
    let sources = sources()
    func edit(_ path: String, _ bytes: Range<Int>, _ text: String) -> TextEdit {
      TextEdit(SourceRange(path: path, bytes: bytes), with: text)
    }
    var edits = try #require(
      ContentEdits(
        [
          edit("content/b/y.md", 8..<8, "丙"), edit("content/a/x.md", 4..<7, "弐"),
          edit("catalogue.yml", 0..<4, "site"),
        ], in: sources))
    edits.move(sources.content[0], to: "content/a/z.md")
    edits.write("addresses.lock", before: nil, after: Array("新\n".utf8))
    return edits
  }

  private static func prepare(_ root: FilePath) throws {
    for (path, text) in old { try TestFiles.write(text, to: root.appending(path)) }
  }

  private static func texts(in root: FilePath) throws -> [String: String] {
    try TestFiles.all(in: root).mapValues { String(decoding: $0, as: UTF8.self) }
  }

  @Test("files are edited, moved and made, and an edit that changes nothing is none")
  func applies() async throws {
    try await withTemporaryFolder { root in
      try Self.prepare(root)
      let moved = root.appending("content/a/x.md").string
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: moved)
      let edits = try Self.edits()
      #expect(
        edits.changes.map(\.path) == ["addresses.lock", "content/a/x.md", "content/b/y.md"])
      try edits.apply(in: root)
      #expect(try Self.texts(in: root) == Self.new)
      let path = root.appending("content/a/z.md").string
      let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect(rights as? Int == 0o600)
      #expect(try !ContentEdits.finish(in: root))
    }
  }

  @Test("the catalogue as it will be can be read before it is written")
  func foretells() throws {
    let after = try Self.edits().sources(after: Self.sources())
    #expect(after.content.map(\.path) == ["content/a/z.md", "content/b/y.md"])
    #expect(after.content[0].bytes == Array("一\n弐\n三\n".utf8))
  }

  @Test("edits that overlap or lie outside their file are none")
  func refuses() {
    func edits(_ edits: (String, Range<Int>)...) -> ContentEdits? {
      ContentEdits(
        edits.map { TextEdit(SourceRange(path: $0.0, bytes: $0.1), with: "") },
        in: Self.sources())
    }
    #expect(edits(("content/a/x.md", 0..<4), ("content/a/x.md", 3..<7)) == nil)
    #expect(edits(("content/a/x.md", 0..<13)) == nil)
    #expect(edits(("content/a/none.md", 0..<0)) == nil)
    #expect(edits()?.isEmpty == true)
  }

  @Test("wherever a run is stopped, nothing or all of it is done once the next run has looked")
  func survivesStops() async throws {
    let count = try await atEveryOperation { place in .stop }
    #expect(count > 40)
  }

  @Test("wherever an operation fails, nothing or all of it is done once the next run has looked")
  func survivesFailures() async throws {
    _ = try await atEveryOperation { place in
      .fail(place.isMultiple(of: 2) ? .noSpace : .ioError)
    }
  }

  private func atEveryOperation(
    _ event: (Int) -> InterruptedFiles.Event
  ) async throws -> Int {
    let edits = try Self.edits()
    for place in 1... {
      let files = InterruptedFiles(at: place, event(place))
      try await withTemporaryFolder { root in
        try Self.prepare(root)
        var isDone = true
        do { try edits.apply(in: root, files.store) } catch { isDone = false }
        // The run that ends it may be stopped too.
        for second in stride(from: 1, to: 60, by: 7) where !isDone {
          _ = try? ContentEdits.finish(in: root, InterruptedFiles(at: second, .stop).store)
        }
        try ContentEdits.finish(in: root)
        let found = try Self.texts(in: root)
        #expect(found == Self.new || (!isDone && found == Self.old), "at \(place)")
      }
      if !files.isReached { return place - 1 }
    }
    return 0
  }

  @Test("a file that changed since it was read, or that came meanwhile, stops all")
  func seesChanges() async throws {
    for path in ["content/b/y.md", "content/a/z.md", "addresses.lock"] {
      try await withTemporaryFolder { root in
        try Self.prepare(root)
        try TestFiles.write("別", to: root.appending(path))
        let before = try Self.texts(in: root)
        #expect(throws: ContentEditTrouble.changed(root.appending(path).string)) {
          try Self.edits().apply(in: root)
        }
        #expect(try Self.texts(in: root) == before)
      }
    }
  }

  @Test("what its author changed after a run that was killed is not written over")
  func sparesLaterChanges() async throws {
    try await withTemporaryFolder { root in
      try Self.prepare(root)
      let whole = InterruptedFiles()
      try Self.edits().apply(in: root, whole.store)
      try TestFiles.remove(root.appending("content"))
      try TestFiles.remove(root.appending("addresses.lock"))
      try Self.prepare(root)
      var place = whole.count
      // The last operation before which the list has its name and nothing else was done.
      while !TestFiles.exists(root.appending(EditJournal.name))
        || TestFiles.exists(
          root.appending("addresses.lock"))
      {
        try TestFiles.remove(root.appending("content"))
        for name in try FileStore().list(root).map(\.name) where name != "catalogue.yml" {
          try TestFiles.remove(root.appending(name))
        }
        try Self.prepare(root)
        _ = try? Self.edits().apply(in: root, InterruptedFiles(at: place, .stop).store)
        place -= 1
        try #require(place > 0)
      }
      try TestFiles.write("後", to: root.appending("content/b/y.md"))
      #expect(throws: ContentEditTrouble.self) { try ContentEdits.finish(in: root) }
      #expect(try TestFiles.text(root.appending("content/b/y.md")) == "後")
      // As the message says.
      try TestFiles.remove(root.appending("content/b/.mokuroku-edit-2"))
      try TestFiles.remove(root.appending(EditJournal.name))
      #expect(try !ContentEdits.finish(in: root))
    }
  }

  @Test(
    "a list that is none of ours leads nowhere",
    arguments: [
      "", "mokuroku edits 1\n", "mokuroku edits 1\nremove abc ../x\nend\n",
      "mokuroku edits 1\nreplace 0 - /etc/x\nend\n",
      "mokuroku edits 1\nreplace 0 - a/.git/x\nend\n",
      "mokuroku edits 1\nreplace -1 - a/x\nend\n", "mokuroku edits 2\nend\n",
    ])
  func refusesForeignLists(_ text: String) async throws {
    #expect(EditJournal(Array(text.utf8)) == nil)
    try await withTemporaryFolder { root in
      try TestFiles.write(text, to: root.appending(EditJournal.name))
      #expect(throws: ContentEditTrouble.self) { try ContentEdits.finish(in: root) }
    }
  }

  @Test("a list is read as it was written")
  func readsLists() throws {
    let journal = EditJournal(try Self.edits().changes)
    #expect(EditJournal(journal.bytes) == journal)
    #expect(journal.steps.count == 4)
  }

  @Test("of two runs at a time the second is refused")
  func excludesOthers() async throws {
    try await withTemporaryFolder { root in
      try Self.prepare(root)
      let folder = try FileStore().openFolder(root)
      let lock = try FolderLock.take(EditJournal.lockName, in: folder, FileStore())
      #expect(throws: ContentEditTrouble.busy(root.string)) { try Self.edits().apply(in: root) }
      withExtendedLifetime(lock) {}
    }
  }
}

@Suite("Differences of files")
struct UnifiedDifferenceTests {
  @Test(
    "lines that went and came are told with what stands around them",
    arguments: [
      ("a\n", "a\n", ""),
      ("", "a\n", "@@ -0,0 +1 @@\n+a\n"),
      ("a\n", "", "@@ -1 +0,0 @@\n-a\n"),
      ("a\nb\nc\n", "a\nB\nc\n", "@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n"),
      (
        "a", "b",
        "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n"
      ),
      ("1\n2\n3\n4\n5\n", "1\n2\n3\n4\n5\n6\n", "@@ -3,3 +3,4 @@\n 3\n 4\n 5\n+6\n"),
      ("a\r\nb\r\n", "a\r\nc\r\n", "@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n"),
      ("a\u{1B}[31m\n", "b\n", "@@ -1 +1 @@\n-a\u{FFFD}[31m\n+b\n"),
      (
        "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "x\n2\n3\n4\n5\n6\n7\n8\ny\n",
        "@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n 4\n@@ -6,4 +6,4 @@\n 6\n 7\n 8\n-9\n+y\n"
      ),
      (
        "1\n2\n3\n4\n5\n6\n7\n8\n", "x\n2\n3\n4\n5\n6\n7\ny\n",
        "@@ -1,8 +1,8 @@\n-1\n+x\n 2\n 3\n 4\n 5\n 6\n 7\n-8\n+y\n"
      ),
    ])
  func tells(_ old: String, _ new: String, _ hunks: String) {
    var edits = ContentEdits()
    edits.write("a.md", before: Array(old.utf8), after: Array(new.utf8))
    let head = "diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n"
    #expect(
      String(decoding: edits.difference, as: UTF8.self) == (hunks.isEmpty ? "" : head + hunks))
  }

  @Test("a file that moves and one that comes are told as git does")
  func tellsMoves() {
    var edits = ContentEdits()
    edits.move(SourceTree.File(path: "a/x.md", bytes: [97]), to: "a/y.md")
    edits.write("b", before: nil, after: [98, 10])
    #expect(
      String(decoding: edits.difference, as: UTF8.self) == """
        diff --git a/a/x.md b/a/y.md
        rename from a/x.md
        rename to a/y.md
        diff --git a/b b/b
        new file mode 100644
        --- /dev/null
        +++ b/b
        @@ -0,0 +1 @@
        +b

        """)
  }

  @Test("what is told makes one text of the other, whatever they are")
  func isTrue() {
    var random = SeededGenerator(state: 11)
    for _ in 0..<300 {
      func text() -> [UInt8] {
        (0..<Int.random(in: 0...30, using: &random)).flatMap { _ in
          [UInt8.random(in: 97...99, using: &random), 10]
        }
      }
      let (old, new) = (text(), text())
      let difference = LineDifference(old, new)
      var result: [UInt8] = []
      var position = 0
      for replacement in difference.replacements {
        #expect(position <= replacement.old.lowerBound)
        result += difference.old[position..<replacement.old.lowerBound].joined()
        result += difference.new[replacement.new].joined()
        position = replacement.old.upperBound
      }
      result += difference.old[position...].joined()
      #expect(result == new)
    }
  }

  @Test("long texts that have nothing in common are told as one replacement")
  func givesUp() {
    func text(_ first: Int) -> [UInt8] {
      (0..<5_000).flatMap { Array("\($0 * 2 + first)\n".utf8) }
    }
    #expect(LineDifference(text(0), text(1)).replacements.count == 1)
  }
}
