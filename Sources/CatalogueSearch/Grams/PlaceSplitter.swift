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
