package import CatalogueModel
package import CatalogueViews
package import Diagnostics
package import Mustache

/// The list of a collection with its facets.
///
/// Without JavaScript each value of a facet leads to a page of its own (`FacetPage`); with it the same
/// list is narrowed in place, and the address carries the choice.
package struct CollectionPage: PageKind {
  package static let template = "collection"
  package static let summary = LocalisedText("集まりの一覧", en: "the list of a collection")
  package static let shape: [ViewShape.Field] = [
    .init("label", "集まりの名前", .text),
    .init("key", "集まりのキー", .text),
    .init("description", "集まりの説明", .text),
    .init("counter", "数え方", .text),
    .init("count", "件数", .number),
    .init("moment_label", "新しい順に並べる欄の見出し。なければ空", .text),
    .init("facets", "絞り込み", .list(of: .object(FacetPage.facetFields))),
    .init("entries", "項目", .list(of: RecordEntry.shape)),
  ]

  package let path: String
  package let title: String
  package let summary: String
  package let trail: [Crumb] = []
  package let origin = Output.Origin.definition
  private let collection: CollectionIndex

  /// Makes the list page of a collection.
  package init(_ collection: Collection) {
    self.collection = collection.index
    path = collection.key + "/"
    title = collection.label
    summary = collection.description
  }

  package static func pages(of site: SiteContext) -> [Self] {
    shown(in: site.catalogue).map { Self($0) }
  }

  package static func navigation(of catalogue: Catalogue) -> [Crumb] {
    shown(in: catalogue).map { Crumb($0.label, path: $0.key + "/") }
  }

  private static func shown(in catalogue: Catalogue) -> [Collection] {
    catalogue.schema.collections.filter { !$0.isHidden }
  }

  package func view(in site: SiteContext) -> ViewObject {
    let collection = site.catalogue.schema.collections[collection]
    let members = site.catalogue.members[collection.index]
    return [
      "label": .text(collection.label),
      "key": .text(collection.key),
      "description": .text(collection.description),
      "counter": .text(collection.counter),
      "count": .number(members.count),
      "moment_label": .text(
        collection.field(.moment).map { collection.fields[$0].label } ?? ""),
      "facets": .list(FacetPage.facets(of: collection, in: site)),
      "entries": .list(members.map { .object(site.entries[$0]) }),
    ]
  }
}
