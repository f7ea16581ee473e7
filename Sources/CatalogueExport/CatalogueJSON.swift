import ByteWriting
package import CatalogueModel
package import CatalogueViews

/// `catalogue.json`: every record with its fields typed, every edge, and what collections and fields are called; `<collection>/<id>/index.json`: each
/// record alone, beside its page.
///
/// The records' own files stand first, so that a build has their bytes when it joins the whole.
package struct CatalogueJSON: Export {
  /// The name of the list of all records.
  package static let name = "catalogue.json"

  /// Makes the export.
  package init() {}

  package func outputs(of catalogue: Catalogue) -> [Output] {
    let records = RecordJSON(catalogue)
    let made = SharedRecordJSON(records, count: catalogue.records.count)
    let visible = catalogue.records.indices.filter { !isHidden($0, catalogue) }
    var outputs = visible.map { index in
      Output(
        path: catalogue.path(of: index) + RecordJSON.name, kind: .record,
        origin: .file(catalogue.records[index].path),
        textDigest: { records.textDigest(of: index) }
      ) { out in
        made.append(index, to: &out)
        out.append("\n")
      }
    }
    outputs.append(
      Output(path: Self.name, kind: .export, label: "すべての項目とつながり（JSON）") { out in
        out.append("{\"records\":[")
        for index in visible {
          out.beginElementLine()
          made.append(index, to: &out)
        }
        writeEdges(catalogue, records, to: &out)
        writeCollections(of: catalogue.schema, to: &out)
      })
    return outputs
  }

  private func writeEdges(
    _ catalogue: Catalogue, _ records: RecordJSON, to out: inout ByteWriter
  ) {
    out.append("\n],\"edges\":[")
    for edge in catalogue.edges {
      if isHidden(edge.from, catalogue) || edge.to.map({ isHidden($0, catalogue) }) ?? false {
        continue
      }
      out.beginElementLine()
      out.append("{\"from\":")
      out.append(json: catalogue.records[edge.from].id.text)
      out.append(",\"relation\":")
      out.append(json: catalogue.schema.relations[edge.relation].fieldKey)
      out.append(",\"to\":")
      out.append(jsonOrNull: edge.to.map { catalogue.records[$0].id.text })
      out.append(",\"attributes\":{")
      records.appendAttributes(of: edge, to: &out)
      out.append("}}")
    }
    for mention in catalogue.mentions
    where !isHidden(mention.from, catalogue) && !isHidden(mention.to, catalogue) {
      out.beginElementLine()
      out.append("{\"from\":")
      out.append(json: catalogue.records[mention.from].id.text)
      out.append(",\"relation\":\"mentions\",\"to\":")
      out.append(json: catalogue.records[mention.to].id.text)
      out.append(",\"attributes\":{}}")
    }
    out.append("\n]")
  }

  /// Writes the names by which people know collections and fields, and closes the file.
  private func writeCollections(of schema: Schema, to out: inout ByteWriter) {
    out.append(",\"collections\":[")
    for collection in schema.collections where !collection.isHidden {
      out.beginElementLine()
      out.append("{")
      out.beginMember("key")
      out.append(json: collection.key)
      out.beginMember("label")
      out.append(json: collection.label)
      out.beginMember("fields")
      out.append("[")
      for field in collection.fields {
        out.beginElement()
        out.append("{")
        out.beginMember("key")
        out.append(json: field.key)
        out.beginMember("label")
        out.append(json: field.label)
        if let role = field.role {
          out.beginMember("role")
          out.append(json: role.rawValue)
        }
        out.append("}")
      }
      out.append("]}")
    }
    out.append("\n]}\n")
  }

  /// Whether a record is a page of the site, which the file leaves out with its connexions.
  private func isHidden(_ record: RecordIndex, _ catalogue: Catalogue) -> Bool {
    catalogue.schema.collections[catalogue.records[record].collection].isHidden
  }
}
