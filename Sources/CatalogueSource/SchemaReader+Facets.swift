import CatalogueModel
import Diagnostics
import YAMLTree

/// The fields by which a list can be narrowed.
extension SchemaReader {
  /// Words that the addresses and the elements of a list have for other things than its facets.
  static let reservedFacetKeys: Set<String> = [
    "__proto__", "all", "collection", "page", "q", "sort",
  ]

  /// A facet's key is a parameter in addresses and an attribute of the entries of a list.
  private mutating func checkFacetKey(_ key: String, _ node: YAMLNode) {
    if Self.reservedFacetKeys.contains(key) {
      invalid(
        node.bytes, "「\(key)」は一覧のアドレスやページが別の意味で使う名前なので、この名前の欄では絞り込めません。",
        en: "'\(key)' means something else in the address of a list and cannot narrow it")
    }
  }

  /// The fields that narrow the list; each once, and of a type whose values can be told in an address.
  mutating func facets(
    _ nodes: [YAMLNode], _ fields: IndexedArray<FieldDefinition, FieldDefinition>
  ) -> [FieldIndex] {
    var facets: [FieldIndex] = []
    for node in nodes {
      guard let place = place(of: node.scalar ?? "", node, fields) else { continue }
      if facets.contains(place) || !fields[place].type.traits.contains(.facet) {
        invalid(
          node.bytes, "「\(fields[place].key)」では絞り込めないか、2回書かれています。",
          en: "'\(fields[place].key)' cannot narrow a list, or stands twice")
      } else {
        checkFacetKey(fields[place].key, node)
        checkName(fields[place].key, node)
        facets.append(place)
      }
    }
    return facets
  }
}
