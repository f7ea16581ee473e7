package import CatalogueModel
import Diagnostics
import JapaneseText

/// The order of records on pages: by collection, then by the collection's order field or the reading.
package struct RecordOrder: Sendable {
  private let schema: Schema

  /// Orders records of `schema`.
  package init(schema: Schema) {
    self.schema = schema
  }

  /// The records in order; the id decides between equals, so that the result is always the same.
  func sorted(_ records: [PreparedRecord]) -> IndexedArray<Record, PreparedRecord> {
    IndexedArray(
      records.sorted { left, right in
        if left.record.collection != right.record.collection {
          return left.record.collection < right.record.collection
        }
        if left.sortKey != right.sortKey {
          return left.sortKey.lexicographicallyPrecedes(right.sortKey)
        }
        return left.record.id < right.record.id
      })
  }

  /// By what a record is ordered in its collection.
  func key(of record: Record) -> [UInt8] {
    let collection = schema.collections[record.collection]
    if let order = collection.order {
      guard let value = record.values(ofField: order).first else { return [0xFF] }
      return collection.fields[order].type.sortKey(value.value)
    }
    // By row first: names in Latin letters come last, as in the index.
    if let reading = record.reading {
      return [UInt8(reading.gojuonRow.rawValue)] + reading.collationKey
    }
    return [0xFE] + Array(record.title.value.utf8)
  }
}
