package import CatalogueModel
import CatalogueViews
package import Diagnostics
package import Mustache

/// The years of the catalogue, the newest first, with what was in each.
package struct TimelinePage: PageKind {
  package static let template = "timeline"
  package static let summary = LocalisedText("年表", en: "the timeline")
  package static let shape: [ViewShape.Field] = [
    .init("contents", "年への入口。年が多ければ10年ごと", .list(of: FiscalYearPage.contentShape)),
    .init("has_contents", "年への入口があるか", .flag),
    ListPager.field,
    .init(
      "years", "このページの年",
      .list(
        of: .object([
          .init("label", "年", .text), .init("anchor", "見出しのid", .text),
          .init("count", "件数", .text),
          .init("events", "年の出来事。多い年は新しいものだけ", .list(of: Timeline.Event.shape)),
          .init("all_path", "その年のすべてのページ。ここに全部あれば空", .text),
        ]))),
  ]
  static let pagePath = "timeline/"
  static let name = "年表"

  package let path: String
  package let title: String
  package let summary = "日付や期間が記された出来事を、年ごとに新しい順に並べています。"
  package let trail: [Crumb]
  private let part: ListPart

  private init(_ part: ListPart) {
    self.part = part
    path = ListPart.path(Self.pagePath, part.number)
    title = Self.name + CollectionPage.ending(of: part)
    trail = part.number == 1 ? [] : [Crumb(Self.name, path: Self.pagePath)]
  }

  /// A further page comes and goes with the number of events.
  package var isLasting: Bool { part.number == 1 }

  package static func pages(of site: SiteContext) -> [Self] {
    ListPart.parts(site.timeline.parts).map { Self($0) }
  }

  package var isOneOfSeveral: Bool { part.count > 1 }

  package static func navigation(of catalogue: Catalogue) -> [Crumb] {
    Timeline.isTold(in: catalogue) ? [Crumb(name, path: pagePath)] : []
  }

  package func view(in site: SiteContext) -> ViewObject {
    let contents = Self.contents(of: site.timeline)
    return [
      "contents": .list(contents),
      "has_contents": .flag(contents.count > 1),
      "pager": ListPager(part: part, base: Self.pagePath).view,
      "years": .list(
        site.timeline.years[part.range].map { year in
          .object([
            "label": .text("\(year.year)年"), "anchor": .text(Timeline.anchor(of: year.year)),
            "count": .count(year.events.count),
            "events": .list(year.shown.map { $0.view(in: site.catalogue) }),
            "all_path": .text(
              year.isLong ? PagePath.encoded(Timeline.path(of: year.year)) : ""),
          ])
        }),
    ]
  }

  /// With more years the contents have one entrance for ten of them.
  private static let yearLimit = 20

  private static func contents(of timeline: Timeline) -> [View] {
    let isLong = timeline.years.count > yearLimit
    var contents: [(label: String, path: String, count: Int)] = []
    for (place, year) in timeline.years.enumerated() {
      let label = isLong ? "\(year.year / 10 * 10)年代" : "\(year.year)年"
      if contents.last?.label != label {
        contents.append((label, timeline.addressInList(ofYear: place), 0))
      }
      contents[contents.count - 1].count += year.events.count
    }
    return contents.map { label, path, count in
      .object(["label": .text(label), "path": .text(path), "count": .count(count)])
    }
  }
}
