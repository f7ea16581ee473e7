import CatalogueModel
import CatalogueViews
import Diagnostics
import Mustache

/// The facets of a collection as links: each value with the page of the records that have it.
enum FacetLinks {
  /// What a facet offers.
  static let fields: [ViewShape.Field] = [
    .init("key", "欄のキー", .text),
    .init("facet_label", "欄の見出し", .text),
    .init("is_long", "値が多いか", .flag),
    .init("is_list", "1つの項目に値がいくつもありうるか", .flag),
    .init("all_path", "すべての値のページ。ここに全部あれば空", .text),
    .init("value_count", "値の数", .text),
    .init("values", "値", .list(of: valueShape)),
  ]

  /// What a value offers.
  static let valueShape = ViewShape.object([
    .init("label", "値", .text), .init("slug", "短い名前", .text),
    .init("path", "絞り込んだ一覧", .text), .init("count", "件数", .text),
    .init("is_chosen", "いまのページの値か", .flag),
  ])

  /// With more values a facet is folded.
  private static let fewValues = 12
  /// With more values a facet shows those that most records have.
  static let limit = 60

  /// A facet; of many values those that most records have, and the chosen one.
  static func view(
    of facet: FacetIndex.Facet, in collection: Collection, chosen: String? = nil
  ) -> View {
    let shown = shown(of: facet, chosen: chosen)
    return .object([
      "key": .text(facet.key), "facet_label": .text(facet.label),
      "is_long": .flag(facet.values.count > fewValues),
      "is_list": .flag(facet.isList),
      "all_path": .text(
        shown.count < facet.values.count
          ? PagePath.encoded(FacetValuesPage.path(collection, facet.key)) : ""),
      "value_count": .count(facet.values.count),
      "values": .list(shown.map { view(of: $0, facet.key, in: collection, chosen: chosen) }),
    ])
  }

  private static func shown(
    of facet: FacetIndex.Facet, chosen: String?
  ) -> [FacetIndex.Value] {
    if facet.values.count <= limit { return facet.values }
    let places = facet.values.indices.sorted { left, right in
      let counts = (facet.values[left].records.count, facet.values[right].records.count)
      return counts.0 != counts.1 ? counts.0 > counts.1 : left < right
    }
    let common = Set(places.prefix(limit))
    return facet.values.indices.filter {
      common.contains($0) || facet.values[$0].slug == chosen
    }.map { facet.values[$0] }
  }

  /// A value with the path of its page.
  static func view(
    of value: FacetIndex.Value, _ key: String, in collection: Collection, chosen: String? = nil
  ) -> View {
    .object([
      "label": .text(value.label), "slug": .text(value.slug),
      "path": .text(PagePath.encoded(FacetPage.path(collection, key, value.slug))),
      "count": .count(value.records.count),
      "is_chosen": .flag(value.slug == chosen),
    ])
  }
}

extension SiteContext {
  /// The facets of a collection as links; with a choice, the facet of that value is made anew.
  func facetLinks(
    of collection: Collection, chosen: (key: String, slug: String)? = nil
  ) -> [View] {
    var links = facetLinks[collection.index]
    guard let chosen,
      let place = facets[collection.index].facets.firstIndex(where: { $0.key == chosen.key })
    else { return links }
    links[place] = FacetLinks.view(
      of: facets[collection.index].facets[place], in: collection, chosen: chosen.slug)
    return links
  }
}
