/// Takes apart the JSON that was written of a page: values that stand one after another with commas between them.
///
/// So the texts of thousands of pages are in memory once, as their files will have them.
struct WrittenValues {
  private let units: ArraySlice<UInt16>
  private var place: Int

  /// Begins at the first unit of the first value.
  init(_ units: ArraySlice<UInt16>) {
    self.units = units
    place = units.startIndex
  }

  /// Whether there is another value.
  var hasMore: Bool {
    place < units.endIndex && units[place] != UInt16(UInt8(ascii: "]"))
  }

  /// The next value as it is written, a string or an array.
  mutating func next() -> ArraySlice<UInt16> {
    let start = place
    var depth = 0
    units.withUnsafeBufferPointer { all in
      var index = start - units.startIndex
      repeat {
        switch all[index] {
        case UInt16(UInt8(ascii: "[")): depth += 1
        case UInt16(UInt8(ascii: "]")): depth -= 1
        case UInt16(UInt8(ascii: "\"")): index = Self.lastUnit(ofStringAt: index, in: all)
        default: break
        }
        index += 1
      } while depth > 0
      place = units.startIndex + index
    }
    let value = units[start..<place]
    if place < units.endIndex, units[place] == UInt16(UInt8(ascii: ",")) { place += 1 }
    return value
  }

  /// The values of the next value, an array.
  mutating func nextValues() -> WrittenValues { WrittenValues(next().dropFirst().dropLast()) }

  /// The place of the quote that ends a string.
  private static func lastUnit(
    ofStringAt start: Int, in units: UnsafeBufferPointer<UInt16>
  ) -> Int {
    var index = start + 1
    while units[index] != UInt16(UInt8(ascii: "\"")) {
      index += units[index] == UInt16(UInt8(ascii: "\\")) ? 2 : 1
    }
    return index
  }
}
