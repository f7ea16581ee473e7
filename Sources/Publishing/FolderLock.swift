import Files
private import Glibc
import SystemPackage

/// The right to write one output folder, which one process has at a time.
///
/// It is a lock (`flock`) on a file beside what it guards. A process that is killed loses the lock but
/// leaves the file: by that file the next one knows that what lies beside it is Mokuroku's.
final class FolderLock: Sendable {
  private let descriptor: Int32
  private let name: String
  private let folder: OpenFolder
  /// Whether a process before did not come to its end.
  let wasLeft: Bool

  private init(_ descriptor: Int32, _ name: String, in folder: OpenFolder, wasLeft: Bool) {
    self.descriptor = descriptor
    self.name = name
    self.folder = folder
    self.wasLeft = wasLeft
  }

  deinit {
    // Closing alone would leave the lock to a process that is just being started and has the descriptor until
    // its program begins.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// Takes the lock on the file `name`; nil while another has it.
  static func take(
    _ name: String, in folder: OpenFolder, _ files: FileStore
  ) throws(FileTrouble) -> FolderLock? {
    while true {
      let (descriptor, isNew) = try open(name, in: folder, files)
      let lock = FolderLock(descriptor, name, in: folder, wasLeft: !isNew)
      do {
        try files.call(.lock, folder.shown(name)) { flock(descriptor, LOCK_EX | LOCK_NB) }
      } catch  where error.code == .wouldBlock {
        return nil
      }
      // The one before may have removed the file between opening and locking it.
      var opened = stat()
      try files.call(.look, folder.shown(name)) { fstat(descriptor, &opened) }
      if try files.status(of: name, in: folder)?.identity == FileStatus(opened).identity {
        return lock
      }
    }
  }

  private static func open(
    _ name: String, in folder: OpenFolder, _ files: FileStore
  ) throws(FileTrouble) -> (descriptor: Int32, isNew: Bool) {
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC
    do {
      let descriptor = try files.call(.lock, folder.shown(name)) {
        openat(folder.descriptor, name, flags | O_EXCL, 0o644)
      }
      return (descriptor, true)
    } catch  where error.code == .fileExists {
      let descriptor = try files.call(.lock, folder.shown(name)) {
        openat(folder.descriptor, name, flags, 0o644)
      }
      return (descriptor, false)
    }
  }

  /// Removes the file, once nothing is left beside it; the lock ends with this value.
  func release(_ files: FileStore) throws(FileTrouble) {
    try files.removeFile(name, in: folder)
  }
}
