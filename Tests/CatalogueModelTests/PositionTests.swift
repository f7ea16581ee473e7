import CatalogueModel
import TestSupport
import Testing

@Suite("Positions and ids")
struct PositionTests {
  @Test("a typed array is read at its positions, and is a collection like any other")
  func reads() {
    var array = IndexedArray<Collection, String>(["甲", "乙", "丙"])
    let last = CollectionIndex(2)
    #expect(array[last] == "丙")
    #expect(array.indices.map(\.offset) == [0, 1, 2])
    #expect(array.indexed.map { $0.0.offset } == [0, 1, 2])
    #expect(array.firstIndex(of: "乙") == CollectionIndex(1))
    #expect(array.reversed() == ["丙", "乙", "甲"])
    #expect(Array(array[last...]) == ["丙"])
    #expect(array.distance(from: array.startIndex, to: array.endIndex) == 3)
    #expect(array.index(array.startIndex, offsetBy: 2) == last)
    #expect(array.append("丁") == CollectionIndex(3))
    array[last] = "戊"
    #expect(Array(array) == ["甲", "乙", "戊", "丁"])
    #expect(array.mapped(\.utf8.count) == [3, 3, 3, 3])
  }

  @Test("positions are ranks")
  func ranks() {
    let (first, second) = (RecordIndex(3), RecordIndex(7))
    #expect(first < second && first != second && first == RecordIndex(3))
    #expect(first.distance(to: second) == 4)
    #expect((first..<second).map(\.offset) == [3, 4, 5, 6])
    #expect(Set([first, second, first]).count == 2)
  }

  @Test(
    "an id is a collection and a name",
    arguments: [
      ("programmes/q-leap", "programmes", "q-leap"), ("a/b", "a", "b"), ("a", nil, nil),
      ("/b", nil, nil), ("a/", nil, nil), ("a/b/c", nil, nil), ("", nil, nil),
    ] as [(String, String?, String?)])
  func parsesIDs(_ text: String, _ collection: String?, _ name: String?) {
    let id = RecordID(text)
    #expect(id?.collection == collection)
    #expect(id?.name == name)
    if let id {
      #expect(id.text == text)
      #expect(id.pagePath == text + "/")
    }
  }

  @Test("ids are ordered and told apart by the bytes of their text")
  func ordersIDs() {
    let texts = ["a-b/a", "a/a", "a/b", "b/a", "a/か\u{3099}", "a/が", "ab/0"]
    let ids = texts.compactMap { RecordID($0) }.sorted()
    #expect(
      ids.map(\.text).elementsEqual(
        texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
        by: { $0.utf8.elementsEqual($1.utf8) }))
    #expect(Set(ids).count == texts.count)
  }
}
