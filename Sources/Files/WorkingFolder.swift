private import Glibc
package import SystemPackage

/// The folder that relative paths begin in.
package enum WorkingFolder {
  /// A path that leads to the same place, and still leads to what its name stands for when the folder that the
  /// process is in was moved away and another put in its place.
  ///
  /// Links stay as they are. The folder has the name by which the shell came into it where `shellFolder`, as in
  /// the variable `PWD`, is such a name; links in it stay too (POSIX, `pwd -L`). A path that is absolute, or a
  /// folder that is gone, changes nothing.
  package static func absolute(_ path: FilePath, shellFolder: String?) -> FilePath {
    guard !path.isAbsolute, let real = realFolder() else { return path }
    var rest = path.components.filter { $0.kind != .currentDirectory }[...]
    var folder = real
    if rest.first?.kind == .parentDirectory {
      // What is above is above the real folder, whatever links led into it.
      while rest.first?.kind == .parentDirectory {
        folder.removeLastComponent()
        rest.removeFirst()
      }
    } else if let shellFolder = shellFolder.map({ FilePath($0) }), isWorkingFolder(shellFolder) {
      folder = shellFolder
    }
    for component in rest { folder.append(component) }
    return folder
  }

  /// The working folder without links; nil where it has no name any more.
  private static func realFolder() -> FilePath? {
    guard let name = getcwd(nil, 0) else { return nil }
    defer { free(name) }
    let path = FilePath(platformString: name)
    // Linux says "(unreachable)" before a path outside the root of the process.
    return path.isAbsolute ? path : nil
  }

  private static func isWorkingFolder(_ path: FilePath) -> Bool {
    guard path.isAbsolute, path.components.allSatisfy({ $0.kind == .regular }) else { return false }
    let files = FileStore()
    guard let one = try? files.status(of: path, following: true),
      let other = try? files.status(of: ".", following: true)
    else { return false }
    return one.identity == other.identity
  }
}
