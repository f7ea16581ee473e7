/// Writes bits, the high ones first, as characters of `SearchFormat.bits` bits each.
///
/// Such a character is two bytes in the UTF-16 of the index files, needs no escape in JSON and is no half of a
/// surrogate pair; one bit in sixteen is lost.
struct BitWriter: BitSink {
  private(set) var characters: [UInt16] = []
  private var pending: UInt64 = 0
  private var count = 0

  /// Appends the low `width` bits of `value`, at most 32.
  @inline(__always)
  mutating func append(_ value: Int, width: Int) {
    pending = pending << UInt64(width) | UInt64(value)
    count += width
    while count >= SearchFormat.bits {
      count -= SearchFormat.bits
      characters.append(Self.character(pending >> UInt64(count)))
    }
    pending &= (1 << UInt64(count)) - 1
  }

  /// Appends the first `count` bits of some words of 32 bits.
  mutating func append(_ count: Int, of words: ArraySlice<UInt32>) {
    words.withUnsafeBufferPointer { words in
      let whole = count >> 5
      let most = (self.count + whole * 32) / SearchFormat.bits
      withUnsafeTemporaryAllocation(of: UInt16.self, capacity: most) { written in
        var size = 0
        for index in 0..<whole {
          pending = pending << 32 | UInt64(words[index])
          self.count &+= 32
          while self.count >= SearchFormat.bits {
            self.count &-= SearchFormat.bits
            written[size] = Self.character(pending &>> UInt64(truncatingIfNeeded: self.count))
            size &+= 1
          }
        }
        pending &= (1 << UInt64(self.count)) - 1
        characters.append(contentsOf: UnsafeBufferPointer(rebasing: written[..<size]))
      }
      let rest = count & 31
      if rest > 0 { append(Int(words[whole] >> UInt32(32 - rest)), width: rest) }
    }
  }

  /// The character of the low bits.
  @inline(__always)
  private static func character(_ bits: UInt64) -> UInt16 {
    let code = Int(truncatingIfNeeded: bits & (1 << UInt64(SearchFormat.bits) - 1))
    return UInt16(truncatingIfNeeded: SearchFormat.firstCharacter + code)
  }

  /// Ends the list and gives its characters.
  mutating func finish() -> [UInt16] {
    if count > 0 { append(0, width: SearchFormat.bits - count) }
    defer { characters.removeAll(keepingCapacity: true) }
    return characters
  }
}
