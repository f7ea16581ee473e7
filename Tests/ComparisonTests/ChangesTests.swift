import Publishing
import TestSupport
import Testing

@testable import Comparison

@Suite("What changed between two editions")
struct ChangesTests {
  /// The file of the record whose changes the tests make.
  private static let programme = """
    ---
    title: 甲計画
    yomi: こうけいかく
    aliases: [甲, 第一計画]
    summary: 甲の要約。
    kind: 研究開発
    ministries: [文科省]
    agencies: [{to: 科学技術振興機構, role: 実施}, {to: 文科省, role: 公募}]
    fiscal_years: [2018年度, 2019年度]
    budget: [{year: 2018年度, stage: 当初, amount: 32億円}, {year: 2019年度, amount: 1億円, note: 内数}]
    open: はい
    updated: 2021-04-01
    sources: [{document: 白書, at: 第1章}]
    ---
    経済と社会の計画。つぎの文。

    - words here
    - [[科学技術振興機構]]

    """

  /// The catalogue with other texts in the record's file, and a ministry of another title.
  private static func catalogue(
    _ edits: [(String, String)] = [], ministry: String = "文部科学省",
    @TestRecordBuilder _ more: () -> [TestRecord] = { [] }
  ) -> TestCatalogue {
    var text = programme
    for (old, new) in edits {
      precondition(text.contains(old), old)
      text.replace(old, with: new)
    }
    return TestCatalogue {
      TestRecord("programmes/a", text: text)
      TestRecord("ministries/mext", ministry, yomi: "もんか", "aliases: [文科省]")
      TestRecord("agencies/jst", "科学技術振興機構", yomi: "かがく", body: "[[文科省]]\n")
      TestRecord("documents/d", "白書", yomi: "はくしょ")
      more()
    }
  }

  private func lines(_ old: TestCatalogue, _ new: TestCatalogue) async throws -> [String] {
    TestEdition.text(try await TestEdition.of(old), try await TestEdition.of(new))
      .split(separator: "\n").map { String($0.drop { $0 == " " }) }
  }

  @Test(
    "a change of one field is told with its name and both values",
    arguments: [
      ("kind: 研究開発", "kind: 補助・助成", "種類: 研究開発 → 補助・助成"),
      ("kind: 研究開発\n", "", "種類: 研究開発 → –"), ("open: はい", "open: いいえ", "公募: true → false"),
      ("open: はい", "open: はい\nnumber: 24", "件数: – → 24"),
      ("title: 甲計画", "title: 甲の計画", "名称: 甲計画 → 甲の計画"),
      ("yomi: こうけいかく", "yomi: きのえけいかく", "読み: こうけいかく → きのえけいかく"),
      ("summary: 甲の要約。", "summary: 要約。", "要約: 甲の要約。 → 要約。"),
      ("[甲, 第一計画]", "[甲, 一号]", "別名: +一号 -第一計画"), ("[甲, 第一計画]", "[甲]", "別名: -第一計画"),
      ("[甲, 第一計画]", "[第一計画, 甲]", "別名: in another order"),
      ("[2018年度, 2019年度]", "[2018年度, 2019年度, 2020年度]", "年度: +2020"),
      ("ministries: [文科省]", "ministries: []", "所管: -文部科学省"),
      ("ministries: [文科省]\n", "", "所管: -文部科学省"),
      ("{to: 文科省, role: 公募}", "{to: 文科省, role: 実施}", "実施機関: +文部科学省（実施） -文部科学省（公募）"),
      ("amount: 32億円", "amount: 33億円", "予算: +2018 当初 33億円 -2018 当初 32億円"),
      ("note: 内数", "note: 見込み", "予算: +2019 1億円 見込み -2019 1億円 内数"),
      ("at: 第1章", "at: 第2章", "出典: +d（第2章） -d（第1章）"),
      ("updated: 2021-04-01", "updated: 2021-05", "更新日: 2021-04-01 → 2021-05"),
    ])
  func tellsField(_ old: String, _ new: String, _ line: String) async throws {
    let lines = try await lines(Self.catalogue(), Self.catalogue([(old, new)]))
    let start = try #require(lines.firstIndex { $0.hasPrefix("programmes/a ") })
    #expect(lines[start + 1] == line)
    // Nothing else but pages of another facet or year.
    #expect(start + 2 == lines.count || lines[start + 2].hasPrefix("New addresses ("))
    #expect(lines[0].hasPrefix("records: 0 added, 1 changed, 0 removed; "))
  }

  @Test(
    "how a file is written gives nothing",
    arguments: [
      [("kind: 研究開発\n", ""), ("open: はい", "open:   はい\nkind: \"研究開発\"")],
      [("[2018年度, 2019年度]", "\n  - 平成30年度\n  - '2019年度'")],
      [("経済と社会の計画。つぎの文。", "経済と\n社会の計画。\nつぎの文。")], [("words here", "words\n  here")],
      [("- words here\n- ", "* words   here\n\n\n* ")],
      [("ministries: [文科省]", "ministries: [文部科学省]")],
      [("open: はい", "# 注\nopen: はい")], [("ministries: [文科省]", "所管: [文科省]")],
    ])
  func tellsNothing(_ edits: [(String, String)]) async throws {
    let (old, new) = (Self.catalogue(), Self.catalogue(edits))
    let changes = EditionChanges(
      from: try await TestEdition.of(old), to: try await TestEdition.of(new))
    #expect(!changes.hasContent, "\(changes.changed)")
  }

