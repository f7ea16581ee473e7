/// Which file a gram's list is in, and the files.
///
/// Most first characters share files, `first % cold`. A first character whose lists are too much for
/// one file has some of its own, told apart by the other characters.
struct ShardLayout {
  /// The first characters with files of their own.
  private(set) var hot: [UInt16] = []
  /// How many files each of them has.
  private(set) var parts: [Int] = []
  /// How many files the other first characters share.
  private(set) var cold = 1
  private(set) var files: [SearchFile] = []
  let code: MarkCode

  /// Smaller files than this cost more requests than they save bytes.
  private static let leastBytes = 1_400

  init(_ postings: Postings, pages: Int, options: SearchIndex.Options) {
    code = MarkCode(counts: postings.classCounts)
    var counter = BitCounter()
    let ends = postings.keys.indices.map {
      postings.write(at: $0, of: pages, code: code, to: &counter)
      return counter.count
    }
    let groups = Self.groups(postings.keys)
    // An entry is its list and about three bytes of key.
    let sizes = groups.map { group in
      (ends[group.upperBound - 1] - (group.first.map { $0 > 0 ? ends[$0 - 1] : 0 } ?? 0)) / 8
        + group.count * 3
    }
    let total = sizes.reduce(0, +)
    let most = max(32, Int(Double(pages) * (options.filesPerPage - 1) * 0.9))
    let target = max(Self.leastBytes, total / most)
    cut(postings.keys, groups, sizes, target: target)
    write(postings, groups, pages: pages)
  }

  private static func groups(_ keys: [UInt64]) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var start = 0
    while start < keys.count {
      var end = start
      while end < keys.count, keys[end] >> 16 == keys[start] >> 16 { end += 1 }
      groups.append(start..<end)
      start = end
    }
    return groups
  }

  private mutating func cut(
    _ keys: [UInt64], _ groups: [Range<Int>], _ sizes: [Int], target: Int
  ) {
    var rest = 0
    for (group, size) in zip(groups, sizes) {
      if size > target {
        hot.append(UInt16(truncatingIfNeeded: keys[group.lowerBound] >> 16))
        parts.append((size + target - 1) / target)
      } else {
        rest += size
      }
    }
    cold = max(1, (rest + target - 1) / target)
  }

  private mutating func write(_ postings: Postings, _ groups: [Range<Int>], pages: Int) {
    let keys = postings.keys
    var members: [[Int]] = Array(
      repeating: [], count: cold + parts.reduce(0, +))
    var start = cold
    var next = 0
    for group in groups {
      let first = UInt16(truncatingIfNeeded: keys[group.lowerBound] >> 16)
      guard next < hot.count, hot[next] == first else {
        members[Int(first) % cold] += group
        continue
      }
      for index in group {
        members[start + Int(keys[index] & 0xFFFF) % parts[next]].append(index)
      }
      start += parts[next]
      next += 1
    }
    files = members.enumerated().map { number, indices in
      file(number, indices, postings, pages: pages)
    }
  }

  /// Makes the file of some grams.
  ///
  /// It is `[grams, lists]`. Of each gram the first character stands in the first string only if it is
  /// another than before; a bit before its list tells that, one more whether there is a second.
  private func file(
    _ number: Int, _ indices: [Int], _ postings: Postings, pages: Int
  ) -> SearchFile {
    var file = IndexFileWriter(key: "s\(number)")
    file.append("[\"")
    var bits = BitWriter()
    var previous: UInt16 = 0
    for index in indices {
      let first = UInt16(truncatingIfNeeded: postings.keys[index] >> 16)
      let second = UInt16(truncatingIfNeeded: postings.keys[index])
      bits.append(first == previous ? 0 : 1, width: 1)
      if first != previous { file.append(plain: first) }
      bits.append(second == 0 ? 0 : 1, width: 1)
      if second != 0 { file.append(plain: second) }
      postings.write(at: index, of: pages, code: code, to: &bits)
      previous = first
    }
    file.append("\",\"")
    file.append(plain: bits.finish())
    file.append("\"]")
    return SearchFile(path: "s\(number).js", bytes: file.finish())
  }
}
