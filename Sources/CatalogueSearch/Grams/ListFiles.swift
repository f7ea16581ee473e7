/// Which places of grams each file of lists takes.
///
/// Files are of about one size, so that a query fetches little besides what it asks for, and are told by their
/// first places. How large a file is to be follows the size of the text in steps, and files begin anew in each
/// stretch of places and in each table. So an edit moves bounds of the stretches alone whose lists it changes.
struct ListFiles: Sendable {
  /// The first place of each file, ascending.
  let starts: [Int]
  /// How many places there are.
  let places: Int
  /// A table names the files of 2 to this power of places; 0: there are no tables.
  let shift: Int

  /// Up to so many files the directory names.
  private static let mostInDirectory = 384
  /// So many files a table has at most, about.
  private static let filesOfTable = 128

  /// In so many consecutive places, room for four to eight files, bounds depend on nothing outside.
  private static let stretch = 64
  /// A file gets so many parts more than its share of a text of so many: what the size of all lists is told in,
  /// beside that of the text, so that an edit seldom moves all bounds.
  private static let parts = 16

  /// Makes about `count` files, `most` at most, of places with so many bytes each.
  ///
  /// `text` is the size of the text in steps (`Step`); `count` is at least 1 and not above `most`.
  init(_ sizes: [Int], text: Int, count: Int, most: Int) {
    places = sizes.count
    var tables = 1
    if count > Self.mostInDirectory {
      while tables * Self.filesOfTable < count { tables *= 2 }
    }
    let slice = sizes.count / tables
    shift = tables == 1 ? 0 : slice.trailingZeroBitCount
    let total = sizes.reduce(0, +)
    let text = max(1, text)
    var share = text * (total * Self.parts / text + 1) / Self.parts / count + 1
    var starts = Self.starts(sizes, slice: slice, share: share)
    // There are fewer stretches than files, so that files as large as a stretch are few enough.
    while starts.count > most, share <= total {
      share += share / 8 + 1
      starts = Self.starts(sizes, slice: slice, share: share)
    }
    self.starts = starts
  }

  /// Cuts places into files of about `share` bytes; a table has those of `slice` places.
  private static func starts(_ sizes: [Int], slice: Int, share: Int) -> [Int] {
    var starts: [Int] = []
    var size = 0
    for first in stride(from: 0, to: sizes.count, by: min(slice, stretch)) {
      let places = first..<min(first + min(slice, stretch), sizes.count)
      // What is left of the stretch.
      var rest = sizes[places].reduce(0, +)
      if first % slice == 0 || (size > 0 && rest > 0) {
        starts.append(first)
        size = 0
      }
      for place in places {
        let more = sizes[place]
        // Less than half a file would be left: it stays with what is before it.
        if more > 0, size > 0, size + more / 2 > share, rest >= share / 2 {
          starts.append(place)
          size = 0
        }
        size += more
        rest -= more
      }
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
