import Parallelism
import ProcessMemory
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

    package init(workers: Int = 2, filesPerPage: Double = 1.8, limit: Int = 16) {
      self.workers = workers
      self.filesPerPage = filesPerPage
      self.limit = limit
    }
  }

  /// Builds the index of `documents`: the same documents give the same bytes.
  package static func build(
    _ documents: [SearchDocument], facets: [FacetDefinition] = [], options: Options = Options()
  ) async -> [SearchFile] {
    await build(documents.count, facets: facets, options: options) { number in
      IndexedPage(documents[number])
    } take: {
      $0
    }
  }

  /// Builds the index of so many pages, which may come in any order.
  ///
  /// Files are handed over as they are made; `take` is called on any thread and says what is kept of each.
  /// What it gives comes back in a fixed order.
  package static func build<Output: Sendable>(
    _ count: Int, facets: [FacetDefinition], options: Options,
    page: @escaping @Sendable (Int) -> IndexedPage,
    take: @escaping @Sendable (SearchFile) -> Output
  ) async -> [Output] {
    await parts(count, facets: facets, options: options, page: page, take: take)
      .outputs(facets: facets, limit: options.limit, take: take)
  }

  /// Makes the files that others name, and hands them over.
  static func parts<Output: Sendable>(
    _ count: Int, facets: [FacetDefinition], options: Options,
    page: @escaping @Sendable (Int) -> IndexedPage,
    take: @escaping @Sendable (SearchFile) -> Output
  ) async -> IndexParts<Output> {
    let workers = options.workers
    var pages = await Parallel.map(Array(0..<count), workers: workers, page)
    // Of pages that are worth the same those about the site come last.
    pages.sort { $0.isAside == $1.isAside ? $0.url < $1.url : $1.isAside }
    let readings = ReadingTable(pages)
    var parts = await collect(pages, readings: readings, workers: workers)
    // What is not needed any more goes, so that the texts are not in memory three times.
    for number in pages.indices { pages[number].forgetBlocks() }
    var collected = joined(&parts)
    FreedMemory.giveBack()
    let pageFiles = await write(pages, readings: collected.readings, workers: workers, take)
    for number in pages.indices { pages[number].forgetTexts() }
    collected.readings = []
    let names = NameLexicon(pages, readings: readings).files.map { TakenFile($0, to: take) }
    let columns = facets.enumerated().map {
      TakenFile(FacetColumn($0.element, number: $0.offset, pages: pages).file, to: take)
    }
    pages = []
    FreedMemory.giveBack()
    let most =
      Int(Double(count) * options.filesPerPage) - 1 - count
      - NameTables.Kind.pages.tables(of: count) - names.count
      - NameTables.Kind.names.tables(of: names.count) - columns.count - 1
    let lists = await GramLists(
      &collected.text, limit: options.limit, most: max(32, most - ListFiles.mostTables(of: most)),
      workers: workers)
    return IndexParts(
      pages: pageFiles, lists: await lists.files(workers: workers, take: take),
      layout: lists.layout, listFiles: lists.listFiles, names: names, columns: columns,
      kanji: TakenFile(kanjiFile(), to: take))
  }

  /// What lists are made of, and the readings that each page is found by.
  private struct Collected: Sendable {
    var text = IndexedText()
    var readings: [[String]] = []
    var runs = KanaRuns()
  }

  /// Gives the texts in a few parts.
  private static func collect(
    _ pages: [IndexedPage], readings: ReadingTable, workers: Int
  ) async -> [Collected] {
    let texts = PageTexts(readings: readings, words: KnownWords(of: pages))
    return await inRanges(of: pages.count, workers: workers) { range in
      var part = Collected()
      // A unit for each of the blocks, and more for the ends of runs and for other spellings. What is not
      // written takes no memory, but a text that grows is in memory twice.
      part.text.reserve(range.reduce(0) { $0 + pages[$1].blocks.count } / 4 * 5)
      for number in range {
        part.readings.append(
          texts.collect(pages[number], number: number, into: &part.text, runs: &part.runs))
      }
      return part
    }
  }

  /// Joins the texts, each page with the other spellings of its words.
  ///
  /// The parts are empty afterwards.
  private static func joined(_ parts: inout [Collected]) -> Collected {
    let spellings = KanaRuns.additions(parts.map(\.runs))
    var all = Collected()
    all.text.reserve(parts.reduce(0) { $0 + $1.text.units.count } + spellings.all.count * 8)
    for number in parts.indices {
      all.text.append(parts[number].text) { spellings.of(page: $0) }
      all.readings += parts[number].readings
      parts[number] = Collected()
    }
    for addition in spellings.all { all.readings[Int(addition.page)].append(addition.text) }
    return all
  }

  /// Makes the files of the pages and hands them over.
  private static func write<Output: Sendable>(
    _ pages: [IndexedPage], readings: [[String]], workers: Int,
    _ take: @escaping @Sendable (SearchFile) -> Output
  ) async -> [TakenFile<Output>] {
    await Parallel.map(Array(pages.indices), workers: workers) { number in
      let file = PageFile.file(pages[number].texts, number: number, readings: readings[number])
      return TakenFile(file, to: take)
    }
  }

  /// Does work on consecutive ranges of numbers below `count`; gives the results in order.
  private static func inRanges<Result: Sendable>(
    of count: Int, workers: Int, _ work: @escaping @Sendable (Range<Int>) -> Result
  ) async -> [Result] {
    let parts = max(1, min(workers, count))
    let ranges = (0..<parts).map { count * $0 / parts..<count * ($0 + 1) / parts }
    return await Parallel.map(ranges, workers: workers, work)
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
