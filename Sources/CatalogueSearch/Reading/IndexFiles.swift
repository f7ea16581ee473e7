/// The files of an index as its directory and its tables name them.
struct IndexFiles: Sendable {
  /// What the directory tells, see `Directory`.
  struct Layout: Sendable {
    let pages: Int
    /// How many places of grams there are.
    let places: Int
    /// The first place of each file of lists.
    fileprivate(set) var starts: [Int] = []
    let range: Int
    /// The hashes of crowded grams.
    let crowded: Set<Int>
    /// The keys of the facets.
    let facets: [String]
    let names: Int
    let limit: Int
    let longest: Int

    /// Whether a browser looks in a file of lists for a gram that stands by itself: if all that it begins
    /// with is crowded.
    ///
    /// `file` is the number of the file in `starts`.
    func isInFile(_ file: Int, _ gram: [UInt16]) -> Bool {
      let end = file + 1 < starts.count ? starts[file + 1] : places
      return gram.count <= longest
        && (starts[file]..<end).contains(BrowserRules.hash(gram) & (places - 1))
        && (1..<max(1, gram.count)).allSatisfy {
          crowded.contains(BrowserRules.hash(gram[..<$0]) & (range - 1))
        }
    }
  }

  private(set) var layout: Layout
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
    let path = SearchFormat.directoryKey + ".js"
    guard let directory = Directory(read.removeValue(forKey: path)?.value) else {
      throw SearchIndexReader.Fault(file: SearchFormat.directoryKey)
    }
    layout = directory.layout
    take(SearchFormat.FileKind.kanji.rawValue, directory.codes(.kanji).first ?? 0)
    for (number, code) in directory.codes(.facets).enumerated() {
      take(SearchFormat.key(.facets, number), code)
    }
    try take(.pages, layout.pages, directory)
    try takeLists(directory)
    try take(.names, layout.names, directory)
    surplus = read.keys.sorted()
    read = [:]
  }

  /// What a file has by its key; nil if there is no such file.
  func value(_ key: String) -> IndexValue? { values[key] }

  private mutating func take(_ key: String, _ code: Int) {
    values[key] = read.removeValue(forKey: BrowserRules.path(key, code))?.value
  }

  /// Takes the files of one kind, with their tables if there are some.
  private mutating func take(
    _ kind: SearchFormat.FileKind, _ count: Int, _ directory: Directory
  ) throws(SearchIndexReader.Fault) {
    let shift = directory.number(.shift(kind)) ?? -1
    let codes = directory.codes(kind)
    guard (0..<30).contains(shift), codes.count == (count + (1 << shift) - 1) >> shift else {
      throw SearchIndexReader.Fault(file: SearchFormat.directoryKey)
    }
    for (number, code) in codes.enumerated() {
      if shift == 0 {
        take(SearchFormat.key(kind, number), code)
        continue
      }
      let key = SearchFormat.tableKey(kind, number)
      take(key, code)
      let start = number << shift
      guard let units = values[key]?.units, let codes = Directory.codes(in: units),
        codes.count == min(1 << shift, count - start)
      else { throw SearchIndexReader.Fault(file: key) }
      for (place, code) in codes.enumerated() { take(SearchFormat.key(kind, start + place), code) }
    }
  }

  /// Takes the files of lists, which begin at places that the directory or the tables tell.
  private mutating func takeLists(_ directory: Directory) throws(SearchIndexReader.Fault) {
    let shift = directory.number(.shift(.lists)) ?? -1
    guard (0..<30).contains(shift), layout.places > 0 else {
      throw SearchIndexReader.Fault(file: SearchFormat.directoryKey)
    }
    guard shift > 0 else {
      return try take(
        directory.units(.codes(.lists)), from: 0, below: layout.places, SearchFormat.directoryKey)
    }
    let tables = directory.codes(.lists)
    guard tables.count << shift == layout.places else {
      throw SearchIndexReader.Fault(file: SearchFormat.directoryKey)
    }
    for (number, code) in tables.enumerated() {
      let key = SearchFormat.tableKey(.lists, number)
      take(key, code)
      try take(values[key]?.units, from: number << shift, below: 1 << shift, key)
    }
  }

  /// Takes the files of lists at places from `first` on that some units name.
  private mutating func take(
    _ units: [UInt16]?, from first: Int, below places: Int, _ file: String
  ) throws(SearchIndexReader.Fault) {
    guard let named = units.flatMap({ Directory.starts(in: $0, below: places) }) else {
      throw SearchIndexReader.Fault(file: file)
    }
    for (start, code) in named {
      layout.starts.append(first + start)
      take(SearchFormat.key(.lists, first + start), code)
    }
  }

  private static func isNamed(_ file: SearchFile, _ key: String) -> Bool {
    if file.path == SearchFormat.directoryKey + ".js" {
      return key == SearchFormat.directoryKey && !file.isNamedByContent
    }
    // How the content is hashed is the writer's alone: a browser takes the name as the directory has it.
    return file.isNamedByContent
      && IndexFile(key: key, bytes: file.bytes).published.path == file.path
  }

  /// The key of a file by its path: what stands before the code.
  static func key(of path: String) -> String {
    let parts = path.split(separator: ".")
    return parts.dropLast(parts.count > 2 ? 2 : 1).joined(separator: ".")
  }
}

