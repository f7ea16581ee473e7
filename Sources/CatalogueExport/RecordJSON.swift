package import ByteWriting
package import CatalogueModel
import Diagnostics
import Digests
import JapaneseText
import MarkdownTree

/// A record as JSON, in `catalogue.json` and in the `index.json` beside its page.
///
/// A class, since the files of thousands of records share it.
package final class RecordJSON: Sendable {
  /// The name of the file beside the record's page.
  package static let name = "index.json"

  private let catalogue: Catalogue

  /// Writes records of `catalogue`.
  package init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
  }

  /// Writes one record as an object.
  package func append(_ index: RecordIndex, to out: inout ByteWriter) {
    let record = catalogue.records[index]
    let collection = catalogue.collection(of: index)
    out.append("{")
    out.beginMember("id")
    out.append(json: record.id.name)
    out.beginMember("collection")
    out.append(json: record.id.collection)
    out.beginMember("url")
    out.append(json: "/" + catalogue.path(of: index))
    out.beginMember("title")
    out.append(json: record.title.value)
    out.beginMember("yomi")
    out.append(jsonOrNull: record.reading?.text)
    out.beginMember("aliases")
    out.append(jsonArray: record.aliases.map(\.value))
    let formerIDs = record.allFormerIDs.map(\.text)
    // Most records have none, and programs know the others by the member.
    if !formerIDs.isEmpty {
      out.beginMember("former_ids")
      out.append(jsonArray: formerIDs)
    }
    out.beginMember("summary")
    out.append(json: record.summary)
    out.beginMember("fields")
    out.append("{")
    for place in collection.fields(in: .json) where record.contents[place] != nil {
      let field = collection.fields[place]
      out.beginMember(key: field.key)
      appendField(field, place, of: index, to: &out)
    }
    out.append("}")
    out.beginMember("budget")
    if let place = collection.field(.amount) {
      appendValues(of: collection.fields[place], place, record, to: &out)
    } else {
      out.append("[]")
    }
    out.beginMember("sources")
    appendSources(of: index, to: &out)
    out.append("}")
  }

  /// How many hexadecimal digits tell one text of a record from another.
  private static let digestLength = 16

  /// The beginning of the SHA-256 of what a record's text says, however it is wrapped.
  func textDigest(of index: RecordIndex) -> String {
    let links = catalogue.links[index]
    let content = catalogue.records[index].body.content { self.destination(of: links[$0]) }
    return String(SHA256.hexadecimal(content).prefix(Self.digestLength))
  }

  /// Where a link leads, whatever it is written as; nil where that is nowhere.
  private func destination(of link: LinkTarget) -> [UInt8]? {
    func joined(_ path: String, _ anchor: String?) -> [UInt8] {
      Array((path + (anchor.map { "#" + $0 } ?? "")).utf8)
    }
    switch link {
    case .record(let index, let anchor): return joined(catalogue.records[index].id.text, anchor)
    case .page(let path, let query, let anchor):
      return joined(path + (query.map { "?" + $0 } ?? ""), anchor)
    case .anchor(let anchor): return joined("", anchor)
    case .external(let address), .ownAddress(let address, _): return Array(address.utf8)
    case .asset(let path, _, _): return Array(path.utf8)
    case .none: return nil
    }
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
    let edges = catalogue.edges(of: relation, from: index)
    if field.isList {
      out.append("[")
      for edge in edges {
        out.beginElement()
        append(edge, to: &out)
      }
      out.append("]")
    } else if let edge = edges.first {
      append(edge, to: &out)
    } else {
      out.append("null")
    }
  }

  private func append(_ edge: Edge, to out: inout ByteWriter) {
    let other = edge.to.map { catalogue.records[$0] }
    out.append("{")
    out.beginMember("to")
    out.append(jsonOrNull: other?.id.text)
    out.beginMember("title")
    out.append(jsonOrNull: other?.title.value)
    appendAttributes(of: edge, to: &out)
    out.append("}")
  }

  /// Writes the attributes of an edge as members of an object.
  func appendAttributes(of edge: Edge, to out: inout ByteWriter) {
    let fields = catalogue.schema.relations[edge.relation].edgeFields
    for (field, value) in zip(fields, edge.attributes) {
      guard let value else { continue }
      out.beginMember(key: field.key)
      field.type.export(value, to: &out)
    }
  }

  private func appendValues(
    of field: FieldDefinition, _ place: FieldIndex, _ record: Record, to out: inout ByteWriter
  ) {
    out.append("[")
    for value in record.values(ofField: place) {
      out.beginElement()
      field.type.export(value.value, to: &out)
    }
    out.append("]")
  }

  private func appendSources(of index: RecordIndex, to out: inout ByteWriter) {
    out.append("[")
    for edge in catalogue.citations(from: index) {
      guard let to = edge.to else { continue }
      out.beginElement()
      out.append("{")
      out.beginMember("document")
      out.append(json: catalogue.records[to].id.name)
      appendAttributes(of: edge, to: &out)
      out.append("}")
    }
    out.append("]")
  }
}
