import ByteWriting

/// Writes one file of the index: a classic script that calls `mokuroku` with a key and JSON.
///
/// A script, not a JSON file, so that the same file is read over HTTP and from `file://`. It is UTF-16
/// with a byte order mark, which stands above any other sign of the encoding (Encoding Standard,
/// "decode"): Japanese text is a third smaller than in UTF-8, and grams and lists are two bytes each.
struct IndexFileWriter {
  private var writer: UTF16Writer
  private let key: String

  /// Begins a file of about `capacity` units.
  init(key: String, capacity: Int = 0) {
    self.key = key
    writer = UTF16Writer(capacity: capacity + 64)
    writer.append("mokuroku(")
    writer.append(json: key)
    writer.append(",")
  }

  mutating func append(_ literal: StaticString) { writer.append(literal) }

  mutating func append(json text: String) { writer.append(json: text) }

  mutating func append(decimal value: Int) { writer.append(decimal: value) }

  /// Writes units that need no escape in JSON: grams, and characters of `BitWriter`.
  mutating func append(plain units: some Collection<UInt16>) { writer.append(plain: units) }

  mutating func append(plain unit: UInt16) { writer.append(plain: unit) }

  /// Ends the file.
  mutating func finish() -> IndexFile {
    writer.append(")\n")
    return IndexFile(key: key, bytes: writer.bytes)
  }
}
