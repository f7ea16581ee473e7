import CatalogueModel
import Diagnostics
import TestSupport
import Testing

@testable import CatalogueGraph

/// A catalogue with the names that the tests refer to, and what more a test wants.
func namedCatalogue(_ more: [TestRecord]) -> TestCatalogue {
  TestCatalogue {
    TestRecord("ministries/cao", "内閣府", yomi: "ないかくふ", "order: 1\naliases: [CAO]")
    TestRecord("ministries/meti", "経済産業省", yomi: "けいざいさんぎょうしょう", "order: 2\naliases: [経産省, METI]")
    TestRecord("ministries/maff", "農林水産省", yomi: "のうりんすいさんしょう", "order: 3")
    TestRecord("ministries/mext", "文部科学省", yomi: "もんぶかがくしょう", "order: 4")
    TestRecord(
      "agencies/aist", "国立研究開発法人産業技術総合研究所", yomi: "さんぎょうぎじゅつそうごうけんきゅうしょ",
      "aliases: [産総研, 産業技術総合研究所, AIST]")
    TestRecord("agencies/riken", "理化学研究所", yomi: "りかがくけんきゅうしょ", "aliases: [理研]")
    TestRecord("agencies/tia", "ＴＩＡ", yomi: "てぃーあいえー", "aliases: [つくばイノベーションアリーナ]")
    TestRecord(
      "agencies/oil", "オープンイノベーションラボラトリ（OIL）", yomi: "おーぷんいのべーしょんらぼらとり", "aliases: [OIL]")
    more
  }
}

@Suite("References between records")
struct ReferenceTests {
  @Test(
    "a record is found by its id, title or alias, however it is written",
    arguments: [
      ("aist", "agencies/aist"), ("AIST", "agencies/aist"), ("ＡＩＳＴ", "agencies/aist"),
      ("産総研", "agencies/aist"), ("産 総 研", "agencies/aist"), ("産業技術総合硏究所", "agencies/aist"),
      ("国立研究開発法人　産業技術総合研究所", "agencies/aist"), ("TIA", "agencies/tia"), ("tia", "agencies/tia"),
      ("ＴＩＡ", "agencies/tia"), ("つくばｲﾉﾍﾞｰｼｮﾝｱﾘｰﾅ", "agencies/tia"), ("⽂部科学省", "ministries/mext"),
      ("meti", "ministries/meti"), ("agencies/tia", "agencies/tia"), ("理⼯学", nil),
    ] as [(String, String?)])
  func resolves(_ name: String, _ key: String?) async throws {
    let catalogue = namedCatalogue([TestRecord("programmes/x", "甲", "agencies: [\(name)]")])
    let resolved = try await catalogue.resolved()
    let edge = resolved.edges.first { resolved.records[$0.from].id.text == "programmes/x" }
    #expect(edge?.to.map { resolved.records[$0].id.text } == key)
  }

  @Test(
    "a slip is an error at its place with the right record among the first three suggestions",
    arguments: [
      ("ministries", "ないかくふ", "内閣府"), ("ministries", "経済産業章", "経済産業省"),
      ("ministries", "経済産省", "経済産業省"),
      ("ministries", "農水省", "農林水産省"), ("ministries", "文科省", "文部科学省"),
      ("ministries", "経済産業省庁", "経済産業省"),
      ("ministries", "MEIT", "経済産業省"), ("ministries", "もんぶかがくしょ", "文部科学省"),
      ("ministries", "内閤府", "内閣府"),
      ("agencies", "産総検", "国立研究開発法人産業技術総合研究所"), ("agencies", "ＯＩＬＬ", "オープンイノベーションラボラトリ（OIL）"),
      ("agencies", "産業技術総合研究", "国立研究開発法人産業技術総合研究所"), ("agencies", "理化学研究書", "理化学研究所"),
      ("agencies", "りかがくけんきゅうじょ", "理化学研究所"), ("agencies", "TAI", "ＴＩＡ"),
      ("agencies", "オープンイノベーションラボラトリー", "オープンイノベーションラボラトリ（OIL）"),
      ("agencies", "国立研究開発法人産総研", "国立研究開発法人産業技術総合研究所"),
    ])
  func suggests(_ field: String, _ slip: String, _ title: String) async throws {
    let catalogue = namedCatalogue([TestRecord("programmes/x", "甲", "\(field): [\(slip)]")])
    let fault = try #require(await catalogue.diagnostics().first { $0.code == .unknownReference })
    #expect(fault.range.path == "content/programmes/x.md")
    #expect(catalogue.text(at: fault.range) == slip)
    #expect(fault.suggestions.count <= 3)
    #expect(fault.suggestions.contains(title), "\(fault.suggestions)")
  }

