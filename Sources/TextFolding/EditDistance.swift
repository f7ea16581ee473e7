/// One text prepared to be compared with many by the number of edits.
///
/// Edits are insertion, deletion, substitution and the exchange of two neighbours (Damerau and
/// Levenshtein, in the restricted form: no part is edited twice). Texts are Unicode scalar values.
package struct EditDistance: Sendable {
  /// The text that others are compared with.
  package let text: [UInt32]
  /// The scalars of the text as a bit each, by which a text that is too far is known at once.
  package let signature: UInt64
  /// For each different scalar of a short text, the places where it stands.
  private var places: [(scalar: UInt32, bits: UInt64)] = []

  /// Prepares a text.
  package init(from text: [UInt32]) {
    self.text = text
    signature = EditDistance.signature(of: text)
    guard text.count <= 64 else { return }
    for (index, scalar) in text.enumerated() {
      if let known = places.firstIndex(where: { $0.scalar == scalar }) {
        places[known].bits |= 1 << UInt64(index)
      } else {
        places.append((scalar, 1 << UInt64(index)))
      }
    }
  }

  /// The scalars of a text as a bit each; several scalars share a bit.
  package static func signature(of scalars: [UInt32]) -> UInt64 {
    var signature: UInt64 = 0
    for scalar in scalars { signature |= 1 << UInt64((scalar &* 0x9E37_79B1) >> 26) }
    return signature
  }

  /// A number of edits that is not more than it takes to another text of a length and signature.
  ///
  /// Each scalar that one of the texts lacks costs an edit of its own.
  @inline(__always)
  package func lowerBound(length: Int, signature other: UInt64) -> Int {
    max(
      abs(length - text.count), (signature & ~other).nonzeroBitCount,
      (other & ~signature).nonzeroBitCount)
  }

  /// The number of edits to another text, nil if there are more than `limit`.
  package func edits(to other: ArraySlice<UInt32>, limit: Int) -> Int? {
    guard abs(text.count - other.count) <= limit else { return nil }
    if text.isEmpty || other.isEmpty { return max(text.count, other.count) }
    return text.count <= 64 ? bitEdits(to: other, limit) : tableEdits(to: other, limit)
  }

  /// Hyyrö's algorithm ("A bit-vector algorithm for computing Levenshtein and Damerau edit distances",
  /// 2003): a column of the table of distances at once, as the bits in which neighbours differ.
  private func bitEdits(to other: ArraySlice<UInt32>, _ limit: Int) -> Int? {
    var (zero, up, down, lastPlaces): (UInt64, UInt64, UInt64, UInt64) = (0, ~0, 0, 0)
    let end: UInt64 = 1 << UInt64(text.count - 1)
    var edits = text.count
    var rest = other.count
    for scalar in other {
      let here = places.first { $0.scalar == scalar }?.bits ?? 0
      let exchanged = ((~zero & here) << 1) & lastPlaces
      zero = (((here & up) &+ up) ^ up) | here | down | exchanged
      var plus = down | ~(zero | up)
      var minus = zero & up
      if plus & end != 0 { edits += 1 }
      if minus & end != 0 { edits -= 1 }
      rest -= 1
      if edits - rest > limit { return nil }
      plus = plus << 1 | 1
      minus <<= 1
      up = minus | ~(zero | plus)
      down = plus & zero
      lastPlaces = here
    }
    return edits <= limit ? edits : nil
  }

  private func tableEdits(to other: ArraySlice<UInt32>, _ limit: Int) -> Int? {
    let right = Array(other)
    var beforePrevious = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    var current = beforePrevious
    for row in text.indices {
      current[0] = row + 1
      var least = current[0]
      for column in right.indices {
        let same = text[row] == right[column]
        var cost = min(
          previous[column] + (same ? 0 : 1), min(previous[column + 1], current[column]) + 1)
        if row > 0, column > 0, text[row] == right[column - 1], text[row - 1] == right[column] {
          cost = min(cost, beforePrevious[column - 1] + 1)
        }
        current[column + 1] = cost
        least = min(least, cost)
      }
      if least > limit { return nil }
      (beforePrevious, previous, current) = (previous, current, beforePrevious)
    }
    let edits = previous[right.count]
    return edits <= limit ? edits : nil
  }
}
