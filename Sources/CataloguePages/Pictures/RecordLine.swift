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
    var seen: Set<RecordIndex> = [index]
    func walk(_ word: String) -> [[RecordIndex]] {
      var steps: [[RecordIndex]] = []
      var step = [index]
      while steps.count < Self.reach {
        let next = step.flatMap { Self.records($0, relation, word, catalogue) }
          .filter { seen.insert($0).inserted }.sorted()
        if next.isEmpty { break }
        steps.append(Array(next.prefix(Self.width)))
        step = next
      }
      return steps
    }
    let before = walk(words.before)
    let after = walk(words.after)
    // What is one step away is told by the group of the relation.
    if before.count + after.count < 2 { return nil }
    steps = before.reversed() + [[index]] + after
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
