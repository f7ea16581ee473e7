import Publishing

extension FuzzBody {
  /// The list of an edition's files.
  ///
  /// What is read, written and read again is the same; a list of any names, sizes and digests is read as
  /// it was written, and nothing is read of one that was cut off.
  package static let manifest = FuzzBody("manifest") { bytes in
    if let manifest = ManifestReader.read(bytes), let fault = faultOfWriting(manifest) {
      return fault
    }
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    let made = Manifest(
      lines.enumerated().map { number, line in
        ManifestEntry(
          path: line, size: number, sha256: String(line.reversed()),
          isNamedByContent: number.isMultiple(of: 2),
          textDigest: number.isMultiple(of: 3) ? line : nil)
      }, source: lines.last, recordCount: bytes.count, keep: Array(lines.prefix(3)))
    if let fault = faultOfWriting(made) { return fault }
    let whole = made.json(version: "1")
    let cut = Array(whole.dropLast(1 + bytes.count % whole.count))
    return ManifestReader.read(cut) == nil ? nil : "a list that was cut off is read"
  }

  private static func faultOfWriting(_ manifest: Manifest) -> String? {
    let written = manifest.json(version: "0.2.0")
    if !isText(written) { return "a list that is no UTF-8" }
    return ManifestReader.read(written) == manifest
      ? nil : "another list: \(String(decoding: written, as: UTF8.self))"
  }
}
