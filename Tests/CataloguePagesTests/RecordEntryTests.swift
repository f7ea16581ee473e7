import CatalogueModel
import Mustache
import TestSupport
import Testing

@testable import CataloguePages

@Suite("Records in lists")
struct RecordEntryTests {
  private static let definition = TestCatalogue.definition.replacing(
    "  pages:\n",
    with: "  events:\n    label: 催し\n    fields:\n"
      + "      years: {type: fiscal_year, list: true, label: 年度}\n  pages:\n")

  @Test(
    "the moment of an entry is the newest of its years, wherever it stands",
    arguments: [
      ("[2019年度, 2021年度, 平成30年度]", "2021"), ("[2021年度, 2019年度]", "2021"), ("[平成元年度]", "1989"),
      ("[]", ""),
    ])
  func takesNewest(_ years: String, _ moment: String) async throws {
    let line = years == "[]" ? "" : "years: \(years)"
    let site = try await TestCatalogue(definition: Self.definition) {
      TestRecord("events/a", "催し", line)
    }.context()
    let record = try #require(site.catalogue.records.indices.first)
    let entry = RecordEntry.view(of: record, site.catalogue, site.facets)
    guard case .text(let text)? = entry["moment"] else {
      Issue.record("no moment")
      return
    }
    #expect(text == moment)
  }
}