  @Test("another order of the fields in the definition gives nothing")
  func forgivesOrder() async throws {
    let old = Self.catalogue()
    var new = old
    let line = "      kind: {type: enumeration, label: 種類, values: [研究開発, 補助・助成, AI戦略]}\n"
    new.definition.replace(line, with: "")
    new.definition.replace("      ceiling:", with: line + "      ceiling:")
    #expect(old.definition != new.definition)
    let changes = EditionChanges(
      from: try await TestEdition.of(old), to: try await TestEdition.of(new))
    #expect(!changes.hasContent, "\(changes.changed)")
  }

  @Test("a text that says something else is told, and nothing of its words")
  func tellsText() async throws {
    for edit in [("つぎの文。", "次の文。"), ("- words here", "1. words here"), ("\n- [[科学", "\n\n[[科学")] {
      let lines = try await lines(Self.catalogue(), Self.catalogue([edit]))
      #expect(lines.suffix(1) == ["the text changed"])
      #expect(lines.count { $0.hasPrefix("programmes/") } == 1)
    }
  }

  @Test("another title is a change of its record alone, not of those that name it")
  func tellsTitleOnce() async throws {
    let lines = try await lines(Self.catalogue(), Self.catalogue(ministry: "文部省"))
    #expect(lines.suffix(3) == ["Records changed (1):", "ministries/mext 文部省", "名称: 文部科学省 → 文部省"])
  }

  @Test("records that come and go are told with their addresses and their connexions")
  func tellsRecords() async throws {
    let small = Self.catalogue()
    let large = Self.catalogue {
      TestRecord(
        "programmes/b", "乙計画", yomi: "おつ", "ministries: [文科省]\nrelated: [{to: 甲計画, as: 関連}]")
    }
    let added = try await lines(small, large)
    #expect(
      added[0].hasPrefix("records: 1 added, 0 changed, 0 removed; relations: 2 added, 0 removed; "))
    #expect(added.contains("programmes/b 乙計画"))
    let place = try #require(added.firstIndex { $0.hasPrefix("New addresses (") })
    #expect(added[place...].contains("/programmes/b/"))
    let removed = try await lines(large, small)
    #expect(
      removed[0].hasPrefix(
        "records: 0 added, 0 changed, 1 removed; relations: 0 added, 2 removed; "))
    #expect(removed[1].hasPrefix("Addresses that are gone ("))
    #expect(removed.contains("/programmes/b/") && removed.contains("Records removed (1):"))
  }

  @Test("editions that differ in how pages look say so, equal ones that nothing changed")
  func tellsLooks() async throws {
    var other = Self.catalogue()
    other.templates["home"] = "<p>{{page.title}}</p>\n"
    let lines = try await lines(Self.catalogue(), other)
    #expect(lines[0].hasSuffix("files: 0 added, 1 changed, 0 removed"))
    #expect(lines[1].hasPrefix("records and addresses are the same"))
    #expect(try await self.lines(other, other) == ["nothing changed"])
  }

  @Test("texts are not compared where an edition does not tell their digests")
  func readsEarlierTexts() throws {
    func edition(_ digest: String?) throws -> ComparedEdition {
      let json = "{\"records\":[\(TestEdition.record("a"))]}"
      let entry = ManifestEntry(
        path: "things/a/index.json", size: 1, sha256: "0", isNamedByContent: false,
        textDigest: digest)
      return ComparedEdition(Manifest([entry]), try CatalogueReader(Array(json.utf8)))
    }
    for (old, new, isChanged) in [
      ("1", "2", true), ("1", "1", false), (nil, "1", false), ("1", nil, false),
    ]
      as [(String?, String?, Bool)]
    {
      let changes = EditionChanges(from: try edition(old), to: try edition(new))
      #expect(changes.changed.contains { $0.isTextChanged } == isChanged)
    }
  }

  @Test("fields are named by their keys where an edition tells no more")
  func readsEarlierEditions() throws {
    let old = try TestEdition.of(records: [
      TestEdition.record("a", fields: "\"kind\":\"x\",\"to\":{\"to\":\"o/a\",\"title\":\"甲\"}")
    ])
    let new = try TestEdition.of(
      records: [
        TestEdition.record(
          "a", fields: "\"kind\":\"y\",\"to\":{\"title\":\"乙\",\"to\":\"o/a\"}",
          more: ",\"budget\":[],\"extra\":1")
      ])
    let lines = TestEdition.text(old, new).split(separator: "\n")
    #expect(lines.suffix(3) == ["  things/a 題", "    extra: – → 1", "    kind: x → y"])
  }

  @Test("an attribute with the key of the title is a fact")
  func keepsAttributes() throws {
    func edition(_ attribute: String) throws -> ComparedEdition {
      try TestEdition.of(records: [
        TestEdition.record(
          "a", fields: "\"o\":[{\"to\":\"x/y\",\"title\":\"甲\",\"title\":\"\(attribute)\"}]")
      ])
    }
    #expect(EditionChanges(from: try edition("一"), to: try edition("二")).changed.count == 1)
    #expect(EditionChanges(from: try edition("一"), to: try edition("一")).changed.isEmpty)
  }
}
