import CatalogueModel
import CatalogueViews
import Diagnostics
import JapaneseText
import Mustache
import TestSupport
import Testing

@testable import CataloguePages

@Suite("Pages of fiscal years")
struct FiscalYearViewTests {
  /// Three programmes of two ministries, one of both.
  private static var catalogue: TestCatalogue {
    TestCatalogue {
      TestRecord("ministries/stages", "甲省", "order: 1")
      TestRecord("ministries/b", "乙省", "order: 2")
      TestRecord(
        "programmes/both", "共同",
        "ministries: [甲省, 乙省]\nbudget: [{year: 2020年度, stage: 補正, amount: 10億円}, {year: 2020年度, stage: 当初, amount: 1億円}]"
      )
      TestRecord(
        "programmes/one", "単独",
        "ministries: [甲省]\nbudget: [{year: 2020年度, stage: 補正, amount: 5億円}, {year: 2020年度, stage: 当初, amount: 9億円, note: 内数}]"
      )
      TestRecord("programmes/none", "不明", "budget: [{year: 2020年度, note: 未定}]")
    }
  }

  private func page(_ path: String, in site: SiteContext) throws -> ViewObject {
    try #require(SitePlan(site).pages.first { $0.path == path }).view(in: site)
  }

  private func text(_ object: ViewObject, _ name: ViewName) -> String {
    if case .text(let text)? = object[name] { text } else { "" }
  }

  private func objects(_ object: ViewObject, _ name: ViewName) -> [ViewObject] {
    guard case .list(let views)? = object[name] else { return [] }
    return views.compactMap { if case .object(let object) = $0 { object } else { nil } }
  }

  /// `label: head amount lines/left out …` for each row of a table.
  private func rows(_ object: ViewObject) -> [String] {
    guard case .object(let matrix)? = object["matrix"] else { return [] }
    return objects(matrix, "rows").map { row in
      let cells = objects(row, "cells").filter { !text($0, "line_count").isEmpty }.map { cell in
        let left = text(cell, "left_out")
        return "\(text(cell, "head"))=\(text(cell, "amount"))/\(text(cell, "line_count"))"
          + (left.isEmpty ? "" : "-\(left)")
      }
      return "\(text(row, "label")): \(cells.joined(separator: " "))"
    }
  }

