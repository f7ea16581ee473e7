import CatalogueModel
import Diagnostics
import TestSupport
import Testing

@testable import CatalogueGraph

@Suite("Laws of the graph")
struct GraphLawTests {
  /// A catalogue of random edges between a few records.
  static func randomCatalogue(seed: UInt64) -> (catalogue: TestCatalogue, edges: Set<String>) {
    var generator = SeededGenerator(state: seed)
    let words = ["前身", "後継", "上位", "下位", "関連"]
    var edges: Set<String> = []
    var records: [TestRecord] = []
    let count = 8
    for number in 0..<4 {
      records.append(TestRecord("ministries/m\(number)", "省\(number)", "order: \(number)"))
    }
    for number in 0..<count {
      var lines: [String] = []
      let ministries = (0..<4).filter { _ in Bool.random(using: &generator) }.shuffled(
        using: &generator)
      if !ministries.isEmpty {
        lines.append("ministries: [" + ministries.map { "省\($0)" }.joined(separator: ", ") + "]")
        for ministry in ministries {
          edges.insert("programmes/p\(number) ministries ministries/m\(ministry)")
        }
      }
      var related: [String] = []
      for other in 0..<count where other != number && Int.random(in: 0..<3, using: &generator) == 0
      {
        let word = words.randomElement(using: &generator) ?? "関連"
        related.append("  - {to: p\(other), as: \(word)}")
        edges.insert("programmes/p\(number) related \(word) programmes/p\(other)")
      }
      if !related.isEmpty { lines.append("related:\n" + related.joined(separator: "\n")) }
      records.append(
        TestRecord("programmes/p\(number)", "施策\(number)", lines.joined(separator: "\n")))
    }
    return (TestCatalogue { records }, edges)
  }

  @Test("every edge that was written is there once, from both ends", arguments: UInt64(1)...20)
  func keepsEdges(_ seed: UInt64) async throws {
    let (catalogue, edges) = Self.randomCatalogue(seed: seed)
    let resolved = try await catalogue.resolved()
    let found = resolved.edges.map { edge -> String in
      var parts = [
        resolved.records[edge.from].id.text, resolved.schema.relations[edge.relation].fieldKey,
      ]
      if case .text(let word)?? = edge.attributes.first { parts.append(word) }
      return (parts + [edge.to.map { resolved.records[$0].id.text } ?? ""]).joined(separator: " ")
    }
    #expect(found.count == edges.count)
    #expect(Set(found) == edges)
    for index in resolved.records.indices {
      #expect(resolved.outgoing[index].allSatisfy { resolved.edges[$0].from == index })
      #expect(resolved.incoming[index].allSatisfy { resolved.edges[$0].to == index })
      let writers = resolved.incoming[index].map { resolved.edges[$0].from }
      #expect(writers == writers.sorted())
    }
    #expect(resolved.outgoing.map(\.count).reduce(0, +) == resolved.edges.count)
    #expect(resolved.incoming.map(\.count).reduce(0, +) == resolved.edges.count { $0.to != nil })
  }

  @Test("resolving gives the same graph every time", arguments: UInt64(1)...5)
  func isDeterministic(_ seed: UInt64) async throws {
    let (catalogue, _) = Self.randomCatalogue(seed: seed)
    #expect(await catalogue.diagnostics(workers: 1) == catalogue.diagnostics(workers: 4))
    let one = try await catalogue.resolved(workers: 1)
    let four = try await catalogue.resolved(workers: 4)
    #expect(one.edges.map(\.to) == four.edges.map(\.to))
    #expect(one.records.map(\.id) == four.records.map(\.id))
  }
}
