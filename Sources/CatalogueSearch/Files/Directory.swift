/// The directory of the index, the one file whose name does not tell its content.
///
/// `[format, pages, files of lists, range of hashes, crowded grams, [facet key…], limit, longest, files of
/// names, shift of pages, of lists, of names, then codes: of old kanji, of facets, of pages, of lists, of
/// names]`. The crowded grams are told by their hashes (`GramFiles`), coded as pages are in lists; the limit
/// is how many pages of an answer need not be told apart by lists; the longest gram has so many characters.
/// Where a shift is not 0, the codes are those of tables (`NameTables`).
enum Directory {
  /// Changes whenever an engine could not read the files of another.
  static let format = 3

  /// Writes the directory that names the files of `parts`.
  static func file(
    of parts: IndexParts, pages: NameTables, lists: NameTables, names: NameTables,
    facets: [FacetDefinition], limit: Int
  ) -> SearchFile {
    let layout = parts.lists.layout
    var writer = IndexFileWriter(key: "index")
    writer.append("[")
    for number in [format, parts.pages.count, layout.count, layout.range] {
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
      writer.append(json: facet.key)
    }
    writer.append("]")
    for number in [
      limit, GramTree.longest, parts.names.count, pages.shift, lists.shift, names.shift,
    ] {
      writer.append(",")
      writer.append(decimal: number)
    }
    let named = [[parts.kanji.code], parts.columns.map(\.code)]
    for codes in named + [pages.codes, lists.codes, names.codes] {
      writer.append(",")
      NameTables.append(codes, to: &writer)
    }
    writer.append("]")
    return SearchFile(path: "index.js", bytes: writer.finish().bytes, isNamedByContent: false)
  }
}
