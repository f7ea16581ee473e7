/// Numbers as units: a digit tells whether its number begins or ends there.
///
/// So a number in a query is one in a text, or none of it: 第5期 is not in 第15期, and 100億円 not in 1,100億円. A comma
/// between groups of three digits goes; points between digits belong to the number, also those of a date. Digits
/// behind 万, 億 or 兆 go on from those before: 8,000人 is not in 3万8,000人. What joins two numbers is a unit too.
/// `search-folding.js` has the same.
enum NumberUnits {
  @inline(__always)
  private static func isDigit(_ unit: UInt16) -> Bool { unit >= 0x30 && unit <= 0x39 }

  /// 万, 億 and 兆.
  private static let myriads: [UInt16] = [0x4E07, 0x5104, 0x5146]

  /// The units of `SearchFormat.signs`, each with what stands for it.
  private static let signs: [UInt16: UInt16] = Dictionary(
    SearchFormat.signs.enumerated().flatMap { place, signs in
      signs.utf16.map { ($0, SearchFormat.sign + UInt16(place)) }
    }, uniquingKeysWith: { first, _ in first })

  /// Marks the digits of folded units; gives how many units are left.
  static func mark(_ units: UnsafeMutableBufferPointer<UInt16>) -> Int {
    var (read, written) = (0, 0)
    while read < units.count {
      guard isDigit(units[read]) else {
        units[written] = units[read]
        (read, written) = (read + 1, written + 1)
        continue
      }
      let start = written
      let isBegun =
        start > 1 && myriads.contains(units[start - 1]) && isLastDigit(units[start - 2])
      while read < units.count {
        if isDigit(units[read]) {
          units[written] = units[read]
          written += 1
        } else if units[read] == 0x2E, read + 1 < units.count, isDigit(units[read + 1]) {
          units[written] = SearchFormat.point
          written += 1
        } else if !isComma(units, at: read) {
          break
        }
        read += 1
      }
      markEnds(UnsafeMutableBufferPointer(rebasing: units[start..<written]), isBegun: isBegun)
      if let (sign, next) = sign(in: units, at: read) {
        units[written] = sign
        (read, written) = (next, written + 1)
      }
    }
    return written
  }

  /// The unit of what joins the number before a place to one behind it, and where that begins.
  ///
  /// Spaces alone join as they do between words.
  private static func sign(
    in units: UnsafeMutableBufferPointer<UInt16>, at place: Int
  ) -> (sign: UInt16, next: Int)? {
    var next = place
    while next < units.count, GramText.isJoiner(units[next]) { next += 1 }
    guard next > place, next < units.count, isDigit(units[next]),
      let first = units[place..<next].first(where: { $0 != 0x20 })
    else { return nil }
    return (signs[first] ?? SearchFormat.sign - 1, next)
  }

  private static func isLastDigit(_ unit: UInt16) -> Bool {
    unit >= SearchFormat.lastDigit && unit < SearchFormat.point
  }

  /// Whether a comma groups digits: three follow and no more.
  private static func isComma(_ units: UnsafeMutableBufferPointer<UInt16>, at index: Int) -> Bool {
    guard units[index] == 0x2C, index + 3 < units.count else { return false }
    return (1...3).allSatisfy { isDigit(units[index + $0]) }
      && !(index + 4 < units.count && isDigit(units[index + 4]))
  }

  private static func markEnds(
    _ number: UnsafeMutableBufferPointer<UInt16>, isBegun: Bool
  ) {
    let last = number.count - 1
    if last == 0, !isBegun {
      number[0] += SearchFormat.onlyDigit - 0x30
      return
    }
    if !isBegun { number[0] += SearchFormat.firstDigit - 0x30 }
    number[last] += SearchFormat.lastDigit - 0x30
  }

  /// A unit as the digit or the point that it stands for; others as they are.
  static func plain(_ unit: UInt16) -> UInt16 {
    guard unit >= SearchFormat.firstDigit, unit <= SearchFormat.point else { return unit }
    return unit == SearchFormat.point ? 0x2E : 0x30 + unit & 0xF
  }

  /// Whether a unit is what joins two numbers.
  @inline(__always)
  static func isSign(_ unit: UInt16) -> Bool {
    unit > SearchFormat.point && unit < SearchFormat.sign + UInt16(SearchFormat.signs.count)
  }

  /// Whether a unit stands within a number or between two, so that no query begins with it.
  @inline(__always)
  static func isInside(_ unit: UInt16) -> Bool {
    isDigit(unit) || unit == SearchFormat.point || isSign(unit)
      || unit >= SearchFormat.lastDigit && unit < SearchFormat.onlyDigit
  }
}
