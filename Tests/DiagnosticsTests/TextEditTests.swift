import Diagnostics
import Testing

@Suite("Edits of texts")
struct TextEditTests {
  private func edit(_ range: Range<Int>, _ text: String, in path: String = "a.md") -> TextEdit {
    TextEdit(SourceRange(path: path, bytes: range), with: text)
  }

  private func applying(_ edits: [TextEdit]) -> String? {
    TextEdit.applying(edits, to: Array("abcdef".utf8), at: "a.md")
      .map { String(decoding: $0, as: UTF8.self) }
  }

  @Test("edits of one file are done together, in any order, and those of others are left out")
  func applies() {
    #expect(applying([]) == "abcdef")
    #expect(applying([edit(4..<6, "甲"), edit(0..<1, ""), edit(2..<2, "-")]) == "b-cd甲")
    #expect(applying([edit(0..<6, "x", in: "b.md"), edit(6..<6, "g")]) == "abcdefg")
  }

  @Test("edits that overlap, or lie outside the file, are not done")
  func refuses() {
    #expect(applying([edit(0..<3, "x"), edit(2..<4, "y")]) == nil)
    #expect(applying([edit(5..<7, "x")]) == nil)
    #expect(applying([edit(0..<3, "x"), edit(3..<4, "y")]) == "xyef")
  }
}
