/// Which place a gram's list has among the files.
///
/// The place is told by a hash of the gram's first character; of one more as long as what they begin is
/// crowded. Files take consecutive places (`ListFiles`). So a browser knows the file from a directory of some
/// hundred bytes, and what a changed word changes lies in few files.
struct GramFiles: Sendable {
  /// How many places there are; a power of two.
  let places: Int
  /// Hashes of crowded grams are told apart below this number; a power of two.
  let range: Int
  /// The hashes of crowded grams, ascending.
  ///
  /// A few other grams share them and are split as well.
  let crowded: [UInt32]
  private let isCrowded: [Bool]

  /// How many places there are for a file, at least.
  private static let placesOfFile = 8

  /// Places for about `count` files.
  init(count: Int, crowded grams: [[UInt16]]) {
    var range = 1
    while range < grams.count * 6 { range *= 2 }
    var places = 1
    while places < count * Self.placesOfFile { places *= 2 }
    let crowded = Set(grams.map { Int(Self.hash($0)) & (range - 1) }).sorted()
    var isCrowded = [Bool](repeating: false, count: range)
    for hash in crowded { isCrowded[hash] = true }
    self.places = places
    self.range = range
    self.crowded = crowded.map { UInt32(truncatingIfNeeded: $0) }
    self.isCrowded = isCrowded
  }

  /// Whether the grams that go on from `gram` have places of their own.
  func isSplit(_ gram: [UInt16]) -> Bool {
    gram.count < GramTree.longest && isCrowded[Int(Self.hash(gram)) & (range - 1)]
  }

  /// The place of a gram that stands by itself.
  func place(of gram: [UInt16]) -> Int { Int(Self.hash(gram)) & (places - 1) }

  /// Mixes the units of a gram, as `search-folding.js` does.
  static func hash(_ gram: [UInt16]) -> UInt32 {
    var hash: UInt32 = 0
    for unit in gram {
      hash = (hash ^ UInt32(unit)) &* SearchFormat.hashFactor
      hash ^= hash >> SearchFormat.hashShift
    }
    return hash
  }
}
