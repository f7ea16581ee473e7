package import CatalogueModel
package import CatalogueViews

/// One output format as a projection of the catalogue.
///
/// To add a format: a file in this folder with a conforming struct, and a line in `Exports.all`. Links may
/// lead to its files, and no collection can take their names. A file with a label is offered on the page
/// of the data.
package protocol Export: Sendable {
  /// The files of the format; each is made when it is asked for.
  func outputs(of catalogue: Catalogue) -> [Output]
}

/// The formats that every site gives out.
package enum Exports {
  /// Every format but the sitemap, which needs the plan of the pages.
  package static let all: [any Export] = [
    CatalogueJSON(), CatalogueSchema(), CollectionTables(), BudgetTable(), MeasureTable(),
    RelationTable(),
    DataPackage(), AtomFeed(), SearchDescription(),
  ]
}
