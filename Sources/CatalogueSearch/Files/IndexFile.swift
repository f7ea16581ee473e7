/// A file of the index whose name tells its content.
struct IndexFile: Sendable {
  /// What the file calls `mokuroku` with: `s12`.
  let key: String
  let bytes: [UInt8]
  /// The bits of the name, see `ContentHash`.
  let code: UInt32

  init(key: String, bytes: [UInt8]) {
    self.key = key
    self.bytes = bytes
    var hash = ContentHash()
    hash.update(bytes)
    code = hash.code
  }

  /// The path of a file with a key and a code: `s12.k3x9q.js`.
  static func path(_ key: String, _ code: UInt32) -> String {
    let digits = String(code, radix: SearchFormat.codeRadix)
    let zeros = max(0, SearchFormat.codeDigits - digits.count)
    return key + "." + String(repeating: "0", count: zeros) + digits + ".js"
  }

  /// The file as it is published.
  var published: SearchFile {
    SearchFile(path: Self.path(key, code), bytes: bytes, isNamedByContent: true)
  }
}
