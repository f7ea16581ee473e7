import CatalogueModel
import CatalogueViews
import Diagnostics
import Mustache

/// The records that are the same to a record: its 所管施策, its 前身, what cites it in one collection.
struct RelationGroup {
  /// A record on the other side with what is said of the connexion.
  struct Item {
    let record: RecordIndex
    var details: [String]
  }

  let label: String
  /// Its name in the address of a page of its own, and among the groups of the record.
  let key: String
  /// The collection of the records.
  let collection: CollectionIndex
  let items: [Item]
  /// The path of the list that is narrowed to the same records; empty where there is none.
  let list: String
  /// The table that shows the records, where they won prizes.
  let prizes: PrizeTable?
  /// The relation by which the records name the one on whose page they stand; nil where both may.
  let relation: RelationIndex?

  init(
    label: String, key: String, collection: CollectionIndex, items: [Item], list: String = "",
    prizes: PrizeTable? = nil, relation: RelationIndex? = nil, isCited: Bool = false
  ) {
    self.label = label
    self.key = key
    self.collection = collection
    self.items = items
    self.list = list
    self.prizes = prizes
    self.relation = relation
    self.isCited = isCited
  }

  /// Whether the records name the other one as a source.
  let isCited: Bool

  /// With more records a group shows the first of them, and counts.
  static let limit = 20

  /// Whether the page of the record shows a part of the group only.
  var isLong: Bool { items.count > shownLimit }

  /// How many records the page of the record shows.
  private var shownLimit: Int { prizes == nil ? Self.limit : PrizeTable.limit }

  /// Whether the whole group needs a page of its own.
  var needsPage: Bool { isLong && list.isEmpty }

  /// What a group offers.
  static let shape = ViewShape.object([
    .init("label", "見出し", .text), .init("anchor", "見出しのid", .text),
    .init("item_count", "件数", .text), .init("is_long", "ここには一部だけか", .flag),
    .init("shown_count", "ここに示す件数", .text),
    .init("list_path", "すべてを示す一覧。なければ空", .text),
    .init(
      "counts", "多いときの、種類や年度ごとの件数",
      .list(
        of: .object([
          .init("label", "欄の見出し", .text),
          .init(
            "values", "値",
            .list(
              of: .object([
                .init("label", "値", .text), .init("count", "件数", .text),
                .init("path", "絞り込んだ一覧。なければ空", .text),
              ]))),
        ]))),
    .init("items", "つながる項目。表があれば空", .list(of: itemShape)),
    .init("prizes", "賞を受けた項目の表。なければ空", PrizeTable.shape),
    .init("spans", "期間の表と図。期間の記載が少なければ空", SpanTable.shape),
  ])

  /// What an item of a group offers.
  static let itemShape = ViewShape.object([
    .init("title", "名称", .text), .init("is_english", "名称が英語か", .flag),
    .init("path", "パス", .text),
    .init("summary", "要約", .text), .init("collection", "集まりの名前", .text),
    .init("detail", "役割など。なければ空", .text),
    .init("span", "その項目の期間。「期間 2013年度〜2021年度」。なければ空", .text),
  ])

  /// The view of the group on the page of a record.
  func view(of record: RecordIndex, anchor: String, in site: SiteContext) -> View {
    .object([
      "label": .text(label), "anchor": .text(anchor),
      "item_count": .count(items.count), "is_long": .flag(isLong),
      "shown_count": .count(min(items.count, shownLimit)),
      "list_path": .text(
        needsPage ? PagePath.encoded(RelationPage.path(of: record, self, site.catalogue)) : list),
      "counts": .list(isLong ? counts(of: record, in: site) : []),
      "items": .list(
        prizes == nil ? items.prefix(Self.limit).map { view(of: $0, site.catalogue) } : []),
      "prizes": prizes?.view ?? .none,
      "spans": spans(of: items[...], with: record, in: site.catalogue)?
        .view(in: site.catalogue) ?? .none,
    ])
  }

  /// The view of one record of the group.
  func view(of item: Item, _ catalogue: Catalogue) -> View {
    Self.view(of: item.record, detail: item.details.joined(separator: "、"), catalogue)
  }

  /// The view of a record with what is said of its connexion.
  static func view(of index: RecordIndex, detail: String, _ catalogue: Catalogue) -> View {
    let record = catalogue.records[index]
    return .object([
      "title": .text(record.title.value),
      "is_english": .flag(EnglishText.isEnglish(record.title.value)),
      "path": .text(catalogue.path(of: index)),
      "summary": .text(record.summary),
      "collection": .text(catalogue.collection(of: index).label),
      "detail": .text(detail),
      "span": .text(TimeSpan.text(of: index, in: catalogue)),
    ])
  }

  /// How long some of the records ran, or were tied to `record` where the relation tells that.
  func spans(
    of items: ArraySlice<Item>, with record: RecordIndex, in catalogue: Catalogue
  ) -> SpanTable? {
    let label = "\(label)の期間"
    let identifier = "spans-\(key)"
    let asOf = catalogue.schema.site.imprint.asOf
    if let relation, TimeSpan.isTold(by: catalogue.schema.relations[relation]) {
      let wanted = Set(items.map(\.record))
      let rows = catalogue.edges(of: relation, to: record).compactMap { edge in
        wanted.contains(edge.from)
          ? TimeSpan(of: edge, in: catalogue.schema).map {
            SpanTable.Row(record: edge.from, span: $0)
          } : nil
      }
      return SpanTable(rows, label: label, identifier: identifier, asOf: asOf)
    }
    return SpanTable(
      of: items.lazy.map(\.record), in: collection, label: label, identifier: identifier, catalogue)
  }

  /// The list of those of the records that have a value; empty where no list is narrowed to them.
  private func path(
    of record: RecordIndex, _ key: String, _ slug: String, in catalogue: Catalogue
  ) -> String {
    guard !list.isEmpty, let relation else { return "" }
    let definition = catalogue.schema.relations[relation]
    return CollectionPage.path(
      of: catalogue.schema.collections[collection],
      narrowed: [
        (definition.fieldKey, FacetIndex.slug(of: record, definition, catalogue)), (key, slug),
      ])
  }

  /// How many of the records have each kind and each fiscal year, where their collection is narrowed by these.
  private func counts(of record: RecordIndex, in site: SiteContext) -> [View] {
    let collection = site.catalogue.schema.collections[collection]
    let facets = site.facets(of: collection.index)
    let places = items.map {
      site.catalogue.members[collection.index].lowerBound.distance(to: $0.record)
    }
    return collection.facets.indices.compactMap { number -> View? in
      let facet = facets.facets[number]
      let isKind = collection.field(.kind) == collection.facets[number]
      guard isKind || facet.namesFiscalYears else { return nil }
      var counts: [String: Int] = [:]
      for place in places {
        for slug in facets.slugs[number][place] { counts[slug, default: 0] += 1 }
      }
      if counts.count < 2 { return nil }
      return .object([
        "label": .text(facet.label),
        "values": .list(
          facet.values.compactMap { value in
            counts[value.slug].map {
              .object([
                "label": .text(value.label), "count": .count($0),
                "path": .text(path(of: record, facet.key, value.slug, in: site.catalogue)),
              ])
            }
          }),
      ])
    }
  }
}
