import ByteWriting
import CatalogueViews
import Digests
package import Workspace

/// One file of the site: its path from the site's root and its bytes.
package struct OutputFile: Sendable {
  package let path: String
  package let bytes: [UInt8]
  /// Whether another content would have another path, so that the file may be kept for ever.
  package let isNamedByContent: Bool
  /// A digest of what the text of its record says; nil in other files.
  package let textDigest: String?

  /// Joins a path to its bytes.
  package init(
    path: String, bytes: [UInt8], isNamedByContent: Bool = false, textDigest: String? = nil
  ) {
    self.path = path
    self.bytes = bytes
    self.isNamedByContent = isNamedByContent
    self.textDigest = textDigest
  }

  /// Joins a declared file to its bytes.
  init(_ output: Output, _ bytes: [UInt8]) {
    self.init(
      path: output.path, bytes: bytes, isNamedByContent: output.isNamedByContent,
      textDigest: output.textDigest)
  }
}

/// What `build.json` says of one file.
package struct ManifestEntry: Sendable, Equatable {
  package let path: String
  package let size: Int
  package let sha256: String
  package let isNamedByContent: Bool
  /// A digest of what the text of the record says that the file describes; nil in other files.
  package let textDigest: String?

  package init(
    path: String, size: Int, sha256: String, isNamedByContent: Bool, textDigest: String? = nil
  ) {
    self.path = path
    self.size = size
    self.sha256 = sha256
    self.isNamedByContent = isNamedByContent
    self.textDigest = textDigest
  }

  /// Describes a file.
  init(_ file: OutputFile) {
    self.init(
      path: file.path, size: file.bytes.count, sha256: SHA256.hexadecimal(file.bytes),
      isNamedByContent: file.isNamedByContent, textDigest: file.textDigest)
  }
}

/// The list of an edition's files with their digests, which stands beside them as `build.json`.
package struct Manifest: Sendable, Equatable {
  /// The name of the manifest in the output folder; by it Mokuroku knows a folder that it made.
  package static let name = SiteMap.manifestName
  /// The list of the files that only the edition before had, which stay for pages that are still open.
  package static let formerName = SiteMap.formerManifestName
  /// How every manifest begins, and how those of other generators would.
  static let signature = anyGenerator + "\"mokuroku\""
  static let anyGenerator = "{\"generator\":"

  /// The entries in the order of their paths.
  package let entries: [ManifestEntry]
  /// What whoever published the edition said of its inputs, such as a commit; nil where nothing was said.
  package let source: String?
  /// How many records the edition has; nil in a list of former files.
  package let recordCount: Int?
  /// The names that the edition carries over from the one before, as `catalogue.yml` has them.
  let keep: [String]

  /// Sorts the entries.
  package init(
    _ entries: [ManifestEntry], source: String? = nil, recordCount: Int? = nil, keep: [String] = []
  ) {
    self.source = source
    self.entries = entries.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    self.recordCount = recordCount
    self.keep = keep
  }

  /// The list of the files of an edition that is not written, all of which are made for it; where further
  /// editions come meanwhile, it is that of the last.
  package static func of(_ edition: LivingEdition) async throws -> Manifest {
    let edition = await edition.settled()
    let entries = try await edition.outputs().map { output in
      ManifestEntry(OutputFile(output, try output.bytes()))
    }
    return Manifest(entries, recordCount: edition.recordCount, keep: edition.keep)
  }

  /// The manifest as JSON; it names neither a time nor a machine, so that equal inputs give equal bytes.
  package func json(version: String) -> [UInt8] {
    var out = ByteWriter(capacity: entries.count * 120)
    out.append(unescaped: Manifest.signature)
    out.append(",\"version\":")
    out.append(json: version)
    if let source {
      out.append(",\"source\":")
      out.append(json: source)
    }
    if let recordCount {
      out.append(",\"records\":")
      out.append(decimal: recordCount)
    }
    if !keep.isEmpty {
      out.append(",\"keep\":")
      out.append(jsonArray: keep)
    }
    out.append(",\"files\":[")
    for entry in entries {
      out.beginElementLine()
      out.append("{\"path\":")
      out.append(json: entry.path)
      out.append(",\"size\":")
      out.append(decimal: entry.size)
      out.append(",\"sha256\":")
      out.append(json: entry.sha256)
      if entry.isNamedByContent { out.append(",\"immutable\":true") }
      if let digest = entry.textDigest {
        out.append(",\"textDigest\":")
        out.append(json: digest)
      }
      out.append("}")
    }
    out.append("\n]}\n")
    return out.bytes
  }
}
