import Glibc
package import SystemPackage

/// A trouble of the machine while files are read or written.
package struct FileTrouble: Error, Sendable, Equatable, CustomStringConvertible {
  /// What was tried, as a verb with its object.
  package let action: String
  package let path: String
  /// The system's own words.
  package let reason: String

  /// What was tried and why it failed, in one line.
  package var description: String { "\(action) \(path): \(reason)" }
}

/// Files and folders of the machine; the only place that reads and writes them.
package enum FileStore {
  /// What stands at a path.
  package enum Kind: Sendable {
    case file
    case folder
    case link
    case other
  }

  /// What stands in a folder.
  package struct Entry: Sendable {
    /// The name as the system has it.
    package let component: FilePath.Component
    package let kind: Kind

    /// The name as text, with U+FFFD for what is none.
    package var name: String { component.string }

    /// The bytes of the name, which need not be text.
    package var bytes: [UInt8] {
      component.withPlatformString { name in
        UnsafeBufferPointer(start: name, count: strlen(name)).map { UInt8(bitPattern: $0) }
      }
    }
  }

  /// The names in a folder with their kinds, in the order of their bytes.
  package static func list(_ folder: FilePath) throws(FileTrouble) -> [Entry] {
    guard let stream = folder.withPlatformString({ opendir($0) }) else {
      throw trouble("open folder", folder)
    }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while let entry = readdir(stream) {
      let component = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          FilePath.Component(platformString: $0)
        }
      }
      guard let component, component.kind == .regular else { continue }
      let kind: Kind? =
        switch Int(entry.pointee.d_type) {
        case Int(DT_REG): .file
        case Int(DT_DIR): .folder
        case Int(DT_LNK): .link
        case Int(DT_UNKNOWN): Self.kind(of: folder.appending(component))
        default: .other
        }
      entries.append(Entry(component: component, kind: kind ?? .other))
    }
    return entries.map { ($0.bytes, $0) }.sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
  }

  /// What stands at `path`, links not followed; nil when nothing does.
  package static func kind(of path: FilePath) -> Kind? {
    var status = stat()
    guard path.withPlatformString({ lstat($0, &status) }) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }

  /// The bytes of a file.
  package static func read(_ path: FilePath) throws(FileTrouble) -> [UInt8] {
    let descriptor = open(path.string, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw trouble("read", path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw trouble("read", path) }
    var failed = false
    let size = max(0, Int(status.st_size))
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), size - count)
        if got < 0 && errno == EINTR { continue }
        if got < 0 { failed = true }
        if got <= 0 { break }
        count += got
      }
    }
    if failed { throw trouble("read", path) }
    return bytes
  }

  /// Writes a new file, or replaces one.
  package static func write(_ bytes: [UInt8], to path: FilePath) throws(FileTrouble) {
    let descriptor = open(path.string, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw trouble("write", path) }
    var written = 0
    let failed = bytes.withUnsafeBytes { buffer in
      while written < buffer.count {
        let put = Glibc.write(
          descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
        if put < 0 && errno == EINTR { continue }
        if put <= 0 { return true }
        written += put
      }
      return false
    }
    let reason = failed ? trouble("write", path) : nil
    close(descriptor)
    if let reason { throw reason }
  }

  /// Makes a folder and those above it; one that is there already is fine.
  package static func makeFolder(_ path: FilePath) throws(FileTrouble) {
    if mkdir(path.string, 0o755) == 0 { return }
    if errno == ENOENT {
      let above = path.removingLastComponent()
      if above != path && !above.string.isEmpty {
        try makeFolder(above)
        if mkdir(path.string, 0o755) == 0 { return }
      }
    }
    let reason = trouble("make folder", path)
    if kind(of: path) != .folder { throw reason }
  }

  /// Removes what stands at `path` with everything in it; links are removed, not followed.
  package static func remove(_ path: FilePath) throws(FileTrouble) {
    switch kind(of: path) {
    case nil: return
    case .folder:
      for entry in try list(path) { try remove(path.appending(entry.component)) }
      if path.withPlatformString({ rmdir($0) }) != 0 { throw trouble("remove", path) }
    default:
      if path.withPlatformString({ unlink($0) }) != 0 { throw trouble("remove", path) }
    }
  }

  /// Moves a file or folder on the same file system.
  package static func move(_ source: FilePath, to target: FilePath) throws(FileTrouble) {
    if rename(source.string, target.string) != 0 { throw trouble("move", source) }
  }

  /// Exchanges two folders in one step, so that no reader sees neither (`renameat2`, Linux 3.15).
  ///
  /// - Returns: false where the file system cannot do it.
  package static func exchange(_ one: FilePath, _ other: FilePath) throws(FileTrouble) -> Bool {
    guard let renameat2 = renameat2 else { return false }
    let exchangeFlag: UInt32 = 2  // RENAME_EXCHANGE
    if renameat2(AT_FDCWD, one.string, AT_FDCWD, other.string, exchangeFlag) == 0 { return true }
    if errno == EINVAL || errno == ENOSYS { return false }
    throw trouble("exchange", one)
  }

  private typealias RenameAt2 =
    @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32

  /// The C library's function, which its headers hide from Swift behind `_GNU_SOURCE`.
  private static let renameat2: RenameAt2? = {
    guard let symbol = dlsym(dlopen(nil, RTLD_NOW), "renameat2") else { return nil }
    return unsafeBitCast(symbol, to: RenameAt2.self)
  }()

  /// The path with links and `..` resolved, as far as it exists.
  package static func canonical(_ path: FilePath) -> FilePath {
    if let resolved = realpath(path.string, nil) {
      defer { free(resolved) }
      return FilePath(String(cString: resolved))
    }
    guard let last = path.lastComponent, path.removingLastComponent() != path else { return path }
    let above = path.removingLastComponent()
    let resolved = canonical(above.string.isEmpty ? "." : above)
    switch last.kind {
    case .currentDirectory: return resolved
    // What is not there yet is no link, so that its parent is the folder it is named in.
    case .parentDirectory: return resolved.removingLastComponent()
    case .regular: return resolved.appending(last)
    }
  }

  private static func trouble(_ action: String, _ path: FilePath) -> FileTrouble {
    FileTrouble(action: action, path: path.string, reason: String(cString: strerror(errno)))
  }
}
