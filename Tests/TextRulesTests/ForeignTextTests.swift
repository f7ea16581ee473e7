import Foundation
import TestSupport
import Testing
import TextRules

@Suite("Files that are no UTF-8")
struct ForeignTextTests {
  private static let text = "---\ntitle: 経済産業省の施策\nyomi: けいざいさんぎょうしょうのしさく\n---\n本文です。カタカナもあります。\n"

  private func kind(_ bytes: [UInt8]) -> ForeignText.Kind? {
    ForeignText(bytes, invalid: TextCheck(bytes).invalid)?.kind
  }

  private static let texts = [
    text, "---\ntitle: 筆\n---\n", text.replacing("\n", with: "\r\n"), "漢字\n", "ｶﾀｶﾅと漢字の題\n",
  ]

  @Test(
    "the encodings of Japanese editors are recognised",
    arguments: [
      (JapaneseEncoding.shiftJIS, ForeignText.Kind.shiftJIS), (.eucJP, .eucJP),
      (.iso2022JP, .iso2022JP),
    ])
  func knowsJapaneseEncodings(_ encoding: JapaneseEncoding, _ kind: ForeignText.Kind) throws {
    // JIS has no half-width kana here, and a single kanji in EUC may be a letter in UTF-8.
    for text in Self.texts
    where encoding == .shiftJIS || !(text.contains("ｶ") || text.contains("筆")) {
      #expect(try self.kind(#require(encoding.bytes(of: text))) == kind, "\(text)")
    }
  }

  @Test(
    "UTF-16 and UTF-32 are recognised without a mark",
    arguments: [
      (String.Encoding.utf16LittleEndian, ForeignText.Kind.utf16), (.utf16BigEndian, .utf16),
      (.utf32LittleEndian, .utf32), (.utf32BigEndian, .utf32),
    ])
  func knowsWideEncodings(_ encoding: String.Encoding, _ kind: ForeignText.Kind) throws {
    for text in Self.texts where text.hasPrefix("---") {
      let data = try #require(text.data(using: encoding))
      #expect(self.kind(Array(data)) == kind, "\(text)")
    }
  }

  @Test("a mark of UTF-16 or UTF-32 tells it")
  func knowsMarks() throws {
    for (mark, encoding) in [
      ([0xFF, 0xFE], String.Encoding.utf16LittleEndian), ([0xFE, 0xFF], .utf16BigEndian),
    ] as [([UInt8], String.Encoding)] {
      let data = try #require("経済産業省".data(using: encoding))
      #expect(kind(mark + Array(data)) == .utf16)
    }
    #expect(kind([0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0]) == .utf32)
  }

  @Test("UTF-8 with a broken byte is told as such, with every such byte")
  func knowsBrokenBytes() throws {
    var bytes = Array(Self.text.utf8)
    bytes[20] = 0x41
    let first = try #require(TextCheck(bytes).invalid)
    let text = try #require(ForeignText(bytes, invalid: first))
    #expect(text.kind == .brokenUTF8)
    #expect(text.place == first)
    #expect(text.places.first == first)
    #expect(text.places.count <= 2)
    // Cut in the middle of the last character, as a broken transfer leaves it.
    #expect(kind(Array(Self.text.utf8.dropLast(2))) == .brokenUTF8)
  }

  @Test(
    "documents under the name of a text are told",
    arguments: [
      ([0x50, 0x4B, 3, 4, 20, 0, 0xFF], .archive), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], .oldDocument),
      (Array("%PDF-1.7\n".utf8) + [0xE2, 0xE3], .pdf), (Array("{\\rtf1\\ansi".utf8), .rtf),
      ([0x89, 0x50, 0x4E, 0x47, 13, 10], .picture), ([0xFF, 0xD8, 0xFF, 0xE0], .picture),
      ([0x80, 0x80, 0x81], .unknown), ([0, 0, 0, 0, 0, 0, 0, 0], nil), ([1, 2, 3, 0], nil),
    ] as [([UInt8], ForeignText.Kind?)])
  func knowsDocuments(_ bytes: [UInt8], _ kind: ForeignText.Kind?) {
    #expect(self.kind(bytes) == kind)
  }

  @Test("texts in UTF-8 are none of these, whatever characters they have")
  func passesText() {
    for text in [Self.text, "", "plain", "\u{1B}[31m red", "a\u{0}b", "\u{FEFF}title: 甲"] {
      #expect(kind(Array(text.utf8)) == nil, "\(text)")
    }
  }
}
