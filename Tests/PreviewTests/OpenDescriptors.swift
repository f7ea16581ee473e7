import Foundation
import SystemPackage

/// What this process holds open, as the system lists it.
enum OpenDescriptors {
  /// The number of connections that the server on `port` has, closed or not by the other side.
  static func connections(ofServerOn port: Int) -> Int {
    var nodes: Set<String> = []
    for table in ["/proc/self/net/tcp", "/proc/self/net/tcp6"] {
      let text = (try? String(contentsOfFile: table, encoding: .utf8)) ?? ""
      for line in text.split(separator: "\n").dropFirst() {
        // sl, local address, remote address, state, queues, timer, retransmits, uid, timeout, inode.
        let fields = line.split(separator: " ")
        guard fields.count > 9, let local = fields[1].split(separator: ":").last,
          Int(local, radix: 16) == port, fields[3] != "0A"
        else { continue }
        nodes.insert("socket:[\(fields[9])]")
      }
    }
    return targets().count { nodes.contains($0) }
  }

  /// The number of files and folders below `folder` that are open.
  static func files(below folder: FilePath) -> Int {
    targets().count { $0.hasPrefix(folder.string + "/") }
  }

  private static func targets() -> [String] {
    let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
    return numbers.compactMap {
      try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/" + $0)
    }
  }
}
