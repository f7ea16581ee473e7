import Foundation
import SystemPackage
import TestSupport
import Testing

/// A run of the built command as its users run it.
struct CommandRun {
  let status: Int32
  let output: String
  let complaints: String

  /// The executable that was built with the tests, beside the test bundle.
  static let executable: FilePath? = {
    var folder = FilePath(Bundle.main.executablePath ?? "")
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")).map {
      FilePath($0)
    }
    for start in [own, folder, FilePath(ProcessInfo.processInfo.arguments[0])].compactMap({ $0 }) {
      folder = start
      while folder.removeLastComponent() {
        let path = folder.appending("mokuroku")
        if FileManager.default.isExecutableFile(atPath: path.string), !isFolder(path) {
          return path
        }
      }
    }
    return nil
  }()

  private static func isFolder(_ path: FilePath) -> Bool {
    var isFolder = ObjCBool(false)
    return FileManager.default.fileExists(atPath: path.string, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// Runs the command with `arguments` in the folder `folder` and waits for its end.
  init(_ arguments: [String], in folder: FilePath) async throws {
    let executable = try #require(Self.executable, "the command was not built")
    // Into files, so that no amount of output can fill a pipe.
    let result = try await withTemporaryFolder { place -> (Int32, String, String) in
      let process = Process()
      process.executableURL = URL(fileURLWithPath: executable.string)
      process.arguments = arguments
      process.currentDirectoryURL = URL(fileURLWithPath: folder.string)
      let paths = ["out", "err"].map { place.appending($0) }
      let handles = try paths.map { path -> FileHandle in
        try TestFiles.write("", to: path)
        return try FileHandle(forWritingTo: URL(fileURLWithPath: path.string))
      }
      process.standardOutput = handles[0]
      process.standardError = handles[1]
      process.standardInput = FileHandle.nullDevice
      try await withCheckedThrowingContinuation {
        (continuation: CheckedContinuation<Void, any Error>) in
        process.terminationHandler = { _ in continuation.resume() }
        do { try process.run() } catch { continuation.resume(throwing: error) }
      }
      return (process.terminationStatus, try TestFiles.text(paths[0]), try TestFiles.text(paths[1]))
    }
    (status, output, complaints) = result
  }
}
