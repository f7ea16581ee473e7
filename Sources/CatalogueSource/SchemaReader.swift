package import CatalogueModel
package import Diagnostics
import TextRules
import YAMLTree

/// Reads `catalogue.yml` into a schema.
package struct SchemaReader {
  let path: String
  /// Names that the site has for other folders and tables.
  let reserved: Set<String>
  /// The field types that need nothing but their name.
  let types: [any FieldType]
  /// The file, from which an edit takes its indentation.
  private(set) var source: [UInt8] = []
  private var diagnostics: [Diagnostic] = []
  private(set) var keys: IndexedArray<Collection, String> = []
  /// The former keys of the collections until now.
  var formerKeys: Set<String> = []
  private(set) var relations: IndexedArray<Relation, Relation> = []

  private init(path: String, reserved: Set<String>, types: [any FieldType]) {
    self.path = path
    self.reserved = reserved
    self.types = types
  }

  /// Reads the definition in `bytes`; no collection can have one of the `reserved` names.
  ///
  /// `types` are the field types that need nothing but their name.
  ///
  /// - Returns: the schema, nil when it has an error, and the faults.
  package static func read(
    path: String, bytes: [UInt8], reserved: Set<String> = [],
    types: [any FieldType] = FieldTypeRegistry.plain
  ) -> (schema: Schema?, diagnostics: [Diagnostic]) {
    var reader = SchemaReader(path: path, reserved: reserved, types: types)
    let check = TextCheck(bytes)
    if let foreign = check.foreign(bytes, path: path) { return (nil, [foreign.diagnostic]) }
    reader.source = check.bytes
    let start = TextCheck.start(of: bytes)
    let yaml = YAMLReader.read(check.bytes, range: start..<bytes.count, words: .definition)
    var decoded = ForbiddenCharacters()
    for finding in yaml.findings {
      if case .forbiddenCharacter(let character, let count) = finding.kind {
        decoded.add(character, at: finding.bytes, count: count)
      } else {
        reader.diagnostics.append(finding.diagnostic(path: path))
      }
    }
    // What was not read would be missed.
    let schema = yaml.isWhole ? yaml.root.flatMap { reader.schema($0) } : nil
    if yaml.root == nil && reader.diagnostics.isEmpty {
      reader.invalid(0..<0, "何も書かれていません。", en: "the file is empty")
    }
    reader.diagnostics += check.diagnostics(path: path, decoded: decoded)
    reader.diagnostics += HiddenText(check.bytes).diagnostics(path: path, check.bytes)
    let failed = reader.diagnostics.contains { $0.severity == .error }
    return (failed ? nil : schema, reader.diagnostics)
  }

  mutating func report(
    _ code: DiagnosticCode, at bytes: Range<Int>, _ message: LocalisedText, fixes: [Fix] = [],
    notes: [Diagnostic.Note] = []
  ) {
    diagnostics.append(
      Diagnostic(
        code, at: SourceRange(path: path, bytes: bytes), message, fixes: fixes, notes: notes))
  }

  /// Reports a fault of a scalar for which one of `texts` was meant, best first.
  mutating func report(
    _ code: DiagnosticCode, on node: YAMLNode, _ message: LocalisedText, meant texts: [String]
  ) {
    diagnostics.append(Diagnostic(code, on: node, in: path, message, meant: texts))
  }

  /// How many faults were found until now.
  var diagnosticCount: Int { diagnostics.count }

  mutating func invalid(_ bytes: Range<Int>, _ japanese: String, en english: String) {
    report(.definitionInvalid, at: bytes, LocalisedText(japanese, en: english))
  }

  // MARK: - Keys

  static let outerKeys = ["site", "common", "collections", "reports"]
  static let siteKeys = SiteSetting.allCases.map(\.rawValue)
  static let termsKeys = ["text", "url"]
  static let collectionKeys = [
    "label", "counter", "description", "order", "facets", "fields", "common", "hidden", "rules",
    "former",
  ]
  static let fieldKeys = [
    "type", "label", "role", "list", "required", "recommended", "excused_by", "values", "to",
    "inverse", "edge", "words", "sequence", "open", "usual",
  ]
  static let ruleKeys = ["when"] + demands + ["severity", "says"]

  // MARK: - The whole file

  private mutating func schema(_ root: YAMLNode) -> Schema? {
    check(root, allowed: Self.outerKeys)
    let site = site(root["site"], root)
    let reports = reports(root)
    guard let collectionsNode = root["collections"], let listed = collectionsNode.mapping else {
      invalid(root.bytes, "collections がありません。", en: "'collections' is missing")
      return nil
    }
    let entries = limited(listed, collectionsNode, "collections")
    keys = IndexedArray(entries.map { $0.key.scalar ?? "" })
    let common = root["common"]
    var collections: IndexedArray<Collection, Collection> = []
    for entry in entries {
      let isFirst = collections.allSatisfy(\.isHidden)
      collections.append(
        collection(collections.endIndex, entry, common: common, isFirst: isFirst))
    }
    // Rules may speak of relations of every collection.
    var rules: [Rule] = []
    for (entry, collection) in zip(entries, collections) {
      rules += self.rules(entry.value, of: collection)
    }
    return Schema(
      site: site, collections: collections, relations: relations, rules: rules,
      reports: reports)
  }
}

