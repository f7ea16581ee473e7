import Testing

@testable import CatalogueModel

@Suite("Suggestions")
struct NearestTests {
  private static let words = [
    "経済産業省", "農林水産省", "厚生労働省", "文部科学省", "総務省", "内閣府", "title", "summary",
    "ministries", "agencies", "新エネルギー・産業技術総合開発機構",
  ]

  @Test(
    "the word that was meant comes first",
    arguments: [
      ("経済産業章", "経済産業省"), ("経済産省", "経済産業省"), ("ないかくふ", nil), ("内閣", "内閣府"),
      ("titel", "title"), ("TITLE", "title"), ("ｓｕｍｍａｒｙ", "summary"), ("ministry", "ministries"),
      ("産業技術総合開発機構", "新エネルギー・産業技術総合開発機構"), ("", nil), ("まったく別の言葉です", nil),
    ] as [(String, String?)])
  func suggests(_ text: String, _ expected: String?) {
    #expect(Nearest.words(to: text, among: Self.words).first == expected)
  }

  @Test("there are at most three, and the same ones every time")
  func limits() {
    let words = (0..<20).map { "項目\($0)" }
    let once = Nearest.words(to: "項目", among: words)
    #expect(once.count == 3)
    #expect(once == Nearest.words(to: "項目", among: words))
  }
}
