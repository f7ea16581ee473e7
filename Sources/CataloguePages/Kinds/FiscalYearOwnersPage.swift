import CatalogueModel
package import CatalogueViews
package import Diagnostics
import JapaneseText
package import Mustache

/// All who are responsible for lines of a fiscal year, with what they have in each stage, where they are too many for the
/// table on the page of the year.
package struct FiscalYearOwnersPage: PageKind {
  package static let template = "fiscal-year-owners"
  package static let summary = LocalisedText(
    "1つの年度の、責任を持つ相手のすべて", en: "all who are responsible for budgets of a fiscal year")
  package static let shape: [ViewShape.Field] = [
    .init("owners_label", "責任を持つ相手(role: responsible の欄)の見出し", .text),
    .init("count", "件数", .text),
    ListPager.field,
    .init("matrix", "責任を持つ相手と段階ごとの合計の表", .object(BudgetMatrix.fields)),
  ]

  package let path: String
  package let title: String
  package let summary: String
  package let trail: [Crumb]
  package let origin = Output.Origin.definition
  /// It comes and goes with those who are responsible.
  package let isLasting = false
  private let place: Int
  private let part: ListPart
  private let base: String

  private init(_ year: FiscalYear, at place: Int, label: String, _ part: ListPart) {
    self.place = place
    self.part = part
    base = FiscalYearIndex.pathOfOwners(in: year)
    path = ListPart.path(base, part.number)
    title = "\(year.both)の予算（\(label)ごと）" + CollectionPage.ending(of: part)
    summary = "\(year.both)の予算を、\(label)と段階ごとに合計したものです。"
    trail = [
      Crumb("年度から探す", path: FiscalYearsPage.pagePath),
      Crumb(year.both, path: FiscalYearIndex.path(of: year)),
    ]
  }

  package static func pages(of site: SiteContext) -> [Self] {
    site.fiscalYears.years.enumerated().flatMap { place, year -> [Self] in
      if !year.hasPageOfOwners { return [] }
      let label = BudgetLine.ownersLabel(of: year.lines, in: site.catalogue)
      return ListPart.parts(of: year.shares.count, length: FiscalYearPage.ownerLimit).map {
        Self(year.year, at: place, label: label, $0)
      }
    }
  }

  package var isOneOfSeveral: Bool { part.count > 1 }

  package func view(in site: SiteContext) -> ViewObject {
    let year = site.fiscalYears.years[place]
    let rows = year.shares[part.range].map { FiscalYearPage.row(of: $0, year, in: site) }
    return [
      "owners_label": .text(BudgetLine.ownersLabel(of: year.lines, in: site.catalogue)),
      "count": .count(year.shares.count),
      "pager": ListPager(part: part, base: base).view,
      "matrix": BudgetMatrix(rows, site.fiscalYears.stages).view,
    ]
  }
}
