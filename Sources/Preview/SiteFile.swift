private import Glibc

/// A regular file of an edition, opened; it can be read to its end after the edition is gone.
final class SiteFile: Sendable {
  /// The number of bytes.
  let size: Int
  /// When it was last written, in seconds since 1970.
  let modified: Int
  /// A text that no two versions of a file share: node, size and time of writing in nanoseconds.
  let version: String
  private let descriptor: Int32

  /// Takes over an open file; nil (and the file closed) when it is not a regular one.
  init?(descriptor: Int32) {
    self.descriptor = descriptor
    var status = stat()
    let isFile = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    size = Int(status.st_size)
    modified = Int(status.st_mtim.tv_sec)
    let fraction = Int(status.st_mtim.tv_nsec)
    version = [Int(status.st_ino), size, modified, fraction]
      .map { String($0, radix: 36) }.joined(separator: "-")
    if !isFile { return nil }
  }

  deinit { close(descriptor) }

  /// The bytes in `range`; nil when the machine cannot give them all.
  func read(_ range: Range<Int>) -> [UInt8]? {
    var complete = true
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while count < range.count {
        let got = pread(
          descriptor, buffer.baseAddress?.advanced(by: count), range.count - count,
          off_t(range.lowerBound + count))
        if got < 0 && errno == EINTR { continue }
        if got <= 0 {
          complete = false
          return
        }
        count += got
      }
    }
    return complete ? bytes : nil
  }
}

extension SiteFile: Equatable {
  static func == (one: SiteFile, other: SiteFile) -> Bool { one.version == other.version }
}
