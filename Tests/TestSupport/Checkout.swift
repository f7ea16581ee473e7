import Foundation
package import SystemPackage

/// The checkout that the tests were built from, found from the place of this file.
package enum Checkout {
  /// The folder with `Package.swift`.
  package static let root: FilePath = {
    var path = FilePath(#filePath)
    while path.removeLastComponent() {
      if FileManager.default.fileExists(atPath: path.appending("Package.swift").string) { break }
    }
    return path
  }()

  /// The text of a file by its path from the root.
  package static func text(_ path: String) throws -> String {
    try TestFiles.text(root.appending(path))
  }

  /// The names in the folder at a path from the root, sorted.
  package static func names(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path).string).sorted()
  }

  /// Material that is no part of the repository: in `Tests/Data` (`make test-data` puts the specifications
  /// there), or in a folder `shared` beside the checkout; nil where it is in neither.
  package static func shared(_ name: String) -> FilePath? {
    let data = root.appending("Tests/Data").appending(name)
    if FileManager.default.fileExists(atPath: data.string) { return data }
    var path = root
    while path.removeLastComponent() {
      let folder = path.appending("shared").appending(name)
      if FileManager.default.fileExists(atPath: folder.string) { return folder }
    }
    return nil
  }
}

/// Texts kept in the repository with which what is made now is compared.
package enum Snapshot {
  /// Whether this run writes the snapshots instead of comparing with them.
  package static var isRecording: Bool {
    ProcessInfo.processInfo.environment["MOKUROKU_RECORD_SNAPSHOTS"] == "1"
  }

  /// The snapshot at `path` from the root of the checkout, after recording `text` if this run records.
  package static func text(_ path: String, recording text: String) throws -> String {
    let place = Checkout.root.appending(path)
    if isRecording { try TestFiles.write(text, to: place) }
    return TestFiles.exists(place) ? try TestFiles.text(place) : ""
  }
}
