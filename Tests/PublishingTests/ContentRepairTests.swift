import Diagnostics
import Publishing
import TestSupport
import Testing
import Workspace

@Suite("Sure fixes")
struct ContentRepairTests {
  private static let definition = """
    site: {title: 試験, base_url: https://example.jp/}
    common:
      title: {type: text, label: 名称, required: true}
      yomi: {type: reading, label: 読み}
    collections:
      things:
        label: もの
        hidden: true
        fields:
          kind: {type: enumeration, label: 種類, values: [道具, 乗り物]}
          year: {type: fiscal_year, label: 年度}
          years: {type: fiscal_year, list: true, label: 年度の一覧}
          held: {type: date, label: 日付}

    """

  private static func catalogue(_ records: [String]) -> TestCatalogue {
    TestCatalogue(definition: definition) {
      for (number, lines) in records.enumerated() {
        TestRecord("things/t\(number)", "題\(number)", lines)
      }
    }
  }

  private static func repair(_ sources: SourceTree) async -> ContentRepair {
    await ContentRepair(of: sources) {
      await Checking.check($0, baseURL: nil, workers: 1)
    }
  }

  @Test("what has one meaning is mended, what is a choice is left, and twice is once")
  func mends() async throws {
    let sources = Self.catalogue([
      "year: 令和1年度", "years: ['平成32年度', 2019年度]\nkind: 道臭", "kind: 乗り物\nheld: 令和1年5月1日\n",
    ]).sources
    let repair = await Self.repair(sources)
    #expect(repair.mended == 3)
    #expect(repair.site.report.diagnostics.map(\.code) == [.unknownChoice])
    let texts = repair.edits.changes.map { String(decoding: $0.after, as: UTF8.self) }
    #expect(texts.count == 3)
    for (text, right) in zip(
      texts, ["year: 令和元年度\n", "years: ['令和2年度', 2019年度]\nkind: 道臭\n", "held: 令和元年5月1日\n"])
    {
      #expect(text.contains(right))
    }
    let again = await Self.repair(repair.edits.sources(after: sources))
    #expect(again.edits.isEmpty && again.mended == 0)
  }

  @Test("no byte but those of the fix changes")
  func keepsBytes() async throws {
    let text = "\u{FEFF}---\r\ntitle: 題  \r\n# 覚え書き\r\nyear: 令和1年度   # 初年\r\n---\r\n本文\r\n"
    let file = SourceTree.File(path: "content/things/a.md", bytes: Array(text.utf8))
    let sources = SourceTree(
      definition: .init(path: "catalogue.yml", bytes: Array(Self.definition.utf8)),
      content: [file], templates: Self.catalogue([]).sources.templates, assets: [])
    let repair = await Self.repair(sources)
    #expect(repair.edits.changes.count == 1)
    #expect(
      repair.edits.changes.first.map { String(decoding: $0.after, as: UTF8.self) }
        == text.replacing("令和1年度", with: "令和元年度"))
  }

  @Test("a clean catalogue stays as it is")
  func leavesClean() async {
    let repair = await Self.repair(Self.catalogue(["year: 2020年度"]).sources)
    #expect(repair.edits.isEmpty)
  }
}
