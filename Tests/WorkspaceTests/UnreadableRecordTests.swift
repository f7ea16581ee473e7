import Diagnostics
import Foundation
import TestSupport
import Testing
import Workspace

@Suite("Records that cannot be read")
struct UnreadableRecordTests {
  /// A catalogue whose ministry has the file `bytes`, with records that refer to it.
  private func diagnostics(_ bytes: [UInt8]) async -> [Diagnostic] {
    let catalogue = TestCatalogue {
      TestRecord("ministries/meti", "経済産業省", "aliases: [経産省]")
      TestRecord(
        "programmes/a", "甲", "ministries: [経済産業省]",
        body: "[[経産省]]と[府省](/ministries/meti/)と[省](../ministries/meti.md)。")
      TestRecord("programmes/b", "乙", "ministries: [meti]", body: "[[ministries/meti]]と[[甲]]。")
      TestRecord("programmes/c", "丙", "related: [{to: 乙, as: 関連}]\nagencies: [ministries/meti]")
    }
    let sources = catalogue.sources
    let tree = SourceTree(
      definition: sources.definition,
      content: sources.content.map {
        $0.path.hasSuffix("meti.md") ? .init(path: $0.path, bytes: bytes) : $0
      }, templates: sources.templates, assets: sources.assets)
    return await Checking.check(tree, baseURL: nil, workers: 1).report.diagnostics
  }

  private static let text = "---\ntitle: 経済産業省\nyomi: けいざいさんぎょうしょう\naliases: [経産省]\n---\n"

  @Test(
    "a file in another encoding is one report, and nothing that refers to it is told",
    arguments: JapaneseEncoding.allCases)
  func tellsEncoding(_ encoding: JapaneseEncoding) async throws {
    let name = encoding.rawValue
    let told = await diagnostics(try #require(encoding.bytes(of: Self.text)))
    #expect(told.map(\.code) == [.encoding], "\(told.map(\.message.japanese))")
    #expect(told.first?.message.japanese.contains(name) == true)
    #expect(told.first?.notes.first?.text.japanese.contains("メモ帳") == true)
  }

  @Test(
    "a record without front matter, or without a title that could be read, is known by its id",
    arguments: [
      ("", DiagnosticCode.frontMatterMissing), ("本文だけ\n", .frontMatterMissing),
      ("---\ntitle: \"\\ud800\"\nyomi: けい\n---\n", .yamlSyntax),
      ("---\nyomi: けい\n---\n", .missingField), ("PK\u{3}\u{4}", .encoding),
      ("{\\rtf1\\ansi 経済産業省}", .encoding),
    ])
  func knowsByID(_ text: String, _ code: DiagnosticCode) async {
    let told = await diagnostics(Array(text.utf8))
    #expect(told.map(\.code) == [code], "\(told.map(\.message.japanese))")
  }

  @Test(
    "a record with a slip is known by its title and aliases",
    arguments: [
      ("title: 経済産業省", "title：経済産業省"), ("title: 経済産業省", "title:経済産業省"),
      ("aliases: [経産省]", "aliases: ［経産省］"), ("aliases: [経産省]", "aliases: [経産省"),
      ("---\ntitle", "－－－\ntitle"), ("]\n---", "]\n--"), ("title: 経済産業省", "title: \"経済産業省"),
      ("yomi: けいざいさんぎょうしょう", "yomi けいざいさんぎょうしょう"), ("yomi", "summary: \"\\ud800\"\nyomi"),
    ])
  func knowsByName(_ place: String, _ slip: String) async {
    let told = await diagnostics(Array(Self.text.replacing(place, with: slip).utf8))
    #expect(told.count == 1, "\(told.map(\.message.japanese))")
  }

  @Test("a broken byte is told at its place, and the rest is read")
  func readsAroundBrokenBytes() async throws {
    var bytes = Array(Self.text.utf8)
    let place = try #require(bytes.firstRange(of: "けい".utf8)).lowerBound
    bytes[place + 1] = 0x5F
    let told = await diagnostics(bytes)
    #expect(told.map(\.code) == [.encoding], "\(told.map(\.message.japanese))")
    #expect(told.first?.range.bytes == place..<(place + 1))
  }

  @Test("a name that is like another, as those of programmes are, may be that of the file")
  func allowsLikeNames() async {
    let catalogue = TestCatalogue {
      TestRecord("ministries/b", "経済産業省研究局", "parent: 経済産業省研究所")
    }
    let sources = SourceTree(
      definition: catalogue.sources.definition,
      content: catalogue.sources.content + [
        .init(path: "content/ministries/c.md", bytes: [0x8D, 0xE0])
      ], templates: catalogue.sources.templates, assets: catalogue.sources.assets)
    let told = await Checking.check(sources, baseURL: nil, workers: 1).report.diagnostics
    // One letter is a slip; two are another name.
    #expect(told.map(\.code) == [.unknownReference, .encoding])
    let other = TestCatalogue {
      TestRecord("ministries/b", "経済産業省研究事業", "parent: 経済産業省研究制度")
    }
    let tree = SourceTree(
      definition: sources.definition,
      content: other.sources.content + [
        .init(path: "content/ministries/c.md", bytes: [0x8D, 0xE0])
      ], templates: sources.templates, assets: sources.assets)
    #expect(
      await Checking.check(tree, baseURL: nil, workers: 1).report.diagnostics.map(\.code)
        == [.encoding])
  }

