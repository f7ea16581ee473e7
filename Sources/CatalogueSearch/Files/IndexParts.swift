import Parallelism

/// A file of the index after it was handed over: its code, and what the taker made of it.
struct TakenFile<Output: Sendable>: Sendable {
  let code: UInt32
  let output: Output

  /// Hands a file over.
  init(_ file: IndexFile, to take: (SearchFile) -> Output) {
    code = file.code
    output = take(file.published)
  }
}

/// The files of an index that readers ask for; the directory and the tables name them.
///
/// The files have been handed over already, so that an index of any size needs the memory of a few.
struct IndexParts<Output: Sendable> {
  typealias File = TakenFile<Output>

  var pages: [File]
  var lists: [File]
  /// Which place a gram has.
  var layout: GramFiles
  /// Which places each of `lists` has.
  var listFiles: ListFiles
  var names: [File]
  /// The files of the facets.
  var columns: [File]
  var kanji: File

  /// Hands the tables and the directory over; gives what came of all files, the directory first.
  func outputs(
    facets: [FacetDefinition], limit: Int, take: (SearchFile) -> Output
  ) -> [Output] {
    let pageTables = NameTables(.pages, of: pages.map(\.code))
    let listTables = NameTables(listFiles, of: lists.map(\.code))
    let nameTables = NameTables(.names, of: names.map(\.code))
    let directory = Directory(
      pageCount: pages.count, layout: layout, facets: facets.map(\.key), limit: limit,
      nameFiles: names.count, pages: pageTables, lists: listTables, names: nameTables,
      columns: columns.map(\.code), kanji: kanji.code)
    let tables = [pageTables, listTables, nameTables].map { table in
      table.files.map { File($0, to: take) }
    }
    let named = [pages, tables[0], lists, tables[1], names, tables[2], columns, [kanji]]
    return [take(directory.file)] + named.joined().map(\.output)
  }
}
