import Foundation
package import SystemPackage

/// Where folders for tests are made: in memory where there is such a place, since a build waits for the
/// disk to have everything that all processes wrote.
private let temporaryPlace: URL = {
  let memory = "/dev/shm"
  return FileManager.default.isWritableFile(atPath: memory)
    ? URL(fileURLWithPath: memory) : FileManager.default.temporaryDirectory
}()

/// Makes an empty folder, hands it over and removes it afterwards with everything in it.
package func withTemporaryFolder<Result>(
  _ work: (FilePath) async throws -> Result
) async throws -> Result {
  let place = temporaryPlace.appendingPathComponent("mokuroku-test-" + UUID().uuidString)
  try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: place) }
  // The system's folder may be a link; what is built in it is compared with resolved paths.
  return try await work(FilePath(place.resolvingSymlinksInPath().path))
}

/// Files for tests, which may use Foundation where the product does not.
package enum TestFiles {
  /// Writes a file and makes the folders above it.
  package static func write(_ text: String, to path: FilePath) throws {
    try write(Array(text.utf8), to: path)
  }

  /// Writes a file and makes the folders above it.
  package static func write(_ bytes: [UInt8], to path: FilePath) throws {
    try FileManager.default.createDirectory(
      atPath: path.removingLastComponent().string, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: path.string))
  }

  /// Removes a file, or a folder with everything in it; nothing where nothing is.
  package static func remove(_ path: FilePath) throws {
    if exists(path) { try FileManager.default.removeItem(atPath: path.string) }
  }

  /// Moves a file.
  package static func move(_ path: FilePath, to other: FilePath) throws {
    try FileManager.default.moveItem(atPath: path.string, toPath: other.string)
  }

  /// The text of a file.
  package static func text(_ path: FilePath) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path.string)), as: UTF8.self)
  }

  /// Whether anything stands at the path.
  package static func exists(_ path: FilePath) -> Bool {
    FileManager.default.fileExists(atPath: path.string)
  }

  /// Every file below a folder with its bytes, by its path from the folder; hidden ones too.
  package static func all(in folder: FilePath) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.string) {
      let path = folder.appending(name)
      var isFolder = ObjCBool(false)
      _ = FileManager.default.fileExists(atPath: path.string, isDirectory: &isFolder)
      if isFolder.boolValue { continue }
      files[name] = Array(try Data(contentsOf: URL(fileURLWithPath: path.string)))
    }
    return files
  }
}
