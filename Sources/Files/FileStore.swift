import Glibc
package import SystemPackage

/// Files and folders of the machine: the one seam through which a build reads and writes.
///
/// Every system call goes through `call`, where a test can refuse it or end the process. What belongs to
/// the output is named from an open folder, so that a path which is replaced meanwhile leads nowhere else.
package struct FileStore: Sendable {
  /// Asked before each operation; what it throws happens in the place of the operation.
  package typealias Gate = @Sendable (FileOperation) throws(FileTrouble) -> Void

  private let gate: Gate?

  /// - Parameter gate: for tests; nil lets everything pass.
  package init(gate: Gate? = nil) {
    self.gate = gate
  }

  /// Makes one system call, again where a signal interrupted it.
  @discardableResult
  package func call(
    _ action: FileOperation.Action, _ path: @autoclosure () -> String, _ system: () -> Int32
  ) throws(FileTrouble) -> Int32 {
    if let gate { try gate(FileOperation(action, path())) }
    while true {
      let result = system()
      if result >= 0 { return result }
      let code = Errno(rawValue: errno)
      if code != .interrupted { throw FileTrouble(FileOperation(action, path()), code) }
    }
  }

  /// The path with links and `..` resolved, as far as it exists.
  package func canonical(_ path: FilePath) -> FilePath {
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
}

// MARK: - Looking

extension FileStore {
  /// What stands at `path`; nil when nothing does.
  ///
  /// With `following`, a link stands for what it leads to.
  package func status(
    of path: FilePath, following: Bool = false
  ) throws(FileTrouble) -> FileStatus? {
    try status(AT_FDCWD, path.string, path.string, following)
  }

  /// What stands at `name` in an open folder, links not followed; nil when nothing does.
  package func status(of name: String, in folder: OpenFolder) throws(FileTrouble) -> FileStatus? {
    try status(folder.descriptor, name, folder.shown(name), false)
  }

  /// What the system says of a path at which nothing stands; a ring of links leads to nothing.
  private static let absent: [Errno] = [
    .noSuchFileOrDirectory, .notDirectory, .tooManySymbolicLinkLevels,
  ]

  private func status(
    _ folder: Int32, _ name: String, _ shown: @autoclosure () -> String, _ following: Bool
  ) throws(FileTrouble) -> FileStatus? {
    var found = stat()
    do {
      try call(.look, shown()) {
        fstatat(folder, name, &found, following ? 0 : AT_SYMLINK_NOFOLLOW)
      }
    } catch  where Self.absent.contains(error.code) {
      return nil
    }
    return FileStatus(found)
  }

  /// What stands at some names in one folder, links followed; nil for a name at which nothing does.
  ///
  /// The names are what is left of `paths` behind their first `prefix` bytes, which name the folder: it is
  /// looked up once for all.
  package func statuses(
    of paths: ArraySlice<String>, behind prefix: Int, in folder: FilePath
  ) throws(FileTrouble) -> [FileStatus?] {
    let descriptor: Int32
    do {
      descriptor = try call(.look, folder.string) {
        Glibc.open(folder.isEmpty ? "." : folder.string, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      }
    } catch  where Self.absent.contains(error.code) {
      return Array(repeating: nil, count: paths.count)
    }
    let open = OpenFolder(descriptor: descriptor, path: folder.string)
    var found: [FileStatus?] = []
    found.reserveCapacity(paths.count)
    for path in paths {
      found.append(try status(of: path, behind: prefix, in: open))
    }
    return found
  }

  private func status(
    of path: String, behind prefix: Int, in folder: OpenFolder
  ) throws(FileTrouble) -> FileStatus? {
    var found = stat()
    do {
      try call(.look, folder.shown(String(path.utf8.dropFirst(prefix)) ?? path)) {
        path.withCString { fstatat(folder.descriptor, $0 + prefix, &found, 0) }
      }
    } catch  where Self.absent.contains(error.code) {
      return nil
    }
    return FileStatus(found)
  }

  /// What an open folder is.
  package func status(of folder: OpenFolder) throws(FileTrouble) -> FileStatus {
    var found = stat()
    try call(.look, folder.path) { fstat(folder.descriptor, &found) }
    return FileStatus(found)
  }

  /// The names in a folder with their kinds, in the order of their bytes.
  package func list(_ path: FilePath) throws(FileTrouble) -> [FolderEntry] {
    let descriptor = try call(.list, path.string) {
      Glibc.open(path.string, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    return try entries(of: descriptor, path.string)
  }

  /// The names in the folder `name` of an open folder, or in itself where the name is empty.
  package func list(_ name: String = "", in folder: OpenFolder) throws(FileTrouble) -> [FolderEntry]
  {
    let descriptor = try call(.list, folder.shown(name)) {
      openat(
        folder.descriptor, name.isEmpty ? "." : name,
        O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    }
    return try entries(of: descriptor, folder.shown(name))
  }

  /// Reads the names of a folder to the end and closes it.
  private func entries(
    of descriptor: Int32, _ shown: @autoclosure () -> String
  ) throws(FileTrouble) -> [FolderEntry] {
    guard let stream = fdopendir(descriptor) else {
      let code = Errno(rawValue: errno)
      Glibc.close(descriptor)
      throw FileTrouble(FileOperation(.list, shown()), code)
    }
    defer { closedir(stream) }
    var entries: [FolderEntry] = []
    while true {
      // Nothing but errno tells the end from a fault, which would lose the rest of the names.
      errno = 0
      guard let entry = readdir(stream) else { break }
      let bytes = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: UInt8.self, capacity: 256) { name in
          Array(UnsafeBufferPointer(start: name, count: strnlen(pointer, 256)))
        }
      }
      if bytes == [46] || bytes == [46, 46] { continue }
      entries.append(
        FolderEntry(bytes: bytes, kind: kind(of: entry.pointee.d_type, bytes, in: descriptor)))
    }
    if errno != 0 { throw FileTrouble(FileOperation(.list, shown()), Errno(rawValue: errno)) }
    return entries.sorted { left, right in
      let order = memcmp(left.bytes, right.bytes, min(left.bytes.count, right.bytes.count))
      return order != 0 ? order < 0 : left.bytes.count < right.bytes.count
    }
  }

  private func kind(of type: UInt8, _ name: [UInt8], in folder: Int32) -> FileKind {
    switch Int(type) {
    case Int(DT_REG): return .file
    case Int(DT_DIR): return .folder
    case Int(DT_LNK): return .link
    case Int(DT_UNKNOWN):
      // Some file systems do not tell the kind with the name.
      var found = stat()
      let entry = FolderEntry(bytes: name, kind: .other)
      let isThere = fstatat(folder, entry.cName, &found, AT_SYMLINK_NOFOLLOW) == 0
      return isThere ? FileStatus(found).kind : .other
    default: return .other
    }
  }
}

// MARK: - Reading

extension FileStore {
  /// How often a file that changes while it is read is read again.
  private static let readings = 20

  /// The bytes of a file, read again where it changes meanwhile.
  ///
  /// One of more than `most` bytes is a trouble (`fileTooLarge`).
  package func read(_ path: FilePath, atMost most: Int = .max) throws(FileTrouble) -> [UInt8] {
    for reading in 0..<Self.readings {
      if reading > 0 { usleep(10_000) }
      // Without O_NONBLOCK the opening of a named pipe would wait for its writer.
      let descriptor = try call(.open, path.string) {
        Glibc.open(path.string, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
      }
      defer { Glibc.close(descriptor) }
      if let bytes = try bytes(of: descriptor, path.string, most) { return bytes }
    }
    throw FileTrouble(FileOperation(.read, path.string), .resourceBusy)
  }

  /// The bytes of a file in an open folder; nil when there is no such file.
  package func read(_ name: String, in folder: OpenFolder) throws(FileTrouble) -> [UInt8]? {
    guard let descriptor = try openFile(name, in: folder) else { return nil }
    defer { Glibc.close(descriptor) }
    return try bytes(of: descriptor, folder.shown(name), .max)
  }

  package func openFile(_ name: String, in folder: OpenFolder) throws(FileTrouble) -> Int32? {
    do {
      return try call(.open, folder.shown(name)) {
        openat(folder.descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      }
    } catch  where Self.absent.contains(error.code) {
      return nil
    }
  }

  /// The bytes of an open file; nil where they changed meanwhile.
  private func bytes(
    of descriptor: Int32, _ path: @autoclosure () -> String, _ most: Int
  ) throws(FileTrouble) -> [UInt8]? {
    var before = stat()
    try call(.read, path()) { fstat(descriptor, &before) }
    let status = FileStatus(before)
    guard status.kind == .file else {
      throw FileTrouble(
        FileOperation(.read, path()), status.kind == .folder ? .isDirectory : .invalidArgument)
    }
    if status.size > most { throw FileTrouble(FileOperation(.read, path()), .fileTooLarge) }
    var bytes = [UInt8](repeating: 0, count: status.size)
    // Eight bytes more than there should be tell a file that has grown.
    var isAsLong = try fill(&bytes, from: descriptor, path()) == status.size
    var rest = [UInt8](repeating: 0, count: 8)
    if try fill(&rest, from: descriptor, path()) > 0 { isAsLong = false }
    var after = stat()
    try call(.read, path()) { fstat(descriptor, &after) }
    return isAsLong && FileStatus(after) == status ? bytes : nil
  }

  /// Reads until the buffer is full or the file ends; gives how much was read.
  package func fill(
    _ bytes: inout [UInt8], from descriptor: Int32, _ path: @autoclosure () -> String
  ) throws(FileTrouble) -> Int {
    var count = 0
    while count < bytes.count {
      // In pieces that a call's result can count.
      let room = min(bytes.count - count, 1 << 30)
      let got = try call(.read, path()) {
        bytes.withUnsafeMutableBytes {
          Int32(Glibc.read(descriptor, $0.baseAddress?.advanced(by: count), room))
        }
      }
      if got == 0 { break }
      count += Int(got)
    }
    return count
  }

  /// Whether the file `name` of an open folder has just these bytes.
  package func holds(
    _ bytes: [UInt8], at name: String, in folder: OpenFolder
  ) throws(FileTrouble) -> Bool {
    guard let descriptor = try openFile(name, in: folder) else { return false }
    defer { Glibc.close(descriptor) }
    var found = stat()
    try call(.read, folder.shown(name)) { fstat(descriptor, &found) }
    let status = FileStatus(found)
    guard status.kind == .file, status.size == bytes.count else { return false }
    var same = [UInt8](repeating: 0, count: bytes.count)
    return try fill(&same, from: descriptor, folder.shown(name)) == bytes.count && same == bytes
  }
}

// MARK: - Files of the system

extension FileStore {
  /// The bytes of a file of the kernel, whose length is not known before it is read.
  package func stream(_ name: String, in folder: OpenFolder) throws(FileTrouble) -> [UInt8]? {
    guard let descriptor = try openFile(name, in: folder) else { return nil }
    defer { Glibc.close(descriptor) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let got = try fill(&piece, from: descriptor, folder.shown(name))
      bytes += piece.prefix(got)
      if got < piece.count { return bytes }
    }
  }

  /// Whether names can be made and removed in a folder.
  package func canWrite(in folder: FilePath) throws(FileTrouble) -> Bool {
    do {
      try call(.access, folder.string) { access(folder.string, W_OK | X_OK) }
      return true
    } catch  where [.permissionDenied, .readOnlyFileSystem, .notPermitted].contains(error.code) {
      return false
    }
  }
}
