import CatalogueModel
import Diagnostics
import YAMLTree

/// What each field is to its record: by its key, by `role:`, or because no other field can be it.
extension SchemaReader {
  /// How many fields an ambiguity names.
  private static let candidateLimit = 10

  /// A field with the entry that declares it.
  typealias Declaration = (field: FieldDefinition, entry: YAMLNode.Entry)

  /// Gives the fields of a collection their roles.
  ///
  /// A role that the definition does not give falls to the only field that can have it. Where several can
  /// and the collection's pages ask for it, nobody has it and a warning says so.
  mutating func fieldsWithRoles(
    _ declarations: IndexedArray<FieldDefinition, Declaration>, facets: [FieldIndex], isShown: Bool,
    isFirst: Bool
  ) -> IndexedArray<FieldDefinition, FieldDefinition> {
    var fields = declarations.mapped(\.field)
    var isSound = true
    for (place, declaration) in declarations.indexed {
      if let role = FieldRole.named(fields[place].key) {
        checkNamed(role, declaration)
        fields[place] = fields[place].having(role)
      } else if let node = declaration.entry.value["role"] {
        let role = role(node, fields[place])
        isSound = isSound && role != nil
        fields[place] = fields[place].having(role)
      }
    }
    checkRepeated(fields, declarations)
    guard isSound else { return fields }
    // The amount first: only where there is one does a page ask who is responsible.
    for role in [FieldRole.amount, .measures, .moment, .kind, .period, .responsible]
    where !fields.contains(where: { $0.role == role }) {
      let candidates = fields.indices.filter { place in
        fields[place].role == nil && role.fits(fields[place].type, isList: fields[place].isList)
          // The home page leads to the lists of each kind, which a facet has.
          && (role != .kind || facets.contains(place))
      }
      let isAsked =
        switch role {
        case .kind: isFirst
        case .responsible: fields.contains { $0.role == .amount }
        default: true
        }
      if candidates.count == 1 {
        fields[candidates[0]] = fields[candidates[0]].having(role)
      } else if candidates.count > 1, isShown, isAsked {
        reportAmbiguous(role, candidates.map { declarations[$0] })
      }
    }
    return fields
  }

  /// A key with a fixed meaning is of a type that can have it; the title has a check of its own.
  private mutating func checkNamed(_ role: FieldRole, _ declaration: Declaration) {
    let isRight = role.fits(declaration.field.type, isList: declaration.field.isList)
    if !isRight, role != .title {
      reportFixed(declaration)
    } else if let node = declaration.entry.value["role"] {
      report(
        .definitionRole, at: node.bytes,
        LocalisedText(
          "「\(declaration.field.key)」は名前で役目が決まっている欄なので、role は付けられません。",
          en: "'\(declaration.field.key)' has its role by its name and takes no other"))
    }
  }

  /// Keys that name members or columns of every record, or fields that every record may have, are no fields.
  mutating func checkReserved(_ declarations: IndexedArray<FieldDefinition, Declaration>) {
    for declaration in declarations
    where ["id", "url", "collection"].contains(declaration.field.key) {
      reportFixed(declaration)
    }
    for declaration in declarations {
      let (key, label) = (declaration.field.key, declaration.field.label)
      guard let name = [key, label].first(where: { BuiltInField.named($0) != nil }) else {
        continue
      }
      let node = name == key ? declaration.entry.key : declaration.entry.value["label"]
      invalid(
        (node ?? declaration.entry.key).bytes,
        "「\(name)」は、どの項目にも書ける決まった欄の名前です。この欄には別の名前を付けます。",
        en: "'\(name)' is a field that every record may have; give this field another name")
    }
  }

  private mutating func reportFixed(_ declaration: Declaration) {
    invalid(
      declaration.entry.key.bytes,
      "「\(declaration.field.key)」は決まった意味の欄で、この型や一覧の有無では使えません。",
      en: "'\(declaration.field.key)' has a fixed meaning and cannot have this type")
  }

  /// A field of a connexion with the role that its entry gives it; no two of one connexion have the same.
  mutating func edgeField(
    _ field: FieldDefinition, withRoleOf entry: YAMLNode,
    among others: IndexedArray<EdgeField, FieldDefinition>
  ) -> FieldDefinition {
    guard let node = entry["role"],
      let role = role(node, field, among: FieldRole.ofEdges)
    else { return field }
    guard let other = others.first(where: { $0.role == role }) else { return field.having(role) }
    report(
      .definitionRole, at: node.bytes,
      LocalisedText(
        "role: \(role.rawValue) は「\(other.label)」にも付いています。1つのつながりに1つです。",
        en: "'\(other.key)' has the role '\(role.rawValue)' too, which only one may"))
    return field
  }

