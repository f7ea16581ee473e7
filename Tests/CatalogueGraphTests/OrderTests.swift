import CatalogueModel
import Diagnostics
import TestSupport
import Testing

@testable import CatalogueGraph

@Suite("The order of records")
struct OrderTests {
  @Test("ministries stand in 建制順, others by 五十音, collections in the order of the definition")
  func orders() async throws {
    let catalogue = try await TestCatalogue {
      TestRecord("programmes/c", "わ", yomi: "わ")
      TestRecord("programmes/b", "がく", yomi: "がく")
      TestRecord("programmes/a", "かけ", yomi: "かけ")
      TestRecord("programmes/d", "ばす", yomi: "ばす")
      TestRecord("programmes/e", "はす", yomi: "はす")
      TestRecord("ministries/x", "経済産業省", yomi: "あ", "order: 10")
      TestRecord("ministries/y", "内閣府", yomi: "い", "order: 2")
      TestRecord("ministries/z", "順なし", yomi: "あ")
      TestRecord("ministries/w", "順なし二", yomi: "あ")
    }.resolved()
    #expect(
      catalogue.records.map(\.id.name) == ["b", "a", "e", "d", "c", "y", "x", "w", "z"])
    #expect(catalogue.members.map(\.count) == [5, 4, 0, 0, 0])
  }

  @Test(
    "a record's connexions stand in the order of the pages; sources and prizes in their author's")
  func ordersEdges() async throws {
    let catalogue = try await TestCatalogue {
      TestRecord("ministries/x", "後の省", "order: 2")
      TestRecord("ministries/y", "先の省", "order: 1")
      TestRecord("documents/a", "い文書", yomi: "い")
      TestRecord("documents/b", "あ文書", yomi: "あ")
      TestRecord(
        "programmes/p", "甲",
        """
        ministries: [後の省, 先の省]
        sources: [{document: い文書, at: 1}, {document: あ文書, at: 1}, {document: い文書, at: 2}]
        """)
      TestRecord(
        "agencies/q", "乙", "prizes: [{to: 後の省, name: 一}, {name: 二}, {to: 先の省, name: 三}]")
    }.resolved()
    func targets(_ relation: String) -> [String] {
      catalogue.edges.filter { catalogue.schema.relations[$0.relation].fieldKey == relation }
        .map { $0.to.map { catalogue.records[$0].title.value } ?? "-" }
    }
    #expect(targets("ministries") == ["先の省", "後の省"])
    #expect(targets("sources") == ["い文書", "あ文書", "い文書"])
    #expect(targets("prizes") == ["後の省", "-", "先の省"])
  }

  @Test("the order is the same whatever order the files were read in")
  func isStable() async throws {
    let records = (0..<40).map { TestRecord("programmes/r\($0)", "項目\($0)", yomi: "あ") }
    var orders: Set<[String]> = []
    var generator = SeededGenerator(state: 11)
    for _ in 0..<5 {
      let shuffled = records.shuffled(using: &generator)
      let catalogue = try await TestCatalogue { shuffled }.resolved()
      orders.insert(catalogue.records.map(\.id.name))
    }
    #expect(orders.count == 1)
  }

  @Test("a record that could not tell its reading stands behind those that did")
  func ordersUnread() async throws {
    let catalogue = try await TestCatalogue {
      TestRecord("programmes/a", text: "---\ntitle: 無\n---\n")
      TestRecord("programmes/b", "んん", yomi: "んんー")
      TestRecord("programmes/c", "ヾ", yomi: "ゔぁ・ー（Ｚｚ９）")
    }.resolved()
    #expect(catalogue.records.last?.id.name == "a")
  }
}
