/// Reads a manifest back, in the form that `Manifest.json` writes and earlier versions wrote.
///
/// It is stricter than JSON: what Mokuroku did not write, or what was cut off, is no manifest.
package struct ManifestReader {
  private let bytes: [UInt8]
  private var position = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The manifest in `bytes`; nil when they are not one to the end.
  package static func read(_ bytes: [UInt8]) -> Manifest? {
    var reader = ManifestReader(bytes)
    guard let manifest = reader.manifest(), reader.position == bytes.count else { return nil }
    return manifest
  }

  private mutating func manifest() -> Manifest? {
    guard take(Manifest.signature), take(",\"version\":"), text() != nil else { return nil }
    var source: String?
    if take(",\"source\":") {
      source = text()
      if source == nil { return nil }
    }
    var records: Int?
    if take(",\"records\":") {
      records = number()
      if records == nil { return nil }
    }
    var keep: [String] = []
    if take(",\"keep\":[") {
      repeat {
        guard let name = text() else { return nil }
        keep.append(name)
      } while take(",")
      guard take("]") else { return nil }
    }
    guard take(",\"files\":[") else { return nil }
    var entries: [ManifestEntry] = []
    while take(entries.isEmpty ? "\n{" : ",\n{") {
      guard let entry = entry() else { return nil }
      entries.append(entry)
    }
    guard take("\n]}\n") else { return nil }
    return Manifest(entries, source: source, recordCount: records, keep: keep)
  }

  private mutating func entry() -> ManifestEntry? {
    guard take("\"path\":"), let path = text(), take(",\"size\":"), let size = number(),
      take(",\"sha256\":"), let digest = text()
    else { return nil }
    let isNamedByContent = take(",\"immutable\":true")
    var textDigest: String?
    if take(",\"textDigest\":") {
      textDigest = text()
      if textDigest == nil { return nil }
    }
    guard take("}") else { return nil }
    return ManifestEntry(
      path: path, size: size, sha256: digest, isNamedByContent: isNamedByContent,
      textDigest: textDigest)
  }

  private mutating func take(_ literal: String) -> Bool {
    let end = position + literal.utf8.count
    guard end <= bytes.count, bytes[position..<end].elementsEqual(literal.utf8) else {
      return false
    }
    position = end
    return true
  }

  private mutating func number() -> Int? {
    let start = position
    while position < bytes.count, (48...57).contains(bytes[position]) { position += 1 }
    return Int(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  /// A JSON string with the escapes that `ByteWriter` makes (RFC 8259 §7).
  private mutating func text() -> String? {
    guard take("\"") else { return nil }
    var units: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(validating: units, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let scalar = escaped() else { return nil }
        units += Array(String(scalar).utf8)
      default: units.append(byte)
      }
    }
    return nil
  }

  private mutating func escaped() -> Unicode.Scalar? {
    guard position < bytes.count else { return nil }
    position += 1
    switch bytes[position - 1] {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      guard position + 4 <= bytes.count else { return nil }
      let digits = String(decoding: bytes[position..<position + 4], as: UTF8.self)
      position += 4
      return UInt32(digits, radix: 16).flatMap { Unicode.Scalar($0) }
    case let byte: return Unicode.Scalar(byte)
    }
  }
}
