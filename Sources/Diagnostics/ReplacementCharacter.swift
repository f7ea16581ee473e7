/// U+FFFD, which a program writes in the place of a character that it could not read.
package enum ReplacementCharacter {
  private static let bytes: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// The report for those in the file at `path`, whose bytes are `source`: one at the first; nil where there is none.
  package static func diagnostic(path: String, _ source: [UInt8]) -> Diagnostic? {
    var first: Int?
    var count = 0
    var at = 0
    while let place = source[at...].firstIndex(of: bytes[0]) {
      at = place + 1
      guard source[place...].starts(with: bytes) else { continue }
      first = first ?? place
      count += 1
    }
    guard let first else { return nil }
    let more = count > 1 ? "(ファイルの中に\(count)か所)" : ""
    return Diagnostic(
      .encoding, at: SourceRange(path: path, bytes: first..<(first + bytes.count)),
      LocalisedText(
        "ここに、読めなかった文字の代わりの印 U+FFFD があります\(more)。もとの文字を打ち直してください。",
        en: "U+FFFD stands here for a character that was lost; the file has \(count)"),
      severity: .warning)
  }
}
