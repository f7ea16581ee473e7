package import CatalogueModel
package import CatalogueViews
import Parallelism
import Synchronization

/// The folder of the search index.
package struct SearchFolder: OutputFolder {
  package let path = "search/"
  private let catalogue: Catalogue
  private let facets: IndexedArray<Collection, FacetIndex>

  /// Prepares the index of a catalogue with the facets of its collections.
  package init(_ catalogue: Catalogue, facets: IndexedArray<Collection, FacetIndex>) {
    self.catalogue = catalogue
    self.facets = facets
  }

  package func contents(workers: Int) async -> any FolderContents {
    let documents = SearchDocuments(catalogue, facets: facets)
    let pages = await Parallel.map(Array(0..<catalogue.records.count), workers: workers) { number in
      Optional(IndexedPage(documents.document(of: RecordIndex(number))))
    }
    return SearchContents(path: path, pages: pages, facets: documents.facets)
  }
}

/// What the index needs to know of all pages.
private final class SearchContents: FolderContents {
  private let path: String
  private let count: Int
  private let facets: [FacetDefinition]
  /// Each page until the index has taken it over, which lets go of one part of it after the other.
  private let pages: Mutex<[IndexedPage?]>

  init(path: String, pages: [IndexedPage?], facets: [FacetDefinition]) {
    self.path = path
    self.facets = facets
    count = pages.count
    self.pages = Mutex(pages)
  }

  func make<Kept: Sendable>(
    workers: Int, take: @escaping @Sendable (Output) -> Kept
  ) async -> [Kept] {
    let path = path
    return await SearchIndex.build(
      count, facets: facets, options: SearchIndex.Options(workers: workers)
    ) { number in
      self.takePage(number)
    } take: { file in
      take(
        Output(
          path: path + file.path, kind: .search, isNamedByContent: file.isNamedByContent,
          bytes: file.bytes))
    }
  }

  private func takePage(_ number: Int) -> IndexedPage {
    let page = pages.withLock { pages in
      let page = pages[number]
      pages[number] = nil
      return page
    }
    guard let page else { preconditionFailure("the index is made twice of the same pages") }
    return page
  }
}
