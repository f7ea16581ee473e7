import Diagnostics
import Glibc
import SystemPackage
import TestSupport
import Testing

@testable import Files
@testable import Publishing
@testable import Workspace

@Suite("Names of files")
struct FileNameTests {
  private static let catalogue = TestCatalogue {
    TestRecord("programmes/a", "甲", yomi: "あ", "related: [{to: 乙, as: 関連}]")
    TestRecord("programmes/b", "乙", yomi: "い")
  }

  /// Puts a file or folder with a name of any bytes into a folder.
  private func put(_ name: [UInt8], isFolder: Bool = false, in folder: FilePath) throws {
    let path = Array(folder.string.utf8) + [UInt8(ascii: "/")] + name + [0]
    path.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { path in
        guard let path = path.baseAddress else { return }
        if isFolder {
          #expect(mkdir(path, 0o755) == 0)
        } else {
          let descriptor = open(path, O_WRONLY | O_CREAT, 0o644)
          #expect(descriptor >= 0)
          close(descriptor)
        }
      }
    }
  }

  private func faults(
    _ place: String, _ name: [UInt8], isFolder: Bool = false
  ) async throws -> [Diagnostic] {
    try await withTemporaryFolder { root in
      try Self.catalogue.write(to: root)
      try TestFiles.write("x", to: root.appending(place).appending("x.txt"))
      try put(name, isFolder: isFolder, in: root.appending(place))
      let sources = try await SourceTree.load(root, workers: 1)
      return await Checking.check(sources, baseURL: nil, workers: 1).report.diagnostics.filter {
        !$0.range.path.hasSuffix("x.txt")
      }
    }
  }

  @Test(
    "a name that is no text is told in characters that can be seen, wherever it stands",
    arguments: [
      "content", "content/programmes", "content/assets/図", "templates", "templates/assets",
    ],
    [false, true])
  func tellsNoText(_ place: String, _ isFolder: Bool) async throws {
    for (name, shown) in [
      ([0x83, 0x65, 0x2E, 0x6D, 0x64], "\\x83e.md"),
      (Array("a\u{202E}dm.png".utf8), "a\\u{202E}dm.png"),
      (Array("a\nb.md".utf8), "a\\u{A}b.md"),
    ] as [([UInt8], String)] {
      let faults = try await faults(place, name, isFolder: isFolder)
      #expect(faults.map(\.code) == [.fileName])
      #expect(faults.map(\.severity) == [.error])
      #expect(faults.first?.range.path == place + "/" + shown)
      #expect(faults.first?.message.japanese.contains("「\(shown)」") == true)
    }
  }

  @Test(
    "a record whose name Windows takes for a device, or that cannot be an id, is an error",
    arguments: [
      "con.md", "aux.md", "lpt1.md", "A.md", "量子.md", "a .md", "a..md", "a:b.md", "a_b.md",
    ])
  func tellsRecords(_ name: String) async throws {
    try await withTemporaryFolder { root in
      try Self.catalogue.write(to: root)
      try TestFiles.write(
        "---\ntitle: 丙\nyomi: う\nrelated: [{to: 甲, as: 関連}]\n---\n",
        to: root.appending("content/programmes").appending(name))
      let sources = try await SourceTree.load(root, workers: 1)
      let faults = await Checking.check(sources, baseURL: nil, workers: 1).report.diagnostics
      #expect(faults.map(\.code) == [.fileName])
      #expect(faults.first?.severity == .error)
    }
  }

  @Test(
    "an asset whose name Windows does not take is a warning, and is published",
    arguments: ["a?.png", "con.png", "a:b.png", "aux/a.png", "a./a.png"])
  func tellsAssets(_ name: String) async throws {
    try await withTemporaryFolder { root in
      try Self.catalogue.write(to: root)
      try TestFiles.write("x", to: root.appending("content/assets").appending(name))
      let output = root.appending("public")
      let outcome = try await PublisherTests.build(root, to: output)
      #expect(outcome.report.diagnostics.map(\.code) == [.fileName])
      #expect(outcome.report.diagnostics.map(\.severity) == [.warning])
      #expect(outcome.isPublished)
      let files = try TestFiles.all(in: output).keys.filter { $0.hasPrefix("files/") }
      #expect(files.count == 1)
      #expect(files.allSatisfy { OutputPaths.isPortable($0) })
    }
  }

  @Test("a folder is removed with what has no name in UTF-8 in it")
  func removesAnyName() async throws {
    try await withTemporaryFolder { root in
      let folder = root.appending("a")
      try TestFiles.write("x", to: folder.appending("x"))
      try put([0x83, 0x65], in: folder)
      try put([0xFF], isFolder: true, in: folder)
      let files = FileStore()
      try files.removeAll("a", in: files.openFolder(root))
      #expect(!TestFiles.exists(folder))
    }
  }
}
