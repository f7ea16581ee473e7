import ByteWriting

/// `search/index.json`: every page as the search knows it, for whoever makes another search of them.
///
/// `index.schema.json`, which is published beside it, tells its form. The pages stand in the order of their
/// addresses, as they are numbered in the files of the search; texts are as they are shown, not folded.
struct SearchJSON: Sendable {
  /// Changes whenever a program could misread the document that reads the one before.
  static let version = 1
  /// The name of the document in the folder of the search.
  static let name = "index.json"
  /// The name of its schema, in the same folder.
  static let schemaName = "index.schema.json"
  /// The schema (JSON Schema, draft 2020-12).
  static var schema: [UInt8] { PackageResources.index_schema_json }

  private let facets: [FacetDefinition]
  /// The labels of a facet's values by their ids, for each facet.
  private let labels: [String: [String: String]]

  /// Writes pages that have values of `facets`.
  init(_ facets: [FacetDefinition]) {
    self.facets = facets
    labels = Dictionary(
      facets.map { facet in
        let values = facet.values.map { ($0.id, $0.label) }
        return (facet.key, Dictionary(values, uniquingKeysWith: { first, _ in first }))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Writes a page as an object on a line of its own, from what its file will have of it.
  func append(_ page: IndexedPage, to out: inout ByteWriter) {
    var names = WrittenValues(page.texts.beforeReadings[1...])
    out.append("\n{")
    out.beginMember("url")
    out.append(utf16: names.next())
    out.beginMember("collection")
    out.append("{")
    out.beginMember("key")
    out.append(json: page.collectionKey)
    out.beginMember("label")
    out.append(utf16: names.next())
    out.append("}")
    out.beginMember("title")
    out.append(utf16: names.next())
    out.beginMember("aliases")
    out.append(utf16: names.next())
    out.beginMember("readings")
    out.append(utf16: names.next())
    // The end of the readings stands before.
    var texts = WrittenValues(page.texts.afterReadings[2...])
    out.beginMember("summary")
    out.append(utf16: texts.next())
    out.beginMember("rubies")
    appendObjects(page.rubies, to: &out) { ruby, out in
      out.beginMember("base")
      out.append(json: ruby.base)
      out.beginMember("reading")
      out.append(json: ruby.reading)
    }
    out.beginMember("facets")
    append(page.facets, to: &out)
    out.beginMember("sections")
    out.append("[")
    var sections = texts.nextValues()
    while sections.hasMore {
      var section = sections.nextValues()
      out.beginElement()
      out.append("{")
      out.beginMember("anchor")
      out.append(utf16: section.next())
      out.beginMember("heading")
      out.append(utf16: section.next())
      out.beginMember("text")
      out.append(utf16: section.next())
      out.append("}")
    }
    out.append("]}")
  }

  /// Writes what a page has in the facets; those of which it has no value are left out.
  private func append(_ columns: [SearchDocument.FacetValues], to out: inout ByteWriter) {
    out.append("{")
    for column in columns {
      guard let labels = labels[column.key] else { continue }
      let values = column.values.compactMap { id in labels[id].map { (id, $0) } }
      if values.isEmpty { continue }
      out.beginMember(key: column.key)
      appendObjects(values, to: &out) { value, out in
        out.beginMember("id")
        out.append(json: value.0)
        out.beginMember("label")
        out.append(json: value.1)
      }
    }
    out.append("}")
  }

  private func appendObjects<Element>(
    _ elements: [Element], to out: inout ByteWriter,
    _ write: (Element, inout ByteWriter) -> Void
  ) {
    out.append("[")
    for element in elements {
      out.beginElement()
      out.append("{")
      write(element, &out)
      out.append("}")
    }
    out.append("]")
  }

  /// Begins the document with the facets and their values, in the order in which they are shown.
  func begin(_ out: inout ByteWriter) {
    out.append("{\"$schema\":")
    out.append(json: Self.schemaName)
    out.beginMember("version")
    out.append(decimal: Self.version)
    out.beginMember("facets")
    out.append("[")
    for facet in facets {
      out.beginElementLine()
      out.append("{")
      out.beginMember("key")
      out.append(json: facet.key)
      out.beginMember("label")
      out.append(json: facet.label)
      out.beginMember("values")
      appendObjects(facet.values, to: &out) { value, out in
        out.beginMember("id")
        out.append(json: value.id)
        out.beginMember("label")
        out.append(json: value.label)
      }
      out.append("}")
    }
    out.append("\n],\"pages\":[")
  }

  /// Ends the document after its pages.
  func end(_ out: inout ByteWriter) { out.append("\n]}\n") }
}
