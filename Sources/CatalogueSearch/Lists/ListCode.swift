/// How a list of pages is written.
///
/// `search-lists.js` reads it.
enum ListCode {
  /// The number of low bits of a gap between numbers, best if `count` below `total` are spread evenly.
  static func lowBits(count: Int, below total: Int) -> Int {
    var low = 0
    while count > 0, (count << (low + 1)) * SearchFormat.gapFactor < total * SearchFormat.gapShare {
      low += 1
    }
    return low
  }

  /// Writes a list that stands by itself: how many pages, which, and their impacts.
  static func write(_ list: PageList, of pages: Int, to sink: inout some BitSink) {
    sink.append(counted: list.pages, below: pages)
    write(impactsOf: list, to: &sink)
  }

  /// Writes the impacts of a list that are not 1: on how many of its pages, on which, which they are.
  static func write(impactsOf list: PageList, to sink: inout some BitSink) {
    let others = list.impacts.indices.lazy.filter { list.impacts[$0] != 1 }.map {
      UInt32(truncatingIfNeeded: $0)
    }
    let places = Array(others)
    sink.append(gamma: places.count + 1)
    sink.append(numbers: places, below: list.count)
    for place in places {
      switch list.impacts[Int(place)] {
      case 2: sink.append(0b0, width: 1)
      case 0: sink.append(0b10, width: 2)
      case IndexedText.Weight.name.rawValue: sink.append(0b110, width: 3)
      case let impact:
        let longer = Int(impact - IndexedText.Weight.name.rawValue) - 1
        sink.append(0b111, width: 3)
        sink.append(longer, width: SearchFormat.nameBits)
      }
    }
  }

  /// Writes a list by the places of its pages in a list that has them all, that of a shorter gram.
  ///
  /// Most pages have one only of the grams that go on from a shorter one. So pages that are in none of the
  /// lists written before are told first, then the others. A bit tells whether the former are written or
  /// those left out, whichever are fewer. Of each page whose impact in the shorter gram's list is over 1,
  /// a bit tells whether it is a heading or a name here too; it is 1 otherwise. Of a name a 1 stands for each
  /// step that the impact is less, then a 0 unless it is the least. The impacts of a gram of two, which the
  /// single character does not tell, are written by themselves.
  static func write(_ places: borrowing PlacesInList, to sink: inout BitString) {
    let isMost = places.isMost
    sink.append(isMost ? 1 : 0, width: 1)
    if isMost {
      sink.append(gamma: places.free - places.here.count + 1)
      sink.append(numbersBut: places.here, below: places.free)
    } else {
      sink.append(gamma: places.here.count + 1)
      sink.append(numbers: places.here, below: places.free)
    }
    sink.append(gamma: places.again.count + 1)
    sink.append(numbers: places.again, below: places.taken)
    for change in places.changes {
      sink.append(change.isKept ? 1 : 0, width: 1)
      guard change.isKept else { continue }
      for _ in 0..<change.steps { sink.append(1, width: 1) }
      if change.steps < change.most { sink.append(0, width: 1) }
    }
  }
}
