/// The head of a request, read by the grammar of RFC 9112 with none of the allowances for old clients.
package struct RequestHead: Sendable, Equatable {
  /// What matters to the answer.
  package let request: SiteRequest
  /// Whether the connection ends after the answer.
  package let isLast: Bool

  /// Reads the lines of a head, without their ends: the request line, then headers.
  package init(lines: [ArraySlice<UInt8>]) throws(RequestFault) {
    guard let first = lines.first else { throw .malformed }
    let parts = first.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard parts.count == 3, RequestFields.isToken(parts[0]), let target = RequestTarget(parts[1])
    else { throw .malformed }
    let isOld = try RequestHead.isVersionOne(parts[2])
    let fields = try RequestFields(lines.dropFirst())
    try fields.refuseBody(isOld: isOld)
    // Every request of HTTP/1.1 has one `Host` (RFC 9112 §3.2). The name in a target outweighs it.
    let host = fields[.host]
    if host == nil && !isOld { throw .malformed }
    isLast = isOld || fields.hasClose
    request = SiteRequest(
      method: String(decoding: parts[0], as: UTF8.self), path: target.path, query: target.query,
      host: target.authority ?? host, ifNoneMatch: fields[.ifNoneMatch],
      range: fields[.range], ifRange: fields[.ifRange])
  }

  /// Whether a version is HTTP/1.0; false for HTTP/1.1 and what may come after it (RFC 9110 §2.5).
  private static func isVersionOne(_ version: ArraySlice<UInt8>) throws(RequestFault) -> Bool {
    let version = Array(version)
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard version.count == 8, version.starts(with: "HTTP/".utf8), digits.contains(version[5]),
      version[6] == UInt8(ascii: "."), digits.contains(version[7])
    else { throw .malformed }
    if version[5] != UInt8(ascii: "1") { throw .otherVersion }
    return version[7] == UInt8(ascii: "0")
  }
}

/// What a request line asks for (RFC 9112 §3.2).
struct RequestTarget {
  /// The host and port of a target in absolute form; nil in the usual form, which is a path.
  let authority: String?
  let path: String
  let query: String

  /// Takes a target apart; nil when it is empty or not UTF-8.
  ///
  /// `*` and `host:port` are taken for paths that no site has.
  init?(_ target: ArraySlice<UInt8>) {
    guard !target.isEmpty, !target.contains(UInt8(ascii: "\t")) else { return nil }
    var rest = target
    let scheme = Array("http://".utf8)
    var authority: ArraySlice<UInt8>?
    // Letters differ from their capitals in one bit, which the other characters here have already.
    if rest.count >= scheme.count, zip(rest, scheme).allSatisfy({ $0 | 0x20 == $1 }) {
      rest = rest.dropFirst(scheme.count)
      let name = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
      rest = rest[name.endIndex...]
      authority = name
    }
    let path = rest.prefix { $0 != UInt8(ascii: "?") }
    guard let pathText = String(validating: path, as: UTF8.self),
      let query = String(validating: rest[path.endIndex...].dropFirst(), as: UTF8.self)
    else { return nil }
    if let authority {
      guard let name = String(validating: authority, as: UTF8.self) else { return nil }
      self.authority = name
      self.path = path.isEmpty ? "/" : pathText
    } else {
      self.authority = nil
      self.path = pathText
    }
    self.query = query
  }
}
