import CatalogueModel
import CatalogueViews
import Diagnostics
import JapaneseText
import Mustache

/// What surrounds a record, as a drawing: the record in the middle, on both sides the records that it names and
/// that name it, by relation and collection.
///
/// The page tells all of it in lists too, to which the headings of the drawing lead. Everything stands where
/// counting puts it, so that the same neighbours give the same drawing.
struct RecordSurroundings {
  /// Neighbours that are the same to the record.
  struct Group {
    let label: String
    /// The key of the group on the page that has all of them; nil for those that stand among the facts.
    let key: String?
    let records: [RecordIndex]
    /// How many of them are drawn.
    fileprivate(set) var shown = 0
  }

  /// What the drawing offers.
  static let shape = ViewShape.object([
    .init("count", "つながる項目の数", .text),
    .init("left_out", "図に入らない項目があるか", .flag),
    .init("drawing", "図。SVG", .html),
  ])

  let record: RecordIndex
  /// Those that are drawn.
  private(set) var groups: [Group]
  /// How many records are tied to the record, each once.
  private let count: Int
  private let isCut: Bool

  /// The lists of a page with fewer neighbours are as quickly read as a drawing.
  private static let enough = 6
  /// How many records are drawn.
  static let limit = 24
  /// How many groups are drawn.
  static let groupLimit = 10

  /// The surroundings of a record, whose page has the groups `others`; nil where they are few.
  init?(of record: RecordIndex, others: [RelationGroup], in catalogue: Catalogue) {
    // A look at the neighbours of every record would take long.
    let edges = catalogue.outgoing[record].count + catalogue.incoming[record].count
    if edges < Self.enough { return nil }
    let named = Self.named(by: record, in: catalogue)
    let naming = others.map { group in
      Group(label: group.label, key: group.key, records: group.items.map(\.record))
    }
    var groups = named + naming
    var known: Set<RecordIndex> = []
    for group in groups { known.formUnion(group.records) }
    known.remove(record)
    if known.count < Self.enough { return nil }
    self.record = record
    count = known.count
    let all = groups.count
    if all > Self.groupLimit { groups.removeLast(all - Self.groupLimit) }
    var left = Self.limit
    // Each in turn gets a place, until none are left or all have one.
    while left > 0, groups.contains(where: { $0.shown < $0.records.count }) {
      for place in groups.indices
      where left > 0 && groups[place].shown < groups[place].records.count {
        groups[place].shown += 1
        left -= 1
      }
    }
    isCut = all > groups.count || groups.contains { $0.shown < $0.records.count }
    self.groups = groups
  }

  /// A record that is named by a relation.
  private struct Named: Hashable {
    let relation: RelationIndex
    let record: RecordIndex
  }

  /// The records that a record names in its facts, by relation; those of several collections by collection.
  private static func named(by record: RecordIndex, in catalogue: Catalogue) -> [Group] {
    var groups: [(relation: RelationIndex, collection: CollectionIndex, records: [RecordIndex])] =
      []
    var seen: Set<Named> = []
    for place in catalogue.outgoing[record] {
      let edge = catalogue.edges[place]
      let relation = catalogue.schema.relations[edge.relation]
      guard let to = edge.to, !relation.isCitation, relation.words.isEmpty,
        seen.insert(Named(relation: edge.relation, record: to)).inserted
      else { continue }
      let collection = catalogue.records[to].collection
      let group = groups.firstIndex {
        $0.relation == edge.relation && $0.collection == collection
      }
      if let group {
        groups[group].records.append(to)
      } else {
        groups.append((edge.relation, collection, [to]))
      }
    }
    return groups.map { relation, collection, records in
      let isAlone = groups.count { $0.relation == relation } == 1
      let label = catalogue.schema.relations[relation].label
      let name = catalogue.schema.collections[collection].label
      return Group(
        label: isAlone ? label : "\(label)（\(name)）", key: nil,
        records: records)
    }
  }

  /// The view on the page of the record, where the groups have these anchors by their keys.
  func view(_ anchors: [String: String], in catalogue: Catalogue) -> View {
    .object([
      "count": .count(count), "left_out": .flag(isCut),
      "drawing": .html(SurroundingsDrawing(self, anchors, catalogue).svg),
    ])
  }
}
