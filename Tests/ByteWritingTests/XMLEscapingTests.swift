import Foundation
import FoundationXML
import Testing

@testable import ByteWriting

@Suite("Escaping for XML")
struct XMLEscapingTests {
  @Test(
    "markup is written as references and what XML 1.0 forbids is left out",
    arguments: [
      ("<a href=\"x\">'&'</a>", "&lt;a href=&quot;x&quot;&gt;&apos;&amp;&apos;&lt;/a&gt;"),
      ("日本語", "日本語"), ("a\tb\nc\rd", "a\tb\nc\rd"), ("a\u{0}\u{1}\u{8}b", "ab"),
      ("\u{B}\u{C}\u{E}\u{1F}", ""), ("\u{7F}", "\u{7F}"), ("𠮷\u{FFFD}", "𠮷\u{FFFD}"),
      ("前\u{FFFE}中\u{FFFF}後", "前中後"), ("\u{FFFE}", ""), ("ﾟ\u{FFDC}", "ﾟ\u{FFDC}"),
    ])
  func escapes(_ text: String, _ expected: String) {
    #expect(written { $0.append(xml: text) } == expected)
  }

  @Test(
    "a parser reads back the text, less the forbidden characters",
    arguments: hostileTexts + ["\u{FFFF}x", "a\u{1B}[31m"])
  func isWellFormed(_ text: String) throws {
    let xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?><a b=\"" + written { $0.append(xml: text) }
    let document = xml + "\">" + written { $0.append(xml: text) } + "</a>"
    let parser = XMLParser(data: Data(document.utf8))
    let reader = TextReader()
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    let kept = String(
      String.UnicodeScalarView(text.unicodeScalars.filter { isAllowed($0) })
    ).replacingOccurrences(of: "\r\n", with: "\n")
    #expect(reader.text == kept)
  }

  /// Source: XML 1.0 §2.2, production Char.
  private func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 9, 10, 13, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  private final class TextReader: NSObject, XMLParserDelegate {
    var text = ""

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
  }
}
