private import Glibc

/// One edition of the site, opened; it stays the same when another takes its path.
///
/// Names are looked up from the open folder, one by one and without following links, so that no path
/// leads out of the edition, whatever stands in it.
final class SiteFolder: Sendable {
  /// What tells one folder of the machine from another.
  struct Identity: Equatable {
    let device: UInt64
    let node: UInt64
  }

  private let descriptor: Int32
  private let identity: Identity?

  /// Opens the folder at `path`; nil when there is none.
  init?(_ path: String) {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor < 0 { return nil }
    var status = stat()
    identity = fstat(descriptor, &status) == 0 ? Identity(status) : nil
  }

  deinit { close(descriptor) }

  /// Whether this edition still stands at `path`.
  func stands(at path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && Identity(status) == identity
  }

  /// The regular file with the names `segments`; nil when there is none.
  func file(_ segments: [String]) -> SiteFile? {
    guard let last = segments.last else { return nil }
    return within(segments.dropLast()) { folder in
      // Without O_NONBLOCK the opening of a named pipe would wait for its writer.
      let file = openat(folder, last, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      return file < 0 ? nil : SiteFile(descriptor: file)
    }
  }

  /// Runs `body` with the descriptor of the folder that `segments` lead to.
  private func within<Result>(
    _ segments: ArraySlice<String>, _ body: (Int32) -> Result?
  ) -> Result? {
    guard let first = segments.first else { return body(descriptor) }
    var folder = step(descriptor, first)
    for name in segments.dropFirst() where folder >= 0 {
      let next = step(folder, name)
      close(folder)
      folder = next
    }
    if folder < 0 { return nil }
    defer { close(folder) }
    return body(folder)
  }

  private func step(_ folder: Int32, _ name: String) -> Int32 {
    openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
  }
}

extension SiteFolder.Identity {
  fileprivate init(_ status: stat) {
    device = UInt64(status.st_dev)
    node = UInt64(status.st_ino)
  }
}
