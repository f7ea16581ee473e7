import CatalogueModel
import Diagnostics
import Mustache
import TestSupport
import Testing
import Workspace

@testable import CataloguePages

@Suite("Views of pages")
struct PageViewTests {
  static let catalogues: [(String, TestCatalogue)] = [
    ("everything", .full),
    ("nothing", TestCatalogue()),
    (
      "bare records",
      TestCatalogue {
        TestRecord("programmes/a", "甲")
        TestRecord("pages/b", "案内")
      }
    ),
  ]

  @Test("every page offers exactly what its kind says", arguments: catalogues.map(\.0))
  func conforms(_ name: String) async throws {
    var catalogue = try #require(Self.catalogues.first { $0.0 == name }?.1)
    if name == "everything" {
      catalogue.records.append(TestRecord("pages/draft", "書きかけ", "draft: true"))
      // More values than a list shows beside it.
      let many = (0...FacetLinks.limit).map {
        TestRecord("ministries/m\($0)", "省\($0)", "order: 9")
      }
      let names = many.indices.map { "省\($0)" }.joined(separator: ", ")
      catalogue.records +=
        many + [
          TestRecord(
            "programmes/all", "皆",
            "ministries: [\(names)]\nbudget: [{year: 2020年度, stage: 当初, amount: 1億円}]")
        ]
      // More programmes than the page of the agency shows, and than a year of the timeline does.
      catalogue.records += (0...RelationGroup.limit).map {
        TestRecord(
          "programmes/of\($0)", "施策\($0)",
          "agencies: [科学技術振興機構]\nfiscal_years: [2020年度]\nperiod: 2020年度〜\nsources: [{document: 白書, at: 第\($0)章}]"
        )
      }
    }
    let checked = await catalogue.checked(drafts: .shown)
    let faults = checked.report.diagnostics.filter { $0.severity == .error }
    #expect(faults.isEmpty, "\(faults.map(\.message.japanese))")
    let site = try await catalogue.context(drafts: .shown)
    let renderer = PageRenderer(site: site, templates: TemplateSet.compile([]).0)
    var kinds: Set<String> = []
    for page in SitePlan(site).pages {
      let kind = type(of: page)
      kinds.insert(kind.template)
      let problems = renderer.view(of: page).conforms(
        to: PageKinds.shape(of: kind, assets: site.assets))
      #expect(problems.isEmpty, "\(kind.template) \(page.path)")
    }
    if name == "everything" { #expect(kinds == Set(PageKinds.all.map { $0.template })) }
  }

  @Test(
    "no two pages stand at one path, and every path is a page's", arguments: catalogues.map(\.0))
  func plansPages(_ name: String) async throws {
    let catalogue = try #require(Self.catalogues.first { $0.0 == name }?.1)
    let site = try await catalogue.context()
    let paths = SitePlan(site).pages.map(\.path)
    #expect(Set(paths).count == paths.count)
    #expect(paths.allSatisfy { $0.isEmpty || $0.hasSuffix("/") || $0.hasSuffix(".html") })
    #expect(paths.contains(""))
    #expect(paths.contains("404.html"))
    for index in site.catalogue.records.indices {
      #expect(paths.contains(site.catalogue.path(of: index)))
    }
  }

  @Test(
    "a page names the way to the root by its depth, and the page for unknown addresses by the base",
    arguments: [
      ("", "./"), ("programmes/", "../"), ("programmes/q-leap/", "../../"), ("404.html", "/"),
      ("programmes/by/kind/研究開発/", "../../../../"),
    ])
  func findsRoot(_ path: String, _ root: String) async throws {
    let site = try await TestCatalogue.full.context()
    let page = try #require(SitePlan(site).pages.first { $0.path == path })
    #expect(PageFrame.view(of: page, in: site)["root"] == .text(root))
  }

  @Test("templates are documented with a sentence for every name")
  func documentsNames() {
    func check(_ fields: [ViewShape.Field], _ place: String) {
      #expect(Set(fields.map(\.name)).count == fields.count, "\(place)")
      for field in fields {
        #expect(!field.summary.isEmpty, "\(place).\(field.name)")
        var shape = field.shape
        while case .list(let element) = shape { shape = element }
        check(shape.fields, place + "." + field.name)
      }
    }
    for kind in PageKinds.all {
      check(PageKinds.shape(of: kind, assets: AssetNames([])).fields, kind.template)
    }
    #expect(Set(PageKinds.all.map { $0.template }).count == PageKinds.all.count)
  }
}
