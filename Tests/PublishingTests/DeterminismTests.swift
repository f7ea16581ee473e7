import Diagnostics
import SystemPackage
import TestSupport
import Testing

@testable import Files
@testable import Publishing
@testable import Workspace

@Suite("Equal inputs give equal bytes")
struct DeterminismTests {
  private static let catalogue: TestCatalogue = {
    var catalogue = TestCatalogue.full
    for number in 0..<120 {
      catalogue.records.append(
        TestRecord(
          "programmes/p\(number)", "施策\(number)", yomi: "あ",
          "kind: AI戦略\nfiscal_years: [\(2000 + number % 20)年度]\nrelated: [{to: p\((number + 1) % 120), as: 関連}]",
          body: "[[文科省]]と[[JST]]。\n"))
    }
    return catalogue
  }()

  /// The site as it is built with some number of threads from files made in some order.
  private func site(workers: Int, shuffledBy seed: UInt64?, in name: String = "root") async throws
    -> [String: [UInt8]]
  {
    try await withTemporaryFolder { folder in
      let root = folder.appending(name)
      var catalogue = Self.catalogue
      if let seed {
        var generator = SeededGenerator(state: seed)
        catalogue.records.shuffle(using: &generator)
      }
      try catalogue.write(to: root)
      let outcome = try await PublisherTests.build(
        root, to: root.appending("public"), workers: workers)
      #expect(outcome.isPublished, "\(outcome.report.diagnostics.map(\.message.japanese))")
      return try TestFiles.all(in: root.appending("public"))
    }
  }

  @Test("whatever the number of threads, the order of the files and the folder")
  func isDeterministic() async throws {
    let one = try await site(workers: 1, shuffledBy: nil)
    #expect(one.count > 250)
    for (workers, seed, name) in [(4, nil, "root"), (4, 3, "root"), (2, 5, "別の 場所")]
      as [(Int, UInt64?, String)]
    {
      let other = try await site(workers: workers, shuffledBy: seed, in: name)
      #expect(Set(other.keys) == Set(one.keys))
      for (path, bytes) in one where other[path] != bytes { Issue.record("\(path) differs") }
    }
  }

  @Test("no file names the machine or the folder it was built in")
  func namesNoPlace() async throws {
    for (path, bytes) in try await site(workers: 1, shuffledBy: nil, in: "very-special-name") {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("very-special-name"), "\(path)")
    }
  }
}
