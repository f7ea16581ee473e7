import CatalogueModel
import CatalogueViews
import Diagnostics
import Mustache

/// What other records say of a record: relations with their inverse names, citations.
struct RecordRelations {
  let catalogue: Catalogue

  /// The heading over the records that cite a document, and its anchor.
  static let (citedLabel, citedAnchor) = ("出典とする項目", "relation-cited")

  /// What the relations offer.
  static let fields: [ViewShape.Field] = [
    .init("groups", "つながり", .list(of: RelationGroup.shape)),
    .init("mentions", "本文でこの項目にふれている項目。つながりのあるものを除き、集まりごと", RecordMentions.shape),
    .init("mention_count", "本文でこの項目にふれている項目の数", .text),
    .init(
      "sources", "出典",
      .list(
        of: .object([
          .init("title", "文書", .text), .init("path", "パス", .text), .init("place", "箇所", .text),
        ]))),
    .init("cited", "この文書を出典とする項目", .list(of: RelationGroup.shape)),
    .init("outline", "この文書を出典とする項目の、章や節ごとの数。少なければ空", CitedOutline.shape),
    .init("cited_label", "それらの項目の見出し", .text),
    .init("cited_anchor", "その見出しのid", .text),
  ]

  /// The relations of a record, grouped by what the other record is to it.
  ///
  /// Relations between equals (前身, 上位 …) come first, in the order of their words, with what both
  /// sides wrote merged; then what other records say with their own relations.
  func groups(of index: RecordIndex) -> [RelationGroup] {
    var groups: [RelationGroup] = []
    for (place, relation) in catalogue.schema.relations.indexed where !relation.isCitation {
      if relation.words.isEmpty {
        groups.append(
          RelationGroup(
            label: relation.inverseLabel,
            key: "\(collection(of: relation).key)-\(relation.fieldKey)",
            collection: relation.collection, items: incoming(of: index, place),
            list: list(of: index, relation), prizes: PrizeTable(of: index, place, in: catalogue),
            relation: place))
      } else {
        for word in relation.words {
          groups.append(
            RelationGroup(
              label: heading(word.word, relation),
              key: "\(collection(of: relation).key)-\(relation.fieldKey)-\(word.word)",
              collection: relation.collection, items: equals(of: index, place, word.word)))
        }
      }
    }
    return groups.filter { !$0.items.isEmpty }
  }

  private func collection(of relation: Relation) -> Collection {
    catalogue.schema.collections[relation.collection]
  }

  /// The list of the records that name this one in the field, where the field is a facet.
  private func list(of index: RecordIndex, _ relation: Relation) -> String {
    let collection = catalogue.schema.collections[relation.collection]
    guard collection.facets.contains(relation.field) else { return "" }
    let slug = FacetIndex.slug(of: index, relation, catalogue)
    let path = FacetPage.path(collection, relation.fieldKey, slug)
    return PagePath.encoded(path)
  }

  private func heading(_ word: String, _ relation: Relation) -> String {
    word == relation.label ? word : "\(relation.label)（\(word)）"
  }

  private func incoming(of index: RecordIndex, _ relation: RelationIndex) -> [RelationGroup.Item] {
    merged(
      catalogue.edges(of: relation, to: index).map {
        ($0.from, EdgeDetail.text(of: $0, in: catalogue.schema))
      })
  }

  /// The records that are `word` to this one, as either side wrote it.
  func equals(of index: RecordIndex, _ place: RelationIndex, _ word: String)
    -> [RelationGroup.Item]
  {
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
  private func merged(_ found: [(record: RecordIndex, detail: String)]) -> [RelationGroup.Item] {
    var items: [RelationGroup.Item] = []
    for (record, detail) in found.sorted(by: { $0.record < $1.record }) {
      if items.last?.record != record {
        items.append(RelationGroup.Item(record: record, details: []))
      }
      if !detail.isEmpty, items[items.count - 1].details.contains(detail) == false {
        items[items.count - 1].details.append(detail)
      }
    }
    return items
  }

  /// How long the records that a record names are tied to it, by each relation that tells it.
  func spans(of index: RecordIndex) -> [SpanTable] {
    let relations = catalogue.schema.relations
    var rows: [RelationIndex: [SpanTable.Row]] = [:]
    for place in catalogue.outgoing[index] {
      let edge = catalogue.edges[place]
      guard TimeSpan.isTold(by: relations[edge.relation]), let to = edge.to,
        let span = TimeSpan(of: edge, in: catalogue.schema)
      else { continue }
      rows[edge.relation, default: []].append(SpanTable.Row(record: to, span: span))
    }
    return rows.keys.sorted().compactMap { place in
      SpanTable(
        rows[place] ?? [], label: "\(relations[place].label)の期間",
        identifier: "spans-\(relations[place].fieldKey)", isOpen: true,
        asOf: catalogue.schema.site.imprint.asOf)
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
  func citations(of index: RecordIndex) -> [RelationGroup] {
    let edges = catalogue.citations(of: index).filter { $0.from != index }
    let grouped = Dictionary(grouping: edges) { catalogue.records[$0.from].collection }
    return grouped.keys.sorted().map { place in
      let collection = catalogue.schema.collections[place]
      return RelationGroup(
        label: collection.label, key: "cited-\(collection.key)", collection: place,
        items: merged(
          (grouped[place] ?? []).map {
            ($0.from, EdgeDetail.text(of: $0, in: catalogue.schema))
          }), isCited: true)
    }
  }
}
