import ByteWriting
import CatalogueViews
import Digests

/// A file of a list: a classic script that calls `mokurokuList` with its key and JSON.
///
/// A script, not a JSON file, so that the same file is read over HTTP and from `file://`.
struct ListFile: Sendable {
  let name: String
  let isNamedByContent: Bool
  let bytes: [UInt8]

  /// How many digits of its digest stand in the name of a file that is named by its content.
  private static let digestLength = 10

  /// Writes the file that pages know by its name.
  init(key: String, _ write: (inout ByteWriter) -> Void) {
    bytes = Self.call(key, write)
    name = key + ListPath.ending
    isNamedByContent = false
  }

  /// Writes a file that others name, by its content.
  init(namedByContent key: String, _ write: (inout ByteWriter) -> Void) {
    bytes = Self.call(key, write)
    name = "\(key).\(SHA256.hexadecimal(bytes).prefix(Self.digestLength))\(ListPath.ending)"
    isNamedByContent = true
  }

  private static func call(_ key: String, _ write: (inout ByteWriter) -> Void) -> [UInt8] {
    var out = ByteWriter(capacity: 16_000)
    out.append("mokurokuList(")
    out.append(json: key)
    out.append(",")
    write(&out)
    out.append(")\n")
    return out.bytes
  }
}
