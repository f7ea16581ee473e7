/// What came of asking a search index for what its pages have.
///
/// The index is built as for a browser, read back from its files alone and asked for terms that are
/// drawn from the documents, and for every name as people ask for records (`ProofQuestions`). Which pages have a term is told by the texts of the documents, without the
/// index. So a page that nobody would find is known before it is published.
package struct SearchProof: Sendable, Equatable {
  /// A page that has a term and is not among those found.
  package struct Miss: Sendable, Equatable {
    /// The term as it is typed.
    package let term: String
    /// The address of the page.
    package let page: String

    package init(term: String, page: String) {
      self.term = term
      self.page = page
    }
  }

  /// What an index must not be or do, apart from missing a page.
  package enum Fault: Sendable, Equatable {
    /// A file is missing, not as it is written, or has not the name of its content; its key, `s12`.
    case file(String)
    /// Neither the directory nor a table names a file; its path.
    case surplus(String)
    /// The page's file does not have what the page says.
    case page(String)
    /// The suggestions do not have the page by one of its names where a browser looks for it.
    case name(String, page: String)
    /// A record that bears a name is not found first by it.
    case order(String, page: String)
    /// A name of a record does not find a page that refers to the record, and so many others.
    case reference(String, to: String, page: String, others: Int)
    /// The lists of a facet are not those of the pages.
    case facet(String)
    /// The lists are sure that a page has a term, and it has it in no spelling.
    case excess(term: String, page: String)
  }

  /// How many terms were asked for.
  package private(set) var termCount = 0
  package private(set) var misses: [Miss] = []
  package private(set) var faults: [Fault] = []

  /// Whether everything was found and nothing else.
  package var isPassed: Bool { misses.isEmpty && faults.isEmpty }

  /// What came of a proof that was held elsewhere.
  package init(termCount: Int, misses: [Miss], faults: [Fault]) {
    self.termCount = termCount
    self.misses = misses
    self.faults = faults
  }

  /// Builds the index of `documents` and proves it.
  package static func run(
    _ documents: [SearchDocument], references: [SearchReference] = [],
    facets: [FacetDefinition] = [], options: SearchIndex.Options = SearchIndex.Options()
  ) async -> SearchProof {
    let files = await SearchIndex.build(documents, facets: facets, options: options)
    return SearchProof(of: files, documents, references: references, facets: facets)
  }

  /// Proves the index that `files` are; another seed draws other terms.
  init(
    of files: [SearchFile], _ documents: [SearchDocument], references: [SearchReference] = [],
    facets: [FacetDefinition] = [], seed: UInt64 = 1
  ) {
    do {
      let index = try SearchIndexReader(files)
      let pages = ProofPages(index, documents)
      faults += pages.faults
      faults += Self.unaskedFiles(of: index)
      faults += facets.filter { !pages.hasFacet($0) }.map { .facet($0.key) }
      faults += ProofNames.faults(of: index, documents)
      ask(ProofSampler.terms(of: documents, seed: seed), index, pages)
      let questions = ProofQuestions(index, pages, references: references)
      termCount += questions.count
      faults += questions.faults
    } catch {
      faults.append(.file(error.file))
    }
  }

  /// What is wrong with files that no term needs here: names and old kanji, which a browser fetches for
  /// suggestions, and files that no browser finds.
  private static func unaskedFiles(of index: SearchIndexReader) -> [Fault] {
    let known =
      [SearchFormat.FileKind.kanji.rawValue]
      + (0..<index.files.layout.names).map { SearchFormat.key(.names, $0) }
    return known.filter { index.value($0) == nil }.map(Fault.file)
      + index.files.surplus.map(Fault.surplus)
  }

  private mutating func ask(_ terms: [ProofTerm], _ index: SearchIndexReader, _ pages: ProofPages) {
    termCount = terms.count
    // One set for each word of the terms, in their order: each term has as many words asked as meant.
    let having = pages.having(terms.flatMap(\.meant))
    let explained = pages.explaining(terms.flatMap(\.asked))
    var place = 0
    for term in terms {
      let words = place..<place + term.asked.count
      place = words.upperBound
      let found = term.asked.map { index.find($0) }
      let numbers = Self.common(found.map(\.pages))
      for number in Self.common(words.map { having[$0] }).subtracting(numbers).sorted() {
        misses.append(Miss(term: term.typed, page: pages.urls[number]))
      }
      guard found.allSatisfy(\.isExact) else { continue }
      for number in numbers.subtracting(Self.common(words.map { explained[$0] })).sorted() {
        let page =
          pages.urls.indices.contains(number)
          ? pages.urls[number] : SearchFormat.key(.pages, number)
        faults.append(.excess(term: term.typed, page: page))
      }
    }
  }

  private static func common(_ sets: [Set<Int>]) -> Set<Int> {
    sets.dropFirst().reduce(sets.first ?? []) { $0.intersection($1) }
  }
}
