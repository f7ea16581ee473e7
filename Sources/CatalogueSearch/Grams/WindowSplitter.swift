/// Splits the windows of a gram by the unit that follows it.
struct WindowSplitter {
  /// The windows in which the gram goes on with a unit.
  struct Part {
    let unit: UInt16
    /// How many windows and how many pages there are.
    let count: Int
    let pages: Int
    /// Where the windows stand after they were moved.
    fileprivate(set) var range = 0..<0
  }

  /// What is known of a unit while windows are read.
  private struct Entry {
    var count: UInt32 = 0
    var pages: UInt32 = 0
    /// The page that was counted last; where windows are moved, the place of the next one.
    var last = UInt32.max
  }

  private var entries = [Entry](repeating: Entry(), count: 1 << 16)
  private var seen: [UInt16] = []

  /// Counts the units `offset` behind the first ones of `windows`, in the order of the units.
  ///
  /// Windows in which the run has ended are left out. Windows stand in the order of their pages.
  mutating func parts(of windows: ArraySlice<GramWindow>, at offset: Int) -> [Part] {
    seen.removeAll(keepingCapacity: true)
    windows.withUnsafeBufferPointer { windows in
      entries.withUnsafeMutableBufferPointer { entries in
        for window in windows {
          let unit = window.unit(at: offset)
          let place = Int(unit)
          if entries[place].count == 0, unit != 0 { seen.append(unit) }
          entries[place].count &+= 1
          entries[place].pages &+= entries[place].last == window.page ? 0 : 1
          entries[place].last = window.page
        }
      }
    }
    seen.sort()
    let parts = seen.map { unit in
      let entry = entries[Int(unit)]
      return Part(unit: unit, count: Int(entry.count), pages: Int(entry.pages))
    }
    for unit in seen { entries[Int(unit)] = Entry() }
    entries[0] = Entry()
    return parts
  }

  /// Writes the windows of `parts` to `target`, part after part, and tells the parts where they stand.
  ///
  /// Windows keep their order in a part. They get the place of their page among those of `windows`, unless
  /// `keepsPages`.
  mutating func move(
    _ parts: inout [Part], of windows: ArraySlice<GramWindow>, at offset: Int, keepsPages: Bool,
    to target: inout [GramWindow]
  ) {
    var size = 0
    for index in parts.indices {
      parts[index].range = size..<size + parts[index].count
      entries[Int(parts[index].unit)].last = UInt32(truncatingIfNeeded: size)
      size += parts[index].count
    }
    if target.count < size {
      let empty = GramWindow(following: 0, last: 0, weight: 0, page: 0)
      target = [GramWindow](repeating: empty, count: max(size, target.count * 2))
    }
    windows.withUnsafeBufferPointer { windows in
      entries.withUnsafeMutableBufferPointer { entries in
        target.withUnsafeMutableBufferPointer { target in
          var last = windows.first?.page ?? 0
          var place: UInt32 = 0
          for window in windows {
            place &+= window.page == last ? 0 : 1
            last = window.page
            let unit = Int(window.unit(at: offset))
            let next = entries[unit].last
            if next == .max { continue }
            // `next` is below `size`: as many windows are moved as were counted.
            target[Int(next)] = window
            if !keepsPages { target[Int(next)].page = place }
            entries[unit].last = next &+ 1
          }
        }
      }
    }
    for part in parts { entries[Int(part.unit)] = Entry() }
  }
}
