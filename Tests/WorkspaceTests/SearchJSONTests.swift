import CataloguePages
import CatalogueViews
import Diagnostics
import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import CatalogueSearch
@testable import Workspace

@Suite("search/index.json")
struct SearchJSONTests {
  private static let path = "search/index.json"

  /// A page as another program reads it.
  private struct Page: Decodable, Equatable {
    struct Collection: Decodable, Equatable {
      let key: String
      let label: String
    }
    struct Ruby: Decodable, Equatable {
      let base: String
      let reading: String
    }
    struct Value: Decodable, Equatable {
      let id: String
      let label: String
    }
    struct Section: Decodable, Equatable {
      let anchor: String
      let heading: String
      let text: String
    }
    let url: String
    let collection: Collection
    let title: String
    let readings: [String]
    let aliases: [String]
    let summary: String
    let rubies: [Ruby]
    let facets: [String: [Value]]
    let sections: [Section]
  }

  private struct Document: Decodable {
    struct Facet: Decodable, Equatable {
      let key: String
      let label: String
      let values: [Page.Value]
    }
    let version: Int
    let facets: [Facet]
    let pages: [Page]
  }

  /// The files of the search of a catalogue, by their paths.
  private static func files(
    _ catalogue: TestCatalogue, workers: Int = 1, drafts: DraftTreatment = .leftOut
  ) async throws -> [String: [UInt8]] {
    let map = try #require(await catalogue.checked(workers: workers, drafts: drafts).map)
    let folder = try #require(map.folder(of: path))
    var files: [String: [UInt8]] = [:]
    for output in await folder.make(workers: workers, take: { $0 }) {
      let bytes = try output.bytes()
      #expect(output.size == nil || output.size == bytes.count, "\(output.path)")
      files[output.path] = bytes
    }
    return files
  }

  private static func document(
    _ catalogue: TestCatalogue, drafts: DraftTreatment = .leftOut
  ) async throws -> Document {
    let bytes = try #require(await files(catalogue, drafts: drafts)[path])
    return try JSONDecoder().decode(Document.self, from: Data(bytes))
  }

