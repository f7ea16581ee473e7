import TextFolding

/// Answers a query as a browser does before it guesses: the twin of `search` in `search-engine.js`.
///
/// It finds by the lists, puts what is called so first and finds a record under all its names. What a browser
/// tries when nothing is found, and other spellings of dates and numbers, are left out.
struct BrowserSearch {
  /// What a query finds.
  struct Answer {
    /// The pages in their order; a browser leaves out those that do not have the terms.
    let pages: [Int]
    let terms: [BrowserTerm]
  }

  /// The names of a page by how much they count: title, aliases, readings.
  private struct Names {
    let title: String
    let aliases: [String]
    let keys: [[[UInt16]]]

    init?(_ page: [IndexValue]?) {
      guard let page, page.count == 9, let title = page[2].text, let aliases = page[3].list,
        let readings = page[4].list
      else { return nil }
      self.title = title
      self.aliases = aliases.compactMap(\.text)
      keys = [[title], self.aliases, readings.compactMap(\.text)].map { $0.map(BrowserRules.key) }
    }

    /// Which kind of the names a key is.
    func place(of key: [UInt16]) -> Int? { keys.firstIndex { $0.contains(key) } }
  }

  private let index: SearchIndexReader
  private let names: [Names?]
  private let words: BrowserWords
  /// How many results a browser shows first.
  private static let few = 10
  /// How many records a term names at most.
  static let mostNamed = 8

  init(_ index: SearchIndexReader) {
    self.index = index
    names = (0..<index.pageCount).map { Names(index.value(SearchFormat.key(.pages, $0))?.list) }
    words = BrowserWords(index)
  }

  /// What a query finds as it is typed.
  func answer(_ query: String) -> Answer { answer(BrowserTerm.terms(of: query)) }

  private func answer(_ terms: [BrowserTerm]) -> Answer {
    var excluded = terms.filter(\.isExcluded)
    var wanted = terms.filter { !$0.isExcluded }
    guard !wanted.isEmpty else { return Answer(pages: [], terms: terms) }
    var (list, covers) = find(wanted)
    let named = wanted.indices.map { name(&wanted[$0], covers[$0]) }
    if let whole = whole(terms, list) { return answer(whole) }
    if wanted.contains(where: { !$0.names.isEmpty }) { (list, covers) = find(wanted) }
    for place in excluded.indices where !excluded[place].isPhrase {
      let covers = find([excluded[place]]).covers
      _ = name(&excluded[place], covers[0])
    }
    let leading = wanted.count > 1 ? [] : named[0].filter { list.pages.contains($0) }
    if wanted.count == 1 { list = words.first(in: list, for: wanted[0]) }
    let others = Self.ranked(list).filter { !leading.contains($0) }
    return Answer(pages: leading + others, terms: wanted + excluded)
  }

  /// The pages that may have all terms, looked up until they are few, and what is known of each term as it is
  /// typed.
  private func find(
    _ terms: [BrowserTerm]
  ) -> (list: SearchIndexReader.List, covers: [BrowserCover]) {
    var covers = terms.map { term in
      [BrowserCover(term.text, isName: false)]
        + term.names.map { BrowserCover(Folding.fold($0), isName: true) }
    }
    while true {
      let isOpen = covers.contains { $0.contains(where: \.isOpen) }
      for term in covers.indices {
        for cover in covers[term].indices { covers[term][cover].look(in: index) }
      }
      let lists = covers.map(Self.list)
      let list = lists.dropFirst().reduce(lists[0]) { list, other in
        list.joined(with: other) { one, other in one.flatMap { one in other.map { one + $0 } } }
      }
      let all = covers.joined()
      let isFew = list.pages.count <= Self.few && all.allSatisfy { $0.list != nil }
      if !isOpen || isFew || all.allSatisfy(\.isExact) { return (list, covers.map { $0[0] }) }
    }
  }

