import CatalogueModel
package import CatalogueViews
package import Diagnostics
import JapaneseText
package import Mustache

/// All that was in a year of which the timeline shows a part.
package struct TimelineYearPage: PageKind {
  package static let template = "timeline-year"
  package static let summary = LocalisedText(
    "年表の、出来事の多い1年", en: "a year of the timeline that has many events")
  package static let shape: [ViewShape.Field] =
    [
      .init("count", "件数", .text),
      ListPager.field,
      .init("events", "年の出来事", .list(of: Timeline.Event.shape)),
      .init("fiscal_year_path", "同じ年に始まる年度のページ。なければ空", .text),
      .init("fiscal_year_label", "同じ年に始まる年度", .text),
    ] + FiscalYearSteps.fields

  package let path: String
  package let title: String
  package let summary: String
  package let trail = [Crumb(TimelinePage.name, path: TimelinePage.pagePath)]
  package let origin = Output.Origin.definition
  /// It comes and goes with the number of events.
  package let isLasting = false
  private let place: Int
  private let part: ListPart
  private let base: String

  private init(_ year: Int, at place: Int, _ part: ListPart) {
    self.place = place
    self.part = part
    base = Timeline.path(of: year)
    path = ListPart.path(base, part.number)
    title = "\(year)年の年表" + CollectionPage.ending(of: part)
    summary = "\(year)年の、日付や期間が記された出来事のすべてです。"
  }

  package static func pages(of site: SiteContext) -> [Self] {
    site.timeline.years.enumerated().flatMap { place, year -> [Self] in
      if !year.isLong { return [] }
      return ListPart.parts(of: year.events.count).map { Self(year.year, at: place, $0) }
    }
  }

  package var isOneOfSeveral: Bool { part.count > 1 }

  package func view(in site: SiteContext) -> ViewObject {
    let timeline = site.timeline
    let year = timeline.years[place]
    let fiscalYear = FiscalYear(startYear: year.year).flatMap { year in
      site.fiscalYears.years.contains { $0.year == year } ? year : nil
    }
    func step(_ other: Int) -> (path: String, label: String) {
      guard timeline.years.indices.contains(other) else { return ("", "") }
      return (timeline.address(ofYear: other), "\(timeline.years[other].year)年")
    }
    let (newer, older) = (step(place - 1), step(place + 1))
    return [
      "count": .count(year.events.count),
      "pager": ListPager(part: part, base: base).view,
      "events": .list(year.events[part.range].map { $0.view(in: site.catalogue) }),
      "fiscal_year_path": .text(fiscalYear.map { FiscalYearIndex.path(of: $0) } ?? ""),
      "fiscal_year_label": .text(fiscalYear?.both ?? ""),
      "has_steps": .flag(timeline.years.count > 1),
      "newer": .text(newer.path), "newer_label": .text(newer.label),
      "older": .text(older.path), "older_label": .text(older.label),
    ]
  }
}
