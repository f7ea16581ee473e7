private import Glibc
import SystemPackage

/// The notices of the kernel about changes in folders (`inotify(7)`).
final class Inotify: Sendable {
  /// One notice.
  struct Event {
    /// Which watch it is for; -1 when notices were lost.
    let watch: Int32
    let mask: UInt32
    /// The name within the watched folder; empty when it is about the folder itself.
    let name: [UInt8]

    /// Whether the queue ran over and notices were lost.
    var isOverflow: Bool { mask & UInt32(IN_Q_OVERFLOW) != 0 }

    /// Whether folders came, went or moved, so that others have to be watched from now on.
    var changesFolders: Bool {
      let about = UInt32(IN_ISDIR)
      let movement = UInt32(IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO)
      return mask & UInt32(IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT) != 0
        || (mask & about != 0 && mask & movement != 0)
    }

    /// Whether a file was closed after writing, or put in its place: it is whole.
    var endsWriting: Bool {
      mask & UInt32(IN_CLOSE_WRITE | IN_MOVED_TO) != 0 && mask & UInt32(IN_ISDIR) == 0
    }

    /// Whether bytes were written to a file, or it was made to be written; its end will be told.
    var isWriting: Bool {
      mask & UInt32(IN_MODIFY | IN_CREATE) != 0 && mask & UInt32(IN_ISDIR) == 0
    }

    /// Whether a name came, went or means something else now.
    var movesNames: Bool {
      mask & UInt32(IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO) != 0
    }

    /// Whether it only says that a watch is gone.
    var isFarewell: Bool { mask & UInt32(IN_IGNORED) != 0 }
  }

  /// Readable while notices wait.
  let descriptor: Int32

  private static let mask = UInt32(
    IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_MOVED_FROM
      | IN_MOVED_TO | IN_MOVE_SELF | IN_EXCL_UNLINK | IN_ONLYDIR)

  init() throws(SystemTrouble) {
    descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    if descriptor < 0 { throw SystemTrouble() }
  }

  deinit { close(descriptor) }

  /// Watches the folder at `path`; one that is watched already keeps its number.
  ///
  /// - Returns: the number of the watch; nil when there is no such folder or it may not be read.
  func add(_ path: FilePath, followingLink: Bool = false) throws(SystemTrouble) -> Int32? {
    try add(path, followingLink ? Self.mask : Self.mask | UInt32(IN_DONT_FOLLOW))
  }

  /// Watches whether a folder is itself moved or removed, besides what it is watched for already.
  ///
  /// - Returns: the number of the watch; nil when there is no such folder or it may not be read.
  func addForMoves(_ path: FilePath) throws(SystemTrouble) -> Int32? {
    try add(path, UInt32(IN_MOVE_SELF | IN_DELETE_SELF | IN_ONLYDIR | IN_MASK_ADD))
  }

  private func add(_ path: FilePath, _ mask: UInt32) throws(SystemTrouble) -> Int32? {
    let watch = path.withPlatformString { inotify_add_watch(descriptor, $0, mask) }
    if watch >= 0 { return watch }
    let trouble = SystemTrouble()
    // No room for another watch: nothing that goes away by itself.
    if trouble.number == ENOSPC || trouble.number == ENOMEM { throw trouble }
    return nil
  }

  /// Ends a watch.
  func remove(_ watch: Int32) {
    inotify_rm_watch(descriptor, watch)
  }

  /// All the notices that wait.
  func drain() -> [Event] {
    var events: [Event] = []
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return events }
      buffer.withUnsafeBytes { Self.split(UnsafeRawBufferPointer(rebasing: $0[..<count]), &events) }
    }
  }

  /// Takes a buffer of `struct inotify_event` apart: wd, mask, cookie, length, then the name with
  /// zeros behind it.
  private static func split(_ buffer: UnsafeRawBufferPointer, _ events: inout [Event]) {
    var offset = 0
    while offset + 16 <= buffer.count {
      let length = Int(buffer.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self))
      let name = buffer[(offset + 16)..<min(offset + 16 + length, buffer.count)].prefix { $0 != 0 }
      events.append(
        Event(
          watch: buffer.loadUnaligned(fromByteOffset: offset, as: Int32.self),
          mask: buffer.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self),
          name: Array(name)))
      offset += 16 + length
    }
  }
}
