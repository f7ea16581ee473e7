import CatalogueModel
import Diagnostics
import TextFolding
import YAMLTree

/// Turns the names that records write into edges of one graph.
///
/// A class, since each record would copy so large a struct.
final class Resolver: Sendable {
  /// A relation that records of a collection write, and the field in which they do.
  private struct Written: Sendable {
    let relation: RelationIndex
    let field: FieldIndex
    /// Whether the order of the author counts.
    let keepsOrder: Bool
  }

  private let schema: Schema
  private let prepared: IndexedArray<Record, PreparedRecord>
  private let names: NameIndex
  private let links: LinkResolver
  private let written: IndexedArray<Collection, [Written]>

  /// Prepares to resolve records that are in the order of the pages.
  init(
    schema: Schema, prepared: IndexedArray<Record, PreparedRecord>, names: NameIndex,
    links: LinkResolver
  ) {
    self.schema = schema
    self.prepared = prepared
    self.names = names
    self.links = links
    written = schema.collections.mapped { collection in
      collection.fields.compactMap { field in
        field.relation.map { index in
          let relation = schema.relations[index]
          return Written(
            relation: index, field: relation.field,
            keepsOrder: relation.isCitation || relation.isOpen)
        }
      }
    }
  }

  /// What a record comes to.
  func resolve(_ index: RecordIndex, _ known: inout Suggestions) -> ResolvedRecord {
    known.beginRecord()
    var part = ResolvedRecord()
    addEdges(of: index, to: &part, &known)
    links.resolve(index, &part, &known)
    return part
  }

  private func addEdges(
    of index: RecordIndex, to part: inout ResolvedRecord, _ known: inout Suggestions
  ) {
    let record = prepared[index].record
    let folded = prepared[index].references
    var next = 0
    for written in written[record.collection] {
      var own: [Edge] = []
      var seen = SeenFacts()
      for value in record.values(ofField: written.field) {
        guard case .reference(let reference) = value.value, next < folded.count else { continue }
        let to = folded[next].flatMap {
          target(of: reference, $0, written.relation, from: index, &part, &known)
        }
        next += 1
        if to == nil && reference.name != nil { continue }
        let edge = Edge(
          from: index, to: to, relation: written.relation,
          attributes: reference.attributes.mapped { $0?.value }, bytes: value.bytes)
        if seen.insert(edge, among: own) {
          own.append(edge)
        } else {
          part.diagnostics.append(repetition(of: edge))
        }
      }
      part.edges += written.keepsOrder ? own : inOrder(own)
    }
  }

  /// What a record came to before, with other positions of the records.
  func moved(
    _ part: ResolvedRecord, to index: RecordIndex, _ now: (RecordIndex) -> RecordIndex
  ) -> ResolvedRecord {
    var moved = part
    moved.edges = part.edges.map { edge in
      Edge(
        from: index, to: edge.to.map(now), relation: edge.relation, attributes: edge.attributes,
        bytes: edge.bytes)
    }
    sortRelations(of: &moved.edges)
    moved.mentions = part.mentions.map {
      Mention(from: index, to: now($0.to), sentence: $0.sentence)
    }
    moved.links = part.links.map { link in
      guard case .record(let other, let anchor) = link else { return link }
      return .record(now(other), anchor: anchor)
    }
    return moved
  }

  /// Puts the edges of each relation in the order of the pages, where the author's does not count.
  private func sortRelations(of edges: inout [Edge]) {
    var start = 0
    while start < edges.count {
      let relation = edges[start].relation
      let end = edges[start...].firstIndex { $0.relation != relation } ?? edges.count
      let definition = schema.relations[relation]
      if !definition.isCitation && !definition.isOpen {
        edges.replaceSubrange(start..<end, with: inOrder(Array(edges[start..<end])))
      }
      start = end
    }
  }

  /// The facts that the edges of one relation tell, to find the second edge that tells one.
  private struct SeenFacts {
    private var places: [Int: [Int]] = [:]

    /// Whether an edge tells a fact that none of `edges` tells; it will be the next of them.
    mutating func insert(_ edge: Edge, among edges: [Edge]) -> Bool {
      // Most records name few others, and need no table for them.
      if edges.count < 8 { return !edges.contains { $0.says(theSameAs: edge) } }
      if places.isEmpty {
        for (place, other) in edges.enumerated() {
          places[other.factHash, default: []].append(place)
        }
      }
      let hash = edge.factHash
      if places[hash, default: []].contains(where: { edges[$0].says(theSameAs: edge) }) {
        return false
      }
      places[hash, default: []].append(edges.count)
      return true
    }
  }

  private func repetition(of edge: Edge) -> Diagnostic {
    let relation = schema.relations[edge.relation]
    let label = schema.collections[relation.collection].fields[relation.field].label
    return Diagnostic(
      .duplicateEntry, at: SourceRange(path: prepared[edge.from].record.path, bytes: edge.bytes),
      LocalisedText(
        "「\(label)」に同じ相手が2回書かれています。",
        en: "'\(label)' names the same record twice"))
  }

  /// The edges of one relation in the order of the pages, however the author ordered them.
  ///
  /// Citations, and the entries of an open relation (the prizes of an award), keep the author's order:
  /// it says which comes first.
  private func inOrder(_ edges: [Edge]) -> [Edge] {
    if zip(edges, edges.dropFirst()).allSatisfy({ rank($0) <= rank($1) }) { return edges }
    return edges.enumerated().sorted { left, right in
      (rank(left.element), left.offset) < (rank(right.element), right.offset)
    }.map(\.element)
  }

