import TextFolding

/// Finds pages by the files of an index alone: the twin of `search-engine.js` in what it finds.
///
/// It proves an index before it is published (`SearchProof`) and serves the tests. It reads all files of
/// lists at once, and it has no guesses: other spellings, slips and ranks are the browser's. It knows the format
/// by the constants that the scripts are given, and shares nothing else with what writes the index.
package struct SearchIndexReader {
  /// The pages with a gram, in order, and what a mention on each is worth.
  struct List: Equatable {
    var pages: [Int]
    var impacts: [Int]
  }

  /// A file that is missing or not as it should be.
  package struct Fault: Error, Equatable {
    /// The key of the file, `s12`; `index` for the directory.
    package let file: String
  }

  let files: IndexFiles
  private var lists: [[UInt16]: List] = [:]

  var pageCount: Int { files.layout.pages }
  /// How many pages of an answer the lists need not tell apart.
  var limit: Int { files.layout.limit }

  /// Reads an index; throws a `Fault` for a file that is not as it should be.
  package init(_ files: [SearchFile]) throws(Fault) {
    self.files = try IndexFiles(files)
    for number in self.files.layout.starts.indices { try read(number, self.files.layout) }
  }

  private mutating func read(_ number: Int, _ layout: IndexFiles.Layout) throws(Fault) {
    let name = SearchFormat.key(.lists, layout.starts[number])
    guard let value = value(name)?.list, value.count == 2, let units = value[0].units,
      let characters = value[1].units
    else { throw Fault(file: name) }
    var reader = ListReader(characters, pages: pageCount)
    var next = 0
    while next < units.count {
      let length = reader.number(SearchFormat.lengthBits) + 1
      guard next + length <= units.count else { throw Fault(file: name) }
      let gram = Array(units[next..<next + length])
      next += length
      guard layout.isInFile(number, gram) else {
        throw Fault(file: name)
      }
      var list = reader.list()
      try readBelow(gram, &list, units, &next, &reader, name)
      lists[gram] = List(pages: list.pages, impacts: list.impacts)
    }
    guard reader.isAtEnd else { throw Fault(file: name) }
  }

  private mutating func readBelow(
    _ gram: [UInt16], _ list: inout ListReader.List, _ units: [UInt16], _ next: inout Int,
    _ reader: inout ListReader, _ name: String
  ) throws(Fault) {
    let isMany = BrowserRules.isMany(list.pages.count, limit: limit, length: gram.count)
    guard gram.count == 1 || isMany else { return }
    while reader.number(1) == 1 {
      guard next < units.count, gram.count < files.layout.longest else { throw Fault(file: name) }
      let longer = gram + [units[next]]
      next += 1
      var below = reader.list(in: &list, isPair: gram.count == 1)
      try readBelow(longer, &below, units, &next, &reader, name)
      lists[longer] = List(pages: below.pages, impacts: below.impacts)
    }
  }

  /// What a file has by its key; nil if there is no such file.
  func value(_ key: String) -> IndexValue? { files.value(key) }

  /// All grams that have lists, in order.
  var grams: [[UInt16]] { lists.keys.sorted { $0.lexicographicallyPrecedes($1) } }

  /// The list of a gram; nil if it has none.
  func list(_ gram: [UInt16]) -> List? { lists[gram] }

  /// The numbers of the pages, in the order of their addresses, that may have a text as it is typed.
  package func find(_ text: String) -> Set<Int> { find(BrowserRules.units(of: text)).pages }

  /// The pages that may have a folded term, and whether the lists are sure that they have it.
  func find(_ term: [UInt16]) -> (pages: Set<Int>, isExact: Bool) {
    let runs = term.split { !BrowserRules.isWord($0) }
    var found: Set<Int>?
    for run in runs {
      for start in run.indices {
        guard let list = longestList(run[start...]) else {
          // All characters and pairs have lists.
          if run.count == 1 || start + 1 < run.endIndex { return ([], true) }
          continue
        }
        found = found.map { $0.intersection(list.pages) } ?? Set(list.pages)
      }
    }
    let isExact = runs.count == 1 && runs[0].count == term.count && lists[term] != nil
    return (found ?? [], isExact)
  }

  private func longestList(_ text: ArraySlice<UInt16>) -> List? {
    for length in stride(
      from: min(files.layout.longest, text.count), to: text.count > 1 ? 1 : 0, by: -1)
    {
      if let list = lists[Array(text.prefix(length))] { return list }
    }
    return nil
  }

  /// The list of the longest part that some units begin with and that has one, its impacts as a browser has
  /// them, and how long that part is.
  ///
  /// A browser looks in one file, which has no shorter part than the file is told by.
  func list(atStartOf units: ArraySlice<UInt16>) -> (length: Int, list: List?) {
    let text = Array(units)
    let layout = files.layout
    let most = min(layout.longest, text.count)
    var first = 1
    while first < most,
      layout.crowded.contains(BrowserRules.hash(text[..<first]) & (layout.range - 1))
    { first += 1 }
    let least = max(first, min(2, text.count))
    for length in stride(from: most, through: least, by: -1) {
      guard var list = lists[Array(text[..<length])] else { continue }
      list.impacts = list.impacts.map(BrowserRules.Worth.of)
      return (length, list)
    }
    return (least - 1, nil)
  }

  /// The texts of a page in which a browser looks for a term, folded.
  func texts(ofPage number: Int) throws(Fault) -> [[UInt16]] {
    let name = SearchFormat.key(.pages, number)
    guard let page = value(name)?.list, page.count == 9, let sections = page[7].list,
      let names = page[3].list, let readings = page[4].list,
      let spellings = page[5].list
    else { throw Fault(file: name) }
    let values =
      [page[2], page[6]] + names + readings + spellings
      + sections.flatMap { $0.list?.dropFirst() ?? [] }
    let texts = values.compactMap(\.text)
    guard texts.count == values.count else { throw Fault(file: name) }
    return texts.map { BrowserRules.units(of: $0) }
  }
}
