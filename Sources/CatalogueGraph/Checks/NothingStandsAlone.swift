import CatalogueModel
import Diagnostics

/// Every record is tied to another by a relation or a mention; citations do not count.
struct NothingStandsAlone: Check {
  func diagnostics(in catalogue: Catalogue) -> [Diagnostic] {
    var tied = catalogue.records.mapped { _ in false }
    for edge in catalogue.edges {
      guard let to = edge.to else { continue }
      if !catalogue.schema.relations[edge.relation].isCitation { tied[edge.from] = true }
      // A document that is cited has its place in the catalogue by that alone.
      tied[to] = true
    }
    for mention in catalogue.mentions {
      tied[mention.from] = true
      tied[mention.to] = true
    }
    return catalogue.records.indices.compactMap { index in
      let record = catalogue.records[index]
      if tied[index] || catalogue.collection(of: index).isHidden { return nil }
      return Diagnostic(
        .orphanRecord, at: SourceRange(path: record.path, bytes: record.title.bytes),
        LocalisedText(
          "「\(record.title.value)」はどの項目ともつながっていません。",
          en: "'\(record.title.value)' is not connected to any other record"))
    }
  }
}
