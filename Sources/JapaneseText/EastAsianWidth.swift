/// The width of characters in East Asian typography (UAX #11), as far as terminals need it.
package enum EastAsianWidth {
  /// Whether the character is Wide or Fullwidth.
  package static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    // Nothing below U+1100 is wide.
    scalar.value >= 0x1100 && contains(wideRanges, scalar.value)
  }

  /// Whether the character has no width of its own: combining marks, format characters, medial and
  /// final Hangul letters.
  package static func isZero(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x300 && contains(zeroRanges, scalar.value)
  }

  /// Looks a value up in ranges given as first, last, first, last …, in order.
  private static func contains(_ ranges: [UInt32], _ value: UInt32) -> Bool {
    // The number of bounds that are not behind the value is odd inside a range.
    var low = 0
    var high = ranges.count / 2
    while low < high {
      let middle = (low + high) / 2
      if ranges[2 * middle + 1] < value { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count / 2 && ranges[2 * low] <= value
  }
}
