package import CatalogueModel
package import CatalogueViews

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

  package func make<Kept: Sendable>(
    workers: Int, take: @escaping @Sendable (Output) -> Kept
  ) async -> [Kept] {
    let documents = SearchDocuments(catalogue, facets: facets)
    let path = path
    return await SearchIndex.build(
      catalogue.records.count, facets: documents.facets,
      options: SearchIndex.Options(workers: workers)
    ) { number in
      IndexedPage(documents.document(of: RecordIndex(number)))
    } take: { file in
      take(
        Output(
          path: path + file.path, kind: .search, isNamedByContent: file.isNamedByContent,
          bytes: file.bytes))
    }
  }
}
