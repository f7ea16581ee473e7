/// The places in the indexed text where each character stands, character by character.
struct Places: Sendable {
  /// Places in `IndexedText.units`, grouped by the unit there and ascending in each group.
  let all: [UInt32]
  /// The groups in the order of their units: where each is in `all`.
  let groups: [Range<Int>]

  init(_ text: IndexedText) {
    var counts = [Int](repeating: 0, count: 1 << 16)
    for unit in text.units { counts[Int(unit)] += 1 }
    counts[0] = 0
    var groups: [Range<Int>] = []
    var next = 0
    var starts = counts
    for unit in counts.indices where counts[unit] > 0 {
      groups.append(next..<next + counts[unit])
      starts[unit] = next
      next += counts[unit]
    }
    var all = [UInt32](repeating: 0, count: next)
    for (place, unit) in text.units.enumerated() where unit != 0 {
      all[starts[Int(unit)]] = UInt32(truncatingIfNeeded: place)
      starts[Int(unit)] += 1
    }
    self.all = all
    self.groups = groups
  }

  /// The groups in about `count` portions of equal weight.
  func portions(_ count: Int) -> [ArraySlice<Range<Int>>] {
    let target = max(1, all.count / max(1, count))
    var portions: [ArraySlice<Range<Int>>] = []
    var start = 0
    var weight = 0
    for (index, group) in groups.enumerated() {
      weight += group.count
      if weight >= target || index == groups.count - 1 {
        portions.append(groups[start...index])
        start = index + 1
        weight = 0
      }
    }
    return portions
  }
}

/// Tells which page a place is on, for places that are asked in ascending order.
struct PageNumbers: Sendable {
  private let ends: [UInt32]
  /// The page of every 256th place.
  private let coarse: [UInt32]

  init(_ text: IndexedText) {
    ends = text.ends.map { UInt32(truncatingIfNeeded: $0) }
    var coarse: [UInt32] = []
    var page = 0
    for place in stride(from: 0, to: text.units.count, by: 256) {
      while page < ends.count, Int(ends[page]) <= place { page += 1 }
      coarse.append(UInt32(truncatingIfNeeded: page))
    }
    self.coarse = coarse
  }

  @inline(__always)
  func page(of place: UInt32) -> UInt32 {
    var page = coarse[Int(place >> 8)]
    while ends[Int(page)] <= place { page += 1 }
    return page
  }

  /// Whether the places, which ascend, are on more than `limit` pages.
  func areMore(_ places: ArraySlice<UInt32>, than limit: Int) -> Bool {
    if places.count <= limit { return false }
    var count = 0
    var last = UInt32.max
    for place in places {
      let page = page(of: place)
      if page != last {
        last = page
        count += 1
        if count > limit { return true }
      }
    }
    return false
  }
}

/// Splits the places of a gram by the unit that follows.
struct PlaceSplitter {
  /// The places where the gram goes on with a unit.
  struct Part {
    let unit: UInt16
    let range: Range<Int>
  }

  private var counts = [UInt32](repeating: 0, count: 1 << 16)
  /// The unit that follows each place at hand, 0 where it is left out.
  private var following: [UInt16] = []

  /// Writes the places of `source[range]` to `target`, part by part in the order of the units.
  ///
  /// A place where the unit `offset` further is 0, or `mask` is 0, is left out; other masks have all bits.
  /// Places keep their order within a part.
  @inline(__always)
  mutating func split(
    _ source: [UInt32], _ range: Range<Int>, at offset: Int, of units: [UInt16],
    into target: inout [UInt32], mask: (Int) -> UInt16
  ) -> [Part] {
    let size = range.count
    if following.count < size {
      following = [UInt16](repeating: 0, count: max(size, following.count * 2))
    }
    if target.count < size { target = [UInt32](repeating: 0, count: max(size, target.count * 2)) }
    var seen: [UInt16] = []
    var parts: [Part] = []
    let start = range.lowerBound
    source.withUnsafeBufferPointer { source in
      units.withUnsafeBufferPointer { units in
        counts.withUnsafeMutableBufferPointer { counts in
          following.withUnsafeMutableBufferPointer { following in
            // First only fetched, without a branch: a guess that proves wrong throws away the fetches
            // behind it, and then each is waited for by itself.
            for index in 0..<size {
              let place = Int(source[start + index])
              following[index] = units[place + offset] & mask(place)
            }
            for index in 0..<size {
              let unit = following[index]
              if counts[Int(unit)] == 0, unit != 0 { seen.append(unit) }
              counts[Int(unit)] += 1
            }
            seen.sort()
            parts.reserveCapacity(seen.count)
            var next = 0
            for unit in seen {
              let count = Int(counts[Int(unit)])
              parts.append(Part(unit: unit, range: next..<next + count))
              counts[Int(unit)] = UInt32(truncatingIfNeeded: next)
              next += count
            }
            target.withUnsafeMutableBufferPointer { target in
              for index in 0..<size where following[index] != 0 {
                let unit = Int(following[index])
                target[Int(counts[unit])] = source[start + index]
                counts[unit] += 1
              }
            }
            for unit in seen { counts[Int(unit)] = 0 }
            counts[0] = 0
          }
        }
      }
    }
    return parts
  }
}
