package import CatalogueModel
import Diagnostics
package import JapaneseText

/// The records by the date of their last change, newest first, where the dates tell one from another.
package struct RecentChanges: Sendable {
  /// A record and when it was changed last.
  package struct Change: Sendable, Equatable {
    package let record: RecordIndex
    package let date: PartialDate
    /// The time of day too, where git tells it.
    package let instant: JapaneseInstant?
    /// Whether the change brought the record; nil where it is not known.
    package let isNew: Bool?
  }

  package let records: [Change]

  /// Finds the records that are known to have changed; none where all did at once, which says nothing of any.
  ///
  /// What git tells is taken where the catalogue has it, else what the authors wrote.
  package init(_ catalogue: Catalogue) {
    if catalogue.schema.site.updates == ChangeSource.none {
      records = []
      return
    }
    let shown = catalogue.records.indices.filter { !catalogue.collection(of: $0).isHidden }
    let changes =
      catalogue.history.map { Self.changes(in: $0, of: shown, catalogue) }
      ?? Self.written(in: shown, catalogue)
    let isUniform =
      changes.count == shown.count
      && changes.allSatisfy {
        $0.date == changes.first?.date && $0.instant == changes.first?.instant
      }
    records = isUniform ? [] : changes
  }

  /// The changes that a repository tells of, those of one commit in the order of the pages.
  private static func changes(
    in history: ContentHistory, of records: [RecordIndex], _ catalogue: Catalogue
  ) -> [Change] {
    let known = Dictionary(
      history.changes.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    return records.compactMap { record -> Change? in
      known[catalogue.records[record].path].map {
        Change(
          record: record, date: PartialDate($0.instant.date), instant: $0.instant, isNew: $0.isNew)
      }
    }
    .sorted { left, right in
      left.instant != right.instant
        ? (left.instant?.seconds ?? 0) > (right.instant?.seconds ?? 0) : left.record < right.record
    }
  }

  /// The changes by the dates that the authors wrote.
  private static func written(in records: [RecordIndex], _ catalogue: Catalogue) -> [Change] {
    records.compactMap { record -> Change? in
      guard let place = catalogue.collection(of: record).field(.updated),
        let date = catalogue.records[record].date(ofField: place)
      else { return nil }
      return Change(record: record, date: date, instant: nil, isNew: nil)
    }
    .sorted { left, right in
      left.date.start != right.date.start
        ? left.date.start > right.date.start : left.record < right.record
    }
  }
}

extension RecentChanges.Change {
  /// What the change was, in a word: 「新規」, 「変更」; empty where it is not known.
  package var word: String {
    switch isNew {
    case true?: "新規"
    case false?: "変更"
    case nil: ""
    }
  }

  /// The instant as RFC 3339 has it; midnight in Japan of the first day of a date.
  package var iso8601: String { instant?.iso8601 ?? date.start.iso8601 + "T00:00:00+09:00" }
}
