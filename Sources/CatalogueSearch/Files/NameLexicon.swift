/// The names of the records by title, alias, reading and id, for suggestions while typing.
///
/// A file has the labels of collections, then its entries. An entry is `[key, shown, url, collection]`: a key
/// that the typed text may be the beginning of, see `GramText.key`, at most `SearchFormat.nameUnits` units but
/// for titles; the title; the page; the number of the collection's label. A word that is known from ruby has
/// no page. The first units of a key tell its file, see `file(of:among:)`.
struct NameLexicon {
  private(set) var files: [IndexFile] = []

  private struct Entry {
    let key: ArraySlice<UInt16>
    let title: String
    let url: String
    /// The label of the collection.
    let kind: String
    /// Whether the key is that of the whole title.
    let isTitle: Bool

    init(_ name: IndexedName, url: String, kind: String) {
      key = name.key
      title = name.title
      isTitle = name.isTitle
      self.url = url
      self.kind = kind
    }

    static func precedes(_ left: Entry, _ right: Entry) -> Bool {
      if left.key != right.key { return left.key.lexicographicallyPrecedes(right.key) }
      if left.title != right.title { return left.title < right.title }
      return left.url == right.url ? left.isTitle && !right.isTitle : left.url < right.url
    }
  }

  /// An entry as it is sorted: most are told apart by the first four units of their keys, without a look at
  /// anything that is counted.
  private struct Place {
    let start: UInt64
    let number: Int

    init(_ number: Int, _ entry: Entry) {
      self.number = number
      start = (0..<4).reduce(0) { start, index in
        start << 16 | (index < entry.key.count ? UInt64(entry.key[index]) : 0)
      }
    }
  }

  init(_ pages: [IndexedPage], readings: ReadingTable) {
    var entries: [Entry] = []
    for page in pages {
      for name in page.names where name.isSuggested {
        entries.append(Entry(name, url: page.url, kind: page.collection))
      }
    }
    for (base, reading) in zip(readings.bases, readings.readings) {
      let name = IndexedName(reading, of: base)
      if name.isSuggested { entries.append(Entry(name, url: "", kind: "")) }
    }
    let size = entries.reduce(0) {
      $0 + $1.key.count * 2 + $1.title.utf16.count * 2 + $1.url.utf16.count * 2 + 24
    }
    let count = max(1, min(Step.down(size / 4_000), pages.count / 30 + 1))
    var shards: [[Place]] = Array(repeating: [], count: count)
    for (number, entry) in entries.enumerated() {
      shards[Self.file(of: entry.key, among: count)].append(Place(number, entry))
    }
    files = shards.enumerated().map { number, places in
      let sorted = places.sorted { left, right in
        if left.start != right.start { return left.start < right.start }
        return Entry.precedes(entries[left.number], entries[right.number])
      }
      return Self.file(number, sorted.lazy.map { entries[$0.number] })
    }
  }

  /// The number of the file with the names that begin as a key does.
  ///
  /// One kanji tells it, so that names are suggested from the first one on; of kana and Latin letters too many
  /// names begin with one.
  private static func file(of key: ArraySlice<UInt16>, among count: Int) -> Int {
    let first = Int(key[0]) * SearchFormat.nameFactor
    return (GramText.isKanji(key[0]) ? first : first + Int(key[1])) % count
  }

  private static func file(_ number: Int, _ entries: some Collection<Entry>) -> IndexFile {
    var writer = IndexFileWriter(key: SearchFormat.key(.names, number))
    let kinds = Set(entries.map(\.kind)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(kinds, kinds.indices))
    writer.append("[[")
    for (index, kind) in kinds.enumerated() {
      if index > 0 { writer.append(",") }
      writer.append(json: kind)
    }
    writer.append("]")
    for entry in entries {
      writer.append(",[")
      // A title that is its own key is not written twice.
      writer.append(json: entry.isTitle ? "" : String(decoding: entry.key, as: UTF16.self))
      writer.append(",")
      writer.append(json: entry.title)
      writer.append(",")
      writer.append(json: entry.url)
      writer.append(",")
      writer.append(decimal: numbers[entry.kind, default: 0])
      writer.append("]")
    }
    writer.append("]")
    return writer.finish()
  }
}