  @Test(
    "what a suggestion says can be written in the place of the slip",
    arguments: ["ないかくふ", "経済産業章", "MEIT"])
  func suggestionsResolve(_ slip: String) async throws {
    let catalogue = namedCatalogue([TestRecord("programmes/x", "甲", "ministries: [\(slip)]")])
    let fault = try #require(await catalogue.diagnostics().first { $0.code == .unknownReference })
    for suggestion in fault.suggestions {
      let mended = namedCatalogue([TestRecord("programmes/x", "甲", "ministries: [\(suggestion)]")])
      #expect(await mended.diagnostics().allSatisfy { $0.code != .unknownReference })
    }
  }

  @Test("a name of several records is ambiguous; collection/id says which is meant")
  func findsAmbiguity() async throws {
    let twins = [
      TestRecord("agencies/x1", "乙"),
      TestRecord("agencies/x2", "丙", "aliases: [x1]"),
      TestRecord("programmes/x", "甲", "agencies: [x1]"),
    ]
    let catalogue = namedCatalogue(twins)
    let fault = try #require(await catalogue.diagnostics().first { $0.code == .ambiguousReference })
    #expect(catalogue.text(at: fault.range) == "x1")
    #expect(fault.suggestions == ["agencies/x1", "agencies/x2"])
    #expect(fault.notes.compactMap(\.range).map { catalogue.text(at: $0) } == ["乙", "丙"])
    let mended = namedCatalogue(
      Array(twins.dropLast()) + [TestRecord("programmes/x", "甲", "agencies: [agencies/x2]")])
    let resolved = try await mended.resolved()
    #expect(resolved.edges.first.flatMap(\.to).map { resolved.records[$0].title.value } == "丙")
  }

  @Test("a name that two records have is told of them alone, not of what refers to it")
  func tellsDuplicateOnce() async throws {
    let catalogue = namedCatalogue([
      TestRecord("agencies/x1", "乙", "aliases: [同じ名]"),
      TestRecord("agencies/x2", "丙", "aliases: [同じ名]"),
      TestRecord("programmes/x", "甲", "agencies: [同じ名]", body: "[[同じ名]]と[[同じ名#節]]を見る。"),
    ])
    let faults = await catalogue.diagnostics().filter { $0.severity == .error }
    #expect(faults.map(\.code) == [.duplicateName])
    #expect(try await catalogue.resolved().edges.count == 1)
  }

  @Test("of a title and an alias that are the same the alias is told, whichever stands first")
  func tellsAlias() async {
    let catalogue = namedCatalogue([TestRecord("programmes/a", "甲", "aliases: [経済産業省]")])
    let faults = await catalogue.diagnostics().filter { $0.code == .duplicateName }
    #expect(faults.map(\.range.path) == ["content/programmes/a.md"])
    #expect(faults.map { catalogue.text(at: $0.range) } == ["経済産業省"])
  }

