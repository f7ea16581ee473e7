/// The names of the records by title, alias and reading, for suggestions while typing.
///
/// An entry is `[key, shown, url]`: a key that the typed text may be the beginning of, folded and with
/// katakana as hiragana, at most `SearchFormat.nameUnits` units but for titles; the title; the page. A word
/// that is known from ruby has no page. The first two units of a key tell its file,
/// `(first * SearchFormat.nameFactor + second) % files`.
struct NameLexicon {
  private(set) var files: [IndexFile] = []

  private struct Entry {
    var key: [UInt16]
    /// Whether the key is the whole name.
    var isWhole: Bool
    var title: String
    var url: String

    static func precedes(_ left: Entry, _ right: Entry) -> Bool {
      if left.key != right.key { return left.key.lexicographicallyPrecedes(right.key) }
      if left.title != right.title { return left.title < right.title }
      return left.url == right.url ? left.isWhole && !right.isWhole : left.url < right.url
    }
  }

  init(_ pages: [SearchDocument], readings: ReadingTable) {
    var entries: [Entry] = []
    func add(_ name: String, _ title: String, _ url: String) {
      let key = GramText.hiragana(GramText.units(of: name))
      guard key.count > 1 else { return }
      let isWhole = name == title || key.count <= SearchFormat.nameUnits
      entries.append(
        Entry(
          key: isWhole ? key : Array(key.prefix(SearchFormat.nameUnits)), isWhole: isWhole,
          title: title, url: url))
    }
    for page in pages {
      var known: Set<String> = []
      for name in [page.title, page.reading] + page.aliases where known.insert(name).inserted {
        add(name, page.title, page.url)
      }
    }
    for (base, reading) in zip(readings.bases, readings.readings) { add(reading, base, "") }
    let size = entries.reduce(0) {
      $0 + $1.key.count * 2 + $1.title.utf16.count * 2 + $1.url.utf16.count * 2 + 24
    }
    let count = max(1, min(Step.down(size / 4_000), pages.count / 30 + 1))
    var shards: [[Entry]] = Array(repeating: [], count: count)
    for entry in entries {
      let hash = Int(entry.key[0]) * SearchFormat.nameFactor + Int(entry.key[1])
      shards[hash % count].append(entry)
    }
    files = shards.enumerated().map { number, entries in
      Self.file(number, entries.sorted(by: Entry.precedes))
    }
  }

  private static func file(_ number: Int, _ entries: [Entry]) -> IndexFile {
    var writer = IndexFileWriter(key: SearchFormat.key(.names, number))
    writer.append("[")
    for (index, entry) in entries.enumerated() {
      writer.append(index > 0 ? ",[" : "[")
      // A title that is its own key is not written twice. A longer name that is cut to the title is another:
      // what is typed may go on.
      let isTitle =
        entry.isWhole && entry.key == GramText.hiragana(GramText.units(of: entry.title))
      writer.append(json: isTitle ? "" : String(decoding: entry.key, as: UTF16.self))
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
