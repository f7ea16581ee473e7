/// The pages that have a gram, in order.
struct PageList: Sendable {
  private(set) var pages: [UInt32] = []
  /// What a mention on each page is worth, see `IndexedText.Weight`.
  private(set) var impacts: [UInt8] = []
  /// A bit for each page: whether it is in the list of a gram that goes on from this one.
  var taken: [UInt64] = []

  mutating func add(_ page: UInt32, _ impact: UInt8) {
    pages.append(page)
    impacts.append(impact)
  }

  /// Ends the list.
  mutating func end() {
    let words = pages.count >> 6 + 1
    for index in 0..<min(words, taken.count) { taken[index] = 0 }
    if taken.count < words { taken += repeatElement(0, count: words - taken.count) }
  }

  mutating func removeAll() {
    pages.removeAll(keepingCapacity: true)
    impacts.removeAll(keepingCapacity: true)
  }

  /// Leaves only the impact of names apart from that of texts.
  mutating func forgetHeadings() {
    for index in impacts.indices where impacts[index] < IndexedText.Weight.name.rawValue {
      impacts[index] = IndexedText.Weight.text.rawValue
    }
  }
}
