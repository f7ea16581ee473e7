import TestSupport
import Testing

@testable import MarkdownTree

@Suite("What a text says")
struct ContentTests {
  private func content(_ source: String) -> [UInt8] {
    MarkdownParser.parse(Array(source.utf8)).content()
  }

  /// Sentences that begin and end with wide characters, or have spaces where a line may end.
  private static let sentences = [
    "経済と社会の計画である。", "これは*強調*と**太字**の文。", "拠点は[施設](https://a.jp/b)にある。", "{拠点|きょてん}を使う。",
    "`code` を書く。", "[[経済産業省]]が担う。", "注[^1]のある文。", "終わりの~~誤り~~文。",
    "Plain words in a row.", "More *words and marks* here.", "See [a link](https://a.jp) there.",
  ]

  @Test("wrapping changes nothing, in paragraphs, lists and quotes", arguments: 0..<300)
  func forgivesWrapping(_ seed: UInt64) {
    var random = SeededGenerator(state: seed + 1)
    let starts = ["", "- ", "> ", "1. ", "## "]
    var plain = ""
    var wrapped = ""
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let start = starts.randomElement(using: &random) ?? ""
      let indent = start == "> " ? "> " : String(repeating: " ", count: start.utf8.count)
      plain += start
      wrapped += start
      for number in 0..<Int.random(in: 1...5, using: &random) {
        let sentence = Self.sentences.randomElement(using: &random) ?? ""
        let isWide = sentence.utf8.first.map { $0 >= 0xE3 } ?? false
        // Between wide characters a line end stands for nothing, elsewhere for a space.
        let canEnd = plain.hasSuffix("。") && isWide
        if number > 0 && !canEnd {
          plain += " "
          wrapped += " "
        }
        plain += sentence
        let mayWrap = start != "## "
        if canEnd && number > 0 && mayWrap && Bool.random(using: &random) {
          wrapped += "\n" + indent
        }
        for character in sentence {
          let breaks = character == " " && mayWrap && Bool.random(using: &random)
          wrapped += breaks ? "\n" + indent : String(character)
        }
      }
      plain += "\n\n"
      wrapped += Bool.random(using: &random) ? "\n\n" : "\n\n\n"
    }
    let note = "[^1]: 脚注。\n"
    #expect(content(plain + note) == content(wrapped + note), "\(plain)\n---\n\(wrapped)")
    // One character more is another content.
    #expect(content(plain + note) != content(plain + "次。\n\n" + note))
  }

  @Test("a destination may be told by whoever knows where it leads, and a bare name is no text")
  func takesDestinations() {
    let one = MarkdownParser.parse(Array("[[甲]]と[乙](b.md)。".utf8))
    let other = MarkdownParser.parse(Array("[[こう]]と[乙](/x/b/)。".utf8))
    #expect(one.content() != other.content())
    func led(_ document: MarkdownDocument) -> [UInt8] {
      document.content { Array("record \($0)".utf8) }
    }
    #expect(led(one) == led(other))
    #expect(led(one) != one.content { _ in Array("elsewhere".utf8) })
  }
}
