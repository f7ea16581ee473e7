import CatalogueModel
import CataloguePages
import CatalogueViews
import Diagnostics
import TestSupport
import Testing

@testable import Publishing
@testable import Workspace

@Suite("Renaming a record")
struct RecordRenamingTests {
  private static func catalogue(
    lines: String = "", body: String = "", own: String = "", ownBody: String = "",
    more: [TestRecord] = []
  ) -> TestCatalogue {
    TestCatalogue(templates: [:]) {
      TestRecord(
        "programmes/old", "甲計画", yomi: "こう", "ministries: [甲省]\naliases: [KO]" + own,
        body: "## 経緯\n" + ownBody)
      TestRecord("programmes/other", "乙計画", yomi: "おつ", "ministries: [甲省]\n" + lines, body: body)
      TestRecord("ministries/m", "甲省", yomi: "こう")
      more
    }
  }

  private static func edits(
    _ catalogue: TestCatalogue, _ old: String = "programmes/old", _ new: String = "programmes/new",
    keepsFormer: Bool = true
  ) async throws -> ContentEdits {
    try await RecordRenaming(
      of: catalogue.sources, from: try #require(RecordID(old)), to: try #require(RecordID(new)),
      keepsFormer: keepsFormer, workers: 1
    ).edits()
  }

