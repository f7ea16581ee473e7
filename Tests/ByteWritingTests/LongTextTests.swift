import Testing

@testable import ByteWriting

@Suite("Escaping in long texts")
struct LongTextTests {
  /// Bytes on both sides of every bound by which several are passed at once, as valid UTF-8.
  private static let characters: [String] =
    (0..<128).map { String(UnicodeScalar($0)) }
    + [
      "\u{80}", "§", "あ", "目", "\u{2027}", "\u{2028}", "\u{2029}", "\u{202A}", "“", "\u{FFFD}", "𠮷",
    ]

  @Test("each character is escaped at any place of a text as it is alone")
  func isTheSameAnywhere() {
    for character in Self.characters {
      let html = written { $0.append(html: character) }
      let xml = written { $0.append(xml: character) }
      let json = written { $0.append(json: character) }
      for length in 0..<20 {
        for filling in ["x", "目", "~"] {
          let (before, after) = (
            String(repeating: filling, count: length),
            String(repeating: filling, count: 19 - length)
          )
          let text = before + character + after
          #expect(written { $0.append(html: text) } == before + html + after)
          #expect(written { $0.append(xml: text) } == before + xml + after)
          let quoted = "\"" + before + json.dropFirst().dropLast() + after + "\""
          #expect(written { $0.append(json: text) } == quoted)
        }
      }
    }
  }
}
