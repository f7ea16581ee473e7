/// The directory of the index, the one file whose name does not tell its content.
///
/// `[version, pages, cold, hot characters, their numbers of files, lengths of the codes of marks, files
/// of names, [facet key…]]`; numbers of files and lengths are characters from U+0100 on.
struct Directory {
  let file: SearchFile

  init(
    version: String, pages: Int, layout: ShardLayout, names: Int, facets: [FacetDefinition]
  ) {
    var writer = IndexFileWriter(key: "index")
    writer.append("[")
    writer.append(json: version)
    writer.append(",")
    writer.append(decimal: pages)
    writer.append(",")
    writer.append(decimal: layout.cold)
    writer.append(",\"")
    writer.append(plain: layout.hot)
    writer.append("\",\"")
    writer.append(plain: layout.parts.map { 0x100 + UInt16($0) })
    writer.append("\",\"")
    writer.append(plain: layout.code.lengths.map { 0x100 + UInt16($0) })
    writer.append("\",")
    writer.append(decimal: names)
    writer.append(",[")
    for (index, facet) in facets.enumerated() {
      if index > 0 { writer.append(",") }
      writer.append(json: facet.key)
    }
    writer.append("]]")
    file = SearchFile(path: "index.js", bytes: writer.finish())
  }
}
