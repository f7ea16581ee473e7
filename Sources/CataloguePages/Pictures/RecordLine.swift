import CatalogueModel
import CatalogueViews
import Diagnostics
import JapaneseText
import Mustache

/// What came before a record and what came after it, over several steps: its line as a strip.
///
/// Steps are the connexions of a relation whose definition names two of its words as a `sequence`: 前身, 後継.
struct RecordLine {
  /// What a line offers.
  static let shape = ViewShape.object([
    .init("label", "「前身と後継」", .text),
    .init(
      "steps", "古いものから順に、1つの段",
      .list(
        of: .object([
          .init(
            "records", "その段の項目",
            .list(
              of: .object([
                .init("title", "名称", .text), .init("path", "パス", .text),
                .init("years", "年度や期間。なければ空", .text),
                .init("is_own", "このページの項目か", .flag),
              ])))
        ]))),
  ])

  /// More steps on either side are left to the pages of the records at the ends.
  private static let reach = 6
  /// More records in a step are left out.
  private static let width = 12

  private let relation: RelationIndex
  private let words: Relation.Sequence
  /// From the first to the last; the record itself is in one of them, alone.
  private let steps: [[RecordIndex]]

  /// The lines of a record that have three steps or more, in the order of the relations.
  static func lines(of index: RecordIndex, in catalogue: Catalogue) -> [RecordLine] {
    catalogue.schema.relations.indexed.compactMap { place, relation in
      relation.sequence.flatMap { RecordLine(index, place, $0, in: catalogue) }
    }
  }

  /// Follows the line of a record; nil where it has less than three steps.
  private init?(
    _ index: RecordIndex, _ relation: RelationIndex, _ words: Relation.Sequence,
    in catalogue: Catalogue
  ) {
    self.relation = relation
    self.words = words
    func walk(_ word: String, without others: Set<RecordIndex>) -> [[RecordIndex]] {
      Self.steps(from: index) { record in
        Self.records(record, relation, word, catalogue).filter { !others.contains($0) }
      }
    }
    let before = walk(words.before, without: [index])
    // In a ring each stands once.
    let after = walk(words.after, without: Set(before.joined()).union([index]))
    // What is one step away is told by the group of the relation.
    if before.count + after.count < 2 { return nil }
    steps = before.reversed() + [[index]] + after
  }

  /// The steps that lead away from a record: each record stands as many steps away as the longest way to it has.
  ///
  /// So who follows a follower stands behind it, also where it is named beside it. Records of a ring stand where
  /// the shortest way finds them.
  private static func steps(
    from index: RecordIndex, next: (RecordIndex) -> [RecordIndex]
  ) -> [[RecordIndex]] {
    var nexts: [RecordIndex: [RecordIndex]] = [:]
    var places: [RecordIndex: Int] = [index: 0]
    var waits: [RecordIndex: Int] = [:]
    var step = [index]
    for distance in 1...reach + 1 where !step.isEmpty {
      var found: [RecordIndex] = []
      for record in step {
        let others = distance > reach ? [] : next(record)
        nexts[record] = others
        for other in others {
          waits[other, default: 0] += 1
          if places[other] == nil {
            places[other] = distance
            found.append(other)
          }
        }
      }
      step = found
    }
    // A record has its place as soon as all that lead to it have theirs.
    var ready = [index]
    while let record = ready.popLast() {
      for other in nexts[record] ?? [] {
        places[other] = max(places[other] ?? 0, (places[record] ?? 0) + 1)
        waits[other, default: 0] -= 1
        if waits[other] == 0 { ready.append(other) }
      }
    }
    let steps = Dictionary(grouping: places.keys) { places[$0] ?? 0 }
    return (1...reach).compactMap { steps[$0]?.sorted().prefix(width) }.map(Array.init)
  }

  /// The records that are `word` to one, as either side wrote it.
  private static func records(
    _ index: RecordIndex, _ place: RelationIndex, _ word: String, _ catalogue: Catalogue
  ) -> [RecordIndex] {
    RecordRelations(catalogue: catalogue).equals(of: index, place, word).map(\.record)
  }

  /// The view of the line on the page of a record.
  func view(of own: RecordIndex, in catalogue: Catalogue) -> View {
    .object([
      "label": .text("\(words.before)と\(words.after)"),
      "steps": .list(
        steps.map { step in
          .object([
            "records": .list(
              step.map { record in
                .object([
                  "title": .text(catalogue.records[record].title.value),
                  "path": .text(catalogue.path(of: record)),
                  "years": .text(Self.years(of: record, in: catalogue)),
                  "is_own": .flag(record == own),
                ])
              })
          ])
        }),
    ])
  }

  /// When a record was: the first and the last of its times, as its fields of the role `moment` tell them.
  private static func years(of index: RecordIndex, in catalogue: Catalogue) -> String {
    let collection = catalogue.collection(of: index)
    guard let place = collection.field(.moment) else { return "" }
    let field = collection.fields[place]
    let values = catalogue.records[index].values(ofField: place).map(\.value)
    let ordered = values.sorted {
      field.type.sortKey($0).lexicographicallyPrecedes(field.type.sortKey($1))
    }
    guard let first = ordered.first, let last = ordered.last else { return "" }
    func text(_ value: FieldValue) -> String {
      if case .fiscalYear(let year) = value { year.western } else { field.type.show(value).text }
    }
    return first == last ? text(first) : "\(text(first))〜\(text(last))"
  }
}