extension IndexFiles {
  /// The directory as a browser reads it: values in the order of `SearchFormat.directory`.
  private struct Directory {
    private let values: [IndexValue]
    let layout: Layout

    /// Reads a directory; nil if it is not as it should be.
    init?(_ value: IndexValue?) {
      guard let values = value?.list, values.count == SearchFormat.directory.count else {
        return nil
      }
      self.values = values
      func number(_ entry: SearchFormat.DirectoryEntry) -> Int? {
        Self.value(entry, of: values)?.number
      }
      guard number(.version) == SearchFormat.version, let pages = number(.pages),
        let places = number(.places), places > 0, let range = number(.range), range > 0,
        let crowded = Self.value(.crowded, of: values)?.units,
        let facets = Self.value(.facets, of: values)?.list, let limit = number(.limit),
        let longest = number(.longest), let names = number(.names)
      else { return nil }
      var hashes = ListReader(crowded, pages: range)
      layout = Layout(
        pages: pages, places: places, range: range,
        crowded: crowded.isEmpty ? [] : Set(hashes.numbers()), facets: facets.compactMap(\.text),
        names: names, limit: limit, longest: longest)
      guard codes(.kanji).count == 1, codes(.facets).count == facets.count else { return nil }
    }

    func number(_ entry: SearchFormat.DirectoryEntry) -> Int? {
      Self.value(entry, of: values)?.number
    }

    /// The codes of files of one kind, or of their tables.
    func codes(_ kind: SearchFormat.FileKind) -> [Int] {
      Self.value(.codes(kind), of: values)?.units.flatMap(Self.codes) ?? []
    }

    /// What an entry of bits has.
    func units(_ entry: SearchFormat.DirectoryEntry) -> [UInt16]? {
      Self.value(entry, of: values)?.units
    }

    private static func value(
      _ entry: SearchFormat.DirectoryEntry, of values: [IndexValue]
    ) -> IndexValue? {
      SearchFormat.directory.firstIndex(of: entry).map { values[$0] }
    }

    /// The places below `places` that files begin at, the first at 0, and their codes; nil if the units are not
    /// as they are written.
    static func starts(in units: [UInt16], below places: Int) -> [(start: Int, code: Int)]? {
      guard !units.isEmpty else { return nil }
      var reader = ListReader(units, pages: places)
      let starts = reader.numbers()
      let named = starts.map { (start: $0, code: reader.number(SearchFormat.codeBits)) }
      return reader.isAtEnd && starts.first == 0 && (starts.last ?? places) < places ? named : nil
    }

    /// The codes that units tell; nil if the units are not as they are written.
    static func codes(in units: [UInt16]) -> [Int]? {
      let (width, bits) = (SearchFormat.codeBits, SearchFormat.bits)
      let characters =
        SearchFormat.firstCharacter..<(SearchFormat.firstCharacter + (1 << bits))
      let count = units.count * bits / width
      guard units.count == (count * width + bits - 1) / bits,
        units.allSatisfy({ characters.contains(Int($0)) })
      else { return nil }
      var reader = ListReader(units, pages: 0)
      return (0..<count).map { _ in reader.number(width) }
    }
  }
}
