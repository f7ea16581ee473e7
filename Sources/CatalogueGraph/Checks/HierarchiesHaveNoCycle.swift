import CatalogueModel
import Diagnostics

/// What is above something is not also below it, and nothing comes before itself.
///
/// It holds for relations that may stay in one collection: those without words that name one record
/// (上位機関), and each pair of words that differ (上位/下位, 前身/後継).
struct HierarchiesHaveNoCycle: Check {
  func diagnostics(in catalogue: Catalogue) -> [Diagnostic] {
    catalogue.schema.relations.indices.flatMap { index -> [Diagnostic] in
      let relation = catalogue.schema.relations[index]
      guard relation.targets.contains(relation.collection) else { return [] }
      let field = catalogue.schema.collections[relation.collection].fields[relation.field]
      if relation.words.isEmpty {
        return field.isList ? [] : cycles(in: catalogue, relation: index, word: nil)
      }
      let upward = relation.words.enumerated().filter { place, word in
        word.word != word.inverse
          && place < (relation.words.firstIndex { $0.word == word.inverse } ?? place)
      }
      return upward.flatMap { cycles(in: catalogue, relation: index, word: $0.element) }
    }
  }

  private func cycles(
    in catalogue: Catalogue, relation: RelationIndex, word: Relation.Word?
  ) -> [Diagnostic] {
    let arcs = arcs(in: catalogue, relation: relation, word: word)
    var state = [RecordIndex: Bool]()  // false while a record is being walked, true once it is done
    var diagnostics: [Diagnostic] = []
    for start in arcs.keys.sorted() where state[start] == nil {
      var stack: [(record: RecordIndex, next: Int)] = [(start, 0)]
      state[start] = false
      while let top = stack.last {
        let outgoing = arcs[top.record] ?? []
        guard top.next < outgoing.count else {
          state[top.record] = true
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        let arc = outgoing[top.next]
        switch state[arc.to] {
        case nil:
          state[arc.to] = false
          stack.append((arc.to, 0))
        case false?:
          diagnostics.append(diagnostic(for: arc, in: catalogue, word: word))
        default: break
        }
      }
    }
    return diagnostics
  }

  private typealias Arc = (to: RecordIndex, edge: EdgeIndex)

  /// The arcs of one hierarchy, those written from the other side turned round.
  private func arcs(
    in catalogue: Catalogue, relation: RelationIndex, word: Relation.Word?
  ) -> [RecordIndex: [Arc]] {
    let wordField = catalogue.schema.relations[relation].wordField
    var arcs: [RecordIndex: [Arc]] = [:]
    for (index, edge) in catalogue.edges.indexed where edge.relation == relation {
      guard let to = edge.to else { continue }
      guard let word, let wordField else {
        arcs[edge.from, default: []].append((to, index))
        continue
      }
      guard case .text(let text)? = edge.attributes[wordField] else { continue }
      if text == word.word { arcs[edge.from, default: []].append((to, index)) }
      if text == word.inverse { arcs[to, default: []].append((edge.from, index)) }
    }
    return arcs
  }

  private func diagnostic(
    for arc: Arc, in catalogue: Catalogue, word: Relation.Word?
  ) -> Diagnostic {
    let edge = catalogue.edges[arc.edge]
    let record = catalogue.records[edge.from]
    let label = word?.word ?? catalogue.schema.relations[edge.relation].label
    return Diagnostic(
      .relationCycle, at: SourceRange(path: record.path, bytes: edge.bytes),
      LocalisedText(
        "「\(label)」をたどると元の項目に戻ります。",
        en: "following '\(label)' leads back to the same record"))
  }
}