  /// The role that `node` gives to a field; nil where it cannot have it, which is reported.
  private mutating func role(
    _ node: YAMLNode, _ field: FieldDefinition, among roles: [FieldRole] = FieldRole.given
  ) -> FieldRole? {
    let word = node.scalar ?? ""
    guard let role = roles.first(where: { $0.rawValue == word }) else {
      let words = roles.map(\.rawValue)
      report(
        .definitionRole, on: node,
        LocalisedText(
          "「\(word)」という役目はありません。役目は" + words.joined(separator: "、") + "です。",
          en: "there is no role '\(word)'; the roles are " + words.joined(separator: ", ")),
        meant: Nearest.words(to: word, among: words))
      return nil
    }
    if role.fits(field.type, isList: field.isList) { return role }
    let types = FieldTypeRegistry.names(fitting: role, with: types)
    let isBetweenEquals = field.type.connexion?.wordField != nil
    report(
      .definitionRole, at: node.bytes,
      LocalisedText(
        "「\(field.label)」に role: \(word) は付けられません。付けられるのは型が "
          + types.joined(separator: "か ") + " の欄です。"
          + (isBetweenEquals ? "words のあるつながりにも付けられません。" : ""),
        en: "'\(field.key)' cannot have the role '\(word)', which takes a field of the type "
          + types.joined(separator: " or ") + (isBetweenEquals ? " without words" : "")))
    return nil
  }

  /// A role that two fields of a collection have is told at the second.
  private mutating func checkRepeated(
    _ fields: IndexedArray<FieldDefinition, FieldDefinition>,
    _ declarations: IndexedArray<FieldDefinition, Declaration>
  ) {
    for role in FieldRole.given {
      let places = fields.indices.filter { fields[$0].role == role }
      for place in places.dropFirst() {
        guard let node = declarations[place].entry.value["role"],
          let first = declarations[places[0]].entry.value["role"]
        else { continue }
        report(
          .definitionRole, at: node.bytes,
          LocalisedText(
            "role: \(role.rawValue) は「\(fields[places[0]].label)」にも付いています。1つの集まりに1つです。",
            en: "'\(fields[places[0]].key)' has the role '\(role.rawValue)' too, which only one may"
          ),
          notes: [note("もう一つはここです。", en: "the other is here", at: first.bytes)])
      }
    }
  }

  /// A role that several fields could have is told at the first, with all of them.
  private mutating func reportAmbiguous(_ role: FieldRole, _ candidates: [Declaration]) {
    let purpose = purpose(of: role)
    let named = candidates.prefix(Self.candidateLimit)
    let rest = candidates.count > named.count
    let labels = named.map { "「\($0.field.label)」" }.joined() + (rest ? "など" : "")
    let keys =
      named.map { "'\($0.field.key)'" }.joined(separator: ", ") + (rest ? " and others" : "")
    report(
      .definitionAmbiguousRole, at: candidates[0].entry.key.bytes,
      LocalisedText(
        purpose.japanese + "が\(labels)のどれかわかりません。その欄に role: \(role.rawValue) と書きます。",
        en: "\(purpose.english) may be any of \(keys); give one of them 'role: \(role.rawValue)'"),
      fixes: named.compactMap { fix(giving: role, to: $0) },
      notes: named.dropFirst().map { candidate in
        note(
          "「\(candidate.field.label)」はここです。", en: "'\(candidate.field.key)' is here",
          at: candidate.entry.key.bytes)
      })
  }

  /// Writes a role in front of the other settings of a field, on one line with them or on its own.
  private func fix(giving role: FieldRole, to declaration: Declaration) -> Fix? {
    let value = declaration.entry.value
    guard let first = value.mapping?.first?.key.bytes.lowerBound else { return nil }
    var separator = ", "
    if value.bytes.lowerBound == first {
      let line = source[..<first].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      let indentation = source[line..<first]
      guard indentation.allSatisfy({ $0 == UInt8(ascii: " ") }) else { return nil }
      separator = "\n" + String(repeating: " ", count: indentation.count)
    }
    let setting = "role: \(role.rawValue)"
    let place = SourceRange(path: path, bytes: first..<first)
    return Fix(
      "\(declaration.field.key) (\(setting))", edits: [TextEdit(place, with: setting + separator)])
  }

  /// What the pages do with a role.
  private func purpose(of role: FieldRole) -> LocalisedText {
    switch role {
    case .responsible:
      LocalisedText("年度のページに所管として示す欄", en: "the field that tells who is responsible")
    case .moment: LocalisedText("新しい順に並べる欄", en: "the field that dates a record")
    case .kind: LocalisedText("ホームに種類として並べる欄", en: "the field that tells the kind")
    case .period: LocalisedText("期間の図と年表に示す欄", en: "the field that tells how long a record ran")
    case .measures: LocalisedText("数値の推移として示す欄", en: "the field that has measured values")
    case .amount: LocalisedText("予算として集計する欄", en: "the field that is the budget")
    default: LocalisedText("役目 \(role.rawValue) の欄", en: "the field of the role '\(role.rawValue)'")
    }
  }

  func note(_ japanese: String, en english: String, at bytes: Range<Int>) -> Diagnostic.Note {
    Diagnostic.Note(
      LocalisedText(japanese, en: english), at: SourceRange(path: path, bytes: bytes))
  }
}
