import CatalogueModel
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
      catalogue.records.map(\.id) == ["b", "a", "e", "d", "c", "y", "x", "w", "z"])
    #expect(catalogue.members == [0..<5, 5..<9, 9..<9, 9..<9, 9..<9])
  }

  @Test("the order is the same whatever order the files were read in")
  func isStable() async throws {
    let records = (0..<40).map { TestRecord("programmes/r\($0)", "項目\($0)", yomi: "あ") }
    var orders: Set<[String]> = []
    var generator = SeededGenerator(state: 11)
    for _ in 0..<5 {
      let shuffled = records.shuffled(using: &generator)
      let catalogue = try await TestCatalogue { shuffled }.resolved()
      orders.insert(catalogue.records.map(\.id))
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
    #expect(catalogue.records.last?.id == "a")
  }
}