  /// The pages that have one of a term's spellings.
  ///
  /// Other names are worth less, and none inside a word.
  private static func list(_ covers: [BrowserCover]) -> SearchIndexReader.List {
    let none = SearchIndexReader.List(pages: [], impacts: [])
    return covers.dropFirst().reduce(covers[0].list ?? none) { found, cover in
      found.joined(with: cover.list ?? none) { one, other in
        one
          ?? (cover.isName && other == 0
            ? nil : max((other ?? 0) - BrowserRules.Worth.text, cover.isName ? 1 : 0))
      }
    }
  }

  /// The pages that a term names, titles first.
  ///
  /// The term gets the other names of these.
  private func name(_ term: inout BrowserTerm, _ cover: BrowserCover) -> [Int] {
    guard let list = cover.list, let start = cover.start else { return [] }
    let (length, key) = (term.length, BrowserRules.key(term.text))
    let impact =
      BrowserRules.Worth.name + SearchFormat.nameLengths.count { length <= $0 }
    // What stands around tells less of how long a name is than where it begins.
    let begun = start.joined(with: list) { one, other in other == nil ? nil : one }
    let candidates = zip(begun.pages, begun.impacts).filter { $0.1 >= impact }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.prefix(Self.mostNamed)
    let found = candidates.compactMap { page, _ in
      names[page].flatMap { names in names.place(of: key).map { (page, $0, names) } }
    }
    if !term.isPhrase {
      var known = [BrowserRules.units(of: term.text)]
      // JavaScript sorts by length in UTF-16; the sort is stable, as this one must be.
      let others = found.flatMap { [$0.2.title] + $0.2.aliases }.enumerated().sorted {
        ($0.element.utf16.count, $0.offset) < ($1.element.utf16.count, $1.offset)
      }
      for (_, name) in others {
        let text = BrowserRules.units(of: name)
        guard text.count > 1,
          !known.contains(where: { text.starts(with: $0) || $0.count > 2 && text.has($0) })
        else { continue }
        known.append(text)
        term.names.append(name)
      }
    }
    return found.enumerated().sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }
      .map(\.element.0)
  }

  /// What is typed with a name with spaces as one term, where there is one; a dash may be part of it.
  private func whole(_ asked: [BrowserTerm], _ list: SearchIndexReader.List) -> [BrowserTerm]? {
    guard asked.count > 1 else { return nil }
    let wanted = asked.filter { !$0.isExcluded }
    let ways = [(wanted, asked.filter(\.isExcluded)), (asked, [])].filter { $0.0.count > 1 }.map {
      // With their spaces: two numbers are not one.
      (text: Folding.fold($0.0.map(\.text).joined(separator: " ")), others: $0.1)
    }
    let impacts = Dictionary(zip(list.pages, list.impacts)) { first, _ in first }
    for page in Self.ranked(list).prefix(5) {
      if impacts[page, default: 0] <= BrowserRules.Worth.name { return nil }
      for way in ways where names[page]?.place(of: BrowserRules.key(way.text)) != nil {
        return [BrowserTerm(text: way.text)] + way.others
      }
    }
    return nil
  }

  /// The pages of a list, those of the greatest impact first.
  private static func ranked(_ list: SearchIndexReader.List) -> [Int] {
    zip(list.impacts, list.pages).sorted { ($1.0, $0.1) < ($0.0, $1.1) }.map(\.1)
  }

  /// A text as texts of pages are compared.
  static func comparable(_ text: String) -> [UInt16] {
    BrowserRules.hiragana(BrowserRules.units(of: text))
  }
}

extension [UInt16] {
  /// Whether other units stand among these, one after another.
  func has(_ others: [UInt16]) -> Bool {
    guard let first = others.first else { return true }
    return withUnsafeBufferPointer { mine in
      others.withUnsafeBufferPointer { others in
        guard mine.count >= others.count else { return false }
        for start in 0...(mine.count - others.count) where mine[start] == first {
          if others.indices.allSatisfy({ mine[start + $0] == others[$0] }) { return true }
        }
        return false
      }
    }
  }
}
