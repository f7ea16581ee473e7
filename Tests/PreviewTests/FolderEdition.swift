import Foundation

@testable import Preview

/// The files of a folder as an edition, read when they are asked for.
struct FolderEdition: PreviewEdition {
  let folder: TemporaryFolder
  /// The name of the folder with the files.
  var name = "public"

  private func full(_ path: String) -> String { folder.full(name + "/" + path) }

  func hasFile(at path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: full(path), isDirectory: &isFolder)
      && !isFolder.boolValue
  }

  func bytes(at path: String) async throws -> [UInt8]? {
    guard hasFile(at: path) else { return nil }
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: full(path))))
  }
}
