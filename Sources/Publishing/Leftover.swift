import Files
import SystemPackage

/// What a build that was killed left where it worked, and how it is put right.
///
/// It is known by its name and by the file of the lock, which a killed process leaves too: a half-removed
/// edition has nothing else by which to know it.
struct Leftover: Sendable {
  let place: OutputPlace
  /// Names that are kept, as far as the caller knows; what manifests say of it is added.
  let keep: [String]
  let root: FilePath
  /// Whether it is certain that a build was killed here.
  let isCertain: Bool
  let files: FileStore

  private var workplace: OpenFolder { place.workplace }

  /// Brings the standing edition back where it was away, and removes what is left.
  ///
  /// Each step may be interrupted and repeated.
  func putRight() throws {
    if place.way == .inPlace { return try putRightInPlace() }
    var names: [String] = []
    for name in [place.oldName, place.nextName]
    where try files.status(of: name, in: workplace) != nil {
      try refuseForeign(name)
      names.append(name)
    }
    if names.isEmpty { return }
    if try files.status(of: place.name, in: workplace) == nil, names.contains(place.oldName) {
      // It was killed between the two renames.
      try bringKeptBack(from: place.nextName, to: place.oldName)
      try files.move(place.oldName, in: workplace, to: place.name, in: workplace)
    }
    for name in names {
      try bringKeptBack(from: name, to: place.name)
      _ = try files.clear(name, in: workplace)
    }
  }

  private func refuseForeign(_ name: String) throws {
    let path = workplace.shown(name)
    if root.starts(with: FilePath(path)) { throw OutputRefusal.overlapsSources(path) }
    let isOurs = try isCertain || looksLikeAnEdition(name)
    if !isOurs { throw OutputRefusal.foreignLeftover(path) }
  }

  /// Whether all that stands in a folder has names that the site has.
  private func looksLikeAnEdition(_ name: String) throws(FileTrouble) -> Bool {
    guard try files.status(of: name, in: workplace)?.kind == .folder else { return false }
    let names = Set(try files.list(name, in: workplace).map(\.name))
    if names.isEmpty || names.contains(Self.formerMark) { return true }
    if try manifest(of: name) != nil { return true }
    guard let standing = try manifest(of: place.name) else { return false }
    let known = standing.entries.map { String($0.path.prefix { $0 != "/" }) }
    return names.isSubset(of: known + [Manifest.name, Manifest.formerName])
  }

  /// A file by which versions before 0.2 knew an edition that was being written.
  private static let formerMark = ".mokuroku-staging"

  private func manifest(of name: String) throws(FileTrouble) -> Manifest? {
    try files.read(name + "/" + Manifest.name, in: workplace).flatMap { ManifestReader.read($0) }
  }

  /// Moves what is kept from one folder to another that has not got it.
  private func bringKeptBack(from one: String, to other: String) throws {
    guard try files.status(of: one, in: workplace)?.kind == .folder,
      try files.status(of: other, in: workplace)?.kind == .folder
    else { return }
    let manifests = try [one, other].compactMap { name throws(FileTrouble) in
      try manifest(of: name)
    }
    for name in Set(keep + manifests.flatMap(\.keep)).sorted() {
      guard try files.status(of: one + "/" + name, in: workplace) != nil,
        try files.status(of: other + "/" + name, in: workplace) == nil
      else { continue }
      try files.move(one + "/" + name, in: workplace, to: other + "/" + name, in: workplace)
    }
  }

  /// Makes the manifest list what both editions have, since either may stand there, and removes the rest.
  private func putRightInPlace() throws {
    guard try files.status(of: place.nextName, in: workplace) != nil else { return }
    if let next = try manifest(of: place.nextName) {
      let standing = try files.read(Manifest.name, in: workplace).flatMap {
        ManifestReader.read($0)
      }
      var entries: [String: ManifestEntry] = [:]
      for entry in (standing?.entries ?? []) + next.entries { entries[entry.path] = entry }
      let both = Manifest(
        Array(entries.values), recordCount: standing?.recordCount ?? 0, keep: next.keep)
      let name = place.nextName + "/build-both.json"
      try files.removeFile(name, in: workplace)
      try files.create(name, in: workplace, both.json(version: "0"))
      try files.synchroniseFileSystem(of: workplace)
      try files.move(name, in: workplace, to: Manifest.name, in: workplace)
    }
    try files.removeAll(place.nextName, in: workplace)
  }
}
