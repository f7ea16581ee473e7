import Testing

@testable import CatalogueSource

@Suite("Front matter")
struct FrontMatterTests {
  @Test(
    "the YAML between the lines and the text behind them are found",
    arguments: [
      ("---\na: b\n---\n本文\n", "a: b\n", "本文\n"), ("---\r\na: b\r\n---\r\n本文", "a: b\r\n", "本文"),
      ("\u{FEFF}---\na: b\n---\n", "a: b\n", ""), ("---\n---\n本文", "", "本文"),
      ("---\na: b\n---", "a: b\n", ""),
      ("---  \na: b\n---\t\n", "a: b\n", ""), ("---   \na: b\n---  \n本文", "a: b\n", "本文"),
      ("---\na: |\n  ---\n---\n本文", "a: |\n  ---\n", "本文"),
      ("---\na: b\n----\n---\n", "a: b\n----\n", ""),
      ("---\na: b\n---\n---\n本文", "a: b\n", "---\n本文"),
    ])
  func splits(_ source: String, _ yaml: String, _ body: String) {
    let bytes = Array(source.utf8)
    let parts = FrontMatter(bytes)
    #expect(parts.map { String(decoding: bytes[$0.yaml], as: UTF8.self) } == yaml)
    #expect(parts.map { String(decoding: bytes[$0.body], as: UTF8.self) } == body)
  }

  @Test(
    "a file that does not begin with it, or does not end it, has none",
    arguments: [
      "", "-", "---", "--", "本文", "\n---\na: b\n---\n", " ---\na: b\n---\n", "---\na: b\n",
      "---\na: b\n --- \n", "--- a\n---\n", "----\na: b\n----\n", "# 題\n---\na\n---\n",
    ])
  func findsNone(_ source: String) {
    #expect(FrontMatter(Array(source.utf8)) == nil)
  }
}

@Suite("UTF-8")
struct UTF8CheckTests {
  @Test(
    "the first byte that is not UTF-8 is found",
    arguments: [
      ([0x61, 0xFF, 0x62], 1), ([0xE3, 0x81], 0), ([0x61, 0x80], 1), ([0xC0, 0xAF], 0),
      ([0xC1, 0xBF], 0),
      ([0xE0, 0x80, 0x80], 0), ([0xED, 0xA0, 0x80], 0), ([0xF0, 0x80, 0x80, 0x80], 0),
      ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF5, 0x80, 0x80, 0x80], 0),
      ([0xE3, 0x81, 0x82, 0x82, 0xA0], 3),
      ([0xE3, 0x61, 0x62], 0), ([0x93, 0xFA, 0x96, 0x7B], 0),
    ] as [([UInt8], Int)])
  func finds(_ bytes: [UInt8], _ offset: Int) {
    #expect(UTF8Check.firstInvalid(bytes) == offset)
  }

  @Test(
    "every text of Swift is well-formed",
    arguments: [
      "", "abc", "日本語", "𠮷野", "\u{0}\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}",
      "\u{D7FF}\u{E000}",
    ])
  func accepts(_ text: String) {
    #expect(UTF8Check.firstInvalid(Array(text.utf8)) == nil)
  }
}
