package import CatalogueModel
package import CatalogueViews
package import Diagnostics
package import Mustache

/// The list of a collection with its facets, fifty entries to a page.
///
/// Without JavaScript each value of a facet leads to a page of its own (`FacetPage`), and doors lead to the
/// rows of the readings; with it the whole list is narrowed and sorted in place, and the address carries the
/// choice.
package struct CollectionPage: PageKind {
  package static let template = "collection"
  package static let summary = LocalisedText("集まりの一覧", en: "the list of a collection")
  package static let shape: [ViewShape.Field] =
    [
      .init("label", "集まりの名前", .text),
      .init("key", "集まりのキー", .text),
      .init("description", "集まりの説明", .text),
      .init("is_first", "はじめのページか", .flag),
      .init("doors", "行の始まりへの入口。短い一覧では空", .list(of: ListDoors.shape)),
      .init("has_doors", "行の始まりへの入口があるか", .flag),
      .init("place", "都道府県ごとの件数。はじめのページだけ", PrefectureTiles.shape),
    ] + ListView.fields

  package let path: String
  package let title: String
  package let summary: String
  package let trail: [Crumb]
  package let origin = Output.Origin.definition
  private let collection: CollectionIndex
  private let part: ListPart
  /// The path of the first page.
  private let base: String

  /// Makes a page of the list of a collection.
  package init(_ collection: Collection, _ part: ListPart) {
    self.collection = collection.index
    self.part = part
    base = Self.path(of: collection)
    path = ListPart.path(base, part.number)
    title = collection.label + Self.ending(of: part)
    summary = collection.description
    trail =
      part.number == 1 ? [] : [Crumb(collection.label, path: base)]
  }

  /// What the title of a further page ends with.
  static func ending(of part: ListPart) -> String {
    part.number == 1 ? "" : "（\(page(part))）"
  }

  /// `2 / 5ページ`.
  static func page(_ part: ListPart) -> String { "\(part.number) / \(part.count)ページ" }

  /// The path of the first page.
  static func path(of collection: Collection) -> String { collection.key + "/" }

  /// The address of the list that is narrowed to some values, by the keys of their fields.
  static func path(of collection: Collection, narrowed values: [(String, String)]) -> String {
    let pairs = values.map { "\(PagePath.encoded($0))=\(PagePath.encoded($1))" }
    return "\(PagePath.encoded(path(of: collection)))?\(pairs.joined(separator: "&"))"
  }

  package static func pages(of site: SiteContext) -> [Self] {
    shown(in: site.catalogue).flatMap { collection in
      ListPart.parts(of: site.catalogue.members[collection.index].count).map {
        Self(collection, $0)
      }
    }
  }

  package static func navigation(of catalogue: Catalogue) -> [Crumb] {
    shown(in: catalogue).map { Crumb($0.label, path: path(of: $0)) }
  }

  private static func shown(in catalogue: Catalogue) -> [Collection] {
    catalogue.schema.collections.filter { !$0.isHidden }
  }

  /// A further page comes and goes with the number of records.
  package var isLasting: Bool { part.number == 1 }

  package var isOneOfSeveral: Bool { part.count > 1 }

  package func view(in site: SiteContext) -> ViewObject {
    let collection = site.catalogue.schema.collections[collection]
    let members = site.catalogue.members[collection.index]
    let doors = site.doors[collection.index]
    let links = doors.views(of: base)
    let view: ViewObject = [
      "label": .text(collection.label),
      "key": .text(collection.key),
      "description": .text(collection.description),
      "is_first": .flag(part.number == 1),
      "doors": .list(links),
      "has_doors": .flag(!links.isEmpty),
      "place": part.number == 1 ? PrefectureTiles(collection, in: site)?.view ?? .none : .none,
    ]
    let list = ListView(collection, part: part, base: base, total: members.count)
    return view.adding(
      list.view(
        of: part.range.map { members.lowerBound.advanced(by: $0) }, in: site,
        anchor: { doors.anchor(at: $0) }))
  }
}
