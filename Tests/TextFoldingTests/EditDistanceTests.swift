import Testing

@testable import TextFolding

@Suite("Edits between texts")
struct EditDistanceTests {
  private func edits(_ left: String, _ right: String, limit: Int = 1000) -> Int? {
    EditDistance(from: Folding.scalars(of: left)).edits(
      to: Folding.scalars(of: right)[...], limit: limit)
  }

  /// The table of distances as the definition has it.
  private func definition(_ left: [UInt32], _ right: [UInt32]) -> Int {
    var table = Array(
      repeating: Array(repeating: 0, count: right.count + 1), count: left.count + 1)
    for row in 0...left.count {
      for column in 0...right.count {
        if row == 0 || column == 0 {
          table[row][column] = max(row, column)
          continue
        }
        let isSame = left[row - 1] == right[column - 1]
        var cost = min(
          table[row - 1][column] + 1, table[row][column - 1] + 1,
          table[row - 1][column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          cost = min(cost, table[row - 2][column - 2] + 1)
        }
        table[row][column] = cost
      }
    }
    return table[left.count][right.count]
  }

  @Test(
    "edits are insertions, deletions, substitutions and exchanges",
    arguments: [
      ("", "", 0), ("abc", "abc", 0), ("abc", "abd", 1), ("abc", "ab", 1), ("abc", "abcd", 1),
      ("abcd", "abdc", 1), ("経済産業章", "経済産業省", 1), ("ＴＩＡ", "tia", 0), ("ca", "abc", 3),
      ("", "abc", 3), ("kitten", "sitting", 3), ("研究開発", "研究会発", 1), ("プログラム", "プロラグム", 1),
      ("量子", "粒子", 1), ("abcdef", "uvwxyz", 6),
    ])
  func counts(_ left: String, _ right: String, _ expected: Int) {
    #expect(edits(left, right) == expected)
    #expect(edits(right, left) == expected)
    #expect(edits(left, right, limit: expected) == expected)
    if expected > 0 { #expect(edits(left, right, limit: expected - 1) == nil) }
  }

  @Test("edits of texts of all lengths are those of the definition, and no bound is above them")
  func agreesWithTheDefinition() {
    var generator = Numbers(state: 8)
    for round in 0..<3000 {
      let letters = UInt32.random(in: 1...6, using: &generator)
      func text(_ longest: Int) -> [UInt32] {
        (0..<Int.random(in: 0...longest, using: &generator)).map { _ in
          0x6F22 + UInt32.random(in: 0...letters, using: &generator)
        }
      }
      let left = text(round % 10 == 0 ? 90 : 12)
      let right =
        round % 3 == 0 ? left.shuffled(using: &generator) : text(round % 10 == 1 ? 90 : 12)
      let expected = definition(left, right)
      let distance = EditDistance(from: left)
      #expect(distance.edits(to: right[...], limit: 200) == expected)
      if expected > 0 { #expect(distance.edits(to: right[...], limit: expected - 1) == nil) }
      #expect(distance.edits(to: right[...], limit: expected) == expected)
      let bound = distance.lowerBound(
        length: right.count, signature: EditDistance.signature(of: right))
      #expect(bound <= expected)
    }
  }
}

/// The numbers of Steele's SplitMix64, which are the same in every run.
private struct Numbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
