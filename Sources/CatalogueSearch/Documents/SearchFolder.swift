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
    let definitions = documents.facets
    let json = SearchJSON(definitions)
    var pages: [IndexedPage?] = []
    pages.reserveCapacity(catalogue.records.count)
    var out = ByteWriter(capacity: 1)
    json.begin(&out)
    // Each document is made once, for the index and for the JSON, and let go.
    await Parallel.takeChunks(order, workers: workers) { records in
      var out = ByteWriter(capacity: 64_000)
      let pages = records.map { record in
        let document = documents.document(of: record)
        if out.count > 0 { out.append(",") }
        json.append(document, to: &out)
        return IndexedPage(document)
      }
      return (pages, out.bytes)
    } take: { (made: [IndexedPage], objects: [UInt8]) in
      if !pages.isEmpty { out.append(",") }
      out.append(contentsOf: objects)
      pages += made
    }
    json.end(&out)
    return SearchContents(pages, facets: definitions, json: out.bytes)
  }

  /// The records in the order of the addresses of their pages.
  private var order: [RecordIndex] {
    let paths = catalogue.records.indices.map { catalogue.path(of: $0) }
    return paths.indices.sorted { paths[$0] < paths[$1] }.map { RecordIndex($0) }
  }
}

/// What the files of the search are made from.
private final class SearchContents: FolderContents {
  private let count: Int
  private let facets: [FacetDefinition]
  /// Each page until the index has taken it over, which lets go of one part of it after the other.
  private let pages: Mutex<[IndexedPage?]>
  /// All pages as JSON, until they are handed over.
  private let json: Mutex<[UInt8]>

  init(_ pages: [IndexedPage?], facets: [FacetDefinition], json: [UInt8]) {
    self.facets = facets
    count = pages.count
    self.pages = Mutex(pages)
    self.json = Mutex(json)
  }

  func make<Kept: Sendable>(
    workers: Int, take: @escaping @Sendable (Output) -> Kept
  ) async -> [Kept] {
    // First, since the index needs all the room that there is.
    let documents = documents().map(take)
    return await documents
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

  /// The JSON of all pages, and its schema.
  private func documents() -> [Output] {
    let bytes = json.withLock { json in
      defer { json = [] }
      return json
    }
    return [
      Output(path: SearchFolder.path + SearchJSON.name, kind: .search, bytes: bytes),
      Output(
        path: SearchFolder.path + SearchJSON.schemaName, kind: .search, bytes: SearchJSON.schema),
    ]
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
