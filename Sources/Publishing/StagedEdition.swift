import Files
import SystemPackage

/// A file of the new edition, after it was staged.
package struct StagedFile: Sendable {
  package let entry: ManifestEntry
  /// Whether the edition that stands has not the same bytes at the same path.
  let isChanged: Bool
}

/// The edition that is being written, in a folder that is held open.
///
/// A file whose bytes are those of the standing edition is not written: the file gets a second name. So
/// its time, its place on the disk and every cache of it stay.
struct StagedEdition: Sendable {
  let folder: OpenFolder
  let place: OutputPlace
  let standing: StandingEdition?
  let files: FileStore

  /// Makes an empty folder for a new edition.
  static func begin(
    _ place: OutputPlace, _ standing: StandingEdition?, _ files: FileStore
  ) throws(FileTrouble) -> StagedEdition {
    let workplace = place.workplace
    try files.makeFolder(place.nextName, in: workplace)
    let folder = try files.openFolder(place.nextName, in: workplace)
    if place.way == .exchanged, let standing { try files.adopt(standing.folder, for: folder) }
    return StagedEdition(folder: folder, place: place, standing: standing, files: files)
  }

  /// Stages a file; may be called from several threads for different files.
  ///
  /// A path that would leave the edition is a fault of the program and stops it.
  func add(_ file: OutputFile) throws(FileTrouble) -> StagedFile {
    precondition(Self.isInside(file.path), "output path \(file.path) leaves the site")
    let entry = ManifestEntry(file)
    if let standing, try files.holds(file.bytes, at: file.path, in: standing.folder) {
      let isThere = if place.way == .inPlace { true } else { try link(file.path, of: standing) }
      if isThere { return StagedFile(entry: entry, isChanged: false) }
    }
    try files.create(file.path, in: folder, file.bytes)
    return StagedFile(entry: entry, isChanged: true)
  }

  /// Gives a file of the standing edition a name in this one; false where the file system cannot.
  func link(_ path: String, of standing: StandingEdition) throws(FileTrouble) -> Bool {
    do {
      try files.link(path, from: standing.folder, to: folder)
      return true
    } catch  where Self.linkless.contains(error.code) {
      return false
    }
  }

  /// Where a file cannot have two names: by the kind of the file system, for its owner, or one more.
  private static let linkless: [Errno] = [
    .notPermitted, .permissionDenied, .improperLink, .tooManyLinks, .notSupported,
    .notSupportedOnSocket, .noFunction, .noSuchFileOrDirectory,
  ]

  /// Carries a file of the standing edition over, as it is; false where it is gone there.
  func carry(_ path: String, of standing: StandingEdition) throws(FileTrouble) -> Bool {
    if try link(path, of: standing) { return true }
    guard let bytes = try files.read(path, in: standing.folder) else { return false }
    try files.create(path, in: folder, bytes)
    return true
  }

  private static func isInside(_ path: String) -> Bool {
    !path.isEmpty && !path.hasPrefix("/") && !path.utf8.contains(0)
      && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
        !$0.isEmpty && $0 != "." && $0 != ".."
      }
  }

  /// Throws unless the folder still stands where it was made and has just the files in `expected`.
  func verify(_ expected: Set<String>) throws {
    var strange: [String] = []
    let standsThere = try files.status(of: place.nextName, in: place.workplace)?.identity
    if standsThere != (try files.status(of: folder).identity) { strange.append("/") }
    var found = 0
    func look(_ name: String) throws(FileTrouble) {
      for entry in try files.list(name, in: folder) {
        let path = name.isEmpty ? entry.name : name + "/" + entry.name
        if entry.kind == .folder {
          try look(path)
        } else if expected.contains(path) {
          found += 1
        } else {
          strange.append(path)
        }
      }
    }
    try look("")
    if found < expected.count {
      for path in expected.sorted() where try files.status(of: path, in: folder) == nil {
        strange.append(path)
      }
    }
    if !strange.isEmpty {
      throw OutputRefusal.disturbed(strange, in: folder.path)
    }
  }
}
