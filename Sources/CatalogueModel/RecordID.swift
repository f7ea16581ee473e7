/// What a record is known by in every edition: `collection/name`, such as `programmes/q-leap`.
///
/// Both parts are file names: a record's file is `content/` + its text + `.md`. Ids are equal when their
/// bytes are, as names of files are, and stand in the order of the bytes of their text.
package struct RecordID: Sendable {
  /// The key of the record's collection.
  package let collection: String
  /// The name of its file without `.md`; unique in its collection, chosen once.
  package let name: String
  /// `collection/name`, by which exports name the record and authors may.
  package let text: String
  /// The path of the record's page from the base of the site: `programmes/q-leap/`.
  package let pagePath: String

  /// Joins the key of a collection to the name of a file.
  package init(collection: String, name: String) {
    self.collection = collection
    self.name = name
    text = collection + "/" + name
    // Made once: every link to the record has it.
    pagePath = text + "/"
  }

  /// Reads `collection/name`; nil where `text` has another shape.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    self.init(collection: String(parts[0]), name: String(parts[1]))
  }
}

extension RecordID: Hashable, Comparable {
  package static func == (left: RecordID, right: RecordID) -> Bool {
    left.name.utf8.elementsEqual(right.name.utf8)
      && left.collection.utf8.elementsEqual(right.collection.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    for byte in collection.utf8 { hasher.combine(byte) }
    hasher.combine(UInt8(ascii: "/"))
    for byte in name.utf8 { hasher.combine(byte) }
  }

  package static func < (left: RecordID, right: RecordID) -> Bool {
    if left.collection == right.collection {
      return left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
    }
    return left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}
