/// What kind of place a destination names, and whether it may be linked.
enum Destination {
  /// The schemes that a link may have.
  private static let allowedSchemes: [[UInt8]] = [
    Array("http".utf8), Array("https".utf8), Array("mailto".utf8), Array("tel".utf8),
  ]

  /// The kind of a decoded destination, or nil for a scheme outside the allow-list.
  ///
  /// Everything before a `:` that stands before any `/`, `?` or `#` counts as a scheme, also where it is
  /// not a valid one. Bytes up to U+0020 and U+007F count as nothing, since browsers take tabs and line
  /// ends out of a URL and control characters off its ends (URL Living Standard, "basic URL parser").
  static func kind(of destination: some Sequence<UInt8>) -> Reference.Kind? {
    var scheme: [UInt8] = []
    var isFirst = true
    var slashes = 0
    for byte in destination where byte > 32 && byte != 127 {
      switch byte {
      case UInt8(ascii: ":"):
        if slashes > 0 { return .path }
        return allowedSchemes.contains(scheme) ? .external : nil
      case UInt8(ascii: "#"): return isFirst ? .fragment : .path
      case UInt8(ascii: "?"): return .path
      case UInt8(ascii: "/"):
        // A `\`, which browsers read as `/`, is written as %5C.
        slashes += 1
        if slashes == 2 { return .external }
        if !isFirst { return .path }
      default:
        if slashes > 0 { return .path }
        scheme.append(byte >= 65 && byte <= 90 ? byte | 32 : byte)
        if scheme.count > 64 { scheme.removeLast() }
      }
      isFirst = false
    }
    return .path
  }
}
