import CatalogueModel
import Diagnostics
import YAMLTree

/// The types of fields, with what the definition says of their words.
extension SchemaReader {
  mutating func type(
    _ node: YAMLNode, words: [Relation.Word]
  ) -> (any FieldType)? {
    guard let name = text(node, "type") else { return nil }
    switch name {
    case EnumerationType.name: return enumeration(node)
    case CitationType.name: return CitationType()
    case RelationWordType.name: return RelationWordType(words: words.map(\.word))
    case ReferenceType.name:
      var edgeFields: IndexedArray<EdgeField, FieldDefinition> = []
      for entry in mapping(node, "edge") {
        let key = entry.key.scalar ?? ""
        checkEdgeField(entry)
        guard let type = type(entry.value, words: words).map({ knowingUsual(entry.value, $0) })
        else { continue }
        let field = FieldDefinition(
          key: key, label: optionalText(entry.value, "label") ?? key, type: type,
          // A connexion without its word would stand on neither page.
          isRequired: flag(entry.value, "required") || type.traits.contains(.relationWord))
        edgeFields.append(edgeField(field, withRoleOf: entry.value, among: edgeFields))
      }
      return ReferenceType(edgeFields: edgeFields, isOpen: flag(node, "open"))
    default:
      if let type = types.first(where: { Swift.type(of: $0).name == name }) {
        return type
      }
      let names = FieldTypeRegistry.names(with: types)
      report(
        .definitionInvalid, on: node["type"] ?? node,
        LocalisedText("「\(name)」という型はありません。", en: "there is no field type '\(name)'"),
        meant: Nearest.words(to: name, among: names))
      return nil
    }
  }

  /// The type with the words under `usual`, where the setting is there.
  mutating func knowingUsual(_ node: YAMLNode, _ type: any FieldType) -> any FieldType {
    guard let usual = node["usual"] else { return type }
    let words = list(node, "usual").compactMap { item -> String? in
      if let word = item.scalar, !FieldReader.isBlank(word) { return word }
      invalid(item.bytes, "usual には言葉を並べます。", en: "'usual' is a list of words")
      return nil
    }
    if let knowing = type.knowing(usual: words) { return knowing }
    invalid(
      usual.bytes, "usual を書けるのは、型が \(TextType.name) か \(BudgetType.name) の欄だけです。",
      en: "'usual' is for fields of the types \(TextType.name) and \(BudgetType.name)")
    return type
  }

  private mutating func enumeration(_ node: YAMLNode) -> EnumerationType? {
    let values = node["values"]
    if let list = values?.sequence {
      return EnumerationType(
        choices: choices(
          list.map { node in (node, EnumerationType.Choice(text: node.scalar ?? "")) }, values))
    }
    if let entries = values?.mapping {
      for entry in entries where entry.value.scalar.map(FieldReader.isBlank) ?? true {
        let name = entry.key.scalar ?? ""
        invalid(
          entry.value.bytes, "「\(name)」の短い名前がありません。要らなければ values を一覧で書きます。",
          en: "the choice '\(name)' has no short name; use a list if none is needed")
      }
      return EnumerationType(
        choices: choices(
          entries.map { entry in
            let slug = entry.value.scalar.map { Slug.make($0) }
            return (entry.key, EnumerationType.Choice(text: entry.key.scalar ?? "", slug: slug))
          }, values))
    }
    invalid(
      node.bytes, "選択肢 values がありません。", en: "'values' of an enumeration is missing")
    return nil
  }
}