  @Test("a line of two counts in the row of each and once in that of all; notes count in none")
  func sums() async throws {
    let site = try await Self.catalogue.context()
    #expect(
      rows(try page("fiscal-years/2020/", in: site)) == [
        "甲省: 合計=16億円/4-1 補正=15億円/2 当初=1億円/2-1",
        "乙省: 合計=11億円/2 補正=10億円/1 当初=1億円/1",
        "所管の記載なし: 合計=/1-1 段階の記載なし=/1-1",
        "すべて: 合計=16億円/5-2 補正=15億円/2 当初=1億円/2-1 段階の記載なし=/1-1",
      ])
  }

  @Test("the order of the stages is that of the definition")
  func ordersStages() async throws {
    var catalogue = Self.catalogue
    catalogue.definition = catalogue.definition.replacing(
      "budget: {type: budget, list: true, label: 予算}",
      with: "budget: {type: budget, list: true, label: 予算, usual: [当初, 補正]}")
    let view = try page("fiscal-years/2020/", in: try await catalogue.context())
    #expect(objects(view, "stages").map { text($0, "stage") } == ["当初", "補正", "段階の記載なし"])
    #expect(objects(view, "stages").map { text($0, "anchor") } == ["当初", "補正", "段階の記載なし"])
  }

  @Test("each line says whether it is in the sum, and why not")
  func tellsReasons() async throws {
    let view = try page("fiscal-years/2020/", in: try await Self.catalogue.context())
    let told = objects(view, "stages").flatMap { objects($0, "lines") }.map {
      "\(text($0, "title")) \($0["is_counted"] == .flag(true)) \(text($0, "reason"))"
    }
    #expect(told == ["共同 true ", "単独 true ", "単独 false 注 内数", "共同 true ", "不明 false 注 未定"])
  }

  @Test("a ministry has its lines of the year on a page, whatever its id")
  func narrows() async throws {
    let site = try await Self.catalogue.context()
    let paths = SitePlan(site).pages.filter { $0 is FiscalYearLinesPage }.map(\.path)
    #expect(paths.count == 3 && paths.contains("fiscal-years/2020/b/"))
    #expect(paths.contains("fiscal-years/2020/none/"))
    // The folder `stages` is that of the stages.
    #expect(!paths.contains("fiscal-years/2020/stages/"))
    let view = try page("fiscal-years/2020/b/", in: site)
    #expect(text(view, "total") == "11億円" && text(view, "owner") == "乙省")
    #expect(
      objects(view, "stages").map { "\(text($0, "stage")) \(text($0, "total"))" } == [
        "補正 10億円", "当初 1億円",
      ])
  }

  @Test("a long year shows the largest lines of a stage, and all of them on pages of two hundred")
  func partsYears() async throws {
    let site = try await TestCatalogue {
      [TestRecord("ministries/m", "甲省", "order: 1")]
        + (1...201).map { number in
          TestRecord(
            "programmes/p\(number)", "施策\(number)",
            "ministries: [甲省]\nbudget: [{year: 2020年度, stage: 当初, amount: \(number)億円}]")
        }
        + (1...FiscalYearPage.limit + 1).map { number in
          TestRecord("programmes/q\(number)", "他\(number)", "fiscal_years: [2020年度]")
        }
    }.context()
    let view = try page("fiscal-years/2020/", in: site)
    let stage = try #require(objects(view, "stages").first)
    #expect(objects(stage, "lines").count == FiscalYearPage.limit)
    #expect(objects(stage, "lines").first.map { text($0, "amount") } == "201億円")
    // Many without an amount have their own page alone.
    #expect(objects(view, "entries").isEmpty)
    #expect(text(view, "entries_path") == "fiscal-years/2020/others/")
    let paths = SitePlan(site).pages.map(\.path).filter { $0.hasPrefix("fiscal-years/2020/") }
    #expect(
      paths == [
        "fiscal-years/2020/", "fiscal-years/2020/stages/当初/", "fiscal-years/2020/stages/当初/2/",
        "fiscal-years/2020/m/", "fiscal-years/2020/m/2/", "fiscal-years/2020/others/",
      ])
    let last = try page("fiscal-years/2020/m/2/", in: site)
    let part = try #require(objects(last, "stages").first)
    #expect(objects(part, "lines").count == 1 && part["is_continued"] == .flag(true))
    #expect(text(part, "line_count") == "201" && text(part, "total") == "2兆301億円")
  }

  @Test(
    "of many who are responsible and many stages, what has no row and column is counted and reached"
  )
  func reachesRest() async throws {
    let (owners, stages) = (FiscalYearPage.ownerLimit + 2, BudgetMatrix.stageLimit + 3)
    let site = try await TestCatalogue {
      (1...owners).map { TestRecord("ministries/m\($0)", "省\($0)", "order: \($0)") }
        + (1...owners).map { number in
          let lines = (1...stages).map {
            "{year: 2020年度, stage: 第\($0)次補正, amount: \(number)億円}"
          }
          return TestRecord(
            "programmes/p\(number)", "施策\(number)",
            "ministries: [省\(number)]\nbudget: [\(lines.joined(separator: ", "))]")
        }
    }.context()
    let view = try page("fiscal-years/2020/", in: site)
    let matrix = try #require(object(view, "matrix"))
    let rows = objects(matrix, "rows")
    #expect(rows.count == FiscalYearPage.ownerLimit + 2)
    // The two smallest stand together, before the row of all.
    let rest = rows[rows.count - 2]
    #expect(text(rest, "label") == "ほかの2件" && text(rest, "path") == "fiscal-years/2020/owners/")
    #expect(text(view, "owners_path") == "fiscal-years/2020/owners/")
    for row in rows { #expect(objects(row, "cells").count == BudgetMatrix.stageLimit + 2) }
    let sums = objects(rest, "cells").map { text($0, "amount") }
    #expect(sums.first == "39億円" && sums.last == "9億円" && sums[1] == "3億円")
    let last = try #require(objects(rows[0], "cells").last)
    #expect(text(last, "head") == "ほかの3段階" && text(last, "line_count") == "3")
    #expect(text(last, "path") == text(rows[0], "path"))
    // What each leads to is a page, and all who are responsible stand on those of the owners.
    let paths = Set(SitePlan(site).pages.map { PagePath.encoded($0.path) })
    for cell in rows.flatMap({ objects($0, "cells") }) {
      #expect(paths.contains(String(text(cell, "path").prefix { $0 != "#" })))
    }
    var names: [String] = []
    for path in ["fiscal-years/2020/owners/", "fiscal-years/2020/owners/2/"] {
      let part = try #require(object(try page(path, in: site), "matrix"))
      names += objects(part, "rows").map { text($0, "label") }
    }
    #expect(names == (1...owners).map { "省\($0)" })
  }

  private func object(_ object: ViewObject, _ name: ViewName) -> ViewObject? {
    if case .object(let inner)? = object[name] { inner } else { nil }
  }
}

