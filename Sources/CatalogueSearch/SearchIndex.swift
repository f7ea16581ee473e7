import ByteWriting
import TextFolding

/// Builds the files that a browser searches the site with.
///
/// The design is told in Documentation/decisions/0005-search-index.md. In short: for every gram, a
/// piece of text of one to six characters, as far as it tells pages apart, there is a list of pages,
/// each with an impact; lists lie in small files by a hash of the gram's first characters; a page's own
/// file has its texts, from which the browser verifies and cites.
///
/// Files are relative to the folder of the search. `index.js` is the directory, which changes with
/// every change of the index; every other file is named by its own content and never changes. Nothing
/// that many files depend on follows from the text of one page but in steps (`Step`), and pages are
/// numbered in the order of their addresses. So an edit changes few files.
package struct SearchIndex: Sendable {
  /// What the build of an index can be told.
  package struct Options: Sendable {
    /// How many pages' worth of work go on at the same time; the result does not depend on it.
    package var workers: Int
    /// Up to how many files there are for a page, the page's own one included.
    package var filesPerPage: Double
    /// How many pages the lists need not tell apart, because a browser looks at them.
    package var limit: Int

    package init(workers: Int = 2, filesPerPage: Double = 1.4, limit: Int = 16) {
      self.workers = workers
      self.filesPerPage = filesPerPage
      self.limit = limit
    }
  }

  /// Builds the index of `documents`: the same documents give the same bytes.
  package static func build(
    _ documents: [SearchDocument], facets: [FacetDefinition] = [], options: Options = Options()
  ) async -> [SearchFile] {
    await parts(documents, facets: facets, options: options)
      .files(facets: facets, limit: options.limit)
  }

  /// Makes the files that others name.
  static func parts(
    _ documents: [SearchDocument], facets: [FacetDefinition], options: Options
  ) async -> IndexParts {
    let pages = documents.sorted { $0.url < $1.url }
    let readings = ReadingTable(pages)
    let collected = await collect(pages, readings: readings, workers: options.workers)
    let pageFiles = await write(pages, readings: collected.readings, workers: options.workers)
    let names = NameLexicon(pages, readings: readings).files
    let columns = facets.enumerated().map {
      FacetColumn($0.element, number: $0.offset, pages: pages).file
    }
    let most =
      Int(Double(pages.count) * options.filesPerPage) - 1 - pages.count
      - NameTables.Kind.pages.tables(of: pages.count) - names.count
      - NameTables.Kind.names.tables(of: names.count) - columns.count - 1
    let lists = await GramLists(
      collected.text, limit: options.limit, most: max(32, NameTables.Kind.lists.most(of: most)),
      workers: options.workers)
    return IndexParts(
      pages: pageFiles, lists: lists, names: names, columns: columns, kanji: kanjiFile())
  }

  /// What lists are made of, and the readings that each page is found by.
  private struct Collected: Sendable {
    var text = IndexedText()
    var readings: [[String]] = []
  }

  private static func collect(
    _ pages: [SearchDocument], readings: ReadingTable, workers: Int
  ) async -> Collected {
    let texts = PageTexts(readings: readings, words: KnownWords.find(in: pages))
    let parts = await inRanges(of: pages.count, workers: workers) { range in
      var part = Collected()
      var runs = KanaRuns()
      for number in range {
        part.readings.append(
          texts.collect(pages[number], number: number, into: &part.text, runs: &runs))
      }
      return (part, runs)
    }
    let spellings = KanaRuns.additions(parts.map(\.1))
    var all = Collected()
    all.text.reserve(parts.reduce(0) { $0 + $1.0.text.units.count } + spellings.all.count * 8)
    for (part, _) in parts {
      all.text.append(part.text) { spellings.of(page: $0) }
      all.readings += part.readings
    }
    for addition in spellings.all { all.readings[Int(addition.page)].append(addition.text) }
    return all
  }

  /// The files of the pages.
  private static func write(
    _ pages: [SearchDocument], readings: [[String]], workers: Int
  ) async -> [IndexFile] {
    await inRanges(of: pages.count, workers: workers) { range in
      range.map { PageFile.file(pages[$0], number: $0, readings: readings[$0]) }
    }
    .flatMap { $0 }
  }

  /// Does work on consecutive ranges of numbers below `count`; gives the results in order.
  private static func inRanges<Result: Sendable>(
    of count: Int, workers: Int, _ work: @escaping @Sendable (Range<Int>) -> Result
  ) async -> [Result] {
    let parts = max(1, min(workers, count))
    return await withTaskGroup(of: (Int, Result).self) { group in
      for number in 0..<parts {
        let range = count * number / parts..<count * (number + 1) / parts
        group.addTask { (number, work(range)) }
      }
      var results: [Result?] = Array(repeating: nil, count: parts)
      for await (number, result) in group { results[number] = result }
      return results.compactMap { $0 }
    }
  }

  /// The radicals, old and variant kanji, fetched only where a query has a character in no gram.
  private static func kanjiFile() -> IndexFile {
    var writer = IndexFileWriter(key: SearchFormat.FileKind.kanji.rawValue)
    var text = String.UnicodeScalarView()
    for (variant, inUse) in Folding.kanji {
      text.append(variant)
      text.append(inUse)
    }
    writer.append(json: String(text))
    return writer.finish()
  }
}
