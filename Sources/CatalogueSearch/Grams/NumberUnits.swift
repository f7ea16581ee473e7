/// Numbers as units: a digit tells whether its number begins or ends there.
///
/// So a number in a query is one in a text, or none of it: 第5期 is not in 第15期, and 100億円 not in 1,100億円. A comma
/// between groups of three digits goes; points between digits belong to the number, also those of a date.
/// `search-engine.js` has the same.
enum NumberUnits {
  @inline(__always)
  private static func isDigit(_ unit: UInt16) -> Bool { unit >= 0x30 && unit <= 0x39 }

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
      markEnds(UnsafeMutableBufferPointer(rebasing: units[start..<written]))
    }
    return written
  }

  /// Whether a comma groups digits: three follow and no more.
  private static func isComma(_ units: UnsafeMutableBufferPointer<UInt16>, at index: Int) -> Bool {
    guard units[index] == 0x2C, index + 3 < units.count else { return false }
    return (1...3).allSatisfy { isDigit(units[index + $0]) }
      && !(index + 4 < units.count && isDigit(units[index + 4]))
  }

  private static func markEnds(_ number: UnsafeMutableBufferPointer<UInt16>) {
    guard number.count > 1 else {
      number[0] += SearchFormat.onlyDigit - 0x30
      return
    }
    number[0] += SearchFormat.firstDigit - 0x30
    number[number.count - 1] += SearchFormat.lastDigit - 0x30
  }

  /// A unit as the digit or the point that it stands for; others as they are.
  static func plain(_ unit: UInt16) -> UInt16 {
    guard unit >= SearchFormat.firstDigit, unit <= SearchFormat.point else { return unit }
    return unit == SearchFormat.point ? 0x2E : 0x30 + unit & 0xF
  }

  /// Whether a unit stands within a number, so that no query begins with it.
  @inline(__always)
  static func isInside(_ unit: UInt16) -> Bool {
    isDigit(unit) || unit == SearchFormat.point
      || unit >= SearchFormat.lastDigit && unit < SearchFormat.onlyDigit
  }
}
