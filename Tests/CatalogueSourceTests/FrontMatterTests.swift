import Testing

@testable import CatalogueSource

@Suite("Front matter")
struct FrontMatterTests {
  @Test(
    "the YAML between the lines and the text behind them are found",
    arguments: [
      ("---\na: b\n---\n本文\n", "a: b\n", "本文\n"), ("---\r\na: b\r\n---\r\n本文", "a: b\r\n", "本文"),
      ("\u{FEFF}---\na: b\n---\n", "a: b\n", ""),
      ("\u{FEFF}\u{FEFF}---\na: b\n---\n", "a: b\n", ""), ("---\n---\n本文", "", "本文"),
      ("---\na: b\n---", "a: b\n", ""),
      ("---  \na: b\n---\t\n", "a: b\n", ""), ("---   \na: b\n---  \n本文", "a: b\n", "本文"),
      ("---\na: |\n  ---\n---\n本文", "a: |\n  ---\n", "本文"),
      ("---\na: b\n----\n---\n", "a: b\n----\n", ""),
      ("---\na: b\n---\n---\n本文", "a: b\n", "---\n本文"),
      ("---\ra: b\r---\r本文\r", "a: b\r", "本文\r"), ("---\r\n---\r本文", "", "本文"),
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
