extension Folding {
  /// The number of edits from one folded text to the other, nil if there are more than `limit`.
  ///
  /// Edits are insertion, deletion, substitution and the exchange of two neighbours (Damerau and
  /// Levenshtein, in the restricted form: no part is edited twice). Both texts are scalar values.
  package static func distance(_ left: [UInt32], _ right: [UInt32], limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    var beforePrevious = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    var current = beforePrevious
    for row in left.indices {
      current[0] = row + 1
      var least = current[0]
      for column in right.indices {
        let same = left[row] == right[column]
        var cost = min(
          previous[column] + (same ? 0 : 1), min(previous[column + 1], current[column]) + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
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

  /// The number of edits between two texts as they are written, folded first.
  package static func distance(_ left: String, _ right: String, limit: Int) -> Int? {
    distance(scalars(of: left), scalars(of: right), limit: limit)
  }
}