  /// An edge whose other side is not told comes last.
  private func rank(_ edge: Edge) -> RecordIndex { edge.to ?? prepared.endIndex }

  private func target(
    of reference: RecordReference, _ folded: FoldedName, _ relation: RelationIndex,
    from: RecordIndex, _ part: inout ResolvedRecord, _ known: inout Suggestions
  ) -> RecordIndex? {
    guard let name = reference.name else { return nil }
    let answer = names.resolve(folded, in: schema.relations[relation].targets)
    if let first = names.first(of: answer, called: folded) { return first == from ? nil : first }
    if case .found(let index) = answer, index != from || schema.relations[relation].isCitation {
      return index
    }
    let relation = schema.relations[relation]
    if case .unknown = answer, let fault = joinedNames(name, relation, from: from) {
      part.diagnostics.append(fault)
      return nil
    }
    if case .unknown = answer,
      names.mayBeUnread(
        name.value, folded, in: relation.targets.map { schema.collections[$0] }, &known)
    {
      return nil
    }
    let range = SourceRange(path: prepared[from].record.path, bytes: name.bytes)
    if case .former(let index) = answer, index != from || relation.isCitation {
      let text = names.idText(of: index)
      part.diagnostics.append(
        Diagnostic(
          formerID: name.value, of: prepared[index].record, at: range,
          text.fix(of: name, in: range.path, relation.targets)))
      return index
    }
    if [.found(from), .former(from)].contains(answer) {
      part.diagnostics.append(
        Diagnostic(
          .selfReference, at: range,
          LocalisedText(
            "「\(relation.label)」が自分自身を指しています。",
            en: "'\(relation.label)' refers to the record itself")))
      return nil
    }
    let fault = ReferenceFault(
      name: name.value, label: relation.label, range: range, form: .scalar(name.style),
      collections: relation.targets, group: group(of: name, relation, from: from))
    part.diagnostics.append(fault.diagnostic(answer, names: names, schema: schema, &known))
    return nil
  }

  /// What is written for `筑波大学（協力）`: the group of a record that is known; empty where a group of its own has the
  /// name, or none can say it, and nil where no record is known.
  private func group(of name: Located<String>, _ relation: Relation, from: RecordIndex) -> String? {
    guard let (other, remark) = ReferenceType.remarked(name.value),
      case .found = names.resolve(other, in: relation.targets)
    else { return nil }
    let record = prepared[from].record
    let isBare =
      record.contents[relation.field]?.values.contains { $0.bytes == name.bytes } ?? false
    let type = schema.collections[relation.collection].fields[relation.field].type.connexion
    return isBare ? type?.group(name: other, remark: remark) ?? "" : ""
  }

  /// The fault of several names with `、` between them in the place of one; nil where they are no such.
  ///
  /// Only here it is known what is a name: there are titles with `、` in them.
  private func joinedNames(
    _ name: Located<String>, _ relation: Relation, from: RecordIndex
  ) -> Diagnostic? {
    let quotes = name.style == .plain ? 0 : 1
    guard name.value.utf8.count + 2 * quotes == name.bytes.count else { return nil }
    let signs: Set<Unicode.Scalar> = ["、", "，", "､", ",", ";", "；", "・", "/", "／", " ", "　", "と"]
    let parts = name.value.unicodeScalars.split(whereSeparator: signs.contains)
    guard parts.count > 1, parts.count < 50,
      parts.allSatisfy({ part in
        if case .found = names.resolve(String(part), in: relation.targets) { true } else { false }
      })
    else { return nil }
    let record = prepared[from].record
    let dash = record.contents[relation.field]?.dashColumn
    let isFix = dash != nil || isBetweenBrackets(name, relation.field, of: record)
    let separator = YAMLScalar.separator(dashColumn: dash)
    let quote = quotes == 0 ? "" : name.style == .singleQuoted ? "'" : "\""
    var at = name.bytes.lowerBound + quotes
    var edits: [TextEdit] = []
    var isSign = false
    for scalar in name.value.unicodeScalars {
      let end = at + UTF8.width(scalar)
      if signs.contains(scalar) {
        let range = SourceRange(path: record.path, bytes: at..<end)
        edits.append(TextEdit(range, with: isSign ? "" : quote + separator + quote))
      }
      isSign = signs.contains(scalar)
      at = end
    }
    guard let first = edits.first else { return nil }
    let list = parts.map { String($0) }.joined(separator: ", ")
    return Diagnostic(
      .yamlWrongSign, at: first.range,
      LocalisedText(
        "「\(relation.label)」に名前が\(parts.count)つ、1つの値としてつながっています。1つずつに分けて、一覧で書きます。",
        en: "'\(relation.label)' has \(parts.count) names in the place of one; write them as a list"
      ),
      fixes: isFix ? [Fix(list, edits: edits)] : [])
  }

  /// Whether a name is an entry of a list in brackets: that ends behind its last entry.
  private func isBetweenBrackets(
    _ name: Located<String>, _ field: FieldIndex, of record: Record
  ) -> Bool {
    guard let content = record.contents[field],
      content.values.contains(where: { $0.bytes == name.bytes })
    else { return false }
    return content.bytes.upperBound > (content.values.map(\.bytes.upperBound).max() ?? 0)
  }
}
