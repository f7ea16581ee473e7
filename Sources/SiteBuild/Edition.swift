import ByteWriting
import SystemPackage

/// One file of the site: its path from the site's root and its bytes.
package struct OutputFile: Sendable {
  package let path: String
  package let bytes: [UInt8]

  /// Joins a path to its bytes.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// What `build.json` says of one file.
package struct ManifestEntry: Sendable, Equatable {
  package let path: String
  package let size: Int
  package let sha256: String
}

/// The list of an edition's files with their digests, which stands beside them as `build.json`.
package struct Manifest: Sendable {
  /// The name of the manifest in the output folder; by it Mokuroku knows a folder that it made.
  package static let name = "build.json"
  /// How every manifest begins.
  package static let signature = "{\"generator\":\"mokuroku\""

  /// The entries in the order of their paths.
  package let entries: [ManifestEntry]

  /// Sorts the entries.
  package init(_ entries: [ManifestEntry]) {
    self.entries = entries.sorted {
      Array($0.path.utf8).lexicographicallyPrecedes(Array($1.path.utf8))
    }
  }

  /// The manifest as JSON; it names neither a time nor a machine, so that equal inputs give equal bytes.
  package func json(version: String) -> [UInt8] {
    var out = ByteWriter(capacity: entries.count * 120)
    out.append(unescaped: Manifest.signature)
    out.append(",\"version\":")
    out.append(json: version)
    out.append(",\"files\":[")
    for (index, entry) in entries.enumerated() {
      out.append(index == 0 ? "\n" : ",\n")
      out.append("{\"path\":")
      out.append(json: entry.path)
      out.append(",\"size\":")
      out.append(decimal: entry.size)
      out.append(",\"sha256\":")
      out.append(json: entry.sha256)
      out.append("}")
    }
    out.append("\n]}\n")
    return out.bytes
  }
}
