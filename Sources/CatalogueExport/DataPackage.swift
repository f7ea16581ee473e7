import ByteWriting
package import CatalogueModel
package import CatalogueViews

/// `data/datapackage.json`: the tables with the meaning of their columns (Frictionless Data Package v1).
///
/// Dates are texts there, since the format has none that says as much as is known of a date.
package struct DataPackage: Export {
  /// Makes the export.
  package init() {}

  package func outputs(of catalogue: Catalogue) -> [Output] {
    [
      Output(
        path: "data/datapackage.json", kind: .export, label: "表の一覧と列の意味（Frictionless Data Package）"
      ) {
        write(catalogue.schema, to: &$0)
      }
    ]
  }

  private func write(_ schema: Schema, to out: inout ByteWriter) {
    let site = schema.site
    out.append("{")
    out.beginMember("profile")
    out.append(json: "tabular-data-package")
    out.beginMember("name")
    out.append(json: "catalogue")
    out.beginMember("title")
    out.append(json: site.title)
    out.beginMember("description")
    out.append(json: site.description)
    out.beginMember("homepage")
    out.append(json: site.baseURL)
    if let publisher = site.imprint.publisher {
      out.append(",\"contributors\":[{\"title\":")
      out.append(json: publisher)
      out.append(",\"role\":\"publisher\"}]")
    }
    if let terms = site.imprint.terms, let address = terms.address {
      out.append(",\"licenses\":[{\"path\":")
      out.append(json: address)
      out.append(",\"title\":")
      out.append(json: terms.text)
      out.append("}]")
    }
    out.beginMember("resources")
    out.append("[")
    for collection in schema.collections where !collection.isHidden {
      append(
        collection.key, collection.label, TableColumn.columns(of: collection), key: "id", to: &out)
    }
    append("budgets", "予算", BudgetTable.columns, to: &out)
    append("measures", "測った値", MeasureTable.columns, to: &out)
    append("relations", "つながり", RelationTable.columns, to: &out)
    out.append("\n]}\n")
  }

  private func append(
    _ name: String, _ title: String, _ columns: [TableColumn], key: String? = nil,
    to out: inout ByteWriter
  ) {
    out.beginElementLine()
    out.append("{")
    out.beginMember("name")
    out.append(json: name)
    out.beginMember("path")
    out.append(json: String(CollectionTables.path(ofTable: name).drop { $0 != "/" }.dropFirst()))
    out.beginMember("title")
    out.append(json: title)
    out.append(
      ",\"profile\":\"tabular-data-resource\",\"format\":\"csv\",\"mediatype\":\"text/csv\",\"encoding\":\"utf-8\""
    )
    out.append(",\"dialect\":{\"lineTerminator\":\"\\r\\n\"},\"schema\":{\"fields\":[")
    for column in columns {
      out.beginElement()
      out.append("{")
      out.beginMember("name")
      out.append(json: column.key)
      out.beginMember("title")
      out.append(json: column.label)
      out.beginMember("type")
      out.append(json: column.type.rawValue)
      out.append("}")
    }
    out.append("]")
    if let key {
      out.beginMember("primaryKey")
      out.append(json: key)
    }
    out.append("}}")
  }
}
