import Testing

@testable import ByteWriting

@Suite("UTF-16 writer")
struct UTF16WriterTests {
  @Test(
    "JSON is the same as in UTF-8",
    arguments: [
      "", "a", "量子技術", "é", "𠮷野𩸽", "\"\\\n\r\t<>&", "\u{0}\u{1}\u{1F}\u{7F}", "\u{2028}量\u{2029}",
      "a\u{2027}\u{202A}", "研究<b>開発</b>&amp;\u{10FFFF}\u{FFFF}\u{D7FF}\u{E000}",
    ])
  func writesJSON(_ text: String) {
    var (narrow, wide) = (ByteWriter(), UTF16Writer())
    narrow.append(json: text)
    wide.append(json: text)
    #expect(wide.units == Array(String(decoding: narrow.bytes, as: UTF8.self).utf16))
    var back = ByteWriter()
    back.append(utf16: wide.units[...])
    #expect(back.bytes == narrow.bytes)
  }

  @Test("bytes have a mark, then the low byte of each unit first")
  func writesBytes() {
    var writer = UTF16Writer()
    writer.append("a(")
    writer.append(decimal: -12)
    writer.append(plain: 0x4E00)
    writer.append(plain: [0x3042])
    let bytes: [UInt8] = [0xFF, 0xFE, 97, 0, 40, 0, 45, 0, 49, 0, 50, 0, 0, 0x4E, 0x42, 0x30]
    #expect(writer.bytes == bytes)
  }
}
