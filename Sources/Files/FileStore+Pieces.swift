import Glibc
package import SystemPackage

/// A file that is held open to be read in pieces.
package final class OpenFile: Sendable {
  fileprivate let descriptor: Int32
  fileprivate let path: String
  /// How many bytes it had when it was opened.
  package let size: Int

  fileprivate init(descriptor: Int32, path: String, size: Int) {
    self.descriptor = descriptor
    self.path = path
    self.size = size
  }

  deinit { close(descriptor) }
}

extension FileStore {
  /// Opens a file whose bytes are wanted in pieces.
  package func open(_ path: FilePath) throws(FileTrouble) -> OpenFile {
    let descriptor = try call(.open, path.string) {
      Glibc.open(path.string, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    }
    var found = stat()
    do throws(FileTrouble) {
      try call(.read, path.string) { fstat(descriptor, &found) }
      let status = FileStatus(found)
      guard status.kind == .file else {
        throw FileTrouble(FileOperation(.read, path.string), .invalidArgument)
      }
      return OpenFile(descriptor: descriptor, path: path.string, size: status.size)
    } catch {
      Glibc.close(descriptor)
      throw error
    }
  }

  /// Up to `count` bytes of an open file from `offset`; fewer at its end.
  package func read(
    _ count: Int, at offset: Int, of file: OpenFile
  ) throws(FileTrouble) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: max(0, min(count, file.size - offset)))
    var done = 0
    while done < bytes.count {
      let room = min(bytes.count - done, 1 << 30)
      let got = try call(.read, file.path) {
        bytes.withUnsafeMutableBytes {
          Int32(
            pread(file.descriptor, $0.baseAddress?.advanced(by: done), room, off_t(offset + done)))
        }
      }
      if got == 0 { break }
      done += Int(got)
    }
    if done < bytes.count { bytes.removeLast(bytes.count - done) }
    return bytes
  }
}
