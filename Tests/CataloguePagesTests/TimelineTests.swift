import CatalogueModel
import Diagnostics
import Mustache
import TestSupport
import Testing
import Workspace

@testable import CataloguePages

@Suite("The timeline")
struct TimelineTests {
  /// `year: time word record other` of all events.
  private func events(_ catalogue: TestCatalogue) async throws -> [String] {
    let resolved = try await catalogue.resolved()
    return Timeline(resolved).years.flatMap { year in
      year.events.map { event in
        let other = event.other.map { " " + resolved.records[$0].title.value } ?? ""
        return "\(year.year): \(event.time) \(event.word) "
          + resolved.records[event.record].title.value + other
      }
    }
  }

  @Test("what fields and connexions tell stands by the year, the newest first")
  func gathersEvents() async throws {
    var catalogue = SpanTests.labs([
      TestRecord("agencies/a", "甲", yomi: "こう"), TestRecord("agencies/b", "乙", yomi: "おつ"),
      TestRecord(
        "labs/x", "一", yomi: "いち",
        "ran: 2010年度〜2012年度\nguilds: [{to: 甲, entry: 2010年6月}, {to: 乙, exit: 2010年}]"),
      TestRecord("labs/y", "二", yomi: "に", "ran: 2012年4月1日〜"),
      TestRecord(
        "events/e", "祭り", yomi: "まつり", "held: 2012年5月\nwon: [{to: 一, as: 大賞, at: 第3回（平成24年度）}]"),
      TestRecord("events/f", "市", yomi: "いち", "won: [{to: 二, as: 大賞, at: 第4回}]"),
    ])
    catalogue.definition = catalogue.definition.replacing(
      "  pages:\n",
      with: """
          events:
            label: 催し
            fields:
              held: {type: date_or_fiscal_year, label: 開催}
              won:
                type: reference
                list: true
                label: 受賞
                to: [labs]
                inverse: 賞
                edge: {as: {type: text, label: 賞, role: prize}, at: {type: text, label: 回, role: round}}
          pages:

        """)
    #expect(
      try await events(catalogue) == [
        "2012: 2012年5月 開催 祭り", "2012: 2012年度 開室の終わり 一", "2012: 2012年4月1日 開室の始まり 二",
        "2012: 2012年度 大賞 祭り 一", "2010: 2010年6月 加入 甲 一", "2010: 2010年度 開室の始まり 一",
        "2010: 2010年 脱退 乙 一",
      ])
    let resolved = try await catalogue.resolved()
    #expect(Timeline.isTold(in: resolved))
  }

  @Test("a catalogue that tells no time has an empty page, to which nothing leads")
  func isEmpty() async throws {
    let catalogue = TestCatalogue { TestRecord("programmes/a", "甲", "fiscal_years: [2020年度]") }
    let site = try await catalogue.context()
    #expect(site.timeline.years.isEmpty)
    #expect(TimelinePage.navigation(of: site.catalogue).isEmpty)
    #expect(TimelinePage.pages(of: site).map(\.path) == ["timeline/"])
  }

  @Test("years fill pages as long as other lists, and a year with many events has pages of its own")
  func fillsPages() async throws {
    let many = (0..<70).map { TestRecord("programmes/m\($0)", "多\($0)", "period: 2019年5月〜") }
    let years = (0..<90).map {
      TestRecord("programmes/y\($0)", "年\($0)", "period: \(1900 + $0)年〜")
    }
    var catalogue = TestCatalogue()
    catalogue.records = many + years
    let site = try await catalogue.context()
    #expect(site.timeline.parts == [0..<43, 43..<91])
    #expect(site.timeline.years.first?.shown.count == Timeline.newestOfLong)
    #expect(TimelinePage.pages(of: site).map(\.path) == ["timeline/", "timeline/2/"])
    #expect(
      TimelineYearPage.pages(of: site).map(\.path) == [
        "timeline/years/2019/", "timeline/years/2019/2/",
      ])
    #expect(site.timeline.address(ofYear: 0) == "timeline/years/2019/")
    #expect(site.timeline.address(ofYear: 43) == "timeline/2/#1947%E5%B9%B4")
  }
}
