/// The files of an index as its directory and its tables name them.
struct IndexFiles: Sendable {
  /// What the directory tells, see `Directory`.
  struct Layout: Sendable {
    let pages: Int
    let lists: GramFiles
    /// The keys of the facets.
    let facets: [String]
    let names: Int
    let limit: Int
    let longest: Int
  }

  let layout: Layout
  /// The paths of the files that nothing names, in order.
  private(set) var surplus: [String] = []
  private var values: [String: IndexValue] = [:]
  private var read: [String: (key: String, value: IndexValue)] = [:]

  /// Reads an index; throws for a file that is not as it should be or has not the name of its content.
  init(_ files: [SearchFile]) throws(SearchIndexReader.Fault) {
    for file in files {
      guard let (key, value) = IndexFileReader.read(file.bytes), Self.isNamed(file, key) else {
        throw SearchIndexReader.Fault(file: Self.key(of: file.path))
      }
      read[file.path] = (key, value)
    }
    guard let directory = read.removeValue(forKey: "index.js")?.value.list, directory.count == 17,
      directory[0].number == Directory.format, let pages = directory[1].number,
      let count = directory[2].number, let range = directory[3].number,
      let crowded = directory[4].units, let facets = directory[5].list,
      let limit = directory[6].number, let longest = directory[7].number,
      let names = directory[8].number, let pageShift = directory[9].number,
      let listShift = directory[10].number, let nameShift = directory[11].number, range > 0
    else { throw SearchIndexReader.Fault(file: "index") }
    let codes = directory[12...].compactMap { $0.units.flatMap(NameTables.codes) }
    guard codes.count == 5, codes[0].count == 1, codes[1].count == facets.count else {
      throw SearchIndexReader.Fault(file: "index")
    }
    var flags = ListReader(crowded, pages: range)
    layout = Layout(
      pages: pages,
      lists: GramFiles(
        count: count, range: range, crowded: crowded.isEmpty ? [] : flags.numbers()),
      facets: facets.compactMap(\.text), names: names, limit: limit, longest: longest)
    take("k", codes[0][0])
    for (number, code) in codes[1].enumerated() { take("f\(number)", code) }
    try take(.pages, pages, pageShift, codes[2])
    try take(.lists, count, listShift, codes[3])
    try take(.names, names, nameShift, codes[4])
    surplus = read.keys.sorted()
    read = [:]
  }

  /// What a file has by its key; nil if there is no such file.
  func value(_ key: String) -> IndexValue? { values[key] }

  private mutating func take(_ key: String, _ code: UInt32) {
    values[key] = read.removeValue(forKey: IndexFile.path(key, code))?.value
  }

  /// Takes the files of one kind, with their tables if there are some.
  private mutating func take(
    _ kind: NameTables.Kind, _ count: Int, _ shift: Int, _ codes: [UInt32]
  ) throws(SearchIndexReader.Fault) {
    guard (0..<30).contains(shift), codes.count == (count + (1 << shift) - 1) >> shift else {
      throw SearchIndexReader.Fault(file: "index")
    }
    for (number, code) in codes.enumerated() {
      if shift == 0 {
        take("\(kind.rawValue)\(number)", code)
        continue
      }
      let key = "t\(kind.rawValue)\(number)"
      take(key, code)
      let start = number << shift
      guard let units = values[key]?.units, let codes = NameTables.codes(in: units),
        codes.count == min(1 << shift, count - start)
      else { throw SearchIndexReader.Fault(file: key) }
      for (place, code) in codes.enumerated() { take("\(kind.rawValue)\(start + place)", code) }
    }
  }

  private static func isNamed(_ file: SearchFile, _ key: String) -> Bool {
    if file.path == "index.js" { return key == "index" && !file.isNamedByContent }
    return file.isNamedByContent
      && IndexFile(key: key, bytes: file.bytes).published.path == file.path
  }

  /// The key of a file by its path: what stands before the code.
  static func key(of path: String) -> String {
    let parts = path.split(separator: ".")
    return parts.dropLast(parts.count > 2 ? 2 : 1).joined(separator: ".")
  }
}
