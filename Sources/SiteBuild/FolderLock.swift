private import Glibc
import SystemPackage

/// The right to write one output folder, which one process has at a time, until the value goes away.
///
/// It is a lock (`flock`) on a file beside the folder; the file goes away with it. A process that is
/// killed loses its lock, so nothing has to be cleaned up by hand.
final class FolderLock: Sendable {
  private let descriptor: Int32
  private let path: FilePath

  /// Takes the lock on the file at `path`; nil while another has it.
  init?(_ path: FilePath) throws(FileTrouble) {
    self.path = path
    while true {
      let descriptor = open(path.string, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else {
        throw FileTrouble(
          action: "lock", path: path.string, reason: String(cString: strerror(errno)))
      }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        close(descriptor)
        return nil
      }
      // The one before may have removed the file between opening and locking it.
      if FolderLock.stands(descriptor, at: path) {
        self.descriptor = descriptor
        return
      }
      close(descriptor)
    }
  }

  private static func stands(_ descriptor: Int32, at path: FilePath) -> Bool {
    var opened = stat()
    var standing = stat()
    return fstat(descriptor, &opened) == 0 && stat(path.string, &standing) == 0
      && opened.st_ino == standing.st_ino && opened.st_dev == standing.st_dev
  }

  deinit {
    unlink(path.string)
    close(descriptor)
  }
}
