/// A place in the indexed text with all that lists need to know of it.
///
/// A window carries what follows its place, so that grams are told apart by reading windows one after
/// another. A look into the text for each place and each length would wait for the memory each time. Units
/// are told by their ranks, see `Alphabet`.
struct GramWindow: Sendable {
  /// The ranks of the four units after the first one; the nearest is in the low bits.
  private let following: UInt64
  /// The rank of the fifth unit in the low 16 bits, the weight in the 16 above, the page in the high 32.
  private var rest: UInt64

  /// `following` has the ranks of the four units after the first one, `last` is that of the fifth.
  @inline(__always)
  init(following: UInt64, last: UInt16, weight: UInt8, page: UInt32) {
    self.following = following
    rest = UInt64(last) | UInt64(weight) << 16 | UInt64(page) << 32
  }

  /// What a gram that begins here is worth, as `IndexedText.Weight`.
  @inline(__always)
  var weight: UInt8 { UInt8(truncatingIfNeeded: rest >> 16) }

  /// The page; below a gram whose list has been made, the place of the page in that list.
  @inline(__always)
  var page: UInt32 { UInt32(truncatingIfNeeded: rest >> 32) }

  /// The same window with another page.
  @inline(__always)
  func at(page: UInt32) -> GramWindow {
    var window = self
    window.rest = rest & 0xFFFF_FFFF | UInt64(page) << 32
    return window
  }

  /// Where in a window the rank of the unit stands that is `offset` units after the first one, 1 to 5.
  struct Place {
    fileprivate let isLast: Bool
    fileprivate let shift: UInt64

    @inline(__always)
    init(offset: Int) {
      isLast = offset > 4
      shift = isLast ? 0 : UInt64(offset * 16 - 16)
    }
  }

  /// The rank at a place; 0 where the run has ended before.
  ///
  /// What stands behind a 0 belongs to another run and means nothing.
  @inline(__always)
  func rank(at place: Place) -> Int {
    Int(truncatingIfNeeded: (place.isLast ? rest : following) &>> place.shift & 0xFFFF)
  }
}
