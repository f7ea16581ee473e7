private import TextRules

/// The rule for ids of records, which are file names and parts of addresses.
package enum RecordIdentifier {
  /// The longest id in bytes; file systems stop at 255, and addresses should be short.
  private static let limit = 100

  /// Whether `id` has only a–z, 0–9 and hyphens, does not begin with a hyphen, is not too long and no
  /// device of Windows, where nobody could check the file out.
  package static func isValid(_ id: String) -> Bool {
    PortableName.fault(of: id) == nil && id.utf8.count <= limit && !id.hasPrefix("-")
      && id.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
  }

  /// A former id as a record of `collection` gives it: a name, or `collection/name` where it was in another; nil
  /// where it is neither.
  package static func former(_ text: String, in collection: String) -> RecordID? {
    if isValid(text) { return RecordID(collection: collection, name: text) }
    guard let id = RecordID(text), isValid(id.name), isCollection(id.collection) else { return nil }
    return id
  }

  /// Whether a key may be that of a collection: as ids, also with `_`.
  private static func isCollection(_ key: String) -> Bool {
    PortableName.fault(of: key) == nil
      && key.utf8.allSatisfy {
        (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 95
      }
  }
}
