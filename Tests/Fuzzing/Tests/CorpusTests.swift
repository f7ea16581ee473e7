import Fuzzing
import SystemPackage
import TestSupport
import Testing

/// What libFuzzer found, and what it began with, must stay right: `make fuzz` adds files to the corpus.
@Suite("The kept corpus of libFuzzer")
struct CorpusTests {
  private static let folder = Checkout.root.appending("Tests/Fuzzing/Corpus")

  private func files(of body: FuzzBody) throws -> [(name: String, bytes: [UInt8])] {
    try TestFiles.all(in: Self.folder.appending(body.name)).sorted { $0.key < $1.key }.map {
      (name: $0.key, bytes: $0.value)
    }
  }

  private func bodies() async -> [FuzzBody] {
    FuzzBody.immediate + [await FuzzBody.search()]
  }

  @Test("every target has a corpus, every corpus a target")
  func hasCorpus() async throws {
    let names = try TestFiles.all(in: Self.folder).keys.compactMap {
      $0.split(separator: "/").first
    }
    #expect(Set(names.map(String.init)) == Set(await bodies().map(\.name)))
    let targets = try TestFiles.all(in: Checkout.root.appending("Tests/Fuzzing/Targets")).keys
    #expect(
      Set(targets.compactMap { $0.split(separator: "/").first.map(String.init) })
        == Set(await bodies().map(\.name)))
  }

  @Test("nothing is wrong with any file of the corpus")
  func passesCorpus() async throws {
    for body in await bodies() {
      for (name, bytes) in try files(of: body) {
        #expect(body.fault(of: bytes) == nil, "\(body.name)/\(name)")
      }
    }
  }

  @Test("nothing is wrong with small changes of them")
  func passesChanges() async throws {
    var random = SeededGenerator(state: 9)
    for body in await bodies() {
      for (name, bytes) in try files(of: body) {
        for _ in 0..<20 {
          let changed = Self.changed(bytes, &random)
          #expect(body.fault(of: changed) == nil, "\(body.name)/\(name): \(changed)")
        }
      }
    }
  }

  /// Some bytes removed, repeated or replaced.
  private static func changed(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      if bytes.isEmpty { return bytes }
      let start = Int.random(in: bytes.indices, using: &random)
      let end = min(bytes.count, start + Int.random(in: 1...8, using: &random))
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: bytes[start..<end], at: start)
      default: bytes[start] = UInt8.random(in: 0...255, using: &random)
      }
    }
    return bytes
  }
}
