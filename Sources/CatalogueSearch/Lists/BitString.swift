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

  mutating func append(numbers: some Collection<UInt32>, below total: Int) {
    append(numbers.count, below: total) { run in
      var next: UInt32 = 0
      for number in numbers {
        run.append(gap: Int(number &- next))
        next = number &+ 1
      }
    }
  }

  /// Appends the numbers below `total` that are not among some ascending ones.
  mutating func append(numbersBut left: some Collection<UInt32>, below total: Int) {
    append(total - left.count, below: total) { run in
      var gap = 0
      var number = 0
      for end in left {
        while number < Int(end) {
          run.append(gap: gap)
          gap = 0
          number &+= 1
        }
        gap &+= 1
        number &+= 1
      }
      while number < total {
        run.append(gap: gap)
        gap = 0
        number &+= 1
      }
    }
  }

  /// Appends what `write` writes: the gaps between `count` numbers below `total`.
  @inline(__always)
  private mutating func append(_ count: Int, below total: Int, _ write: (inout GapRun) -> Void) {
    let low = ListCode.lowBits(count: count, below: total)
    // The ones of all gaps together are at most `total >> low`; a gap has a 0 and its low bits besides.
    // Behind them is room for one that is not full.
    let most = (held + count * (low + 1) + total >> low) / 32 + 2
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: most) { words in
      var run = GapRun(words: words, low: low, pending: pending, held: held)
      write(&run)
      self.words.append(contentsOf: UnsafeBufferPointer(rebasing: words[..<run.size]))
      (pending, held) = (run.rest, run.held)
    }
  }

  /// Gaps that are written one after another in Rice's code, with room for all of them.
  private struct GapRun {
    let words: UnsafeMutableBufferPointer<UInt32>
    let low: Int
    /// The last bits, after some that have been written.
    var pending: UInt64
    /// How many of them are yet to be written, less than 32.
    var held: Int
    var size = 0

    @inline(__always)
    mutating func append(gap: Int) {
      var high = gap >> low
      while high > 24 {
        append(1 << 24 - 1, width: 24)
        high &-= 24
      }
      if high &+ 1 &+ low > 32 {
        append(2 << high - 2, width: high &+ 1)
        append(gap & (1 << low &- 1), width: low)
      } else {
        append((2 << high - 2) << low | gap & (1 << low &- 1), width: high &+ 1 &+ low)
      }
    }

    @inline(__always)
    private mutating func append(_ value: Int, width: Int) {
      pending =
        pending &<< UInt64(truncatingIfNeeded: width) | UInt64(truncatingIfNeeded: value)
      held &+= width
      // A word is written in any case, and again if it was not full: nobody can foretell when one is.
      words[size] = UInt32(truncatingIfNeeded: pending &>> UInt64(truncatingIfNeeded: held &- 32))
      size &+= held >> 5
      held &= 31
    }

    /// The bits that fill no word.
    var rest: UInt64 { pending & (1 &<< UInt64(truncatingIfNeeded: held) &- 1) }
  }

  /// Gives back the room that is left.
  mutating func trim() { words = words.withUnsafeBufferPointer { Array($0) } }

  /// Fills the last word up, so that what comes next begins with a word.
  mutating func alignToWord() {
    if held > 0 { append(0, width: 32 - held) }
  }
}
