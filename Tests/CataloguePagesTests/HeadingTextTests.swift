import CatalogueViews
import Testing

@testable import CataloguePages

@Suite("Titles as headings")
struct HeadingTextTests {
  /// Titles with `|` where a line may end.
  private static let titles = [
    "新エネルギー・|産業技術総合開発機構", "国立研究開発法人|エネルギー|総合研究所", "量子|フラッグシップ|（Q-LEAP）",
    "つくば|イノベーションアリーナ", "第6期|「科学技術・|イノベーション|基本計画」", "TIA", "経済産業省", "Albany NanoTech",
    "オープンイノベーション", "100億円の|大型|プロジェクト", "らーめんの|会", "八王子ヶ丘の|拠点",
  ]

  @Test("a line ends between words", arguments: titles)
  func breaks(_ title: String) {
    let plain = title.replacing("|", with: "")
    let html = String(decoding: HeadingText.html(plain), as: UTF8.self)
    #expect(html.replacing("<wbr>", with: "|") == title)
  }

  @Test("a title is escaped")
  func escapes() {
    let html = String(decoding: HeadingText.html("<b>&量子\"技術"), as: UTF8.self)
    #expect(!html.replacing("<wbr>", with: "").contains("<"))
    #expect(html.contains("&amp;"))
  }

  /// Titles, and whether they are English.
  private static let languages = [
    ("Albany NanoTech", true), ("U.S. Licensing Activity Survey", true),
    ("TIA Vision 2020-2024", true),
    ("TIA", false), ("KIDSASHI", false), ("ONE JAPAN", false), ("ASTM D7566", false), ("", false),
    ("Society 5.0の実現", false), ("Albany", false),
  ]

  @Test("English titles are told from names", arguments: languages)
  func knowsEnglish(_ title: String, _ isEnglish: Bool) {
    #expect(EnglishText.isEnglish(title) == isEnglish)
  }
}
