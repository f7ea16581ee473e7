import SystemPackage
import TestSupport
import Testing

@testable import Files
@testable import Publishing

@Suite("What build.json says of the inputs")
struct ManifestSourceTests {
  private func build(_ root: FilePath, source: String?) async throws -> Publication {
    let options = Build.Options(
      root: root, output: root.appending("public"), workers: 1, version: "test", source: source)
    return try #require(try await Build(options).run().publication)
  }

  @Test("it stands after the version, is read back, and is absent where nothing was said")
  func isWritten() throws {
    let entry = ManifestEntry(path: "a", size: 1, sha256: "00", isNamedByContent: false)
    let bare = Manifest([entry], recordCount: 1)
    let said = Manifest([entry], source: "main \"3f\" <目録>", recordCount: 1)
    let text = String(decoding: said.json(version: "1"), as: UTF8.self)
    #expect(
      text.hasPrefix(
        #"{"generator":"mokuroku","version":"1","source":"main \"3f\" \u003c目録\u003e","records":1,"#
      ))
    #expect(ManifestReader.read(said.json(version: "1")) == said)
    #expect(ManifestReader.read(said.json(version: "1"))?.source == said.source)
    #expect(!String(decoding: bare.json(version: "1"), as: UTF8.self).contains("source"))
    #expect(ManifestReader.read(bare.json(version: "1"))?.source == nil)
  }

  @Test("the digest of a record's text stands behind the file that describes it")
  func tellsTexts() throws {
    let entries = [
      ManifestEntry(path: "a", size: 1, sha256: "00", isNamedByContent: true, textDigest: "1\""),
      ManifestEntry(path: "b", size: 1, sha256: "00", isNamedByContent: false, textDigest: "2"),
    ]
    let json = Manifest(entries).json(version: "1")
    let text = String(decoding: json, as: UTF8.self)
    #expect(text.contains(#""sha256":"00","immutable":true,"textDigest":"1\""}"#))
    #expect(ManifestReader.read(json)?.entries == entries)
  }

  @Test("another text publishes a new build.json and leaves every other file as it is")
  func publishesAlone() async throws {
    try await withTemporaryFolder { root in
      try TestCatalogue { TestRecord("programmes/a", "甲", yomi: "こう") }.write(to: root)
      let output = root.appending("public")
      func node(_ name: String) throws -> UInt64? {
        try FileStore().status(of: output.appending(name))?.identity.node
      }
      _ = try await build(root, source: "one")
      let page = try node("programmes/a/index.html")
      let list = try node("build.json")
      #expect(try await build(root, source: "one").isUnchanged)
      #expect(try node("build.json") == list)
      #expect(!(try await build(root, source: "two").isUnchanged))
      #expect(try TestFiles.text(output.appending("build.json")).contains(#""source":"two""#))
      #expect(try node("programmes/a/index.html") == page)
      #expect(!(try await build(root, source: nil).isUnchanged))
      #expect(!(try TestFiles.text(output.appending("build.json")).contains("source")))
      #expect(try node("programmes/a/index.html") == page)
    }
  }

  @Test(
    "only one line of bounded length is taken",
    arguments: [
      ("3f9a main", true), ("目録 第2版", true), (String(repeating: "a", count: 200), true),
      (String(repeating: "a", count: 201), false), ("", false), ("a\nb", false), ("a\tb", false),
      ("a\u{1B}[2J", false), ("a\u{85}", false), ("a\u{2028}b", false), ("\u{202E}a", false),
      (String(repeating: "目", count: 67), false),
    ])
  func limits(_ source: String, _ isTaken: Bool) {
    #expect((Manifest.problem(ofSource: source) == nil) == isTaken)
  }
}
