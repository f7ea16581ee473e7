import CatalogueModel
import JapaneseText
import Mustache
import TestSupport
import Testing

@testable import CataloguePages

@Suite("A document in its own order")
struct CitedPlacesTests {
  /// A document and programmes that cite it, one for each place.
  private func site(_ places: [String]) async throws -> (SiteContext, RecordIndex) {
    var catalogue = TestCatalogue()
    catalogue.records = [TestRecord("documents/paper", "白書")]
    catalogue.records += places.enumerated().map { number, place in
      TestRecord(
        "programmes/p\(number)", "施策\(number)",
        "sources: [{document: 白書, at: \"\(place)\"}]")
    }
    let site = try await catalogue.context()
    let index = try #require(
      site.catalogue.records.indices.first { site.catalogue.records[$0].id.name == "paper" })
    return (site, index)
  }

  @Test("the outline goes down as far as its lines are few, and counts what stands below")
  func outline() async throws {
    let (site, index) = try await site([
      "第2章第10節", "第2章第2節", "第2章第2節(1)", "第2章第2節(1)", "第1章", "はじめに",
    ])
    let places = try #require(site.citedPlaces[index])
    #expect(
      places.lines.map { "\($0.label) \($0.records.count)" } == [
        "はじめに 1", "第1章 1", "第2章 4", "第2章第2節 3", "第2章第2節(1) 2", "第2章第10節 1",
      ])
    #expect(
      places.uncited == [
        "第2章第3節", "第2章第4節", "第2章第5節", "第2章第6節", "第2章第7節", "第2章第8節", "第2章第9節",
      ])
    #expect(places.citing.map { places.places[$0.place].text }.last == "第2章第10節")
  }

  @Test("a chapter that is all in one section is left out")
  func chains() async throws {
    let (site, index) = try await site(["第5章第1節1", "第5章第1節2", "第5章第1節2", "第5章第1節2(1)", "第5章第1節2"])
    let places = try #require(site.citedPlaces[index])
    #expect(places.lines.map(\.label) == ["第5章第1節", "第5章第1節1", "第5章第1節2", "第5章第1節2(1)"])
  }

  @Test(
    "a document that few cite has none",
    arguments: [["甲", "乙", "丙", "丁"], ["甲", "甲", "甲", "甲", "甲"]])
  func few(_ places: [String]) async throws {
    let (site, index) = try await site(places)
    #expect(site.citedPlaces[index] == nil)
    #expect(!SitePlan(site).pages.contains { $0 is CitedPlacesPage })
  }

  @Test(
    "many go over several pages, on which each stands once, and places that no one can read are not many lines"
  )
  func pages() async throws {
    let texts = (0..<600).map { "章のない所\($0 % 300)と\($0)" }
    let (site, index) = try await site(texts)
    let places = try #require(site.citedPlaces[index])
    #expect(places.lines.count == CitedPlaces.lineLimit)
    let pages = SitePlan(site).pages.compactMap { $0 as? CitedPlacesPage }
    #expect(pages.count == 3)
    #expect(pages.map(\.path).first == CitedPlacesPage.path(of: index, site.catalogue))
    let shown = pages.reduce(0) { count, page in
      count + strings(page.view(in: site)["sections"]).count { $0.hasPrefix("施策") && $0 != "施策" }
    }
    #expect(shown == 600)
  }

  @Test("every line of the outline leads to a heading of the page that it names")
  func leads() async throws {
    let (site, index) = try await site(
      (0..<300).map { "第\($0 / 100 + 1)章第\($0 / 10 % 10 + 1)節\($0 % 10 + 1)" })
    let pages = SitePlan(site).pages.compactMap { $0 as? CitedPlacesPage }
    #expect(pages.count == 2)
    var headings: Set<String> = []
    for page in pages {
      guard case .list(let sections)? = page.view(in: site)["sections"] else { continue }
      for case .object(let section) in sections {
        if case .text(let anchor)? = section["anchor"] { headings.insert("\(page.path)#\(anchor)") }
      }
    }
    let outline = try #require(CitedOutline(of: index, in: site))
    guard case .object(let view) = outline.view(in: site), case .list(let lines)? = view["lines"]
    else {
      Issue.record("no outline")
      return
    }
    #expect(lines.count == 33)
    for case .object(let line) in lines {
      guard case .text(let path)? = line["path"] else { continue }
      #expect(headings.contains(path), "\(path)")
    }
  }

  /// Every text of a view.
  private func strings(_ view: View?) -> [String] {
    switch view {
    case .text(let text): [text]
    case .list(let views): views.flatMap { strings($0) }
    case .object(let object): object.entries.flatMap { strings($0.1) }
    default: []
    }
  }
}
