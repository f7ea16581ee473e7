package import CatalogueModel
package import Diagnostics
import Parallelism

/// A catalogue with its names resolved, and what each record came to.
///
/// What a record comes to depends on the record and on how all records are seen from it: their names,
/// headings and order, and the assets. Where these are the same as before, so is what came of it.
package struct Resolution: Sendable {
  /// The graph, without what could not be resolved.
  package let catalogue: Catalogue
  /// Every fault.
  package let diagnostics: [Diagnostic]

  let prepared: IndexedArray<Record, PreparedRecord>
  let parts: IndexedArray<Record, ResolvedRecord>
  /// Who has which name; nil before it is wanted to compare two resolutions.
  let holders: NameHolders?
  private let names: NameIndex
  private let assets: [String: AssetSize?]

  /// Puts the records in the order of the pages and resolves their names.
  ///
  /// - Parameters:
  ///   - records: the records in any order, prepared for this schema.
  ///   - unread: the records whose files could not be read so far that their names are known.
  ///   - schema: the definition of the catalogue.
  ///   - assets: the files that texts may show, by their path below the content folder.
  ///   - sections: the ids of the sections that the page of a record may have besides its headings.
  ///   - checks: the rules that the catalogue keeps.
  ///   - former: an earlier resolution for the same schema, of which is kept what is the same.
  ///   - workers: how many records are resolved at once.
  package init(
    _ records: [PreparedRecord], unread: UnreadRecords = .init(), schema: Schema,
    assets: [String: AssetSize?],
    sections: Set<String>, checks: [any Check] = Checks.all, reusing former: Resolution? = nil,
    workers: Int
  ) async {
    let prepared = RecordOrder(schema: schema).sorted(records, as: former?.prepared)
    let succession = former.flatMap {
      $0.assets == assets && $0.names.unread == unread ? Succession(of: $0, in: prepared) : nil
    }
    let former = succession?.isSteady == true ? former : nil
    let names = former?.names ?? NameIndex(prepared, unread: unread)
    let resolver = Resolver(
      schema: schema, prepared: prepared, names: names,
      links: LinkResolver(
        schema: schema, prepared: prepared, names: names, assets: assets, sections: sections))
    let parts = await Parallel.mapChunks(Array(prepared.indices), workers: workers) { indices in
      var known = Suggestions()
      return indices.map { index in
        succession?.part(of: index, by: resolver) ?? resolver.resolve(index, &known)
      }
    }.flatMap { $0 }
    self.prepared = prepared
    holders = succession?.holders
    self.names = names
    self.assets = assets
    self.parts = IndexedArray(parts)
    let records = IndexedArray<Record, Record>(
      zip(prepared, parts).map { prepared, part in part.labelled ?? prepared.record })
    let links = IndexedArray<Record, [LinkTarget]>(parts.map(\.links))
    if let former, former.says(theSameAs: parts) {
      catalogue = Catalogue(former.catalogue, records: records, links: links)
    } else {
      catalogue = Catalogue(
        schema: schema, records: records, edges: IndexedArray(parts.flatMap(\.edges)),
        mentions: IndexedArray(parts.flatMap(\.mentions)), links: links)
    }
    let catalogue = catalogue
    let found = await Parallel.map(checks, workers: workers) { $0.diagnostics(in: catalogue) }
    // What was not read may be the tie of a record that seems to stand alone.
    let isWhole = unread.isEmpty && records.allSatisfy(\.isWhole)
    let untied = Set(parts.flatMap { $0.diagnostics.map(\.range.path) })
    diagnostics =
      parts.flatMap(\.diagnostics)
      + found.joined().filter {
        $0.code != .orphanRecord || (isWhole && !untied.contains($0.range.path))
      }
  }

  /// Whether the records say of each other what they say in `parts`.
  private func says(theSameAs parts: [ResolvedRecord]) -> Bool {
    zip(self.parts, parts).allSatisfy { $0.edges == $1.edges && $0.mentions == $1.mentions }
  }
}
