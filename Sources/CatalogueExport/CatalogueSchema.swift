import ByteWriting
package import CatalogueModel
package import CatalogueViews

/// `catalogue.schema.json`: the form of `catalogue.json` (JSON Schema, draft 2020-12).
package struct CatalogueSchema: Export {
  /// Makes the export.
  package init() {}

  package func outputs(of catalogue: Catalogue) -> [Output] {
    [
      Output(
        path: "catalogue.schema.json", kind: .export, label: "catalogue.json の形（JSON Schema）"
      ) {
        $0.append(contentsOf: PackageResources.catalogue_schema_json)
      }
    ]
  }
}
