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
  package func sorted(_ records: [Record]) -> IndexedArray<Record, Record> {
    let keyed = records.map { (key: key(of: $0), record: $0) }
    let ordered = keyed.sorted { left, right in
      if left.record.collection != right.record.collection {
        return left.record.collection < right.record.collection
      }
      if left.key != right.key { return left.key.lexicographicallyPrecedes(right.key) }
      return left.record.id < right.record.id
    }
    return IndexedArray(ordered.map(\.record))
  }

  private func key(of record: Record) -> [UInt8] {
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
