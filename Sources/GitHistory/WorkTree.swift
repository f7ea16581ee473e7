import Files
import SystemPackage

/// The work tree of git that a folder stands in, and the commit that it is at.
///
/// Source: gitrepository-layout(5), gitformat-index(5). No program is run, and no setting of the repository is obeyed:
/// whoever wrote `.git` gets no more than the dates of commits told.
struct WorkTree: Sendable, Equatable {
  /// The folder with `objects` and `refs`, which linked work trees share.
  let common: FilePath
  /// The names of the folders from the top of the work tree to the one that was asked for.
  let prefix: [String]
  let head: ObjectID
  /// The commits whose parents were not copied.
  let shallow: Set<ObjectID>

  /// How many folders above are looked at, and how many links from one branch to another.
  private static let (mostFolders, mostLinks) = (64, 5)
  /// Larger lists of branches are not read, in bytes.
  private static let mostRefBytes = 64 << 20
  private static let mostLineBytes = 4_096

  /// Looks for the work tree around a folder; nil where there is none, or where nothing was committed yet.
  static func around(_ root: FilePath, _ files: FileStore) throws(GitTrouble) -> WorkTree? {
    var folder = files.canonical(root)
    var prefix: [String] = []
    for _ in 0..<mostFolders {
      if let git = try gitFolder(in: folder, files) { return try WorkTree(git, prefix, files) }
      guard let name = folder.lastComponent else { return nil }
      prefix.insert(name.string, at: 0)
      folder = folder.removingLastComponent()
    }
    return nil
  }

  private init?(_ git: FilePath, _ prefix: [String], _ files: FileStore) throws(GitTrouble) {
    let shared = try Self.line(of: git.appending("commondir"), files)
    common = shared.map { git.pushing(FilePath($0)) } ?? git
    self.prefix = prefix
    guard let head = try Self.head(git, common, files) else { return nil }
    self.head = head
    let list = try files.text(of: common.appending("shallow"), atMost: Self.mostRefBytes) ?? []
    shallow = Set(
      list.split(separator: UInt8(ascii: "\n")).compactMap { ObjectID(hexadecimal: $0) })
  }

  /// The folder of the repository whose work tree begins in `folder`: `.git`, or where the file `.git` says.
  private static func gitFolder(
    in folder: FilePath, _ files: FileStore
  ) throws(GitTrouble) -> FilePath? {
    let path = folder.appending(".git")
    let kind: FileKind?
    do { kind = try files.status(of: path, following: true)?.kind } catch { throw .unreadable }
    switch kind {
    case .folder: return path
    case .file:
      guard let line = try line(of: path, files), line.hasPrefix("gitdir: ") else {
        throw .malformed
      }
      return folder.pushing(FilePath(String(line.dropFirst("gitdir: ".count))))
    default: return nil
    }
  }

  /// The commit of `HEAD`; nil where its branch has none yet.
  private static func head(
    _ git: FilePath, _ common: FilePath, _ files: FileStore
  ) throws(GitTrouble) -> ObjectID? {
    guard var line = try line(of: git.appending("HEAD"), files) else { throw .malformed }
    for _ in 0..<mostLinks {
      guard line.hasPrefix("ref: ") else {
        guard let id = ObjectID(hexadecimal: Array(line.utf8)[...]) else { throw .malformed }
        return id
      }
      let name = String(line.dropFirst("ref: ".count))
      let parts = name.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.first == "refs", !parts.contains(""), !parts.contains(".."),
        !parts.contains(".")
      else { throw .malformed }
      // What git writes for programs that do not know its newer way to keep branches.
      if name == "refs/heads/.invalid" { throw .unknownForm }
      guard let next = try self.line(of: common.appending(name), files) else {
        return try packed(name, common, files)
      }
      line = next
    }
    throw .malformed
  }

  /// The commit of a branch in the list of those that have no file: `ID NAME`, a line each.
  private static func packed(
    _ name: String, _ common: FilePath, _ files: FileStore
  ) throws(GitTrouble) -> ObjectID? {
    let list = try files.text(of: common.appending("packed-refs"), atMost: mostRefBytes) ?? []
    let wanted = Array((" " + name).utf8)
    for line in list.split(separator: UInt8(ascii: "\n"))
    where line.suffix(wanted.count) == wanted[...] {
      if let id = ObjectID(hexadecimal: line.dropLast(wanted.count)) { return id }
    }
    return nil
  }

  /// The text of a file that has one line; nil where there is no such file.
  private static func line(
    of path: FilePath, _ files: FileStore
  ) throws(GitTrouble) -> String? {
    guard let bytes = try files.text(of: path, atMost: mostLineBytes) else { return nil }
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    guard let text = String(validating: line, as: UTF8.self), !text.utf8.contains(0) else {
      throw .malformed
    }
    return text
  }
}

extension FileStore {
  /// The bytes of a file of a repository; nil where there is none.
  func text(of path: FilePath, atMost most: Int) throws(GitTrouble) -> [UInt8]? {
    do {
      return try read(path, atMost: most)
    } catch {
      switch error.code {
      case .noSuchFileOrDirectory, .notDirectory, .isDirectory: return nil
      case .fileTooLarge: throw .tooLarge
      default: throw .unreadable
      }
    }
  }
}
