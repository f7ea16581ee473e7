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
