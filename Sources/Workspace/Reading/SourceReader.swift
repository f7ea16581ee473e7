import Digests
import Files
import Parallelism
import SystemPackage

/// Reads files of a catalogue, and of those that it read before only what changed.
///
/// It looks at every file each time: what a file's status says decides, and no notice of a change.
struct SourceReader: Sendable {
  let root: FilePath
  let files: FileStore
  private let workers: Int
  /// What was read, by path; nil in a reader that reads once.
  private var known: [String: Known]?
  /// What was read since `begin`.
  private var current: [String: Known] = [:]

  /// A file with what the system said of it before it was read.
  ///
  /// A class, since all files of a catalogue are looked up each time.
  private final class Known: Sendable {
    let file: SourceTree.File
    let status: FileStatus
    /// Whether a change after the reading gives another status.
    let isSettled: Bool

    init(_ file: SourceTree.File, _ status: FileStatus, isSettled: Bool) {
      self.file = file
      self.status = status
      self.isSettled = isSettled
    }
  }

  /// Prepares to read below a folder; with `remembers`, files are kept from one reading to the next.
  init(root: FilePath, workers: Int, files: FileStore, remembers: Bool = false) {
    self.root = root
    self.workers = workers
    self.files = files
    known = remembers ? [:] : nil
  }

  /// Begins to read the whole tree; what is not read until the next time is forgotten then.
  mutating func begin() {
    if known != nil && !current.isEmpty { known = current }
    current = [:]
  }

  /// Whether nothing stands at a path.
  func isMissing(_ path: String) throws -> Bool {
    try files.status(of: root.appending(path), following: true) == nil
  }

  /// The files at some paths, sorted by path.
  mutating func read(_ paths: [String], atMost most: Int) async throws -> [SourceTree.File] {
    let (root, files, sorted) = (root, files, paths.sorted())
    guard let known else {
      return try await Parallel.map(sorted, workers: workers) { path in
        Result { () throws(FileTrouble) -> SourceTree.File in
          SourceTree.File(path: path, bytes: try files.read(root.appending(path), atMost: most))
        }
      }.map { try $0.get() }
    }
    let instant = FileInstant.now()
    let results = await Parallel.map(sorted, workers: workers) { path in
      Result { () throws(FileTrouble) -> Known in
        let place = root.appending(path)
        let status = try files.status(of: place, following: true)
        if let former = known[path], former.isSettled, former.status == status { return former }
        let bytes = try files.read(place, atMost: most)
        guard let status else {
          throw FileTrouble(FileOperation(.read, place.string), .noSuchFileOrDirectory)
        }
        return Known(
          SourceTree.File(path: path, bytes: bytes, digest: SHA256.digest(bytes)), status,
          isSettled: status.isSettled(at: instant))
      }
    }
    let read = try results.map { try $0.get() }
    for known in read { current[known.file.path] = known }
    return read.map(\.file)
  }
}
