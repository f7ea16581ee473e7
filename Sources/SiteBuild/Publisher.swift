package import SystemPackage

/// Why an output folder is not touched.
package enum OutputRefusal: Error, Sendable, Equatable {
  /// The folder has files that Mokuroku did not write.
  case notMadeByMokuroku(String)
  /// The folder is, or lies in, or contains what the site is made from.
  case overlapsSources(String)
  /// Something that is not a folder stands there.
  case notAFolder(String)
  /// Another build is writing the folder.
  case busy(String)
}

/// Writes an edition beside the old one and switches the two at once.
///
/// Readers of the output folder see the old edition or the new one, never a mixture, also when a build
/// is killed half-way; what it leaves is removed by the next.
package struct Publisher: Sendable {
  private let output: FilePath
  private let staging: FilePath
  /// Held from the first file to the switch, so that two builds into one folder do not mix.
  private let lock: FolderLock
  /// A hidden file that keeps an empty output folder in version control; it is carried over.
  private static let placeholder = ".gitkeep"
  /// The first file of an edition that is being written; by it the next build knows what a build that
  /// was killed left behind.
  private static let stagingMark = ".mokuroku-staging"

  /// Checks that `output` may be replaced and prepares an empty folder beside it.
  ///
  /// - Parameters:
  ///   - output: the folder in which the site will stand.
  ///   - root: the folder of the catalogue; nothing that a build reads may be replaced.
  /// - Throws: `OutputRefusal` where the folder must not be replaced, `FileTrouble` where it cannot.
  package init(output: FilePath, root: FilePath) throws {
    let output = FileStore.canonical(output)
    try Publisher.check(output, root: FileStore.canonical(root))
    self.output = output
    let parent = output.removingLastComponent()
    try FileStore.makeFolder(parent)
    let name = output.lastComponent?.string ?? "public"
    guard let lock = try FolderLock(parent.appending("." + name + ".lock")) else {
      throw OutputRefusal.busy(output.string)
    }
    self.lock = lock
    staging = parent.appending("." + name + ".next")
    try Publisher.removeLeftover(staging, root: FileStore.canonical(root))
    try FileStore.makeFolder(staging)
    try FileStore.write([], to: staging.appending(Self.stagingMark))
  }

  /// Removes what a killed build left at `folder`; anything else there is refused, not removed.
  private static func removeLeftover(_ folder: FilePath, root: FilePath) throws {
    guard FileStore.kind(of: folder) != nil else { return }
    if root.starts(with: folder) { throw OutputRefusal.overlapsSources(folder.string) }
    let isOurs =
      FileStore.kind(of: folder.appending(stagingMark)) == .file
      || FileStore.kind(of: folder.appending(Manifest.name)) == .file
    if !isOurs { throw OutputRefusal.notMadeByMokuroku(folder.string) }
    try FileStore.remove(folder)
  }

  /// Throws unless `output` is absent, empty or an edition that Mokuroku wrote, apart from the sources.
  package static func check(_ output: FilePath, root: FilePath) throws {
    let sources = ["content", "templates", SourceTree.definitionName].map { root.appending($0) }
    let overlaps =
      root == output || root.starts(with: output)
      || sources.contains { output.starts(with: $0) || $0.starts(with: output) }
    if overlaps { throw OutputRefusal.overlapsSources(output.string) }
    switch FileStore.kind(of: output) {
    case nil: return
    case .folder: break
    default: throw OutputRefusal.notAFolder(output.string)
    }
    let names = try FileStore.list(output).map(\.name)
    if names.isEmpty || names == [placeholder] { return }
    let manifest = output.appending(Manifest.name)
    guard FileStore.kind(of: manifest) == .file,
      try FileStore.read(manifest).starts(with: Array(Manifest.signature.utf8))
    else { throw OutputRefusal.notMadeByMokuroku(output.string) }
  }

  /// Writes files into the new edition; may be called from several threads for different files.
  ///
  /// A path that would leave the edition is a fault of the program and stops it.
  package func write(_ files: [OutputFile]) throws -> [ManifestEntry] {
    var lastFolder = ""
    return try files.map { file in
      precondition(Publisher.isInside(file.path), "output path \(file.path) leaves the site")
      let folder = file.path.split(separator: "/").dropLast().joined(separator: "/")
      if folder != lastFolder && !folder.isEmpty {
        try FileStore.makeFolder(staging.appending(folder))
        lastFolder = folder
      }
      try FileStore.write(file.bytes, to: staging.appending(file.path))
      return ManifestEntry(
        path: file.path, size: file.bytes.count, sha256: SHA256.hexadecimal(file.bytes))
    }
  }

  private static func isInside(_ path: String) -> Bool {
    !path.isEmpty && !path.hasPrefix("/") && !path.utf8.contains(0)
      && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
        !$0.isEmpty && $0 != "." && $0 != ".."
      }
  }

  /// Puts the new edition in the place of the old one and removes the old one.
  package func publish(_ manifest: Manifest, version: String) throws {
    try FileStore.write(manifest.json(version: version), to: staging.appending(Manifest.name))
    try FileStore.remove(staging.appending(Self.stagingMark))
    guard FileStore.kind(of: output) != nil else {
      try FileStore.makeFolder(output.removingLastComponent())
      try FileStore.move(staging, to: output)
      return
    }
    if FileStore.kind(of: output.appending(Publisher.placeholder)) == .file {
      try FileStore.write([], to: staging.appending(Publisher.placeholder))
    }
    if try FileStore.exchange(staging, output) {
      try FileStore.remove(staging)
      return
    }
    // Without an exchange there is an instant between two renames; still no mixture.
    let old = staging.removingLastComponent().appending(
      "." + (output.lastComponent?.string ?? "public") + ".old")
    try FileStore.move(output, to: old)
    try FileStore.move(staging, to: output)
    try FileStore.remove(old)
  }

  /// Removes what was prepared, when the edition will not be published.
  package func abandon() {
    try? FileStore.remove(staging)
  }
}
