import CatalogueModel
import Diagnostics
import YAMLTree

/// Rules about the records of a collection, under `rules:`.
extension SchemaReader {
  /// The demands that a rule can make; each makes one.
  static let demands = [
    "requires", "requires_one_of", "forbids", "at_most", "covers", "within", "ended", "avoids",
    "no_series", "kana",
  ]

  /// The rules of a collection, which may speak of the relations of all collections.
  mutating func rules(_ node: YAMLNode, of collection: Collection) -> [Rule] {
    let nodes = list(node, "rules")
    let names = nodes.reduce(0) { $0 + Self.nameCount($1) }
    if names > Self.entryLimit {
      invalid(
        node["rules"]?.bytes ?? node.bytes,
        "決まりに書ける欄の名前は、集まりごとに合わせて \(Self.entryLimit) 個までです。",
        en: "the rules of a collection take at most \(Self.entryLimit) names together")
      return []
    }
    let subjects = RuleSubjects(of: collection, relations)
    return nodes.compactMap { rule($0, subjects) }
  }

  /// How many names stand in a rule, and thus how long it takes for one record.
  private static func nameCount(_ node: YAMLNode) -> Int {
    (node.mapping ?? []).reduce(1) { count, entry in
      count + (entry.value.sequence?.count ?? 0)
        + (entry.value.mapping ?? []).reduce(0) { $0 + ($1.value.sequence?.count ?? 1) }
    }
  }

  private mutating func rule(_ node: YAMLNode, _ subjects: RuleSubjects) -> Rule? {
    check(node, allowed: Self.ruleKeys)
    guard let entries = node.mapping else { return nil }
    let stated = entries.filter { Self.demands.contains($0.key.scalar ?? "") }
    guard let demanded = stated.first, stated.count == 1 else {
      invalid(
        stated.dropFirst().first?.key.bytes ?? node.bytes,
        "決まりには " + Self.demands.joined(separator: "、") + " のうち1つだけを書きます。",
        en: "a rule has one of " + Self.demands.joined(separator: ", "))
      return nil
    }
    let conditions = conditions(node, subjects)
    guard let demand = demand(demanded, node, subjects), let conditions else { return nil }
    return Rule(
      collection: subjects.collection.index, conditions: conditions, demand: demand,
      severity: severity(node), sentence: optionalText(node, "says"),
      range: SourceRange(path: path, bytes: demanded.key.bytes))
  }

  private mutating func demand(
    _ entry: YAMLNode.Entry, _ node: YAMLNode, _ subjects: RuleSubjects
  ) -> Rule.Demand? {
    let key = entry.key.scalar ?? ""
    if key == "at_most" {
      var limits: [(subject: Rule.Subject, limit: Int)] = []
      for entry in mapping(node, key) {
        guard let subject = subject(entry.key, subjects),
          isNew(subject, entry.key, among: limits.map(\.subject)),
          canHaveSeveral(subject, entry.key, subjects)
        else { continue }
        guard let limit = entry.value.scalar.flatMap({ Int($0) }), limit > 0 else {
          invalid(
            entry.value.bytes, "at_most には1以上の整数を書きます。",
            en: "'at_most' takes whole numbers from 1")
          continue
        }
        limits.append((subject, limit))
      }
      return limits.isEmpty ? nil : .atMost(limits)
    }
    switch key {
    case "covers": return covering(node, subjects)
    case "within": return within(node, subjects.collection)
    case "ended":
      return timed(node, subjects.collection)
    case "avoids": return avoiding(node, subjects.collection)
    case "no_series": return texts(node, subjects.collection)
    case "kana": return spelled(node, subjects.collection)
    default: break
    }
    let nodes = list(node, key)
    if let empty = node[key], empty.sequence?.isEmpty == true {
      invalid(empty.bytes, "「\(key)」に欄の名前がありません。", en: "'\(key)' names no field")
    }
    var named: [Rule.Subject] = []
    for node in nodes {
      guard let subject = subject(node, subjects), isNew(subject, node, among: named) else {
        continue
      }
      named.append(subject)
    }
    if named.isEmpty { return nil }
    switch key {
    case "requires": return .all(named)
    case "requires_one_of": return .one(of: named)
    default: return .none(named)
    }
  }

  /// `covers: {fiscal_years: [budget]}`: the years of the second stand in the first as well.
  private mutating func covering(_ node: YAMLNode, _ subjects: RuleSubjects) -> Rule.Demand? {
    var pairs: [(years: FieldIndex, of: FieldIndex)] = []
    let entries = mapping(node, "covers")
    for entry in entries {
      guard let years = yearField(entry.key, subjects.collection) else { continue }
      for node in entry.value.sequence ?? [entry.value] {
        guard let other = yearField(node, subjects.collection) else { continue }
        pairs.append((years, other))
      }
    }
    if entries.isEmpty, let value = node["covers"] {
      invalid(value.bytes, "covers に欄の名前がありません。", en: "'covers' names no field")
    }
    return pairs.isEmpty ? nil : .covers(pairs)
  }

  /// The field of a name whose values name fiscal years; another is reported.
  mutating func yearField(_ node: YAMLNode, _ collection: Collection) -> FieldIndex? {
    guard let name = node.scalar, let place = collection.field(name) else {
      return place(of: node.scalar ?? "", node, collection.fields)
    }
    if collection.fields[place].type.traits.contains(.fiscalYears) { return place }
    invalid(
      node.bytes, "「\(name)」は年度を書く欄ではありません。",
      en: "the values of '\(name)' name no fiscal years")
    return nil
  }

