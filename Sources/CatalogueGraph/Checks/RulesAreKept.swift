import CatalogueModel
import Diagnostics

/// The rules of the definition hold for every record of their collections.
///
/// A value that is written but cannot be read or resolved counts as written, and a record whose front
/// matter could not be read to its end is not judged: those faults have been told.
struct RulesAreKept: Check {
  func diagnostics(in catalogue: Catalogue) -> [Diagnostic] {
    let rules = Dictionary(grouping: catalogue.schema.rules, by: \.collection)
    return catalogue.schema.collections.indices.flatMap { collection -> [Diagnostic] in
      guard let rules = rules[collection] else { return [] }
      var incoming = IncomingCounts(catalogue)
      return catalogue.members[collection].flatMap { index -> [Diagnostic] in
        guard catalogue.records[index].isWhole else { return [] }
        incoming.count(edgesTo: index)
        let judgement = Judgement(
          catalogue: catalogue, record: catalogue.records[index], incoming: incoming)
        return rules.flatMap { judgement.diagnostics(for: $0) }
      }
    }
  }
}

/// How many edges of each relation lead to one record.
///
/// Counted once for a record, so that many rules cost no more than the edges and the names in the rules.
struct IncomingCounts {
  private let catalogue: Catalogue
  private var counts: IndexedArray<Relation, Int>
  private var used: [RelationIndex] = []

  init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    counts = IndexedArray(repeating: 0, count: catalogue.schema.relations.count)
  }

  /// Counts the edges that lead to a record.
  mutating func count(edgesTo record: RecordIndex) {
    for relation in used { counts[relation] = 0 }
    used.removeAll(keepingCapacity: true)
    for edge in catalogue.incoming[record] {
      let relation = catalogue.edges[edge].relation
      if counts[relation] == 0 { used.append(relation) }
      counts[relation] += 1
    }
  }

  subscript(relation: RelationIndex) -> Int { counts[relation] }
}

/// One record beside the rules of its collection.
struct Judgement {
  let catalogue: Catalogue
  let record: Record
  let incoming: IncomingCounts

  /// How many subjects a sentence names.
  private static let nameLimit = 10

  var collection: Collection { catalogue.schema.collections[record.collection] }

  /// What is wrong with the record by a rule; nothing where it keeps it or the rule does not count for it.
  func diagnostics(for rule: Rule) -> [Diagnostic] {
    guard rule.conditions.allSatisfy(holds) else { return [] }
    switch rule.demand {
    case .covers(let pairs): return pairs.flatMap { uncovered($0.of, by: $0.years, rule) }
    case .within(let pairs): return pairs.flatMap { outside($0.of, of: $0.period, rule) }
    case .ended(let fields): return notOver(fields, rule)
    case .avoids(let texts): return avoided(texts, rule)
    case .noSeries(let fields): return series(in: fields, rule)
    case .kana(let pairs): return unread(pairs, rule)
    case .all, .one, .none, .atMost:
      return diagnostic(for: rule.demand, of: rule).map { [$0] } ?? []
    }
  }

  /// What is wrong by a demand that a record breaks once.
  private func diagnostic(for demand: Rule.Demand, of rule: Rule) -> Diagnostic? {
    switch demand {
    case .covers, .within, .ended, .avoids, .noSeries, .kana: return nil
    case .all(let subjects):
      let missing = subjects.filter { !isWritten($0) }
      if missing.isEmpty { return nil }
      return report(
        .ruleMissing, at: record.title.bytes, rule,
        LocalisedText(
          names(missing, joinedBy: "と").japanese + "がありません。",
          en: names(missing, joinedBy: "and").english + " is missing"))
    case .one(let subjects):
      if subjects.contains(where: isWritten) { return nil }
      return report(
        .ruleMissing, at: record.title.bytes, rule,
        LocalisedText(
          names(subjects, joinedBy: "か").japanese + "のどれか1つは要ります。",
          en: names(subjects, joinedBy: "or").english + " is needed"))
    case .none(let subjects):
      guard let subject = subjects.first(where: isWritten) else { return nil }
      return report(
        .ruleForbidden, at: bytes(of: subject), rule,
        LocalisedText(
          names([subject], joinedBy: "").japanese + "はここには書けません。",
          en: names([subject], joinedBy: "").english + " does not belong here"))
    case .atMost(let limits):
      guard let (subject, limit) = limits.first(where: { count(of: $0.subject) > $0.limit }) else {
        return nil
      }
      return report(
        .ruleTooMany, at: bytes(of: subject, behind: limit), rule,
        LocalisedText(
          names([subject], joinedBy: "").japanese
            + "は\(count(of: subject))個あります。\(limit)個までです。",
          en: names([subject], joinedBy: "").english
            + " has \(count(of: subject)) values; at most \(limit) may be there"))
    }
  }

