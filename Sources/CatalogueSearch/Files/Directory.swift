/// The directory of the index, the one file whose name does not tell its content.
///
/// A list of what `SearchFormat.directory` names. The crowded grams are told by their hashes (`GramFiles`),
/// coded as pages are in lists. Where a shift is not 0, the codes are those of tables (`NameTables`).
struct Directory {
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
    var writer = IndexFileWriter(key: SearchFormat.directoryKey)
    for (place, entry) in SearchFormat.directory.enumerated() {
      writer.append(place == 0 ? "[" : ",")
      switch entry {
      case .version: writer.append(decimal: SearchFormat.version)
      case .pages: writer.append(decimal: pageCount)
      case .places: writer.append(decimal: layout.places)
      case .range: writer.append(decimal: layout.range)
      case .crowded: appendCrowded(to: &writer)
      case .facets: appendFacets(to: &writer)
      case .limit: writer.append(decimal: limit)
      case .longest: writer.append(decimal: SearchFormat.longestGram)
      case .names: writer.append(decimal: nameFiles)
      case .shift(.pages): writer.append(decimal: pages.shift)
      case .shift(.lists): writer.append(decimal: lists.shift)
      case .shift: writer.append(decimal: names.shift)
      case .codes(.kanji): writer.append(codes: NameTables.codes([kanji]))
      case .codes(.facets): writer.append(codes: NameTables.codes(columns))
      case .codes(.pages): writer.append(codes: pages.told)
      case .codes(.lists): writer.append(codes: lists.told)
      case .codes(.names): writer.append(codes: names.told)
      }
    }
    writer.append("]")
    return SearchFile(
      path: SearchFormat.directoryKey + ".js", bytes: writer.finish().bytes,
      isNamedByContent: false)
  }

  private func appendCrowded(to writer: inout IndexFileWriter) {
    writer.append("\"")
    if !layout.crowded.isEmpty {
      var bits = BitWriter()
      bits.append(counted: layout.crowded, below: layout.range)
      writer.append(plain: bits.finish())
    }
    writer.append("\"")
  }

  private func appendFacets(to writer: inout IndexFileWriter) {
    writer.append("[")
    for (place, facet) in facets.enumerated() {
      if place > 0 { writer.append(",") }
      writer.append(json: facet)
    }
    writer.append("]")
  }
}
