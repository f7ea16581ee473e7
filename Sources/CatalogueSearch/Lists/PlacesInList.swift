/// Where the pages of a list are in the list of a shorter gram, which has them all.
///
/// A page of the shorter gram's list is taken if a list written before has it, else free. Places are
/// counted among the free and among the taken pages.
struct PlacesInList: Sendable {
  /// How many pages were free, and how many taken.
  private(set) var free = 0
  private(set) var taken = 0
  /// Of the free places, those that the list has.
  private(set) var here: [UInt32] = []
  /// Of the taken places, those that the list has too.
  private(set) var again: [UInt32] = []
  /// Of each page whose impact is over 1 in the other list, what it is in this one.
  private(set) var changes: [Change] = []

  /// What becomes of an impact over 1 in the list of a longer gram.
  struct Change {
    /// Whether it is a heading or a name still.
    let isKept: Bool
    /// By how much a name's impact is less, and by how much it can be.
    var steps = 0
    var most = 0
  }

  /// How many pages in words of bits before the one of `next` are taken.
  private var takenBefore = 0
  private var word = 0
  /// The word of `word` as it was before this list.
  private var bits: UInt64 = 0

  /// Whether the list has most of the free places.
  var isMost: Bool { here.count * 2 > free }

  /// Reads the list of a gram from its windows, which have places in the list of the shorter gram.
  ///
  /// `list` gets the impacts that a reader gets, or, if it `keepsImpacts`, those of the windows: these are to
  /// be told otherwise.
  mutating func read(
    _ windows: ArraySlice<GramWindow>, in shorter: inout PageList, to list: inout PageList,
    keepsImpacts: Bool
  ) {
    here.removeAll(keepingCapacity: true)
    again.removeAll(keepingCapacity: true)
    changes.removeAll(keepingCapacity: true)
    (takenBefore, word) = (0, 0)
    bits = shorter.taken[0]
    list.removeAll()
    PageList.eachPage(of: windows) { place, best in
      note(place, in: &shorter)
      list.add(keepsImpacts ? best : change(shorter.impacts[Int(place)], to: best))
    }
    list.end()
    goTo(shorter.count >> 6, in: shorter)
    taken = takenBefore + bits.nonzeroBitCount
    free = shorter.count - taken
  }

  /// Notes the place of the next page.
  @inline(__always)
  private mutating func note(_ page: UInt32, in shorter: inout PageList) {
    let place = Int(page)
    goTo(place >> 6, in: shorter)
    let bit = UInt64(1) << UInt64(place & 63)
    let before = takenBefore + (bits & (bit - 1)).nonzeroBitCount
    if bits & bit != 0 {
      again.append(UInt32(truncatingIfNeeded: before))
    } else {
      here.append(UInt32(truncatingIfNeeded: place - before))
      shorter.taken[word] |= bit
    }
  }

  /// Notes what becomes of an impact in the shorter gram's list; gives the one that a reader gets.
  @inline(__always)
  private mutating func change(_ other: UInt8, to impact: UInt8) -> UInt8 {
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
    changes.append(Change(isKept: true, steps: Int(other - kept), most: Int(other - name)))
    return kept
  }

  @inline(__always)
  private mutating func goTo(_ other: Int, in shorter: PageList) {
    while word < other {
      takenBefore += bits.nonzeroBitCount
      word += 1
      bits = shorter.taken[word]
    }
  }
}
