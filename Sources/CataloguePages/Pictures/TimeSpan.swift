import CatalogueModel
import Diagnostics
import JapaneseText

/// From when to when something was, either end of which may be open.
struct TimeSpan: Equatable {
  let start: Period.Bound?
  let end: Period.Bound?

  /// Nil where neither end is known.
  init?(from start: Period.Bound?, to end: Period.Bound?) {
    if start == nil, end == nil { return nil }
    self.start = start
    self.end = end
  }

  /// How long a connexion held, as its fields of the roles `since` and `until` tell it.
  init?(of edge: Edge, in schema: Schema) {
    let relation = schema.relations[edge.relation]
    func bound(_ role: FieldRole) -> Period.Bound? {
      relation.edgeField(role).flatMap { edge.attributes[$0] }.flatMap { Period.Bound($0) }
    }
    self.init(from: bound(.since), to: bound(.until))
  }

  /// How long a record ran, as its field of the role `period` tells it, or one of the role `moment` that is a period.
  init?(of index: RecordIndex, in catalogue: Catalogue) {
    guard let place = Self.field(of: catalogue.collection(of: index)),
      case .period(let period)? = catalogue.records[index].values(ofField: place).first?.value
    else { return nil }
    self.init(from: period.start, to: period.end)
  }

  /// The field that tells how long records of a collection ran.
  static func field(of collection: Collection) -> FieldIndex? {
    if let place = collection.field(.period) { return place }
    return collection.field(.moment).flatMap { place in
      let field = collection.fields[place]
      return FieldRole.period.fits(field.type, isList: field.isList) ? place : nil
    }
  }

  /// Whether a relation tells how long its connexions hold.
  static func isTold(by relation: Relation) -> Bool {
    relation.edgeField(.since) != nil || relation.edgeField(.until) != nil
  }

  /// How long a record ran, behind the name of the field that tells it; empty where none does.
  static func text(of index: RecordIndex, in catalogue: Catalogue) -> String {
    let collection = catalogue.collection(of: index)
    guard let place = field(of: collection), let span = TimeSpan(of: index, in: catalogue) else {
      return ""
    }
    return "\(collection.fields[place].label) \(span.text)"
  }

  /// `2009年6月〜2012年度`.
  var text: String { "\(start?.western ?? "")〜\(end?.western ?? "")" }
}

extension TimeSpan {
  /// By the starts, an open one first, then by the ends, an open one last.
  var order: (Int, Int) {
    (start.map { Self.month($0.firstDay) } ?? .min, end.map { Self.month($0.lastDay) } ?? .max)
  }

  /// Months since the beginning of the calendar.
  static func month(_ day: CalendarDay) -> Int { day.year * 12 + day.month - 1 }
}

extension Period.Bound {
  /// The end that a date or a fiscal year is; nil for other values.
  init?(_ value: FieldValue) {
    switch value {
    case .date(let date): self = .date(date)
    case .fiscalYear(let year): self = .fiscalYear(year)
    default: return nil
    }
  }

  /// The year in which it stands: a fiscal year in the one in which it begins.
  var year: Int { firstDay.year }
}
