import CatalogueModel
import CatalogueViews
import Diagnostics
import Mustache

/// The records whose text names a record, without those that a connexion ties to it already.
struct RecordMentions {
  private let catalogue: Catalogue
  /// By the collections of the records, in the order of the pages; of a record its first sentence.
  private var groups: [(collection: CollectionIndex, items: [Mention])] = []

  /// How many records of a group stand there before the rest is folded.
  private static let shown = 8
  /// How many records a fold has, and all folds of a page together.
  private static let folded = (group: 100, page: 200)

  /// Collects what names a record.
  init(of index: RecordIndex, in catalogue: Catalogue) {
    self.catalogue = catalogue
    let mentions = catalogue.mentionedBy[index].map { catalogue.mentions[$0] }
    if mentions.isEmpty { return }
    var connected: Set<RecordIndex> = [index]
    for edge in catalogue.outgoing[index] {
      if let other = catalogue.edges[edge].to { connected.insert(other) }
    }
    for edge in catalogue.incoming[index] { connected.insert(catalogue.edges[edge].from) }
    // The resolver tells one of each record, and those of a collection come one after the other.
    for mention in mentions where !connected.contains(mention.from) {
      let collection = catalogue.records[mention.from].collection
      // The guides speak of records as examples.
      if catalogue.schema.collections[collection].isHidden { continue }
      if groups.last?.collection != collection { groups.append((collection, [])) }
      groups[groups.count - 1].items.append(mention)
    }
  }

  /// How many records name the record.
  var count: Int { groups.reduce(0) { $0 + $1.items.count } }

  /// What the mentions offer: groups by collection.
  static let shape = ViewShape.list(
    of: .object([
      .init("label", "集まりの名前", .text), .init("anchor", "見出しのid", .text),
      .init("item_count", "件数", .text),
      .init("items", "はじめの項目", .list(of: itemShape)),
      .init("has_rest", "たたんで示す項目があるか", .flag),
      .init("rest_count", "はじめのほかの件数", .text),
      .init("rest", "たたんで示す項目", .list(of: itemShape)),
      .init("left_count", "ここに示さない件数。なければ空", .text),
    ]))

  private static let itemShape = ViewShape.object([
    .init("title", "名称", .text), .init("is_english", "名称が英語か", .flag),
    .init("path", "パス", .text),
    .init("sentence", "ふれている文", .text),
  ])

  /// The views of the groups.
  var views: [View] {
    var room = Self.folded.page
    return groups.map { group in
      let collection = catalogue.schema.collections[group.collection]
      let rest = group.items.dropFirst(Self.shown)
      let told = rest.prefix(min(Self.folded.group, room))
      room -= told.count
      let left = rest.count - told.count
      return .object([
        "label": .text(collection.label),
        "anchor": .text("section-mentions-\(collection.key)"),
        "item_count": .count(group.items.count),
        "items": .list(group.items.prefix(Self.shown).map(view)),
        "has_rest": .flag(!rest.isEmpty), "rest_count": .count(rest.count),
        "rest": .list(told.map(view)),
        "left_count": left > 0 ? .count(left) : .text(""),
      ])
    }
  }

  private func view(of mention: Mention) -> View {
    .object([
      "title": .text(catalogue.records[mention.from].title.value),
      "is_english": .flag(EnglishText.isEnglish(catalogue.records[mention.from].title.value)),
      "path": .text(catalogue.path(of: mention.from)),
      "sentence": .text(mention.sentence),
    ])
  }
}
