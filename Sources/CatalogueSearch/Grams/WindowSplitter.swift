/// Splits the windows of a gram by the unit that follows it.
struct WindowSplitter {
  /// The windows in which the gram goes on with the unit of a rank.
  struct Part {
    let rank: UInt16
    /// How many windows there are.
    let count: Int
    /// Where the windows stand after they were moved.
    fileprivate(set) var range = 0..<0
  }

  /// By rank, how many windows go on with it; 0 but while they are counted.
  private var counts: [UInt32]
  /// By rank, how many pages have been counted, and the last of them.
  private var pages: [(count: UInt32, last: UInt32)]
  /// By rank, where the next window goes; `nowhere` but while windows are moved.
  private var places: [UInt32]
  /// The ranks that were met, as they came.
  private var seen: [UInt16] = []

  /// What windows of a rank that is left out have as the place of the next one.
  private static let nowhere = UInt32.max

  /// Splits windows of a text that has so many ranks.
  init(ranks: Int) {
    counts = [UInt32](repeating: 0, count: ranks)
    pages = [(count: UInt32, last: UInt32)](repeating: (0, .max), count: ranks)
    places = [UInt32](repeating: Self.nowhere, count: ranks)
  }

  /// Counts the windows that have one of some ranks `offset` behind their first one, in the order of the
  /// ranks; all ranks if `some` is nil.
  ///
  /// Windows in which the run has ended are left out.
  mutating func parts(
    of windows: UnsafeBufferPointer<GramWindow>, at offset: Int, among some: ArraySlice<UInt16>?
  ) -> [Part] {
    let place = GramWindow.Place(offset: offset)
    return counts.withUnsafeMutableBufferPointer { counts in
      // The counts have a place for each rank of the text.
      for window in windows { counts[window.rank(at: place)] &+= 1 }
      var parts: [Part] = []
      func add(_ rank: Int) {
        let count = Int(counts[rank])
        if count > 0 { parts.append(Part(rank: UInt16(truncatingIfNeeded: rank), count: count)) }
      }
      if let some {
        for rank in some { add(Int(rank)) }
      } else {
        for rank in counts.indices.dropFirst() { add(rank) }
      }
      // Going over the table is quicker than over the windows, unless there are many more ranks.
      if counts.count / 16 < windows.count {
        counts.update(repeating: 0)
      } else {
        for window in windows { counts[window.rank(at: place)] = 0 }
      }
      return parts
    }
  }

  /// Counts the windows that have a rank `offset` behind their first one, if they are on more than `limit`
  /// pages, in the order of the ranks.
  ///
  /// Windows in which the run has ended are left out; windows stand in the order of their pages.
  mutating func parts(
    of windows: UnsafeBufferPointer<GramWindow>, at offset: Int, onMoreThan limit: Int
  ) -> [Part] {
    seen.removeAll(keepingCapacity: true)
    let place = GramWindow.Place(offset: offset)
    return counts.withUnsafeMutableBufferPointer { counts in
      pages.withUnsafeMutableBufferPointer { pages in
        for window in windows {
          let rank = window.rank(at: place)
          let count = counts[rank]
          if count == 0 { seen.append(UInt16(truncatingIfNeeded: rank)) }
          counts[rank] = count &+ 1
          pages[rank].count &+= pages[rank].last == window.page ? 0 : 1
          pages[rank].last = window.page
        }
        var frequent = seen.filter { $0 > 0 && pages[Int($0)].count > limit }
        frequent.sort()
        let parts = frequent.map { Part(rank: $0, count: Int(counts[Int($0)])) }
        for rank in seen {
          counts[Int(rank)] = 0
          pages[Int(rank)] = (0, .max)
        }
        return parts
      }
    }
  }

  /// Writes the windows of `parts` to `target`, part after part, and tells the parts where they stand.
  ///
  /// Windows keep their order in a part. They get the place of their page among those of `windows`, unless
  /// `keepsPages`. `parts` are some of those that were counted; `target` has room for them.
  mutating func move(
    _ parts: inout [Part], of windows: UnsafeBufferPointer<GramWindow>, at offset: Int,
    keepsPages: Bool, to target: UnsafeMutableBufferPointer<GramWindow>
  ) {
    let following = GramWindow.Place(offset: offset)
    places.withUnsafeMutableBufferPointer { places in
      var size = 0
      for index in parts.indices {
        parts[index].range = size..<size + parts[index].count
        places[Int(parts[index].rank)] = UInt32(truncatingIfNeeded: size)
        size += parts[index].count
      }
      if keepsPages {
        Self.write(windows, at: following, places, target) { window, _ in window }
      } else {
        Self.write(windows, at: following, places, target) { $0.at(page: $1) }
      }
      for part in parts { places[Int(part.rank)] = Self.nowhere }
    }
  }

  /// Writes each window where the next one of its rank goes; `change` gets the place of its page.
  @inline(__always)
  private static func write(
    _ windows: UnsafeBufferPointer<GramWindow>, at following: GramWindow.Place,
    _ places: UnsafeMutableBufferPointer<UInt32>,
    _ target: UnsafeMutableBufferPointer<GramWindow>,
    _ change: (GramWindow, UInt32) -> GramWindow
  ) {
    var last = windows.first?.page ?? 0
    var place: UInt32 = 0
    for window in windows {
      place &+= window.page == last ? 0 : 1
      last = window.page
      let rank = window.rank(at: following)
      let next = places[rank]
      if next == nowhere { continue }
      // As many windows are moved as were counted, and `target` has room for these.
      target.initializeElement(at: Int(next), to: change(window, place))
      places[rank] = next &+ 1
    }
  }
}
