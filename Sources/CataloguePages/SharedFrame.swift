import CatalogueModel
import CatalogueViews
import Diagnostics
import Mustache

/// What the frame of every page has alike, made once for a site.
struct SharedFrame: Sendable {
  let site: View
  let guides: View
  let assets: View
  /// The navigation by the path that is current in it.
  private let navigations: [String: View]
  /// The navigation of pages that are in none of its parts.
  private let plainNavigation: View

  /// Makes the frame of a catalogue's pages.
  init(_ catalogue: Catalogue, assets: AssetNames) {
    let definition = catalogue.schema.site
    site = .object([
      "title": .text(definition.title), "description": .text(definition.description),
    ])
    guides = Self.guides(of: catalogue)
    self.assets = .object(
      ViewObject(
        assets.entries.map { (ViewName($0.templateName), .text(PagePath.encoded($0.path))) }))
    let items = Self.items(of: catalogue)
    plainNavigation = Self.navigation(items, current: nil)
    navigations = Dictionary(
      items.map { ($0.path, Self.navigation(items, current: $0.path)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The main pages; the one with the path `current` is marked.
  func navigation(current: String) -> View { navigations[current] ?? plainNavigation }

  private static func items(of catalogue: Catalogue) -> [(label: String, path: String)] {
    catalogue.schema.collections.filter { !$0.isHidden }.map { ($0.label, $0.key + "/") }
      + [("年度", FiscalYearsPage.pagePath), ("五十音", ReadingIndexPage.pagePath)]
  }

  private static func navigation(
    _ items: [(label: String, path: String)], current: String?
  ) -> View {
    .list(
      items.map { label, path in
        .object(["label": .text(label), "path": .text(path), "is_current": .flag(path == current)])
      })
  }

  private static func guides(of catalogue: Catalogue) -> View {
    var guides: [View] = []
    for collection in catalogue.schema.collections where collection.isHidden {
      for index in catalogue.members[collection.index] {
        guides.append(
          .object([
            "label": .text(catalogue.records[index].title.value),
            "path": .text(catalogue.path(of: index)),
          ]))
      }
    }
    guides.append(.object(["label": .text("データの提供"), "path": .text(DataPage.pagePath)]))
    return .list(guides)
  }
}
