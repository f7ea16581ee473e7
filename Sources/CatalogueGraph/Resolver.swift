import CatalogueModel
import Diagnostics
import TextFolding

/// Turns the names that records write into edges of one graph.
struct Resolver: Sendable {
  private let schema: Schema
  private let prepared: IndexedArray<Record, PreparedRecord>
  private let names: NameIndex
  private let links: LinkResolver

  /// Prepares to resolve records that are in the order of the pages.
  init(
    schema: Schema, prepared: IndexedArray<Record, PreparedRecord>, names: NameIndex,
    links: LinkResolver
  ) {
    self.schema = schema
    self.prepared = prepared
    self.names = names
    self.links = links
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
    var folded = prepared[index].references[...]
    for field in schema.collections[record.collection].fields {
      guard let relation = field.relation else { continue }
      var own: [Edge] = []
      var places: [Int: [Int]] = [:]
      for value in record.values(ofField: schema.relations[relation].field) {
        guard case .reference(let reference) = value.value, let name = folded.popFirst() else {
          continue
        }
        let to = name.flatMap { target(of: reference, $0, relation, from: index, &part, &known) }
        if to == nil && reference.name != nil { continue }
        let edge = Edge(
          from: index, to: to, relation: relation,
          attributes: reference.attributes.mapped { $0?.value }, bytes: value.bytes)
        let hash = edge.factHash
        if places[hash, default: []].contains(where: { own[$0].says(theSameAs: edge) }) {
          part.diagnostics.append(repetition(of: edge, field.label))
        } else {
          places[hash, default: []].append(own.count)
          own.append(edge)
        }
      }
      part.edges += inOrder(own, schema.relations[relation])
    }
  }

  private func repetition(of edge: Edge, _ label: String) -> Diagnostic {
    Diagnostic(
      .duplicateEntry, at: SourceRange(path: prepared[edge.from].record.path, bytes: edge.bytes),
      LocalisedText(
        "「\(label)」に同じ相手が2回書かれています。",
        en: "'\(label)' names the same record twice"))
  }

  /// The edges of one relation in the order of the pages, however the author ordered them.
  ///
  /// Citations, and the entries of an open relation (the prizes of an award), keep the author's order:
  /// it says which comes first.
  private func inOrder(_ edges: [Edge], _ relation: Relation) -> [Edge] {
    if relation.isCitation || relation.isOpen { return edges }
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
    let relation = schema.relations[relation]
    let range = SourceRange(path: prepared[from].record.path, bytes: name.bytes)
    let answer = names.resolve(folded, in: relation.targets)
    if case .found(let index) = answer {
      if index != from || relation.isCitation { return index }
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
      collections: relation.targets)
    part.diagnostics.append(fault.diagnostic(answer, names: names, schema: schema, &known))
    return nil
  }
}
