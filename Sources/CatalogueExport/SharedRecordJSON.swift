import ByteWriting
import CatalogueModel
import Synchronization

/// The JSON of records that stands in two files, made for the first of them and kept for the second.
///
/// What the second has taken is forgotten: a build holds each record's bytes until they are joined, and a
/// preview those of the records that it showed an odd number of times.
final class SharedRecordJSON: Sendable {
  private let records: RecordJSON
  private let kept: Mutex<IndexedArray<Record, [UInt8]?>>

  /// Prepares the JSON of `count` records.
  init(_ records: RecordJSON, count: Int) {
    self.records = records
    kept = Mutex(IndexedArray(repeating: nil, count: count))
  }

  /// Writes one record as an object.
  func append(_ index: RecordIndex, to out: inout ByteWriter) {
    let bytes = kept.withLock { kept in
      let bytes = kept[index]
      kept[index] = nil
      return bytes
    }
    if let bytes {
      out.append(contentsOf: bytes)
      return
    }
    let start = out.count
    records.append(index, to: &out)
    // Not `Array(slice)`: of a slice that is all of an array, that keeps the array with its room to grow.
    var made: [UInt8] = []
    made.reserveCapacity(out.count - start)
    made.append(contentsOf: out.bytes[start...])
    kept.withLock { [made] in $0[index] = made }
  }
}
