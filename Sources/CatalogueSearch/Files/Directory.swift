/// The directory of the index, the one file whose name does not tell its content.
///
/// `[version, pages, files of grams, range of hashes, crowded grams, files of names, [facet key…], limit,
/// longest]`. The crowded grams are told by their hashes (`GramFiles`), coded as pages are in lists; the
/// limit is how many pages of an answer need not be told apart by lists; the longest gram has so many
/// characters.
struct Directory {
  let file: SearchFile

  init(
    version: String, pages: Int, layout: GramFiles, names: Int, facets: [FacetDefinition],
    limit: Int
  ) {
    var writer = IndexFileWriter(key: "index")
    writer.append("[")
    writer.append(json: version)
    for number in [pages, layout.count] {
      writer.append(",")
      writer.append(decimal: number)
    }
    writer.append(",")
    writer.append(decimal: layout.range)
    writer.append(",\"")
    if !layout.crowded.isEmpty {
      var bits = BitWriter()
      bits.append(counted: layout.crowded, below: layout.range)
      writer.append(plain: bits.finish())
    }
    writer.append("\",")
    writer.append(decimal: names)
    writer.append(",[")
    for (index, facet) in facets.enumerated() {
      if index > 0 { writer.append(",") }
      writer.append(json: facet.key)
    }
    writer.append("],")
    writer.append(decimal: limit)
    writer.append(",")
    writer.append(decimal: GramTree.longest)
    writer.append("]")
    file = SearchFile(path: "index.js", bytes: writer.finish())
  }
}
