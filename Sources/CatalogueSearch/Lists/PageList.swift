/// The pages that have a gram, in order.
///
/// The room for a list belongs to a `PageListRoom`, which is kept from gram to gram: there are hundreds of
/// thousands, and most are short.
struct PageList {
  private let allPages: UnsafeMutableBufferPointer<UInt32>
  private let allImpacts: UnsafeMutableBufferPointer<UInt8>
  private let allTaken: UnsafeMutableBufferPointer<UInt64>
  /// How many pages there are.
  private(set) var count = 0

  /// The pages, where the list stands by itself; a list below another is told by `PlacesInList`.
  var pages: UnsafeMutableBufferPointer<UInt32> { .init(rebasing: allPages[..<count]) }
  /// What a mention on each page is worth, see `IndexedText.Weight`.
  var impacts: UnsafeMutableBufferPointer<UInt8> { .init(rebasing: allImpacts[..<count]) }
  /// A bit for each page: whether it is in the list of a gram that goes on from this one.
  ///
  /// After the last page there are zeros.
  var taken: UnsafeMutableBufferPointer<UInt64> { .init(rebasing: allTaken[...(count >> 6)]) }

  /// Makes room for a list of up to so many pages.
  fileprivate init(_ pages: Int) {
    allPages = .allocate(capacity: pages)
    allImpacts = .allocate(capacity: pages)
    allTaken = .allocate(capacity: pages >> 6 + 1)
    allPages.initialize(repeating: 0)
    allImpacts.initialize(repeating: 0)
    allTaken.initialize(repeating: 0)
  }

  fileprivate func deallocate() {
    allPages.deallocate()
    allImpacts.deallocate()
    allTaken.deallocate()
  }

  /// Reads the pages of a gram from its windows.
  mutating func read(_ windows: UnsafeBufferPointer<GramWindow>) {
    // Where a page ends is not asked, since nobody can foretell it: each window writes what is known by then.
    var page = UInt32.max
    var best: UInt8 = 0
    var number = 0
    for window in windows {
      let isSame = window.page == page
      page = window.page
      best = max(window.weight, isSame ? best : 0)
      number &+= isSame ? 0 : 1
      allPages[number &- 1] = page
      allImpacts[number &- 1] = best
    }
    end(number)
  }

  /// Writes the impact of the page with a place in the list.
  @inline(__always)
  func write(_ impact: UInt8, at place: Int) { allImpacts[place] = impact }

  /// Takes a list with so many pages whose impacts have been written.
  mutating func end(_ number: Int) {
    count = number
    taken.update(repeating: 0)
  }

  /// Leaves only the impact of names apart from that of texts.
  func forgetHeadings() {
    for index in 0..<count where allImpacts[index] < IndexedText.Weight.name.rawValue {
      allImpacts[index] = IndexedText.Weight.text.rawValue
    }
  }
}

/// Room for a list of pages for each length of a gram.
struct PageListRoom: ~Copyable {
  private var lists: [PageList]

  /// Makes room for lists of a site of so many pages.
  init(pages: Int) { lists = (0...GramTree.longest).map { _ in PageList(pages) } }

  deinit {
    for list in lists { list.deallocate() }
  }

  /// The list of the gram at hand that has a length.
  subscript(length: Int) -> PageList {
    get { lists[length] }
    set { lists[length] = newValue }
  }
}
