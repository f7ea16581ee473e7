/// Puts what has Latin letters as a word before what merely begins so: the twin of `wordsFirst` in
/// `search-words.js`.
struct BrowserWords {
  /// What a page says.
  private struct Texts {
    /// Title, aliases and readings.
    let names: [String]
    /// What else a page says: its summary, headings and texts.
    let others: [String]

    init?(_ page: [IndexValue]?) {
      guard let page, page.count == 9, let title = page[2].text, let aliases = page[3].list,
        let readings = page[4].list, let summary = page[6].text, let sections = page[7].list
      else { return nil }
      names = [title] + (aliases + readings).compactMap(\.text)
      others =
        [summary] + sections.flatMap { ($0.list ?? []).dropFirst().compactMap(\.text) }
    }
  }

  private let index: SearchIndexReader
  /// So many pages are looked at, until so many have the word.
  private static let (most, enough) = (24, 10)

  init(_ index: SearchIndexReader) { self.index = index }

  /// The pages of a list with those last that do not have a term of Latin letters as a word.
  func first(
    in list: SearchIndexReader.List, for term: BrowserTerm
  ) -> SearchIndexReader.List {
    let units = BrowserSearch.comparable(term.text)
    guard units.count > 1, term.text.utf8.allSatisfy({ 0x61...0x7A ~= $0 }) else { return list }
    let word = WholeWord(units)
    let names = term.names.map { name in
      let units = BrowserSearch.comparable(name)
      return (units: units, word: WholeWord.isInsideOthers(name) ? WholeWord(units) : nil)
    }
    var impacts = list.impacts
    var words = 0
    let places = impacts.indices.sorted { (impacts[$1], $0) < (impacts[$0], $1) }
    for place in places.prefix(Self.most) where words < Self.enough {
      let key = SearchFormat.key(.pages, list.pages[place])
      guard let texts = Texts(index.value(key)?.list) else { continue }
      let isNamed = texts.names.contains { word.stands(in: $0) }
      let isThere = texts.others.contains { text in
        if word.stands(in: text) { return true }
        let compared = BrowserSearch.comparable(text)
        return names.contains { name in
          compared.has(name.units) && (name.word?.stands(in: text) ?? true)
        }
      }
      let most = isNamed ? Int.max : isThere ? BrowserRules.Worth.name - 1 : 0
      if impacts[place] <= most { words += 1 }
      impacts[place] = min(impacts[place], most)
    }
    return SearchIndexReader.List(pages: list.pages, impacts: impacts)
  }
}
