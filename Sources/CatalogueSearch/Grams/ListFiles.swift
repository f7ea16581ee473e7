/// Which places of grams each file of lists takes.
///
/// Files are of about one size, so that a query fetches little besides what it asks for, and are told by their
/// first places, so that an edit that moves one bound changes the two files beside it. In each table files
/// begin anew.
struct ListFiles: Sendable {
  /// The first place of each file, ascending.
  let starts: [Int]
  /// How many places there are.
  let places: Int
  /// A table names the files of 2 to this power of places; 0: there are no tables.
  let shift: Int

  /// Up to so many files the directory names.
  private static let mostInDirectory = 256
  /// So many files a table has at most, about.
  private static let filesOfTable = 128

  /// Makes up to `count` files of places with so many bytes each.
  init(_ sizes: [Int], count: Int) {
    places = sizes.count
    var tables = 1
    if count > Self.mostInDirectory {
      while tables * Self.filesOfTable < count { tables *= 2 }
    }
    let slice = sizes.count / tables
    shift = tables == 1 ? 0 : slice.trailingZeroBitCount
    // In steps, so that an edit seldom moves all bounds.
    var share = Step.down(sizes.reduce(0, +) / count) + 1
    var starts = Self.starts(sizes, slice: slice, share: share)
    while starts.count > count, starts.count > tables {
      share += share / 64 + 1
      starts = Self.starts(sizes, slice: slice, share: share)
    }
    self.starts = starts
  }

  /// Cuts places into files of about `share` bytes.
  private static func starts(_ sizes: [Int], slice: Int, share: Int) -> [Int] {
    var starts: [Int] = []
    var size = 0
    for (place, more) in sizes.enumerated() {
      let isFirst = place % slice == 0
      if isFirst || (more > 0 && size > 0 && size + more / 2 > share) {
        starts.append(place)
        size = 0
      }
      size += more
    }
    return starts
  }

  /// The files that each table names; all where there are none.
  var tables: [Range<Int>] {
    guard shift > 0 else { return [0..<starts.count] }
    var tables: [Range<Int>] = []
    for (number, start) in starts.enumerated() {
      if start & (1 << shift - 1) == 0 {
        tables.append(number..<number + 1)
      } else {
        tables[tables.count - 1] = tables[tables.count - 1].lowerBound..<number + 1
      }
    }
    return tables
  }

  /// How many tables there are for up to `count` files.
  static func mostTables(of count: Int) -> Int {
    count > mostInDirectory ? count * 2 / filesOfTable + 1 : 0
  }
}
