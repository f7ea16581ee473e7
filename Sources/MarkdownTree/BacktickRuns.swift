/// Where the backtick runs of a leaf are, so that no run is looked for in vain twice.
struct BacktickRuns {
  /// For each length the last offset at which a run of it begins; nil until the first look.
  private var last: [Int: Int]?

  /// The offset of the run of `length` backticks after `start` that closes a code span.
  mutating func close(of length: Int, after start: Int, in text: [UInt8], limit: Int) -> Int? {
    if last == nil { last = Self.runs(in: text, from: start, limit: limit) }
    guard let final = last?[length], final >= start else { return nil }
    var index = start
    while index < limit {
      guard text[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let run = index
      while index < limit, text[index] == UInt8(ascii: "`") { index += 1 }
      if index - run == length { return run }
    }
    return nil
  }

  private static func runs(in text: [UInt8], from start: Int, limit: Int) -> [Int: Int] {
    var runs: [Int: Int] = [:]
    var index = start
    while index < limit {
      guard text[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let run = index
      while index < limit, text[index] == UInt8(ascii: "`") { index += 1 }
      runs[index - run] = run
    }
    return runs
  }
}
