/// The tables that tell the names of the files of one kind: pages `p0`, `p1` …, lists `s0` …, names `n0` ….
///
/// A table has the codes of consecutive files, see `BitWriter`. The directory names the tables; it names
/// the files themselves where a site is small.
struct NameTables {
  /// A table has 2 to this power of files; 0: there are no tables.
  let shift: Int
  let files: [IndexFile]
  /// What the directory tells: the codes of the tables, or those of the files.
  let codes: [UInt32]

  init(_ kind: NameTables.Kind, of named: [UInt32]) {
    shift = kind.shift(of: named.count)
    guard shift > 0 else {
      (files, codes) = ([], named)
      return
    }
    let size = 1 << shift
    files = stride(from: 0, to: named.count, by: size).map { start in
      var writer = IndexFileWriter(key: "t\(kind.rawValue)\(start / size)")
      Self.append(named[start..<min(start + size, named.count)], to: &writer)
      return writer.finish()
    }
    codes = files.map(\.code)
  }

  /// What is named.
  enum Kind: String {
    case pages = "p"
    case lists = "s"
    case names = "n"

    /// How many of `count` files a table has, as a power of two.
    ///
    /// A query needs one or two lists and several pages that lie apart; a change of a page's text changes one
    /// page and several lists. So a table of pages is small, a third of what the tables take in the
    /// directory, and one of lists is large: few of them change.
    func shift(of count: Int) -> Int {
      switch self {
      case .pages:
        guard count > 64 else { return 0 }
        var shift = 5
        while 3 << (2 * shift) < count { shift += 1 }
        return shift
      case .lists: return count > 256 ? 7 : 0
      case .names: return count > 64 ? 6 : 0
      }
    }

    /// How many tables `count` files have.
    func tables(of count: Int) -> Int {
      let shift = shift(of: count)
      return shift == 0 ? 0 : (count + (1 << shift) - 1) >> shift
    }

    /// How many files there can be beside their tables if there are `most` of both together.
    func most(of most: Int) -> Int {
      let shift = shift(of: most)
      return shift == 0 ? most : most - (most >> shift) - 1
    }
  }

  /// Writes codes one after another, as bits.
  static func append(_ codes: some Collection<UInt32>, to writer: inout IndexFileWriter) {
    var bits = BitWriter()
    for code in codes { bits.append(Int(code), width: ContentHash.width) }
    writer.append("\"")
    writer.append(plain: bits.finish())
    writer.append("\"")
  }

  /// The codes that units tell; nil if the units are not as they are written.
  static func codes(in units: [UInt16]) -> [UInt32]? {
    let width = ContentHash.width
    let count = units.count * 15 / width
    guard units.count == (count * width + 14) / 15,
      units.allSatisfy({ (0x4E00..<0xCE00).contains($0) })
    else { return nil }
    var reader = ListReader(units, pages: 0)
    return (0..<count).map { _ in UInt32(truncatingIfNeeded: reader.number(width)) }
  }
}