@Suite("Numbers of those who are responsible")
struct RecordNumbersTests {
  private func numbers(_ budgets: [String]) async throws -> ViewObject? {
    let site = try await TestCatalogue(definition: Self.definition) {
      [TestRecord("ministries/m", "甲省", "order: 1")]
        + budgets.enumerated().map { number, budget in
          TestRecord(
            "programmes/p\(number)", "施策\(number)",
            "ministries: [甲省]\nkind: \(number == 0 ? "税制" : "補助")\nfiscal_years: [2020年度, 2019年度]\nbudget: [\(budget)]"
          )
        }
    }.context()
    let owner = try #require(site.catalogue.records.firstIndex { $0.id.text == "ministries/m" })
    let view = RecordNumbers(of: owner, in: site)?.view(hasOwnChart: false)
    if case .object(let object)? = view { return object }
    return nil
  }

  private static let definition = TestCatalogue.definition.replacing(
    "kind: {type: enumeration, label: 種類, values: [研究開発, 補助・助成, AI戦略]}",
    with: "kind: {type: enumeration, label: 種類, role: kind, values: {税制: tax, 補助: grant}}")

  @Test(
    "one line is enough to be told, two for the largest",
    arguments: [
      (["fiscal_years: [2020年度]"], nil),
      (["budget: [{year: 2020年度, note: 内数}]"], false),
      (["budget: [{year: 2020年度, amount: 1億円}]"], false),
      (Array(repeating: "budget: [{year: 2020年度, amount: 1億円}]", count: 2), true),
    ])
  func tellsFew(_ fields: [String], _ hasLargest: Bool?) async throws {
    let site = try await TestCatalogue {
      [TestRecord("ministries/m", "甲省", "order: 1")]
        + fields.enumerated().map {
          TestRecord("programmes/p\($0)", "施策\($0)", "ministries: [甲省]\n\($1)")
        }
    }.context()
    let owner = try #require(site.catalogue.records.firstIndex { $0.id.text == "ministries/m" })
    guard case .object(let view)? = RecordNumbers(of: owner, in: site)?.view(hasOwnChart: false)
    else {
      #expect(hasLargest == nil)
      return
    }
    #expect(view["has_largest"] == hasLargest.map { .flag($0) })
  }

