import CatalogueModel
import CatalogueViews
import Diagnostics
import Foundation
import Mustache
import TestSupport
import Testing
import Workspace

@testable import CataloguePages

@Suite("Who answers for the site, and how its records are cited")
struct SiteFactTests {
  /// A small catalogue with settings of the site.
  private static func catalogue(_ settings: String) -> TestCatalogue {
    var catalogue = TestCatalogue {
      TestRecord("programmes/a", "甲計画 <1>", yomi: "こうけいかく", "ministries: [試験省]")
      TestRecord("ministries/m", "試験省", yomi: "しけんしょう", "order: 1")
      TestRecord("pages/z", "読み方", yomi: "よみかた", body: "[[甲計画 <1>]]を見よ。\n")
      TestRecord("pages/about", "この目録", yomi: "このもくろく")
    }
    catalogue.definition = catalogue.definition.replacing(
      "  language: ja\n", with: "  language: ja\n" + settings)
    return catalogue
  }

  private static func html(_ path: String, _ catalogue: TestCatalogue) async throws -> String {
    var catalogue = catalogue
    catalogue.templates = [:]
    let map = try #require(await catalogue.checked().map)
    return String(decoding: try #require(map[path + "index.html"]).bytes(), as: UTF8.self)
  }

  private static let all = """
      publisher: 試験省 <試験局>
      contact: mailto:info@example.jp
      as_of: 2021-03
      edition: 第2版
      coverage: 二年分
      terms: {text: 自由に使えます, url: https://example.jp/terms}

    """

  @Test(
    "a record is cited with what is known of the catalogue",
    arguments: [
      ("", "「甲計画 <1>」『試験目録』 https://example.jp/programmes/a/"),
      ("  edition: 第2版\n", "「甲計画 <1>」『試験目録』（第2版） https://example.jp/programmes/a/"),
      (all, "「甲計画 <1>」『試験目録』（試験省 <試験局>、第2版、2021年3月時点） https://example.jp/programmes/a/"),
    ])
  func cites(_ settings: String, _ citation: String) async throws {
    let site = try await Self.catalogue(settings).context()
    let page = try #require(SitePlan(site).pages.first { $0.path == "programmes/a/" })
    #expect(page.view(in: site)["citation"] == .text(citation))
    let guide = try #require(SitePlan(site).pages.first { $0.path == "pages/about/" })
    #expect(guide.view(in: site)["citation"] == .text(""))
  }

  @Test(
    "a mail names the record in its subject, a page is led to as it is",
    arguments: [
      ("", ""),
      ("  contact: https://example.jp/c?a=1\n", "https://example.jp/c?a=1"),
      (
        "  contact: mailto:info@example.jp\n",
        "mailto:info@example.jp?subject=%E8%AA%A4%E3%82%8A%E3%81%AE%E9%80%A3%E7%B5%A1%E3%80%8C%E7%94%B2%E8%A8%88%E7%94%BB%20%3C1%3E%E3%80%8D%20https%3A//example.jp/programmes/a/"
      ),
    ])
  func corrects(_ settings: String, _ address: String) async throws {
    let site = try await Self.catalogue(settings).context()
    let page = try #require(SitePlan(site).pages.first { $0.path == "programmes/a/" })
    #expect(page.view(in: site)["correction"] == .text(address))
    let html = try await Self.html("programmes/a/", Self.catalogue(settings))
    #expect(html.contains("この項目の誤りを知らせる") == !address.isEmpty)
  }

  @Test(
    "the foot of every page and the first guide say who answers for the site; nothing is said of nothing"
  )
  func saysFacts() async throws {
    let home = try await Self.html("", Self.catalogue(Self.all))
    for text in [
      "発行 試験省 &lt;試験局&gt;", "第2版", "令和3年3月（2021年3月）時点の内容",
      "<a href=\"https://example.jp/terms\">自由に使えます</a>", "<a href=\"mailto:info@example.jp\">",
    ] {
      #expect(home.contains(text), "\(text)")
    }
    #expect(!home.contains("二年分"))
    let guide = try await Self.html("pages/about/", Self.catalogue(Self.all))
    #expect(
      guide.contains("<dt>収めた範囲</dt><dd>二年分</dd>")
    )
    #expect(try await !Self.html("pages/z/", Self.catalogue(Self.all)).contains("二年分"))
    let plain = try await Self.html("pages/about/", Self.catalogue(""))
    #expect(!plain.contains("section-site") && !plain.contains("site-footer-facts"))
  }

