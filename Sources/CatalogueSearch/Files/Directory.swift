/// The directory of the index, the one file whose name does not tell its content.
///
/// A list of what `SearchFormat.directory` names. The crowded grams are told by their hashes (`GramFiles`),
/// coded as pages are in lists. Where a shift is not 0, the codes are those of tables (`NameTables`).
enum Directory {
  /// Writes the directory that names the files of `parts`.
  static func file(
    of parts: IndexParts, pages: NameTables, lists: NameTables, names: NameTables,
    facets: [FacetDefinition], limit: Int
  ) -> SearchFile {
    let layout = parts.lists.layout
    var writer = IndexFileWriter(key: SearchFormat.directoryKey)
    for (place, entry) in SearchFormat.directory.enumerated() {
      writer.append(place == 0 ? "[" : ",")
      switch entry {
      case .version: writer.append(decimal: SearchFormat.version)
      case .pages: writer.append(decimal: parts.pages.count)
      case .shards: writer.append(decimal: layout.count)
      case .range: writer.append(decimal: layout.range)
      case .crowded: append(layout, to: &writer)
      case .facets: append(facets, to: &writer)
      case .limit: writer.append(decimal: limit)
      case .longest: writer.append(decimal: SearchFormat.longestGram)
      case .names: writer.append(decimal: parts.names.count)
      case .shift(.pages): writer.append(decimal: pages.shift)
      case .shift(.lists): writer.append(decimal: lists.shift)
      case .shift: writer.append(decimal: names.shift)
      case .codes(.kanji): NameTables.append([parts.kanji.code], to: &writer)
      case .codes(.facets): NameTables.append(parts.columns.map(\.code), to: &writer)
      case .codes(.pages): NameTables.append(pages.codes, to: &writer)
      case .codes(.lists): NameTables.append(lists.codes, to: &writer)
      case .codes(.names): NameTables.append(names.codes, to: &writer)
      }
    }
    writer.append("]")
    return SearchFile(
      path: SearchFormat.directoryKey + ".js", bytes: writer.finish().bytes,
      isNamedByContent: false)
  }

  private static func append(_ layout: GramFiles, to writer: inout IndexFileWriter) {
    writer.append("\"")
    if !layout.crowded.isEmpty {
      var bits = BitWriter()
      bits.append(counted: layout.crowded, below: layout.range)
      writer.append(plain: bits.finish())
    }
    writer.append("\"")
  }

  private static func append(_ facets: [FacetDefinition], to writer: inout IndexFileWriter) {
    writer.append("[")
    for (place, facet) in facets.enumerated() {
      if place > 0 { writer.append(",") }
      writer.append(json: facet.key)
    }
    writer.append("]")
  }
}
