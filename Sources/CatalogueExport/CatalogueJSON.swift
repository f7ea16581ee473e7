import ByteWriting
package import CatalogueModel
package import CatalogueViews

/// `catalogue.json`: every record with its fields typed, and every edge.
package struct CatalogueJSON: Export {
  /// Makes the export.
  package init() {}

  package func outputs(of catalogue: Catalogue) -> [Output] {
    [
      Output(path: "catalogue.json", kind: .export, label: "すべての項目とつながり（JSON）") {
        write(catalogue, to: &$0)
      }
    ]
  }

  private func write(_ catalogue: Catalogue, to out: inout ByteWriter) {
    let records = RecordJSON(catalogue)
    out.append("{\"records\":[")
    for index in catalogue.records.indices where !catalogue.collection(of: index).isHidden {
      out.beginElementLine()
      records.append(index, to: &out)
    }
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
    where !catalogue.collection(of: mention.from).isHidden
      && !catalogue.collection(of: mention.to).isHidden
    {
      if isHidden(mention.from, catalogue) || isHidden(mention.to, catalogue) { continue }
      out.beginElementLine()
      out.append("{\"from\":")
      out.append(json: catalogue.records[mention.from].id.text)
      out.append(",\"relation\":\"mentions\",\"to\":")
      out.append(json: catalogue.records[mention.to].id.text)
      out.append(",\"attributes\":{}}")
    }
    out.append("\n]}\n")
  }

  /// Whether a record is a page of the site, which the file leaves out with its connexions.
  private func isHidden(_ record: RecordIndex, _ catalogue: Catalogue) -> Bool {
    catalogue.collection(of: record).isHidden
  }
}
