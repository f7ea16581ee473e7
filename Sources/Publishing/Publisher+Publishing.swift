import Files
import SystemPackage
import Workspace

extension Publisher {
  /// The output can be neither exchanged nor moved: the edition must be written again, to be put in place
  /// file by file.
  struct Immovable: Error {}

  /// Puts the new edition, of which all files are written, in the place of the standing one.
  func publish(_ written: [StagedFile]) throws -> Publication {
    let manifest = Manifest(
      written.map(\.entry), source: request.source, recordCount: request.recordCount,
      keep: request.keep)
    let json = manifest.json(version: request.version)
    if let standing, !written.contains(where: \.isChanged),
      !standing.former.entries.contains(where: { request.withheld.hasAsset(at: $0.path) }),
      try files.holds(json, at: Manifest.name, in: standing.folder)
    {
      try standing.refuseForeignFiles(isWhole: true, ownNames: place.ownNames, files)
      abandon()
      return Publication(isWhole: place.way == .exchanged, isUnchanged: true)
    }
    switch place.way {
    case .exchanged:
      var expected = Set(written.map(\.entry.path))
      try carryOver(&expected)
      try writeManifest(json, expected)
      try moveKeptFolders()
      try exchange()
      return finish()
    case .inPlace:
      let replacement = Replacement(publisher: self, manifest: manifest, written: written)
      try replacement.writeFormer()
      try writeManifest(json, replacement.stagedPaths)
      try replacement.run()
      return Publication(isWhole: false)
    }
  }

  /// The files named by their content that only the standing edition has, but for those of what is a draft now.
  func formerEntries(besides paths: Set<String>) -> [ManifestEntry] {
    let entries = standing?.manifest.entries ?? []
    let withheld = request.withheld.among(entries.map(\.path))
    return entries.filter {
      $0.isNamedByContent && !paths.contains($0.path) && !withheld.contains($0.path)
    }
  }

  /// Carries over what is kept, and the files named by their content that only the standing edition has.
  private func carryOver(_ expected: inout Set<String>) throws(FileTrouble) {
    guard let standing else { return }
    for entry in standing.kept where entry.kind != .folder {
      if try staged.carry(entry.name, of: standing) { expected.insert(entry.name) }
    }
    var former: [ManifestEntry] = []
    for entry in formerEntries(besides: expected) where try staged.carry(entry.path, of: standing) {
      former.append(entry)
      expected.insert(entry.path)
    }
    if former.isEmpty { return }
    try files.create(
      Manifest.formerName, in: staged.folder, Manifest(former).json(version: request.version))
    expected.insert(Manifest.formerName)
  }

  /// Writes the manifest, and looks a last time whether everything is as it should be, here and there.
  private func writeManifest(_ json: [UInt8], _ expected: Set<String>) throws {
    try files.create(Manifest.name, in: staged.folder, json)
    try staged.verify(expected.union([Manifest.name]))
    try standing?.refuseForeignFiles(isWhole: true, ownNames: place.ownNames, files)
    try files.synchroniseFileSystem(of: staged.folder)
  }

  /// Where a system cannot exchange two folders, or not these two.
  private static let inexchangeable: [Errno] = [
    .invalidArgument, .noFunction, .notPermitted, .improperLink, .resourceBusy, .notSupported,
    .notSupportedOnSocket,
  ]

  private func exchange() throws {
    let parent = place.workplace
    guard standing != nil else {
      return try files.move(place.nextName, in: parent, to: place.name, in: parent)
    }
    do {
      try files.exchange(place.nextName, place.name, in: parent)
    } catch  where Self.inexchangeable.contains(error.code) {
      try moveBoth()
    }
  }

  /// Without an exchange there is an instant between two renames with no edition; still no mixture.
  private func moveBoth() throws {
    let parent = place.workplace
    do {
      try files.move(place.name, in: parent, to: place.oldName, in: parent)
    } catch  where Self.inexchangeable.contains(error.code) {
      throw Immovable()
    }
    try files.move(place.nextName, in: parent, to: place.name, in: parent)
  }

  /// Moves the kept folders to the new edition, in the instant before it is seen: if one cannot be moved,
  /// the standing edition stays as it is.
  private func moveKeptFolders() throws {
    guard let standing else { return }
    for entry in standing.kept where entry.kind == .folder {
      do {
        try files.move(entry.name, in: standing.folder, to: entry.name, in: staged.folder)
      } catch {
        throw OutputRefusal.unmovable(entry.name, in: standing.folder.path, error)
      }
    }
  }

  /// What follows the switch: the edition is published, whatever goes wrong here.
  private func finish() -> Publication {
    var publication = Publication()
    do {
      try files.synchronise(place.workplace)
      for name in [place.nextName, place.oldName] {
        if let aside = try files.clear(name, in: place.workplace) {
          publication.asides.append(aside)
        }
      }
      try lock.release(files)
    } catch {
      publication.shortfall = error
    }
    return publication
  }
}
