import Glibc
import SystemPackage

/// A path followed step by step, with every link on the way.
struct LinkedPath: Equatable {
  /// Each link, and where the way ends at a name that is not there, that name too; the folders of these paths
  /// are no links.
  private(set) var links: [FilePath] = []
  /// Where it leads in the end, without links; nil where it leads nowhere.
  private(set) var end: FilePath?

  /// As many links as the system follows (`MAXSYMLINKS`, path_resolution(7)).
  private static let mostLinks = 40

  /// Follows a path to where it leads now.
  init(_ path: FilePath) {
    var place: FilePath = path.isAbsolute ? "/" : ""
    var rest = Array(path.components.reversed())
    while let component = rest.popLast() {
      switch component.kind {
      case .currentDirectory: continue
      case .parentDirectory: Self.rise(&place)
      case .regular:
        let next = place.appending(component)
        switch Self.kind(of: next) {
        case nil:
          links.append(next)
          return
        case S_IFLNK:
          links.append(next)
          guard links.count <= Self.mostLinks, let target = Self.target(of: next) else { return }
          if target.isAbsolute { place = "/" }
          rest += target.components.reversed()
        default: place = next
        }
      }
    }
    end = place.isEmpty ? "." : place
  }

  /// Goes one folder up; `place` has no links.
  private static func rise(_ place: inout FilePath) {
    if place.lastComponent?.kind == .regular {
      place.removeLastComponent()
    } else if !place.isAbsolute {
      place.append("..")
    }
  }

  /// The kind of file at a path that is not followed; nil where nothing can be found.
  static func kind(of path: FilePath) -> mode_t? {
    var status = stat()
    guard path.withPlatformString({ lstat($0, &status) }) == 0 else { return nil }
    return status.st_mode & S_IFMT
  }

  /// What a link says; nil where it is none any more.
  private static func target(of path: FilePath) -> FilePath? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = path.withPlatformString { readlink($0, &buffer, buffer.count - 1) }
    guard count > 0 else { return nil }
    return buffer.withUnsafeBufferPointer { pointer in
      pointer.baseAddress.map { FilePath(platformString: $0) }
    }
  }
}
