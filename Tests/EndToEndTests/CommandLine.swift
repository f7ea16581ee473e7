import Foundation
import SystemPackage
import TestSupport
import Testing

/// A run of the built command as its users run it, or of another executable of the package.
struct CommandRun {
  /// The exit code, or the number of the signal that ended the process.
  let status: Int32
  /// Whether a signal ended the process.
  let isKilled: Bool
  let output: String
  let complaints: String

  /// The command that was built with the tests.
  static let executable = executable("mokuroku")

  /// An executable that was built with the tests, beside the test bundle.
  static func executable(_ name: String) -> FilePath? {
    var folder = FilePath(Bundle.main.executablePath ?? "")
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")).map {
      FilePath($0)
    }
    for start in [own, folder, FilePath(ProcessInfo.processInfo.arguments[0])].compactMap({ $0 }) {
      folder = start
      while folder.removeLastComponent() {
        let path = folder.appending(name)
        if FileManager.default.isExecutableFile(atPath: path.string), !isFolder(path) {
          return path
        }
      }
    }
    return nil
  }

  private static func isFolder(_ path: FilePath) -> Bool {
    var isFolder = ObjCBool(false)
    return FileManager.default.fileExists(atPath: path.string, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// Runs the command, or another executable, with `arguments` in `folder` and waits for its end.
  init(
    _ arguments: [String], of executable: FilePath? = Self.executable, in folder: FilePath
  ) async throws {
    let executable = try #require(executable, "the command was not built")
    // Into files, so that no amount of output can fill a pipe.
    let result = try await withTemporaryFolder { place -> (Int32, Bool, String, String) in
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
      return (
        process.terminationStatus, process.terminationReason == .uncaughtSignal,
        try TestFiles.text(paths[0]), try TestFiles.text(paths[1])
      )
    }
    (status, isKilled, output, complaints) = result
  }
}
