/// How far names are from each other, for suggesting the one that was meant.
enum NameDistance {
  /// The names that differ little from `name`, the nearest first, at most three.
  static func suggestions(for name: String, among names: [String]) -> [String] {
    let limit = max(1, name.unicodeScalars.count / 3)
    var near: [(distance: Int, name: String)] = []
    for candidate in names where !near.contains(where: { $0.name == candidate }) {
      let distance = between(name, candidate)
      if distance > 0 && distance <= limit { near.append((distance, candidate)) }
    }
    near.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    return near.prefix(3).map(\.name)
  }

  /// The Damerau–Levenshtein distance in its restricted form (optimal string alignment): the number of
  /// characters inserted, deleted, replaced, or exchanged with their neighbour.
  static func between(_ left: String, _ right: String) -> Int {
    let left = Array(left.unicodeScalars)
    let right = Array(right.unicodeScalars)
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in 1...left.count {
      var current = last
      current[0] = row
      for column in 1...right.count {
        let cost = left[row - 1] == right[column - 1] ? 0 : 1
        current[column] = min(
          last[column] + 1, current[column - 1] + 1, last[column - 1] + cost)
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          current[column] = min(current[column], beforeLast[column - 2] + 1)
        }
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
