import CatalogueModel
import CatalogueViews
package import Diagnostics
import JapaneseText
package import Mustache

/// The first page: search, doors to the collections, fiscal years, what changed last.
package struct HomePage: PageKind {
  package static let template = "home"
  package static let summary = LocalisedText("ホーム", en: "the first page")
  package static let shape: [ViewShape.Field] = [
    .init(
      "doors", "集まりへの入口",
      .list(
        of: .object([
          .init("label", "名前", .text), .init("path", "パス", .text),
          .init("count", "件数", .text), .init("counter", "数え方", .text),
          .init("description", "説明", .text),
        ]))),
    .init("record_count", "項目の総数。3桁ごとに区切る", .text),
    .init("edge_count", "つながりの総数。3桁ごとに区切る", .text),
    .init(
      "kinds", "最初の集まりの種類(role: kind の欄)ごとの入口",
      .list(
        of: .object([
          .init("label", "種類", .text), .init("slug", "短い名前", .text),
          .init("path", "パス", .text), .init("count", "件数", .text),
          .init("is_chosen", "いまのページの値か", .flag),
        ]))),
    .init(
      "years", "年度のページ",
      .list(
        of: .object([
          .init("label", "年度", .text), .init("path", "パス", .text),
          .init("count", "件数", .text),
        ]))),
    .init("timeline_path", "年表。時期の記載がなければ空", .text),
    .init("has_kinds", "種類ごとの入口があるか", .flag),
    .init("kinds_label", "種類の欄の名前。「施策の種類」", .text),
    .init("has_years", "年度のページがあるか", .flag),
    .init("has_changes", "最近変わった項目があるか", .flag),
    .init(
      "changes", "最近変わった項目",
      .list(
        of: .object(
          RecordEntry.fields + [
            .init("date", "更新日", .text),
            .init("change", "「新規」か「変更」。わからなければ空", .text),
          ]))),
  ]

  package let path = ""
  package let title: String
  package let summary: String
  package let trail: [Crumb] = []

  /// Makes the first page of a site.
  package init(title: String, summary: String) {
    self.title = title
    self.summary = summary
  }

  package static func pages(of site: SiteContext) -> [Self] {
    let definition = site.catalogue.schema.site
    return [Self(title: definition.title, summary: definition.description)]
  }

  package func view(in site: SiteContext) -> ViewObject {
    let catalogue = site.catalogue
    let shown = catalogue.schema.collections.filter { !$0.isHidden }
    let doors = shown.map { collection -> View in
      .object([
        "label": .text(collection.label), "path": .text(collection.key + "/"),
        "count": .count(catalogue.members[collection.index].count),
        "counter": .text(collection.counter), "description": .text(collection.description),
      ])
    }
    let kind = shown.first.flatMap { collection in
      collection.field(.kind).map { (collection: collection, field: collection.fields[$0]) }
    }
    let kinds =
      kind.flatMap { kind in
        site.facets(of: kind.collection.index).facets.first { $0.key == kind.field.key }?.values.map
        {
          FacetLinks.view(of: $0, kind.field.key, in: kind.collection)
        }
      } ?? []
    let years = FiscalYearsPage.links(in: site)
    let changes = RecentChanges(catalogue).records.prefix(8).map { change -> View in
      .object(
        site.entries[change.record].adding([
          "date": .text(change.date.both), "change": .text(change.word),
        ]))
    }
    return [
      "doors": .list(doors),
      "record_count": .count(
        shown.reduce(0) { $0 + catalogue.members[$1.index].count }),
      "edge_count": .count(catalogue.edges.count),
      "kinds": .list(kinds),
      "timeline_path": .text(site.timeline.years.isEmpty ? "" : TimelinePage.pagePath),
      "has_kinds": .flag(!kinds.isEmpty),
      "kinds_label": .text(kind.map { "\($0.collection.label)の\($0.field.label)" } ?? ""),
      "years": .list(years),
      "has_years": .flag(!years.isEmpty),
      "has_changes": .flag(!changes.isEmpty),
      "changes": .list(Array(changes)),
    ]
  }
}
