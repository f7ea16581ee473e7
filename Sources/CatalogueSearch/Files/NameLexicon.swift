/// The names of the records by title, alias and reading, for suggestions while typing.
///
/// An entry is `[key, shown, url]`: a key that the typed text may be the beginning of, folded and with
/// katakana as hiragana, at most eight units but for titles; the title; the page. A word that is known from
/// ruby has no page. Entries lie in files by the first two units of the key, `(first * 31 + second) % files`.
struct NameLexicon {
  private(set) var files: [IndexFile] = []

  private struct Entry {
    /// The first four units of the key, to compare most entries at once.
    let start: UInt64
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
      var start: UInt64 = 0
      for index in 0..<4 {
        start = start << 16 | (index < key.count ? UInt64(key[index]) : 0)
      }
      self.start = start
    }

    static func precedes(_ left: Entry, _ right: Entry) -> Bool {
      if left.start != right.start { return left.start < right.start }
      if left.key != right.key { return left.key.lexicographicallyPrecedes(right.key) }
      return (left.title, left.url) < (right.title, right.url)
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
    var shards: [[Entry]] = Array(repeating: [], count: count)
    for entry in entries {
      shards[(Int(entry.key[0]) * 31 + Int(entry.key[1])) % count].append(entry)
    }
    files = shards.enumerated().map { number, entries in
      Self.file(number, entries.sorted(by: Entry.precedes))
    }
  }

  private static func file(_ number: Int, _ entries: [Entry]) -> IndexFile {
    var writer = IndexFileWriter(key: "n\(number)")
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
