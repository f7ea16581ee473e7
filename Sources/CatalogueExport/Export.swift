package import CatalogueModel

/// One output format as a projection of the catalogue.
///
/// To add a format: a file in this folder with a conforming struct, and a line in `Exports.all`.
package protocol Export: Sendable {
  /// The files of the format, by their paths from the base of the site.
  func files(of catalogue: Catalogue) -> [ExportedFile]
}

/// A file of an export.
package struct ExportedFile: Sendable, Equatable {
  package let path: String
  package let bytes: [UInt8]

  /// Joins a path to its bytes.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// The formats that every site gives out.
package enum Exports {
  /// Every format but the sitemap, which needs the plan of the pages.
  package static let all: [any Export] = [
    CatalogueJSON(), CollectionTables(), BudgetTable(), RelationTable(), AtomFeed(),
  ]
}