  @Test(
    "the largest are those of the newest year with enough lines, otherwise of that with the most",
    arguments: [
      ([2018: 3, 2019: 10, 2020: 12, 2021: 4], "令和2年度（2020年度）", ["令和3年度（2021年度） 4"]),
      ([2018: 10, 2019: 3, 2020: 2], "平成30年度（2018年度）", ["令和2年度（2020年度） 2", "令和元年度（2019年度） 3"]),
      ([2018: 3, 2019: 3, 2020: 2], "令和元年度（2019年度）", ["令和2年度（2020年度） 2"]),
      ([2019: 3, 2020: 3], "令和2年度（2020年度）", []),
    ])
  func choosesYear(_ counts: [Int: Int], _ chosen: String, _ newer: [String]) async throws {
    let view = try #require(
      try await numbers(
        counts.sorted { $0.key < $1.key }.flatMap { year, count in
          Array(repeating: "{year: \(year)年度, amount: 1億円}", count: count)
        }))
    #expect(view["largest_year"] == .text(chosen))
    guard case .list(let years)? = view["newer"] else { return }
    let told = years.map { year -> String in
      guard case .object(let year) = year, case .text(let name)? = year["year"],
        case .text(let count)? = year["line_count"]
      else { return "" }
      return "\(name) \(count)"
    }
    #expect(told == newer)
  }

  @Test(
    "a line may end between the large units of an amount and what follows",
    arguments: [
      ("8,623億3,000万円", "8,623億", "3,000万円"), ("1兆974億円", "1兆", "974億円"),
      ("1兆974億5,500万円", "1兆974億", "5,500万円"), ("2,435億円", "2,435億円", ""),
      ("4,600万円", "4,600万円", ""), ("1兆円", "1兆円", ""), ("", "", ""),
    ])
  func partsAmounts(_ amount: String, _ start: String, _ rest: String) {
    #expect(BudgetMatrix.parts(of: amount) == (start, rest))
  }

  @Test("counts by kind and year lead to the narrowed list, that of all to the page of the value")
  func counts() async throws {
    let view = try #require(
      try await numbers([
        "{year: 2020年度, amount: 1億円}, {year: 2019年度, amount: 2億円}", "{year: 2018年度, note: 未定}",
      ]))
    guard case .list(let kinds)? = view["kinds"], case .object(let counts)? = kinds.first,
      case .list(let rows)? = counts["rows"]
    else {
      Issue.record("no counts")
      return
    }
    let told = rows.map { row -> String in
      guard case .object(let row) = row, case .text(let label)? = row["label"],
        case .list(let cells)? = row["cells"]
      else { return "" }
      let paths = cells.map { cell -> String in
        guard case .object(let cell) = cell, case .text(let count)? = cell["count"],
          case .text(let path)? = cell["path"]
        else { return "-" }
        return "\(count) \(path)"
      }
      return label + ": " + paths.joined(separator: ", ")
    }
    let list = "programmes/?ministries=m"
    #expect(
      told == [
        "すべて: 2 programmes/by/ministries/m/, 2 \(list)&fiscal_years=2020, 2 \(list)&fiscal_years=2019",
        "税制: 1 \(list)&kind=tax, 1 \(list)&kind=tax&fiscal_years=2020, 1 \(list)&kind=tax&fiscal_years=2019",
        "補助: 1 \(list)&kind=grant, 1 \(list)&kind=grant&fiscal_years=2020, 1 \(list)&kind=grant&fiscal_years=2019",
      ])
  }

  @Test("of many years the newest ten are columns, and the others are told with their lists")
  func tellsOlderYears() async throws {
    let site = try await TestCatalogue(definition: Self.definition) {
      TestRecord("ministries/m", "甲省", "order: 1")
      TestRecord(
        "programmes/p", "施策",
        "ministries: [甲省]\nkind: 税制\nfiscal_years: ["
          + (2009...2020).map { "\($0)年度" }.joined(separator: ", ")
          + "]\nbudget: [{year: 2020年度, amount: 1億円}, {year: 2019年度, amount: 1億円}]")
    }.context()
    let owner = try #require(site.catalogue.records.firstIndex { $0.id.text == "ministries/m" })
    let view = OwnedCounts.views(of: owner, in: site).first
    guard case .object(let counts)? = view, case .list(let heads)? = counts["heads"],
      case .list(let others)? = counts["others"]
    else {
      Issue.record("no counts")
      return
    }
    #expect(heads.count == 11 && heads.last == .text("2011年度"))
    #expect(counts["year_count"] == .text("10") && counts["other_count"] == .text("2"))
    let list = "programmes/?ministries=m&fiscal_years="
    let told = others.map { other -> [View?] in
      guard case .object(let other) = other else { return [] }
      return [other["head"], other["count"], other["path"]]
    }
    #expect(
      told == [
        [.text("2010年度"), .text("1"), .text(list + "2010")],
        [.text("2009年度"), .text("1"), .text(list + "2009")],
      ])
  }

  @Test("stages that are too many to be told apart are one in the chart")
  func joinsStages() async throws {
    let lines = (1...8).map { "{year: 2020年度, stage: 段\($0), amount: \($0)億円}" }
    let site = try await TestCatalogue {
      TestRecord("programmes/a", "甲", "budget: [\(lines.joined(separator: ", "))]")
    }.context()
    let entries = site.fiscalYears.years[0].lines.map(\.entry)
    #expect(BudgetChart(entries) == nil)
    let chart = try #require(BudgetChart(entries, usual: ["段8"], joined: true))
    #expect(chart.stages == ["段8", "段7", "段6", "段5", "段4", "そのほかの段階"])
    #expect(chart.bars[0].parts.map(\.yen) == [8, 7, 6, 5, 4, 6].map { $0 * 100_000_000 })
  }
}
