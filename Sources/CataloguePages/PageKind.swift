package import CatalogueModel
package import CatalogueViews
package import Diagnostics
package import JapaneseText
package import Mustache

/// A kind of page: where it stands, which template draws it and what the template may use.
///
/// To add a kind: a file in `Kinds/` with a conforming struct, a line in `PageKinds.all`, a template in
/// `templates/`, and the template's line in `ShippedTemplates`. Sites with templates of their own need none:
/// the program's is used where they have none of that name.
package protocol PageKind: Sendable {
  /// The name of its template: `record` is `templates/record.mustache`.
  static var template: String { get }
  /// What the kind is, for `mokuroku explain templates`.
  static var summary: LocalisedText { get }
  /// What it offers to its template besides what every page offers.
  static var shape: [ViewShape.Field] { get }

  /// Every page of the kind in a site, in a stable order.
  ///
  /// A page that a site without records has too keeps its name from every collection.
  static func pages(of site: SiteContext) -> [Self]
  /// The entrances to the kind in the main navigation.
  static func navigation(of catalogue: Catalogue) -> [Crumb]
  /// The entrances to the kind among the guides, at the foot of every page.
  static func guides(of catalogue: Catalogue) -> [Crumb]

  /// The path of the page from the base of the site: empty, or ending in `/` or `.html`.
  var path: String { get }
  /// The page's heading and the first part of its title.
  var title: String { get }
  /// One sentence for search engines.
  var summary: String { get }
  /// The way to the page from the home page, without the home page and the page itself.
  var trail: [Crumb] { get }
  /// Who has the page made.
  var origin: Output.Origin { get }
  /// Whether its address lasts: others may keep it (see `addresses.lock`).
  var isLasting: Bool { get }

  /// Whether it is one of several pages over which a list goes, so that its template must have a pager.
  var isOneOfSeveral: Bool { get }

  /// When the author of what it shows changed it last, where that is said.
  var updated: PartialDate? { get }

  /// The values for the template.
  func view(in site: SiteContext) -> ViewObject
}

extension PageKind {
  /// Most do.
  package var isLasting: Bool { true }

  /// Most are whole.
  package var isOneOfSeveral: Bool { false }

  /// Most show more than one record.
  package var updated: PartialDate? { nil }

  /// Most kinds stand in every site.
  package var origin: Output.Origin { .program }

  /// None by default.
  package static func navigation(of catalogue: Catalogue) -> [Crumb] { [] }

  /// None by default.
  package static func guides(of catalogue: Catalogue) -> [Crumb] { [] }
}

/// A step on the way to a page.
package struct Crumb: Sendable, Equatable {
  package let label: String
  /// From the base of the site.
  package let path: String

  /// Joins a label to a path.
  package init(_ label: String, path: String) {
    self.label = label
    self.path = path
  }
}

/// Every kind of page; a new kind gets its line here.
package enum PageKinds {
  /// The kinds in the order of the plan, of the navigation and of the documentation.
  package static let all: [any PageKind.Type] = [
    HomePage.self, CollectionPage.self, FacetPage.self, FacetValuesPage.self, RecordPage.self,
    RelationPage.self, CitedPlacesPage.self, FiscalYearsPage.self,
    FiscalYearPage.self, FiscalYearLinesPage.self, FiscalYearOwnersPage.self,
    FiscalYearOthersPage.self, TimelinePage.self, TimelineYearPage.self, ReadingIndexPage.self,
    ReadingRowPage.self, SearchPage.self, ComparePage.self, DataPage.self, DraftsPage.self,
    NotFoundPage.self,
  ]

  /// The whole shape that a template of `kind` may use, with the names of the site's assets.
  package static func shape(of kind: any PageKind.Type, assets: AssetNames) -> ViewShape {
    .object(PageFrame.shape(assets: assets) + kind.shape)
  }
}