  @Test("a name that is nearly that of a record which could be read is still told")
  func tellsSlips() async {
    let catalogue = TestCatalogue {
      TestRecord("ministries/meti", "経済産業省")
      TestRecord("programmes/a", "甲", "ministries: [経済産業章]")
    }
    var sources = catalogue.sources
    sources = SourceTree(
      definition: sources.definition,
      content: sources.content + [.init(path: "content/ministries/mof.md", bytes: [0x8D, 0xE0])],
      templates: sources.templates, assets: sources.assets)
    let told = await Checking.check(sources, baseURL: nil, workers: 1).report.diagnostics
    #expect(told.map(\.code) == [.encoding, .unknownReference])
  }
}

@Suite("Names with 、 between them")
struct JoinedNameTests {
  private func diagnostics(_ lines: String) async -> (TestCatalogue, [Diagnostic]) {
    let catalogue = TestCatalogue {
      TestRecord("ministries/meti", "経済産業省")
      TestRecord("ministries/mof", "財務省")
      TestRecord("ministries/law", "商工、農林の省")
      TestRecord("programmes/a", "甲", lines)
    }
    return (catalogue, await catalogue.diagnostics().filter { $0.code != .orphanRecord })
  }

  @Test("several names in the place of one are told at the first sign, with the list as a fix")
  func tellsNames() async throws {
    let (catalogue, told) = await diagnostics("ministries: [経済産業省、財務省]")
    let fault = try #require(told.first)
    #expect(told.map(\.code) == [.yamlWrongSign])
    #expect(catalogue.text(at: fault.range) == "、")
    #expect(fault.fixes.map(\.title) == ["経済産業省, 財務省"])
  }

  @Test("in a line of a list the fix writes lines, and a title with 、 in it is a name")
  func knowsTitles() async {
    let (_, lines) = await diagnostics("ministries:\n  - 経済産業省、財務省")
    #expect(lines.map(\.code) == [.yamlWrongSign])
    #expect(lines.first?.fixes.first?.edits.map(\.replacement) == ["\n  - "])
    #expect(await diagnostics("ministries: [商工、農林の省]").1.isEmpty)
    #expect(await diagnostics("ministries: [経済産業省、無い省]").1.map(\.code) == [.unknownReference])
  }

  @Test("several names without brackets are offered as a list")
  func offersList() async {
    let (_, told) = await diagnostics("ministries: 経済産業省、財務省")
    #expect(told.map(\.code) == [.wrongShape])
    #expect(told.first?.fixes.first?.title == "[経済産業省, 財務省]")
  }
}
