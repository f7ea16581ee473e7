package import CatalogueModel
package import CatalogueViews
import Parallelism

/// The folder of the lists: what scripts narrow, sort and draw the list of a collection from.
///
/// Each collection has a file by its name, which has the values of all its records and names further files by
/// their content, with the texts of the entries, and the ids and the fields of the records that stand side by side.
package struct ListFolder: OutputFolder {
  private let catalogue: Catalogue
  private let facets: IndexedArray<Collection, FacetIndex>

  /// Prepares the lists of a catalogue with the facets of its collections.
  package init(_ catalogue: Catalogue, facets: IndexedArray<Collection, FacetIndex>) {
    self.catalogue = catalogue
    self.facets = facets
  }

  package var path: String { ListPath.folder }
  package var offers: [FileOffer] { [] }

  package func contents(workers: Int) async -> any FolderContents {
    var files: [ListFile] = []
    for collection in catalogue.schema.collections where !collection.isHidden {
      let list = CollectionList(collection, facets[collection.index], in: catalogue)
      let parts = await Parallel.map(list.parts, workers: workers) { list.file(of: $0) }
      let fields = await Parallel.map(list.fieldParts, workers: workers) { list.fields(of: $0) }
      let ids = list.ids
      files += parts + fields + [ids, list.file(naming: parts, fields: fields, ids: ids)]
    }
    return ListContents(files: files)
  }
}

/// The files of the lists, which are there.
private struct ListContents: FolderContents {
  let files: [ListFile]

  func make<Kept: Sendable>(
    workers: Int, take: @escaping @Sendable (Output) -> Kept
  ) async -> [Kept] {
    files.map { file in
      take(
        Output(
          path: ListPath.folder + file.name, kind: .list, isNamedByContent: file.isNamedByContent,
          bytes: file.bytes))
    }
  }
}
