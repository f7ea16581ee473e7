import CatalogueModel
import Diagnostics
import Mustache
import TestSupport
import Testing

@testable import CataloguePages

@Suite("Relations on pages")
struct RelationViewTests {
  /// `label: title, title` for each group of a record's page.
  private func groups(of key: String, in catalogue: Catalogue) throws -> [String] {
    let index = try #require(catalogue.records.firstIndex { $0.id.text == key })
    return RecordRelations(catalogue: catalogue).groups(of: index).map { group in
      let titles = group.items.map { item in
        let title = catalogue.records[item.record].title.value
        return item.details.isEmpty ? title : "\(title)(\(item.details.joined(separator: "、")))"
      }
      return "\(group.label): " + titles.joined(separator: ", ")
    }
  }

  @Test(
    "both pages show a relation, each with its own words, and what both sides wrote is one item")
  func showsBothSides() async throws {
    let catalogue = try await TestCatalogue.full.resolved()
    #expect(
      try groups(of: "programmes/q-leap", in: catalogue) == ["関連施策（前身）: 量子準備", "関連施策（関連）: 人工知能基盤"])
    #expect(
      try groups(of: "programmes/ryoshi-junbi", in: catalogue) == ["関連施策（後継）: 量子フラッグシップ <Q-LEAP>"])
    #expect(
      try groups(of: "ministries/mext", in: catalogue) == [
        "所管施策: 人工知能基盤, 量子フラッグシップ <Q-LEAP>", "実施施策: 量子フラッグシップ <Q-LEAP>(公募)",
        "授与する賞: 科学技術振興機構(大臣賞)",
      ])
    #expect(
      try groups(of: "ministries/meti", in: catalogue) == [
        "所管施策: 人工知能基盤", "所属機関: 特許庁", "発行した文書: 白書",
      ])
  }

  @Test(
    "every edge of a random graph stands on both pages, seen from either side",
    arguments: UInt64(1)...12)
  func isComplete(_ seed: UInt64) async throws {
    var generator = SeededGenerator(state: seed)
    let words = ["前身", "後継", "上位", "下位", "関連"]
    let inverse = ["前身": "後継", "後継": "前身", "上位": "下位", "下位": "上位", "関連": "関連"]
    var expected: [String: Set<String>] = [:]
    var records: [TestRecord] = []
    for number in 0..<7 {
      var lines: [String] = []
      for other in 0..<7 where other != number && Bool.random(using: &generator) {
        let word = words.randomElement(using: &generator) ?? "関連"
        lines.append("  - {to: p\(other), as: \(word)}")
        expected["p\(number)", default: []].insert("\(word) 項目\(other)")
        expected["p\(other)", default: []].insert("\(inverse[word] ?? "") 項目\(number)")
      }
      records.append(
        TestRecord(
          "programmes/p\(number)", "項目\(number)",
          lines.isEmpty ? "" : "related:\n" + lines.joined(separator: "\n")))
    }
    let catalogue = try await TestCatalogue { records }.resolved()
    for number in 0..<7 {
      let shown = try groups(of: "programmes/p\(number)", in: catalogue).flatMap {
        group -> [String] in
        let parts = group.split(separator: ":", maxSplits: 1)
        let word = parts[0].dropFirst("関連施策（".count).dropLast()
        return parts[1].split(separator: ",").map { "\(word) \($0.drop { $0 == " " })" }
      }
      #expect(Set(shown) == expected["p\(number)"] ?? [])
      #expect(shown.count == (expected["p\(number)"] ?? []).count)
    }
  }

  @Test(
    "what a record itself says of many others has a page too, where its page shows a part of it")
  func hasPageOfOwnRelations() async throws {
    let others = (0...RelationGroup.limit).map { TestRecord("programmes/p\($0)", "施策\($0)") }
    let names = others.indices.map { "{to: 施策\($0), as: 関連}" }.joined(separator: ", ")
    var catalogue = TestCatalogue()
    catalogue.records = others + [TestRecord("programmes/own", "皆", "related: [\(names)]")]
    let site = try await catalogue.context()
    let index = try #require(
      site.catalogue.records.indices.first { site.catalogue.records[$0].id.name == "own" })
    let group = try #require(RecordRelations(catalogue: site.catalogue).groups(of: index).first)
    #expect(group.needsPage)
    let path = RelationPage.path(of: index, group, site.catalogue)
    #expect(SitePlan(site).pages.contains { $0.path == path })
  }
}
