package import CatalogueModel
import CatalogueViews
package import Diagnostics
import JapaneseText
package import Mustache

/// The list of fiscal years.
package struct FiscalYearsPage: PageKind {
  package static let template = "fiscal-years"
  package static let summary = LocalisedText("年度の一覧", en: "the list of fiscal years")
  package static let shape: [ViewShape.Field] = [
    .init(
      "years", "年度",
      .list(
        of: .object([
          .init("label", "年度", .text), .init("path", "パス", .text),
          .init("count", "件数", .text),
        ])))
  ]
  static let pagePath = "fiscal-years/"

  package let path = pagePath
  package let title = "年度から探す"
  package let summary = "年度ごとに、予算の記載がある項目と、その年度に行われた項目を引けます。"
  package let trail: [Crumb] = []

  /// Makes the page.
  package init() {}

  package static func pages(of site: SiteContext) -> [Self] { [Self()] }

  package static func navigation(of catalogue: Catalogue) -> [Crumb] {
    [Crumb("年度", path: pagePath)]
  }

  package func view(in site: SiteContext) -> ViewObject {
    ["years": .list(FiscalYearsPage.links(in: site))]
  }

  /// The years with the paths of their pages.
  static func links(in site: SiteContext) -> [View] {
    site.fiscalYears.years.map { year in
      .object([
        "label": .text(year.year.both), "path": .text(FiscalYearIndex.path(of: year.year)),
        "count": .count(Set(year.lines.map(\.record)).union(year.others).count),
      ])
    }
  }
}
