import CatalogueExport
import CatalogueModel
import CatalogueViews
import Diagnostics

/// Tells which published addresses an edition does not have, and what each may have become.
struct VanishedAddresses {
  private let sources: SourceTree
  private let schema: Schema
  /// The catalogue with its drafts.
  private let catalogue: Catalogue
  private let lock: AddressLock
  private let map: SiteMap
  /// How many addresses are told one by one.
  private static let limit = 200

  init(
    _ sources: SourceTree, _ schema: Schema, _ catalogue: Catalogue, _ lock: AddressLock,
    in map: SiteMap
  ) {
    self.sources = sources
    self.schema = schema
    self.catalogue = catalogue
    self.lock = lock
    self.map = map
  }

  /// The faults of the lines of the lock; a record whose file could not be read has not vanished.
  func diagnostics() -> [Diagnostic] {
    var meant = MeantAddresses(map, lock, base: schema.site.baseURL)
    let unreadable = lock.diagnostics { meant.addresses(by: $0) }
    let vanished = lock.lines.filter { !map.hasAddress($0.address) }
    guard !vanished.isEmpty, let path = sources.addresses?.path else { return unreadable }
    let files = sources.bytesByPath
    let drafts = Set(catalogue.records.filter(\.isDraft).map(\.id.pagePath))
    let collections = VanishedCollections(
      vanished, schema, catalogue, definition: sources.definition)
    var heirs = Heirs(catalogue, known: Set(lock.lines.map(\.address)))
    var diagnostics = collections.diagnostics(path)
    var rest = 0
    for line in vanished where !collections.has(line) {
      let range = SourceRange(path: path, bytes: line.bytes)
      // A file that is there and gives no page has a fault of its own.
      if !drafts.contains(line.address), files["content/\(line.address.dropLast()).md"] != nil {
        continue
      }
      if diagnostics.count >= Self.limit {
        rest += 1
        continue
      }
      if drafts.contains(line.address) {
        diagnostics.append(Self.withdrawn(line, range))
        continue
      }
      let id = line.address.hasSuffix("/") ? RecordID(String(line.address.dropLast())) : nil
      var fixes = meant.slips(of: line.address).map { Self.fix(range, $0) }
      if fixes.isEmpty, let id { fixes = heirFixes(id, &heirs, files) }
      // In a collection that there never was, nothing can have been renamed.
      if fixes.isEmpty || id.map({ schema.collection($0.collection) == nil }) == true {
        fixes = meant.addresses(by: line.address).map { Self.fix(range, $0) } + fixes
      }
      diagnostics.append(Self.vanished(line, range, isRecord: id != nil, fixes))
    }
    if rest > 0, let last = vanished.last {
      diagnostics.append(Self.others(rest, SourceRange(path: path, bytes: last.bytes)))
    }
    return unreadable + diagnostics
  }

  /// The edits by which a record leads on from a vanished id: where it gives another former id that was meant as this
  /// one, that is written anew.
  private func heirFixes(
    _ id: RecordID, _ heirs: inout Heirs, _ files: [String: [UInt8]]
  ) -> [Fix] {
    let slips = heirs.slips(of: id).compactMap { record, slip -> Fix? in
      guard let bytes = files[record.path] else { return nil }
      return FormerIDs(of: record, bytes, schema).replacing(slip, with: id).map {
        Fix("\(record.id.text) former_ids: \(id.text)", edits: $0)
      }
    }
    if !slips.isEmpty { return slips }
    return heirs.nearest(to: id).compactMap { record -> Fix? in
      guard let bytes = files[record.path] else { return nil }
      return FormerIDs(of: record, bytes, schema).adding(id).map {
        Fix(record.id.text, edits: $0)
      }
    }
  }

