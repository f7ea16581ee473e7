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

  /// Whether a decoded destination is written as an address or a path, not as a word or sentence.
  static func isPlace(_ destination: [UInt8]) -> Bool {
    guard let first = destination.first else { return false }
    if "/#?".utf8.contains(first) || destination.starts(with: "./".utf8)
      || destination.starts(with: "../".utf8)
    {
      return true
    }
    let scheme = destination.prefix {
      AddressScanner.isAlphanumeric($0) || $0 == 43 || $0 == 45 || $0 == 46
    }
    if scheme.count > 1, AddressScanner.isLetter(first), scheme.endIndex < destination.count,
      destination[scheme.endIndex] == UInt8(ascii: ":")
    {
      return true
    }
    // A name of a file: its ending is one of letters.
    let ending = destination.suffix(6)
    if let dot = ending.lastIndex(of: UInt8(ascii: ".")), dot + 1 < ending.endIndex,
      dot > destination.startIndex, AddressScanner.isLetter(ending[dot + 1]),
      ending[(dot + 1)...].allSatisfy({ AddressScanner.isAlphanumeric($0) })
    {
      return true
    }
    if destination.last == UInt8(ascii: "/") { return true }
    return destination.contains(UInt8(ascii: "/")) && AddressScanner.isLetter(first)
      && destination.allSatisfy { $0 < 0x80 }
  }

  /// Whether a decoded path leads to a document, which no browser shows as a picture.
  static func isDocument(_ destination: [UInt8]) -> Bool {
    let path = destination.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    guard let dot = path.lastIndex(of: UInt8(ascii: ".")), path.endIndex - dot < 7 else {
      return false
    }
    return documentEndings.contains(
      String(decoding: path[(dot + 1)...], as: UTF8.self).lowercased())
  }

  /// Whether a destination ends like the name of a picture's file.
  static func isPicture(_ destination: [UInt8]) -> Bool {
    NearMissScan.isPicture(String(decoding: destination, as: UTF8.self))
  }

  private static let documentEndings: Set<String> = [
    "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "csv", "txt", "zip", "md", "html", "htm",
  ]
}
