package import CatalogueModel
private import Diagnostics
package import JapaneseText

/// The records by the date of their last change, newest first, where the dates tell one from another.
package struct RecentChanges: Sendable {
  /// A record and when its author last changed it.
  package struct Change: Sendable, Equatable {
    package let record: RecordIndex
    package let date: PartialDate
  }

  package let records: [Change]

  /// Finds the records that have a date of change; none where all have the same, which says nothing of any.
  package init(_ catalogue: Catalogue) {
    var changes: [Change] = []
    var recordCount = 0
    for index in catalogue.records.indices {
      let collection = catalogue.collection(of: index)
      if collection.isHidden { continue }
      recordCount += 1
      guard let place = collection.field(.updated),
        let date = catalogue.records[index].date(ofField: place)
      else { continue }
      changes.append(Change(record: index, date: date))
    }
    let isUniform = changes.count == recordCount && Set(changes.map(\.date)).count < 2
    records =
      isUniform
      ? []
      : changes.sorted { left, right in
        left.date.start != right.date.start
          ? left.date.start > right.date.start : left.record < right.record
      }
  }
}
