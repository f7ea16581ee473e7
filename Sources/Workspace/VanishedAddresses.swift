import CatalogueModel
import CatalogueViews
import Diagnostics

/// Tells which published addresses an edition does not have, and what each may have become.
struct VanishedAddresses {
  private let sources: SourceTree
  private let schema: Schema
  /// The catalogue with its drafts.
  private let catalogue: Catalogue
  /// How many addresses are told one by one.
  private static let limit = 200

  init(_ sources: SourceTree, _ schema: Schema, _ catalogue: Catalogue) {
    self.sources = sources
    self.schema = schema
    self.catalogue = catalogue
  }

  /// The faults of the lines of the lock; a record whose file could not be read has not vanished.
  func diagnostics(_ lock: AddressLock, in map: SiteMap) -> [Diagnostic] {
    let vanished = lock.lines.filter { !map.hasAddress($0.address) }
    guard !vanished.isEmpty, let path = sources.addresses?.path else { return lock.diagnostics }
    let files = sources.bytesByPath
    let drafts = Set(catalogue.records.filter(\.isDraft).map(\.id.pagePath))
    var heirs = Heirs(catalogue, known: Set(lock.lines.map(\.address)))
    var diagnostics = lock.diagnostics
    var rest = 0
    for line in vanished {
      let range = SourceRange(path: path, bytes: line.bytes)
      // A file that is there and gives no page has a fault of its own.
      if !drafts.contains(line.address), files["content/\(line.address.dropLast()).md"] != nil {
        continue
      }
      if diagnostics.count - lock.diagnostics.count >= Self.limit {
        rest += 1
        continue
      }
      if drafts.contains(line.address) {
        diagnostics.append(Self.withdrawn(line, range))
        continue
      }
      let id = line.address.hasSuffix("/") ? RecordID(String(line.address.dropLast())) : nil
      let fixes = (id.map { heirs.nearest(to: $0) } ?? []).compactMap { record -> Fix? in
        guard let id, let bytes = files[record.path] else { return nil }
        return FormerIDs(of: record, bytes, schema).adding(id).map {
          Fix(record.id.text, edits: $0)
        }
      }
      diagnostics.append(Self.vanished(line, range, isRecord: id != nil, fixes))
    }
    if rest > 0, let last = vanished.last {
      diagnostics.append(Self.others(rest, SourceRange(path: path, bytes: last.bytes)))
    }
    return diagnostics
  }

  private static func others(_ count: Int, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .vanishedAddress, at: range,
      LocalisedText(
        "このほかに、公開したアドレス \(count) 件がなくなります。",
        en: "\(count) more published addresses vanish"))
  }

  private static func withdrawn(_ line: AddressLock.Line, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .vanishedAddress, at: range,
      LocalisedText(
        "公開したアドレス「/\(line.address)」の項目が下書きになったので、アドレスがなくなります。"
          + "なくしてよければ mokuroku lock --forget でこの行を消します。",
        en: "the record at the published address '/\(line.address)' is a draft now, so that the "
          + "address vanishes; if that is meant, 'mokuroku lock --forget' drops the line"))
  }

  private static func vanished(
    _ line: AddressLock.Line, _ range: SourceRange, isRecord: Bool, _ fixes: [Fix]
  ) -> Diagnostic {
    Diagnostic(
      .vanishedAddress, at: range,
      LocalisedText(
        "公開したアドレス「/\(line.address)」がなくなります。"
          + (isRecord ? "名前を変えたのなら、いまの項目の former_ids に前のidを書きます。" : "")
          + "なくしてよければ mokuroku lock --forget でこの行を消します。",
        en: "the published address '/\(line.address)' vanishes; "
          + (isRecord ? "if a record was renamed, write the old id as its former_ids; " : "")
          + "if that is meant, 'mokuroku lock --forget' drops the line"),
      fixes: fixes)
  }
}

/// The records that a vanished one may have become: those whose addresses are new.
private struct Heirs {
  private let catalogue: Catalogue
  /// The new records by their names, and by their collections.
  private let named: [String: [RecordIndex]]
  private let gathered: [String: [RecordIndex]]
  private var candidates: [String: Candidates] = [:]
  /// How many are offered.
  private static let count = 3

  init(_ catalogue: Catalogue, known: Set<String>) {
    self.catalogue = catalogue
    let new = catalogue.records.indices.filter {
      !catalogue.records[$0].isDraft && !known.contains(catalogue.records[$0].id.pagePath)
    }
    named = Dictionary(grouping: new) { catalogue.records[$0].id.name }
    gathered = Dictionary(grouping: new) { catalogue.records[$0].id.collection }
  }

  /// Up to three records, the likeliest first: the one of the same name in another collection, those of the nearest
  /// names in the same, or the new ones there.
  mutating func nearest(to id: RecordID) -> [Record] {
    if let same = named[id.name], same.count == 1 { return same.map { catalogue.records[$0] } }
    guard let own = gathered[id.collection] else { return [] }
    let names =
      candidates[id.collection] ?? Candidates(own.map { catalogue.records[$0].id.name })
    candidates[id.collection] = names
    let near = names.nearest(to: id.name).map { own[$0] }
    return (near.isEmpty ? Array(own.prefix(Self.count)) : near).map { catalogue.records[$0] }
  }
}
