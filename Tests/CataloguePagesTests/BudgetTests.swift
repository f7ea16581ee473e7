import CatalogueModel
import CatalogueViews
import Diagnostics
import Foundation
import FoundationXML
import JapaneseText
import Mustache
import TestSupport
import Testing

@testable import CataloguePages

@Suite("Budgets")
struct BudgetTests {
  /// Entries from lines such as `2020年度 当初 17億円 内数`, `-` for what is not told.
  private func entries(_ lines: [String]) async throws -> [BudgetEntry] {
    let yaml = lines.map { line -> String in
      let parts = line.split(separator: " ").map(String.init)
      let keys = ["year", "stage", "amount", "note"]
      let pairs = zip(keys, parts).filter { $1 != "-" }.map { "\($0): \($1)" }
      return "  - {\(pairs.joined(separator: ", "))}"
    }
    let catalogue = try await TestCatalogue {
      TestRecord("programmes/a", "甲", "budget:\n" + yaml.joined(separator: "\n"))
    }.resolved()
    let place = try #require(catalogue.schema.collections[0].field("budget"))
    return catalogue.records[0].values(ofField: place).compactMap {
      if case .budget(let entry) = $0.value { entry } else { nil }
    }
  }

  private func bars(_ lines: [String]) async throws -> [String]? {
    BudgetChart(try await entries(lines)).map { chart in
      chart.bars.map { bar in
        "\(bar.year.startYear) "
          + bar.parts.map { "\(chart.stages[$0.stage])=\($0.yen)" }.joined(separator: " ")
      }
    }
  }

  @Test(
    "the chart stacks the stages of each year and leaves out what does not stand for the programme alone",
    arguments: [
      (["2020年度 当初 17億円", "2019年度 当初 10億円"], ["2019 当初=1000000000", "2020 当初=1700000000"]),
      (["2020年度 当初 1億円", "2020年度 第3次補正 2億円"], ["2020 当初=100000000 第3次補正=200000000"]),
      (
        ["2020年度 当初 1億円", "2020年度 当初 2億円", "2021年度 - 1円"], ["2020 当初=300000000", "2021 段階の記載なし=1"]
      ),
      (
        ["2020年度 当初 1億円", "2019年度 当初 9億円 内数", "2018年度 当初 2億円"],
        ["2018 当初=200000000", "2020 当初=100000000"]
      ),
      (
        ["2020年度 当初 1億円", "2019年度 - - 未定", "2018年度 当初 0円", "2017年度 当初 1円"],
        ["2017 当初=1", "2020 当初=100000000"]
      ),
    ])
  func stacks(_ lines: [String], _ expected: [String]) async throws {
    #expect(try await bars(lines) == expected)
  }

  @Test(
    "fewer than two amounts are no chart",
    arguments: [
      ["2020年度 当初 17億円"], ["2020年度 当初 17億円", "2019年度 当初 10億円 内数"],
      ["2020年度 - - 未定", "2019年度 - - 未定"], ["2020年度 当初 0円", "2019年度 当初 5億円"],
    ])
  func leavesOut(_ lines: [String]) async throws {
    #expect(try await bars(lines) == nil)
  }

  @Test("the drawing is well-formed, escapes what it shows, and its bars keep to the width")
  func draws() async throws {
    let chart = try #require(
      BudgetChart(
        try await entries([
          "2020年度 <当初>&\"x\" 9,000兆円", "2019年度 第1次補正 1円", "2019年度 第2次補正 3億円", "2018年度 - 40億円",
        ])))
    let svg = chart.svg(title: "<題> & 'x'", describedBy: "budget-table")
    let parser = XMLParser(data: Data(svg))
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    let text = String(decoding: svg, as: UTF8.self)
    #expect(!text.contains("<題>"))
    #expect(!text.contains("style="))
    for part in text.split(separator: "<rect class=\"bar").dropFirst() {
      let numbers = part.prefix { $0 != ">" }.split(separator: "\"").filter { $0.hasSuffix("%") }
        .compactMap { Double($0.dropLast()) }
      #expect(numbers.count == 2)
      #expect(numbers.reduce(0, +) <= 100.1)
    }
  }

  @Test("sums of a fiscal year leave out amounts with a note, and an unknown amount is not zero")
  func sums() async throws {
    let site = try await TestCatalogue.full.context()
    let page = try #require(SitePlan(site).pages.first { $0.path == "fiscal-years/2020/" })
    guard case .list(let stages)? = page.view(in: site)["stages"] else { return }
    let told = stages.compactMap { stage -> String? in
      guard case .object(let stage) = stage, case .text(let name)? = stage["stage"],
        case .text(let total)? = stage["total"]
      else { return nil }
      return "\(name) \(total)"
    }
    #expect(told == ["当初 32億円", "第3次補正 10億円"])
    let years = site.fiscalYears.years.map(\.year.startYear)
    #expect(years == [2021, 2020, 2019, 2018, 2017])
  }
}
