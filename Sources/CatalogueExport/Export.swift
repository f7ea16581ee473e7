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

extension ExportedFile {
  /// The paths of every exported file of a catalogue, without making them.
  package static func paths(of catalogue: Catalogue) -> [String] {
    let visible = catalogue.schema.collections.filter { !$0.isHidden }
    let tables = visible.map { "data/\($0.key).csv" } + ["data/budgets.csv", "data/relations.csv"]
    let records = visible.flatMap { catalogue.members[$0.index] }
      .map { catalogue.path(of: $0) + "index.json" }
    return ["catalogue.json", "feed.atom", "robots.txt", "sitemap.xml"] + tables + records
  }
}

/// The formats that every site gives out.
package enum Exports {
  /// Every format but the sitemap, which needs the plan of the pages.
  package static let all: [any Export] = [
    CatalogueJSON(), CollectionTables(), BudgetTable(), RelationTable(), AtomFeed(),
  ]
}
