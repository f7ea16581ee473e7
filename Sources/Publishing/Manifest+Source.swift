package import Diagnostics
import TextRules

extension Manifest {
  /// The longest text about the inputs, in bytes: room for a digest, a commit and the name of a branch.
  package static let longestSource = 200

  /// Why a text cannot stand in a manifest as what is said of the inputs; nil where it can.
  package static func problem(ofSource source: String) -> LocalisedText? {
    let bytes = Array(source.utf8)
    if bytes.isEmpty || bytes.count > longestSource {
      return LocalisedText(
        "--source には 1 から \(longestSource) バイトまでの文を書きます。",
        en: "--source takes a text of 1 to \(longestSource) bytes")
    }
    // U+2028 and U+2029 end a line too.
    let isOneLine = !source.unicodeScalars.contains { (0x2028...0x2029).contains($0.value) }
    if isOneLine, PrintableName.text(bytes) != nil { return nil }
    return LocalisedText(
      "--source は 1 行で、改行や制御文字、文字の向きを変える記号は書けません。",
      en: "--source is one line without control characters and marks of direction")
  }
}
