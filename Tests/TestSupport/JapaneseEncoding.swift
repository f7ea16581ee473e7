import Foundation

/// Encodings in which old editors and systems save Japanese.
package enum JapaneseEncoding: String, CaseIterable, Sendable {
  case shiftJIS = "Shift_JIS"
  case eucJP = "EUC-JP"
  case iso2022JP = "ISO-2022-JP"

  /// The text in this encoding; nil where it has characters beyond JIS X 0208.
  package func bytes(of text: String) -> [UInt8]? {
    switch self {
    case .shiftJIS: return text.data(using: .shiftJIS).map { Array($0) }
    case .iso2022JP: return text.data(using: .iso2022JP).map { Array($0) }
    case .eucJP:
      // EUC is JIS with the eighth bit in the place of escape sequences.
      guard let data = text.data(using: .iso2022JP) else { return nil }
      var result: [UInt8] = []
      var isJapanese = false
      var rest = Array(data)[...]
      while let byte = rest.popFirst() {
        if byte == 0x1B {
          isJapanese = rest.first == 0x24
          rest = rest.dropFirst(2)
        } else {
          result.append(isJapanese ? byte | 0x80 : byte)
        }
      }
      return result
    }
  }
}