  /// A report that says more than the rule's own sentence, which stands below it.
  func told(
    _ code: DiagnosticCode, at bytes: Range<Int>, _ rule: Rule, _ message: LocalisedText
  ) -> Diagnostic {
    Diagnostic(
      code, at: SourceRange(path: record.path, bytes: bytes), message,
      notes: [
        Diagnostic.Note(
          LocalisedText(rule.sentence ?? "この決まりによります。", en: rule.sentence ?? "the rule is here"),
          at: rule.range)
      ], severity: rule.severity)
  }

  /// A report in the rule's own words, or in those that are given.
  private func report(
    _ code: DiagnosticCode, at bytes: Range<Int>, _ rule: Rule, _ message: LocalisedText
  ) -> Diagnostic {
    Diagnostic(
      code, at: SourceRange(path: record.path, bytes: bytes),
      rule.sentence.map { LocalisedText($0, en: $0) } ?? message,
      notes: [
        Diagnostic.Note(
          LocalisedText("この決まりによります。", en: "the rule is here"), at: rule.range)
      ], severity: rule.severity)
  }

  private func holds(_ condition: Rule.Condition) -> Bool {
    switch condition {
    case .written(let subject): isWritten(subject)
    case .value(let field, let values):
      record.values(ofField: field).contains { values.contains($0.value) }
    }
  }

  private func isWritten(_ subject: Rule.Subject) -> Bool {
    switch subject {
    case .field(let place): record.contents[place].map { !$0.isNothing } ?? false
    case .incoming(let relation): incoming[relation] > 0
    }
  }

  private func count(of subject: Rule.Subject) -> Int {
    switch subject {
    case .field(let place): record.values(ofField: place).count
    case .incoming(let relation): incoming[relation]
    }
  }

  /// Where a subject is written in the record's file, or the first value behind a number of others; the
  /// title for what other records wrote.
  private func bytes(of subject: Rule.Subject, behind limit: Int? = nil) -> Range<Int> {
    guard case .field(let place) = subject, let content = record.contents[place] else {
      return record.title.bytes
    }
    if let limit { return content.values[limit].bytes }
    return content.bytes
  }

  /// Subjects as authors know them: fields by label and key, relations of others by their heading.
  private func names(_ subjects: [Rule.Subject], joinedBy word: String) -> LocalisedText {
    var names = subjects.prefix(Self.nameLimit).map { subject -> LocalisedText in
      switch subject {
      case .field(let place):
        let field = collection.fields[place]
        return LocalisedText(
          "「\(field.label)」(\(field.key))", en: "'\(field.key)' (\(field.label))")
      case .incoming(let place):
        let relation = catalogue.schema.relations[place]
        let label = relation.inverseLabel.isEmpty ? relation.label : relation.inverseLabel
        return LocalisedText("「\(label)」(\(relation.key))", en: "'\(relation.key)' (\(label))")
      }
    }
    if subjects.count > Self.nameLimit { names.append(LocalisedText("…", en: "…")) }
    return LocalisedText(
      names.map(\.japanese).joined(separator: word),
      en: names.map(\.english).joined(separator: " \(word) "))
  }
}
