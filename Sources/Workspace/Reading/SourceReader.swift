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
  /// What was read the last time, a list for each call of `read` in their order; nil in a reader that reads
  /// once.
  private var known: [[Known]]?
  /// What was read since `begin`.
  private var current: [[Known]] = []

  /// A file with what the system said of it before it was read.
  ///
  /// A class, since all files of a catalogue are looked at each time.
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
    known = remembers ? [] : nil
  }

  /// Begins to read the whole tree; what is not read until the next time is forgotten then.
  mutating func begin() {
    if known != nil && !current.isEmpty { known = current }
    current = []
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
    let former = Self.former(known.count > current.count ? known[current.count] : [], of: sorted)
    let results = await Parallel.mapChunks(Array(sorted.indices), workers: workers) { places in
      Result { () throws(FileTrouble) -> [Known] in
        let statuses = try Self.statuses(of: sorted[places.indices], below: root, files)
        var read: [Known] = []
        for (place, status) in zip(places, statuses) {
          if let former = former[place], former.isSettled, former.status == status {
            read.append(former)
            continue
          }
          let (path, file) = (sorted[place], root.appending(sorted[place]))
          let bytes = try files.read(file, atMost: most)
          guard let status else {
            throw FileTrouble(FileOperation(.read, file.string), .noSuchFileOrDirectory)
          }
          read.append(
            Known(
              SourceTree.File(path: path, bytes: bytes, digest: SHA256.digest(bytes)), status,
              isSettled: status.isSettled(at: instant)))
        }
        return read
      }
    }
    let read = try results.flatMap { try $0.get() }
    current.append(read)
    return read.map(\.file)
  }

  /// For each path the file that stood there, from a list that is sorted as the paths are.
  private static func former(_ known: [Known], of paths: [String]) -> [Known?] {
    var next = 0
    return paths.map { path in
      while next < known.count, known[next].file.path < path { next += 1 }
      guard next < known.count, known[next].file.path == path else { return nil }
      next += 1
      return known[next - 1]
    }
  }

  /// What the system says of some files that are sorted by path: folder by folder.
  private static func statuses(
    of paths: ArraySlice<String>, below root: FilePath, _ files: FileStore
  ) throws(FileTrouble) -> [FileStatus?] {
    var statuses: [FileStatus?] = []
    var rest = paths
    while let first = rest.first {
      let slash = first.utf8.lastIndex(of: UInt8(ascii: "/"))
      let folder = String(slash.map { first[...$0] } ?? "")
      let prefix = folder.utf8.count
      let members = rest.prefix { path in
        path.utf8.starts(with: folder.utf8)
          && !path.utf8.dropFirst(prefix).contains(UInt8(ascii: "/"))
      }
      let place = folder.isEmpty ? root : root.appending(String(folder.dropLast()))
      statuses += try files.statuses(of: members, behind: prefix, in: place)
      rest = rest.dropFirst(members.count)
    }
    return statuses
  }
}
