import Diagnostics
package import YAMLTree

/// The keys of a value that is a group, such as `{to: NEDO, role: 実施}`, while its entries are read.
package struct GroupKeys {
  /// The names of each part; any of them may be written.
  private let names: [[String]]
  /// The names of each part that an author is offered for a mistyped one.
  private let offered: [[String]]
  private let entries: [YAMLNode.Entry]
  /// The key under which each part was given so far.
  private var given: [String?]

  /// Begins to read the entries of a group whose parts have these names.
  package init(_ entries: [YAMLNode.Entry], names: [[String]], offering offered: [[String]]? = nil)
  {
    self.entries = entries
    self.names = names
    self.offered = offered ?? names
    given = Array(repeating: nil, count: names.count)
  }

  /// The place of the part that an entry gives.
  ///
  /// Nil where its key is none, or names a part that stands there already; that is reported.
  package mutating func part(of entry: YAMLNode.Entry, _ reader: inout FieldReader) -> Int? {
    let key = entry.key.scalar ?? ""
    guard let part = names.firstIndex(where: { $0.contains(key) }) else {
      reportUnknown(entry.key, key, &reader)
      return nil
    }
    if let former = given[part] {
      // The same key twice is YAML's fault and told already.
      if former != key { reportRepeated(entry.key, key, &reader) }
      return nil
    }
    given[part] = key
    return part
  }

  /// The values of a group by the first name of their parts; keys that name no part are reported.
  package static func parts(
    of entries: [YAMLNode.Entry], named names: [[String]], _ reader: inout FieldReader
  ) -> [String: YAMLNode] {
    var parts: [String: YAMLNode] = [:]
    var keys = GroupKeys(entries, names: names)
    for entry in entries {
      if let part = keys.part(of: entry, &reader) { parts[names[part][0]] = entry.value }
    }
    return parts
  }

  private func reportUnknown(_ node: YAMLNode, _ key: String, _ reader: inout FieldReader) {
    // What is there already is not what was meant.
    let written = Set(entries.compactMap(\.key.scalar))
    // Who cites a document may take the key of other references.
    let isTo = key == "to" && names.first?.contains(key) == false && names.first?.count ?? 0 > 0
    if isTo, let first = offered.first, written.isDisjoint(with: names[0]) {
      report(node, key, meant: Array(first.prefix(1)), &reader)
      return
    }
    report(
      node, key,
      meant: Nearest.words(
        to: key, among: offered.filter { written.isDisjoint(with: $0) }.flatMap { $0 }), &reader)
  }

  private func report(
    _ node: YAMLNode, _ key: String, meant words: [String], _ reader: inout FieldReader
  ) {
    reader.report(
      .unknownKey, on: node,
      LocalisedText(
        "「\(reader.label)」に「\(key)」という欄はありません。",
        en: "'\(reader.label)' has no key '\(key)'"),
      meant: words)
  }

  private func reportRepeated(_ node: YAMLNode, _ key: String, _ reader: inout FieldReader) {
    reader.report(
      .duplicateKey, at: node.bytes,
      LocalisedText(
        "「\(key)」は別の名前でもう書かれています。",
        en: "'\(key)' was already given under its other name"))
  }
}
