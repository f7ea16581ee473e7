import TestSupport
import Testing
import TextFolding

@testable import CatalogueModel

@Suite("Candidates for suggestions")
struct CandidatesTests {
  /// The same choice without anything that saves work.
  private func plain(_ text: String, _ words: [(word: String, owner: Int)]) -> [Int] {
    let query = Folding.scalars(of: text)
    var scores: [Int: Int] = [:]
    for (word, owner) in words {
      let folded = Folding.scalars(of: word)
      let length = max(query.count, folded.count)
      let shorter = min(query.count, folded.count)
      let limit = Candidates.editLimit(length: length)
      var score: Int?
      if let edits = EditDistance(from: query).edits(to: folded[...], limit: limit) {
        score = edits * 2
      } else if shorter >= 2, contains(query, folded) || contains(folded, query) {
        score = 2 * limit + length - shorter
      }
      if let score { scores[owner] = min(score, scores[owner] ?? .max) }
    }
    return scores.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(3).map(\.key)
  }

  private func contains(_ text: [UInt32], _ part: [UInt32]) -> Bool {
    part.count <= text.count
      && (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
  }

  @Test("what saves work changes no answer")
  func agreesWithThePlainWay() {
    var generator = SeededGenerator(state: 3)
    let letters = Array("研究開発機構省庁産業技術ab12".map(String.init))
    func word() -> String {
      (0..<Int.random(in: 1...9, using: &generator)).map { _ in
        letters.randomElement(using: &generator) ?? ""
      }.joined()
    }
    for _ in 0..<200 {
      var candidates = Candidates()
      var words: [(word: String, owner: Int)] = []
      for owner in 0..<30 {
        for _ in 0..<Int.random(in: 1...3, using: &generator) { words.append((word(), owner)) }
      }
      for (word, owner) in words { candidates.add(word, for: owner) }
      for _ in 0..<10 {
        let text = word()
        #expect(candidates.nearest(to: text) == plain(text, words), "\(text) \(words)")
      }
    }
  }

  @Test("few words are compared scalar by scalar")
  func comparesFew() {
    var generator = SeededGenerator(state: 5)
    var candidates = Candidates()
    let letters = (0..<2000).compactMap { Unicode.Scalar(0x4E00 + $0) }.map { String($0) }
    let names = (0..<2000).map { _ in
      (0..<10).map { _ in letters.randomElement(using: &generator) ?? "" }.joined()
    }
    for (owner, name) in names.enumerated() { candidates.add(name, for: owner) }
    for name in names.prefix(50) {
      let answer = candidates.search(for: String(name.dropLast())) { _ in true }
      #expect(answer.owners.first.map { names[$0] } == name)
      #expect(answer.comparisons < 100)
    }
  }

  @Test("a long text or word is no slip")
  func passesOverLongOnes() {
    let long = String(repeating: "長", count: 100_000)
    var candidates = Candidates()
    candidates.add(long, for: 0)
    candidates.add("長さ", for: 1)
    #expect(candidates.nearest(to: long).isEmpty)
    #expect(candidates.nearest(to: "長き") == [1])
  }

  @Test("only what is wanted is suggested")
  func suggestsWanted() {
    var candidates = Candidates()
    for (owner, name) in ["経済産業省", "経済産業章", "経済産業賞"].enumerated() {
      candidates.add(name, for: owner)
    }
    #expect(candidates.nearest(to: "経済産業省") { $0 > 0 } == [1, 2])
  }
}
