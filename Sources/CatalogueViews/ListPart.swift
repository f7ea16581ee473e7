/// One of the pages over which a long list goes.
///
/// A list without entries has one part too, which says so.
package struct ListPart: Sendable, Equatable {
  /// From 1.
  package let number: Int
  /// How many parts the list has.
  package let count: Int
  /// The places of its entries in the list.
  package let range: Range<Int>

  /// How many entries with summaries stand on a page.
  package static let entries = 50
  /// How many bare names stand on a page.
  package static let names = 400

  /// The parts of a list of `total` entries, `length` on each page.
  package static func parts(of total: Int, length: Int = entries) -> [ListPart] {
    let count = max(1, (total + length - 1) / length)
    return (0..<count).map { number in
      ListPart(
        number: number + 1, count: count,
        range: number * length..<min(total, (number + 1) * length))
    }
  }

  /// The parts of a list that is cut into these ranges.
  package static func parts(_ ranges: [Range<Int>]) -> [ListPart] {
    ranges.enumerated().map { place, range in
      ListPart(number: place + 1, count: ranges.count, range: range)
    }
  }

  /// Which part the entry at a place stands in.
  package static func number(of place: Int, length: Int = entries) -> Int { place / length + 1 }

  /// The path of a part of the list at `base`, which the first part has to itself.
  package static func path(_ base: String, _ number: Int) -> String {
    number == 1 ? base : "\(base)\(number)/"
  }
}
