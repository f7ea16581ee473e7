import CatalogueModel
import Diagnostics
import TextFolding
import TextRules
import YAMLTree

/// What a definition must keep beyond its shape, so that no page, file or connexion gets lost.
extension SchemaReader {
  /// The common fields that a collection takes: all of them unless it lists some.
  mutating func commonFields(
    of node: YAMLNode, _ common: YAMLNode?
  ) -> [YAMLNode.Entry] {
    if let common, common.mapping == nil { check(common, allowed: []) }
    let entries = Array((common?.mapping ?? []).prefix(Self.entryLimit))
    guard node["common"] != nil else { return entries }
    let wanted = list(node, "common")
    let names = entries.compactMap(\.key.scalar)
    for name in wanted where !names.contains(name.scalar ?? "") {
      let text = name.scalar ?? ""
      report(
        .definitionInvalid, on: name,
        LocalisedText("共通の欄に「\(text)」はありません。", en: "there is no common field '\(text)'"),
        meant: Nearest.words(to: text, among: names))
    }
    let chosen = wanted.compactMap(\.scalar)
    return entries.filter { chosen.contains($0.key.scalar ?? "") }
  }

  mutating func checkFolder(_ key: String, _ node: YAMLNode) {
    if reserved.contains(key) {
      invalid(
        node.bytes, "「\(key)」はサイトのほかのページやファイルが使う名前です。",
        en: "'\(key)' is the name of another part of the site")
    }
    checkName(key, node)
  }

  /// A key that is the name of a folder is one on every file system.
  mutating func checkName(_ key: String, _ node: YAMLNode) {
    switch PortableName.fault(of: key) {
    case .device:
      invalid(
        node.bytes, "「\(key)」は、Windowsが機器の名前として使うので、フォルダーの名前にできません。",
        en: "'\(key)' is a device of Windows and cannot name a folder")
    case .length:
      invalid(node.bytes, "この名前は長すぎます。", en: "the name is too long")
    default: break
    }
  }

  /// Every record needs a name: its pages, links and lists are made of it.
  mutating func checkTitle(
    _ fields: IndexedArray<FieldDefinition, FieldDefinition>, _ node: YAMLNode
  ) {
    let title = fields.first { $0.role == .title }
    if let title, FieldRole.title.fits(title.type, isList: title.isList), title.isRequired {
      return
    }
    invalid(
      node.bytes, "名称の欄 title (type: text, required: true) がありません。",
      en: "a required field 'title' of the type text is missing")
  }

  mutating func checkExcuses(
    _ fields: IndexedArray<FieldDefinition, FieldDefinition>, _ entries: [YAMLNode.Entry]
  ) {
    for entry in entries {
      guard let excuse = entry.value["excused_by"]?.mapping?.first,
        let place = place(of: excuse.key.scalar ?? "", excuse.key, fields)
      else { continue }
      // The excuse is something that can be written.
      var reader = FieldReader(path: path, label: fields[place].label)
      if fields[place].type.read(excuse.value, &reader) == nil {
        for fault in reader.diagnostics {
          report(
            .definitionInvalid, at: fault.range.bytes, fault.message, fixes: fault.fixes)
        }
      }
    }
  }

  /// Words and the field that holds them come together, and only in a relation.
  mutating func checkRelationWords(of node: YAMLNode, _ type: any FieldType) {
    if type.traits.contains(.relationWord) {
      invalid(
        node["type"]?.bytes ?? node.bytes, "型 relation は関係の edge の中だけで使えます。",
        en: "the type 'relation' belongs in the 'edge' of a relation")
    }
    guard let hasField = type.connexion.map({ $0.wordField != nil }) else { return }
    if let words = node["words"], !hasField {
      invalid(
        words.bytes, "words の言葉を書く欄(type: relation)が edge にありません。",
        en: "'edge' has no field of the type 'relation' for the words")
    }
    if let edge = node["edge"], hasField, words(node).isEmpty {
      invalid(
        edge.bytes, "関係の言葉 words がありません。", en: "'words' of the relation is missing")
    }
  }

  /// A field of a connexion has plain values only: nothing resolves a reference in it.
  mutating func checkEdgeField(_ entry: YAMLNode.Entry) {
    check(entry.value, allowed: ["type", "label", "role", "required", "values", "usual"])
    guard let type = entry.value["type"], let name = type.scalar else { return }
    if [ReferenceType.name, CitationType.name].contains(name) {
      invalid(
        type.bytes, "edge の欄の型に \(name) は使えません。",
        en: "a field of 'edge' cannot have the type '\(name)'")
    }
  }

  /// The choices of an enumeration, each of which has a name and a slug of its own.
  mutating func choices(
    _ entries: [(node: YAMLNode, choice: EnumerationType.Choice)], _ values: YAMLNode?
  ) -> [EnumerationType.Choice] {
    if entries.isEmpty, let values {
      invalid(values.bytes, "選択肢が1つもありません。", en: "there is no choice in 'values'")
    }
    var names: Set<FoldedName> = []
    var slugs: Set<String> = []
    for (node, choice) in entries {
      let isNew = names.insert(FoldedName(choice.text)).inserted
      if !slugs.insert(PortableName.folded(choice.slug)).inserted || !isNew
        || FieldReader.isBlank(choice.text)
      {
        invalid(
          node.bytes, "選択肢「\(choice.text)」は空か、ほかの選択肢と区別できません。",
          en: "the choice '\(choice.text)' is empty or the same as another")
      }
    }
    return entries.map(\.choice)
  }

  /// A setting that is true or false, in the words that boolean fields take; false where it is not set.
  mutating func flag(_ node: YAMLNode, _ key: String) -> Bool {
    guard let value = node[key] else { return false }
    var reader = FieldReader(path: path, label: key)
    let flag = BooleanType().read(value, &reader)
    if flag == nil {
      invalid(value.bytes, "「\(key)」は true か false です。", en: "'\(key)' is true or false")
      // Read as what it was meant as, so that nothing that only follows is told.
      return Nearest.words(to: value.scalar ?? "", among: ["true", "false"]).first == "true"
    }
    return flag == .boolean(true)
  }
}