  @Test("a record of another collection is told with what it is and where")
  func findsWrongCollections() async throws {
    let catalogue = namedCatalogue([TestRecord("programmes/x", "甲", "ministries: [産総研]")])
    let fault = try #require(await catalogue.diagnostics().first { $0.code == .wrongKindReference })
    #expect(catalogue.text(at: fault.range) == "産総研")
    #expect(fault.message.japanese.contains("機関"))
    #expect(fault.notes.compactMap { $0.range.map(catalogue.text(at:)) } == ["国立研究開発法人産業技術総合研究所"])
  }

  @Test("a record that refers to itself is told, but a document may cite itself")
  func findsSelfReferences() async throws {
    let catalogue = TestCatalogue {
      TestRecord("programmes/x", "甲", "related: [{to: 甲, as: 関連}]")
      TestRecord("documents/d", "乙", "sources: [{document: d, at: 1章}]")
    }
    let faults = await catalogue.diagnostics().filter { $0.severity == .error }
    #expect(faults.map(\.code) == [.selfReference])
    #expect(faults.map { catalogue.text(at: $0.range) } == ["甲"])
  }

  @Test("one record named twice in a field is one edge, and told")
  func mergesRepetitions() async throws {
    let catalogue = namedCatalogue([
      TestRecord(
        "programmes/x", "甲",
        "ministries: [経済産業省, METI, 内閣府]\nagencies: [{to: 産総研, role: 実施}, {to: AIST, role: 評価}]")
    ])
    let resolved = try await catalogue.resolved()
    #expect(resolved.edges.count == 4)
    let faults = await catalogue.diagnostics().filter { $0.code == .duplicateEntry }
    #expect(faults.map { catalogue.text(at: $0.range) } == ["METI"])
  }

  @Test("an open relation may leave the other record untold")
  func allowsOpenEnds() async throws {
    let catalogue = namedCatalogue([
      TestRecord("agencies/y", "乙", "prizes: [{name: 会長賞}, {to: 内閣府, name: 大臣賞}]")
    ])
    let resolved = try await catalogue.resolved()
    #expect(resolved.edges.map { $0.to == nil } == [true, false])
    #expect(await catalogue.diagnostics().allSatisfy { $0.severity == .warning })
  }

  @Test("names that are given twice are told at the second place, with the first")
  func findsDuplicateNames() async throws {
    let catalogue = TestCatalogue {
      TestRecord("programmes/a", "ＡＩ計画", yomi: "あ")
      TestRecord("programmes/b", "乙", yomi: "い", "aliases: [AI 計画]")
      TestRecord("ministries/c", "丙", "aliases: [丙, 別名, ﾍﾞﾂﾒｲ, ベツメイ]")
    }
    let faults = await catalogue.diagnostics()
    let duplicates = faults.filter { $0.code == .duplicateName }
    #expect(duplicates.map { catalogue.text(at: $0.range) } == ["AI 計画"])
    #expect(duplicates.first?.notes.compactMap { $0.range.map(catalogue.text(at:)) } == ["ＡＩ計画"])
    let repeated = faults.filter { $0.code == .duplicateEntry }
    #expect(repeated.map { catalogue.text(at: $0.range) } == ["丙", "ベツメイ"])
    #expect(repeated.allSatisfy { $0.severity == .warning })
  }

  @Test("a record that nothing is tied to is an orphan; guides and cited documents are not")
  func findsOrphans() async throws {
    let catalogue = TestCatalogue {
      TestRecord("programmes/a", "甲")
      TestRecord("programmes/b", "乙", "sources: [{document: 文書, at: 1}]")
      TestRecord("documents/c", "文書")
      TestRecord("pages/d", "案内", body: "[[丁]]")
      TestRecord("programmes/e", "丁")
      TestRecord("pages/f", "別の案内")
    }
    let orphans = await catalogue.diagnostics().filter { $0.code == .orphanRecord }
    #expect(orphans.map { catalogue.text(at: $0.range) } == ["甲", "乙"])
    #expect(orphans.allSatisfy { $0.severity == .warning })
  }
}
