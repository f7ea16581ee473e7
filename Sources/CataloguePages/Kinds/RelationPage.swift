import CatalogueModel
package import CatalogueViews
package import Diagnostics
package import Mustache

/// All records of a relation that are too many for the page of their record, and that no list is narrowed to.
package struct RelationPage: PageKind {
  package static let template = "relation"
  package static let summary = LocalisedText(
    "項目のページに収まらないつながり", en: "the records of a relation that has many")
  package static let shape: [ViewShape.Field] = [
    .init("title", "項目の名称", .text),
    .init("path", "項目のページ", .text),
    .init("label", "つながりの見出し", .text),
    .init("count", "件数", .text),
    ListPager.field,
    .init("items", "つながる項目", .list(of: RelationGroup.itemShape)),
    .init("spans", "このページの項目の期間の表と図。期間の記載が少なければ空", SpanTable.shape),
  ]

  package let path: String
  package let title: String
  package let summary: String
  package let trail: [Crumb]
  package let origin: Output.Origin
  /// It comes and goes with the number of records.
  package let isLasting = false
  private let record: RecordIndex
  private let group: RelationGroup
  private let part: ListPart
  private let base: String

  private init(
    _ record: RecordIndex, _ group: RelationGroup, _ part: ListPart, _ catalogue: Catalogue
  ) {
    let name = catalogue.records[record].title.value
    self.record = record
    self.group = group
    self.part = part
    base = Self.path(of: record, group, catalogue)
    path = ListPart.path(base, part.number)
    let whole = group.isCited ? "\(name)を出典とする\(group.label)" : "\(name)の\(group.label)"
    title = whole + CollectionPage.ending(of: part)
    summary = "\(whole)のすべてです。"
    trail = RecordPage.trail(to: record, in: catalogue)
    origin = .file(catalogue.records[record].path)
  }

  package static func pages(of site: SiteContext) -> [Self] {
    let catalogue = site.catalogue
    let relations = RecordRelations(catalogue: catalogue)
    return catalogue.records.indices.flatMap { record -> [Self] in
      // A look at the groups of every record would take long.
      let edges = catalogue.incoming[record].count + catalogue.outgoing[record].count
      if edges <= RelationGroup.limit { return [] }
      let groups = relations.groups(of: record) + relations.citations(of: record)
      return groups.filter(\.needsPage).flatMap { group in
        ListPart.parts(of: group.items.count, length: ListPart.names).map {
          Self(record, group, $0, catalogue)
        }
      }
    }
  }

  /// The path of the first page of a group.
  static func path(
    of record: RecordIndex, _ group: RelationGroup, _ catalogue: Catalogue
  ) -> String {
    "\(catalogue.path(of: record))\(group.key)/"
  }

  package var isOneOfSeveral: Bool { part.count > 1 }

  package func view(in site: SiteContext) -> ViewObject {
    [
      "title": .text(site.catalogue.records[record].title.value),
      "path": .text(site.catalogue.path(of: record)),
      "label": .text(group.label),
      "count": .count(group.items.count),
      "pager": ListPager(part: part, base: base).view,
      "items": .list(group.items[part.range].map { group.view(of: $0, site.catalogue) }),
      "spans": group.spans(of: group.items[part.range], with: record, in: site.catalogue)?
        .view(in: site.catalogue) ?? .none,
    ]
  }
}
