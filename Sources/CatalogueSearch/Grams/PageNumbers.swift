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
