/// A place in the indexed text with all that lists need to know of it.
///
/// A window carries what follows its place, so that grams are told apart by reading windows one after
/// another. A look into the text for each place and each length would wait for the memory each time.
struct GramWindow: Sendable {
  /// The four units after the first one; the nearest is in the low bits.
  let following: UInt64
  /// The fifth unit after the first one.
  let last: UInt16
  /// What a gram that begins here is worth, as `IndexedText.Weight`.
  let weight: UInt8
  /// The page; below a gram whose list has been made, the place of the page in that list.
  var page: UInt32

  /// The unit that stands `offset` units after the first one, 1 to 5; 0 where the run has ended before.
  ///
  /// What stands behind a 0 belongs to another run and means nothing.
  @inline(__always)
  func unit(at offset: Int) -> UInt16 {
    offset > 4
      ? last : UInt16(truncatingIfNeeded: following >> UInt64(truncatingIfNeeded: offset * 16 - 16))
  }
}
