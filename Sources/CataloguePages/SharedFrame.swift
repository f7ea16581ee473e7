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
  init(_ catalogue: Catalogue, assets: AssetNames, kinds: [any PageKind.Type]) {
    site = SiteView.view(of: catalogue)
    guides = .list(
      kinds.flatMap { $0.guides(of: catalogue) }.map {
        .object(["label": .text($0.label), "path": .text($0.path)])
      })
    self.assets = .object(
      ViewObject(
        assets.entries.map { (ViewName($0.templateName), .text(PagePath.encoded($0.path))) }))
    let items = kinds.flatMap { $0.navigation(of: catalogue) }
    plainNavigation = Self.navigation(items, current: nil)
    navigations = Dictionary(
      items.map { ($0.path, Self.navigation(items, current: $0.path)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The main pages; the one with the path `current` is marked.
  func navigation(current: String) -> View { navigations[current] ?? plainNavigation }

  private static func navigation(
    _ items: [Crumb], current: String?
  ) -> View {
    .list(
      items.map {
        .object([
          "label": .text($0.label), "path": .text($0.path),
          "is_current": .flag($0.path == current),
        ])
      })
  }
}
