import CatalogueModel
package import CatalogueViews
package import Diagnostics
package import Mustache

/// All values of a facet that has more than a list shows beside it.
package struct FacetValuesPage: PageKind {
  package static let template = "facet-values"
  package static let summary = LocalisedText(
    "1つの欄のすべての値", en: "all values of a facet that has many")
  package static let shape: [ViewShape.Field] = [
    .init("collection", "集まりの名前", .text),
    .init("collection_path", "集まりの一覧", .text),
    .init("count", "値の数", .text),
    ListPager.field,
    .init("values", "値", .list(of: FacetLinks.valueShape)),
  ]

  package let path: String
  package let title: String
  package let summary: String
  package let trail: [Crumb]
  package let origin = Output.Origin.definition
  /// It comes and goes with the number of values.
  package let isLasting = false
  private let collection: CollectionIndex
  private let facet: Int
  private let part: ListPart

  private init(
    _ collection: Collection, _ facet: Int, of index: FacetIndex, _ part: ListPart
  ) {
    self.collection = collection.index
    self.facet = facet
    self.part = part
    let field = index.facets[facet]
    path = ListPart.path(Self.path(collection, field.key), part.number)
    title = "\(collection.label)の\(field.label)" + CollectionPage.ending(of: part)
    summary = "\(collection.label)を絞り込む\(field.label)のすべてです。"
    trail = [Crumb(collection.label, path: CollectionPage.path(of: collection))]
  }

  package static func pages(of site: SiteContext) -> [Self] {
    site.catalogue.schema.collections.filter { !$0.isHidden }.flatMap { collection in
      let index = site.facets(of: collection.index)
      return index.facets.indices.flatMap { facet -> [Self] in
        let count = index.facets[facet].values.count
        if count <= FacetLinks.limit { return [] }
        return ListPart.parts(of: count, length: ListPart.names).map {
          Self(collection, facet, of: index, $0)
        }
      }
    }
  }

  /// The path of the first page of a facet's values.
  static func path(_ collection: Collection, _ field: String) -> String {
    "\(collection.key)/by/\(field)/"
  }

  package var isOneOfSeveral: Bool { part.count > 1 }

  package func view(in site: SiteContext) -> ViewObject {
    let collection = site.catalogue.schema.collections[collection]
    let facet = site.facets(of: collection.index).facets[facet]
    return [
      "collection": .text(collection.label),
      "collection_path": .text(CollectionPage.path(of: collection)),
      "count": .count(facet.values.count),
      "pager": ListPager(part: part, base: Self.path(collection, facet.key)).view,
      "values": .list(
        facet.values[part.range].map { FacetLinks.view(of: $0, facet.key, in: collection) }),
    ]
  }
}
