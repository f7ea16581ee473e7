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
  private static let leastBytes = 1_800

  init(_ postings: Postings, pages: Int, options: SearchIndex.Options) {
    code = MarkCode(counts: postings.classCounts)
    var writer = BitWriter()
    let lists = postings.keys.indices.map {
      postings.characters(at: $0, of: pages, code: code, writer: &writer)
    }
    let groups = Self.groups(postings.keys)
    let sizes = groups.map { group in group.reduce(0) { $0 + lists[$1].count * 2 + 6 } }
    let total = sizes.reduce(0, +)
    let most = max(32, Int(Double(pages) * (options.filesPerPage - 1) * 0.9))
    let target = max(Self.leastBytes, total / most)
    cut(postings.keys, groups, sizes, target: target)
    write(postings.keys, groups, lists)
  }

  private static func groups(_ keys: [UInt64]) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var start = 0
    while start < keys.count {
      var end = start
      while end < keys.count, keys[end] >> 32 == keys[start] >> 32 { end += 1 }
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
        hot.append(UInt16(truncatingIfNeeded: keys[group.lowerBound] >> 32))
        parts.append((size + target - 1) / target)
      } else {
        rest += size
      }
    }
    cold = max(1, (rest + target - 1) / target)
  }

  private mutating func write(_ keys: [UInt64], _ groups: [Range<Int>], _ lists: [[UInt16]]) {
    var members: [[Int]] = Array(
      repeating: [], count: cold + parts.reduce(0, +))
    var start = cold
    var next = 0
    for group in groups {
      let first = UInt16(truncatingIfNeeded: keys[group.lowerBound] >> 32)
      guard next < hot.count, hot[next] == first else {
        members[Int(first) % cold] += group
        continue
      }
      for index in group {
        let second = Int(keys[index] >> 16 & 0xFFFF)
        let third = Int(keys[index] & 0xFFFF)
        members[start + (second * 31 + third) % parts[next]].append(index)
      }
      start += parts[next]
      next += 1
    }
    files = members.enumerated().map { number, indices in
      var writer = IndexFileWriter(key: "s\(number)")
      writer.append("\"")
      var previous: [UInt16] = []
      for index in indices {
        let gram = Self.units(keys[index])
        Self.write(gram, after: previous, lists[index], to: &writer)
        previous = gram
      }
      writer.append("\"")
      return SearchFile(path: "s\(number).js", bytes: writer.finish())
    }
  }

  private static func units(_ key: UInt64) -> [UInt16] {
    let units = [UInt16(key >> 32), UInt16(key >> 16 & 0xFFFF), UInt16(key & 0xFFFF)]
    return Array(units.prefix { $0 != 0 })
  }

  /// An entry: a head that tells the list's length, the gram's length and how much of it is as in the
  /// gram before; the rest of the gram; the list.
  private static func write(
    _ gram: [UInt16], after previous: [UInt16], _ list: [UInt16], to writer: inout IndexFileWriter
  ) {
    var kept = 0
    while kept < min(gram.count, previous.count, 2), gram[kept] == previous[kept] { kept += 1 }
    kept = min(kept, gram.count - 1)
    let head = list.count * 9 + (gram.count - 1) * 3 + kept
    // U+0100 to U+7FFF, two characters where that is not enough.
    if head < 0x6000 {
      writer.append(plain: UInt16(0x100 + head))
    } else {
      writer.append(plain: UInt16(0x6100 + head / 0x4000))
      writer.append(plain: UInt16(0x100 + head % 0x4000))
    }
    writer.append(plain: gram[kept...])
    writer.append(plain: list)
  }
}
