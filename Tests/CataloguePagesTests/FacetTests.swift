import CatalogueModel
import CatalogueViews
import Diagnostics
import Mustache
import TestSupport
import Testing

@testable import CataloguePages

@Suite("Facets")
struct FacetTests {
  @Test("the records of each value are those that a naive count finds", arguments: UInt64(1)...8)
  func counts(_ seed: UInt64) async throws {
    var generator = SeededGenerator(state: seed)
    let kinds = ["研究開発", "補助・助成", "AI戦略"]
    var lines: [String: [String]] = [:]
    var records = (0..<3).map { TestRecord("ministries/m\($0)", "省\($0)", "order: \($0)") }
    for number in 0..<20 {
      let kind = kinds.randomElement(using: &generator) ?? ""
      let years = (2018...2021).filter { _ in Bool.random(using: &generator) }
      let ministries = (0..<3).filter { _ in Bool.random(using: &generator) }
      lines["p\(number)"] =
        ["kind=\(kind)"] + years.map { "fiscal_years=\($0)" }
        + ministries.map { "ministries=m\($0)" }
      let yearTexts = years.map { "\($0)年度" }.joined(separator: ", ")
      let names = ministries.map { "省\($0)" }.joined(separator: ", ")
      records.append(
        TestRecord(
          "programmes/p\(number)", "施策\(number)",
          "kind: \(kind)\nfiscal_years: [\(yearTexts)]\nministries: [\(names)]"))
    }
    let catalogue = TestCatalogue { records }
    let resolved = try await catalogue.resolved()
    let index = FacetIndex(collection: 0, in: resolved)
    #expect(index.facets.map(\.key) == ["ministries", "kind", "fiscal_years"])
    for (place, facet) in index.facets.enumerated() {
      #expect(Set(facet.values.map(\.slug)).count == facet.values.count)
      for value in facet.values {
        let naive = lines.filter { $0.value.contains("\(facet.key)=\(value.slug)") }.map(\.key)
        #expect(Set(value.records.map { resolved.records[$0].id.name }) == Set(naive))
        #expect(value.records == value.records.sorted())
        #expect(!value.records.isEmpty)
        for record in value.records {
          #expect(
            index.slugs[place][resolved.members[0].lowerBound.distance(to: record)].contains(
              value.slug))
        }
      }
      let pairs = facet.values.reduce(0) { $0 + $1.records.count }
      #expect(pairs == lines.values.joined().count { $0.hasPrefix(facet.key + "=") })
    }
  }

  @Test("values stand in their own order: 建制順, the definition's, time")
  func orders() async throws {
    let catalogue = try await TestCatalogue {
      TestRecord("ministries/a", "後の省", "order: 2")
      TestRecord("ministries/b", "先の省", "order: 1")
      TestRecord(
        "programmes/x", "甲", "kind: AI戦略\nfiscal_years: [2021年度, 平成30年度]\nministries: [後の省, 先の省]")
      TestRecord("programmes/y", "乙", "kind: 研究開発")
    }.resolved()
    let facets = FacetIndex(collection: 0, in: catalogue).facets
    #expect(
      facets.map { $0.values.map(\.slug) } == [["b", "a"], ["研究開発", "AI戦略"], ["2021", "2018"]])
  }

  @Test(
    "the spellings of one word are one value, under the commonest, and each value has a folder of its own"
  )
  func joinsSpellings() async throws {
    var catalogue = TestCatalogue {
      TestRecord("programmes/a", "甲", yomi: "あ", "label: ai")
      TestRecord("programmes/b", "乙", yomi: "い", "label: AI")
      TestRecord("programmes/c", "丙", yomi: "う", "label: か\u{3099}")
      TestRecord("programmes/d", "丁", yomi: "え", "label: が")
      TestRecord("programmes/e", "戊", yomi: "お", "label: CON")
      TestRecord("programmes/f", "己", yomi: "か", "label: 'R:D'")
      TestRecord("programmes/g", "庚", yomi: "き", "label: ＡＩ")
      TestRecord("programmes/h", "辛", yomi: "く", "label: ai")
    }
    catalogue.definition = catalogue.definition
      .replacing("facets: [ministries, kind, fiscal_years]", with: "facets: [label]")
      .replacing(
        "kind: {type: enum", with: "label: {type: text, label: 札}\n      kind: {type: enum")
    let site = try await catalogue.context()
    let facet = try #require(site.facets(of: 0).facets.first)
    #expect(facet.values.count == 4)
    #expect(facet.values.filter { $0.label == "ai" }.map(\.slug) == ["ai"])
    #expect(facet.values.filter { $0.label == "ai" }.map(\.records) == [[0, 1, 6, 7]])
    #expect(Set(facet.values.map { $0.slug.lowercased() }).count == 4)
    #expect(site.facets(of: 0).slugs[0].allSatisfy { $0.count == 1 })
    #expect(facet.values.first { $0.label == "か\u{3099}" }?.records == [2, 3])
    // What a record links to is a page of the plan, byte by byte.
    let pages = Set(SitePlan(site).pages.map { Array(PagePath.encoded($0.path).utf8) })
    for index in site.catalogue.records.indices {
      let facts = RecordFacts(catalogue: site.catalogue, facets: site.facets(of: 0)).view(of: index)
      for case .object(let fact) in facts where fact["key"] == .text("label") {
        guard case .list(let values)? = fact["values"], case .object(let value)? = values.first,
          case .text(let path)? = value["path"]
        else {
          Issue.record("no value")
          continue
        }
        #expect(pages.contains(Array(path.utf8)), "\(path)")
      }
    }
  }

  @Test("two records with one id in different collections are two values")
  func keepsNamesakesApart() async throws {
    let catalogue = TestCatalogue {
      TestRecord("ministries/jpo", "特許庁")
      TestRecord("agencies/jpo", "特許機構")
      TestRecord("documents/d1", "文書一", yomi: "あ", "issuers: [特許庁]")
      TestRecord("documents/d2", "文書二", yomi: "い", "issuers: [特許機構]")
    }
    let site = try await catalogue.context()
    let facet = try #require(FacetIndex(collection: 3, in: site.catalogue).facets.first)
    #expect(facet.values.map(\.label) == ["特許庁", "特許機構"])
    #expect(Set(facet.values.map(\.slug)).count == 2)
    #expect(facet.values.map(\.records.count) == [1, 1])
    let paths = Set(SitePlan(site).pages.map(\.path))
    let relations = RecordRelations(catalogue: site.catalogue)
    for (index, record) in site.catalogue.records.indexed where record.id.name == "jpo" {
      for group in relations.groups(of: index) {
        #expect(paths.contains(group.list), "\(group.list)")
      }
    }
  }

  /// Collections, fields, values and the titles of their pages.
  private static let titles = [
    ("施策", "所管", "文部科学省", "施策（所管：文部科学省）"), ("拠点", "拠点の種類", "産学融合拠点", "拠点（種類：産学融合拠点）"),
    ("文書", "発行・決定", "内閣府", "文書（発行・決定：内閣府）"),
    ("Programmes", "Status", "ended", "Programmes (Status: ended)"),
    ("拠点", "拠点の", "甲", "拠点（拠点の：甲）"),
  ]

  @Test(
    "the page of a value is called by the collection, the field and the value", arguments: titles)
  func namesPages(_ collection: String, _ field: String, _ value: String, _ title: String) {
    let name = FacetPage.name(of: field, in: collection)
    #expect(FacetPage.title(collection, name, value, page: nil) == title)
  }

  @Test("a further page of a value says which it is")
  func namesFurtherPages() {
    #expect(FacetPage.title("施策", "所管", "甲", page: "2 / 5ページ") == "施策（所管：甲、2 / 5ページ）")
  }
}
