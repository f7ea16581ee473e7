/// The pages that have a gram, in order.
struct PageList: Sendable {
  /// The pages, where the list stands by itself; a list below another is told by `PlacesInList`.
  private(set) var pages: [UInt32] = []
  /// What a mention on each page is worth, see `IndexedText.Weight`.
  private(set) var impacts: [UInt8] = []
  /// A bit for each page: whether it is in the list of a gram that goes on from this one.
  var taken: [UInt64] = []

  /// How many pages there are.
  var count: Int { impacts.count }

  /// Reads the pages of a gram from its windows.
  mutating func read(_ windows: ArraySlice<GramWindow>) {
    removeAll()
    Self.eachPage(of: windows) { page, impact in
      pages.append(page)
      impacts.append(impact)
    }
    end()
  }

  /// Tells the page of each window, in order, with the greatest of the weights there.
  @inline(__always)
  static func eachPage(of windows: ArraySlice<GramWindow>, _ visit: (UInt32, UInt8) -> Void) {
    windows.withUnsafeBufferPointer { windows in
      var index = 0
      while index < windows.count {
        let page = windows[index].page
        var best: UInt8 = 0
        repeat {
          best = max(best, windows[index].weight)
          index += 1
        } while index < windows.count && windows[index].page == page
        visit(page, best)
      }
    }
  }

  /// Adds the next page of a list that is told by places.
  @inline(__always)
  mutating func add(_ impact: UInt8) { impacts.append(impact) }

  /// Ends the list.
  mutating func end() {
    let words = count >> 6 + 1
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
