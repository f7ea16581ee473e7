private import Glibc
import SystemPackage

/// A folder that only one process writes beside at a time, held until the value goes away (`flock`).
final class FolderLock: Sendable {
  private let descriptor: Int32

  /// Waits until no other process holds the folder.
  init(_ folder: FilePath) throws(FileTrouble) {
    descriptor = open(folder.string, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw FileTrouble(
        action: "lock", path: folder.string, reason: String(cString: strerror(errno)))
    }
    while flock(descriptor, LOCK_EX) != 0 && errno == EINTR {}
  }

  deinit {
    close(descriptor)
  }
}
