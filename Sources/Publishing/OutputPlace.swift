import Files
import SystemPackage

/// Where an edition will stand, and where Mokuroku works while it makes one.
///
/// Mostly the two are neighbours: `.public.next` beside `public` becomes `public` in one step. Where the
/// folder above cannot be written, or the output is a mount point, a folder cannot be exchanged: then the
/// work goes on inside the output, and files are replaced one by one.
package struct OutputPlace: Sendable {
  /// How an edition takes the place of the one before.
  package enum Way: Sendable, Equatable {
    /// As a whole: readers see one edition or the other.
    case exchanged
    /// File by file: new files, then pages, then what is gone.
    case inPlace
  }

  let output: FilePath
  let way: Way
  /// The folder in which the lock and the new edition lie.
  let workplace: OpenFolder
  /// The last part of the output's path.
  let name: String

  private static let inPlaceLockName = ".mokuroku.lock"
  private static let inPlaceNextName = ".mokuroku.next"

  /// The file with the lock.
  var lockName: String { way == .exchanged ? ".\(name).lock" : Self.inPlaceLockName }
  /// The folder of the new edition, and of the old one after an exchange.
  var nextName: String { way == .exchanged ? ".\(name).next" : Self.inPlaceNextName }
  /// The folder of the old edition where a file system cannot exchange.
  var oldName: String { ".\(name).old" }
  /// What Mokuroku itself puts at the top of an output.
  var ownNames: Set<String> { way == .inPlace ? [lockName, nextName] : [] }

  /// Finds out how an edition can be put at `output`, which is canonical, unless `way` tells.
  static func find(
    _ output: FilePath, way: Way? = nil, _ files: FileStore
  ) throws(FileTrouble) -> OutputPlace {
    let name = output.lastComponent?.string ?? "public"
    let found = if let way { way } else { try Self.way(to: output, files) }
    if found == .inPlace {
      return OutputPlace(
        output: output, way: .inPlace, workplace: try files.openFolder(output), name: name)
    }
    let parent = output.removingLastComponent()
    try files.makeFolder(parent)
    return OutputPlace(
      output: output, way: .exchanged, workplace: try files.openFolder(parent), name: name)
  }

  private static func way(
    to output: FilePath, _ files: FileStore
  ) throws(FileTrouble) -> Way {
    guard try files.status(of: output)?.kind == .folder else { return .exchanged }
    // A build that was killed in place is put right in place.
    for name in [inPlaceLockName, inPlaceNextName]
    where try files.status(of: output.appending(name)) != nil {
      return .inPlace
    }
    if try files.isMountPoint(output) { return .inPlace }
    return try files.canWrite(in: output.removingLastComponent()) ? .exchanged : .inPlace
  }
}

extension FileStore {
  /// Whether another file system, or another part of this one, is mounted at `path`, which is canonical.
  ///
  /// The kernel lists mounts in `/proc/self/mountinfo` (proc(5)); the fifth column is the place.
  fileprivate func isMountPoint(_ path: FilePath) throws(FileTrouble) -> Bool {
    let above = path.removingLastComponent()
    if let one = try status(of: path), let other = try status(of: above),
      one.identity.device != other.identity.device
    {
      return true
    }
    guard let folder = try? openFolder("/proc/self"),
      let table = try? stream("mountinfo", in: folder)
    else { return false }
    let place = Array(path.string.utf8)
    return table.split(separator: UInt8(ascii: "\n")).contains { line in
      let columns = line.split(separator: UInt8(ascii: " "), maxSplits: 5)
      return columns.count > 4 && Self.unescaped(columns[4]) == place
    }
  }

  /// Bytes with `\040` and other octal escapes written out.
  private static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      let digits = text[index...].dropFirst().prefix(3)
      if text[index] == UInt8(ascii: "\\"), digits.count == 3,
        let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 8)
      {
        bytes.append(byte)
        index += 4
      } else {
        bytes.append(text[index])
        index += 1
      }
    }
    return bytes
  }
}
