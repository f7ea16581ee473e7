/// Splits the windows of a gram by the unit that follows it.
struct WindowSplitter {
  /// The windows in which the gram goes on with a unit.
  struct Part {
    let unit: UInt16
    /// How many windows there are.
    let count: Int
    /// How many pages there are; 0 where nobody asks.
    let pages: Int
    /// Where the windows stand after they were moved.
    fileprivate(set) var range = 0..<0
  }

  /// By unit, how many windows go on with it, or, while windows are moved, where the next one goes.
  private var counts = [UInt32](repeating: 0, count: 1 << 16)
  /// By unit, how many pages have been counted, and the last of them.
  private var pages = [(count: UInt32, last: UInt32)](repeating: (0, .max), count: 1 << 16)
  private var seen: [UInt16] = []

  /// What windows of a unit that is left out have as the place of the next one.
  private static let nowhere = UInt32.max

  /// Counts the units `offset` behind the first ones of `windows`, in the order of the units.
  ///
  /// Windows in which the run has ended are left out.
  mutating func parts(of windows: ArraySlice<GramWindow>, at offset: Int) -> [Part] {
    count(windows, at: offset) { _, _ in }
    let parts = seen.map { Part(unit: $0, count: Int(counts[Int($0)]), pages: 0) }
    for unit in seen { counts[Int(unit)] = 0 }
    return parts
  }

  /// The same, with the number of pages of each part; windows stand in the order of their pages.
  mutating func partsWithPages(of windows: ArraySlice<GramWindow>, at offset: Int) -> [Part] {
    var known: [(count: UInt32, last: UInt32)] = []
    swap(&known, &pages)
    known.withUnsafeMutableBufferPointer { known in
      count(windows, at: offset) { unit, page in
        known[unit].count &+= known[unit].last == page ? 0 : 1
        known[unit].last = page
      }
    }
    let parts = seen.map { unit in
      Part(unit: unit, count: Int(counts[Int(unit)]), pages: Int(known[Int(unit)].count))
    }
    for unit in seen {
      counts[Int(unit)] = 0
      known[Int(unit)] = (0, .max)
    }
    known[0] = (0, .max)
    swap(&known, &pages)
    return parts
  }

  /// Counts the windows by unit; `visit` is told each unit and page.
  @inline(__always)
  private mutating func count(
    _ windows: ArraySlice<GramWindow>, at offset: Int, _ visit: (Int, UInt32) -> Void
  ) {
    Self.count(windows, at: offset, &counts, &seen, visit)
    seen.sort()
    counts[0] = 0
    if seen.first == 0 { seen.removeFirst() }
  }

  @inline(__always)
  private static func count(
    _ windows: ArraySlice<GramWindow>, at offset: Int, _ counts: inout [UInt32],
    _ seen: inout [UInt16], _ visit: (Int, UInt32) -> Void
  ) {
    seen.removeAll(keepingCapacity: true)
    let place = GramWindow.Place(offset: offset)
    windows.withUnsafeBufferPointer { windows in
      // A unit has 16 bits, and there are as many counts.
      counts.withUnsafeMutableBufferPointer { counts in
        for window in windows {
          let unit = window.unit(at: place)
          let count = counts[unit]
          if count == 0 { seen.append(UInt16(truncatingIfNeeded: unit)) }
          counts[unit] = count &+ 1
          visit(unit, window.page)
        }
      }
    }
  }

  /// Writes the windows of `parts` to `target`, part after part, and tells the parts where they stand.
  ///
  /// Windows keep their order in a part. They get the place of their page among those of `windows`, unless
  /// `keepsPages`. `parts` are some of those that were counted.
  mutating func move(
    _ parts: inout [Part], of windows: ArraySlice<GramWindow>, at offset: Int, keepsPages: Bool,
    to target: inout [GramWindow]
  ) {
    var size = 0
    for unit in seen { counts[Int(unit)] = Self.nowhere }
    counts[0] = Self.nowhere
    for index in parts.indices {
      parts[index].range = size..<size + parts[index].count
      counts[Int(parts[index].unit)] = UInt32(truncatingIfNeeded: size)
      size += parts[index].count
    }
    if target.count < size {
      let empty = GramWindow(following: 0, last: 0, weight: 0, page: 0)
      target = [GramWindow](repeating: empty, count: max(size, target.count * 2))
    }
    if keepsPages {
      write(windows, at: offset, to: &target) { window, _ in window }
    } else {
      write(windows, at: offset, to: &target) { window, place in window.at(page: place) }
    }
    for unit in seen { counts[Int(unit)] = 0 }
    counts[0] = 0
  }

  /// Writes each window where the next one of its unit goes; `change` gets the place of its page.
  @inline(__always)
  private mutating func write(
    _ windows: ArraySlice<GramWindow>, at offset: Int, to target: inout [GramWindow],
    _ change: (GramWindow, UInt32) -> GramWindow
  ) {
    let following = GramWindow.Place(offset: offset)
    windows.withUnsafeBufferPointer { windows in
      counts.withUnsafeMutableBufferPointer { counts in
        target.withUnsafeMutableBufferPointer { target in
          var last = windows.first?.page ?? 0
          var place: UInt32 = 0
          for window in windows {
            place &+= window.page == last ? 0 : 1
            last = window.page
            let unit = window.unit(at: following)
            let next = counts[unit]
            if next == Self.nowhere { continue }
            // As many windows are moved as were counted, and `target` has room for these.
            target[Int(next)] = change(window, place)
            counts[unit] = next &+ 1
          }
        }
      }
    }
  }
}
