import JSONTree

extension FuzzBody {
  /// JSON that anybody may have made.
  ///
  /// What is read and written again is UTF-8 and the same value, each value lies in the bytes that it was read
  /// from, and nothing is read of a text in brackets that was cut off.
  package static let json = FuzzBody("json") { bytes in
    let limits = JSONLimits(bytes: 1 << 20, depth: 16, values: 10_000)
    guard let node = try? JSONParser.parse(bytes, limits: limits) else { return nil }
    let written = node.canonicalBytes
    if !isText(written) { return "a value that is no UTF-8" }
    // A level more of brackets may be too deep, an escape may make a text longer.
    let wider = JSONLimits(bytes: 8 << 20, depth: 17, values: 10_001)
    guard let again = try? JSONParser.parse(written, limits: wider),
      again.canonicalBytes == written
    else { return "another value" }
    if !lies(node.bytes, in: bytes.indices) { return "a value outside the text" }
    let enclosed = [UInt8(ascii: "[")] + bytes
    return (try? JSONParser.parse(enclosed, limits: wider)) == nil ? nil : "half a text is read"
  }
}
