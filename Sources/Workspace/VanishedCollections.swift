import CatalogueModel
import CatalogueSource
import Diagnostics

/// The collections of which published addresses are left and nothing else: each got another key, or is gone.
struct VanishedCollections {
  private let schema: Schema
  private let catalogue: Catalogue
  private let definition: SourceTree.File
  /// The addresses by the keys, in the order of the lock.
  private let lines: [String: [AddressLock.Line]]
  private let keys: [String]
  /// How many are told, and how many collections are offered for each.
  private static let (limit, count) = (50, 3)

  /// Looks for collections among the addresses that vanished.
  init(
    _ vanished: [AddressLock.Line], _ schema: Schema, _ catalogue: Catalogue,
    definition: SourceTree.File
  ) {
    self.schema = schema
    self.catalogue = catalogue
    self.definition = definition
    let known = Set(schema.collections.flatMap { [$0.key] + $0.formerKeys })
    var lines: [String: [AddressLock.Line]] = [:]
    var keys: [String] = []
    for line in vanished {
      guard let key = Self.key(of: line), !known.contains(key) else { continue }
      if lines[key] == nil { keys.append(key) }
      lines[key, default: []].append(line)
    }
    // One page alone is told as a page.
    let told = Array(keys.filter { (lines[$0]?.count ?? 0) > 1 }.prefix(Self.limit))
    self.keys = told
    self.lines = lines.filter { told.contains($0.key) }
  }

  /// The collection of a list or a record at an address; nil where no record can stand.
  private static func key(of line: AddressLock.Line) -> String? {
    let parts = line.address.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.last == "", (2...3).contains(parts.count), !parts[0].isEmpty else { return nil }
    return String(parts[0])
  }

  /// Whether an address is told with its collection.
  func has(_ line: AddressLock.Line) -> Bool {
    Self.key(of: line).map { lines[$0] != nil } ?? false
  }

  /// One fault for each collection, at the first of its addresses in the lock at `path`.
  func diagnostics(_ path: String) -> [Diagnostic] {
    keys.compactMap { key in
      guard let all = lines[key], let first = all.first else { return nil }
      return Diagnostic(
        .vanishedAddress, at: SourceRange(path: path, bytes: first.bytes),
        LocalisedText(
          "集まり「\(key)」の公開したアドレス \(all.count) 件がなくなります。名前を変えたのなら、catalogue.yml のいまの集まりに "
            + "former: [\(key)] と書くと、前のアドレスから送ります。なくしてよければ mokuroku lock --forget でこれらの行を消します。",
          en:
            "\(all.count) published addresses of the collection '\(key)' vanish; if it has another "
            + "key now, write 'former: [\(key)]' at the collection in catalogue.yml; if that is meant, "
            + "'mokuroku lock --forget' drops the lines"),
        fixes: fixes(for: key, all))
    }
  }

  /// The collections whose records have the names, most of them first.
  private func fixes(for key: String, _ lines: [AddressLock.Line]) -> [Fix] {
    let names = Set(lines.compactMap { RecordID(String($0.address.dropLast()))?.name })
    var counts: [String: Int] = [:]
    for record in catalogue.records where names.contains(record.id.name) {
      counts[record.id.collection, default: 0] += 1
    }
    let near = schema.collections.filter { counts[$0.key] != nil }
      .sorted { (counts[$0.key] ?? 0, $1.index) > (counts[$1.key] ?? 0, $0.index) }
    return near.prefix(Self.count).compactMap { collection in
      edit(of: collection, adding: key).map {
        Fix("\(collection.key) former: [\(key)]", edits: [$0])
      }
    }
  }

  /// The edit that gives a collection a former key; nil where the definition is written so that it cannot be.
  private func edit(of collection: Collection, adding key: String) -> TextEdit? {
    let bytes = definition.bytes
    guard collection.formerKeys.isEmpty,
      let place = SchemaReader.placeOfSettings(of: collection.key, in: bytes)
    else { return nil }
    let edit = TextEdit(
      SourceRange(path: definition.path, bytes: place..<place),
      with: "former: [\(key)]" + Self.lineEnd(of: bytes) + Self.indentation(of: place, in: bytes))
    // It must say that, and nothing else.
    guard let edited = TextEdit.applying([edit], to: bytes, at: definition.path),
      let after = SchemaReader.read(path: definition.path, bytes: edited).schema,
      after.collections.map(\.key) == schema.collections.map(\.key),
      after.collections[collection.index].formerKeys == [key]
    else { return nil }
    return edit
  }

  private static func lineEnd(of bytes: [UInt8]) -> String {
    guard let end = bytes.firstIndex(where: { $0 == 10 || $0 == 13 }) else { return "\n" }
    if bytes[end] == 10 { return "\n" }
    return end + 1 < bytes.count && bytes[end + 1] == 10 ? "\r\n" : "\r"
  }

  /// The blanks from the start of its line to a place.
  private static func indentation(of place: Int, in bytes: [UInt8]) -> String {
    let start = bytes[..<place].lastIndex { $0 == 10 || $0 == 13 }.map { $0 + 1 } ?? 0
    return String(repeating: " ", count: place - start)
  }
}
