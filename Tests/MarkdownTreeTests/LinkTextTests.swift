import Testing

@testable import MarkdownTree

@Suite("Writing destinations and names of links")
struct LinkTextTests {
  private static let texts = [
    "/things/a.md", "/assets/図 1(案).png", "/assets/a<b>&amp;c\\d|e.png", "/assets/100%.png",
    "/assets/a#b?c.png", "甲", "(", "))", "a\tb", "&lt;", "\\&",
  ]

  private func reference(_ source: String) throws -> Reference {
    let bytes = Array(source.utf8)
    let document = MarkdownParser.parse(bytes, range: 0..<bytes.count)
    return try #require(document.references.first, "\(source)")
  }

  private func decoded(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), let value = UInt8(digits, radix: 16) {
        result.append(value)
        rest = rest.dropFirst(2)
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  @Test("a path is read as it was, in brackets of every kind", arguments: texts)
  func destinations(_ text: String) throws {
    let written = LinkText.destination(ofPath: text)
    for source in [
      "[甲](\(written))", "[甲](<\(written)>)", "[甲][b]\n\n[b]: \(written)\n",
      "[甲][b]\n\n[b]: <\(written)>\n", "![甲](\(written) \"題\")",
      "| a |\n|---|\n| [甲](\(written)) |\n",
    ] {
      #expect(decoded(try reference(source).destination) == text, "\(source)")
    }
  }

  @Test(
    "a name is read as it was, or cannot be written",
    arguments: [
      ("産総研", true), ("AT&amp;T", true), ("a\\b", true), ("C# 入門", true), ("a`b*c_d<e>", true),
      ("{甲}", true), ("a|b", false), ("a]b", false), ("[甲]", false), (" a", false), ("", false),
      ("a\nb", false), (String(repeating: "あ", count: 400), false),
    ])
  func names(_ name: String, _ isWritable: Bool) throws {
    let written = LinkText.recordName(name)
    #expect((written != nil) == isWritable)
    guard let written else { return }
    for source in ["前[[\(written)]]後", "[[\(written)|表示]]", "| a |\n|---|\n| [[\(written)]] |\n"] {
      let reference = try reference(source)
      #expect(reference.kind == .record)
      #expect(String(decoding: reference.destination, as: UTF8.self) == name, "\(source)")
    }
  }
}
