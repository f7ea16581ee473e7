private import CLinux
import Diagnostics
import SystemPackage

/// The file systems on which another machine changes files without a notice to this one.
enum SilentFileSystem {
  /// The numbers of `statfs(2)` and the names; source: `linux/magic.h`, and the modules of the makers.
  private static let names: [UInt32: String] = [
    0x6969: "NFS", 0x517B: "SMB", 0xFF53_4D42: "CIFS", 0xFE53_4D42: "SMB", 0x0102_1997: "9P (WSL)",
    0x6573_5546: "FUSE", 0x5346_414F: "AFS", 0x00C3_6400: "Ceph", 0x7375_7245: "Coda",
    0x786F_4256: "VirtualBox", 0xBACB_ACBC: "VMware", 0x7C7C_6673: "Parallels",
    0x0BD0_0BD0: "Lustre", 0x4750_4653: "GPFS", 0x0116_1970: "GFS2",
  ]

  /// Why changes below one of the paths may come without a notice; nil where none can.
  static func reason(for paths: [FilePath]) -> LocalisedText? {
    paths.lazy.compactMap { name(at: $0) }.first.map { reason($0) }
  }

  /// The reason with the name of a file system, where one is known.
  static func reason(_ name: String?) -> LocalisedText {
    guard let name else {
      return LocalisedText("--poll が付いています", en: "--poll was given")
    }
    return LocalisedText(
      "置き場所が\(name)なので、変更の知らせが届きません", en: "the files lie on \(name), which tells no changes")
  }

  /// The name of a silent file system by its number.
  static func name(of number: UInt32) -> String? { names[number] }

  private static func name(at path: FilePath) -> String? {
    path.withPlatformString { names[linux_file_system_kind($0)] }
  }
}
