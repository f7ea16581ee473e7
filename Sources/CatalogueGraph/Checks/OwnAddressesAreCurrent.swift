import CatalogueModel
import Diagnostics
import MarkdownTree

/// No address of the site itself, written out in a text, is a former one of a record: as other links, it is told.
struct OwnAddressesAreCurrent: Check {
  func diagnostics(in catalogue: Catalogue) -> [Diagnostic] {
    guard let own = OwnAddress(site: catalogue.schema.site) else { return [] }
    let living = Set(catalogue.records.map(\.id.pagePath))
    var former: [String: Record] = [:]
    for record in catalogue.records {
      for id in record.allFormerIDs where !living.contains(id.pagePath) {
        if former[id.pagePath] == nil { former[id.pagePath] = record }
      }
    }
    if former.isEmpty { return [] }
    var diagnostics: [Diagnostic] = []
    for (index, links) in catalogue.links.indexed {
      for (place, link) in links.enumerated() {
        guard case .ownAddress(let address, let path) = link, let target = former[path],
          let count = own.baseCount(of: address)
        else { continue }
        let record = catalogue.records[index]
        let range = SourceRange(
          path: record.path, bytes: record.body.references[place].destinationRange)
        let text = IDText(target.id) { _ in false }
        diagnostics.append(
          Diagnostic(
            formerID: address, of: target, at: range,
            text.fix(ofAddress: address, after: count, at: range)))
      }
    }
    return diagnostics
  }
}
