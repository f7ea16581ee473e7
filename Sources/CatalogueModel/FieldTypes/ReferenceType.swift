package import Diagnostics
package import YAMLTree

/// A reference to another record by id, title or alias, with the connexion's own fields.
///
/// Written as a name (`NEDO`) or as a mapping (`{to: NEDO, role: 実施}`). A citation is the same with
/// `document` for `to`.
package struct ReferenceType: FieldType {
  package static let name = "reference"
  package static let summary = LocalisedText(
    "ほかの項目の名前かid。役割などを添えるときは {to: 名前, role: 役割} の組で書きます。",
    en: "the name or id of another record, or a mapping {to: name, …} with the edge's own fields")

  /// One that says who owns a record or where it is has no words: they are of records of one kind.
  package var roles: Set<FieldRole> { wordField == nil ? [.responsible, .place] : [] }
  package var connexion: ReferenceType? { self }
  package var groupKeys: [String] { nameKeys + edgeFields.flatMap { [$0.key, $0.label] } }

  /// The keys that name the other record: the first is the official one.
  package let nameKeys: [String]
  /// The fields of the connexion itself.
  package let edgeFields: IndexedArray<EdgeField, FieldDefinition>
  /// Whether an entry may leave the other record untold.
  package let isOpen: Bool

  /// The names of the parts of a group: first those of the other record, then of each edge field.
  private let partNames: [[String]]
  /// The same with the official name of the other record only.
  private let offeredNames: [[String]]

  /// Makes the type of a relation's field.
  package init(
    nameKeys: [String] = ["to", "相手"], edgeFields: IndexedArray<EdgeField, FieldDefinition>,
    isOpen: Bool
  ) {
    self.nameKeys = nameKeys
    self.edgeFields = edgeFields
    self.isOpen = isOpen
    let fields = edgeFields.map { [$0.key, $0.label] }
    partNames = [nameKeys] + fields
    offeredNames = [[nameKeys[0]]] + fields
  }

  /// The edge field that holds the word of a relation between equals.
  package var wordField: EdgeFieldIndex? {
    edgeFields.firstIndex { $0.type.traits.contains(.relationWord) }
  }

  /// The texts of the connexion: who plays which role, which prize it was.
  package var sharedWords: [SharedWords] {
    edgeFields.map { field in
      SharedWords(label: field.label, usual: field.type.sharedWords.first?.usual)
    }
  }

  package func word(_ part: Int, of value: Located<FieldValue>) -> Located<String>? {
    guard case .reference(let reference) = value.value else { return nil }
    let place = EdgeFieldIndex(part)
    return reference.attributes[place].flatMap { edgeFields[place].type.word(0, of: $0) }
  }

  package func read(_ node: YAMLNode, _ reader: inout FieldReader) -> FieldValue? {
    guard let entries = node.mapping else {
      guard let name = reader.text(node) else { return nil }
      if let missing = edgeFields.first(where: \.isRequired) {
        reportMissing([missing.key, missing.label], at: node.bytes, &reader)
        return nil
      }
      return .reference(
        RecordReference(
          name: Located(name, at: node.bytes, as: node.style),
          attributes: IndexedArray(repeating: nil, count: edgeFields.count)))
    }
    if reportNameAsKey(entries, node, &reader) || reportNameWithoutKey(entries, &reader) {
      return nil
    }
    var name: Located<String>?
    var attributes = edgeFields.mapped { _ in Located<FieldValue>?.none }
    var keys = GroupKeys(entries, names: partNames, offering: offeredNames)
    for entry in entries {
      guard let part = keys.part(of: entry, &reader) else { continue }
      if part == 0 {
        guard let text = reader.text(entry.value) else { return nil }
        name = Located(text, at: entry.value.bytes, as: entry.value.style)
      } else {
        let index = EdgeFieldIndex(part - 1)
        attributes[index] = edgeFields[index].readOne(entry.value, &reader)
      }
    }
    return finish(name, attributes, node, &reader)
  }

  /// Reports `{NEDO, role: 協力}`, where the name of the other record has no key.
  private func reportNameWithoutKey(
    _ entries: [YAMLNode.Entry], _ reader: inout FieldReader
  ) -> Bool {
    guard let first = entries.first, first.value.scalar == "", first.value.bytes.isEmpty,
      entries.count > 1, let name = first.key.scalar,
      !partNames.contains(where: { $0.contains(name) }),
      entries.dropFirst().allSatisfy({ entry in
        let key = entry.key.scalar ?? ""
        return !nameKeys.contains(key) && partNames.contains { $0.contains(key) }
      })
    else { return false }
    reader.report(
      .unknownKey, at: first.key.bytes,
      LocalisedText(
        "「\(name)」の前に「\(nameKeys[0]): 」がありません。相手の名前は「\(nameKeys[0])」に書きます。",
        en: "'\(nameKeys[0]): ' is missing before '\(name)'"),
      written: nameKeys[0] + ": " + YAMLScalar.written(name, as: first.key.style))
    return true
  }

  /// A name with a remark in brackets behind it: `筑波大学（協力）`.
  package static func remarked(_ text: String) -> (name: String, remark: String)? {
    guard let last = text.last, let opening = ["）": "（", ")": "("][last],
      let open = text.lastIndex(of: Character(opening)), open > text.startIndex
    else { return nil }
    let remark = String(text[text.index(after: open)...].dropLast())
    return remark.isEmpty ? nil : (String(text[..<open]), remark)
  }

  /// The group that says of a record what stands in brackets behind its name, as it is written in a file; nil where
  /// the connexion has no text for it.
  package func group(name: String, remark: String) -> String? {
    guard let field = edgeFields.first(where: { $0.type is TextType }),
      !edgeFields.contains(where: { $0.isRequired && $0.key != field.key })
    else { return nil }
    return YAMLScalar.group([(nameKeys[0], name), (field.key, remark)])
  }

  /// Reports `NEDO: 協力`, where the name of the other record is the key of what is said of the edge.
  private func reportNameAsKey(
    _ entries: [YAMLNode.Entry], _ node: YAMLNode, _ reader: inout FieldReader
  ) -> Bool {
    guard entries.count == 1, edgeFields.count == 1, let field = edgeFields.first,
      let name = entries[0].key.scalar, let text = entries[0].value.scalar, !text.isEmpty,
      !partNames.contains(where: { names in
        names.contains(name) || !Nearest.words(to: name, among: names).isEmpty
      })
    else { return false }
    reader.report(
      .unknownKey, at: entries[0].key.bytes.lowerBound..<entries[0].value.bytes.upperBound,
      LocalisedText(
        "「\(reader.label)」に「\(name)」という欄はありません。相手の名前は「\(nameKeys[0])」に、「\(text)」は「\(field.key)」に書きます。",
        en: "'\(reader.label)' has no key '\(name)'; write the name as '\(nameKeys[0])'"),
      written: YAMLScalar.group([(nameKeys[0], name), (field.key, text)]))
    return true
  }

  private func finish(
    _ name: Located<String>?, _ attributes: IndexedArray<EdgeField, Located<FieldValue>?>,
    _ node: YAMLNode, _ reader: inout FieldReader
  ) -> FieldValue? {
    // A key that is mistyped has been told, and its value is not missing.
    let reported = !reader.diagnostics.isEmpty
    if name == nil && !isOpen && reported { return nil }
    if name == nil && !isOpen {
      reportMissing(nameKeys, at: node.bytes, &reader)
      return nil
    }
    for (index, field) in edgeFields.indexed where field.isRequired && attributes[index] == nil {
      if !reported { reportMissing([field.key, field.label], at: node.bytes, &reader) }
      return nil
    }
    return .reference(RecordReference(name: name, attributes: attributes))
  }

  /// Reports a part without which an entry says nothing; it has a key and a name in Japanese.
  private func reportMissing(_ names: [String], at bytes: Range<Int>, _ reader: inout FieldReader) {
    let (key, label) = (names.first ?? "", names.last ?? "")
    reader.report(
      .missingField, at: bytes,
      LocalisedText(
        "「\(reader.label)」のこの項目には「\(label)」" + (key == label ? "" : "(\(key))") + "が要ります。",
        en: "this entry of '\(reader.label)' needs '\(key)'"))
  }
}

extension ReferenceType {
  /// The name as written; pages show the other record's title instead.
  package func show(_ value: FieldValue) -> ShownValue {
    if case .reference(let reference) = value { return ShownValue(reference.name?.value ?? "") }
    return ShownValue("")
  }

  /// Nothing by itself: the title of the other record stands in for the name.
  package func searchText(_ value: FieldValue) -> String? { nil }
}
