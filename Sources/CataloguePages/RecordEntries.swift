import CatalogueModel
import Mustache
import Synchronization

/// The entries of records in lists, each made when a list first wants it; lists share them.
///
/// A preview that shows one record makes none of them.
final class RecordEntries: Sendable {
  private let made: Mutex<IndexedArray<Record, ViewObject?>>
  private let make: @Sendable (RecordIndex) -> ViewObject

  /// Prepares the entries of `count` records; `make` gives the same entry each time.
  init(count: Int, _ make: @escaping @Sendable (RecordIndex) -> ViewObject) {
    made = Mutex(IndexedArray(repeating: nil, count: count))
    self.make = make
  }

  /// The entry of a record.
  subscript(index: RecordIndex) -> ViewObject {
    if let entry = made.withLock({ $0[index] }) { return entry }
    let entry = make(index)
    made.withLock { $0[index] = entry }
    return entry
  }
}
