import CatalogueViews
import Diagnostics
import TestSupport
import Testing
import Workspace

@Suite("A new collection: catalogue.yml alone")
struct NewCollectionTests {
  /// Words that no other test has, so that nothing can know them but from here.
  private let catalogue = TestCatalogue(
    definition: """
      site: {title: 目録, description: 説明, base_url: https://example.jp/, language: ja}
      collections:
        events:
          label: 催し
          counter: 回
          facets: [form]
          fields:
            title: {type: text, label: 名称, required: true}
            yomi: {type: reading, label: 読み}
            held: {type: date, label: 開催日, role: moment}
            form: {type: enumeration, label: 形式, role: kind, values: {講演会: talk, 展示会: fair}}
            host: {type: reference, label: 主催, role: responsible, to: [hosts], inverse: 主催する催し}
          rules:
            - requires: [host]
        hosts:
          label: 主催者
          fields:
            title: {type: text, label: 名称, required: true}
            yomi: {type: reading, label: 読み}
      """, templates: [:]
  ) {
    TestRecord("events/quantum", "量子講演会", "held: 2024-05-01\nform: 講演会\nhost: 産総研")
    TestRecord("hosts/aist", "産総研")
  }

  @Test("it has a list, facets, pages, a table and JSON, and stands in the navigation")
  func makesFiles() async throws {
    let site = await catalogue.checked()
    #expect(site.report.diagnostics.isEmpty)
    #expect(try site.text(at: "index.html").contains("events/\">催し</a>"))
    #expect(try site.text(at: "events/index.html").contains("量子講演会"))
    #expect(try site.text(at: "events/by/form/talk/index.html").contains("量子講演会"))
    #expect(try site.text(at: "hosts/aist/index.html").contains("主催する催し"))
    #expect(try site.text(at: "data/events.csv").contains("2024-05-01"))
    #expect(try site.text(at: "events/quantum/index.json").contains("\"hosts/aist\""))
    #expect(try site.text(at: "data/index.html").contains("events.csv"))
  }

  @Test("its own rule is kept")
  func keepsRule() async {
    var catalogue = catalogue
    catalogue.records[0] = TestRecord("events/quantum", "量子講演会", body: "[[産総研]]で開く。")
    #expect(await catalogue.diagnostics().map(\.code) == [.ruleMissing])
  }
}
