private import Glibc
package import SystemPackage

/// A folder of its own for a process, which nobody else can look into.
package struct PrivateFolder: Sendable {
  package let path: FilePath
  private let parent: OpenFolder
  private let files: FileStore

  /// Makes the folder where the system keeps what lasts for a while (`TMPDIR`, else `/tmp`).
  package init(files: FileStore = FileStore()) throws(FileTrouble) {
    let named = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    let place = files.canonical(FilePath(named.isEmpty ? "/tmp" : named))
    var template = Array(place.appending("mokuroku-XXXXXX").string.utf8CString)
    try files.call(.makeFolder, place.string) { mkdtemp(&template) == nil ? -1 : 0 }
    path = FilePath(
      String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
    parent = try files.openFolder(place)
    self.files = files
  }

  /// Removes it with everything in it.
  package func remove() {
    guard let name = path.lastComponent?.string else { return }
    try? files.removeAll(name, in: parent)
  }
}
