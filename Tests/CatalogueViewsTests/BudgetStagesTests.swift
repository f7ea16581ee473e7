import CatalogueModel
import JapaneseText
import TestSupport
import Testing

@testable import CatalogueViews

@Suite("Stages of budgets")
struct BudgetStagesTests {
  @Test(
    "the usual stages come first in their order, then others as they appear, then what has none",
    arguments: [
      (["当初", "補正"], ["補正", "特別", "当初"], ["当初", "補正", "特別"]),
      ([], ["乙", "甲", "乙"], ["乙", "甲"]),
      (["当初"], ["", "後"], ["後", "段階の記載なし"]),
      (["当初"], [], []),
    ])
  func orders(_ usual: [String], _ written: [String], _ expected: [String]) {
    let stages = BudgetStages(usual: usual, written: written.map { $0.isEmpty ? nil : $0 })
    #expect(stages.all.map(\.label) == expected)
    #expect(stages.all.map(\.place) == Array(expected.indices))
  }

  @Test("anchors have no spaces, are those of no other section, and differ")
  func namesAnchors() {
    let stages = BudgetStages(usual: [], written: ["第 1 次", "main", "合計", "第\u{3000}1 次", "a/b"])
    let anchors = stages.all.map(\.anchor)
    #expect(anchors[0] == "第-1-次" && anchors[1] == "stage-main")
    #expect(Set(anchors).count == anchors.count && !anchors.contains("合計"))
    #expect(anchors.allSatisfy { !$0.contains(where: \.isWhitespace) })
    #expect(stages.all.allSatisfy { !$0.folder.contains("/") })
  }

  @Test("what has no stage and what calls itself so stand together")
  func joinsUntold() {
    let stages = BudgetStages(usual: [], written: [nil, BudgetStages.untold])
    let groups = stages.groups(of: ["a", "b"]) { $0 == "a" ? nil : BudgetStages.untold }
    #expect(groups.map(\.things) == [["a", "b"]])
  }
}
