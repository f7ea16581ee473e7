package import Diagnostics
package import Mustache

/// What a server shows for an address that does not exist.
package struct NotFoundPage: PageKind {
  package static let template = "not-found"
  /// Nobody goes there.
  package let isLasting = false
  package static let summary = LocalisedText("見つからないとき", en: "the page for unknown addresses")
  package static let shape: [ViewShape.Field] = []

  package let path = "404.html"
  package let title = "ページが見つかりません"
  package let summary = "お探しのページはありません。"
  package let trail: [Crumb] = []

  /// Makes the page.
  package init() {}

  package static func pages(of site: SiteContext) -> [Self] { [Self()] }

  package func view(in site: SiteContext) -> ViewObject { [:] }
}
