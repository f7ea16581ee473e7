/// The lists of all grams that begin with some characters, as they will stand in the files.
///
/// Grams form trees: below a gram stand those that go on from it. A gram that more than `limit` pages
/// have is told apart by what follows, so that every query ends in a list that is exact or short enough
/// to look at its pages. Below a gram of one character, and of a crowded one, what follows has files of
/// its own; all else below a gram is in its file, written by the places in the list above.
struct GramTree: Sendable {
  /// A gram whose list stands by itself, with the grams below it that are at the same place.
  struct Piece: Sendable {
    let place: Int
    /// How many units of `units` are the gram; the others are the last units of those below.
    let length: Int
    let units: Range<Int>
    /// The first word of the bits.
    let start: Int
    /// How many bits there are.
    let count: Int

    /// How many bytes it takes in a file, about.
    var bytes: Int { count / 8 + units.count * 2 }
  }

  var pieces: [Piece] = []
  var units: [UInt16] = []
  var bits = BitString()

  /// Gives back the room that is left.
  mutating func trim() { bits.trim() }

  /// The longest grams that have lists; what goes on longer is known from several.
  static let longest = SearchFormat.longestGram

  /// How many pages need not be told apart that have a gram of some length: longer ones that overlap are
  /// seldom on one page by chance.
  static func limit(_ limit: Int, _ length: Int) -> Int {
    length >= SearchFormat.longGram ? limit * SearchFormat.longGramFactor : limit
  }
}
