import Diagnostics
import Digests
import Files
import Foundation
import Publishing
import SystemPackage
import TestSupport
import Testing

@testable import Comparison

@Suite("Editions that nobody can trust")
struct HostileEditionTests {
  private static let sound =
    "{\"records\":[\(TestEdition.record("a", fields: "\"k\":[1,null]"))],"
    + "\"edges\":[],\"collections\":[{\"key\":\"things\",\"label\":\"物\",\"fields\":[{\"key\":\"k\",\"label\":\"欄\"}]}]}"

  @Test(
    "a catalogue of another shape is refused with the place",
    arguments: [
      "", "null", "[]", "{}", "{\"records\":{}}", "{\"records\":[1]}", "{\"records\":[{}]}",
      "{\"records\":[{\"id\":1,\"collection\":\"c\",\"url\":\"\",\"title\":\"\",\"fields\":{}}]}",
      "{\"records\":[{\"id\":\"a\",\"collection\":\"c\",\"url\":\"\",\"title\":null,\"fields\":{}}]}",
      "{\"records\":[{\"id\":\"a\",\"collection\":\"c\",\"url\":\"\",\"title\":\"\",\"fields\":[]}]}",
      "{\"records\":[\(TestEdition.record("a")),\(TestEdition.record("a"))]}",
      "{\"records\":[],\"collections\":{}}", "{\"records\":[],\"collections\":[1]}",
      "{\"records\":[],\"collections\":[{\"key\":\"a\",\"fields\":[{}]}]}",
      String(repeating: "[", count: 100_000), String(repeating: "{\"records\":", count: 100_000),
      "{\"records\":[\(TestEdition.record("a", fields: "\"k\":" + String(repeating: "[", count: 40) + String(repeating: "]", count: 40)))]}",
    ])
  func refuses(_ text: String) {
    #expect(throws: UnreadableCatalogue.self) { try CatalogueReader(Array(text.utf8)) }
  }

  @Test("what was cut off is refused, and what was changed is refused or compared")
  func survivesChanges() throws {
    let whole = Array(Self.sound.utf8)
    let edition = ComparedEdition(Manifest([]), try CatalogueReader(whole))
    for end in whole.indices {
      #expect(throws: UnreadableCatalogue.self) { try CatalogueReader(Array(whole[..<end])) }
    }
    var random = SeededGenerator(state: 3)
    for _ in 0..<2000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
          in: 32...126, using: &random)
      }
      guard let reader = try? CatalogueReader(bytes) else { continue }
      let changes = EditionChanges(from: edition, to: ComparedEdition(Manifest([]), reader))
      for format in ChangesFormat.allCases {
        #expect(!format.bytes(of: changes, language: .english, baseURL: nil).isEmpty)
      }
    }
  }

  @Test(
    "a folder without an edition, with a half one or with a damaged one is told in one sentence")
  func refusesFolders() async throws {
    try await withTemporaryFolder { folder in
      func trouble() -> String? {
        do {
          _ = try ComparedEdition.read(folder, FileStore())
          return nil
        } catch { return (error as? any EnvironmentTrouble)?.message.english }
      }
      let list = folder.appending("build.json")
      let catalogue = folder.appending("catalogue.json")
      func write(_ text: String, _ digested: String? = nil) throws {
        try TestFiles.write(text, to: catalogue)
        let digest = SHA256.hexadecimal(Array((digested ?? text).utf8))
        let entry = ManifestEntry(
          path: "catalogue.json", size: 1, sha256: digest, isNamedByContent: false)
        try TestFiles.write(Manifest([entry]).json(version: "1"), to: list)
      }
      #expect(trouble()?.contains("there is no build.json") == true)
      try TestFiles.write("{}", to: list)
      #expect(
        trouble()?.hasSuffix("/build.json' is damaged, or not in a form that this mokuroku reads")
          == true)
      try write(Self.sound)
      #expect(trouble() == nil)
      try write(Self.sound, "another")
      #expect(trouble()?.contains("not of one edition") == true)
      try write(String(Self.sound.dropLast()))
      #expect(trouble()?.hasSuffix("reads (byte \(Self.sound.utf8.count - 1))") == true)
      try TestFiles.remove(catalogue)
      #expect(trouble()?.contains("there is no catalogue.json") == true)
      #expect(mkfifo(catalogue.string, 0o600) == 0)
      #expect(trouble()?.contains("catalogue.json'") == true)
      try TestFiles.remove(catalogue)
      try TestFiles.write("", to: catalogue.appending("inner"))
      #expect(trouble()?.contains("catalogue.json'") == true)
    }
  }
}
