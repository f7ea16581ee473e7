/// Room for windows, kept from portion to portion.
///
/// For each length of a gram there is room for the windows of those that go on from it, since these are looked
/// at while it is at hand; the first room is for the windows of a portion. What is not written takes no memory.
struct WindowRoom: ~Copyable {
  private let rooms: [UnsafeMutableBufferPointer<GramWindow>]

  /// Makes room for any of the portions of a text.
  init(_ text: TextPortions) {
    let portion = text.portions.reduce(0) { max($0, $1.count) }
    let group = text.portions.flatMap(\.groups).reduce(0) { max($0, $1.range.count) }
    rooms = (0..<GramTree.longest).map { .allocate(capacity: $0 == 0 ? portion : group) }
  }

  deinit {
    for room in rooms { room.deallocate() }
  }

  /// The room for the windows of grams that go on from those of a length.
  subscript(length: Int) -> UnsafeMutableBufferPointer<GramWindow> { rooms[length] }

  /// The windows of the gram at hand, which has a length and stands in a range.
  subscript(length: Int, range: Range<Int>) -> UnsafeBufferPointer<GramWindow> {
    UnsafeBufferPointer(rebasing: rooms[length - 1][range])
  }
}
