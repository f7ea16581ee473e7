/// Writes bits, the high ones first, as characters of 15 bits each, from U+4E00 on.
///
/// Such a character is two bytes in the UTF-16 of the index files, needs no escape in JSON and is
/// half of nothing; nearly no room is lost.
struct BitWriter: BitSink {
  private(set) var characters: [UInt16] = []
  private var pending: UInt64 = 0
  private var count = 0

  /// Appends the low `width` bits of `value`, at most 32.
  @inline(__always)
  mutating func append(_ value: Int, width: Int) {
    pending = pending << UInt64(width) | UInt64(value)
    count += width
    while count >= 15 {
      count -= 15
      characters.append(0x4E00 + UInt16(truncatingIfNeeded: pending >> UInt64(count) & 0x7FFF))
    }
    pending &= (1 << UInt64(count)) - 1
  }

  /// Ends the list and gives its characters.
  mutating func finish() -> [UInt16] {
    if count > 0 { append(0, width: 15 - count) }
    defer { characters.removeAll(keepingCapacity: true) }
    return characters
  }
}
