/// The units that a text has, in order.
///
/// Lists are made of the ranks of units instead of the units: tables by rank have as many places as there are
/// different units, a thousand or two, and stay in the memory next to the processor. The order of ranks is
/// that of their units. Rank 0 is that of the 0 at the end of a run.
struct Alphabet: Sendable {
  private let units: [UInt16]

  /// Tells how often each unit stands in the text.
  init(counts: [Int]) {
    units = [0] + counts.indices.dropFirst().filter { counts[$0] > 0 }.map { UInt16($0) }
  }

  /// How many ranks there are.
  var count: Int { units.count }

  /// The unit of a rank.
  subscript(rank: UInt16) -> UInt16 { units[Int(rank)] }

  /// The ranks, by unit; those of other units than the alphabet's mean nothing.
  var ranks: [UInt16] {
    var ranks = [UInt16](repeating: 0, count: 1 << 16)
    for (rank, unit) in units.enumerated() { ranks[Int(unit)] = UInt16(rank) }
    return ranks
  }
}
