package import Glibc
import TextRules

/// What stands at a path.
package enum FileKind: Sendable, Equatable {
  case file
  case folder
  case link
  case other
}

/// What the system tells of a file or folder.
package struct FileStatus: Sendable, Equatable {
  /// What tells one file of the machine from another.
  package struct Identity: Sendable, Equatable {
    package let device: UInt64
    package let node: UInt64
  }

  package let kind: FileKind
  /// The length of a file in bytes.
  package let size: Int
  package let identity: Identity
  /// Who may do what with it, and whose it is.
  let rights: FileRights
  /// When its bytes changed, in nanoseconds since 1970.
  private let written: Int
  /// When anything of it changed, in nanoseconds since 1970.
  private let changed: Int

  package init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    size = max(0, Int(status.st_size))
    identity = Identity(device: UInt64(status.st_dev), node: UInt64(status.st_ino))
    rights = FileRights(
      mode: status.st_mode & 0o7777, owner: status.st_uid, group: status.st_gid)
    written = Self.nanoseconds(status.st_mtim)
    changed = Self.nanoseconds(status.st_ctim)
  }

  private static func nanoseconds(_ time: timespec) -> Int {
    time.tv_sec &* 1_000_000_000 &+ time.tv_nsec
  }

  /// Whether another change would be seen by another status: the last one lies a while before `instant`,
  /// since file systems count time in steps.
  package func isSettled(at instant: FileInstant) -> Bool {
    changed < instant.nanoseconds - 1_000_000_000
  }
}

/// Who may do what with a file, and whose it is.
struct FileRights: Sendable, Equatable {
  let mode: mode_t
  let owner: uid_t
  let group: gid_t
}

/// An instant on the clock by which files are dated.
package struct FileInstant: Sendable {
  let nanoseconds: Int

  /// This instant.
  package static func now() -> FileInstant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return FileInstant(nanoseconds: time.tv_sec &* 1_000_000_000 &+ time.tv_nsec)
  }
}

/// One name in a folder.
package struct FolderEntry: Sendable, Equatable {
  /// The name as the system has it, which need not be UTF-8.
  package let bytes: [UInt8]
  package let kind: FileKind

  /// The name, with U+FFFD for what is not UTF-8.
  package var name: String { String(decoding: bytes, as: UTF8.self) }

  /// The name as a C string.
  package var cName: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }

  /// The folders that must be there for a file, the outermost first: `a`, `a/b` for `a/b/c.html`.
  package static func foldersAbove(_ path: String) -> [String] {
    path.utf8.enumerated().compactMap { index, byte in
      byte == UInt8(ascii: "/") ? String(decoding: path.utf8.prefix(index), as: UTF8.self) : nil
    }
  }

  /// Whether `name` is a text that names the file.
  package var isNamed: Bool { PrintableName.text(bytes) != nil }
}

/// A folder that is held open: names in it are looked up there, whatever takes its path meanwhile.
package final class OpenFolder: Sendable {
  package let descriptor: Int32
  /// Where it stood when it was opened.
  package let path: String

  package init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  /// The path of a name in the folder, for messages.
  package func shown(_ name: String) -> String {
    name.isEmpty ? path : path.hasSuffix("/") ? path + name : path + "/" + name
  }
}
