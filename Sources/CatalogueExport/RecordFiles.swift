import ByteWriting
package import CatalogueModel
package import CatalogueViews

/// `<collection>/<id>/index.json`: each record alone, beside its page.
package struct RecordFiles: Export {
  /// Makes the export.
  package init() {}

  package func outputs(of catalogue: Catalogue) -> [Output] {
    let records = RecordJSON(catalogue)
    let visible = catalogue.records.indices.filter { !catalogue.collection(of: $0).isHidden }
    return visible.map { index in
      Output(
        path: catalogue.path(of: index) + "index.json", kind: .record,
        origin: .file(catalogue.records[index].path)
      ) { out in
        records.append(index, to: &out)
        out.append("\n")
      }
    }
  }
}
