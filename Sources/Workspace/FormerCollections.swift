import CatalogueModel
import CatalogueViews
import Diagnostics

/// Tells former ids in collections that there are not: no page can have stood there.
///
/// A collection may have had another key (`former` in the definition), or may be gone: then the lock has addresses of it.
struct FormerCollections {
  private let sources: SourceTree
  private let schema: Schema
  private let known: Set<String>
  private let map: SiteMap

  init(_ sources: SourceTree, _ schema: Schema, _ lock: AddressLock?, in map: SiteMap) {
    self.sources = sources
    self.map = map
    self.schema = schema
    let published = (lock?.lines ?? []).compactMap {
      RecordID(String($0.address.dropLast()))?.collection
    }
    known = Set(schema.collections.flatMap { [$0.key] + $0.formerKeys } + published)
  }

  /// The faults of the records.
  func diagnostics(in catalogue: Catalogue) -> [Diagnostic] {
    catalogue.records.flatMap { record in
      record.formerIDs.compactMap { value in
        guard let id = record.formerID(value.value), !known.contains(id.collection) else {
          return nil
        }
        // One that is another page of the site is told as that.
        if let page = map[PagePath.file(of: id.pagePath)], page.kind != .redirect { return nil }
        return fault(of: value, id, in: record)
      }
    }
  }

  private func fault(of value: Located<String>, _ id: RecordID, in record: Record) -> Diagnostic {
    let keys = schema.collections.map(\.key)
    let near = Nearest.words(to: id.collection, among: keys)
    let bytes = sources.content.first { $0.path == record.path }?.bytes ?? []
    let field = FormerIDs(of: record, bytes, schema)
    let taken = Set(record.formerIDs.compactMap { record.formerID($0.value) } + [record.id])
    let fixes = near.map { RecordID(collection: $0, name: id.name) }.filter { !taken.contains($0) }
      .compactMap { other in
        field.replacing(id, with: other).map { Fix(other.text, edits: $0) }
      }
    let listed = keys.prefix(10).joined(separator: "、")
    return Diagnostic(
      .invalidID, at: SourceRange(path: record.path, bytes: value.bytes),
      LocalisedText(
        "以前のid「\(value.value)」の「\(id.collection)」という集まりはありません。いまあるのは\(listed)です。"
          + "いまの集まりの以前の名前なら、catalogue.yml のその集まりに former: [\(id.collection)] と書きます。",
        en:
          "there is no collection '\(id.collection)' of the former id '\(value.value)'; if one had that "
          + "key, write 'former: [\(id.collection)]' at it in catalogue.yml"),
      fixes: fixes)
  }
}
