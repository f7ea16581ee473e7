package import CatalogueModel
private import Diagnostics
package import JapaneseText

/// The records by the date of their last change, newest first.
package struct RecentChanges: Sendable {
  /// A record and when its author last changed it.
  package struct Change: Sendable, Equatable {
    package let record: RecordIndex
    package let date: PartialDate
  }

  package let records: [Change]

  /// Finds the records that have a date of change.
  package init(_ catalogue: Catalogue) {
    var changes: [Change] = []
    for index in catalogue.records.indices {
      let collection = catalogue.collection(of: index)
      guard !collection.isHidden, let place = collection.field(.updated),
        case .date(let date)? = catalogue.records[index].values(ofField: place).first?.value
      else { continue }
      changes.append(Change(record: index, date: date))
    }
    records = changes.sorted { left, right in
      left.date.start != right.date.start
        ? left.date.start > right.date.start : left.record < right.record
    }
  }
}
