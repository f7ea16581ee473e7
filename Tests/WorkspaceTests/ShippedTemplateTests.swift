import CataloguePages
import CatalogueViews
import Diagnostics
import Mustache
import ShippedTemplates
import SystemPackage
import TestSupport
import Testing

@testable import Workspace

@Suite("Templates of the program, where a site has none")
struct ShippedTemplateTests {
  private func catalogue(_ templates: [String: String]) -> TestCatalogue {
    TestCatalogue(templates: templates) {
      TestRecord("programmes/tia", "つくば", "ministries: [文部科学省]")
      TestRecord("ministries/mext", "文部科学省")
    }
  }

  private func text(_ path: String, in site: CheckedSite) throws -> String {
    let output = try #require(site.map?[path])
    return String(decoding: try output.bytes(), as: UTF8.self)
  }

  @Test("the lists of the program are the files in templates/")
  func listsFiles() throws {
    let files = try TestFiles.all(in: Checkout.root.appending("templates"))
    let templates = files.filter { !$0.key.hasPrefix("assets/") }
    #expect(ShippedTemplates.templates.map(\.name) == templates.keys.sorted())
    for file in ShippedTemplates.templates { #expect(file.bytes == templates[file.name]) }
    let assets = files.filter { $0.key.hasPrefix("assets/") }
    #expect(ShippedTemplates.assets.map { "assets/" + $0.name } == assets.keys.sorted())
    for file in ShippedTemplates.assets { #expect(file.bytes == assets["assets/" + file.name]) }
  }

  @Test("every kind of page has a template in the program")
  func coversKinds() {
    let names = Set(ShippedTemplates.templates.map(\.name))
    for kind in PageKinds.all { #expect(names.contains(kind.template + ".mustache")) }
  }

  @Test("a site without templates is whole, with the style sheet and the scripts that they name")
  func drawsAll() async throws {
    let site = await catalogue([:]).checked()
    #expect(site.report.diagnostics.isEmpty)
    #expect(try text("programmes/tia/index.html", in: site).contains("<h1>つくば</h1>"))
    let assets = try #require(site.map).outputs.filter { $0.kind == .asset }.map(\.path)
    for name in [
      "site", "compare", "compare-choice", "facet-panel", "facets", "icon", "list", "search",
    ] {
      #expect(assets.contains { $0.hasPrefix("assets/\(name).") }, "\(name)")
    }
  }

  @Test("a site's own templates and assets come first, also in the program's templates")
  func prefersOwn() async throws {
    var catalogue = catalogue([
      "layout": "<title>わたしの枠</title>{{$main}}{{/main}}{{$scripts}}{{/scripts}}",
      "home": "{{< layout}}{{$main}}わたしのホーム{{/main}}{{/layout}}",
    ])
    catalogue.assets = ["templates/assets/icon.svg": Array("<svg/>".utf8)]
    let site = await catalogue.checked()
    #expect(try text("index.html", in: site) == "<title>わたしの枠</title>わたしのホーム")
    #expect(try text("programmes/tia/index.html", in: site).hasPrefix("<title>わたしの枠</title>"))
    let icons = try #require(site.map).outputs.filter { $0.path.hasPrefix("assets/icon.") }
    #expect(try icons.map { String(decoding: try $0.bytes(), as: UTF8.self) } == ["<svg/>"])
    // Nothing of the program names the style sheet where the layout is the site's.
    #expect(!(site.map?.outputs.contains { $0.path.hasPrefix("assets/site.") } ?? true))
  }

  @Test("with a template of its own for every kind, nothing of the program is used")
  func leavesOwnAlone() {
    let kinds = PageKinds.all
    let own = TestCatalogue().sources.templates
    let templates = CompiledTemplates(own, kinds: kinds)
    #expect(templates.set.names.sorted() == kinds.map { $0.template }.sorted())
    #expect(templates.defaultAssets.isEmpty)
  }

  @Test("a block that the site's own layout lacks is a warning there and no error")
  func tellsBlock() async {
    let diagnostics = await catalogue(["layout": "{{$main}}{{/main}}"]).diagnostics()
    #expect(Set(diagnostics.map(\.code)) == [.templateUnknownName])
    #expect(Set(diagnostics.map(\.severity)) == [.warning])
    #expect(Set(diagnostics.map(\.range.path)) == ["templates/layout.mustache"])
  }

  @Test("a part that nobody has is an error where it is named")
  func tellsPart() async {
    let diagnostics = await catalogue(["home": "{{> heder}}"]).diagnostics()
    #expect(diagnostics.map(\.code) == [.templateMissing])
    #expect(diagnostics.map(\.range.path) == ["templates/home.mustache"])
  }
}
