private import TextFolding
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

  /// Whether an id that is none is the name of a device of Windows.
  package static func isDevice(_ id: String) -> Bool { PortableName.fault(of: id) == .device }

  /// The id that a text may have been meant as, as a record of `collection` gives a former one: of a path or an address,
  /// with other signs, wide or capital letters; nil where nothing like one is in it.
  package static func meant(by text: String, in collection: String) -> String? {
    var rest = Substring(Folding.fold(text))
    for mark in ["#", "?"] { rest = rest.prefix { String($0) != mark } }
    var parts = rest.split(separator: "/").map(String.init)
    if parts.last == "index.html" { parts.removeLast() }
    guard let last = parts.last else { return nil }
    let name = sluggish(last.hasSuffix(".md") ? String(last.dropLast(3)) : last)
    let home = parts.count > 1 ? parts[parts.count - 2] : collection
    let isOwn = home == collection || ["..", ".", "content"].contains(home)
    let meant = isOwn ? name : home + "/" + name
    return meant != text && former(meant, in: collection) != nil ? meant : nil
  }

  /// A name with hyphens for the signs that no id has.
  private static func sluggish(_ name: String) -> String {
    String(name.map { "_ .‐–—ー".contains($0) ? "-" : $0 })
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
