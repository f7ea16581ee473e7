/// Which file a gram's list is in.
///
/// The file is told by a hash of the gram's first character; of one more as long as what they begin is
/// crowded. So a browser knows the file from a directory of some hundred bytes, and what a changed word
/// changes lies in few files.
struct GramFiles: Sendable {
  /// How many files there are.
  let count: Int
  /// Hashes are told apart below this number; a power of two.
  let range: Int
  /// The hashes of crowded grams, ascending.
  ///
  /// A few other grams share them and are split as well.
  let crowded: [UInt32]
  private let isCrowded: [Bool]

  init(count: Int, crowded grams: [[UInt16]]) {
    var range = 1
    while range < grams.count * 6 { range *= 2 }
    self.init(
      count: count, range: range,
      crowded: Set(grams.map { Int(Self.hash($0)) & (range - 1) }).sorted())
  }

  /// The layout that a directory tells: the hashes of crowded grams ascend.
  init(count: Int, range: Int, crowded: [Int]) {
    self.count = count
    self.range = range
    self.crowded = crowded.map { UInt32(truncatingIfNeeded: $0) }
    var isCrowded = [Bool](repeating: false, count: range)
    for hash in crowded where hash < range { isCrowded[hash] = true }
    self.isCrowded = isCrowded
  }

  /// Whether the grams that go on from `gram` have files of their own.
  func isSplit(_ gram: [UInt16]) -> Bool {
    gram.count < GramTree.longest && isCrowded[Int(Self.hash(gram)) & (range - 1)]
  }

  /// The file of a gram that stands by itself.
  func file(of gram: [UInt16]) -> Int { Int(Self.hash(gram)) % count }

  /// Mixes the units of a gram, as `search-engine.js` does.
  static func hash(_ gram: [UInt16]) -> UInt32 {
    var hash: UInt32 = 0
    for unit in gram {
      hash = (hash ^ UInt32(unit)) &* SearchFormat.hashFactor
      hash ^= hash >> SearchFormat.hashShift
    }
    return hash
  }
}
