package import CatalogueModel
package import Diagnostics
import JapaneseText
import Parallelism

/// Turns the names that records write into edges of one graph.
package struct Resolver: Sendable {
  private let schema: Schema
  private let records: [Record]
  private let names: NameIndex

  /// Puts the records in the order of the pages and indexes their names.
  ///
  /// - Parameters:
  ///   - schema: the definition of the catalogue.
  ///   - records: the records in any order.
  ///   - assets: the files that texts may show, by their path below the content folder.
  ///   - workers: how many records are resolved at once.
  /// - Returns: the graph, without what could not be resolved, and every fault.
  package static func resolve(
    schema: Schema, records: [Record], assets: [String: AssetSize?], workers: Int
  ) async -> (catalogue: Catalogue, diagnostics: [Diagnostic]) {
    let ordered = RecordOrder(schema: schema).sorted(records)
    let names = NameIndex(records: ordered, schema: schema)
    let resolver = Resolver(schema: schema, records: ordered, names: names)
    let links = LinkResolver(schema: schema, records: ordered, names: names, assets: assets)
    let parts = await Parallel.mapChunks(Array(ordered.indices), workers: workers) { indices in
      var part = Part()
      for index in indices {
        part.edges += resolver.edges(of: index, &part.diagnostics)
        links.resolve(index, &part)
      }
      return part
    }
    let catalogue = Catalogue(
      schema: schema, records: ordered, edges: parts.flatMap(\.edges),
      mentions: parts.flatMap(\.mentions), links: parts.flatMap(\.links))
    let checks = Checks.all.flatMap { $0.diagnostics(in: catalogue) }
    return (catalogue, parts.flatMap(\.diagnostics) + checks)
  }

  /// What the records of one chunk come to.
  struct Part: Sendable {
    var edges: [Edge] = []
    var mentions: [Mention] = []
    var links: [[LinkTarget]] = []
    var diagnostics: [Diagnostic] = []
  }

  private func edges(of index: Int, _ diagnostics: inout [Diagnostic]) -> [Edge] {
    var edges: [Edge] = []
    let record = records[index]
    for field in schema.collections[record.collection].fields {
      guard let relation = field.relation else { continue }
      var own: [Edge] = []
      for value in record.values(ofField: schema.relations[relation].field) {
        guard case .reference(let reference) = value.value else { continue }
        let to = target(of: reference, relation, from: index, &diagnostics)
        if to == nil && reference.name != nil { continue }
        let edge = Edge(
          from: index, to: to, relation: relation,
          attributes: reference.attributes.map { $0?.value }, bytes: value.bytes)
        if own.contains(where: { $0.says(theSameAs: edge) }) {
          diagnostics.append(repetition(of: edge, field.label))
        } else {
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
      (left.element.to ?? .max, left.offset) < (right.element.to ?? .max, right.offset)
    }.map(\.element)
  }

  private func target(
    of reference: RecordReference, _ relation: Int, from: Int, _ diagnostics: inout [Diagnostic]
  ) -> Int? {
    guard let name = reference.name else { return nil }
    let relation = schema.relations[relation]
    let range = SourceRange(path: records[from].path, bytes: name.bytes)
    let answer = names.resolve(name.value, in: relation.targets)
    if case .found(let index) = answer {
      if index != from || relation.isCitation { return index }
      diagnostics.append(
        Diagnostic(
          .selfReference, at: range,
          LocalisedText(
            "「\(relation.label)」が自分自身を指しています。",
            en: "'\(relation.label)' refers to the record itself")))
      return nil
    }
    let fault = ReferenceFault(
      name: name.value, label: relation.label, range: range, collections: relation.targets)
    diagnostics.append(fault.diagnostic(answer, names: names, records: records, schema: schema))
    return nil
  }
}

/// Words the faults of a name that does not lead to one record.
struct ReferenceFault {
  let name: String
  let label: String
  let range: SourceRange
  /// The collections in which the name was looked for.
  let collections: [Int]

  func diagnostic(
    _ answer: NameIndex.Answer, names: NameIndex, records: [Record], schema: Schema
  ) -> Diagnostic {
    let wanted = collections.map { schema.collections[$0].label }.joined(separator: "か")
    let wantedKeys = collections.map { schema.collections[$0].key }.joined(separator: " or ")
    switch answer {
    case .ambiguous(let found):
      return Diagnostic(
        .ambiguousReference, at: range,
        LocalisedText(
          "「\(label)」の「\(name)」は\(found.count)つの項目の名前です。正式名かidで書きます。",
          en: "'\(name)' of '\(label)' is the name of \(found.count) records"),
        suggestions: found.prefix(3).map { key($0, records, schema) },
        notes: found.map { note($0, records) })
    case .wrongCollection(let found):
      return Diagnostic(
        .wrongKindReference, at: range,
        LocalisedText(
          "「\(label)」に書けるのは\(wanted)です。「\(name)」は"
            + found.map { schema.collections[records[$0].collection].label }.joined(separator: "と")
            + "です。",
          en: "'\(label)' takes \(wantedKeys), but '\(name)' is in "
            + found.map { schema.collections[records[$0].collection].key }.joined(separator: ", ")),
        suggestions: names.suggestions(for: name, in: collections),
        notes: found.map { note($0, records) })
    default:
      return Diagnostic(
        .unknownReference, at: range,
        LocalisedText(
          "「\(label)」の「\(name)」という\(wanted)は登録されていません。",
          en: "no record of \(wantedKeys) is called '\(name)', which '\(label)' refers to"),
        suggestions: names.suggestions(for: name, in: collections))
    }
  }

  private func key(_ index: Int, _ records: [Record], _ schema: Schema) -> String {
    schema.collections[records[index].collection].key + "/" + records[index].id
  }

  private func note(_ index: Int, _ records: [Record]) -> Diagnostic.Note {
    Diagnostic.Note(
      LocalisedText(
        "「\(records[index].title.value)」はここにあります。", en: "'\(records[index].title.value)' is here"),
      at: SourceRange(path: records[index].path, bytes: records[index].title.bytes))
  }
}
