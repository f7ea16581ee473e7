/// Which lines of a text went and which came, as few as possible.
///
/// The greedy algorithm of Myers (An O(ND) Difference Algorithm and Its Variations, 1986). Texts that have little in
/// common, beyond `mostSteps`, are told as one replacement of all that differs.
struct LineDifference {
  /// A stretch of lines in the place of another; one of the two may be empty.
  struct Replacement: Equatable {
    var old: Range<Int>
    var new: Range<Int>
  }

  let old: [ArraySlice<UInt8>]
  let new: [ArraySlice<UInt8>]
  /// In the order of the lines; between two there is a line that stays.
  private(set) var replacements: [Replacement] = []

  /// How many lines may come and go before the search is given up.
  private static let mostSteps = 500

  /// Compares two texts line by line, ends of lines included.
  init(_ old: [UInt8], _ new: [UInt8]) {
    self.old = Self.lines(of: old)
    self.new = Self.lines(of: new)
    compare()
  }

  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var rest = bytes[...]
    while let first = rest.indices.first {
      let end = rest.firstIndex(of: 10).map { $0 + 1 } ?? rest.endIndex
      lines.append(rest[first..<end])
      rest = rest[end...]
    }
    return lines
  }

  private mutating func compare() {
    let most = min(old.count, new.count)
    var start = 0
    while start < most, old[start] == new[start] { start += 1 }
    var tail = 0
    while tail < most - start, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func numbered(_ lines: ArraySlice<ArraySlice<UInt8>>) -> [Int] {
      lines.map { line in
        let number = numbers[line] ?? numbers.count
        numbers[line] = number
        return number
      }
    }
    let left = numbered(old[start..<(old.count - tail)])
    let right = numbered(new[start..<(new.count - tail)])
    for replacement in Self.search(left, right) {
      let (old, new) = (replacement.old, replacement.new)
      replacements.append(
        Replacement(
          old: (old.lowerBound + start)..<(old.upperBound + start),
          new: (new.lowerBound + start)..<(new.upperBound + start)))
    }
  }

  private static func search(_ old: [Int], _ new: [Int]) -> [Replacement] {
    if old.isEmpty && new.isEmpty { return [] }
    let whole = [Replacement(old: old.indices, new: new.indices)]
    if old.isEmpty || new.isEmpty { return whole }
    // For each diagonal the furthest place, after each number of steps.
    var furthest = [1: 0]
    var trace: [[Int: Int]] = []
    for steps in 0...min(old.count + new.count, mostSteps) {
      trace.append(furthest)
      for diagonal in stride(from: -steps, through: steps, by: 2) {
        let isDown = isDownward(diagonal, steps, furthest)
        var x = isDown ? furthest[diagonal + 1, default: 0] : furthest[diagonal - 1, default: 0] + 1
        while x < old.count, x - diagonal < new.count, old[x] == new[x - diagonal] { x += 1 }
        furthest[diagonal] = x
        if x >= old.count, x - diagonal >= new.count { return way(back: trace, old, new) }
      }
    }
    return whole
  }

  /// Whether the best way to a diagonal is a line that comes rather than one that goes.
  private static func isDownward(_ diagonal: Int, _ steps: Int, _ furthest: [Int: Int]) -> Bool {
    diagonal == -steps
      || (diagonal != steps
        && furthest[diagonal - 1, default: 0] < furthest[diagonal + 1, default: 0])
  }

  private static func way(back trace: [[Int: Int]], _ old: [Int], _ new: [Int]) -> [Replacement] {
    var found: [Replacement] = []
    var (x, y) = (old.count, new.count)
    for steps in trace.indices.dropFirst().reversed() {
      let furthest = trace[steps]
      let isDown = isDownward(x - y, steps, furthest)
      let diagonal = isDown ? x - y + 1 : x - y - 1
      let before = furthest[diagonal, default: 0]
      let step = (old: before..<(isDown ? before : before + 1), new: before - diagonal)
      let came = step.new..<(isDown ? step.new + 1 : step.new)
      if let last = found.last, last.old.lowerBound == step.old.upperBound,
        last.new.lowerBound == came.upperBound
      {
        found[found.count - 1] = Replacement(
          old: step.old.lowerBound..<last.old.upperBound,
          new: came.lowerBound..<last.new.upperBound)
      } else {
        found.append(Replacement(old: step.old, new: came))
      }
      (x, y) = (before, before - diagonal)
    }
    return found.reversed()
  }
}
