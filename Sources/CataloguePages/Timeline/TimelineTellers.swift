import CatalogueModel
import Diagnostics
import JapaneseText

/// What records of a collection tell of years with their own fields.
struct RecordTeller {
  /// The field that dates a record.
  ///
  /// One with several times says when it ran, which the pages of fiscal years tell.
  private let moment: FieldDefinition?
  private let momentPlace: FieldIndex?
  private let period: FieldIndex?
  /// What the ends of a period are called: the end of one may be yet to come.
  private let began: String
  private let ended: String

  init(_ collection: Collection) {
    period = TimeSpan.field(of: collection)
    let label = period.map { collection.fields[$0].label } ?? ""
    (began, ended) = (label + "の始まり", label + "の終わり")
    momentPlace = collection.field(.moment).flatMap { place in
      collection.fields[place].isList ? nil : place
    }
    moment = momentPlace.map { collection.fields[$0] }
  }

  var tellsNothing: Bool { momentPlace == nil && period == nil }

  /// Tells the years of a record with the events in them.
  func tell(
    of index: RecordIndex, _ catalogue: Catalogue, to take: (Int, Timeline.Event) -> Void
  ) {
    let record = catalogue.records[index]
    func tell(_ bound: Period.Bound?, _ word: String) {
      guard let bound else { return }
      take(bound.year, Timeline.Event(bound, word, index))
    }
    if let momentPlace, let moment,
      let value = record.values(ofField: momentPlace).first?.value
    {
      tell(Period.Bound(value), moment.label)
    }
    if period != nil, let span = TimeSpan(of: index, in: catalogue) {
      tell(span.start, began)
      tell(span.end, ended)
    }
  }
}

/// What the connexions of a relation tell of years with their fields of roles.
struct EdgeTeller: Sendable {
  /// The collection of the records that write them.
  let collection: CollectionIndex
  private let relation: Relation

  /// Nil where no field of the connexion is a time.
  init?(_ relation: Relation) {
    guard TimeSpan.isTold(by: relation) || relation.edgeField(.round) != nil else { return nil }
    collection = relation.collection
    self.relation = relation
  }

  /// Tells the years of a connexion with the events in them.
  func tell(_ edge: Edge, to take: (Int, Timeline.Event) -> Void) {
    guard let to = edge.to else { return }
    func value(_ role: FieldRole) -> (value: FieldValue, label: String)? {
      relation.edgeField(role).flatMap { place in
        edge.attributes[place].map { ($0, relation.edgeFields[place].label) }
      }
    }
    for role in [FieldRole.since, .until] {
      guard let (value, label) = value(role), let bound = Period.Bound(value) else { continue }
      take(bound.year, Timeline.Event(bound, label, to, with: edge.from))
    }
    if let bound = value(.round).flatMap({ Self.time(ofRound: $0.value) }) {
      var prize = relation.label
      if let place = relation.edgeField(.prize), let value = edge.attributes[place] {
        prize = relation.edgeFields[place].type.show(value).text
      }
      take(bound.year, Timeline.Event(bound, prize, edge.from, with: to))
    }
  }

  /// The time that the name of a round tells: 2018年度, 第1回（平成30年度）.
  private static func time(ofRound value: FieldValue) -> Period.Bound? {
    if case .fiscalYear(let year) = value { return .fiscalYear(year) }
    guard case .text(let text) = value else { return nil }
    // The longest names of rounds have no hundred letters.
    let parts = text.utf8.count > 300 ? [] : text.split { "（）()、，,".contains($0) }
    for part in parts {
      if case .success(let year) = FiscalYear.parse(String(part)) { return .fiscalYear(year) }
      if part.contains("年"), case .success(let date) = PartialDate.parse(String(part)) {
        return .date(date)
      }
    }
    return nil
  }
}

extension Timeline.Event {
  /// An event of a date or a fiscal year.
  init(_ bound: Period.Bound, _ word: String, _ record: RecordIndex, with other: RecordIndex? = nil)
  {
    let moment =
      switch bound {
      case .fiscalYear(let year): year.start.iso8601
      case .date(let date): date.iso8601
      }
    self.init(moment: moment, time: bound.western, word: word, record: record, other: other)
  }
}
