package import CatalogueModel
package import Diagnostics
import TextFolding

/// Every place in which records write the id of one of them: in fields, in links between `[[` and `]]`, and in
/// links to its file or page.
///
/// Where a record is named by its title or an alias, nothing is written of its id.
package struct IDReferences {
  private let catalogue: Catalogue
  private let target: RecordIndex
  private let names: NameIndex
  private let prepared: IndexedArray<Record, PreparedRecord>
  private let everywhere: [CollectionIndex]
  private let own: OwnAddress?

  /// Prepares to look for the id of a record.
  package init(to target: RecordIndex, in catalogue: Catalogue) {
    self.catalogue = catalogue
    self.target = target
    prepared = catalogue.records.mapped { PreparedRecord($0, in: catalogue.schema) }
    names = NameIndex(prepared)
    everywhere = Array(catalogue.schema.collections.indices)
    own = OwnAddress(site: catalogue.schema.site)
  }

  /// The edits that write another id there, each once, as they stand before any file is moved.
  package func edits(writing id: RecordID) -> [TextEdit] {
    let (names, target, name) = (names, target, FoldedName(id.name))
    let text = IDText(id) { collections in
      switch names.resolve(name, in: collections) {
      case .unknown, .wrongCollection, .found(target), .former(target): true
      default: false
      }
    }
    var edits: Set<TextEdit> = []
    for (index, record) in prepared.indexed {
      for fix in fieldFixes(in: record.record, text) { edits.formUnion(fix.edits) }
      for link in record.links where !link.isImage {
        let range = SourceRange(path: record.record.path, bytes: link.bytes)
        if let fix = linkFix(link, at: range, text) {
          edits.formUnion(fix.edits)
        } else if index == target, id.collection != record.record.id.collection {
          edits.formUnion(movedLink(link, at: range, from: record.record.id.collection))
        }
      }
    }
    return edits.sorted {
      ($0.range.path, $0.range.bytes.lowerBound) < ($1.range.path, $1.range.bytes.lowerBound)
    }
  }

  private func fieldFixes(in record: Record, _ text: IDText) -> [Fix] {
    let collection = catalogue.schema.collections[record.collection]
    return collection.fields.compactMap(\.relation).flatMap { index -> [Fix] in
      let relation = catalogue.schema.relations[index]
      return record.values(ofField: relation.field).compactMap { value in
        guard case .reference(let reference) = value.value, let name = reference.name,
          isID(FoldedName(name.value), in: relation.targets)
        else { return nil }
        return text.fix(of: name, in: record.path, relation.targets)
      }
    }
  }

  /// Whether a name leads to the record by its id, and by no other of its names.
  private func isID(_ name: FoldedName, in collections: [CollectionIndex]) -> Bool {
    let record = prepared[target]
    return (name == record.names[0] || name == record.idName)
      && !record.record.foldedNames.contains(name)
      && names.resolve(name, in: collections) == .found(target)
  }

  private func linkFix(_ link: PreparedLink, at range: SourceRange, _ text: IDText) -> Fix? {
    switch link.destination {
    case .name(let name, let heading):
      let label = link.keptLabel(to: prepared[target].record)
      if isID(name, in: everywhere) {
        return text.fix(
          ofName: link.text, count: link.text.utf8.count, at: range, everywhere,
          label: label)
      }
      guard let record = heading?.name, names.resolve(name, in: everywhere).record == nil,
        isID(record, in: everywhere)
      else { return nil }
      let count = link.text.utf8.prefix { $0 != UInt8(ascii: "#") }.count
      return text.fix(
        ofName: link.text, count: count, at: range, everywhere, label: label)
    case .path(let path): return leads(path) ? text.fix(ofPath: link.text, at: range) : nil
    case .external:
      guard let own, let count = own.baseCount(of: link.text),
        own.path(of: link.text) == prepared[target].record.id.pagePath
      else { return nil }
      return text.fix(ofAddress: link.text, after: count, at: range)
    case .anchor: return nil
    }
  }

  /// Whether a path is that of the record's file or page.
  private func leads(_ path: LinkPath) -> Bool {
    if path.sourcePath == prepared[target].record.path { return true }
    guard let record = path.record, let collection = catalogue.schema.collection(record.collection)
    else { return false }
    return isID(record.name, in: [collection.index])
  }

  /// The edit of a link that begins in the folder of the record, which goes to another.
  private func movedLink(
    _ link: PreparedLink, at range: SourceRange, from collection: String
  ) -> [TextEdit] {
    guard case .path = link.destination, !link.text.hasPrefix("/"), !link.text.hasPrefix("..")
    else { return [] }
    let start = range.bytes.lowerBound
    return [
      TextEdit(
        SourceRange(path: range.path, bytes: start..<start), with: "../\(collection)/")
    ]
  }
}
