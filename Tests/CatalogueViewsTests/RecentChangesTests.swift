import CatalogueModel
import Diagnostics
import TestSupport
import Testing

@testable import CatalogueViews

@Suite("What changed last")
struct RecentChangesTests {
  @Test("records with a date of change come newest first, equals in the order of the pages")
  func sorts() async throws {
    let catalogue = try await TestCatalogue {
      TestRecord("programmes/a", "甲", yomi: "あ", "updated: 2020-04-01")
      TestRecord("programmes/b", "乙", yomi: "い", "updated: 2021年")
      TestRecord("programmes/c", "丙", yomi: "う")
      TestRecord("ministries/d", "丁", "updated: 令和2年4月1日")
    }.resolved()
    let titles = RecentChanges(catalogue).records.map { catalogue.records[$0.record].title.value }
    #expect(titles == ["乙", "甲", "丁"])
  }
}
