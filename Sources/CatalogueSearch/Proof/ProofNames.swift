/// Looks for every name of the documents where a browser looks for suggestions.
enum ProofNames {
  /// An entry of a file of names.
  private struct Entry: Hashable {
    /// What the typed text may be the beginning of; empty where it is the title.
    let key: [UInt16]
    let title: [UInt16]
    let url: [UInt16]
    let kind: [UInt16]
  }

  /// The names that no suggestion would be made of; none where a file is missing, which is told otherwise.
  static func faults(
    of index: SearchIndexReader, _ documents: [SearchDocument]
  ) -> [SearchProof.Fault] {
    let count = index.files.layout.names
    var files: [Set<Entry>] = []
    for number in 0..<count {
      guard let entries = index.value(SearchFormat.key(.names, number))?.list else { return [] }
      guard let kinds = entries.first?.list?.map({ $0.units ?? [] }) else { return [] }
      files.append(Set(entries.dropFirst().compactMap { entry($0, kinds) }))
    }
    var faults: [SearchProof.Fault] = []
    for document in documents {
      for name in [document.title] + document.readings + document.aliases {
        let key = BrowserRules.key(name)
        guard key.count > 1 else { continue }
        let file = files.isEmpty ? [] : files[BrowserRules.file(ofName: key, of: count)]
        let isTitle = key == BrowserRules.key(document.title)
        let isThere = keys(of: key, isTitle: isTitle).contains { written in
          file.contains(
            Entry(
              key: written, title: Array(document.title.utf16), url: Array(document.url.utf16),
              kind: Array(document.collection.utf16)))
        }
        if !isThere { faults.append(.name(name, page: document.url)) }
      }
    }
    return faults
  }

  /// What an entry may be kept under, so that a browser finds it however much of the name is typed.
  private static func keys(of name: [UInt16], isTitle: Bool) -> [[UInt16]] {
    [name, Array(name.prefix(SearchFormat.nameUnits))] + (isTitle ? [[]] : [])
  }

  private static func entry(_ value: IndexValue, _ kinds: [[UInt16]]) -> Entry? {
    guard let parts = value.list, parts.count == 4, let key = parts[0].units,
      let title = parts[1].units, let url = parts[2].units, let kind = parts[3].number,
      kinds.indices.contains(kind)
    else { return nil }
    return Entry(key: key, title: title, url: url, kind: kinds[kind])
  }
}
