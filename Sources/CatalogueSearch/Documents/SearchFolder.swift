import ByteWriting
package import CatalogueModel
package import CatalogueViews
import Parallelism
import Synchronization

/// The folder of the search: the index of the scripts, and the same pages as JSON with its schema.
package struct SearchFolder: OutputFolder {
  package static let path = "search/"
  /// What the page of the data offers.
  package static let offers = [
    FileOffer(path: path + SearchJSON.name, label: "検索のもと：すべてのページの名前と分類と文章（JSON）"),
    FileOffer(path: path + SearchJSON.schemaName, label: "検索のもとの形（JSON Schema）"),
  ]

  private let catalogue: Catalogue
  private let facets: IndexedArray<Collection, FacetIndex>

  /// Prepares the index of a catalogue with the facets of its collections.
  package init(_ catalogue: Catalogue, facets: IndexedArray<Collection, FacetIndex>) {
    self.catalogue = catalogue
    self.facets = facets
  }

  package var path: String { Self.path }
  package var offers: [FileOffer] { Self.offers }

  package func contents(workers: Int) async -> any FolderContents {
    let documents = SearchDocuments(catalogue, facets: facets)
    let pages = await Parallel.map(order, workers: workers) { record in
      Optional(IndexedPage(documents.document(of: record)))
    }
    return SearchContents(pages: pages, facets: documents.facets)
  }

  /// The records in the order of the addresses of their pages; those about the site come last.
  private var order: [RecordIndex] {
    let paths = catalogue.records.indices.map {
      (isAside: catalogue.collection(of: $0).isHidden, path: catalogue.path(of: $0))
    }
    return paths.indices.sorted {
      paths[$0].isAside == paths[$1].isAside
        ? paths[$0].path < paths[$1].path : paths[$1].isAside
    }.map { RecordIndex($0) }
  }
}

/// What the files of the search are made from.
private final class SearchContents: FolderContents {
  private let count: Int
  private let facets: [FacetDefinition]
  /// Each page until the index has taken it over, which lets go of one part of it after the other.
  private let pages: Mutex<[IndexedPage?]>

  init(pages: [IndexedPage?], facets: [FacetDefinition]) {
    self.facets = facets
    count = pages.count
    self.pages = Mutex(pages)
  }

  func make<Kept: Sendable>(
    workers: Int, take: @escaping @Sendable (Output) -> Kept
  ) async -> [Kept] {
    // First, since the index needs all the room that there is.
    let json = take(
      Output(
        path: SearchFolder.path + SearchJSON.name, kind: .search,
        bytes: await json(workers: workers)
      ))
    let schema = take(
      Output(
        path: SearchFolder.path + SearchJSON.schemaName, kind: .search, bytes: SearchJSON.schema))
    return await [json, schema]
      + SearchIndex.build(count, facets: facets, options: SearchIndex.Options(workers: workers)) {
        number in
        self.takePage(number)
      } take: { file in
        take(
          Output(
            path: SearchFolder.path + file.path, kind: .search,
            isNamedByContent: file.isNamedByContent, bytes: file.bytes))
      }
  }

  /// All pages as JSON.
  private func json(workers: Int) async -> [UInt8] {
    let json = SearchJSON(facets)
    let pages = pages.withLock { $0 }
    var out = ByteWriter(capacity: 1)
    json.begin(&out)
    var isFirst = true
    await Parallel.takeChunks(pages, workers: workers) { pages in
      var out = ByteWriter(capacity: 64_000)
      for page in pages {
        guard let page else { continue }
        if out.count > 0 { out.append(",") }
        json.append(page, to: &out)
      }
      return out.bytes
    } take: { (objects: [UInt8]) in
      if !isFirst { out.append(",") }
      isFirst = false
      out.append(contentsOf: objects)
    }
    json.end(&out)
    return out.bytes
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
