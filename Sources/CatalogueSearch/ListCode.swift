/// What lists are written to.
protocol BitSink {
  /// Appends the low `width` bits of `value`, at most 32.
  mutating func append(_ value: Int, width: Int)
}

extension BitSink {
  /// Appends `value` ≥ 1 in Elias' gamma code.
  mutating func append(gamma value: Int) {
    let width = Int.bitWidth - value.leadingZeroBitCount
    append(0, width: width - 1)
    append(value, width: width)
  }

  /// Appends `value` ≥ 0 in Rice's code: the high bits in unary, the low `low` bits as they are.
  @inline(__always)
  mutating func append(rice value: Int, low: Int) {
    var high = value >> low
    while high > 24 {
      append((1 << 24) - 1, width: 24)
      high -= 24
    }
    append((1 << (high + 1)) - 2, width: high + 1)
    append(value & ((1 << low) - 1), width: low)
  }

  /// Appends ascending numbers below `total`, each as the gap to the one before.
  @inline(__always)
  mutating func append(numbers: some Collection<UInt32>, below total: Int) {
    let low = ListCode.lowBits(count: numbers.count, below: total)
    var next: UInt32 = 0
    for number in numbers {
      append(rice: Int(number - next), low: low)
      next = number + 1
    }
  }
}

/// How a list of pages is written.
///
/// `search-engine.js` reads it.
enum ListCode {
  /// The number of low bits of a gap between numbers, best if `count` below `total` are spread evenly.
  static func lowBits(count: Int, below total: Int) -> Int {
    var low = 0
    while count > 0, (count << (low + 1)) * 10 < total * 7 { low += 1 }
    return low
  }

  /// Writes a list that stands by itself: how many pages, which, and those whose impact is not 1.
  static func write(_ list: PageList, of pages: Int, to sink: inout some BitSink) {
    sink.append(gamma: list.pages.count)
    sink.append(numbers: list.pages, below: pages)
    let others = list.impacts.indices.filter { list.impacts[$0] != 1 }
    sink.append(gamma: others.count + 1)
    sink.append(
      numbers: others.map { UInt32(truncatingIfNeeded: $0) }, below: list.pages.count)
    for index in others {
      switch list.impacts[index] {
      case 2: sink.append(0b0, width: 1)
      case 3: sink.append(0b10, width: 2)
      default: sink.append(0b11, width: 2)
      }
    }
  }

  /// Writes a list by the places of its pages in a list that has them all, that of a shorter gram.
  ///
  /// Most pages have one only of the grams that go on from a shorter one. So pages that are in none of the
  /// lists written before are told first, then the others. A bit tells whether the former are written or
  /// those left out, whichever are fewer. Of each page whose impact in the shorter gram's list is over 1,
  /// a bit tells whether it is as much here; it is 1 otherwise.
  static func write(_ places: PlacesInList, to sink: inout some BitSink) {
    let isMost = places.isMost
    sink.append(isMost ? 1 : 0, width: 1)
    let told = isMost ? places.others : places.here
    sink.append(gamma: told.count + 1)
    sink.append(numbers: told, below: places.free)
    sink.append(gamma: places.again.count + 1)
    sink.append(numbers: places.again, below: places.taken)
    for isKept in places.isKept { sink.append(isKept ? 1 : 0, width: 1) }
  }
}

/// Writes bits, the high ones first, as characters of 15 bits each, from U+4E00 on.
///
/// Such a character is two bytes in the UTF-16 of the index files, needs no escape in JSON and is
/// half of nothing; nearly no room is lost.
struct BitWriter: BitSink {
  private(set) var characters: [UInt16] = []
  private var pending: UInt64 = 0
  private var count = 0

  /// Appends the low `width` bits of `value`, at most 32.
  @inline(__always)
  mutating func append(_ value: Int, width: Int) {
    pending = pending << UInt64(width) | UInt64(value)
    count += width
    while count >= 15 {
      count -= 15
      characters.append(0x4E00 + UInt16(truncatingIfNeeded: pending >> UInt64(count) & 0x7FFF))
    }
    pending &= (1 << UInt64(count)) - 1
  }

  /// Ends the list and gives its characters.
  mutating func finish() -> [UInt16] {
    if count > 0 { append(0, width: 15 - count) }
    defer { characters.removeAll(keepingCapacity: true) }
    return characters
  }
}

/// Bits that are put together before it is known in which file they will stand.
struct BitString: BitSink, Sendable {
  private(set) var words: [UInt32] = []
  private var pending: UInt64 = 0
  private var held = 0

  /// How many bits there are.
  var count: Int { words.count * 32 + held }

  @inline(__always)
  mutating func append(_ value: Int, width: Int) {
    pending = pending << UInt64(width) | UInt64(value)
    held += width
    if held >= 32 {
      held -= 32
      words.append(UInt32(truncatingIfNeeded: pending >> UInt64(held)))
      pending &= (1 << UInt64(held)) - 1
    }
  }

  /// Fills the last word up, so that what comes next begins with a word.
  mutating func alignToWord() {
    if held > 0 { append(0, width: 32 - held) }
  }
}