  private static func schema(_ catalogue: TestCatalogue = TestCatalogue()) async throws
    -> JSONSchema
  {
    try JSONSchema(try #require(await files(catalogue)["search/index.schema.json"]))
  }

  private static let one = TestCatalogue {
    TestRecord("ministries/meti", "経済産業省", yomi: "けいざいさんぎょうしょう", "aliases: [経産省, METI]")
    TestRecord(
      "programmes/b", "冠<計画>", yomi: "かんむりけいかく",
      """
      aliases: ["A \\"B\\" & C"]
      summary: 一文の要約。
      kind: AI戦略
      ministries: [経産省]
      fiscal_years: [2020年度]
      """,
      body: "はじめの文。\n\n## 目的 {#aim}\n\n{冠|かんむり}ラボの**太字**と、[[METI]]。\n\n- 一つ\n- 二つ\n")
    TestRecord("agencies/a", "甲機構", yomi: "こうきこう")
    TestRecord("pages/about", "この目録について", yomi: "このもくろくについて", body: "案内の文。\n")
  }

  @Test("a page has its names, its values and its texts as they are shown")
  func tellsPage() async throws {
    let document = try await Self.document(Self.one)
    #expect(document.version == 1)
    let page = try #require(document.pages.first { $0.url == "programmes/b/" })
    #expect(page.collection == .init(key: "programmes", label: "施策"))
    #expect(page.title == "冠<計画>")
    #expect(page.readings == ["かんむりけいかく"])
    #expect(page.aliases == ["A \"B\" & C"])
    #expect(page.summary == "一文の要約。")
    #expect(page.rubies == [.init(base: "冠ラボ", reading: "かんむりラボ")])
    #expect(
      page.facets == [
        "collection": [.init(id: "programmes", label: "施策")],
        "kind": [.init(id: "AI戦略", label: "AI戦略")],
        "ministries": [.init(id: "meti", label: "経済産業省")],
        "fiscal_years": [.init(id: "2020", label: "令和2年度（2020年度）")],
      ])
    #expect(
      page.sections == [
        .init(anchor: "", heading: "", text: "はじめの文。"),
        .init(anchor: "aim", heading: "目的", text: "冠ラボの太字と、METI。\n一つ\n二つ"),
        .init(
          anchor: "", heading: "", text: "種類 \nAI戦略\n所管 \n経済産業省\n年度 \n令和2年度（2020年度）"),
      ])
    #expect(
      document.facets.first
        == .init(
          key: "collection", label: "種別",
          values: [
            .init(id: "programmes", label: "施策"), .init(id: "ministries", label: "府省庁"),
            .init(id: "agencies", label: "機関"), .init(id: "documents", label: "文書"),
          ]))
  }

  @Test("the pages are those of the search in their order, guides last")
  func ordersPages() async throws {
    let pages = try await Self.document(Self.one).pages
    #expect(
      pages.map(\.url) == ["agencies/a/", "ministries/meti/", "programmes/b/", "pages/about/"])
    // A guide is found and is of no kind that results can be narrowed by.
    #expect(pages[3].collection.label == "案内" && pages[3].facets == [:])
    for catalogue in [Self.one, TestCatalogue.full] {
      let files = try await Self.files(catalogue)
      let index = try SearchIndexReader(
        files.filter { $0.key.hasSuffix(".js") }.map { path, bytes in
          let name = String(path.dropFirst("search/".count))
          return SearchFile(path: name, bytes: bytes, isNamedByContent: name != "index.js")
        })
      let document = try await Self.document(catalogue)
      #expect(index.pageCount == document.pages.count)
      for (number, page) in document.pages.enumerated() {
        let known = try #require(index.value("p\(number)")?.list)
        #expect(known[0].text == page.url && known[2].text == page.title)
        #expect(
          known[7].list?.compactMap { $0.list?.compactMap(\.text) }
            == page.sections.map { [$0.anchor, $0.heading, $0.text] })
      }
    }
  }

  @Test("it keeps to its schema, whatever the catalogue holds")
  func keepsSchema() async throws {
    let schema = try await Self.schema()
    for catalogue in [TestCatalogue.full, TestCatalogue(), Self.one] {
      let bytes = try #require(await Self.files(catalogue)[Self.path])
      #expect(bytes.last == 10)
      #expect(schema.faults(of: try JSONSerialization.jsonObject(with: Data(bytes))) == [])
    }
  }

  @Test(
    "a document that is otherwise does not",
    arguments: [
      ("\"version\":1", "\"version\":2"), ("\"title\":", "\"name\":"),
      ("\"url\":\"", "\"url\":\"/あ"),
      ("\"readings\":[", "\"readings\":[1,"), ("\"anchor\":\"\"", "\"anchor\":null"),
      ("\"label\":\"経済産業省\"", "\"label\":\"経済産業省\",\"count\":1"),
      ("\"sections\":[", "\"sections\":[[],"),
      ("\"facets\":{\"collection\":[", "\"facets\":{\"collection\":[{},"),
    ])
  func breaksSchema(_ part: String, _ other: String) async throws {
    let text = String(decoding: try #require(await Self.files(Self.one)[Self.path]), as: UTF8.self)
    let changed = text.replacingOccurrences(of: part, with: other)
    #expect(changed != text)
    let faults = try await Self.schema().faults(
      of: try JSONSerialization.jsonObject(with: Data(changed.utf8)))
    #expect(faults != [])
  }

  @Test("it is the same bytes whatever the number of threads and the order of the files")
  func isDeterministic() async throws {
    let one = try await Self.files(.full)
    var catalogue = TestCatalogue.full
    catalogue.records.reverse()
    let other = try await Self.files(catalogue, workers: 4)
    #expect(one[Self.path] == other[Self.path] && one[Self.path] != nil)
  }

  @Test("a draft is in it where the preview shows it, and nowhere else")
  func leavesOutDrafts() async throws {
    var catalogue = Self.one
    catalogue.records.append(
      TestRecord("programmes/d", "下書きの計画", yomi: "したがき", "ministries: [経産省]\ndraft: true"))
    let published = try #require(await Self.files(catalogue)[Self.path])
    #expect(published == (try await Self.files(Self.one))[Self.path])
    let shown = try await Self.document(catalogue, drafts: .shown)
    #expect(shown.pages.contains { $0.url == "programmes/d/" && $0.title.contains("下書きの計画") })
  }

  @Test("links may lead to it and to its schema, and the page of the data offers both")
  func isOffered() async throws {
    var catalogue = Self.one
    catalogue.records.append(
      TestRecord(
        "pages/links", "つなぐ", yomi: "つなぐ",
        body: "[甲](/search/index.json)、[乙](/search/index.schema.json)。\n"))
    let site = await catalogue.checked()
    #expect(!site.report.diagnostics.contains { $0.code == .unknownLink })
    let map = try #require(site.map)
    for path in ["search/index.json", "search/index.schema.json"] {
      #expect(map.hasAddress(path) && map.addresses.contains(path))
      #expect(site.site?.offers.contains { $0.path == path } == true)
    }
    #expect(!map.hasAddress("search/index.js"))
  }
}
