import Testing

@testable import TextRules

@Suite("Names of files as bytes")
struct PrintableNameTests {
  @Test(
    "a name that is text is itself",
    arguments: ["a.md", "量子 1.png", "が", "a\\x83", "\u{200B}", "a?"])
  func keeps(_ name: String) {
    #expect(PrintableName.text(Array(name.utf8)) == name)
    #expect(PrintableName.escaped(Array(name.utf8)) == name)
  }

  @Test(
    "any other name is shown in characters that can be seen",
    arguments: [
      ([0x83, 0x65, 0x83, 0x58], "\\x83e\\x83X"), ([0xE3, 0x81, 0x82, 0xE3, 0x81], "あ\\xE3\\x81"),
      (Array("a\u{202E}gnp.md".utf8), "a\\u{202E}gnp.md"), ([0x61, 0x0A, 0x0D], "a\\u{A}\\u{D}"),
      ([0x1B, 0x5B], "\\u{1B}["), ([0xC0, 0xAF, 0x09], "\\xC0\\xAF\\u{9}"), ([0xFF], "\\xFF"),
    ] as [([UInt8], String)])
  func escapes(_ bytes: [UInt8], _ shown: String) {
    #expect(PrintableName.text(bytes) == nil)
    #expect(PrintableName.escaped(bytes) == shown)
  }
}
