/// Room for windows, kept from portion to portion.
///
/// For each length of a gram there is room for the windows of those that go on from it, since these are looked
/// at while it is at hand; the first room is for the windows of a portion. What is not written takes no memory.
struct WindowRoom: ~Copyable {
  /// One piece of memory for all, which goes back to the system as a whole.
  private let room: UnsafeMutableBufferPointer<GramWindow>
  /// How many windows a portion and a group have at most.
  private let portion: Int
  private let group: Int

  /// Makes room for any of the portions of a text.
  init(_ text: TextPortions) {
    portion = text.portions.reduce(0) { max($0, $1.count) }
    group = text.portions.flatMap(\.groups).reduce(0) { max($0, $1.range.count) }
    room = .allocate(capacity: portion + (GramTree.longest - 1) * group)
  }

  deinit { room.deallocate() }

  /// The room for the windows of grams that go on from those of a length.
  subscript(length: Int) -> UnsafeMutableBufferPointer<GramWindow> {
    let start = length == 0 ? 0 : portion + (length - 1) * group
    return UnsafeMutableBufferPointer(
      rebasing: room[start..<start + (length == 0 ? portion : group)])
  }

  /// The windows of the gram at hand, which has a length and stands in a range.
  subscript(length: Int, range: Range<Int>) -> UnsafeBufferPointer<GramWindow> {
    UnsafeBufferPointer(rebasing: self[length - 1][range])
  }
}
