/// The files of an index that readers ask for; the directory and the tables name them.
struct IndexParts {
  var pages: [IndexFile]
  var lists: GramLists
  var names: [IndexFile]
  /// The files of the facets.
  var columns: [IndexFile]
  var kanji: IndexFile

  /// All files as they are published, the directory first.
  func files(facets: [FacetDefinition], limit: Int) -> [SearchFile] {
    let pageTables = NameTables(.pages, of: pages)
    let listTables = NameTables(.lists, of: lists.files)
    let nameTables = NameTables(.names, of: names)
    let directory = Directory.file(
      of: self, pages: pageTables, lists: listTables, names: nameTables, facets: facets,
      limit: limit)
    let named: [[IndexFile]] = [
      pages, pageTables.files, lists.files, listTables.files, names, nameTables.files, columns,
      [kanji],
    ]
    return [directory] + named.joined().map(\.published)
  }
}
