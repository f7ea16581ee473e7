/// The pages that have a gram, in order.
struct PageList: Sendable {
  /// The pages, where the list stands by itself; a list below another is told by `PlacesInList`.
  private(set) var pages: [UInt32] = []
  /// What a mention on each page is worth, see `IndexedText.Weight`.
  private(set) var impacts: [UInt8] = []
  /// A bit for each page: whether it is in the list of a gram that goes on from this one.
  ///
  /// After the last page there are zeros.
  var taken: [UInt64] = []

  /// How many pages there are.
  var count: Int { impacts.count }

  /// Reads the pages of a gram from its windows.
  mutating func read(_ windows: ArraySlice<GramWindow>) {
    removeAll()
    windows.withUnsafeBufferPointer { windows in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: windows.count) { pages in
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: windows.count) { impacts in
          // There are no more pages than windows.
          var count = 0
          var index = 0
          while index < windows.count {
            pages[count] = windows[index].page
            impacts[count] = Self.greatestWeight(of: windows, from: &index)
            count &+= 1
          }
          self.pages.append(contentsOf: UnsafeBufferPointer(rebasing: pages[..<count]))
          self.impacts.append(contentsOf: UnsafeBufferPointer(rebasing: impacts[..<count]))
        }
      }
    }
    end()
  }

  /// The greatest weight of the windows from `index` on that are on one page; `index` goes to the next page.
  @inline(__always)
  static func greatestWeight(
    of windows: UnsafeBufferPointer<GramWindow>, from index: inout Int
  ) -> UInt8 {
    let page = windows[index].page
    var best: UInt8 = 0
    repeat {
      best = max(best, windows[index].weight)
      index &+= 1
    } while index < windows.count && windows[index].page == page
    return best
  }

  /// Takes the impacts of a list that is told by places.
  mutating func read(impacts: UnsafeBufferPointer<UInt8>) {
    removeAll()
    self.impacts.append(contentsOf: impacts)
    end()
  }

  /// Ends the list.
  mutating func end() {
    taken.removeAll(keepingCapacity: true)
    taken.append(contentsOf: repeatElement(0, count: count >> 6 + 1))
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