extension SchemaReader {
  // MARK: - Collections

  private mutating func collection(
    _ index: CollectionIndex, _ entry: YAMLNode.Entry, common: YAMLNode?, isFirst: Bool
  ) -> Collection {
    let node = entry.value
    let key = entry.key.scalar ?? ""
    checkIdentifier(key, entry.key)
    checkFolder(key, entry.key)
    check(
      node,
      allowed: Self.collectionKeys)
    let entries = commonFields(of: node, common) + mapping(node, "fields")
    let declarations = declarations(entries, of: (index, key))
    checkReserved(declarations)
    let plain = declarations.mapped(\.field)
    let order = node["order"].flatMap { value in
      optionalText(node, "order").flatMap { place(of: $0, value, plain) }
    }
    let facets = facets(list(node, "facets"), plain)
    let isHidden = flag(node, "hidden")
    let fields = fieldsWithRoles(
      declarations, facets: facets, isShown: !isHidden, isFirst: isFirst)
    checkTitle(fields, entry.key)
    checkExcuses(fields, entries)
    return Collection(
      index: index, key: key, label: text(node, "label") ?? key,
      counter: optionalText(node, "counter") ?? "件",
      description: optionalText(node, "description") ?? "", fields: fields, facets: facets,
      order: order, isHidden: isHidden, formerKeys: formerKeys(node))
  }

  /// The fields of a collection with the entries that declare them, in the order of the file.
  private mutating func declarations(
    _ entries: [YAMLNode.Entry], of collection: (index: CollectionIndex, key: String)
  ) -> IndexedArray<FieldDefinition, Declaration> {
    var declarations: IndexedArray<FieldDefinition, Declaration> = []
    for entry in entries {
      let name = entry.key.scalar ?? ""
      checkIdentifier(name, entry.key)
      guard let field = field(name, entry.value, of: collection, at: declarations.endIndex)
      else { continue }
      if declarations.contains(where: { $0.field.key == field.key || $0.field.label == field.label }
      ) {
        invalid(
          entry.key.bytes, "欄「\(name)」の名前か見出しが重なっています。",
          en: "the key or label of '\(name)' is used twice")
      }
      declarations.append((field, entry))
    }
    return declarations
  }

  mutating func place(
    of name: String, _ node: YAMLNode, _ fields: IndexedArray<FieldDefinition, FieldDefinition>
  ) -> FieldIndex? {
    if let place = fields.firstIndex(where: { $0.key == name }) { return place }
    report(
      .definitionInvalid, on: node,
      LocalisedText("「\(name)」という欄はありません。", en: "there is no field '\(name)'"),
      meant: Nearest.words(to: name, among: fields.map(\.key)))
    return nil
  }

  // MARK: - Fields

  private mutating func field(
    _ key: String, _ node: YAMLNode, of collection: (index: CollectionIndex, key: String),
    at index: FieldIndex
  ) -> FieldDefinition? {
    check(
      node,
      allowed: Self.fieldKeys)
    let label = optionalText(node, "label") ?? key
    let isList = flag(node, "list")
    _ = mapping(node, "words") + mapping(node, "excused_by")
    guard let type = type(node, words: words(node)).map({ knowingUsual(node, $0) }) else {
      return nil
    }
    checkRelationWords(of: node, type)
    var relation: RelationIndex?
    if let reference = type.connexion {
      relation = relations.append(
        Relation(
          collection: collection.index, field: index, key: collection.key + "." + key,
          fieldKey: key, label: label, inverseLabel: inverse(node, label), targets: targets(node),
          edgeFields: reference.edgeFields, words: words(node), sequence: sequence(node),
          isOpen: reference.isOpen,
          isCitation: type.traits.contains(.citation)))
    }
    return FieldDefinition(
      key: key, label: label, type: type, isList: isList, isRequired: flag(node, "required"),
      isRecommended: flag(node, "recommended"), excuse: excuse(node), relation: relation)
  }

  private mutating func targets(_ node: YAMLNode) -> [CollectionIndex] {
    let names = list(node, "to")
    guard !names.isEmpty else {
      if node["to"]?.scalar != nil { return [] }
      invalid(node.bytes, "参照の先 to がありません。", en: "'to' of a relation is missing")
      return []
    }
    return names.compactMap { name in
      if let index = keys.firstIndex(of: name.scalar ?? "") { return index }
      report(
        .definitionInvalid, on: name,
        LocalisedText(
          "「\(name.scalar ?? "")」という集まりはありません。",
          en: "there is no collection '\(name.scalar ?? "")'"),
        meant: Nearest.words(to: name.scalar ?? "", among: Array(keys)))
      return nil
    }
  }

