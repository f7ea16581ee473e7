import CatalogueModel
import CatalogueViews
import Foundation
import FoundationXML
import TestSupport
import Testing

@testable import CatalogueExport

@Suite("Feed, sitemap and coverage")
struct FeedTests {
  /// The texts of the elements of an XML document by their names, in their order.
  private final class Elements: NSObject, XMLParserDelegate {
    var found: [(name: String, text: String, attributes: [String: String])] = []
    private var open: [Int] = []

    static func read(_ xml: [UInt8]) throws -> [(
      name: String, text: String, attributes: [String: String]
    )] {
      let elements = Elements()
      let parser = XMLParser(data: Data(xml))
      parser.delegate = elements
      try #require(parser.parse(), "\(String(describing: parser.parserError))")
      return elements.found
    }

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      open.append(found.count)
      found.append((name, "", attributes))
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) { open.removeLast() }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
      if let last = open.last { found[last].text += string }
    }
  }

  @Test("the feed lists what changed last, with absolute addresses and times (RFC 4287)")
  func writesFeed() async throws {
    let catalogue = try await TestCatalogue.full.resolved()
    let elements = try Elements.read(Array(try exported("feed.atom", of: catalogue).utf8))
    #expect(elements[0].name == "feed")
    #expect(elements[0].attributes["xmlns"] == "http://www.w3.org/2005/Atom")
    #expect(
      elements.filter { $0.name == "title" }.map(\.text) == [
        "試験目録", "量子フラッグシップ <Q-LEAP>", "人工知能基盤",
      ])
    #expect(
      elements.filter { $0.name == "updated" }.map(\.text) == [
        "2021-04-01T00:00:00+09:00", "2021-04-01T00:00:00+09:00", "2021-03-01T00:00:00+09:00",
      ])
    #expect(
      elements.filter { $0.name == "id" }.map(\.text) == [
        "https://example.jp/", "https://example.jp/programmes/q-leap/",
        "https://example.jp/programmes/jinko-chino/",
      ])
    #expect(
      elements.filter { $0.name == "link" }.allSatisfy {
        $0.attributes["href"]?.hasPrefix("https://example.jp/") == true
      })
    for name in ["author", "id", "title", "updated"] {
      #expect(elements.contains { $0.name == name })
    }
  }

  @Test(
    "without dates, or with one date for all, there is no feed",
    arguments: ["", "updated: 2020-01-01"])
  func leavesOutFeed(_ date: String) async throws {
    let catalogue = try await TestCatalogue {
      TestRecord("programmes/a", "甲", date)
      TestRecord("programmes/b", "乙", date)
    }.resolved()
    #expect(AtomFeed().outputs(of: catalogue).isEmpty)
    #expect(AtomFeed().outputs(of: try await TestCatalogue().resolved()).isEmpty)
  }

  @Test("the feed has at most fifty entries")
  func limitsFeed() async throws {
    let catalogue = try await TestCatalogue {
      for number in 0..<60 {
        TestRecord("programmes/p\(number)", "項目\(number)", "updated: 2020-01-0\(number % 9 + 1)")
      }
    }.resolved()
    let elements = try Elements.read(Array(try exported("feed.atom", of: catalogue).utf8))
    #expect(elements.count { $0.name == "entry" } == 50)
  }

  @Test("the sitemap has every page by its encoded address")
  func writesSitemap() throws {
    let site = SiteDefinition(
      title: "題", description: "", baseURL: "https://example.jp/a&b/", language: "ja")
    let pages = ["index.html", "404.html", "programmes/by/kind/研究 開発/index.html"].map {
      Output(path: $0, kind: .page, bytes: [])
    }
    let table = Output(path: "data/a.csv", kind: .export, bytes: [])
    let files = Sitemap(of: pages + [table]).outputs(of: site)
    #expect(files.map(\.path) == ["sitemap.xml", "robots.txt"])
    let elements = try Elements.read(files[0].bytes())
    #expect(
      elements.filter { $0.name == "loc" }.map(\.text) == [
        "https://example.jp/a&b/",
        "https://example.jp/a&b/programmes/by/kind/%E7%A0%94%E7%A9%B6%20%E9%96%8B%E7%99%BA/",
      ])
    #expect(
      String(decoding: try files[1].bytes(), as: UTF8.self).contains(
        "Sitemap: https://example.jp/a&b/sitemap.xml\n"))
  }

  @Test("the sitemap says when a record was changed last, as precisely as it is known")
  func datesSitemap() async throws {
    let catalogue = try await TestCatalogue {
      TestRecord("programmes/a", "甲", yomi: "あ", "updated: 令和2年4月")
      TestRecord("programmes/b", "乙", yomi: "い")
    }.resolved()
    let pages = ["index.html", "programmes/a/index.html", "programmes/b/index.html"].map {
      Output(path: $0, kind: .page, bytes: [])
    }
    let files = Sitemap(of: pages, catalogue).outputs(of: catalogue.schema.site)
    let text = String(decoding: try files[0].bytes(), as: UTF8.self)
    #expect(
      text.contains("<loc>https://example.jp/programmes/a/</loc><lastmod>2020-04</lastmod></url>"))
    #expect(text.components(separatedBy: "<lastmod>").count == 2)
  }

  @Test("a browser is told how the search is asked (OpenSearch 1.1)")
  func describesSearch() async throws {
    var catalogue = TestCatalogue()
    catalogue.definition = catalogue.definition.replacing(
      "title: 試験目録", with: "title: とても長い名前の試験の<目録>とその続き")
    let elements = try Elements.read(
      Array(try exported("opensearch.xml", of: try await catalogue.resolved()).utf8))
    #expect(elements.first { $0.name == "ShortName" }?.text == "とても長い名前の試験の<目録>と")
    #expect(
      elements.first { $0.name == "Url" }?.attributes == [
        "type": "text/html", "template": "https://example.jp/search/?q={searchTerms}",
      ])
  }

  @Test("coverage counts records for each section of each document")
  func writesCoverage() async throws {
    let catalogue = try await TestCatalogue {
      TestRecord("documents/d", "白書")
      TestRecord("programmes/a", "甲", "sources: [{document: d, at: 第1章①}, {document: d, at: 第1章②}]")
      TestRecord(
        "programmes/b", "乙", "sources: [{document: d, at: 第1章③「計画」}, {document: d, at: 第2章|1}]")
    }.resolved()
    let markdown = String(decoding: CoverageTable(catalogue).markdown, as: UTF8.self)
    #expect(markdown.hasPrefix("# 出典ごとの収録状況\n"))
    #expect(
      markdown.contains(
        "## 白書\n\n| 箇所 | 項目数 |\n| --- | ---: |\n| 第1章 | 2 |\n| 第2章/1 | 1 |\n\n計 2 項目\n"))
  }
}
