import CatalogueSource
import Diagnostics
import MarkdownTree
import Testing

@Suite("What a program may mend without asking")
struct SureRepairTests {
  @Test(
    "what may have been meant otherwise is not mended",
    arguments: [
      "会員数*は増加**した。", "**強調*です", "【【産総研】】", "［［甲］］", "＞5％の場合", ">30人の企業", "＞詳しくはこちら",
      "＞ 引用",
    ])
  func asks(_ markdown: String) {
    for finding in MarkdownParser.parse(Array(markdown.utf8)).findings {
      #expect(finding.diagnostic(path: "a.md").fixes.allSatisfy { !$0.isSure }, "\(markdown)")
    }
  }

  @Test(
    "what can have been meant but one way is mended",
    arguments: ["##見出し", "| a | b |\n|　---　|　---　|\n| 1 | 2 |", "[名]（https://a.jp/）"])
  func mends(_ markdown: String) {
    let fixes = MarkdownParser.parse(Array(markdown.utf8)).findings.flatMap {
      $0.diagnostic(path: "a.md").fixes
    }
    #expect(fixes.map(\.isSure) == [true])
  }
}
