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

  /// Where the next page is looked for.
  private var next = 0
  /// How many pages in words of bits before the one of `next` are taken.
  private var takenBefore = 0
  private var word = 0
  /// The word of `word` as it was before this list.
  private var bits: UInt64 = 0

  /// Whether the list has most of the free places.
  var isMost: Bool { here.count * 2 > free }

  /// The free places that the list has not.
  var others: [UInt32] {
    var others: [UInt32] = []
    others.reserveCapacity(free - here.count)
    var place: UInt32 = 0
    for one in here {
      while place < one {
        others.append(place)
        place += 1
      }
      place += 1
    }
    while place < free {
      others.append(place)
      place += 1
    }
    return others
  }

  /// Begins a list.
  mutating func begin(in shorter: PageList) {
    here.removeAll(keepingCapacity: true)
    again.removeAll(keepingCapacity: true)
    changes.removeAll(keepingCapacity: true)
    (next, takenBefore, word) = (0, 0, 0)
    bits = shorter.taken[0]
  }

  /// Notes the next page of the list; gives the impact that a reader gets.
  @inline(__always)
  mutating func note(_ page: UInt32, _ impact: UInt8, in shorter: inout PageList) -> UInt8 {
    let place = find(page, in: shorter.pages)
    next = place + 1
    goTo(place >> 6, in: shorter)
    let bit = UInt64(1) << UInt64(place & 63)
    let before = takenBefore + (bits & (bit - 1)).nonzeroBitCount
    if bits & bit != 0 {
      again.append(UInt32(truncatingIfNeeded: before))
    } else {
      here.append(UInt32(truncatingIfNeeded: place - before))
      shorter.taken[word] |= bit
    }
    let other = shorter.impacts[place]
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

  /// Leaves the impacts to be told otherwise.
  mutating func forgetChanges() { changes.removeAll(keepingCapacity: true) }

  /// Ends the list.
  mutating func end(in shorter: PageList) {
    goTo(shorter.pages.count >> 6, in: shorter)
    taken = takenBefore + bits.nonzeroBitCount
    free = shorter.pages.count - taken
  }

  @inline(__always)
  private mutating func goTo(_ other: Int, in shorter: PageList) {
    while word < other {
      takenBefore += bits.nonzeroBitCount
      word += 1
      bits = shorter.taken[word]
    }
  }

  /// Finds a page that is at `next` or later: by doubling steps, then by halves.
  @inline(__always)
  private func find(_ page: UInt32, in pages: [UInt32]) -> Int {
    var low = next
    var step = 1
    while low + step < pages.count, pages[low + step] <= page {
      low += step
      step *= 2
    }
    while step > 1 {
      step /= 2
      if low + step < pages.count, pages[low + step] <= page { low += step }
    }
    return low
  }
}
