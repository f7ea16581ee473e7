import JapaneseText
import Testing

@Suite("Ends of lines")
struct LineEndTests {
  private static let pairs: [(Character, Character, Bool)] = [
    ("技", "術", true), ("の", "研", true), ("シ", "ョ", false), ("ロ", "ー", false), ("も", "っ", false),
    ("（", "量", false), ("構", "（", true), ("子", "）", false), ("「", "未", false), ("す", "。", false),
    ("N", "E", false), ("2", "0", false), ("O", "の", true), ("第", "6", true), ("人", "々", false),
    ("ル", "ギ", true), (" ", "A", true), ("a", " ", true),
  ]

  @Test("no line begins or ends with what must not, and no Latin word is in two", arguments: pairs)
  func keepsRules(_ before: Character, _ after: Character, _ isAllowed: Bool) {
    #expect(LineEnd.isAllowed(after: before, before: after) == isAllowed)
  }
}
