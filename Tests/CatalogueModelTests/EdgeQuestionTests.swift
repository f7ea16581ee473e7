import CatalogueModel
import TestSupport
import Testing

@Suite("Questions about edges and fields")
struct EdgeQuestionTests {
  @Test("edges, targets, citations and texts are those that a look at every edge finds")
  func asks() async throws {
    let catalogue = try await TestCatalogue {
      TestRecord("ministries/a", "甲省", "order: 1")
      TestRecord("ministries/b", "乙省", "order: 2")
      TestRecord("agencies/p", "機構", "prizes: [{name: 大賞}, {to: 甲省, name: 賞}]")
      TestRecord("documents/d", "文書", "issuers: [甲省]\nsources: [{document: 文書, at: 1}]")
      TestRecord(
        "programmes/x", "施策", yomi: "し",
        "kind: AI戦略\nministries: [乙省, 甲省]\nagencies: [機構]\nsources: [{document: 文書, at: 2}]")
      TestRecord("programmes/y", "計画", yomi: "け", "ministries: [甲省]")
    }.resolved()
    for record in catalogue.records.indices {
      for relation in catalogue.schema.relations.indices {
        let from = catalogue.edges.filter { $0.from == record && $0.relation == relation }
        #expect(catalogue.edges(of: relation, from: record).map(\.bytes) == from.map(\.bytes))
        #expect(catalogue.targets(of: relation, from: record) == from.compactMap(\.to))
        let to = catalogue.edges.filter { $0.to == record && $0.relation == relation }
        #expect(catalogue.edges(of: relation, to: record).map(\.from) == to.map(\.from))
      }
      let citing = catalogue.edges.filter { catalogue.schema.relations[$0.relation].isCitation }
      #expect(
        catalogue.citations(from: record).map(\.bytes)
          == citing.filter { $0.from == record }.map(\.bytes))
      #expect(
        catalogue.citations(of: record).map(\.from)
          == citing.filter { $0.to == record }.map(\.from))
    }
    let record = try #require(catalogue.records.firstIndex { $0.id.text == "programmes/x" })
    let collection = catalogue.collection(of: record)
    func texts(_ key: String) throws -> [String] {
      catalogue.texts(of: try #require(collection.field(key)), of: record)
    }
    #expect(try texts("ministries") == ["甲省", "乙省"])
    #expect(try texts("kind") == ["AI戦略"])
    #expect(try texts("period") == [])
  }
}
