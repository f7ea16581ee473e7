import CatalogueModel
import Diagnostics
import MarkdownTree

/// No published record refers to a draft, by a field or in its text: the page would lead nowhere.
struct DraftsStayUnpublished: Check {
  func diagnostics(in catalogue: Catalogue) -> [Diagnostic] {
    if catalogue.records.allSatisfy({ !$0.isDraft }) { return [] }
    var diagnostics: [Diagnostic] = []
    var names: [Range<Int>: Range<Int>] = [:]
    var last: (record: RecordIndex, relation: RelationIndex)?
    for edge in catalogue.edges {
      guard let to = edge.to, leads(from: edge.from, to: to, catalogue) else { continue }
      let relation = catalogue.schema.relations[edge.relation]
      let record = catalogue.records[edge.from]
      // Edges of one field follow each other.
      if last?.record != edge.from || last?.relation != edge.relation {
        names = Self.names(in: record.values(ofField: relation.field))
        last = (edge.from, edge.relation)
      }
      diagnostics.append(
        fault(
          of: relation.label, in: record, at: names[edge.bytes] ?? edge.bytes,
          catalogue.records[to]))
    }
    let pages = Dictionary(
      catalogue.records.indices.filter { catalogue.records[$0].isDraft }
        .map { (catalogue.records[$0].id.pagePath, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, links) in catalogue.links.indexed {
      for (place, link) in links.enumerated() {
        let target: RecordIndex? =
          switch link {
          case .record(let to, _): to
          case .ownAddress(_, let path): pages[path]
          default: nil
          }
        guard let to = target, leads(from: index, to: to, catalogue) else { continue }
        let record = catalogue.records[index]
        let bytes = record.body.references[place].destinationRange
        diagnostics.append(fault(of: "本文のリンク", in: record, at: bytes, catalogue.records[to]))
      }
    }
    return diagnostics
  }

  /// Where the values of a field name the other record, by the places of the values.
  private static func names(in values: [Located<FieldValue>]) -> [Range<Int>: Range<Int>] {
    var names: [Range<Int>: Range<Int>] = [:]
    for value in values {
      guard case .reference(let reference) = value.value else { continue }
      names[value.bytes] = reference.name?.bytes
    }
    return names
  }

  /// Whether one record is published and the other is not.
  private func leads(
    from record: RecordIndex, to other: RecordIndex, _ catalogue: Catalogue
  ) -> Bool {
    catalogue.records[other].isDraft && !catalogue.records[record].isDraft
  }

  private func fault(
    of label: String, in record: Record, at bytes: Range<Int>, _ draft: Record
  ) -> Diagnostic {
    let key = draft.builtIn[.draft]?.key ?? draft.title.bytes
    return Diagnostic(
      .draftReference, at: SourceRange(path: record.path, bytes: bytes),
      LocalisedText(
        "「\(label)」の「\(draft.title.value)」は下書きなので、公開する項目からは指せません。"
          + "相手の下書きの欄を消して一緒に公開するか、公開までこちらの参照を外します。",
        en: "'\(label)' refers to '\(draft.title.value)', which is a draft; publish it too, "
          + "or leave the reference out until then"),
      notes: [
        Diagnostic.Note(
          LocalisedText("下書きであることはここに書かれています。", en: "it is said to be a draft here"),
          at: SourceRange(path: draft.path, bytes: key))
      ])
  }
}
