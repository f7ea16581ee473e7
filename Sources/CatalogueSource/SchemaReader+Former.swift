import Diagnostics
import YAMLTree

extension SchemaReader {
  /// The keys that a collection had before; each leads to one collection, and none is a collection's now.
  mutating func formerKeys(_ node: YAMLNode) -> [String] {
    list(node, "former").compactMap { entry in
      let key = entry.scalar ?? ""
      let known = diagnosticCount
      checkIdentifier(key, entry)
      checkFolder(key, entry)
      if diagnosticCount > known { return nil }
      if keys.contains(key) {
        invalid(
          entry.bytes, "「\(key)」は、いまある集まりの名前です。以前の名前からは消します。",
          en: "'\(key)' is a collection now, and no former name of one")
        return nil
      }
      guard formerKeys.insert(key).inserted else {
        invalid(
          entry.bytes, "以前の名前「\(key)」が2回書かれています。1つにします。",
          en: "the former name '\(key)' is given twice")
        return nil
      }
      return key
    }
  }
}

extension SchemaReader {
  /// Where the first setting of a collection stands in a definition; nil where there is none, or none that has a line of
  /// its own.
  package static func placeOfSettings(of key: String, in bytes: [UInt8]) -> Int? {
    let yaml = YAMLReader.read(bytes, range: 0..<bytes.count, words: .definition)
    let collections = yaml.root?["collections"]?.mapping ?? []
    guard let entry = collections.first(where: { $0.key.scalar == key }),
      let first = entry.value.mapping?.first
    else { return nil }
    let place = first.key.bytes.lowerBound
    let start = bytes[..<place].lastIndex { $0 == 10 || $0 == 13 }.map { $0 + 1 } ?? 0
    return bytes[start..<place].allSatisfy { $0 == 32 } ? place : nil
  }
}
