import Testing

@testable import TextRules

@Suite("The rule for texts")
struct TextCheckTests {
  @Test(
    "the first byte that is not UTF-8 is found",
    arguments: [
      ([0x61, 0xFF, 0x62], 1), ([0xE3, 0x81], 0), ([0x61, 0x80], 1), ([0xC0, 0xAF], 0),
      ([0xC1, 0xBF], 0), ([0xC0, 0x80], 0),
      ([0xE0, 0x80, 0x80], 0), ([0xED, 0xA0, 0x80], 0), ([0xED, 0xBF, 0xBF], 0),
      ([0xF0, 0x80, 0x80, 0x80], 0), ([0xF0, 0x9F, 0x98], 0),
      ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF5, 0x80, 0x80, 0x80], 0),
      ([0xE3, 0x81, 0x82, 0x82, 0xA0], 3), ([0x61, 0xC3], 1), ([0xC2, 0x41], 0),
      ([0xE3, 0x61, 0x62], 0), ([0x93, 0xFA, 0x96, 0x7B], 0), ([0xFF, 0xFE, 0x2D, 0x00], 0),
    ] as [([UInt8], Int)])
  func findsInvalid(_ bytes: [UInt8], _ offset: Int) {
    let check = TextCheck(bytes)
    #expect(check.invalid == offset)
    #expect(check.forbidden.isEmpty)
  }

  @Test(
    "a text is left as it is",
    arguments: [
      "", "abc", "日本語", "𠮷野", "a\tb\r\nc\rd\n", "~\u{A0}", "\u{D7FF}\u{E000}\u{FDCF}\u{FDF0}",
      "\u{FFFD}\u{FFFC}", "\u{1FFFD}\u{10FFFD}\u{20000}", "\u{2029}\u{202F}\u{2065}\u{206A}",
      "\u{200B}\u{200E}\u{200F}\u{61C}\u{FEFF}", "\u{1F600}\u{1F9D1}\u{200D}\u{1F52C}",
    ])
  func accepts(_ text: String) {
    let check = TextCheck(Array(text.utf8))
    #expect(check.invalid == nil)
    #expect(check.forbidden.isEmpty)
    #expect(check.bytes == Array(text.utf8))
  }

  @Test("each code point is judged as the rule has it, and covered in its own length")
  func judgesAll() {
    // Those around the limits of the rule and of the lengths, and some of the many others.
    let ends = (0...UInt32(16)).map { $0 << 16 | 0xFFFF }.flatMap {
      ($0 - 20)...min($0 + 20, 0x10_FFFF)
    }
    let others = stride(from: UInt32(0x900), to: 0x10_FFFF, by: 251)
    for value in Array(0..<0x900) + Array(0x2000..<0x2100) + Array(0xFD00..<0xFE00) + ends + others
    {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let isRefused =
        (value < 32 && ![9, 10, 13].contains(value)) || (127..<160).contains(value)
        || (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
        || (0xFDD0...0xFDEF).contains(value) || [0xFFFE, 0xFFFF].contains(value & 0xFFFF)
      let bytes = Array("あ".utf8) + Array(String(scalar).utf8)
      let check = TextCheck(bytes)
      let groups = check.forbidden.groups
      if groups.isEmpty == isRefused || check.invalid != nil || check.bytes.count != bytes.count
        || (isRefused && groups.map(\.bytes) != [3..<bytes.count])
        || !TextCheck(check.bytes).forbidden.isEmpty
      {
        Issue.record("U+\(String(value, radix: 16))")
      }
    }
  }

  @Test("a kind is told once, with its first place and its number")
  func counts() {
    let text = "a\u{202E}b\u{0}c\u{2066}d\u{FFFE}e\u{1B}f"
    let check = TextCheck(Array(text.utf8))
    let groups = check.forbidden.groups
    #expect(groups.map(\.character.name) == ["U+202E", "U+0000", "U+FFFE"])
    #expect(groups.map(\.bytes) == [1..<4, 5..<6, 11..<14])
    #expect(groups.map(\.count) == [2, 2, 1])
    #expect(String(decoding: check.bytes, as: UTF8.self) == "a\u{FFFD}b_c\u{FFFD}d\u{FFFD}e_f")
  }

  @Test("a million refused characters give one group")
  func bounds() {
    let check = TextCheck(Array(repeating: 0, count: 1_000_000))
    #expect(check.forbidden.groups.map(\.count) == [1_000_000])
  }

  @Test(
    "a number that is no character is refused too",
    arguments: [(0xD800, "U+D800"), (0xDFFF, "U+DFFF"), (0x11_0000, "U+110000"), (0, "U+0000")]
      as [(UInt32, String)])
  func refusesNumbers(_ value: UInt32, _ name: String) {
    #expect(ForbiddenCharacter(value)?.name == name)
  }
}
