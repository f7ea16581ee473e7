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
