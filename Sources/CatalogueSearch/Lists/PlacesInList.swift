/// Where the pages of a list are in the list of a shorter gram, which has them all.
///
/// A page of the shorter gram's list is taken if a list written before has it, else free. Places are
/// counted among the free and among the taken pages.
struct PlacesInList: ~Copyable {
  /// How many pages were free, and how many taken.
  private(set) var free = 0
  private(set) var taken = 0
  /// Of the free places, those that the list has.
  var here: UnsafeMutableBufferPointer<UInt32> { .init(rebasing: allHere[..<hereCount]) }
  /// Of the taken places, those that the list has too.
  var again: UnsafeMutableBufferPointer<UInt32> { .init(rebasing: allAgain[..<againCount]) }
  /// Of each page whose impact is over 1 in the other list, what it is in this one.
  private(set) var changes: [Change] = []

  /// The room for places is kept from list to list.
  private let allHere: UnsafeMutableBufferPointer<UInt32>
  private var hereCount = 0
  private let allAgain: UnsafeMutableBufferPointer<UInt32>
  private var againCount = 0

  /// Makes room for the places of up to so many pages.
  init(pages: Int) {
    allHere = .allocate(capacity: pages)
    allHere.initialize(repeating: 0)
    allAgain = .allocate(capacity: pages)
    allAgain.initialize(repeating: 0)
  }

  deinit {
    allHere.deallocate()
    allAgain.deallocate()
  }

  /// What becomes of an impact over 1 in the list of a longer gram.
  struct Change {
    /// Whether it is a heading or a name still.
    let isKept: Bool
    /// By how much a name's impact is less, and by how much it can be.
    var steps: UInt8 = 0
    var most: UInt8 = 0
  }

  /// Whether the list has most of the free places.
  var isMost: Bool { hereCount * 2 > free }

  /// Reads the list of a gram from its windows, which have places in the list of the shorter gram.
  ///
  /// `list` gets the impacts that a reader gets, or, if it `keepsImpacts`, those of the windows: these are to
  /// be told otherwise.
  mutating func read(
    _ windows: UnsafeBufferPointer<GramWindow>, in shorter: PageList, to list: inout PageList,
    keepsImpacts: Bool
  ) {
    changes.removeAll(keepingCapacity: true)
    let others = shorter.impacts
    // There is room for all pages; a place has its bit in `taken`.
    var notes = Notes(here: allHere, again: allAgain, taken: shorter.taken)
    var index = 0
    var count = 0
    while index < windows.count {
      let place = Int(windows[index].page)
      let best = Self.greatestWeight(of: windows, from: &index)
      notes.add(place)
      list.write(
        keepsImpacts ? best : Self.change(others[place], to: best, &changes), at: count)
      count &+= 1
    }
    (hereCount, againCount) = (notes.hereCount, notes.againCount)
    taken = notes.end()
    list.end(count)
    free = shorter.count - taken
  }

  /// The greatest weight of the windows from `index` on that are on one page; `index` goes to the next page.
  @inline(__always)
  private static func greatestWeight(
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

  /// Places as they are noted one after another.
  private struct Notes {
    let here: UnsafeMutableBufferPointer<UInt32>
    let again: UnsafeMutableBufferPointer<UInt32>
    /// A bit for each place.
    let taken: UnsafeMutableBufferPointer<UInt64>
    var hereCount = 0
    var againCount = 0
    /// The word of `taken` at hand, as it was before this list.
    private var bits: UInt64
    private var word = 0
    /// How many places in the words before are taken.
    private var takenBefore = 0

    @inline(__always)
    init(
      here: UnsafeMutableBufferPointer<UInt32>, again: UnsafeMutableBufferPointer<UInt32>,
      taken: UnsafeMutableBufferPointer<UInt64>
    ) {
      (self.here, self.again, self.taken) = (here, again, taken)
      bits = taken[0]
    }

    @inline(__always)
    mutating func add(_ place: Int) {
      goTo(place >> 6)
      let bit = UInt64(1) << UInt64(truncatingIfNeeded: place & 63)
      let below = bits & (bit &- 1)
      // Mostly there are none, and counting bits takes a while where the processor is not asked to do it.
      let before = below == 0 ? takenBefore : takenBefore &+ below.nonzeroBitCount
      if bits & bit != 0 {
        again[againCount] = UInt32(truncatingIfNeeded: before)
        againCount &+= 1
      } else {
        here[hereCount] = UInt32(truncatingIfNeeded: place &- before)
        hereCount &+= 1
        taken[word] |= bit
      }
    }

    /// Gives how many places were taken before.
    mutating func end() -> Int {
      goTo(taken.count - 1)
      return takenBefore + bits.nonzeroBitCount
    }

    @inline(__always)
    private mutating func goTo(_ other: Int) {
      while word < other {
        if bits != 0 { takenBefore &+= bits.nonzeroBitCount }
        word &+= 1
        bits = taken[word]
      }
    }
  }

  /// Notes what becomes of an impact in the shorter gram's list; gives the one that a reader gets.
  @inline(__always)
  private static func change(
    _ other: UInt8, to impact: UInt8, _ changes: inout [Change]
  ) -> UInt8 {
    if other < 2 { return other }
    let name = IndexedText.Weight.name.rawValue
    guard impact >= min(other, name) else {
      changes.append(Change(isKept: false))
      return 1
    }
    guard other >= name else {
      changes.append(Change(isKept: true))
      return other
    }
    let kept = min(impact, other)
    changes.append(Change(isKept: true, steps: other - kept, most: other - name))
    return kept
  }
}
