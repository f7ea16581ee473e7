package import CatalogueModel
package import CatalogueViews
package import Diagnostics
package import Mustache

/// The records of a collection that have one value: the way to narrow a list without JavaScript.
package struct FacetPage: PageKind {
  package static let template = "facet"
  /// A value that no record has any more has no page.
  package static let isLasting = false
  package static let summary = LocalisedText(
    "1つの値で絞り込んだ一覧", en: "the records of a collection that have one value of a facet")
  package static let shape: [ViewShape.Field] = [
    .init("collection", "集まりの名前", .text),
    .init("collection_path", "集まりの一覧", .text),
    .init("collection_key", "集まりのキー", .text),
    .init("counter", "数え方", .text),
    .init("field", "欄の見出し", .text),
    .init("field_key", "欄のキー", .text),
    .init("value", "値", .text),
    .init("slug", "値の短い名前", .text),
    .init("value_path", "値である項目のページ。なければ空", .text),
    .init("count", "件数", .number),
    .init("facets", "絞り込み", .list(of: .object(facetFields))),
    .init("entries", "項目", .list(of: RecordEntry.shape)),
  ]

  /// What a facet offers.
  static let facetFields: [ViewShape.Field] = [
    .init("key", "欄のキー", .text),
    .init("facet_label", "欄の見出し", .text),
    .init("is_long", "値が多いか", .flag),
    .init(
      "values", "値",
      .list(
        of: .object([
          .init("label", "値", .text), .init("slug", "短い名前", .text),
          .init("path", "絞り込んだ一覧", .text), .init("count", "件数", .number),
          .init("is_chosen", "いまのページの値か", .flag),
        ]))),
  ]

  package let path: String
  package let title: String
  package let summary: String
  package let trail: [Crumb]
  package let origin = Output.Origin.definition
  private let collection: CollectionIndex
  private let facet: Int
  private let value: Int

  /// Makes the page of a value, by the places of its collection, facet and value.
  package init(collection: Collection, facet: Int, value: Int, in facets: FacetIndex) {
    self.collection = collection.index
    self.facet = facet
    self.value = value
    let field = facets.facets[facet]
    path = FacetPage.path(collection, field.key, field.values[value].slug)
    title = "\(field.label)が\(field.values[value].label)の\(collection.label)"
    summary = "\(field.label)が\(field.values[value].label)である\(collection.label)の一覧です。"
    trail = [Crumb(collection.label, path: collection.key + "/")]
  }

  package static func pages(of site: SiteContext) -> [Self] {
    site.catalogue.schema.collections.filter { !$0.isHidden }.flatMap { collection in
      let index = site.facets(of: collection.index)
      return index.facets.enumerated().flatMap { facet, values in
        values.values.indices.map {
          Self(collection: collection, facet: facet, value: $0, in: index)
        }
      }
    }
  }

  /// The path of the page of a value.
  static func path(_ collection: Collection, _ field: String, _ slug: String) -> String {
    "\(collection.key)/by/\(field)/\(slug)/"
  }

  package func view(in site: SiteContext) -> ViewObject {
    let collection = site.catalogue.schema.collections[collection]
    let facet = site.facets(of: collection.index).facets[facet]
    let value = facet.values[value]
    return [
      "collection": .text(collection.label),
      "collection_path": .text(collection.key + "/"),
      "collection_key": .text(collection.key),
      "counter": .text(collection.counter),
      "field": .text(facet.label),
      "field_key": .text(facet.key),
      "value": .text(value.label),
      "slug": .text(value.slug),
      "value_path": .text(value.target.map { site.catalogue.path(of: $0) } ?? ""),
      "count": .number(value.records.count),
      "facets": .list(
        FacetPage.facets(of: collection, in: site, chosen: (facet.key, value.slug))),
      "entries": .list(value.records.map { .object(site.entries[$0]) }),
    ]
  }

  /// The facets of a collection with all values, and which of them is chosen.
  static func facets(
    of collection: Collection, in site: SiteContext, chosen: (key: String, slug: String)? = nil
  ) -> [View] {
    site.facets(of: collection.index).facets.map { facet in
      .object([
        "key": .text(facet.key), "facet_label": .text(facet.label),
        "is_long": .flag(facet.values.count > 12),
        "values": .list(
          links(
            of: facet.key, in: collection, site,
            chosen: chosen?.key == facet.key ? chosen?.slug : nil)),
      ])
    }
  }

  /// The values of one facet with the paths of their pages.
  static func links(
    of key: String, in collection: Collection, _ site: SiteContext, chosen: String? = nil
  ) -> [View] {
    guard let facet = site.facets(of: collection.index).facets.first(where: { $0.key == key })
    else { return [] }
    return facet.values.map { value in
      .object([
        "label": .text(value.label), "slug": .text(value.slug),
        "path": .text(PagePath.encoded(path(collection, key, value.slug))),
        "count": .number(value.records.count),
        "is_chosen": .flag(value.slug == chosen),
      ])
    }
  }
}
