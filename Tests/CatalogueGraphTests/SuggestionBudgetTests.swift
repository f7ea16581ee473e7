import CatalogueModel
import Diagnostics
import TestSupport
import Testing

@testable import CatalogueGraph

@Suite("Budgets of suggestions")
struct SuggestionBudgetTests {
  private static let syllables = Array("研究開発推進機構産業技術総合事業計画拠点形成支援制度国際戦略量子情報").map { String($0) }

  private func names(_ count: Int, seed: UInt64) -> [String] {
    var generator = SeededGenerator(state: seed)
    return (0..<count).map { number in
      (0..<Int.random(in: 6...16, using: &generator)).map { _ in
        Self.syllables.randomElement(using: &generator) ?? ""
      }.joined() + String(number)
    }
  }

  @Test("2,000 unknown names among 400 are compared with few of them")
  func comparesFew() {
    let candidates = Candidates(names(400, seed: 1))
    var suggestions = Suggestions()
    for name in names(2000, seed: 2) {
      suggestions.beginRecord()
      _ = suggestions.answer(to: name, in: [0], among: candidates) { _ in true }
    }
    // Every pair would be 800,000 comparisons. The names have few characters, so that many are alike.
    #expect(suggestions.work < 2000 * (400 / 16 + 60))
  }

  @Test("a name that is missing in 600 places is looked for once")
  func remembers() {
    let candidates = Candidates(names(400, seed: 1))
    var suggestions = Suggestions()
    let first = suggestions.answer(to: "研究開発推進機構０", in: [0], among: candidates) { _ in true }
    let once = suggestions.work
    for _ in 0..<600 {
      suggestions.beginRecord()
      for name in ["研究開発推進機構0", "研究開発推進機構０"] {
        #expect(
          suggestions.answer(to: name, in: [0], among: candidates) { _ in true } == first)
      }
    }
    #expect(suggestions.work == once)
    #expect(once > 0)
  }

  @Test("a file of nothing but unknown names has suggestions for the first of them")
  func hasAllowance() {
    let known = names(2000, seed: 1)
    let candidates = Candidates(known)
    var suggestions = Suggestions()
    func isAnswered(_ number: Int) -> Bool {
      !suggestions.answer(to: String(known[number].dropLast()), in: [0], among: candidates) { _ in
        true
      }.isEmpty
    }
    suggestions.beginRecord()
    #expect(isAnswered(0))
    for name in names(20_000, seed: 3) {
      _ = suggestions.answer(to: name, in: [0], among: candidates) { _ in true }
    }
    #expect(suggestions.work < 400_000)
    #expect(!isAnswered(1))
    suggestions.beginRecord()
    #expect(isAnswered(1))
  }

  @Test("suggestions do not depend on how many records are resolved together")
  func isDeterministic() async {
    let catalogue = TestCatalogue {
      for number in 0..<60 {
        TestRecord(
          "ministries/p\(number)", "研究拠点\(number)",
          body: (0..<30).map { "[[研究居点\($0 % 9)と\(number % 4)]]、[図](/ministries/p\($0)x.md)" }
            .joined(separator: "\n"))
      }
    }
    let one = await catalogue.diagnostics(workers: 1)
    #expect(await catalogue.diagnostics(workers: 4) == one)
    #expect(one.contains { !$0.suggestions.isEmpty })
  }

  @Test("a name that many records have is told with few notes")
  func boundsNotes() async {
    let catalogue = TestCatalogue {
      for number in 0..<200 { TestRecord("ministries/p\(number)", "同じ名前", "former_ids: [mukashi]") }
      TestRecord("programmes/a", "あれ", "ministries: [mukashi]")
      TestRecord("programmes/b", "それ", "related: [{to: 同じ名前, as: 関連}]")
    }
    let found = await catalogue.diagnostics().filter {
      [.ambiguousReference, .wrongKindReference].contains($0.code)
    }
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0.notes.count == 10 })
    #expect(found.contains { $0.message.japanese.contains("100つ以上の項目") })
    #expect(found.allSatisfy { $0.message.japanese.count < 80 })
  }

  @Test("the same partner written twice is found among many, whatever is said of it")
  func findsRepetitions() async {
    let catalogue = TestCatalogue(
      definition: """
        site: {title: 目録, base_url: https://example.jp/}
        common: {title: {type: text, label: 名称, required: true}, yomi: {type: reading, label: 読み}}
        collections:
          things:
            label: もの
            fields:
              near:
                type: reference
                list: true
                label: 近い
                inverse: 近くの
                to: [things]
                edge: {since: {type: date, label: から}}
        """
    ) {
      TestRecord("things/b", "乙")
      TestRecord(
        "things/a",
        "甲",
        "near: ["
          + (0..<300).map { "{to: 乙, since: 20\(10 + $0 % 30)年}" }.joined(separator: ", ") + "]")
    }
    let found = await catalogue.diagnostics()
    #expect(found.map(\.code) == Array(repeating: .duplicateEntry, count: 270))
  }
}
