/// The names of files as the system has them: bytes, which need not be text.
package enum PrintableName {
  /// The name as text; nil where it is not UTF-8 or has a character that no text may have.
  package static func text(_ bytes: [UInt8]) -> String? {
    // What most names have, and what no rule forbids.
    if bytes.allSatisfy({ (0x20...0x7E).contains($0) }) {
      return String(decoding: bytes, as: UTF8.self)
    }
    let check = TextCheck(bytes)
    let isOneLine = !bytes.contains { $0 < 32 }
    guard check.invalid == nil, check.forbidden.isEmpty, isOneLine else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The name in characters that can be shown: `\x83` for a byte that is no UTF-8, `\u{202E}` for a
  /// character that no name may have.
  package static func escaped(_ bytes: [UInt8]) -> String {
    var shown = ""
    var rest = bytes[...]
    while !rest.isEmpty {
      let valid = TextCheck(Array(rest)).invalid ?? rest.count
      for scalar in String(decoding: rest.prefix(valid), as: UTF8.self).unicodeScalars {
        let isShown = scalar.value >= 32 && ForbiddenCharacter.kind(of: scalar.value) == nil
        let digits = String(scalar.value, radix: 16, uppercase: true)
        shown += isShown ? String(scalar) : "\\u{\(digits)}"
      }
      rest = rest.dropFirst(valid)
      if let byte = rest.popFirst() {
        shown += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return shown
  }
}