  private static func texts(_ sources: SourceTree) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: sources.content.map {
        ($0.path, String(decoding: $0.bytes, as: UTF8.self))
      })
  }

  /// What of another record's file is written anew; all else stays.
  struct Place: Sendable, CustomTestStringConvertible {
    let lines: String
    let body: String
    let old: String
    let new: String
    var testDescription: String { lines + body }

    init(lines: String = "", body: String = "", _ old: String = "old", _ new: String = "new") {
      self.lines = lines
      self.body = body
      self.old = old
      self.new = new
    }
  }

  private static let places: [Place] = [
    Place(lines: "related: [{to: old, as: 関連}]", "to: old", "to: new"),
    Place(lines: "related: [{to: \"old\", as: 関連}]", "\"old\"", "\"new\""),
    Place(lines: "related: [{to: 'old', as: 関連}]", "'old'", "'new'"),
    Place(
      lines: "related:\n  - to: programmes/old\n    as: 関連", "to: programmes/old",
      "to: programmes/new"),
    Place(lines: "# old\nrelated: [{as: 関連, 相手: ＯＬＤ}]", "ＯＬＤ", "new"),
    Place(body: "[[old]]と[[ old ]]、old。", "[[old]]と[[ old ]]", "[[new]]と[[ new ]]"),
    Place(body: "[[programmes/old]]の次。", "[[programmes/old]]", "[[programmes/new]]"),
    Place(body: "[[old|old]]の次。", "[[old|", "[[new|"),
    Place(body: "[[Old]]と[[ Old ]]の次。", "[[Old]]と[[ Old ]]", "[[new|Old]]と[[ new|Old ]]"),
    Place(body: "[[OLD#経緯]]の次。", "[[OLD#経緯]]", "[[new#経緯|OLD#経緯]]"),
    Place(body: "| a |\n|---|\n| [[Old]] |\n", "[[Old]]", "[[new\\|Old]]"),
    Place(body: "[x](https://example.jp/programmes/old/#経緯)の次。", "/old/#", "/new/#"),
    Place(body: "https://example.jp/programmes/old/ の次。", "/old/", "/new/"),
    Place(body: "<http://example.jp/programmes/old>の次。", "/old>", "/new>"),
    Place(body: "[[old#経緯]]の次。", "[[old#", "[[new#"),
    Place(body: "[[programmes/old#経緯|次]]の次。", "programmes/old#", "programmes/new#"),
    Place(body: "[old](old.md)の次。", "(old.md)", "(new.md)"),
    Place(body: "[old](./old.md)の次。", "(./old.md)", "(./new.md)"),
    Place(body: "[x](../programmes/old.md)の次。", "old.md", "new.md"),
    Place(body: "[x](../programmes/old.md#経緯 \"old\")の次。", "old.md#", "new.md#"),
    Place(body: "[x](/programmes/old.md)の次。", "old.md", "new.md"),
    Place(body: "[x](/programmes/old/)の次。", "old/)", "new/)"),
    Place(body: "[x](/programmes/old)の次。", "/old)", "/new)"),
    Place(body: "[x](/programmes/old/index.html)の次。", "old/i", "new/i"),
    Place(body: "[x](/programmes/old/?old=1&a=%20#経緯)の次。", "old/?", "new/?"),
    Place(body: "[x](<../programmes/old.md>)の次。", "old.md>", "new.md>"),
    Place(body: "[x](../programmes/%6Fld.md)の次。", "%6Fld.md", "new.md"),
    Place(body: "[x](/programmes/o\\ld/)の次。", "", ""),
    Place(body: "[x][r]、[y][r]。\n\n[r]: ../programmes/old.md#経緯\n", "old.md#", "new.md#"),
    Place(body: "| a |\n|---|\n| [[old\\|次]] |\n", "[[old", "[[new"),
    Place(body: "> - [x](old.md)\n>   [[old]]", "(old.md)\n>   [[old", "(new.md)\n>   [[new"),
    Place(body: "[^1]\n\n[^1]: [[old]]の注。\n", "[[old", "[[new"),
  ]

  @Test(
    "every reference and link by the id is written anew, and no other byte",
    arguments: places.indices)
  func writes(_ number: Int) async throws {
    let place = Self.places[number]
    if place.old.isEmpty { return }
    let catalogue = Self.catalogue(lines: place.lines, body: place.body)
    let before = Self.texts(catalogue.sources)
    let edits = try await Self.edits(catalogue)
    let after = edits.sources(after: catalogue.sources)
    var expected = before
    let other = "content/programmes/other.md"
    let text = try #require(before[other])
    #expect(text.contains(place.old))
    expected[other] = text.replacing(place.old, with: place.new)
    expected["content/programmes/new.md"] = expected.removeValue(
      forKey: "content/programmes/old.md")?.replacing(
        "aliases: [KO]\n", with: "aliases: [KO]\nformer_ids: [old]\n")
    #expect(Self.texts(after) == expected)
    let site = await Checking.check(after, baseURL: nil, workers: 1)
    #expect(site.report.diagnostics.isEmpty, "\(site.report.diagnostics.map(\.message.english))")
    #expect(site.map?["programmes/old/index.html"]?.kind == .redirect)
  }

  @Test(
    "a reference by title or alias, a piece of text and a file of another record stay",
    arguments: [
      Place(lines: "related: [{to: 甲計画, as: 関連}]"), Place(lines: "related: [{to: KO, as: 関連}]"),
      Place(body: "[[甲計画]]と[[KO|old]]。"), Place(body: "`[[old]]`と old と ![old](/assets/old.gif)。"),
      Place(body: "```\n[x](old.md)\n```\n"),
      Place(body: "[x](https://example.com/programmes/old/)。"),
    ])
  func leaves(_ place: Place) async throws {
    var catalogue = Self.catalogue(lines: place.lines, body: place.body)
    catalogue.assets["content/assets/old.gif"] = [1]
    let edits = try await Self.edits(catalogue)
    #expect(edits.changes.map(\.path) == ["content/programmes/old.md"])
  }

  @Test("an id that is an alias too is a name, and stays")
  func leavesAliases() async throws {
    let catalogue = Self.catalogue(
      lines: "related: [{to: ko, as: 関連}]",
      more: [TestRecord("programmes/ko-1", "丙計画", "aliases: [ko-1]\nministries: [甲省]")])
    let edits = try await Self.edits(catalogue, "programmes/ko-1", "programmes/new")
    #expect(edits.changes.map(\.path) == ["content/programmes/ko-1.md"])
  }

  @Test("former ids may stand above the references of the record")
  func addsAbove() async throws {
    let catalogue = Self.catalogue(
      more: [TestRecord("programmes/d", "丙計画", "former_ids: [c]\nministries: [甲省]")])
    let edits = try await Self.edits(catalogue, "programmes/d", "programmes/e")
    let text = edits.changes.first.map { String(decoding: $0.after, as: UTF8.self) }
    #expect(text?.contains("former_ids: [c, d]\nministries: [甲省]\n") == true)
  }

  @Test("where the new id alone would mean others too, it is written with its collection")
  func disambiguates() async throws {
    let catalogue = Self.catalogue(
      lines: "related: [{to: old, as: 関連}]", body: "[[old]]の次。",
      more: [TestRecord("agencies/new", "甲機構", body: "[[甲省]]")])
    let edits = try await Self.edits(catalogue)
    let after = Self.texts(edits.sources(after: catalogue.sources))["content/programmes/other.md"]
    // The field takes programmes only; a link of the text takes all.
    #expect(after?.contains("{to: new, as: 関連}") == true)
    #expect(after?.contains("[[programmes/new]]の次。") == true)
  }

  @Test("the record's own links to itself and to its neighbours lead where they led")
  func writesOwn() async throws {
    let catalogue = Self.catalogue(
      ownBody: "[[old#経緯]]、[自分](old.md#経緯)、[隣](other.md)、[ここ](#経緯)。\n")
    let edits = try await Self.edits(catalogue)
    let text = Self.texts(edits.sources(after: catalogue.sources))["content/programmes/new.md"]
    #expect(text?.hasSuffix("[[new#経緯]]、[自分](new.md#経緯)、[隣](other.md)、[ここ](#経緯)。\n") == true)
  }

  @Test("drafts are renamed, and their references too")
  func knowsDrafts() async throws {
    let catalogue = Self.catalogue(
      own: "\ndraft: true",
      more: [
        TestRecord("programmes/d", "丁計画", "draft: true\nministries: [甲省]", body: "[[old]]の次。")
      ])
    let edits = try await Self.edits(catalogue)
    #expect(edits.changes.map(\.path) == ["content/programmes/d.md", "content/programmes/old.md"])
  }

  @Test("there and back again leaves the new address leading on, and no id twice")
  func returns() async throws {
    let catalogue = Self.catalogue(
      lines: "related: [{to: old, as: 関連}]", own: "\nformer_ids: [a, new, b]")
    for (keepsFormer, ids) in [(true, "[a, old, b]"), (false, "[a, b]")] {
      let edits = try await Self.edits(catalogue, keepsFormer: keepsFormer)
      let text = Self.texts(edits.sources(after: catalogue.sources))["content/programmes/new.md"]
      #expect(text?.contains("former_ids: \(ids)\n") == true, "\(text ?? "")")
    }
  }

  @Test("without a former id nothing is left of the old one")
  func forgets() async throws {
    let catalogue = Self.catalogue(lines: "related: [{to: old, as: 関連}]")
    let edits = try await Self.edits(catalogue, keepsFormer: false)
    let texts = Self.texts(edits.sources(after: catalogue.sources))
    #expect(texts["content/programmes/new.md"]?.contains("old") == false)
    #expect(texts["content/programmes/other.md"]?.contains("old") == false)
  }

  @Test("a record moves to another collection where its fields fit, with all its links")
  func moves() async throws {
    var catalogue = Self.catalogue(
      body: "[[old]]、[[programmes/plain]]、[x](plain.md#経緯)、[y](/programmes/plain/)。",
      more: [
        TestRecord(
          "programmes/plain", "丙計画", "former_ids: [agencies/was, was, documents/been]",
          body: "## 経緯\n[隣](other.md)、[自](plain.md)、![図](../assets/a.gif)\n")
      ])
    catalogue.assets["content/assets/a.gif"] = [1]
    let edits = try await Self.edits(catalogue, "programmes/plain", "agencies/plain-1")
    let texts = Self.texts(edits.sources(after: catalogue.sources))
    #expect(
      texts["content/programmes/other.md"]?.hasSuffix(
        "[[old]]、[[agencies/plain-1]]、[x](/agencies/plain-1.md#経緯)、[y](/agencies/plain-1/)。")
        == true)
    let moved = try #require(texts["content/agencies/plain-1.md"])
    #expect(
      moved.hasSuffix(
        "[隣](../programmes/other.md)、[自](/agencies/plain-1.md)、![図](../assets/a.gif)\n"))
    #expect(moved.contains("former_ids: [was, programmes/was, documents/been, programmes/plain]\n"))
  }

  private func refusal(_ make: () async throws -> ContentEdits) async throws -> String {
    do {
      _ = try await make()
    } catch let refusal as RenamingRefusal {
      return refusal.message.english
    }
    return "nothing refused"
  }

  @Test(
    "what cannot be is refused with a sentence",
    arguments: [
      ("programmes/olt", "programmes/new", "there is no record 'programmes/olt'; did you mean"),
      ("programs/old", "programmes/new", "there is no collection 'programs'"),
      ("programmes/old", "programs/new", "there is no collection 'programs'"),
      ("programmes/old", "programmes/New", "is no id"),
      ("programmes/old", "programmes/con", "is a device of Windows"),
      ("programmes/old", "programmes/old", "is the id already"),
      ("programmes/old", "programmes/other", "exists already"),
      ("programmes/old", "programmes/before", "is a former id of content/programmes/third.md"),
      ("programmes/old", "ministries/new", "renaming would bring the faults"),
    ])
  func refuses(_ old: String, _ new: String, _ sentence: String) async throws {
    let catalogue = Self.catalogue(
      lines: "related: [{to: old, as: 関連}]",
      more: [TestRecord("programmes/third", "丙計画", "former_ids: [before]\nministries: [甲省]")])
    let said = try await refusal { try await Self.edits(catalogue, old, new) }
    #expect(said.contains(sentence), "\(said)")
  }

  @Test("fields that are all indented have the former id among them")
  func indents() async throws {
    let text = "---\n  title: 丙計画\n  yomi: へい\n  ministries: [甲省]\n---\n"
    let catalogue = Self.catalogue(more: [TestRecord("programmes/x", text: text)])
    let edits = try await Self.edits(catalogue, "programmes/x", "programmes/y")
    let after = edits.changes.first.map { String(decoding: $0.after, as: UTF8.self) }
    #expect(after == text.replacing("[甲省]\n", with: "[甲省]\n  former_ids: [x]\n"))
  }

  @Test("what is done already is told as that")
  func knowsDone() async throws {
    let catalogue = Self.catalogue()
    let after = try await Self.edits(catalogue).sources(after: catalogue.sources)
    for (isResumed, new, sentence) in [
      (false, "programmes/new", "is 'programmes/new' already"),
      (false, "programmes/other", "there is no record 'programmes/old'"),
      (true, "programmes/other", "is 'programmes/other' already"),
    ] {
      let said = try await refusal {
        try await RecordRenaming(
          of: after, from: try #require(RecordID("programmes/old")),
          to: try #require(RecordID(new)),
          keepsFormer: true, isResumed: isResumed, workers: 1
        ).edits()
      }
      #expect(said.contains(sentence), "\(said)")
    }
  }

  @Test("a catalogue with errors is not touched")
  func refusesFaults() async throws {
    let catalogue = Self.catalogue(lines: "kind: なし")
    let said = try await refusal { try await Self.edits(catalogue) }
    #expect(said.contains("the catalogue has errors"))
  }

  @Test("in a large catalogue every place is found, and the graph is the same but for the id")
  func keepsGraph() async throws {
    let catalogue = TestCatalogue.full
    let before = await catalogue.checked()
    let graph = try #require(before.site?.catalogue)
    for record in graph.records {
      let edits = try await Self.edits(
        catalogue, record.id.text, record.id.collection + "/renamed-0")
      let after = await Checking.check(
        edits.sources(after: catalogue.sources), baseURL: nil, workers: 1)
      let other = try #require(after.site?.catalogue)
      #expect(
        !after.report.diagnostics.contains { $0.code == .formerReference }, "\(record.id.text)")
      #expect(
        other.edges.count == graph.edges.count && other.mentions.count == graph.mentions.count)
    }
  }
}
