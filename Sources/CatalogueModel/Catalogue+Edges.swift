private import Diagnostics

// What records say of each other by one relation, asked in one place.
extension Catalogue {
  /// The edges of a relation that a record wrote, in its order.
  package func edges(of relation: RelationIndex, from record: RecordIndex) -> [Edge] {
    edges(at: outgoing[record]) { $0 == relation }
  }

  /// The edges of a relation that lead to a record, by the rank of their writers.
  package func edges(of relation: RelationIndex, to record: RecordIndex) -> [Edge] {
    edges(at: incoming[record]) { $0 == relation }
  }

  /// The records to which a record is tied by a relation, in its order; those that it leaves untold are
  /// not among them.
  package func targets(of relation: RelationIndex, from record: RecordIndex) -> [RecordIndex] {
    edges(of: relation, from: record).compactMap(\.to)
  }

  /// The edges by which a record tells its sources.
  package func citations(from record: RecordIndex) -> [Edge] {
    edges(at: outgoing[record]) { schema.relations[$0].isCitation }
  }

  /// The edges by which records cite one as their source.
  package func citations(of record: RecordIndex) -> [Edge] {
    edges(at: incoming[record]) { schema.relations[$0].isCitation }
  }

  private func edges(
    at indices: [EdgeIndex], where isWanted: (RelationIndex) -> Bool
  ) -> [Edge] {
    var found: [Edge] = []
    for index in indices where isWanted(edges[index].relation) { found.append(edges[index]) }
    return found
  }

  /// The values of a field of a record as a page shows them: of a relation the titles of its targets.
  package func texts(of field: FieldIndex, of record: RecordIndex) -> [String] {
    let definition = collection(of: record).fields[field]
    if let relation = definition.relation {
      return targets(of: relation, from: record).map { records[$0].title.value }
    }
    return records[record].values(ofField: field).map { definition.type.show($0.value).text }
  }
}
