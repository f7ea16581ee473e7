import CatalogueModel
import Diagnostics
import TestSupport
import Testing

@testable import CatalogueGraph

@Suite("Hierarchies")
struct HierarchyTests {
  /// Programmes named by letters with edges such as `a上位b`.
  private func catalogue(_ edges: [String]) -> TestCatalogue {
    let names = Set(edges.flatMap { [String($0.prefix(1)), String($0.suffix(1))] }).sorted()
    return TestCatalogue {
      for name in names {
        let own = edges.filter { $0.hasPrefix(name) }.map { edge in
          "  - {to: \(edge.suffix(1)), as: \(edge.dropFirst().dropLast())}"
        }
        TestRecord(
          "programmes/\(name)", "項目\(name)",
          own.isEmpty ? "" : "related:\n" + own.joined(separator: "\n"))
      }
    }
  }

  @Test(
    "a way that leads back to its start is told",
    arguments: [
      ["a上位b", "b上位a"], ["a上位b", "b上位c", "c上位a"], ["a上位b", "a下位b"], ["a前身b", "b前身a"],
      ["a上位b", "c下位b", "c上位a"], ["a後継b", "b後継c", "c後継a"], ["x上位y", "a上位b", "b上位a"],
    ])
  func findsCycles(_ edges: [String]) async {
    let faults = await catalogue(edges).diagnostics().filter { $0.code == .relationCycle }
    #expect(!faults.isEmpty)
    #expect(faults.allSatisfy { $0.severity == .error })
  }

  @Test(
    "trees, both sides written, and circles of equals are none",
    arguments: [
      ["a上位b", "b下位a"], ["a上位b", "c上位b", "a前身c"], ["a関連b", "b関連c", "c関連a"], ["a関連b", "b関連a"],
      ["a上位b", "a前身b"], ["a上位b", "b上位c", "a上位c"], ["a前身b", "b後継a", "b前身c"],
    ])
  func acceptsOrders(_ edges: [String]) async {
    #expect(await catalogue(edges).diagnostics().allSatisfy { $0.code != .relationCycle })
  }

  @Test("a relation to one record of the same collection has no cycle either")
  func findsParentCycles() async {
    let catalogue = TestCatalogue {
      TestRecord("ministries/a", "甲", "parent: 乙")
      TestRecord("ministries/b", "乙", "parent: 丙")
      TestRecord("ministries/c", "丙", "parent: 甲")
      TestRecord("ministries/d", "丁", "parent: 甲")
    }
    let faults = await catalogue.diagnostics().filter { $0.code == .relationCycle }
    #expect(faults.count == 1)
    #expect(faults.first?.message.japanese.contains("上位機関") == true)
  }

  @Test("the same rule holds where the relation may lead to other collections too")
  func findsCyclesBesideOtherTargets() async {
    var catalogue = catalogue(["a上位b", "b上位a"])
    catalogue.definition = catalogue.definition.split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .joined(separator: "\n").replacing("to: [programmes]", with: "to: [programmes, ministries]")
    #expect(await catalogue.diagnostics().contains { $0.code == .relationCycle })
  }

  @Test("a long chain is walked without recursion")
  func walksFar() async {
    let catalogue = TestCatalogue {
      for number in 0..<3_000 {
        TestRecord("ministries/m\(number)", "庁\(number)", "parent: m\((number + 1) % 3_000)")
      }
    }
    #expect(await catalogue.diagnostics().count { $0.code == .relationCycle } == 1)
  }
}
