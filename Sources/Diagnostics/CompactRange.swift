/// A range of offsets in half the room of a `Range<Int>`.
///
/// A catalogue keeps the place of every value and of every node of its texts. No source is so long that
/// four bytes would not hold its offsets; a longer one stops the program. Public, so that other modules
/// unpack it without a call (see `IndexedArray`).
public struct CompactRange: Sendable, Equatable {
  @usableFromInline let lower: UInt32
  @usableFromInline let upper: UInt32

  /// Packs a range of offsets, none of which is negative.
  @inlinable public init(_ range: Range<Int>) {
    lower = UInt32(range.lowerBound)
    upper = UInt32(range.upperBound)
  }

  /// The offsets.
  @inlinable public var range: Range<Int> { Int(lower)..<Int(upper) }
}
