private import ByteWriting

/// The address on the web that a mistyped one may have meant.
enum MeantAddress {
  private static let schemes = ["https://", "http://"]

  /// Whether `text` is an address as it has to be written: ASCII, a scheme of the web and a host.
  static func isAddress(_ text: String) -> Bool {
    text.utf8.allSatisfy(isPlain)
      && schemes.contains { scheme in
        guard text.hasPrefix(scheme) else { return false }
        return text.dropFirst(scheme.count).first.map { !"/?#".contains($0) } ?? false
      }
  }

  /// Whether a byte may stand in an address as it is.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte > 32 && byte < 127 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "<")
      && byte != UInt8(ascii: ">")
  }

  /// The address with signs of half width, a whole scheme and an encoded path; nil where that is none.
  static func of(_ written: String) -> String? {
    let narrow = narrowed(written)
    guard let text = withScheme(narrow) else { return nil }
    let parts = text.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    // A host in Japanese letters has another encoding than a path.
    guard parts.count > 2, parts[2].utf8.allSatisfy({ $0 < 128 && $0 > 32 }) else { return nil }
    var out = ByteWriter()
    for byte in text.utf8 {
      if isPlain(byte) {
        out.append(byte)
      } else {
        out.append(percentEncodedPath: CollectionOfOne(byte))
      }
    }
    let result = String(decoding: out.bytes, as: UTF8.self)
    return isAddress(result) && result != written ? result : nil
  }

  /// The text with ASCII for its full-width forms, without spaces around it.
  private static func narrowed(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      scalars.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    var trimmed = scalars.drop(while: isSpace)
    while let last = trimmed.last, isSpace(last) { trimmed.removeLast() }
    return String(String.UnicodeScalarView(trimmed))
  }

  /// The text with its scheme, where what stands before the host is one that lost a letter or a sign, or
  /// nothing.
  private static func withScheme(_ text: String) -> String? {
    let letters = text.prefix { $0.isASCII && $0.isLetter }
    let rest = text.dropFirst(letters.count)
    let signs = rest.prefix { ":/".contains($0) }
    let host = rest.dropFirst(signs.count)
    let scheme = letters.lowercased()
    if signs.contains("/"), scheme.hasPrefix("h") || scheme.hasPrefix("t"),
      scheme.utf8.count >= 3, scheme.allSatisfy({ "htps".contains($0) })
    {
      return (scheme.hasSuffix("s") ? schemes[0] : schemes[1]) + host
    }
    let name = text.prefix { $0 != "/" }
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    let isHost =
      labels.count > 1
      && labels.last.map { $0.utf8.count >= 2 && $0.allSatisfy(\.isLetter) } == true
      && labels.allSatisfy { label in
        !label.isEmpty && label.utf8.allSatisfy { $0 < 128 }
          && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
      }
    return isHost ? schemes[0] + text : nil
  }
}
