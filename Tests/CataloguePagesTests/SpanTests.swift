import CatalogueModel
import Diagnostics
import JapaneseText
import Mustache
import TestSupport
import Testing
import Workspace

@testable import CataloguePages

@Suite("Bars of periods")
struct SpanTests {
  /// A catalogue of labs with the guilds that are in them.
  static func labs(_ records: [TestRecord]) -> TestCatalogue {
    var catalogue = TestCatalogue()
    catalogue.definition = catalogue.definition.replacing(
      "  pages:\n",
      with: """
          labs:
            label: 工房
            fields:
              ran: {type: period, label: 開室, role: period}
              guilds:
                type: reference
                list: true
                label: 組合
                to: [agencies]
                inverse: 加わる工房
                edge:
                  entry: {type: date_or_fiscal_year, label: 加入, role: since}
                  exit: {type: date_or_fiscal_year, label: 脱退, role: until}
              owner: {type: reference, label: 持ち主, to: [agencies], inverse: 持つ工房}
          pages:

        """)
    catalogue.records = records
    return catalogue
  }

  private static var fair: TestCatalogue {
    labs([
      TestRecord("agencies/a", "甲", yomi: "こう"), TestRecord("agencies/b", "乙", yomi: "おつ"),
      TestRecord("agencies/c", "丙", yomi: "へい"),
      TestRecord(
        "labs/x", "一", yomi: "いち",
        """
        ran: 2010年度〜2012年度
        owner: 甲
        guilds:
          - {to: 甲, entry: 2012年4月}
          - {to: 乙, entry: 2010年4月, exit: 2011年度}
          - {to: 丙}
        """),
      TestRecord("labs/y", "二", yomi: "に", "ran: 〜2015年12月\nowner: 甲"),
      TestRecord("labs/z", "三", yomi: "さん", "ran: 2012年度〜\nowner: 甲"),
      TestRecord("labs/w", "四", yomi: "よん", "owner: 甲"),
    ])
  }

  /// `title span` of the rows, with the years of the scale.
  private func rows(_ view: View) -> [String] {
    guard case .object(let table) = view, case .list(let rows)? = table["rows"],
      case .text(let first)? = table["first_year"], case .text(let last)? = table["last_year"],
      case .text(let count)? = table["count"], case .text(let rest)? = table["left_out"]
    else { return [] }
    return ["\(first) \(last) \(count) \(rest)"]
      + rows.map { row in
        guard case .object(let row) = row, case .text(let title)? = row["title"],
          case .text(let span)? = row["span"]
        else { return "" }
        return "\(title) \(span)"
      }
  }

  /// The bar of each row: where it begins and how long it is, with < and > for open ends.
  private func bars(_ view: View) -> [String] {
    guard case .object(let table) = view, case .list(let rows)? = table["rows"] else { return [] }
    return rows.map { row in
      guard case .object(let row) = row, case .html(let bytes)? = row["bar"] else { return "" }
      let svg = String(decoding: bytes, as: UTF8.self)
      guard let bar = svg.firstMatch(of: /x="([\d.%]+)" y="1" width="([\d.%]+)"/) else { return "" }
      return (svg.contains("M8 0H-1") ? "<" : "") + "\(bar.1) \(bar.2)"
        + (svg.contains("M-8 0H1") ? ">" : "")
    }
  }

  private func index(_ id: String, in catalogue: Catalogue) throws -> RecordIndex {
    try #require(catalogue.records.indices.first { catalogue.records[$0].id.text == id })
  }

  @Test("who is tied to a record from when to when stands by the starts, on the record's own page")
  func showsMembers() async throws {
    let catalogue = try await Self.fair.resolved()
    let tables = RecordRelations(catalogue: catalogue).spans(of: try index("labs/x", in: catalogue))
      .map { $0.view(in: catalogue) }
    #expect(tables.map(rows) == [["2010年 2012年 2 ", "乙 2010年4月〜2011年度", "甲 2012年4月〜"]])
    // Of 36 months the first bar begins after 3 and ends after 27: in March 2012.
    #expect(tables.map(bars) == [["8.33% 66.66%", "75% 25%>"]])
    let other = try index("labs/y", in: catalogue)
    #expect(RecordRelations(catalogue: catalogue).spans(of: other).isEmpty)
  }

