import Diagnostics
import TestSupport
import Testing

@testable import YAMLTree

@Suite("Writing scalars of YAML")
struct ScalarWritingTests {
  @Test(
    "a scalar keeps its style and its range",
    arguments: [
      ("a: 甲 乙\nb: 1\n", "甲 乙", "甲 乙", .plain),
      ("a: '甲''乙'\nb: 1\n", "甲'乙", "'甲''乙'", .singleQuoted),
      ("a: \"甲\\n\"\nb: 1\n", "甲\n", "\"甲\\n\"", .doubleQuoted),
      ("a: |\n  甲\n  乙\n\nb: 1\n", "甲\n乙\n", "|\n  甲\n  乙", .literal),
      ("a: >\n  甲\n  乙\n", "甲 乙\n", ">\n  甲\n  乙", .folded), ("a: ~\n", "", "~", .plain),
    ] as [(String, String, String, ScalarStyle)])
  func keepsStyle(_ source: String, _ text: String, _ written: String, _ style: ScalarStyle) throws
  {
    let bytes = Array(source.utf8)
    let node = try #require(YAMLParser.parse(bytes, range: 0..<bytes.count).root?["a"])
    #expect(node.scalar == text)
    #expect(String(decoding: bytes[node.bytes], as: UTF8.self) == written)
    #expect(node.style == style)
  }

  @Test(
    "a text is written in the style of another where it can be",
    arguments: [
      ("経済産業省", .plain, "経済産業省"), ("経済産業省", .singleQuoted, "'経済産業省'"),
      ("経済産業省", .literal, "\"経済産業省\""), ("甲: 乙", .plain, "\"甲: 乙\""), ("", .plain, "\"\""),
      ("it's", .singleQuoted, "'it''s'"), ("甲\n乙", .singleQuoted, "\"甲\\u000a乙\""),
      ("[甲]", .plain, "\"[甲]\""), ("甲, 乙", .plain, "\"甲, 乙\""), ("null", .plain, "\"null\""),
      ("甲\"乙\\", .doubleQuoted, "\"甲\\\"乙\\\\\""), ("甲", nil, "甲"),
    ] as [(String, ScalarStyle?, String)])
  func writes(_ text: String, _ style: ScalarStyle?, _ written: String) {
    #expect(YAMLScalar.written(text, as: style) == written)
  }

  private static let pieces = [
    "甲", "a", " ", ":", ": ", " #", "#", "'", "\"", "\\", "[", "]", "{", "}", ",", "-", "- ", "?",
    "&",
    "*", "!", "|", ">", "%", "@", "`", "~", "null", "\n", "\t", "\u{85}", "\u{2028}", "\u{FEFF}",
    "\u{7}", "---", "...", "=", "０", "が", "か\u{3099}", "https://a.jp/?q=1#b", "<<",
  ]

  private static let places: [(String, String)] = [
    ("a: ", "\n"), ("a: ", " # 注\nb: 1\n"), ("{a: ", "}"), ("{a: ", ", b: 1}\n"),
    ("a:\n- ", "\n- b\n"), ("a: [", ", 乙]\n"), ("a:\n  - {to: ", "}\n"),
  ]

  @Test(
    "whatever is written is read as it was, wherever a scalar may stand", arguments: UInt64(1)...8)
  func readsBack(_ seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    for _ in 0..<300 {
      let count = Int.random(in: 0...5, using: &generator)
      let text = (0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }
        .joined()
      for style in [nil, .plain, .singleQuoted, .doubleQuoted, .literal] as [ScalarStyle?] {
        let written = YAMLScalar.written(text, as: style)
        for (before, after) in Self.places {
          let bytes = Array((before + written + after).utf8)
          let (root, findings) = YAMLParser.parse(bytes, range: 0..<bytes.count)
          let value = root?["a"]
          let node = value?.sequence?.first ?? value
          #expect(
            findings.allSatisfy { if case .forbiddenCharacter = $0.kind { true } else { false } },
            "\(before + written + after)")
          // A character that no text may have is told where it stands, and read as U+FFFD.
          if findings.isEmpty {
            #expect((node?["to"] ?? node)?.scalar == text, "\(before + written + after)")
          }
        }
        // As a key.
        let bytes = Array((written + ": 1\n").utf8)
        let (root, findings) = YAMLParser.parse(bytes, range: 0..<bytes.count)
        if findings.isEmpty { #expect(root?.mapping?.first?.key.scalar == text, "\(written)") }
      }
    }
  }
}