  /// Whether a demand has not named this before; what it names twice is reported.
  private mutating func isNew(
    _ subject: Rule.Subject, _ node: YAMLNode, among named: [Rule.Subject]
  ) -> Bool {
    guard named.contains(subject) else { return true }
    let name = node.scalar ?? ""
    invalid(
      node.bytes, "「\(name)」は、この決まりにもう書かれています。", en: "this rule names '\(name)' already")
    return false
  }

  /// Whether a record can have several values of this; a limit for one value is reported.
  private mutating func canHaveSeveral(
    _ subject: Rule.Subject, _ node: YAMLNode, _ subjects: RuleSubjects
  ) -> Bool {
    guard case .field(let place) = subject, !subjects.collection.fields[place].isList else {
      return true
    }
    let name = node.scalar ?? ""
    invalid(
      node.bytes, "「\(name)」の値は1つなので、at_most は要りません。",
      en: "'\(name)' has one value; 'at_most' does nothing")
    return false
  }

  /// What has to hold for a rule to count; nil where it cannot be read.
  private mutating func conditions(
    _ node: YAMLNode, _ subjects: RuleSubjects
  ) -> [Rule.Condition]? {
    guard let when = node["when"] else { return [] }
    var conditions: [Rule.Condition?] = []
    if let entries = when.mapping {
      for entry in entries { conditions.append(condition(entry, subjects)) }
    } else {
      for node in list(node, "when") {
        conditions.append(subject(node, subjects).map { .written($0) })
      }
    }
    if conditions.isEmpty, when.scalar == nil {
      invalid(when.bytes, "when に何も書かれていません。", en: "'when' says nothing")
    }
    let read = conditions.compactMap { $0 }
    return read.isEmpty || read.count < conditions.count ? nil : read
  }

  /// A field and the values of it for which a rule counts.
  private mutating func condition(
    _ entry: YAMLNode.Entry, _ subjects: RuleSubjects
  ) -> Rule.Condition? {
    let fields = subjects.collection.fields
    guard let place = place(of: entry.key.scalar ?? "", entry.key, fields) else { return nil }
    let field = fields[place]
    guard field.type.traits.contains(.facet), field.type.connexion == nil else {
      invalid(
        entry.key.bytes, "「\(field.label)」の値は when に書けません。値を問わないなら when: [\(field.key)] と書きます。",
        en: "values of '\(field.key)' cannot be a condition; 'when: [\(field.key)]' asks for any")
      return nil
    }
    var values: [FieldValue] = []
    let nodes = entry.value.sequence ?? [entry.value]
    for node in nodes {
      var reader = FieldReader(path: path, label: field.label)
      if let value = field.type.read(node, &reader) { values.append(value) }
      for fault in reader.diagnostics {
        report(.definitionInvalid, at: fault.range.bytes, fault.message, fixes: fault.fixes)
      }
    }
    return values.isEmpty ? nil : .value(field: place, oneOf: values)
  }

  private mutating func severity(_ node: YAMLNode) -> Diagnostic.Severity {
    guard let value = node["severity"] else { return .error }
    if let word = value.scalar, let severity = Diagnostic.Severity(rawValue: word) {
      return severity
    }
    report(
      .definitionInvalid, on: value,
      LocalisedText("「severity」は error か warning です。", en: "'severity' is error or warning"),
      meant: Nearest.words(to: value.scalar ?? "", among: ["error", "warning"]))
    return .error
  }

  /// What a name in a rule means; one that means nothing, or several relations, is reported.
  private mutating func subject(_ node: YAMLNode, _ subjects: RuleSubjects) -> Rule.Subject? {
    let name = node.scalar ?? ""
    let meanings = subjects.meanings(of: name)
    if meanings.count == 1 { return meanings[0] }
    if meanings.isEmpty {
      report(
        .definitionInvalid, on: node,
        LocalisedText(
          "「\(name)」という欄も、ほかの項目からのつながりもありません。",
          en: "there is neither a field nor a relation of other records called '\(name)'"),
        meant: Nearest.words(to: name, among: subjects.words))
      return nil
    }
    report(
      .definitionInvalid, on: node,
      LocalisedText(
        "「\(name)」というつながりは\(meanings.count)つあります。集まりと欄の名前で書きます。",
        en: "\(meanings.count) relations are called '\(name)'; name one by its collection and field"
      ),
      meant: subjects.keys(of: meanings.prefix(3)))
    return nil
  }
}

/// What the rules of one collection can speak of.
private struct RuleSubjects {
  let collection: Collection
  private let relations: IndexedArray<Relation, Relation>
  /// The relations that may lead to the collection's records.
  private let incoming: [RelationIndex]

  init(of collection: Collection, _ relations: IndexedArray<Relation, Relation>) {
    self.collection = collection
    self.relations = relations
    incoming = relations.indices.filter { relations[$0].targets.contains(collection.index) }
  }

  /// What a name means: a field by its key or label; else a relation of other records to this one, by
  /// `collection.field` or by its heading on this record's page.
  func meanings(of name: String) -> [Rule.Subject] {
    if let place = collection.field(name) { return [.field(place)] }
    if let place = incoming.first(where: { relations[$0].key == name }) {
      return [.incoming(place)]
    }
    return incoming.filter { relations[$0].words.isEmpty && relations[$0].inverseLabel == name }
      .map { .incoming($0) }
  }

  /// Every name that means something.
  var words: [String] {
    collection.fields.flatMap { [$0.key, $0.label] }
      + incoming.flatMap { [relations[$0].key, relations[$0].inverseLabel] }
  }

  /// The names of relations that nothing else has.
  func keys(of subjects: some Sequence<Rule.Subject>) -> [String] {
    subjects.compactMap { subject in
      if case .incoming(let place) = subject { relations[place].key } else { nil }
    }
  }
}
