package import Files
package import SystemPackage
package import Workspace

/// Writes an edition beside the standing one and puts it in its place.
///
/// Readers of the output folder see the one edition or the other, never a mixture, also when a build is
/// killed half-way; what it leaves is put right by the next. Where the output cannot be exchanged the promise
/// is weaker, see `OutputPlace`.
package struct Publisher: Sendable {
  /// What is to be published where.
  package struct Request: Sendable {
    /// The folder in which the site will stand.
    package var output: FilePath
    /// The folder of the catalogue; nothing that a build reads may be replaced.
    package var root: FilePath
    /// Names at the top of the output that are not Mokuroku's and stay.
    package var keep: [String]
    /// How many records the new edition has.
    package var recordCount: Int
    /// Whether the new edition may have fewer than half the records of the standing one.
    package var allowsShrinking: Bool
    /// What may not stay of the standing edition.
    package var withheld: WithheldFiles
    /// What the manifest says of the tool.
    package var version: String
    /// What the manifest says of the inputs; nil for nothing.
    package var source: String?

    package init(
      output: FilePath, root: FilePath, keep: [String] = [], recordCount: Int = 0,
      allowsShrinking: Bool = false, withheld: WithheldFiles = WithheldFiles(), version: String,
      source: String? = nil
    ) {
      self.output = output
      self.root = root
      self.keep = keep
      self.recordCount = recordCount
      self.allowsShrinking = allowsShrinking
      self.withheld = withheld
      self.version = version
      self.source = source
    }
  }

  let request: Request
  let files: FileStore
  let place: OutputPlace
  /// Held from the first file to the switch, so that two builds into one folder do not mix.
  let lock: FolderLock
  let standing: StandingEdition?
  let staged: StagedEdition

  /// Checks that the output may be replaced, puts right what a killed build left, and prepares an empty
  /// folder for the new edition, which `way` tells how to put in its place; nil to find out.
  ///
  /// Throws an `OutputRefusal` where the folder must not be replaced, a `FileTrouble` where it cannot.
  static func begin(
    _ request: Request, way: OutputPlace.Way? = nil, _ files: FileStore
  ) throws -> Publisher {
    var request = request
    request.output = files.canonical(request.output)
    request.root = files.canonical(request.root)
    try refuseOverlap(of: request.output, with: request.root, files)
    let place = try OutputPlace.find(request.output, way: way, files)
    guard let lock = try FolderLock.take(place.lockName, in: place.workplace, files) else {
      throw OutputRefusal.busy(request.output.string)
    }
    let leftover = Leftover(
      place: place, keep: request.keep, root: request.root, isCertain: lock.wasLeft, files: files)
    try leftover.putRight()
    do {
      let standing = try StandingEdition.open(
        request.output, keep: request.keep, ownNames: place.ownNames, files)
      try standing?.refuseForeignFiles(isWhole: false, ownNames: place.ownNames, files)
      try refuseShrinking(of: standing, request)
      return Publisher(
        request: request, files: files, place: place, lock: lock, standing: standing,
        staged: try StagedEdition.begin(place, standing, files))
    } catch {
      try? lock.release(files)
      throw error
    }
  }

  /// Refuses an output that overlaps the sources, before any work, and brings a standing edition back that a
  /// killed build left away.
  package static func prepare(_ output: FilePath, root: FilePath, _ files: FileStore) throws {
    let (output, root) = (files.canonical(output), files.canonical(root))
    try refuseOverlap(of: output, with: root, files)
    guard try files.status(of: output) == nil,
      try files.status(of: output.removingLastComponent()) != nil
    else { return }
    let found = try OutputPlace.find(output, files)
    guard try files.status(of: found.oldName, in: found.workplace) != nil else { return }
    // Another build that is under way brings it back itself.
    guard let lock = try FolderLock.take(found.lockName, in: found.workplace, files) else { return }
    let leftover = Leftover(
      place: found, keep: [], root: root, isCertain: lock.wasLeft, files: files)
    try leftover.putRight()
    try lock.release(files)
  }

  /// Throws where the output is, lies in, or contains what the site is made from; both are canonical.
  static func refuseOverlap(
    of output: FilePath, with root: FilePath, _ files: FileStore
  ) throws(OutputRefusal) {
    let (place, base) = (output.string, root.string)
    let named = SourceTree.names.map { (base == "/" ? "" : base) + "/" + $0 }
    // They may be links to elsewhere.
    let sources = named + named.map { files.canonical(FilePath($0)).string }
    let overlaps =
      lies(base, in: place) || sources.contains { lies(place, in: $0) || lies($0, in: place) }
    if overlaps { throw OutputRefusal.overlapsSources(place) }
  }

  /// Whether a canonical path is a folder's, or leads into it.
  private static func lies(_ path: String, in folder: String) -> Bool {
    path == folder || path.hasPrefix(folder == "/" ? folder : folder + "/")
  }

  private static func refuseShrinking(
    of standing: StandingEdition?, _ request: Request
  ) throws(OutputRefusal) {
    guard let standing, !request.allowsShrinking else { return }
    if request.recordCount * 2 < standing.recordCount {
      throw OutputRefusal.shrinks(
        from: standing.recordCount, to: request.recordCount, request.output.string)
    }
  }

  /// Publishes in the way that is found out, and again in place where the output turns out to be immovable.
  package static func inSomeWay<Result>(
    _ publish: (OutputPlace.Way?) async throws -> Result
  ) async throws -> Result {
    do {
      return try await publish(nil)
    } catch is Immovable {
      return try await publish(.inPlace)
    }
  }

  /// Publishes an edition, all of whose files `write` writes; `way` is what `inSomeWay` says.
  ///
  /// `onWaiting` is told once when another build keeps this one waiting for more than two seconds.
  package static func publish(
    _ request: Request, _ way: OutputPlace.Way?, _ files: FileStore, onWaiting: () -> Void = {},
    _ write: (Publisher) async throws -> [StagedFile]
  ) async throws -> Publication {
    let publisher = try await beginInTurn(request, way, files, onWaiting)
    do {
      return try publisher.publish(try await write(publisher))
    } catch {
      publisher.abandon()
      throw error
    }
  }

  /// Begins, after waiting up to a minute while another build writes the folder.
  private static func beginInTurn(
    _ request: Request, _ way: OutputPlace.Way?, _ files: FileStore, _ onWaiting: () -> Void
  ) async throws -> Publisher {
    let start = ContinuousClock.now
    var isTold = false
    while true {
      do {
        return try begin(request, way: way, files)
      } catch OutputRefusal.busy where ContinuousClock.now - start < .seconds(60) {
        if !isTold && ContinuousClock.now - start > .seconds(2) {
          isTold = true
          onWaiting()
        }
        try await Task.sleep(for: .milliseconds(100))
      }
    }
  }

  /// Writes a file into the new edition; may be called from several threads for different files.
  ///
  /// A path that would leave the edition is a fault of the program and stops it.
  package func write(_ file: OutputFile) throws(FileTrouble) -> StagedFile {
    try staged.add(file)
  }

  /// Removes what was prepared, when the edition will not be published.
  package func abandon() {
    let leftover = Leftover(
      place: place, keep: request.keep, root: request.root, isCertain: true, files: files)
    // Without its file the next build would not know that what is left here is Mokuroku's.
    if (try? leftover.putRight()) != nil { try? lock.release(files) }
  }
}

/// What came of publishing an edition.
package struct Publication: Sendable, Equatable {
  /// Whether the folder was exchanged as a whole, so that no reader could see a mixture.
  package var isWhole = true
  /// Whether the standing edition was the same already and was left alone.
  package var isUnchanged = false
  /// Folders that could not be removed for want of rights, and were moved there.
  package var asides: [String] = []
  /// What could not be done after the edition was in its place.
  package var shortfall: FileTrouble?
}
