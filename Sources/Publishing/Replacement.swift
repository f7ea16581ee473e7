import Files
import SystemPackage

/// Replaces the files of an edition one by one, where the folder cannot be exchanged as a whole.
///
/// New files go first, so that a page leads nowhere that is not there yet; then pages; then what is gone
/// is removed; the manifest is last. Killed at any moment, it leaves two manifests which together list all
/// that stands there.
struct Replacement {
  private let publisher: Publisher
  private let written: [StagedFile]
  /// The files named by their content that only the standing edition has; they stay.
  private let former: [ManifestEntry]
  /// The paths of files that neither the new edition nor `former` has.
  private let gone: [String]

  init(publisher: Publisher, manifest: Manifest, written: [StagedFile]) {
    self.publisher = publisher
    self.written = written
    let paths = Set(manifest.entries.map(\.path))
    let standing = publisher.standing?.manifest.entries ?? []
    former = publisher.formerEntries(besides: paths)
    let stays = paths.union(former.map(\.path))
    let all = standing + (publisher.standing?.former.entries ?? [])
    gone = Set(all.map(\.path)).subtracting(stays).sorted()
  }

  private var files: FileStore { publisher.files }
  private var staging: OpenFolder { publisher.staged.folder }
  private var output: OpenFolder { publisher.place.workplace }

  /// What lies in the folder of the new edition, but for the manifest.
  var stagedPaths: Set<String> {
    let changed = written.filter(\.isChanged).map(\.entry.path)
    return Set(former.isEmpty ? changed : changed + [Manifest.formerName])
  }

  /// Lists the former files.
  func writeFormer() throws(FileTrouble) {
    if former.isEmpty { return }
    try files.create(
      Manifest.formerName, in: staging,
      Manifest(former).json(version: publisher.request.version))
  }

  /// Moves and removes files; a failure leaves what the next build puts right.
  func run() throws {
    do {
      try removeHindrances()
      for path in inOrder() { try move(path) }
      for path in gone { try remove(path) }
      if former.isEmpty {
        try files.removeFile(Manifest.formerName, in: output)
      } else {
        try move(Manifest.formerName)
      }
      try move(Manifest.name)
      try files.synchroniseFileSystem(of: output)
      try files.removeAll(publisher.place.nextName, in: output)
      try publisher.lock.release(files)
    } catch {
      throw UnfinishedReplacement(cause: error, output: publisher.request.output.string)
    }
  }

  /// The paths that change: what pages need, then pages.
  private func inOrder() -> [String] {
    func rank(_ entry: ManifestEntry) -> Int {
      entry.isNamedByContent ? 0 : entry.path.hasSuffix(".html") ? 2 : 1
    }
    return written.filter(\.isChanged).map(\.entry).sorted {
      (rank($0), $0.path) < (rank($1), $1.path)
    }.map(\.path)
  }

  /// Removes files that stand where a folder must be, and the other way round.
  private func removeHindrances() throws(FileTrouble) {
    let new = Set(written.map(\.entry.path))
    let newFolders = Set(new.flatMap(FolderEntry.foldersAbove))
    for path in gone
    where newFolders.contains(path) || FolderEntry.foldersAbove(path).contains(where: new.contains)
    {
      try remove(path)
    }
  }

  private func move(_ path: String) throws(FileTrouble) {
    do {
      try files.move(path, in: staging, to: path, in: output)
    } catch  where error.code == .noSuchFileOrDirectory {
      try files.makeFolders(above: path, in: output)
      try files.move(path, in: staging, to: path, in: output)
    }
  }

  /// Removes a file and the folders that are empty without it.
  private func remove(_ path: String) throws(FileTrouble) {
    try files.removeFile(path, in: output)
    var above = path.split(separator: "/").dropLast()
    while !above.isEmpty {
      do {
        try files.removeFolder(above.joined(separator: "/"), in: output)
      } catch  where [.directoryNotEmpty, .fileExists].contains(error.code) {
        return
      }
      above = above.dropLast()
    }
  }
}
