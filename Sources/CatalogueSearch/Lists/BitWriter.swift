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
      let code = pending >> UInt64(count) & (1 << UInt64(SearchFormat.bits) - 1)
      characters.append(UInt16(truncatingIfNeeded: SearchFormat.firstCharacter + Int(code)))
    }
    pending &= (1 << UInt64(count)) - 1
  }

  /// Ends the list and gives its characters.
  mutating func finish() -> [UInt16] {
    if count > 0 { append(0, width: SearchFormat.bits - count) }
    defer { characters.removeAll(keepingCapacity: true) }
    return characters
  }
}
