import CatalogueModel
import CatalogueViews
import Diagnostics
import JapaneseText
import Mustache

/// How many records of a collection name a record as responsible, by their kind and fiscal year.
struct OwnedCounts {
  private let site: SiteContext
  private let collection: Collection
  private let relation: Relation
  private let owner: RecordIndex
  private let kind: FieldDefinition
  private let moment: FieldDefinition
  private let momentPlace: FieldIndex
  /// The records, each once.
  private let owned: [RecordIndex]
  /// The records by their kind, in the order of the kinds.
  private let kinds: [(value: FacetIndex.Value, records: [RecordIndex])]

  /// How many years have a column: the newest.
  private static let yearLimit = 10

  /// What the counts of a collection offer.
  static let fields: [ViewShape.Field] = [
    .init("label", "つながりの見出し(所管施策)", .text),
    .init("anchor", "見出しのid", .text),
    .init("kind_label", "種類の欄の見出し", .text),
    .init("heads", "列(年度)の見出し。はじめにすべて", .list(of: .text)),
    .init("year_count", "列になった年度の数", .text),
    .init(
      "others", "列にならなかった、前の年度の件数",
      .list(
        of: .object([
          .init("head", "年度", .text), .init("count", "件数", .text),
          .init("path", "絞り込んだ一覧。なければ空", .text),
        ]))),
    .init("other_count", "そうした年度の数。なければ空", .text),
    .init(
      "rows", "種類ごとの行。はじめにすべて",
      .list(
        of: .object([
          .init("label", "種類", .text), .init("is_total", "すべての種類か", .flag),
          .init(
            "cells", "列ごとの件数",
            .list(
              of: .object([
                .init("head", "列の見出し", .text), .init("count", "件数。なければ空", .text),
                .init("path", "絞り込んだ一覧。なければ空", .text),
              ]))),
        ]))),
  ]

  /// The views of the collections whose budgets, kinds, years and responsible are told by their roles.
  static func views(of owner: RecordIndex, in site: SiteContext) -> [View] {
    site.catalogue.schema.collections.compactMap { collection in
      OwnedCounts(collection, of: owner, in: site)?.view
    }
  }

  private init?(_ collection: Collection, of owner: RecordIndex, in site: SiteContext) {
    guard !collection.isHidden, collection.field(.amount) != nil,
      let kind = collection.field(.kind), let place = collection.facets.firstIndex(of: kind),
      let moment = collection.field(.moment), collection.facets.contains(moment),
      collection.fields[moment].type.traits.contains(.fiscalYears),
      let responsible = collection.field(.responsible),
      let relation = collection.fields[responsible].relation
    else { return nil }
    let owned = Set(site.catalogue.edges(of: relation, to: owner).map(\.from))
    if owned.isEmpty { return nil }
    self.owned = owned.sorted()
    self.site = site
    self.collection = collection
    self.owner = owner
    self.relation = site.catalogue.schema.relations[relation]
    self.kind = collection.fields[kind]
    self.moment = collection.fields[moment]
    momentPlace = moment
    kinds = site.facets(of: collection.index).facets[place].values
      .map { value in (value, value.records.filter(owned.contains)) }
      .filter { !$0.1.isEmpty }
    if kinds.isEmpty { return nil }
  }

  /// The fiscal years that a record names.
  private func years(of record: RecordIndex) -> Set<FiscalYear> {
    Set(
      site.catalogue.records[record].values(ofField: momentPlace).compactMap { value in
        if case .fiscalYear(let year) = value.value { year } else { nil }
      })
  }

  private var view: View {
    let rows = kinds.map { kind in (kind: kind.value, years: kind.records.map(years(of:))) }
    let everyone = owned.map(years(of:))
    let all = Set(everyone.flatMap(\.self)).sorted(by: >)
    let columns = Array(all.prefix(Self.yearLimit))
    let others = all.dropFirst(Self.yearLimit)
    let total = row("すべて", nil, everyone, columns)
    return .object([
      "label": .text(relation.inverseLabel), "anchor": .text("numbers-\(collection.key)"),
      "kind_label": .text(kind.label),
      "heads": .list([.text("すべて")] + columns.map { .text($0.western) }),
      "year_count": .count(columns.count),
      "others": .list(others.map { cell(of: $0, in: everyone, kind: nil) }),
      "other_count": others.isEmpty ? .text("") : .count(others.count),
      "rows": .list(
        [total] + rows.map { row($0.kind.label, $0.kind.slug, $0.years, columns) }),
    ])
  }

  /// A row with how many records name each year.
  private func row(
    _ label: String, _ slug: String?, _ records: [Set<FiscalYear>], _ columns: [FiscalYear]
  ) -> View {
    let cells = columns.map { cell(of: $0, in: records, kind: slug) }
    return .object([
      "label": .text(label), "is_total": .flag(slug == nil),
      "cells": .list([cell("すべて", records.count, kind: slug, year: nil)] + cells),
    ])
  }

  private func cell(of year: FiscalYear, in records: [Set<FiscalYear>], kind slug: String?) -> View
  {
    cell(year.western, records.count { $0.contains(year) }, kind: slug, year: year)
  }

  private func cell(_ head: String, _ count: Int, kind: String?, year: FiscalYear?) -> View {
    .object([
      "head": .text(head), "count": count == 0 ? .none : .count(count),
      "path": .text(count == 0 ? "" : path(kind: kind, year: year)),
    ])
  }

  /// The list of the records; empty where the list cannot be narrowed to them.
  private func path(kind slug: String?, year: FiscalYear?) -> String {
    guard collection.facets.contains(relation.field) else { return "" }
    let name = FacetIndex.slug(of: owner, relation, site.catalogue)
    if slug == nil && year == nil {
      return PagePath.encoded(FacetPage.path(collection, relation.fieldKey, name))
    }
    var query = [(relation.fieldKey, name)]
    if let slug { query.append((kind.key, slug)) }
    if let year { query.append((moment.key, moment.type.slug(.fiscalYear(year)))) }
    return CollectionPage.path(of: collection, narrowed: query)
  }
}
