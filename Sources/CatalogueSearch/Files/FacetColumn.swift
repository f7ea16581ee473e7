/// The file of one facet, `f0`: `[label, [[id, label, pages]…]]`, the pages coded as in the lists of grams.
struct FacetColumn {
  let file: IndexFile

  init(_ facet: FacetDefinition, number: Int, pages: [IndexedPage]) {
    var numbers: [String: Int] = [:]
    for (place, value) in facet.values.enumerated() where numbers[value.id] == nil {
      numbers[value.id] = place
    }
    var lists: [[UInt32]] = Array(repeating: [], count: facet.values.count)
    for (number, page) in pages.enumerated() {
      for column in page.facets where column.key == facet.key {
        for id in column.values {
          guard let place = numbers[id], lists[place].last != UInt32(number) else { continue }
          lists[place].append(UInt32(number))
        }
      }
    }
    var writer = IndexFileWriter(key: "f\(number)")
    var bits = BitWriter()
    writer.append("[")
    writer.append(json: facet.label)
    writer.append(",[")
    for (place, value) in facet.values.enumerated() {
      writer.append(place > 0 ? ",[" : "[")
      writer.append(json: value.id)
      writer.append(",")
      writer.append(json: value.label)
      writer.append(",\"")
      // A value without a page has no list.
      if !lists[place].isEmpty {
        bits.append(counted: lists[place], below: pages.count)
      }
      writer.append(plain: bits.finish())
      writer.append("\"]")
    }
    writer.append("]]")
    file = writer.finish()
  }
}
