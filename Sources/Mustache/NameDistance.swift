private import TextFolding

/// How far names are from each other, for suggesting the one that was meant.
enum NameDistance {
  /// The longest name for which others are suggested, in Unicode scalars.
  private static let longest = 64

  /// The names that differ little from `name`, the nearest first, at most three.
  static func suggestions(for name: String, among names: [String]) -> [String] {
    let wanted = EditDistance(from: scalars(of: name))
    if wanted.text.count > longest { return [] }
    let limit = max(1, wanted.text.count / 3)
    var near: [(distance: Int, name: String)] = []
    for candidate in names {
      let distance = wanted.edits(to: scalars(of: candidate)[...], limit: limit)
      if let distance, distance > 0 {
        near.append((distance, candidate))
      }
    }
    near.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    var best: [String] = []
    for (_, name) in near where best.last != name && best.count < 3 { best.append(name) }
    return best
  }

  /// The scalars of a name, one more than the longest name has at most.
  private static func scalars(of name: String) -> [UInt32] {
    Array(name.unicodeScalars.lazy.map(\.value).prefix(longest + 1))
  }
}
