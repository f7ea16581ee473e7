package import CatalogueModel
import TextFolding

/// The records whose files could not be read so far that their names are known: by their ids alone.
///
/// What refers to them by id is no fault, and a name that is like none that is known may be theirs: that
/// their files cannot be read has been told.
package struct UnreadRecords: Sendable, Equatable {
  /// In the order of the files.
  package let ids: [RecordID]
  private let names: [FoldedName: [String]]
  private let collections: Set<String>

  /// Joins the ids of the records.
  package init(_ ids: [RecordID] = []) {
    self.ids = ids
    var names: [FoldedName: [String]] = [:]
    for id in ids {
      names[FoldedName(id.name), default: []].append(id.collection)
      names[FoldedName(id.text), default: []].append(id.collection)
    }
    self.names = names
    collections = Set(ids.map(\.collection))
  }

  package var isEmpty: Bool { ids.isEmpty }

  /// Whether one of the collections has such a record.
  func has(recordOf keys: [String]) -> Bool { keys.contains { collections.contains($0) } }

  /// Whether the name is the id of one in one of the collections.
  func has(_ name: FoldedName, in keys: [String]) -> Bool {
    names[name]?.contains { keys.contains($0) } ?? false
  }
}
