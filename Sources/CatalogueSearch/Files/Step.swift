/// Numbers that follow the size of a site in steps, so that an edit seldom moves them.
enum Step {
  /// The greatest number of at most five significant bits that is not above `value`: steps of 3 to 6 %.
  static func down(_ value: Int) -> Int {
    let low = max(0, Int.bitWidth - value.leadingZeroBitCount - 5)
    return (value >> low) << low
  }
}
