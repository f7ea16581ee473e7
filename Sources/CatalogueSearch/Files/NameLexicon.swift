/// The names of the records by title, alias and reading, for suggestions while typing.
///
/// An entry is `[key, shown, url]`: a key that the typed text may be the beginning of, folded and with
/// katakana as hiragana, at most eight units but for titles; the title; the page. A word that is known from ruby has no page. Entries lie
/// in files by the first two units of the key, `(first * 31 + second) % files`.
struct NameLexicon {
  private(set) var files: [IndexFile] = []

  /// How much of a reading or an alias is kept: nobody needs a suggestion after so much typing.
  private static let mostUnits = 8

  private struct Entry {
    var key: [UInt16]
    var title: String
    var url: String

    static func precedes(_ left: Entry, _ right: Entry) -> Bool {
      if left.key != right.key { return left.key.lexicographicallyPrecedes(right.key) }
      return (left.title, left.url) < (right.title, right.url)
    }
  }

  init(_ pages: [SearchDocument], readings: ReadingTable) {
    var entries: [Entry] = []
    func add(_ name: String, _ title: String, _ url: String) {
      let key = GramText.hiragana(GramText.units(of: name))
      guard key.count > 1 else { return }
      let isTitle = name == title
      entries.append(
        Entry(key: isTitle ? key : Array(key.prefix(Self.mostUnits)), title: title, url: url))
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
      let isTitle = entry.key == GramText.hiragana(GramText.units(of: entry.title))
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
