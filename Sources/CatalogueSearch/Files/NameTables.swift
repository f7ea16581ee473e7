/// The tables that tell the names of the files of one kind: pages `p0`, `p1` …, lists `s0` …, names `n0` ….
///
/// A table has the codes of consecutive files, see `BitWriter`; one of lists has before them which places the files
/// begin at. The directory names the tables; it names the files themselves where a site is small.
struct NameTables {
  /// A table has 2 to this power of files, or of places of lists; 0: there are no tables.
  let shift: Int
  let files: [IndexFile]
  /// What the directory tells, as bits: the codes of the tables, or what a table of all files would tell.
  let told: [UInt16]

  /// Tables of pages or of names.
  init(_ kind: NameTables.Kind, of named: [UInt32]) {
    shift = kind.shift(of: named.count)
    guard shift > 0 else {
      (files, told) = ([], Self.codes(named))
      return
    }
    let size = 1 << shift
    files = stride(from: 0, to: named.count, by: size).enumerated().map { number, start in
      Self.table(
        kind.files, number, Self.codes(named[start..<min(start + size, named.count)]))
    }
    told = Self.codes(files.map(\.code))
  }

  /// Tables of files of lists.
  init(_ lists: ListFiles, of named: [UInt32]) {
    shift = lists.shift
    let size = shift == 0 ? lists.places : 1 << shift
    let tables = lists.tables.map { range in
      Self.codes(
        named[range], from: lists.starts[range].map { UInt32($0 % size) }, below: size)
    }
    guard shift > 0 else {
      (files, told) = ([], tables[0])
      return
    }
    files = tables.enumerated().map { Self.table(.lists, $0.offset, $0.element) }
    told = Self.codes(files.map(\.code))
  }

  /// What is named.
  enum Kind {
    case pages
    case names

    /// What the files are.
    var files: SearchFormat.FileKind {
      switch self {
      case .pages: .pages
      case .names: .names
      }
    }

    /// How many of `count` files a table has, as a power of two.
    ///
    /// A query needs one or two lists and several pages that lie apart; a change of a page's text changes one
    /// page and several lists. So a table of pages is small, a third of what the tables take in the
    /// directory, and one of lists (`ListFiles`) is large: few of them change.
    func shift(of count: Int) -> Int {
      switch self {
      case .pages:
        guard count > 64 else { return 0 }
        var shift = 5
        while 3 << (2 * shift) < count { shift += 1 }
        return shift
      case .names: return count > 64 ? 6 : 0
      }
    }

    /// How many tables `count` files have.
    func tables(of count: Int) -> Int {
      let shift = shift(of: count)
      return shift == 0 ? 0 : (count + (1 << shift) - 1) >> shift
    }
  }

  /// Codes one after another, as bits.
  static func codes(_ codes: some Collection<UInt32>) -> [UInt16] {
    var bits = BitWriter()
    for code in codes { bits.append(Int(code), width: SearchFormat.codeBits) }
    return bits.finish()
  }

  /// Where files begin among so many places, then their codes.
  private static func codes(
    _ codes: some Collection<UInt32>, from starts: [UInt32], below places: Int
  ) -> [UInt16] {
    var bits = BitWriter()
    bits.append(counted: starts, below: places)
    for code in codes { bits.append(Int(code), width: SearchFormat.codeBits) }
    return bits.finish()
  }

  private static func table(
    _ kind: SearchFormat.FileKind, _ number: Int, _ codes: [UInt16]
  ) -> IndexFile {
    var writer = IndexFileWriter(key: SearchFormat.tableKey(kind, number))
    writer.append(codes: codes)
    return writer.finish()
  }
}

extension IndexFileWriter {
  /// Writes bits as a string.
  mutating func append(codes bits: [UInt16]) {
    append("\"")
    append(plain: bits)
    append("\"")
  }
}
