package import CatalogueModel
import Diagnostics
private import Glibc
import JapaneseText

/// The order of records on pages: by collection, then by the collection's order field or the reading.
package struct RecordOrder: Sendable {
  private let schema: Schema

  /// Orders records of `schema`.
  package init(schema: Schema) {
    self.schema = schema
  }

  /// The records in order; the id decides between equals, so that the result is always the same.
  ///
  /// `former` are records that were in order: those of them which are there still are laid out so before, and
  /// sorting what is nearly sorted takes one comparison for each.
  func sorted(
    _ records: [PreparedRecord], as former: IndexedArray<Record, PreparedRecord>? = nil
  ) -> IndexedArray<Record, PreparedRecord> {
    var records = former.map { Self.laidOut(records, as: $0) } ?? records
    records.sort { left, right in
      if left.record.collection != right.record.collection {
        return left.record.collection < right.record.collection
      }
      let order = Self.compare(left.sortKey, right.sortKey)
      return order != 0 ? order < 0 : left.record.id < right.record.id
    }
    return IndexedArray(records)
  }

  /// The records that stand in `former` as they stand there, then the others.
  private static func laidOut(
    _ records: [PreparedRecord], as former: IndexedArray<Record, PreparedRecord>
  ) -> [PreparedRecord] {
    var rest = Set(records.map { ObjectIdentifier($0) })
    let kept = former.filter { rest.remove(ObjectIdentifier($0)) != nil }
    return rest.isEmpty ? kept : kept + records.filter { rest.contains(ObjectIdentifier($0)) }
  }

  /// Below, at or above zero as bytes stand before, with or behind others.
  private static func compare(_ left: [UInt8], _ right: [UInt8]) -> Int {
    let order = Int(memcmp(left, right, min(left.count, right.count)))
    return order != 0 ? order : left.count - right.count
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
