import CatalogueModel
import CataloguePages
import CatalogueViews
import Diagnostics
import Mustache
import TestSupport
import Testing
import Workspace

/// The names of the catalogue by which it is known otherwise: every alias with what it means.
private struct AliasesPage: PageKind {
  static let template = "aliases"
  static let summary = LocalisedText("別名の一覧", en: "the list of aliases")
  static let shape: [ViewShape.Field] = [
    .init(
      "aliases", "別名",
      .list(
        of: .object([
          .init("alias", "別名", .text), .init("title", "項目の題", .text),
          .init("path", "項目のページ", .text),
        ])))
  ]

  let path = "aliases/"
  let title = "別名の一覧"
  let summary = "別名から項目を引けます。"
  let trail: [Crumb] = []

  static func pages(of site: SiteContext) -> [Self] { [Self()] }

  static func navigation(of catalogue: Catalogue) -> [Crumb] { [Crumb("別名", path: "aliases/")] }

  func view(in site: SiteContext) -> ViewObject {
    let catalogue = site.catalogue
    let aliases = catalogue.records.indices.flatMap { index in
      catalogue.records[index].aliases.map { alias -> View in
        .object([
          "alias": .text(alias.value), "title": .text(catalogue.records[index].title.value),
          "path": .text(catalogue.path(of: index)),
        ])
      }
    }
    return ["aliases": .list(aliases)]
  }
}

@Suite("A new page kind: a file, a line in PageKinds.all and a template")
struct NewPageKindTests {
  private let repertoire = Repertoire(pageKinds: PageKinds.all + [AliasesPage.self])
  /// In the program the template stands in `templates/` and has its line in `ShippedTemplates`.
  private static let template = """
    {{< layout}}
    {{$main}}
    <h1>{{page.title}}</h1>
    {{#aliases}}<p>{{alias}}: <a href="{{root}}{{path}}">{{title}}</a></p>{{/aliases}}
    {{/main}}
    {{/layout}}
    """

  private func catalogue(_ templates: [String: String]) -> TestCatalogue {
    TestCatalogue(templates: templates) {
      TestRecord(
        "programmes/tia", "つくば", "aliases: [TIA]\nministries: [文部科学省]", body: "[別名](/aliases/)")
      TestRecord("ministries/mext", "文部科学省")
    }
  }

  @Test("its page is drawn, stands in the navigation and the sitemap, and can be linked to")
  func makesPage() async throws {
    let site = await catalogue(["aliases": Self.template]).checked(repertoire: repertoire)
    #expect(site.report.diagnostics.isEmpty)
    let page = try site.text(at: "aliases/index.html")
    #expect(page.contains("TIA: <a href=\"../programmes/tia/\">つくば</a>"))
    #expect(try site.text(at: "index.html").contains("aliases/\">別名</a>"))
    #expect(try site.text(at: "sitemap.xml").contains("https://example.jp/aliases/"))
  }

  @Test("no collection can have its name")
  func reservesName() async {
    var catalogue = catalogue(["aliases": Self.template])
    catalogue.definition = catalogue.definition.replacing(
      "  agencies:\n    label", with: "  aliases:\n    label"
    )
    .replacing("[agencies, ministries]", with: "[aliases, ministries]")
    .replacing("[ministries, agencies]", with: "[ministries, aliases]")
    #expect(await catalogue.diagnostics().map(\.code) == [.unusedTemplate])
    let report = await catalogue.checked(repertoire: repertoire).report
    #expect(report.diagnostics.map(\.code) == [.definitionInvalid])
  }

  @Test("what a template asks of it that it does not offer is told")
  func checksTemplate() async {
    let catalogue = catalogue(["aliases": "{{#aliases}}{{name}}{{/aliases}}"])
    let report = await catalogue.checked(repertoire: repertoire).report
    #expect(report.diagnostics.map(\.code) == [.templateUnknownName])
  }

  @Test("a kind that nobody has a template for is told")
  func needsTemplate() async {
    let report = await catalogue([:]).checked(repertoire: repertoire).report
    #expect(report.diagnostics.map(\.code) == [.templateMissing])
  }
}
