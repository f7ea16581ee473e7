/// The pages of an index beside the documents that they are of, by the numbers of the pages.
struct ProofPages {
  /// The addresses of the pages that have a file; empty for those that have none.
  private(set) var urls: [String]
  /// What the files of the pages lack.
  private(set) var faults: [SearchProof.Fault] = []
  private let index: SearchIndexReader
  /// The documents with the numbers of their pages.
  private(set) var documents: [(number: Int, document: SearchDocument)] = []
  /// The folded texts of each page's file.
  private var texts: [[[UInt16]]]
  /// The same with katakana as hiragana.
  private var comparable: [[[UInt16]]]

  init(_ index: SearchIndexReader, _ documents: [SearchDocument]) {
    self.index = index
    urls = Array(repeating: "", count: index.pageCount)
    texts = Array(repeating: [], count: index.pageCount)
    comparable = texts
    var numbers: [String: Int] = [:]
    for number in 0..<index.pageCount {
      do {
        texts[number] = try index.texts(ofPage: number)
        comparable[number] = texts[number].map(BrowserRules.hiragana)
        urls[number] = index.value(SearchFormat.key(.pages, number))?.list?[0].text ?? ""
        numbers[urls[number]] = number
      } catch {
        faults.append(.file(error.file))
      }
    }
    for document in documents {
      guard let number = numbers[document.url], has(number, document) else {
        faults.append(.page(document.url))
        continue
      }
      self.documents.append((number, document))
    }
    // A page of the index that no document is of would be found and lead nowhere.
    let known = Set(documents.map(\.url))
    faults += urls.filter { !$0.isEmpty && !known.contains($0) }.map { .page($0) }
  }

  /// Whether a page's file says what its document says.
  private func has(_ number: Int, _ document: SearchDocument) -> Bool {
    guard let page = index.value(SearchFormat.key(.pages, number))?.list,
      page.count == 9, let sections = page[7].list
    else { return false }
    let expected: [IndexValue] = [
      .text(Array(document.url.utf16)), .text(Array(document.collection.utf16)),
      .text(Array(document.title.utf16)),
      .list(document.aliases.map { .text(Array($0.utf16)) }),
      .list(document.readings.map { .text(Array($0.utf16)) }),
    ]
    let parts = document.sections.map { section in
      IndexValue.list(
        [section.anchor, section.heading, section.text].map { .text(Array($0.utf16)) })
    }
    return Array(page[..<5]) == expected && page[6] == .text(Array(document.summary.utf16))
      && sections == parts
  }

  /// The pages whose documents have each of some folded words: their texts, or the readings of the names.
  ///
  /// Readings are compared as hiragana, as the browser compares kana.
  func having(_ words: [[UInt16]]) -> [Set<Int>] {
    var scan = WordScan(words)
    for (number, document) in documents {
      let sections = document.sections.flatMap { [$0.heading, $0.text] }
      for text in [document.title, document.summary] + document.aliases + sections {
        scan.read(BrowserRules.units(of: text), page: number)
      }
      for reading in document.readings {
        scan.read(BrowserRules.hiragana(BrowserRules.units(of: reading)), page: number)
      }
    }
    return scan.pages
  }

  /// The pages on which a browser sees each of some folded words: in the texts of the page's file with the
  /// spellings that it is listed under, in kana of either kind, or as a compound with less okurigana.
  func explaining(_ words: [[UInt16]]) -> [Set<Int>] {
    var scan = WordScan(words)
    for (number, texts) in texts.enumerated() {
      for text in comparable[number] { scan.read(text, page: number) }
      for text in texts {
        scan.read(text, page: number)
        Okurigana.spellings(in: text) { scan.read($0, page: number) }
      }
    }
    return scan.pages
  }

  /// What a browser looks for in the texts of a page before it shows it, see `isShown`.
  struct Needles {
    /// The spellings of each term, one of which a page must have.
    fileprivate var wanted: [[Spelling]] = []
    /// What a page must not have.
    fileprivate var excluded: [Spelling] = []

    /// A spelling as texts are compared.
    fileprivate struct Spelling {
      let units: [UInt16]
      /// Whether it must be a word of its own, as another name in Latin letters must.
      let isWord: Bool
    }
  }

  /// What a browser looks for in a page for some terms.
  func needles(of terms: [BrowserTerm]) -> Needles {
    var needles = Needles()
    for term in terms {
      let names = term.names.map {
        Needles.Spelling(
          units: BrowserSearch.comparable($0), isWord: WholeWord.isInsideOthers($0))
      }
      let own = Needles.Spelling(units: BrowserSearch.comparable(term.text), isWord: false)
      let spellings = [own] + names
      if term.isExcluded {
        needles.excluded += spellings
      } else {
        needles.wanted.append(spellings)
      }
    }
    return needles
  }

  /// Whether a browser shows a page that the lists have: if it has the terms in its own texts.
  func isShown(_ number: Int, _ needles: Needles) -> Bool {
    needles.wanted.allSatisfy { spellings in spellings.contains { has(number, $0) } }
      && !needles.excluded.contains { has(number, $0) }
  }

  /// Whether a page has a spelling: its texts have it, or a compound that is it with less okurigana.
  private func has(_ number: Int, _ spelling: Needles.Spelling) -> Bool {
    let units = spelling.units
    guard !units.isEmpty else { return false }
    guard !spelling.isWord else {
      guard comparable[number].contains(where: { $0.has(units) }),
        let document = documents.first(where: { $0.number == number })?.document
      else { return false }
      let word = WholeWord(units)
      let sections = document.sections.flatMap { [$0.heading, $0.text] }
      return ([document.title, document.summary] + document.aliases + sections)
        .contains { word.stands(in: $0) }
    }
    if comparable[number].contains(where: { $0.has(units) }) { return true }
    guard units.contains(where: { 0x3041...0x3096 ~= $0 }) else { return false }
    var isThere = false
    for text in texts[number] {
      Okurigana.spellings(in: text) {
        isThere = isThere || BrowserRules.hiragana($0).has(units)
      }
    }
    return isThere
  }

  /// Whether the file of a facet lists the documents that have each of its values.
  func hasFacet(_ facet: FacetDefinition) -> Bool {
    guard let number = index.files.layout.facets.firstIndex(of: facet.key),
      let column = index.value(SearchFormat.key(.facets, number))?.list, column.count == 2,
      let values = column[1].list, values.count == facet.values.count
    else { return false }
    var members: [String: Set<Int>] = [:]
    for (number, document) in documents {
      for own in document.facets where own.key == facet.key {
        for id in own.values { members[id, default: []].insert(number) }
      }
    }
    return zip(values, facet.values).allSatisfy { value, expected in
      guard let parts = value.list, parts.count == 3, let characters = parts[2].units,
        parts[0].text == expected.id, parts[1].text == expected.label
      else { return false }
      var reader = ListReader(characters, pages: index.pageCount)
      let listed = characters.isEmpty ? [] : reader.numbers()
      return Set(listed) == members[expected.id] ?? [] && reader.isAtEnd
    }
  }
}
