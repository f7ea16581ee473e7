package import CatalogueModel
package import Diagnostics
import JapaneseText
import Parallelism

/// Turns the names that records write into edges of one graph.
package struct Resolver: Sendable {
  private let schema: Schema
  private let records: IndexedArray<Record, Record>
  private let names: NameIndex

  /// Puts the records in the order of the pages and indexes their names.
  ///
  /// - Parameters:
  ///   - schema: the definition of the catalogue.
  ///   - records: the records in any order.
  ///   - assets: the files that texts may show, by their path below the content folder.
  ///   - sections: the ids of the sections that the page of a record may have besides its headings.
  ///   - workers: how many records are resolved at once.
  /// - Returns: the graph, without what could not be resolved, and every fault.
  package static func resolve(
    schema: Schema, records: [Record], assets: [String: AssetSize?], sections: Set<String>,
    workers: Int
  ) async -> (catalogue: Catalogue, diagnostics: [Diagnostic]) {
    let ordered = RecordOrder(schema: schema).sorted(records)
    let names = NameIndex(records: ordered)
    let resolver = Resolver(schema: schema, records: ordered, names: names)
    let links = LinkResolver(
      schema: schema, records: ordered, names: names, assets: assets,
      sections: sections)
    let parts = await Parallel.mapChunks(Array(ordered.indices), workers: workers) { indices in
      var part = Part()
      for index in indices {
        part.suggestions.beginRecord()
        part.edges += resolver.edges(of: index, &part)
        links.resolve(index, &part)
      }
      return part
    }
    let catalogue = Catalogue(
      schema: schema, records: ordered, edges: IndexedArray(parts.flatMap(\.edges)),
      mentions: IndexedArray(parts.flatMap(\.mentions)),
      links: IndexedArray(parts.flatMap(\.links)))
    let checks = Checks.all.flatMap { $0.diagnostics(in: catalogue) }
    return (catalogue, parts.flatMap(\.diagnostics) + checks)
  }

  /// What the records of one chunk come to.
  struct Part: Sendable {
    var edges: [Edge] = []
    var mentions: [Mention] = []
    var links: [[LinkTarget]] = []
    var diagnostics: [Diagnostic] = []
    var suggestions = Suggestions()
  }

  private func edges(of index: RecordIndex, _ part: inout Part) -> [Edge] {
    var edges: [Edge] = []
    let record = records[index]
    for field in schema.collections[record.collection].fields {
      guard let relation = field.relation else { continue }
      var own: [Edge] = []
      var places: [Int: [Int]] = [:]
      for value in record.values(ofField: schema.relations[relation].field) {
        guard case .reference(let reference) = value.value else { continue }
        let to = target(of: reference, relation, from: index, &part)
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
      edges += inOrder(own, schema.relations[relation])
    }
    return edges
  }

  private func repetition(of edge: Edge, _ label: String) -> Diagnostic {
    Diagnostic(
      .duplicateEntry, at: SourceRange(path: records[edge.from].path, bytes: edge.bytes),
      LocalisedText(
        "「\(label)」に同じ相手が2回書かれています。",
        en: "'\(label)' names the same record twice"))
  }

  /// The edges in the order of the pages, whoever wrote them how.
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
  private func rank(_ edge: Edge) -> RecordIndex { edge.to ?? records.endIndex }

  private func target(
    of reference: RecordReference, _ relation: RelationIndex, from: RecordIndex,
    _ part: inout Part
  ) -> RecordIndex? {
    guard let name = reference.name else { return nil }
    let relation = schema.relations[relation]
    let range = SourceRange(path: records[from].path, bytes: name.bytes)
    let answer = names.resolve(name.value, in: relation.targets)
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
      name: name.value, label: relation.label, range: range, collections: relation.targets)
    part.diagnostics.append(
      fault.diagnostic(
        answer, names: names, records: records, schema: schema, &part.suggestions))
    return nil
  }
}