  private static func fix(_ range: SourceRange, _ address: String) -> Fix {
    Fix("/" + address, edits: [TextEdit(range, with: "/" + address)])
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

/// The addresses of an edition that the lock does not have, and that a line of it may have been meant as.
private struct MeantAddresses {
  private let map: SiteMap
  private let base: String
  private let new: Set<String>
  private var near: PathSuggestions

  init(_ map: SiteMap, _ lock: AddressLock, base: String) {
    self.map = map
    self.base = base
    let known = Set(lock.lines.map(\.address))
    let new = Set(AddressLock.addresses(of: map).filter { !known.contains($0) })
    self.new = new
    near = PathSuggestions({ new })
  }

  /// The address that a text is but for the way in which it is written: without `/` before or behind it, with a capital
  /// letter, or with the site before it.
  func slips(of text: String) -> [String] {
    var path = text.lowercased()
    for start in [base.lowercased(), "https://", "http://"] where path.hasPrefix(start) {
      path = String(path.dropFirst(start.count))
      break
    }
    path = path.split(separator: "/").joined(separator: "/")
    if path.hasSuffix("/index.html") { path = String(path.dropLast("index.html".count)) }
    return [path + "/", path].filter { map.hasAddress($0) && $0 != text }.prefix(1).map { $0 }
  }

  /// The addresses that a text may have been meant as, nearest first.
  mutating func addresses(by text: String) -> [String] {
    let slips = slips(of: text)
    if !slips.isEmpty { return slips }
    let address = text.hasPrefix("/") ? String(text.dropFirst()) : text
    return near.paths(nearestTo: address).map { String($0.dropFirst()) }.filter {
      Self.isSlip(address, of: $0)
    }
  }

  /// Whether two addresses differ at one place, by a sign or two: of two pages the names are alike further than of two
  /// words.
  private static func isSlip(_ text: String, of address: String) -> Bool {
    guard text.count(where: { $0 == "/" }) == address.count(where: { $0 == "/" }) else {
      return false
    }
    let (one, other) = (Array(text), Array(address))
    let most = min(one.count, other.count)
    let start = zip(one, other).prefix { $0 == $1 }.count
    let tail = zip(one.reversed(), other.reversed()).prefix { $0 == $1 }.count
    return max(one.count, other.count) - min(start + tail, most) <= 2
  }
}

/// The records that a vanished one may have become: those whose addresses are new.
private struct Heirs {
  private let catalogue: Catalogue
  /// The new records by their names, and by their collections.
  private let named: [String: [RecordIndex]]
  private let gathered: [String: [RecordIndex]]
  private var candidates: [String: Candidates] = [:]
  /// The former ids that lead on from no published address.
  private let idle: [(record: Record, id: RecordID)]
  private let idleNames: Candidates
  /// How many are offered.
  private static let count = 3

  init(_ catalogue: Catalogue, known: Set<String>) {
    self.catalogue = catalogue
    let new = catalogue.records.indices.filter {
      !catalogue.records[$0].isDraft && !known.contains(catalogue.records[$0].id.pagePath)
    }
    named = Dictionary(grouping: new) { catalogue.records[$0].id.name }
    gathered = Dictionary(grouping: new) { catalogue.records[$0].id.collection }
    let idle = catalogue.records.filter { !$0.isDraft }.flatMap { record in
      record.formerIDs.compactMap { record.formerID($0.value) }
        .filter { !known.contains($0.pagePath) }.map { (record: record, id: $0) }
    }
    self.idle = idle
    idleNames = Candidates(idle.map(\.id.text))
  }

  /// The former ids that may have been meant as an id, with their records.
  func slips(of id: RecordID) -> [(Record, RecordID)] {
    idleNames.nearest(to: id.text).map { (idle[$0].record, idle[$0].id) }
  }

  /// Up to three records, the likeliest first: the one of the same name in another collection, those of the nearest
  /// names in the same, or the new ones there.
  mutating func nearest(to id: RecordID) -> [Record] {
    if let same = named[id.name], same.count == 1 { return same.map { catalogue.records[$0] } }
    let home =
      catalogue.schema.collections.first { $0.formerKeys.contains(id.collection) }?.key
      ?? id.collection
    guard let own = gathered[home] else { return [] }
    let names = candidates[home] ?? Candidates(own.map { catalogue.records[$0].id.name })
    candidates[home] = names
    let near = names.nearest(to: id.name).map { own[$0] }
    return (near.isEmpty ? Array(own.prefix(Self.count)) : near).map { catalogue.records[$0] }
  }
}
