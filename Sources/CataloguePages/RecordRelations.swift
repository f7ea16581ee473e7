import CatalogueModel
import CatalogueViews
import Diagnostics
import Mustache

/// What other records say of a record: relations with their inverse names, mentions, citations.
struct RecordRelations {
  let catalogue: Catalogue

  /// What the relations offer.
  static let fields: [ViewShape.Field] = [
    .init(
      "groups", "つながり",
      .list(
        of: .object([
          .init("label", "見出し", .text), .init("anchor", "見出しのid", .text),
          .init("item_count", "件数", .number), .init("is_long", "多いか", .flag),
          .init("list_path", "同じ項目に絞り込んだ一覧。なければ空", .text),
          .init(
            "items", "つながる項目",
            .list(
              of: .object([
                .init("title", "名称", .text), .init("path", "パス", .text),
                .init("summary", "要約", .text), .init("collection", "集まりの名前", .text),
                .init("detail", "役割など。なければ空", .text),
              ]))),
        ]))),
    .init(
      "mentions", "本文でこの項目にふれている項目",
      .list(
        of: .object([
          .init("title", "名称", .text), .init("path", "パス", .text),
          .init("collection", "集まりの名前", .text), .init("sentence", "ふれている文", .text),
        ]))),
    .init(
      "sources", "出典",
      .list(
        of: .object([
          .init("title", "文書", .text), .init("path", "パス", .text), .init("place", "箇所", .text),
        ]))),
    .init(
      "cited", "この文書を出典とする項目",
      .list(
        of: .object([
          .init("label", "集まりの名前", .text), .init("item_count", "件数", .number),
          .init(
            "items", "項目",
            .list(
              of: .object([
                .init("title", "名称", .text), .init("path", "パス", .text),
                .init("place", "箇所", .text),
              ]))),
        ]))),
  ]

  /// The relations of a record, grouped by what the other record is to it.
  ///
  /// Relations between equals (前身, 上位 …) come first, in the order of their words, with what both
  /// sides wrote merged; then what other records say with their own relations.
  func groups(of index: RecordIndex) -> [View] {
    var groups: [(label: String, items: [Item], list: String)] = []
    func add(_ label: String, _ items: [Item], list: String = "") {
      if !items.isEmpty { groups.append((label, items, list)) }
    }
    for (place, relation) in catalogue.schema.relations.indexed where !relation.isCitation {
      if relation.words.isEmpty {
        add(relation.inverseLabel, incoming(of: index, place), list: list(of: index, relation))
      } else {
        for word in relation.words {
          add(heading(word.word, relation), equals(of: index, place, word.word))
        }
      }
    }
    return groups.enumerated().map { number, group in
      .object([
        "label": .text(group.label), "anchor": .text("relation-\(number + 1)"),
        "item_count": .number(group.items.count), "is_long": .flag(group.items.count > 20),
        "list_path": .text(group.list),
        "items": .list(group.items.map { view(of: $0) }),
      ])
    }
  }

  /// The list of the records that name this one in the field, where the field is a facet.
  private func list(of index: RecordIndex, _ relation: Relation) -> String {
    let collection = catalogue.schema.collections[relation.collection]
    guard collection.facets.contains(relation.field) else { return "" }
    let slug = FacetIndex.slug(of: index, relation, catalogue)
    let path = FacetPage.path(collection, relation.fieldKey, slug)
    return PagePath.encoded(path)
  }

  /// A record on the other side with what is said of the connexion.
  private struct Item {
    let record: RecordIndex
    var details: [String]
  }

  private func heading(_ word: String, _ relation: Relation) -> String {
    word == relation.label ? word : "\(relation.label)（\(word)）"
  }

  private func incoming(of index: RecordIndex, _ relation: RelationIndex) -> [Item] {
    merged(
      catalogue.edges(of: relation, to: index).map {
        ($0.from, EdgeDetail.text(of: $0, in: catalogue.schema))
      })
  }

  /// The records that are `word` to this one, as either side wrote it.
  private func equals(of index: RecordIndex, _ place: RelationIndex, _ word: String) -> [Item] {
    let relation = catalogue.schema.relations[place]
    guard let field = relation.wordField else { return [] }
    func text(_ edge: Edge) -> String {
      if case .text(let text)? = edge.attributes[field] { text } else { "" }
    }
    var found: [(RecordIndex, String)] = []
    for edge in catalogue.edges(of: place, from: index) where text(edge) == word {
      guard let to = edge.to else { continue }
      found.append((to, EdgeDetail.text(of: edge, in: catalogue.schema)))
    }
    for edge in catalogue.edges(of: place, to: index)
    where relation.inverse(of: text(edge)) == word {
      found.append((edge.from, EdgeDetail.text(of: edge, in: catalogue.schema)))
    }
    return merged(found)
  }

  /// One item for each record, in the order of the pages.
  private func merged(_ found: [(record: RecordIndex, detail: String)]) -> [Item] {
    var items: [Item] = []
    for (record, detail) in found.sorted(by: { $0.record < $1.record }) {
      if items.last?.record != record { items.append(Item(record: record, details: [])) }
      if !detail.isEmpty, items[items.count - 1].details.contains(detail) == false {
        items[items.count - 1].details.append(detail)
      }
    }
    return items
  }

  private func view(of item: Item) -> View {
    let record = catalogue.records[item.record]
    return .object([
      "title": .text(record.title.value), "path": .text(catalogue.path(of: item.record)),
      "summary": .text(record.summary),
      "collection": .text(catalogue.collection(of: item.record).label),
      "detail": .text(item.details.joined(separator: "、")),
    ])
  }

  /// The records whose text names the record, with the sentence.
  func mentions(of index: RecordIndex) -> [View] {
    catalogue.mentionedBy[index].map { mention in
      let mention = catalogue.mentions[mention]
      return .object([
        "title": .text(catalogue.records[mention.from].title.value),
        "path": .text(catalogue.path(of: mention.from)),
        "collection": .text(catalogue.collection(of: mention.from).label),
        "sentence": .text(mention.sentence),
      ])
    }
  }

  /// Where the record's facts stand.
  func sources(of index: RecordIndex) -> [View] {
    catalogue.citations(from: index).compactMap { edge in
      guard let to = edge.to else { return nil }
      return .object([
        "title": .text(catalogue.records[to].title.value), "path": .text(catalogue.path(of: to)),
        "place": .text(EdgeDetail.text(of: edge, in: catalogue.schema)),
      ])
    }
  }

  /// The records that cite the record, by collection.
  func citations(of index: RecordIndex) -> [View] {
    let edges = catalogue.citations(of: index).filter { $0.from != index }
    let grouped = Dictionary(grouping: edges) { catalogue.records[$0.from].collection }
    return grouped.keys.sorted().map { collection in
      let items = merged(
        (grouped[collection] ?? []).map {
          ($0.from, EdgeDetail.text(of: $0, in: catalogue.schema))
        })
      return .object([
        "label": .text(catalogue.schema.collections[collection].label),
        "item_count": .number(items.count),
        "items": .list(
          items.map { item in
            .object([
              "title": .text(catalogue.records[item.record].title.value),
              "path": .text(catalogue.path(of: item.record)),
              "place": .text(item.details.joined(separator: "、")),
            ])
          }),
      ])
    }
  }
}
