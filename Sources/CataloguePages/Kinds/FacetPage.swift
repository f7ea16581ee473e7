package import CatalogueModel
package import CatalogueViews
package import Diagnostics
package import Mustache

/// The records of a collection that have one value: the way to narrow a list without JavaScript.
package struct FacetPage: PageKind {
  package static let template = "facet"
  package static let summary = LocalisedText(
    "1つの値で絞り込んだ一覧", en: "the records of a collection that have one value of a facet")
  package static let shape: [ViewShape.Field] =
    [
      .init("collection", "集まりの名前", .text),
      .init("collection_path", "集まりの一覧", .text),
      .init("collection_key", "集まりのキー", .text),
      .init("field", "欄の見出し", .text),
      .init("field_key", "欄のキー", .text),
      .init("value", "値", .text),
      .init("slug", "値の短い名前", .text),
      .init("value_path", "値である項目のページ。なければ空", .text),
    ] + ListView.fields

  package let path: String
  package let title: String
  package let summary: String
  package let trail: [Crumb]
  package let origin = Output.Origin.definition
  /// A value that no record has any more has no page.
  package let isLasting = false
  private let collection: CollectionIndex
  private let facet: Int
  private let value: Int
  private let part: ListPart
  /// The path of the first page.
  private let base: String

  /// Makes a page of a value, by the places of its collection, facet and value.
  package init(
    collection: Collection, facet: Int, value: Int, part: ListPart, in facets: FacetIndex
  ) {
    self.collection = collection.index
    self.facet = facet
    self.value = value
    self.part = part
    let field = facets.facets[facet]
    let label = field.values[value].label
    base = FacetPage.path(collection, field.key, field.values[value].slug)
    path = ListPart.path(base, part.number)
    let name = Self.name(of: field.label, in: collection.label)
    title = Self.title(
      collection.label, name, label, page: part.number > 1 ? CollectionPage.page(part) : nil)
    summary = "\(collection.label)のうち、\(name)が「\(label)」のものの一覧です。"
    trail = [Crumb(collection.label, path: CollectionPage.path(of: collection))]
  }

  /// 施策（所管：文部科学省）: a shape in which no word of a catalogue has to be bent.
  static func title(_ collection: String, _ field: String, _ value: String, page: String?) -> String
  {
    let isASCII = [collection, field].allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
    let ending = page.map { isASCII ? ", \($0)" : "、\($0)" } ?? ""
    return isASCII
      ? "\(collection) (\(field): \(value)\(ending))" : "\(collection)（\(field)：\(value)\(ending)）"
  }

  /// What a field is called beside the name of its collection: of 拠点 the 種類, not the 拠点の種類.
  static func name(of field: String, in collection: String) -> String {
    let prefix = collection + "の"
    return field.hasPrefix(prefix) && field != prefix
      ? String(field.dropFirst(prefix.count)) : field
  }

  package static func pages(of site: SiteContext) -> [Self] {
    site.catalogue.schema.collections.filter { !$0.isHidden }.flatMap { collection in
      let index = site.facets(of: collection.index)
      return index.facets.enumerated().flatMap { facet, values in
        values.values.indices.flatMap { value in
          ListPart.parts(of: values.values[value].records.count).map {
            Self(collection: collection, facet: facet, value: value, part: $0, in: index)
          }
        }
      }
    }
  }

  /// The path of the first page of a value.
  static func path(_ collection: Collection, _ field: String, _ slug: String) -> String {
    "\(collection.key)/by/\(field)/\(slug)/"
  }

  package var isOneOfSeveral: Bool { part.count > 1 }

  package func view(in site: SiteContext) -> ViewObject {
    let collection = site.catalogue.schema.collections[collection]
    let facet = site.facets(of: collection.index).facets[facet]
    let value = facet.values[value]
    let view: ViewObject = [
      "collection": .text(collection.label),
      "collection_path": .text(CollectionPage.path(of: collection)),
      "collection_key": .text(collection.key),
      "field": .text(facet.label),
      "field_key": .text(facet.key),
      "value": .text(value.label),
      "slug": .text(value.slug),
      "value_path": .text(value.target.map { site.catalogue.path(of: $0) } ?? ""),
    ]
    let list = ListView(
      collection, part: part, base: base,
      total: value.records.count)
    return view.adding(
      list.view(
        of: Array(value.records[part.range]), in: site, chosen: (facet.key, value.slug)))
  }
}
