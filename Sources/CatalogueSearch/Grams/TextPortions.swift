import Parallelism

/// The places of a text in portions, by the unit that stands there.
///
/// Lists are made portion by portion: windows take sixteen bytes a place, and so only those of the portions
/// at hand are in memory.
struct TextPortions: Sendable {
  /// The windows that begin with one unit, as they stand in their portion.
  struct Group: Sendable {
    let rank: UInt16
    let range: Range<Int>
  }

  /// The groups of neighbouring units.
  struct Portion: Sendable {
    let number: Int
    fileprivate(set) var groups: [Group] = []

    /// How many windows there are.
    var count: Int { groups.last?.range.upperBound ?? 0 }
  }

  /// How many pages there are.
  var pageCount: Int { text.ends.count }
  /// How many places there are.
  let count: Int
  let alphabet: Alphabet
  let portions: [Portion]

  /// The text, with ranks instead of units.
  private let text: IndexedText
  /// The places of each block of the text, portion by portion, less the place where the block begins.
  private let blocks: [Block]
  private struct Block: Sendable {
    var places: [UInt16]
    /// Where the places of each portion begin, and after the last one where they end.
    var starts: [Int]

    func places(of portion: Int) -> ArraySlice<UInt16> {
      places[starts[portion]..<starts[portion + 1]]
    }
  }

  /// The number of a portion is told by a byte; more portions are hardly of use.
  private static let mostPortions = 64
  /// Places of a block are told by two bytes.
  private static let blockSize = 1 << 16

  /// Sorts the places of `text` into about `count` portions of equal size, or fewer.
  ///
  /// The text is empty afterwards: portions have it as ranks.
  init(_ text: inout IndexedText, count: Int, workers: Int) async {
    var ranked = IndexedText()
    swap(&ranked, &text)
    var counts: [Int]
    (alphabet, counts) = ranked.rank()
    counts[0] = 0
    let all = counts.reduce(0, +)
    let size = all / max(1, min(count, Self.mostPortions)) + 1
    var portions: [Portion] = []
    var numbers = [UInt8](repeating: 0, count: alphabet.count)
    for rank in 1..<alphabet.count {
      if portions.last.map({ $0.count >= size }) ?? true {
        portions.append(Portion(number: portions.count))
      }
      let place = portions.count - 1
      let start = portions[place].count
      portions[place].groups.append(
        Group(
          rank: UInt16(truncatingIfNeeded: rank), range: start..<start + counts[rank]))
      numbers[rank] = UInt8(truncatingIfNeeded: place)
    }
    numbers[0] = UInt8(truncatingIfNeeded: portions.count)
    let portionCount = portions.count
    let starts = Array(stride(from: 0, to: ranked.units.count, by: Self.blockSize))
    blocks = await Parallel.map(starts, workers: workers) { [ranked, numbers] start in
      let end = min(start + Self.blockSize, ranked.units.count)
      return Self.block(ranked.units[start..<end], numbers, portionCount)
    }
    self.count = all
    self.portions = portions
    self.text = ranked
  }

  /// Sorts the places of one block by the portion of the unit there; `numbers` tells it.
  private static func block(
    _ units: ArraySlice<UInt16>, _ numbers: [UInt8], _ count: Int
  ) -> Block {
    // Zeros are counted as a portion of their own, after all others.
    var starts = [Int](repeating: 0, count: count + 2)
    let (units, numbers) = (units.span, numbers.span)
    for index in units.indices { starts[Int(numbers[Int(units[index])]) + 1] += 1 }
    for number in 0...count { starts[number + 1] += starts[number] }
    var next = starts
    var places = [UInt16](repeating: 0, count: units.count)
    var sorted = places.mutableSpan
    var nextPlaces = next.mutableSpan
    for index in units.indices {
      let number = Int(numbers[Int(units[index])])
      sorted[nextPlaces[number]] = UInt16(truncatingIfNeeded: index)
      nextPlaces[number] &+= 1
    }
    places.removeLast(places.count - starts[count])
    return Block(places: places, starts: starts)
  }

  /// Writes the windows of a portion, group by group; those of a group are in the order of the text.
  ///
  /// Where nobody asks for weights they are not read, for they are a third of the text.
  @inline(__always)
  func windows(
    of portion: Portion, to windows: UnsafeMutableBufferPointer<GramWindow>, hasWeights: Bool
  ) {
    var next = [Int](repeating: 0, count: alphabet.count)
    for group in portion.groups { next[Int(group.rank)] = group.range.lowerBound }
    text.units.withUnsafeBufferPointer { units in
      text.weights.withUnsafeBufferPointer { weights in
        text.ends.withUnsafeBufferPointer { ends in
          next.withUnsafeMutableBufferPointer { next in
            var page = 0
            for (number, block) in blocks.enumerated() {
              let first = number * Self.blockSize
              for place in block.places(of: portion.number) {
                let place = first &+ Int(place)
                while ends[page] <= place { page &+= 1 }
                let unit = Int(units[place])
                // Each place fills one window: a group is as long as the text has its unit.
                windows.initializeElement(
                  at: next[unit],
                  to: Self.window(
                    at: place, units, hasWeights ? weights[place] : 0,
                    UInt32(truncatingIfNeeded: page)))
                next[unit] &+= 1
              }
            }
          }
        }
      }
    }
  }

  /// The window at a place; behind the end of the text there are zeros.
  @inline(__always)
  private static func window(
    at place: Int, _ units: UnsafeBufferPointer<UInt16>, _ weight: UInt8, _ page: UInt32
  ) -> GramWindow {
    if place + 5 < units.count {
      let following =
        UInt64(units[place + 1]) | UInt64(units[place + 2]) << 16 | UInt64(units[place + 3]) << 32
        | UInt64(units[place + 4]) << 48
      return GramWindow(following: following, last: units[place + 5], weight: weight, page: page)
    }
    var following: UInt64 = 0
    for offset in 1..<5 where place + offset < units.count {
      following |= UInt64(units[place + offset]) << UInt64(offset * 16 - 16)
    }
    return GramWindow(following: following, last: 0, weight: weight, page: page)
  }
}
