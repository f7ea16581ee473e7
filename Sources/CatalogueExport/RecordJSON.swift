package import ByteWriting
package import CatalogueModel
import Diagnostics
import JapaneseText

/// A record as JSON, in `catalogue.json` and in the `index.json` beside its page.
///
/// A class, since the files of thousands of records share it.
package final class RecordJSON: Sendable {
  private let catalogue: Catalogue

  /// Writes records of `catalogue`.
  package init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
  }

  /// Writes one record as an object.
  package func append(_ index: RecordIndex, to out: inout ByteWriter) {
    let record = catalogue.records[index]
    let collection = catalogue.collection(of: index)
    out.append("{\"id\":")
    out.append(json: record.id.name)
    out.append(",\"collection\":")
    out.append(json: record.id.collection)
    out.append(",\"url\":")
    out.append(json: "/" + catalogue.path(of: index))
    out.append(",\"title\":")
    out.append(json: record.title.value)
    out.append(",\"yomi\":")
    out.append(jsonOrNull: record.reading?.text)
    out.append(",\"aliases\":")
    out.append(jsonArray: record.aliases.map(\.value))
    out.append(",\"summary\":")
    out.append(json: record.summary)
    out.append(",\"fields\":{")
    var isFirst = true
    for place in collection.fields(in: .json) where record.contents[place] != nil {
      let field = collection.fields[place]
      if !isFirst { out.append(",") }
      isFirst = false
      out.append(json: field.key)
      out.append(":")
      appendField(field, place, of: index, to: &out)
    }
    out.append("},\"budget\":")
    if let place = collection.field(.amount) {
      appendValues(of: collection.fields[place], place, record, to: &out)
    } else {
      out.append("[]")
    }
    out.append(",\"sources\":")
    appendSources(of: index, to: &out)
    out.append("}")
  }

  private func appendField(
    _ field: FieldDefinition, _ place: FieldIndex, of index: RecordIndex, to out: inout ByteWriter
  ) {
    if let relation = field.relation {
      appendEdges(relation, field, of: index, to: &out)
      return
    }
    let record = catalogue.records[index]
    if field.isList {
      appendValues(of: field, place, record, to: &out)
    } else if let value = record.values(ofField: place).first {
      field.type.export(value.value, to: &out)
    } else {
      out.append("null")
    }
  }

  private func appendEdges(
    _ relation: RelationIndex, _ field: FieldDefinition, of index: RecordIndex,
    to out: inout ByteWriter
  ) {
    let edges = catalogue.outgoing[index].filter { catalogue.edges[$0].relation == relation }
    if field.isList { out.append("[") }
    for (number, edge) in edges.enumerated() {
      if number > 0 { out.append(",") }
      out.append("{\"to\":")
      out.append(jsonOrNull: catalogue.edges[edge].to.map { catalogue.records[$0].id.text })
      out.append(",\"title\":")
      out.append(jsonOrNull: catalogue.edges[edge].to.map { catalogue.records[$0].title.value })
      appendAttributes(of: edge, leading: true, to: &out)
      out.append("}")
    }
    if field.isList { out.append("]") } else if edges.isEmpty { out.append("null") }
  }

  /// Writes the attributes of an edge as members of an object.
  func appendAttributes(of edge: EdgeIndex, leading: Bool, to out: inout ByteWriter) {
    let edge = catalogue.edges[edge]
    let fields = catalogue.schema.relations[edge.relation].edgeFields
    var needsComma = leading
    for (field, value) in zip(fields, edge.attributes) {
      guard let value else { continue }
      if needsComma { out.append(",") }
      needsComma = true
      out.append(json: field.key)
      out.append(":")
      field.type.export(value, to: &out)
    }
  }

  private func appendValues(
    of field: FieldDefinition, _ place: FieldIndex, _ record: Record, to out: inout ByteWriter
  ) {
    out.append("[")
    for (number, value) in record.values(ofField: place).enumerated() {
      if number > 0 { out.append(",") }
      field.type.export(value.value, to: &out)
    }
    out.append("]")
  }

  private func appendSources(of index: RecordIndex, to out: inout ByteWriter) {
    out.append("[")
    var isFirst = true
    for edge in catalogue.outgoing[index] {
      let relation = catalogue.schema.relations[catalogue.edges[edge].relation]
      guard relation.isCitation, let to = catalogue.edges[edge].to else { continue }
      if !isFirst { out.append(",") }
      isFirst = false
      out.append("{\"document\":")
      out.append(json: catalogue.records[to].id.name)
      appendAttributes(of: edge, leading: true, to: &out)
      out.append("}")
    }
    out.append("]")
  }
}
