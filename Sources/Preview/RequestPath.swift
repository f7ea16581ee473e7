/// A path of the site as a request names it, decoded once and known to stay within the site.
///
/// Segments are never empty, never begin with a dot (so neither `..` nor a hidden file), and hold no
/// separator, control character or ill-formed UTF-8, however they were written.
package struct RequestPath: Hashable, Sendable {
  /// The names on the way from the root of the site.
  package let segments: [String]
  /// Whether the path ends in `/`, and so asks for a folder.
  package let isFolder: Bool

  /// The longest path that is looked at, in bytes of its percent-encoded form.
  package static let longest = 4096

  /// Decodes the path of a request line; nil when it names nothing a site can have.
  ///
  /// Empty segments are refused too: `//host/` sent back in a redirect would lead to another host.
  package init?(percentEncoded path: String) {
    guard path.utf8.first == UInt8(ascii: "/"), path.utf8.count <= RequestPath.longest,
      let bytes = RequestPath.decode(path)
    else { return nil }
    var parts = bytes.dropFirst().split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let last = parts.removeLast()
    isFolder = last.isEmpty
    if !last.isEmpty { parts.append(last) }
    var segments: [String] = []
    for part in parts {
      // Overlong forms, surrogates and stray bytes are ill-formed UTF-8 and end here.
      guard part.first != nil, part.first != UInt8(ascii: "."),
        let segment = String(validating: part, as: UTF8.self)
      else { return nil }
      segments.append(segment)
    }
    self.segments = segments
  }

  /// The bytes that a path stands for; nil with a faulty escape or a byte that no name may have.
  private static func decode(_ path: String) -> [UInt8]? {
    let source = Array(path.utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.count)
    var index = 0
    while index < source.count {
      var byte = source[index]
      let isEscape = byte == UInt8(ascii: "%")
      if isEscape {
        guard index + 2 < source.count, let high = digit(source[index + 1]),
          let low = digit(source[index + 2])
        else { return nil }
        byte = high << 4 | low
        index += 2
      }
      if byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\\") { return nil }
      // An escaped slash is a character of a name to some readers and a separator to others.
      if isEscape && byte == UInt8(ascii: "/") { return nil }
      bytes.append(byte)
      index += 1
    }
    return bytes
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
