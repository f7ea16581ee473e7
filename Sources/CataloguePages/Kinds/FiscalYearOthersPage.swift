import CatalogueModel
package import CatalogueViews
package import Diagnostics
import JapaneseText
package import Mustache

/// All records that name a fiscal year without an amount for it, where they are too many for the page of the year.
package struct FiscalYearOthersPage: PageKind {
  package static let template = "fiscal-year-others"
  package static let summary = LocalisedText(
    "1つの年度の、金額の記載がない項目", en: "the records of a fiscal year that have no amount")
  package static let shape: [ViewShape.Field] = [
    .init("count", "件数", .text),
    ListPager.field,
    .init("entries", "項目", .list(of: RecordEntry.shape)),
  ]

  package let path: String
  package let title: String
  package let summary: String
  package let trail: [Crumb]
  package let origin = Output.Origin.definition
  /// It comes and goes with the number of records.
  package let isLasting = false
  private let place: Int
  private let part: ListPart
  private let base: String

  private init(_ year: FiscalYear, at place: Int, _ part: ListPart) {
    self.place = place
    self.part = part
    base = FiscalYearIndex.pathOfOthers(in: year)
    path = ListPart.path(base, part.number)
    title = "金額の記載がない\(year.both)の項目" + CollectionPage.ending(of: part)
    summary = "\(year.both)に行われた項目のうち、その年度の金額の記載がないものです。"
    trail = [
      Crumb("年度から探す", path: FiscalYearsPage.pagePath),
      Crumb(year.both, path: FiscalYearIndex.path(of: year)),
    ]
  }

  package static func pages(of site: SiteContext) -> [Self] {
    site.fiscalYears.years.enumerated().flatMap { place, year -> [Self] in
      if !year.hasPageOfOthers { return [] }
      return ListPart.parts(of: year.others.count, length: ListPart.names).map {
        Self(year.year, at: place, $0)
      }
    }
  }

  package var isOneOfSeveral: Bool { part.count > 1 }

  package func view(in site: SiteContext) -> ViewObject {
    let others = site.fiscalYears.years[place].others
    return [
      "count": .count(others.count),
      "pager": ListPager(part: part, base: base).view,
      "entries": .list(others[part.range].map { .object(site.entries[$0]) }),
    ]
  }
}
