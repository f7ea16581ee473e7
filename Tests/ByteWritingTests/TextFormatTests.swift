import Testing

@testable import ByteWriting

@Suite("Escaping for CSV cells and paths")
struct TextFormatTests {
  @Test(
    "a cell is quoted where RFC 4180 asks for it, and has no line break",
    arguments: [
      ("", ""), ("日本語", "日本語"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""),
      ("\"", "\"\"\"\""), ("a\nb", "\"a b\""), ("a\r\nb", "\"a b\""), ("a、b", "a、b"),
      (" 前後 ", " 前後 "), ("123", "123"),
    ])
  func writesCells(_ text: String, _ expected: String) {
    #expect(written { $0.append(csv: text) } == expected)
  }

  @Test(
    "what a spreadsheet would take for a formula begins with an apostrophe",
    arguments: [
      "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠SUM",
      "=HYPERLINK(\"http://x\",\"a\")", "=cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0",
    ])
  func disarmsFormulas(_ text: String) {
    let cell = written { $0.append(csv: text) }
    #expect(cell.hasPrefix("'") || cell.hasPrefix("\"'"))
  }

  @Test(
    "other beginnings stay as they are", arguments: ["a=b", "１＝２", "ー", "△5", "！", "＜", "ﾟ"])
  func keepsText(_ text: String) {
    #expect(written { $0.append(csv: text) } == text)
  }

  @Test(
    "a path keeps what RFC 3986 §3.3 leaves unreserved and the slashes",
    arguments: [
      ("programmes/q-leap/", "programmes/q-leap/"), ("a b", "a%20b"), ("研究", "%E7%A0%94%E7%A9%B6"),
      ("a?b#c", "a%3Fb%23c"), ("%2F", "%252F"), ("\"<>'&", "%22%3C%3E%27%26"), ("~_.-", "~_.-"),
      ("a:b", "a%3Ab"), ("𠮷", "%F0%A0%AE%B7"), ("\n", "%0A"), ("", ""),
    ])
  func encodesPaths(_ path: String, _ expected: String) {
    #expect(written { $0.append(percentEncodedPath: path) } == expected)
  }

  @Test("integers are written in full", arguments: [0, 7, 9, 10, -1, 1_234_567, Int.max, Int.min])
  func writesIntegers(_ value: Int) {
    #expect(written { $0.append(decimal: value) } == String(value))
  }

  @Test("a writer can forget what it wrote last, or everything")
  func forgets() {
    var out = ByteWriter(capacity: 4)
    out.append("abc")
    out.append(UInt8(ascii: "d"))
    out.append(contentsOf: Array("ef".utf8))
    out.append(contentsOf: Array("ghi".utf8)[1...])
    #expect(out.count == 8)
    out.truncate(to: 2)
    #expect(out.bytes == Array("ab".utf8))
    out.truncate(to: 5)
    #expect(out.bytes == Array("ab".utf8))
    out.removeAll()
    #expect(out.bytes.isEmpty)
  }

  @Test("hexadecimal digits are lower-case")
  func writesHexDigits() {
    #expect(
      written { out in for value in 0..<16 { out.append(hexDigit: UInt8(value)) } }
        == "0123456789abcdef")
  }
}