  @Test("what guides say of a record is no connexion of it")
  func leavesOutGuides() async throws {
    #expect(try await !Self.html("programmes/a/", Self.catalogue("")).contains("読み方を見よ"))
    #expect(try await !Self.html("programmes/a/", Self.catalogue("")).contains("section-mentions"))
  }

  @Test("the feed is offered where there is one")
  func offersFeed() async throws {
    let none = try await Self.html("", Self.catalogue(""))
    #expect(!none.contains("feed.atom") && !none.contains("最近の更新"))
    let some = try await Self.html("", .full)
    #expect(some.contains("href=\"./feed.atom\"") && some.contains("最近の更新"))
  }

  @Test("what cites a document stands in the contents with its counts, below its heading")
  func listsCitations() async throws {
    let site = try await TestCatalogue.full.context()
    let page = try #require(SitePlan(site).pages.first { $0.path == "documents/hakusho/" })
    guard case .list(let entries)? = page.view(in: site)["contents"] else {
      Issue.record("no contents")
      return
    }
    var cited: [String] = []
    for case .object(let entry) in entries {
      guard case .text(let anchor)? = entry["anchor"], anchor.hasPrefix("relation-cited") else {
        continue
      }
      guard case .text(let label)? = entry["label"] else { continue }
      cited.append("\(anchor) \(label) \(entry["is_innermost"] == .flag(true))")
    }
    #expect(
      cited == [
        "relation-cited 出典とする項目 false", "relation-cited-programmes 施策 1件 true",
      ])
  }

  @Test("the tables of the data page are known by their collections")
  func namesTables() async throws {
    let html = try await Self.html("data/", .full)
    #expect(html.contains("<h3 id=\"data-programmes\">") && !html.contains("data-1"))
  }

  @Test("what pages say to programs is JSON, and no text ends its block")
  func writesStructuredData() async throws {
    var catalogue = Self.catalogue(Self.all)
    catalogue.records.append(
      TestRecord(
        "programmes/x", "甲\"</script><b>&", yomi: "えっくす",
        "aliases: [\"<!--\"]\nenglish: X\nupdated: 2020-04"))
    let html = try await Self.html("programmes/x/", catalogue)
    let block = try #require(Self.block(of: html))
    #expect(!block.contains("<") && !block.contains(">"))
    let data = try #require(
      try JSONSerialization.jsonObject(with: Data(block.utf8)) as? [String: Any])
    #expect(data["name"] as? String == "甲\"</script><b>&")
    #expect(data["dateModified"] as? String == "2020-04")
    #expect(data["license"] as? String == "https://example.jp/terms")
    #expect(
      (data["mainEntity"] as? [String: Any])?["alternateName"] as? [String] == ["<!--", "X"])
    let page = try await Self.html("data/", catalogue)
    let other = Data(try #require(Self.block(of: page)).utf8)
    let dataset = try #require(try JSONSerialization.jsonObject(with: other) as? [String: Any])
    #expect(dataset["@type"] as? String == "dcat:Dataset")
    let files = try #require(dataset["dcat:distribution"] as? [[String: Any]])
    #expect(files.contains { "\($0)".contains("https://example.jp/data/programmes.csv") })
    #expect(files.allSatisfy { $0["dcat:mediaType"] != nil })
  }

  private static func block(of html: String) -> String? {
    let begin = "<script type=\"application/ld+json\">"
    let parts = html.components(separatedBy: begin)
    return parts.count == 2 ? parts[1].components(separatedBy: "</script>").first : nil
  }

  @Test("aliases are separated in the text")
  func separatesAliases() async throws {
    #expect(
      try await Self.html("programmes/q-leap/", .full).contains(
        "<dd>Q-LEAP、=量子&quot;計画&quot;, ほか</dd>"))
  }
}
