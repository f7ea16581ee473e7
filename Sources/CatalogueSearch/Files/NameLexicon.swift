/// The names of the records by title, alias and reading, for suggestions while typing.
///
/// An entry is `[key, shown, url]`: a key that the typed text may be the beginning of, folded and with
/// katakana as hiragana, at most `SearchFormat.nameUnits` units but for titles; the title; the page. A word
/// that is known from ruby has no page. The first two units of a key tell its file,
/// `(first * SearchFormat.nameFactor + second) % files`.
struct NameLexicon {
  private(set) var files: [IndexFile] = []

  private struct Entry {
    let key: ArraySlice<UInt16>
    let title: String
    let url: String
    /// Whether the key is that of the whole title.
    let isTitle: Bool

    init(_ name: IndexedName, url: String) {
      key = name.key
      title = name.title
      isTitle = name.isTitle
      self.url = url
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
      for name in page.names where name.isSuggested { entries.append(Entry(name, url: page.url)) }
    }
    for (base, reading) in zip(readings.bases, readings.readings) {
      let name = IndexedName(reading, of: base)
      if name.isSuggested { entries.append(Entry(name, url: "")) }
    }
    let size = entries.reduce(0) {
      $0 + $1.key.count * 2 + $1.title.utf16.count * 2 + $1.url.utf16.count * 2 + 24
    }
    let count = max(1, min(Step.down(size / 4_000), pages.count / 30 + 1))
    var shards: [[Place]] = Array(repeating: [], count: count)
    for (number, entry) in entries.enumerated() {
      let hash = Int(entry.key[0]) * SearchFormat.nameFactor + Int(entry.key[1])
      shards[hash % count].append(Place(number, entry))
    }
    files = shards.enumerated().map { number, places in
      let sorted = places.sorted { left, right in
        if left.start != right.start { return left.start < right.start }
        return Entry.precedes(entries[left.number], entries[right.number])
      }
      return Self.file(number, sorted.lazy.map { entries[$0.number] })
    }
  }

  private static func file(_ number: Int, _ entries: some Sequence<Entry>) -> IndexFile {
    var writer = IndexFileWriter(key: SearchFormat.key(.names, number))
    writer.append("[")
    for (index, entry) in entries.enumerated() {
      writer.append(index > 0 ? ",[" : "[")
      // A title that is its own key is not written twice.
      writer.append(json: entry.isTitle ? "" : String(decoding: entry.key, as: UTF16.self))
      writer.append(",")
      writer.append(json: entry.title)
      writer.append(",")
      writer.append(json: entry.url)
      writer.append("]")
    }
    writer.append("]")
    return writer.finish()
  }
}
