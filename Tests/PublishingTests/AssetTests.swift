import CatalogueGraph
import CataloguePages
import CatalogueViews
import Diagnostics
import TestSupport
import Testing

@testable import Files
@testable import Publishing
@testable import Workspace

@Suite("Assets")
struct AssetTests {
  @Test(
    "the size of a picture is read from its first bytes",
    arguments: [
      (
        [
          0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 2, 128, 0, 0,
          1, 224,
        ], 640, 480
      ),
      (Array("GIF89a".utf8) + [64, 1, 200, 0], 320, 200),
      ([0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC2, 0, 17, 8, 1, 44, 2, 88, 3, 1], 600, 300),
    ] as [([UInt8], Int, Int)])
  func readsSizes(_ bytes: [UInt8], _ width: Int, _ height: Int) {
    #expect(ImageSize.read(bytes) == AssetSize(width: width, height: height))
    // A file that is cut off anywhere gives no size and no crash.
    for count in 0..<bytes.count { _ = ImageSize.read(Array(bytes.prefix(count))) }
  }

  @Test(
    "other files have no size",
    arguments: [
      [], [0x25, 0x50, 0x44, 0x46], Array("<svg/>".utf8), [0xFF, 0xD8],
      [0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    ] as [[UInt8]])
  func findsNoSize(_ bytes: [UInt8]) {
    #expect(ImageSize.read(bytes) == nil)
  }

  @Test("published names carry a piece of the digest, so that a change is a new name")
  func stampsNames() {
    func path(_ file: String, _ text: String) -> String? {
      SiteAssets([.init(path: file, bytes: Array(text.utf8))]).outputs.first?.path
    }
    #expect(path("templates/assets/site.css", "abc") == "assets/site.ba7816bf8f.css")
    #expect(path("templates/assets/site.css", "abd") != path("templates/assets/site.css", "abc"))
    #expect(path("content/assets/図/plan.v2.png", "abc") == "files/図/plan.v2.ba7816bf8f.png")
    #expect(path("content/assets/LICENSE", "abc") == "files/LICENSE.ba7816bf8f")
  }

  private func paths(_ names: String...) -> [String] {
    SiteAssets(
      names.map { .init(path: "content/assets/\($0)", bytes: Array("abc".utf8)) }, scripts: []
    ).outputs
      .map(\.path)
  }

  @Test(
    "a name that every file system takes is published as it is",
    arguments: [
      "a b.png", "図　1.PNG", "a..png", "a .png", "R&D #1.pdf", "(案) 100%.pdf", "console.txt",
    ])
  func keepsNames(_ name: String) throws {
    let dot = try #require(name.lastIndex(of: "."))
    #expect(paths(name) == ["files/\(name[..<dot]).ba7816bf8f\(name[dot...])"])
  }

  @Test("a name that Windows does not take is published otherwise, and still found by its own")
  func rewritesNames() throws {
    let names = [
      "a:b.png", "a?.png", "a-.png", "con.png", "Aux/b.png", "nul/b.png", "a./b.png", "a /b.png",
      "a\\b.png", "<a>/b/c.png", String(repeating: "量", count: 83) + ".png", "a\u{202E}.png",
      String(repeating: "量子/", count: 90) + "a.png", String(repeating: "量子/", count: 90) + "b.png",
    ]
    let assets = SiteAssets(
      names.map { .init(path: "content/assets/\($0)", bytes: Array("abc".utf8)) })
    var paths: Set<String> = []
    for (name, file) in zip(names, assets.outputs) {
      #expect(OutputPaths.isPortable(file.path), "\(file.path)")
      #expect(file.path.hasPrefix("files/") && file.path.hasSuffix(".ba7816bf8f.png"))
      #expect(paths.insert(file.path).inserted)
      #expect(assets.names.path(of: "assets/" + name) == file.path)
      #expect(assets.contentSizes["assets/" + name] != nil)
    }
    #expect(self.paths("a-.png") == ["files/a-.ba7816bf8f.png"])
  }

  @Test("of two names or folders that count as one the first keeps its own")
  func keepsCasesApart() {
    let paths = paths(
      "A.png", "Fig/a.png", "a.png", "fig/a.png", "fig/b.png", "か\u{3099}.png", "が.png")
    #expect(paths[0] == "files/A.ba7816bf8f.png")
    #expect(paths[1] == "files/Fig/a.ba7816bf8f.png")
    #expect(paths[2].hasPrefix("files/a-") && paths[2].hasSuffix(".ba7816bf8f.png"))
    #expect(paths[3].hasPrefix("files/fig-") && paths[3].hasSuffix("/a.ba7816bf8f.png"))
    #expect(
      paths[4].prefix { $0 != "." } == paths[3].replacing("/a.", with: "/b.").prefix { $0 != "." })
    #expect(Set(paths).count == paths.count)
  }

  @Test("a template names assets by their names with _ for what is no letter or digit")
  func namesAssets() async {
    var catalogue = TestCatalogue(assets: [
      "templates/assets/site.css": [1], "templates/assets/font/a-b.woff2": [2],
    ])
    catalogue.templates["home"] = "{{root}}{{assets.site_css}} {{assets.font_a_b_woff2}}"
    #expect(await catalogue.diagnostics().isEmpty)
    catalogue.templates["home"] = "{{assets.site_cs}}"
    let faults = await catalogue.diagnostics()
    #expect(faults.map(\.code) == [.templateUnknownName])
    #expect(faults.first?.suggestions.first?.contains("site_css") == true)
  }

  @Test("the scripts of the search are the program's, whatever a site has; its own are told")
  func shipsScripts() async throws {
    let names = [
      "search.js", "search-engine.js", "search-facets.js", "search-names.js", "search-spellings.js",
      "search-questions.js", "search-cuts.js",
    ]
    var catalogue = TestCatalogue()
    catalogue.templates["home"] =
      "{{root}}{{assets.search_js}}{{assets.search_engine_js}}{{assets.search_facets_js}}{{assets.search_names_js}}{{assets.search_spellings_js}}{{assets.search_questions_js}}{{assets.search_cuts_js}}"
    let plain = await catalogue.checked()
    #expect(plain.report.diagnostics.isEmpty)
    for name in names {
      catalogue.assets["templates/assets/" + name] = Array("old();".utf8)
      // A script of another name is the site's own.
      catalogue.assets["templates/assets/my-" + name] = Array("mine();".utf8)
    }
    let checked = await catalogue.checked()
    #expect(checked.report.diagnostics.map(\.code) == names.map { _ in .unusedScript })
    for name in names {
      #expect(checked.site?.assets.path(of: name) == plain.site?.assets.path(of: name))
      #expect(checked.site?.assets.path(of: "my-" + name) != nil)
    }
    let paths = checked.map?.outputs.map(\.path) ?? []
    // The engine knows the published names of its parts, whatever templates name.
    let engine = try #require(ShippedScript.all.first { $0.name == "search-engine.js" })
    let code = String(decoding: engine.bytes, as: UTF8.self)
    #expect(!code.contains("PARTS"))
    for name in names.dropFirst(2) {
      let path = try #require(paths.first { $0.hasPrefix("assets/\(name.dropLast(2))") })
      #expect(code.contains(String(path.split(separator: ".")[1])), "\(path)")
    }
    #expect(
      names.allSatisfy { name in paths.count { $0.hasPrefix("assets/\(name.dropLast(2))") } == 1 })
  }
}
