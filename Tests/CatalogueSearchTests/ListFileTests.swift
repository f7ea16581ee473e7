import Testing

@testable import CatalogueSearch

@Suite("Files of lists")
struct ListFileTests {
  /// Sizes of places, as unequal as those of a language: most are small, a few hold many pages.
  private static func sizes(_ count: Int) -> [Int] {
    var state: UInt64 = 7
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let number = Int(state >> 33)
      return number % 3 == 0 ? 0 : number % 200 + (number % 40 == 1 ? 2_000 : 0)
    }
  }

  @Test(
    "an edit moves bounds near it alone", arguments: [(512, 40), (4_096, 250), (8_192, 600)])
  func keepsBounds(_ places: Int, _ count: Int) {
    let sizes = Self.sizes(places)
    let text = Step.down(sizes.reduce(0, +))
    let files = ListFiles(sizes, text: text, count: count, most: count)
    for place in stride(from: 0, to: places, by: 7) {
      var edited = sizes
      edited[place] += 30
      let other = ListFiles(edited, text: text, count: count, most: count)
      #expect(other.shift == files.shift)
      let moved = Set(files.starts).symmetricDifference(other.starts)
      #expect(moved.allSatisfy { $0 / 64 == place / 64 }, "\(place): \(moved.sorted())")
    }
  }

  @Test(
    "there are as many files as are wanted, about, and no more than there may be",
    arguments: [(512, 40), (4_096, 250), (8_192, 600), (65_536, 7_000)])
  func countsFiles(_ places: Int, _ count: Int) {
    let sizes = Self.sizes(places)
    let text = Step.down(sizes.reduce(0, +))
    let files = ListFiles(sizes, text: text, count: count, most: count)
    #expect((count * 3 / 4...count).contains(files.starts.count))
    // Many small lists, as a text of few words has that repeats them.
    let few = ListFiles(sizes.map { min($0, 1) }, text: text, count: count, most: count)
    #expect(few.starts.count <= count)
    #expect(few.starts.first == 0)
    let none = ListFiles(sizes.map { _ in 0 }, text: text, count: count, most: count)
    #expect(none.starts == none.tables.map { none.starts[$0.lowerBound] })
  }
}
