import CatalogueModel
import CataloguePages
import CatalogueViews
import Diagnostics
import TestSupport
import Testing

@testable import CatalogueSearch
@testable import Workspace

@Suite("Former ids")
struct FormerIDTests {
  private static func catalogue(
    _ former: String = "former_ids: [old, older, agencies/ancient]", more: [TestRecord] = [],
    other lines: String = "", body: String = ""
  ) -> TestCatalogue {
    TestCatalogue(templates: [:]) {
      TestRecord(
        "programmes/new", "甲計画", yomi: "こう", "ministries: [甲省]\n" + former,
        body: "[[other]]に続く。\n\n## 経緯\n")
      TestRecord(
        "programmes/other", "乙計画", yomi: "おつ", "ministries: [甲省]\n" + lines, body: body)
      TestRecord("ministries/m", "甲省", yomi: "こう")
      more
    }
  }

  private static func text(_ path: String, _ site: CheckedSite) throws -> String {
    String(decoding: try #require(site.map?[path], "\(path)").bytes(), as: UTF8.self)
  }

  @Test("a page at each former address leads to the page of today, and is in no list of pages")
  func redirects() async throws {
    let site = await Self.catalogue().checked()
    #expect(site.report.diagnostics.isEmpty, "\(site.report.diagnostics.map(\.message.english))")
    for path in ["programmes/old", "programmes/older", "agencies/ancient"] {
      let page = try Self.text(path + "/index.html", site)
      #expect(
        page.contains("<meta http-equiv=\"refresh\" content=\"0; url=../../programmes/new/\">"))
      let script = try #require(page.firstMatch(of: /<script src="\.\.\/\.\.\/(assets\/[^"]+)"/)).1
      #expect(site.map?[String(script)]?.isNamedByContent == true)
      #expect(
        page.contains("script-src 'self'") && page.contains("data-target=\"../../programmes/new/\"")
      )
      #expect(page.contains("<link rel=\"canonical\" href=\"https://example.jp/programmes/new/\">"))
      #expect(page.contains("<a href=\"../../programmes/new/\">甲計画</a>"))
      #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
      #expect(try !Self.text("sitemap.xml", site).contains(path))
      #expect(site.map?.pageCount == site.map?.outputs.count { $0.kind == .page })
    }
    #expect(
      try Self.text("programmes/new/index.html", site).contains(
        "以前のアドレス /programmes/old/、/programmes/older/、/agencies/ancient/"))
    #expect(
      try Self.text("programmes/new/index.json", site).contains(
        "\"former_ids\":[\"programmes/old\",\"programmes/older\",\"agencies/ancient\"]"))
    #expect(try !Self.text("programmes/other/index.json", site).contains("former_ids"))
  }

  @Test("a title cannot end the page that leads to it")
  func escapes() async throws {
    let catalogue = Self.catalogue(
      "former_ids: [x]",
      more: [
        TestRecord("programmes/y", "\"</title><script>\"", "former_ids: [z]\nministries: [甲省]")
      ])
    let page = try Self.text("programmes/z/index.html", await catalogue.checked())
    #expect(!page.contains("<script>\"") && page.contains("&lt;/title&gt;&lt;script&gt;"))
  }

  @Test("the search finds the record by the old id and the old address")
  func isSearched() async throws {
    let context = try await Self.catalogue().context()
    let documents = SearchDocuments(context.catalogue, facets: context.facets)
    let all = await documents.all(workers: 1)
    let page = try #require(all.firstIndex { $0.title == "甲計画" })
    let index = try SearchIndexReader(await SearchIndex.build(all))
    for query in [
      "old", "programmes/old", "/programmes/old/", "older", "agencies/ancient",
      "/agencies/ancient/",
    ] {
      #expect(index.find(query) == [page], "\(query)")
    }
  }

  /// A reference by a former id, and what the fix makes of it.
  struct Reference: Sendable, CustomTestStringConvertible {
    let line: String
    let body: String
    let place: String
    let mended: String
    var testDescription: String { line + body }

    init(line: String = "", body: String = "", _ place: String, _ mended: String) {
      self.line = line
      self.body = body
      self.place = place
      self.mended = mended
    }
  }

  @Test(
    "a reference by a former id is found and told at its place, and the fix writes the id of now",
    arguments: [
      Reference(
        line: "related: [{to: old, as: 関連}]", "old", "related: [{to: new, as: 関連}]"),
      Reference(
        line: "related: [{to: \"older\", as: 関連}]", "\"older\"", "related: [{to: \"new\", as: 関連}]"),
      Reference(
        line: "related: [{to: 'programmes/old', as: 関連}]", "'programmes/old'",
        "related: [{to: 'programmes/new', as: 関連}]"),
      Reference(
        line: "related:\n  - {as: 関連, to: ＯＬＤ}", "ＯＬＤ", "related:\n  - {as: 関連, to: new}"),
      Reference(
        line: "related: [{to: agencies/ancient, as: 関連}]", "agencies/ancient",
        "related: [{to: programmes/new, as: 関連}]"),
      Reference(body: "[[old]]の次。", "old", "[[new]]の次。"),
      // What was typed is no id letter by letter: it is shown, and stays.
      Reference(body: "[[Old]]の次。", "Old", "[[new|Old]]の次。"),
      Reference(body: "[[ＯＬＤ#経緯]]の次。", "ＯＬＤ#経緯", "[[new#経緯|ＯＬＤ#経緯]]の次。"),
      Reference(
        body: "| a |\n|---|\n| [[Old]] |\n", "Old", "| [[new\\|Old]] |"),
      Reference(body: "[[Programmes/old]]の次。", "Programmes/old", "[[programmes/new]]の次。"),
      Reference(
        body: "[それ](https://example.jp/programmes/old/?a=1#経緯)の次。",
        "https://example.jp/programmes/old/?a=1#経緯",
        "[それ](https://example.jp/programmes/new/?a=1#経緯)の次。"),
      Reference(
        body: "https://example.jp/programmes/older の次。", "https://example.jp/programmes/older",
        "https://example.jp/programmes/new の次。"),
      Reference(
        body: "<http://EXAMPLE.jp/agencies/ancient/index.html>の次。",
        "http://EXAMPLE.jp/agencies/ancient/index.html",
        "<http://EXAMPLE.jp/programmes/new/>の次。"),
      Reference(body: "[[programmes/old|それ]]の次。", "programmes/old", "[[programmes/new|それ]]の次。"),
      Reference(body: "[[old#経緯]]の次。", "old#経緯", "[[new#経緯]]の次。"),
      Reference(body: "[それ](old.md)の次。", "old.md", "[それ](new.md)の次。"),
      Reference(
        body: "[それ](../programmes/old.md#経緯)の次。", "../programmes/old.md#経緯",
        "[それ](../programmes/new.md#経緯)の次。"),
      Reference(
        body: "[それ](/programmes/older/?a=1&b#経緯)の次。", "/programmes/older/?a=1&b#経緯",
        "[それ](/programmes/new/?a=1&b#経緯)の次。"),
      Reference(
        body: "[それ](/programmes/old/index.html)の次。", "/programmes/old/index.html",
        "[それ](/programmes/new/index.html)の次。"),
      Reference(
        body: "[それ](<../programmes/old/>)の次。", "../programmes/old/", "[それ](<../programmes/new/>)の次。"
      ),
      Reference(
        body: "[それ](/agencies/ancient/)の次。", "/agencies/ancient/", "[それ](/programmes/new/)の次。"),
      Reference(
        body: "[それ](../agencies/ancient.md#経緯)の次。", "../agencies/ancient.md#経緯",
        "[それ](/programmes/new.md#経緯)の次。"),
      Reference(
        body: "[それ](/programmes/%6Fld/)の次。", "/programmes/%6Fld/", "[それ](/programmes/new/)の次。"),
    ])
  func findsReferences(_ reference: Reference) async throws {
    let catalogue = Self.catalogue(other: reference.line, body: reference.body)
    let site = await catalogue.checked()
    let faults = site.report.diagnostics
    #expect(faults.map(\.code) == [.formerReference], "\(faults.map(\.message.english))")
    #expect(faults.map(\.severity) == [.warning])
    #expect(faults.map { catalogue.text(at: $0.range) } == [reference.place])
    #expect(site.site?.catalogue.links.joined().contains(.none) == false)
    let fix = try #require(faults.first?.fixes.first)
    let path = "content/programmes/other.md"
    let bytes = try #require(catalogue.sources.bytes(of: path))
    let mended = String(
      decoding: try #require(TextEdit.applying(fix.edits, to: bytes, at: path)), as: UTF8.self)
    #expect(mended.contains(reference.mended), "\(mended)")
    var other = catalogue
    other.records[1] = TestRecord("programmes/other", text: mended)
    #expect(await other.diagnostics().isEmpty)
  }

  @Test("a name that a record has now is that record's, whoever had it as an id before")
  func prefersNames() async throws {
    let catalogue = Self.catalogue(
      more: [TestRecord("programmes/third", "old", "ministries: [甲省]")],
      other: "related: [{to: old, as: 関連}]")
    #expect(await catalogue.diagnostics().isEmpty)
  }

  @Test("where the new id alone means several records, the fix writes it with its collection")
  func disambiguates() async throws {
    let catalogue = Self.catalogue(
      more: [TestRecord("agencies/new", "甲機構", body: "[[甲省]]")], body: "[[old]]の次。")
    let fixes = await catalogue.diagnostics().flatMap(\.fixes)
    #expect(fixes.flatMap(\.edits).map(\.replacement) == ["programmes/new"])
  }

  @Test(
    "a former id that is taken, given twice or none is an error at its place",
    arguments: [
      ("[other]", DiagnosticCode.formerID, "other"), ("[new]", .formerID, "new"),
      ("[programmes/other]", .formerID, "programmes/other"),
      ("[ministries/m]", .formerID, "ministries/m"),
      ("[old, programmes/old]", .formerID, "programmes/old"),
      ("[old, old]", .duplicateEntry, "old"),
      ("[Old]", .invalidID, "Old"), ("[甲]", .invalidID, "甲"), ("[a/b/c]", .invalidID, "a/b/c"),
      ("[old.md]", .invalidID, "old.md"), ("[../x]", .invalidID, "../x"),
      ("[/x]", .invalidID, "/x"),
      ("[con]", .invalidID, "con"), ("[nope/x]", .invalidID, "nope/x"), ("old", .wrongShape, "old"),
      ("[{to: old}]", .wrongShape, "{to: old}"),
    ])
  func refuses(_ value: String, _ code: DiagnosticCode, _ place: String) async {
    let catalogue = Self.catalogue("former_ids: \(value)")
    let faults = await catalogue.diagnostics()
    #expect(faults.map(\.code) == [code], "\(faults.map(\.message.english))")
    #expect(faults.map { catalogue.text(at: $0.range) } == [place])
  }

  @Test(
    "what a former id was meant as is offered",
    arguments: [
      ("Old", "old"), ("q_leap.md", "q-leap"), ("/agencies/x/", "agencies/x"),
      ("content/programmes/x.md", "x"), ("ｏｌｄ", "old"), ("https://example.jp/programmes/x/", "x"),
      ("programme/x", "x"), ("甲", nil), ("nope/x", nil), ("con", nil),
    ])
  func offers(_ value: String, _ meant: String?) async throws {
    let catalogue = Self.catalogue("former_ids: [\(value)]")
    let faults = await catalogue.diagnostics()
    #expect(
      faults.flatMap(\.fixes).flatMap(\.edits).map(\.replacement) == [meant].compactMap { $0 })
    guard let fix = faults.first?.fixes.first else { return }
    var other = catalogue
    let bytes = try #require(
      TextEdit.applying(
        fix.edits, to: catalogue.records[0].file.bytes, at: catalogue.records[0].path))
    other.records[0] = TestRecord("programmes/new", text: String(decoding: bytes, as: UTF8.self))
    #expect(await other.diagnostics().isEmpty)
  }

  @Test("why a former id cannot be is said: a device, an id that is given twice")
  func saysWhy() async {
    for (value, word) in [
      ("con", "Windows"), ("agencies/nul", "Windows"), ("old, programmes/old", "この項目の「old」と同じid"),
      ("nope/x", "former: [nope]"),
    ] {
      let faults = await Self.catalogue("former_ids: [\(value)]").diagnostics()
      #expect(faults.count == 1 && faults[0].message.japanese.contains(word), "\(value)")
    }
  }

  @Test("a collection that had another key leads on from all its addresses, and by them")
  func knowsFormerCollections() async throws {
    var catalogue = Self.catalogue(
      "former_ids: [old, schemes/other]",
      body: "[[schemes/new]]、[y](/schemes/old/)、[z](../schemes/new.md#経緯)。\n")
    catalogue.definition = catalogue.definition.replacing(
      "    label: 施策\n", with: "    label: 施策\n    former: [schemes]\n")
    let site = await catalogue.checked()
    #expect(
      site.report.diagnostics.map(\.code) == [.formerReference, .formerReference, .formerReference])
    for (path, target) in [
      ("schemes/", "../programmes/"), ("schemes/new/", "../../programmes/new/"),
      ("schemes/old/", "../../programmes/new/"), ("programmes/old/", "../../programmes/new/"),
    ] {
      #expect(try Self.text(path + "index.html", site).contains("url=\(target)\""), "\(path)")
      #expect(site.map?[path + "index.html"]?.isLasting == true)
    }
    for (line, code) in [
      ("[agencies]", DiagnosticCode.definitionInvalid), ("[search]", .definitionInvalid),
      ("[a, a]", .definitionInvalid), ("[Schemes]", .definitionInvalid),
      ("schemes", .definitionInvalid),
      ("[con]", .definitionInvalid),
    ] {
      var other = Self.catalogue()
      other.definition = other.definition.replacing(
        "    label: 施策\n", with: "    label: 施策\n    former: \(line)\n")
      #expect(await other.diagnostics().map(\.code) == [code], "\(line)")
    }
  }

  @Test("a record that was put into another collection by hand is offered, and no other")
  func offersMoved() async {
    let catalogue = Self.catalogue(
      more: [
        TestRecord("agencies/moved", "丙機構", body: "[[甲省]]"),
        TestRecord("programmes/movee", "丁計画", body: "[[甲省]]"),
      ],
      other: "related: [{to: programmes/moved, as: 関連}]",
      body: "[[programmes/moved]]、[x](moved.md)、[y](/programmes/moved/)、"
        + "[z](https://example.jp/programmes/moved/)")
    let faults = await catalogue.diagnostics()
    #expect(
      faults.map { $0.fixes.map(\.title) } == [
        [], ["agencies/moved"], ["/agencies/moved.md"], ["/agencies/moved/"],
        ["https://example.jp/agencies/moved/"],
      ])
    #expect(faults.first?.notes.map(\.range?.path) == ["content/agencies/moved.md"])
  }

  @Test("a site without former addresses has no script for them")
  func hasNoScript() async throws {
    for (line, count) in [("", 0), ("former_ids: [x]", 1)] {
      let map = try #require(await Self.catalogue(line, body: "").checked().map)
      #expect(map.outputs.count { $0.path.contains("former-address") } == count)
    }
  }

  @Test("two records that give one former id are told with both places")
  func tellsTwo() async {
    let catalogue = Self.catalogue(other: "以前のid: [old]")
    let faults = await catalogue.diagnostics()
    #expect(faults.map(\.code) == [.formerID])
    #expect(faults.first?.notes.count == 1)
  }

  @Test("a former address that is another file of the site is told")
  func tellsClashes() async {
    let catalogue = Self.catalogue(
      "former_ids: [fiscal-years/2020]", other: "fiscal_years: [2020年度]")
    #expect(await catalogue.diagnostics().map(\.code) == [.outputPath])
  }
}
