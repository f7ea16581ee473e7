import CLinux
import Glibc
package import SystemPackage

extension FileStore {
  /// Opens a folder.
  package func openFolder(_ path: FilePath) throws(FileTrouble) -> OpenFolder {
    let descriptor = try call(.open, path.string) {
      Glibc.open(path.string, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    return OpenFolder(descriptor: descriptor, path: path.string)
  }

  /// Opens the folder `name` of an open folder; a link is refused.
  package func openFolder(_ name: String, in folder: OpenFolder) throws(FileTrouble) -> OpenFolder {
    let descriptor = try call(.open, folder.shown(name)) {
      openat(folder.descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    }
    return OpenFolder(descriptor: descriptor, path: folder.shown(name))
  }

  /// Makes a folder and those above it; one that is there already is fine.
  package func makeFolder(_ path: FilePath) throws(FileTrouble) {
    if try status(of: path, following: true)?.kind == .folder { return }
    let above = path.removingLastComponent()
    if above != path && !above.string.isEmpty { try makeFolder(above) }
    do {
      try call(.makeFolder, path.string) { mkdir(path.string, 0o755) }
    } catch  where error.code == .fileExists {
      // Another process may have made it meanwhile.
      if try status(of: path, following: true)?.kind != .folder { throw error }
    }
  }

  /// Makes a new folder in an open folder.
  package func makeFolder(_ name: String, in folder: OpenFolder) throws(FileTrouble) {
    try call(.makeFolder, folder.shown(name)) { mkdirat(folder.descriptor, name, 0o755) }
  }

  /// Makes the folders above the file `name` in an open folder.
  package func makeFolders(above name: String, in folder: OpenFolder) throws(FileTrouble) {
    for above in FolderEntry.foldersAbove(name) {
      do {
        try makeFolder(above, in: folder)
      } catch  where error.code == .fileExists {
        continue
      }
    }
  }

  /// Writes a new file; one that is there already is a trouble.
  package func create(_ path: FilePath, _ bytes: [UInt8]) throws(FileTrouble) {
    try create(AT_FDCWD, path.string, bytes, path.string)
  }

  /// Writes a new file in an open folder, with the folders above it.
  package func create(_ name: String, in folder: OpenFolder, _ bytes: [UInt8]) throws(FileTrouble) {
    do {
      try create(folder.descriptor, name, bytes, folder.shown(name))
    } catch  where error.code == .noSuchFileOrDirectory {
      try makeFolders(above: name, in: folder)
      try create(folder.descriptor, name, bytes, folder.shown(name))
    }
  }

  private func create(
    _ folder: Int32, _ name: String, _ bytes: [UInt8], _ shown: @autoclosure () -> String
  ) throws(FileTrouble) {
    let descriptor = try call(.create, shown()) {
      openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    }
    do {
      try write(bytes, to: descriptor, shown())
    } catch {
      Glibc.close(descriptor)
      throw error
    }
    try close(descriptor, shown())
  }

  private func write(
    _ bytes: [UInt8], to descriptor: Int32, _ path: @autoclosure () -> String
  ) throws(FileTrouble) {
    var written = 0
    while written < bytes.count {
      let rest = min(bytes.count - written, 1 << 30)
      let put = try call(.write, path()) {
        bytes.withUnsafeBytes {
          Int32(Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), rest))
        }
      }
      written += Int(put)
    }
  }

  /// Closes a file that was written: some file systems tell only now that they could not write it.
  private func close(
    _ descriptor: Int32, _ path: @autoclosure () -> String
  ) throws(FileTrouble) {
    var isClosed = false
    do {
      try call(.close, path()) {
        // After EINTR the file is closed too (close(2), Linux).
        if isClosed { return 0 }
        isClosed = true
        return Glibc.close(descriptor)
      }
    } catch {
      if !isClosed { Glibc.close(descriptor) }
      throw error
    }
  }

  /// Gives the file `name` of one folder a second name, the same, in another; a link stays a link.
  package func link(_ name: String, from one: OpenFolder, to other: OpenFolder) throws(FileTrouble)
  {
    do {
      try linkOnce(name, one, other)
    } catch  where error.code == .noSuchFileOrDirectory {
      try makeFolders(above: name, in: other)
      try linkOnce(name, one, other)
    }
  }

  private func linkOnce(
    _ name: String, _ one: OpenFolder, _ other: OpenFolder
  ) throws(FileTrouble) {
    try call(.link, one.shown(name)) {
      linkat(one.descriptor, name, other.descriptor, name, 0)
    }
  }

  /// Removes a file or a link; one that is gone already is fine.
  package func removeFile(_ name: String, in folder: OpenFolder) throws(FileTrouble) {
    try remove(name.utf8CString.map { $0 }, shown: name, in: folder, 0)
  }

  /// Removes an empty folder; one that is gone already is fine.
  package func removeFolder(_ name: String, in folder: OpenFolder) throws(FileTrouble) {
    try remove(name.utf8CString.map { $0 }, shown: name, in: folder, AT_REMOVEDIR)
  }

  private func remove(
    _ name: [CChar], shown: String, in folder: OpenFolder, _ flags: Int32
  ) throws(FileTrouble) {
    do {
      try call(.remove, folder.shown(shown)) { unlinkat(folder.descriptor, name, flags) }
    } catch  where error.code == .noSuchFileOrDirectory {
      return
    }
  }

  /// Removes what stands at `name` with everything in it; links are removed, not followed.
  package func removeAll(_ name: String, in folder: OpenFolder) throws(FileTrouble) {
    guard let status = try status(of: name, in: folder) else { return }
    try removeAll(FolderEntry(bytes: Array(name.utf8), kind: status.kind), in: folder)
  }

  /// The same by the bytes of a name, which need not be text.
  private func removeAll(_ entry: FolderEntry, in folder: OpenFolder) throws(FileTrouble) {
    let name = entry.cName
    guard entry.kind == .folder else {
      return try remove(name, shown: entry.name, in: folder, 0)
    }
    let descriptor = try call(.open, folder.shown(entry.name)) {
      openat(folder.descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    }
    let inner = OpenFolder(descriptor: descriptor, path: folder.shown(entry.name))
    for entry in try list(in: inner) { try removeAll(entry, in: inner) }
    try remove(name, shown: entry.name, in: folder, AT_REMOVEDIR)
  }

  /// Removes what stands at `name`; what may not be removed is moved aside, so that its name is free.
  ///
  /// - Returns: where it was moved to.
  package func clear(_ name: String, in folder: OpenFolder) throws(FileTrouble) -> String? {
    do {
      try removeAll(name, in: folder)
      return nil
    } catch  where [.permissionDenied, .notPermitted].contains(error.code) {
      for number in 1..<100 {
        let aside = "\(name)-\(number)"
        if try status(of: aside, in: folder) != nil { continue }
        try move(name, in: folder, to: aside, in: folder)
        return folder.shown(aside)
      }
      throw error
    }
  }

  /// Gives a folder the mode and group of another, as far as this user may.
  package func adopt(_ other: OpenFolder, for folder: OpenFolder) throws(FileTrouble) {
    var model = stat()
    try call(.look, other.path) { fstat(other.descriptor, &model) }
    // Of what may not be changed the system's own choice stays.
    _ = try? call(.adopt, folder.path) { fchown(folder.descriptor, uid_t.max, model.st_gid) }
    _ = try? call(.adopt, folder.path) { fchmod(folder.descriptor, model.st_mode & 0o7777) }
  }

  /// Gives the file `name` of an open folder the mode, owner and group of another file, as far as this user
  /// may.
  package func adopt(
    _ model: FileStatus, for name: String, in folder: OpenFolder
  ) throws(FileTrouble) {
    let rights = model.rights
    if try status(of: name, in: folder)?.rights == rights { return }
    let (descriptor, shown) = (folder.descriptor, folder.shown(name))
    // Of what may not be changed the system's own choice stays. The mode comes last: a change of the owner
    // takes some of it.
    for owner in [rights.owner, uid_t.max] {
      let changed = try? call(.adopt, shown) {
        fchownat(descriptor, name, owner, rights.group, AT_SYMLINK_NOFOLLOW)
      }
      if changed != nil { break }
    }
    _ = try? call(.adopt, shown) { fchmodat(descriptor, name, rights.mode, 0) }
  }

  /// Moves a file or folder from one open folder to another of the same file system.
  package func move(
    _ name: String, in one: OpenFolder, to newName: String, in other: OpenFolder
  ) throws(FileTrouble) {
    try call(.move, one.shown(name)) {
      renameat(one.descriptor, name, other.descriptor, newName)
    }
  }

  /// Exchanges two entries of a folder in one step, so that no reader sees neither.
  package func exchange(_ one: String, _ other: String, in folder: OpenFolder) throws(FileTrouble) {
    try call(.exchange, folder.shown(one)) { linux_exchange(folder.descriptor, one, other) }
  }

  /// Waits until everything on the file system of an open folder is on the disk.
  package func synchroniseFileSystem(of folder: OpenFolder) throws(FileTrouble) {
    try call(.synchronise, folder.path) { linux_syncfs(folder.descriptor) }
  }

  /// Waits until the names in an open folder are on the disk.
  package func synchronise(_ folder: OpenFolder) throws(FileTrouble) {
    do {
      try call(.synchronise, folder.path) { fsync(folder.descriptor) }
    } catch  where error.code == .invalidArgument {
      // Some network file systems cannot do it for folders (fsync(2)); they have no later than this.
      return
    }
  }
}