  func words(_ node: YAMLNode) -> [Relation.Word] {
    (node["words"]?.mapping ?? []).prefix(Self.entryLimit).compactMap { entry in
      guard let word = entry.key.scalar, let inverse = entry.value.scalar else { return nil }
      return Relation.Word(word: word, inverse: inverse)
    }
  }

  private mutating func inverse(_ node: YAMLNode, _ label: String) -> String {
    let words = words(node)
    for word in words
    where !words.contains(where: { $0.word == word.inverse && $0.inverse == word.word }) {
      invalid(
        node["words"]?.bytes ?? node.bytes,
        "「\(word.word)」の逆の「\(word.inverse)」が、words に逆向きでありません。",
        en: "the inverse '\(word.inverse)' of '\(word.word)' does not lead back")
    }
    if let inverse = optionalText(node, "inverse") { return inverse }
    if words.isEmpty {
      invalid(
        node.bytes, "相手のページでの見出し inverse がありません。",
        en: "'inverse', the heading on the other record's page, is missing")
    }
    return label
  }

  private func excuse(_ node: YAMLNode) -> FieldDefinition.Excuse? {
    guard let entry = node["excused_by"]?.mapping?.first, let field = entry.key.scalar,
      let value = entry.value.scalar
    else { return nil }
    return FieldDefinition.Excuse(field: field, value: value)
  }
}

extension SchemaReader {
  // MARK: - Small pieces

  mutating func check(_ node: YAMLNode, allowed: [String]) {
    guard let entries = node.mapping else {
      invalid(
        node.bytes, "ここには「名前: 値」の行が要ります。", en: "a mapping is expected here")
      return
    }
    for entry in entries where !allowed.contains(entry.key.scalar ?? "") {
      let key = entry.key.scalar ?? ""
      report(
        .definitionUnknownKey, on: entry.key,
        LocalisedText("「\(key)」という設定はありません。", en: "there is no setting '\(key)'"),
        meant: Nearest.words(to: key, among: allowed))
    }
  }

  mutating func checkIdentifier(_ key: String, _ node: YAMLNode) {
    let valid =
      !key.isEmpty
      && key.utf8.allSatisfy {
        ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z"))
          || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")) || $0 == UInt8(ascii: "_")
          || $0 == UInt8(ascii: "-")
      }
    if !valid {
      invalid(
        node.bytes, "名前「\(key)」は半角の小文字、数字、_、- だけで付けます。",
        en: "the name '\(key)' may only have a-z, 0-9, _ and -")
    }
  }

  mutating func text(_ node: YAMLNode, _ key: String) -> String? {
    if node[key] != nil { return optionalText(node, key) }
    invalid(node.bytes, "「\(key)」がありません。", en: "'\(key)' is missing")
    return nil
  }

  /// The text of a setting that may be left out; one of another shape is reported.
  mutating func optionalText(_ node: YAMLNode, _ key: String) -> String? {
    guard let value = node[key] else { return nil }
    if let text = value.scalar, !FieldReader.isBlank(text) { return text }
    invalid(value.bytes, "「\(key)」には文字を1つ書きます。", en: "'\(key)' takes one text")
    return nil
  }

  /// The nodes of a setting that is a list and may be left out; one of another shape is reported.
  mutating func list(_ node: YAMLNode, _ key: String) -> [YAMLNode] {
    guard let value = node[key] else { return [] }
    if let nodes = value.sequence { return limited(nodes, value, key) }
    invalid(
      value.bytes, "「\(key)」は一覧で書きます。1つでも [ ] で囲みます。", en: "'\(key)' is a list: use [ ]")
    return []
  }

  /// The entries of a setting that is a mapping and may be left out; one of another shape is reported.
  mutating func mapping(_ node: YAMLNode, _ key: String) -> [YAMLNode.Entry] {
    guard let value = node[key] else { return [] }
    if let entries = value.mapping { return limited(entries, value, key) }
    invalid(
      value.bytes, "「\(key)」には「名前: 値」の行が要ります。", en: "'\(key)' is a mapping")
    return []
  }

  /// The most entries of one list or mapping of the definition, choices left out: each may be looked
  /// for in all others, and each record has room for each field.
  static let entryLimit = 1000

  /// The entries up to the limit; more are reported.
  private mutating func limited<Entry>(
    _ entries: [Entry], _ node: YAMLNode, _ key: String
  ) -> [Entry] {
    if entries.count <= Self.entryLimit { return entries }
    invalid(
      node.bytes.lowerBound..<node.bytes.lowerBound,
      "「\(key)」に書けるのは \(Self.entryLimit) 個までです。",
      en: "'\(key)' takes at most \(Self.entryLimit) entries")
    return Array(entries.prefix(Self.entryLimit))
  }
}
