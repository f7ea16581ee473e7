/// The directory of the index, the one file whose name does not tell its content.
///
/// `[format, pages, files of lists, range of hashes, crowded grams, [facet key…], limit, longest, files of
/// names, shift of pages, of lists, of names, then codes: of old kanji, of facets, of pages, of lists, of
/// names]`. The crowded grams are told by their hashes (`GramFiles`), coded as pages are in lists; the limit
/// is how many pages of an answer need not be told apart by lists; the longest gram has so many characters.
/// Where a shift is not 0, the codes are those of tables (`NameTables`).
struct Directory {
  /// Changes whenever an engine could not read the files of another.
  static let format = 3

  let pageCount: Int
  let layout: GramFiles
  /// The keys of the facets.
  let facets: [String]
  let limit: Int
  /// How many files of names there are.
  let nameFiles: Int
  let pages: NameTables
  let lists: NameTables
  let names: NameTables
  /// The codes of the files of the facets.
  let columns: [UInt32]
  /// The code of the file of old kanji.
  let kanji: UInt32

  /// The directory as it is published.
  var file: SearchFile {
    var writer = IndexFileWriter(key: "index")
    writer.append("[")
    for number in [Self.format, pageCount, layout.count, layout.range] {
      writer.append(decimal: number)
      writer.append(",")
    }
    writer.append("\"")
    if !layout.crowded.isEmpty {
      var bits = BitWriter()
      bits.append(counted: layout.crowded, below: layout.range)
      writer.append(plain: bits.finish())
    }
    writer.append("\"")
    writer.append(",[")
    for (index, facet) in facets.enumerated() {
      if index > 0 { writer.append(",") }
      writer.append(json: facet)
    }
    writer.append("]")
    for number in [
      limit, GramTree.longest, nameFiles, pages.shift, lists.shift, names.shift,
    ] {
      writer.append(",")
      writer.append(decimal: number)
    }
    for codes in [[kanji], columns, pages.codes, lists.codes, names.codes] {
      writer.append(",")
      NameTables.append(codes, to: &writer)
    }
    writer.append("]")
    return SearchFile(path: "index.js", bytes: writer.finish().bytes, isNamedByContent: false)
  }
}
