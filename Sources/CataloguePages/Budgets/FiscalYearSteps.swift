import CatalogueViews
import Diagnostics
import JapaneseText
import Mustache

/// The way from a page about a fiscal year to the same of the years around it.
enum FiscalYearSteps {
  /// What the steps offer.
  static let fields: [ViewShape.Field] = [
    .init("has_steps", "前か次の年度があるか", .flag),
    .init("newer", "次の年度のパス。なければ空", .text),
    .init("newer_label", "次の年度", .text),
    .init("older", "前の年度のパス。なければ空", .text),
    .init("older_label", "前の年度", .text),
  ]

  /// The steps from the year at a place in the index; `path` is that of the page in a year, nil where it has none.
  static func view(
    at place: Int?, in site: SiteContext, path: (FiscalYearIndex.Year) -> String?
  ) -> ViewObject {
    let years = site.fiscalYears.years
    func step(_ years: some Sequence<FiscalYearIndex.Year>) -> (path: String, label: String) {
      for year in years {
        if let path = path(year) { return (PagePath.encoded(path), year.year.both) }
      }
      return ("", "")
    }
    let newer = step(years[..<(place ?? 0)].reversed())
    let older = step(place.map { years[($0 + 1)...] } ?? [])
    return [
      "has_steps": .flag(!newer.path.isEmpty || !older.path.isEmpty),
      "newer": .text(newer.path), "newer_label": .text(newer.label),
      "older": .text(older.path), "older_label": .text(older.label),
    ]
  }
}
