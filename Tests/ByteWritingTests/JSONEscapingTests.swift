import Foundation
import Testing

@testable import ByteWriting

@Suite("Escaping for JSON")
struct JSONEscapingTests {
  @Test(
    "strings are written with the escapes of RFC 8259 and those that a script needs",
    arguments: [
      ("", "\"\""), ("日本語𠮷", "\"日本語𠮷\""), ("\"\\", #""\"\\""#), ("a\nb\rc\td", #""a\nb\rc\td""#),
      ("\u{0}\u{8}\u{C}\u{1F}", #""\u0000\u0008\u000c\u001f""#),
      ("</script>", #""\u003c/script\u003e""#),
      ("a&b", #""a\u0026b""#), ("\u{2028}|\u{2029}", #""\u2028|\u2029""#),
      ("\u{2027}\u{202A}", "\"\u{2027}\u{202A}\""),
      ("/'", "\"/'\""), ("\u{7F}", "\"\u{7F}\""),
    ])
  func escapes(_ text: String, _ expected: String) {
    #expect(written { $0.append(json: text) } == expected)
  }

  @Test("a parser reads back the same text, and no script can end in it", arguments: hostileTexts)
  func roundTrips(_ text: String) throws {
    // Foundation drops a byte order mark at the start of a string.
    let text = "x" + text
    let json = written { out in
      out.append("[")
      out.append(json: text)
      out.append("]")
    }
    let parsed = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String]
    #expect(parsed == [text])
    #expect(!json.utf8.contains { "<>&".utf8.contains($0) })
    #expect(!json.unicodeScalars.contains { $0 == "\u{2028}" || $0 == "\u{2029}" })
  }

  @Test("every scalar up to U+0FFF and around the edges survives a round trip")
  func roundTripsScalars() throws {
    let edges: [ClosedRange<UInt32>] = [
      0...0xFFF, 0x2000...0x20FF, 0xD7F0...0xD7FF, 0xE000...0xE010, 0xFFF0...0x10010,
      0x10FFF0...0x10FFFF,
    ]
    var text = String.UnicodeScalarView()
    text.append(contentsOf: edges.joined().compactMap { Unicode.Scalar($0) })
    let json = written { out in
      out.append("[")
      out.append(json: String(text))
      out.append("]")
    }
    let parsed = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String]
    #expect(parsed?.first.map { Array($0.unicodeScalars) } == Array(text))
  }
}