  @Test("how long the records of a group ran stands on the page of the record that they name")
  func showsGroups() async throws {
    var fair = Self.fair
    fair.definition = fair.definition.replacing(
      "  language: ja\n", with: "  language: ja\n  as_of: 2019-03\n")
    let catalogue = try await fair.resolved()
    let owner = try index("agencies/a", in: catalogue)
    let groups = RecordRelations(catalogue: catalogue).groups(of: owner)
    let tables = groups.map { group in
      group.spans(of: group.items[...], with: owner, in: catalogue)?.view(in: catalogue) ?? .none
    }
    #expect(groups.map(\.label) == ["加わる工房", "持つ工房"])
    // A single connexion is not compared with anything.
    #expect(tables[0] == .none)
    #expect(
      rows(tables[1])
        == ["2010年 2019年 3 ", "二 〜2015年12月", "一 2010年度〜2012年度", "三 2012年度〜"])
    #expect(bars(tables[1]) == ["<0% 60%", "2.50% 30%", "22.50% 70%>"])
  }

  @Test("of many the last to begin have a row, and the others are counted")
  func cutsTables() async throws {
    let many = (0..<60).map {
      TestRecord("labs/l\($0)", "工房\($0)", "owner: 甲\nran: \(1950 + $0)年〜\(1951 + $0)年")
    }
    let catalogue = try await Self.labs([TestRecord("agencies/a", "甲")] + many).resolved()
    let owner = try index("agencies/a", in: catalogue)
    let group = try #require(RecordRelations(catalogue: catalogue).groups(of: owner).first)
    let table = try #require(group.spans(of: group.items[...], with: owner, in: catalogue))
    let rows = rows(table.view(in: catalogue))
    #expect(rows.count == SpanTable.limit + 1)
    #expect(rows.prefix(2) == ["1960年 2010年 60 10", "工房10 1960年〜1961年"])
    #expect(rows.last == "工房59 2009年〜2010年")
  }

  @Test("an end before its start, and years far apart, make a bar that stays on its line")
  func boundsBars() async throws {
    let catalogue = try await Self.labs([
      TestRecord("agencies/a", "甲"), TestRecord("agencies/b", "乙"),
      TestRecord(
        "labs/x", "一",
        "guilds: [{to: 甲, entry: 2012年, exit: 2010年}, {to: 乙, entry: 1000年, exit: 9999年}]"),
    ]).resolved()
    let lab = try index("labs/x", in: catalogue)
    let tables = RecordRelations(catalogue: catalogue).spans(of: lab).map { $0.view(in: catalogue) }
    #expect(tables.map(bars) == [["0% 100%", "11.24% 0%"]])
  }

  /// The member of a view.
  private func member(_ name: ViewName, of view: View?) -> View? {
    if case .object(let object)? = view { object[name] } else { nil }
  }

  @Test(
    "a long group has its bars on the page of the record and each page of a list those of its own records"
  )
  func showsLongLists() async throws {
    let many = (100..<160).map {
      TestRecord(
        "labs/l\($0)", "工房\($0)", yomi: "こうぼう\($0)",
        "owner: 甲" + ($0 < 103 || $0 > 157 ? "\nran: \(1900 + $0)年〜" : ""))
    }
    let site = try await Self.labs([TestRecord("agencies/a", "甲")] + many).context()
    let page = try #require(RecordPage.pages(of: site).first { $0.path == "agencies/a/" })
    guard case .list(let groups)? = page.view(in: site)["groups"] else {
      return #expect(Bool(false))
    }
    #expect(member("is_long", of: groups.first) == .flag(true))
    #expect(rows(member("spans", of: groups.first) ?? .none).first == "2000年 2059年 5 ")
    let lists = CollectionPage.pages(of: site).filter { $0.path.hasPrefix("labs/") }
    let tables = lists.map { $0.view(in: site)["spans"] ?? .none }
    #expect(tables.map { rows($0).first } == ["2000年 2002年 3 ", "2058年 2059年 2 "])
    #expect(member("label", of: tables[0]) == .text("このページの工房の期間"))
  }

  @Test("the line of a record that ran for a time tells it, on either side of the connexion")
  func tellsPeriods() async throws {
    var fair = Self.fair
    fair.records.append(TestRecord("labs/v", "五", "guilds: [{to: 甲, entry: 2013年4月}]"))
    fair.definition = fair.definition.replacing(
      "      owner: {type: reference,",
      with:
        "      next: {type: reference, label: 次, to: [labs], inverse: 前}\n      owner: {type: reference,"
    )
    fair.records.append(TestRecord("labs/u", "六", "next: 一"))
    let site = try await fair.context()
    func page(_ path: String) throws -> ViewObject {
      try #require(RecordPage.pages(of: site).first { $0.path == path }).view(in: site)
    }
    guard case .list(let groups)? = try page("agencies/a/")["groups"],
      case .list(let items)? = member("items", of: groups.first),
      case .list(let facts)? = try page("labs/u/")["facts"],
      case .list(let values)? = member("values", of: facts.first)
    else { return #expect(Bool(false)) }
    #expect(
      items.map { member("span", of: $0) } == [.text(""), .text("開室 2010年度〜2012年度")])
    #expect(
      items.map { member("detail", of: $0) } == [
        .text("加入 平成25年4月（2013年4月）"), .text("加入 平成24年4月（2012年4月）"),
      ])
    #expect(values.map { member("span", of: $0) } == [.text("開室 2010年度〜2012年度")])
  }
}
