import Testing

@testable import Diagnostics

@Suite("Lines and columns")
struct LineIndexTests {
  @Test(
    "a byte offset is a line and a column in UTF-16 units",
    arguments: [
      ("", 0, 1, 1), ("abc", 0, 1, 1), ("abc", 3, 1, 4), ("abc", 99, 1, 4), ("abc", -1, 1, 1),
      ("a\nb", 1, 1, 2), ("a\nb", 2, 2, 1), ("a\nb", 3, 2, 2), ("a\r\nb", 3, 2, 1),
      ("a\r\nb", 1, 1, 2), ("a\rb", 2, 2, 1), ("a\r\r\nb", 4, 3, 1), ("\n\n\n", 3, 4, 1),
      ("日本", 3, 1, 2), ("日本", 6, 1, 3), ("𠮷x", 4, 1, 3), ("𠮷x", 5, 1, 4),
      ("か\u{3099}x", 6, 1, 3), ("👨‍👩‍👧x", 18, 1, 9), ("a\n𠮷野\n屋", 9, 2, 4), ("é", 2, 1, 2),
      ("日", 1, 1, 2),
    ])
  func places(_ text: String, _ offset: Int, _ line: Int, _ column: Int) {
    let position = LineIndex(Array(text.utf8)).position(of: offset)
    #expect(position == LineIndex.Position(line: line, column: column))
  }

  @Test("columns agree with what Swift counts in UTF-16, at every character of mixed text")
  func agreesWithUTF16() {
    let text = "表：ＴＩＡ\r\n𠮷野家👩‍🔬 abc\ré が\n\n末"
    let index = LineIndex(Array(text.utf8))
    var line = 1
    var column = 1
    var offset = 0
    for character in text {
      #expect(index.position(of: offset) == LineIndex.Position(line: line, column: column))
      offset += String(character).utf8.count
      if character.isNewline {
        line += 1
        column = 1
      } else {
        column += String(character).utf16.count
      }
    }
    #expect(index.position(of: offset) == LineIndex.Position(line: line, column: column))
  }

  @Test(
    "the text of a line is without its end",
    arguments: [
      ("a\r\nb\n\nc", 1, "a"), ("a\r\nb\n\nc", 2, "b"), ("a\r\nb\n\nc", 3, ""),
      ("a\r\nb\n\nc", 4, "c"),
      ("a\rb", 1, "a"), ("a\rb", 2, "b"), ("a\n", 2, ""), ("", 1, ""), ("a", 2, ""), ("a", 0, ""),
    ])
  func cutsLines(_ text: String, _ line: Int, _ expected: String) {
    #expect(LineIndex(Array(text.utf8)).text(ofLine: line) == expected)
  }

  @Test("columns of a long line agree with a count from its start, at every offset")
  func agreesInLongLines() {
    let text = "題\n" + String(repeating: "a日𠮷か\u{3099}", count: 300) + "\r\nx"
    let bytes = Array(text.utf8)
    let index = LineIndex(bytes)
    var line = 1
    var column = 1
    for offset in bytes.indices {
      #expect(index.position(of: offset) == LineIndex.Position(line: line, column: column))
      let byte = bytes[offset]
      if byte & 0xC0 != 0x80 { column += byte >= 0xF0 ? 2 : 1 }
      if byte == 10 { (line, column) = (line + 1, 1) }
    }
  }
}
