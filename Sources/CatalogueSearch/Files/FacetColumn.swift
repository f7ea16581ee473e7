/// The file of one facet: `[label, [[id, label, pages]…]]`, the pages coded as in the lists of grams.
struct FacetColumn {
  let file: SearchFile

  init(_ facet: FacetDefinition, pages: [SearchDocument]) {
    var numbers: [String: Int] = [:]
    for (number, value) in facet.values.enumerated() where numbers[value.id] == nil {
      numbers[value.id] = number
    }
    var lists: [[UInt32]] = Array(repeating: [], count: facet.values.count)
    for (page, document) in pages.enumerated() {
      for column in document.facets where column.key == facet.key {
        for id in column.values {
          guard let number = numbers[id], lists[number].last != UInt32(page) else { continue }
          lists[number].append(UInt32(page))
        }
      }
    }
    var writer = IndexFileWriter(key: "f-\(facet.key)")
    var bits = BitWriter()
    writer.append("[")
    writer.append(json: facet.label)
    writer.append(",[")
    for (number, value) in facet.values.enumerated() {
      writer.append(number > 0 ? ",[" : "[")
      writer.append(json: value.id)
      writer.append(",")
      writer.append(json: value.label)
      writer.append(",\"")
      // A value without a page has no list.
      if !lists[number].isEmpty {
        bits.append(counted: lists[number], below: pages.count)
      }
      writer.append(plain: bits.finish())
      writer.append("\"]")
    }
    writer.append("]]")
    file = SearchFile(path: "f-\(facet.key).js", bytes: writer.finish())
  }
}
