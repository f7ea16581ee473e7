import CatalogueModel
import CataloguePages
import CatalogueSource
import CatalogueViews
import Diagnostics
import JapaneseText
import TestSupport
import Testing

@testable import CatalogueSearch
@testable import Workspace

@Suite("Records as the search has them")
struct SearchedRecordTests {
  private static let definition = TestCatalogue.definition.replacing(
    "  aliases: {type: text",
    with: "  alias_yomi: {type: reading, list: true, label: 別名の読み}\n  aliases: {type: text")

  private static func documents(
    _ catalogue: TestCatalogue
  ) async throws -> (documents: [SearchDocument], references: [SearchReference]) {
    let context = try await catalogue.context()
    let documents = SearchDocuments(context.catalogue, facets: context.facets)
    return (await documents.all(workers: 1), documents.references)
  }

  @Test(
    "other fields of readings read the aliases; that of the title alone sorts and stands in data")
  func readsAliases() async throws {
    let catalogue = TestCatalogue(definition: Self.definition, templates: [:]) {
      TestRecord(
        "programmes/b", "乙計画", yomi: "おつけいかく",
        "ministries: [甲省]\naliases: [甲乙, ねど機構]\nalias_yomi: [あおつ, ねどきこう]")
      TestRecord("programmes/a", "丙計画", yomi: "おいけいかく", "ministries: [甲省]")
      TestRecord("ministries/m", "甲省", yomi: "こうしょう")
    }
    let (documents, _) = try await Self.documents(catalogue)
    let record = try #require(documents.first { $0.title == "乙計画" })
    #expect(record.readings == ["おつけいかく", "あおつ", "ねどきこう"])
    // By おつ behind おい, not by あおつ before it.
    #expect(documents.map(\.title).filter { $0.hasSuffix("計画") } == ["丙計画", "乙計画"])
    let site = await catalogue.checked()
    #expect(site.report.diagnostics.isEmpty, "\(site.report.diagnostics.map(\.message.english))")
    let json = String(
      decoding: try #require(site.map?["programmes/b/index.json"]).bytes(), as: UTF8.self)
    #expect(json.contains("\"yomi\":\"おつけいかく\""))
    let index = try SearchIndexReader(await SearchIndex.build(documents))
    let search = BrowserSearch(index)
    for reading in record.readings {
      #expect(
        search.answer(reading).pages.first.flatMap { index.value("p\($0)")?.list?[0].text }
          == "programmes/b/", "\(reading)")
    }
    #expect(SearchProof(of: await SearchIndex.build(documents), documents).isPassed)
  }

  @Test("the reading of the title is one, and readings of aliases without it are none of the title")
  func keepsReadingOfTitle() async throws {
    let list = TestCatalogue.definition.replacing(
      "yomi: {type: reading, label: 読み", with: "yomi: {type: reading, list: true, label: 読み")
    let read = SchemaReader.read(path: "catalogue.yml", bytes: Array(list.utf8))
    #expect(read.diagnostics.contains { $0.severity == .error })
    let optional = Self.definition.replacing(
      "label: 読み, required: true", with: "label: 読み")
    let catalogue = TestCatalogue(definition: optional, templates: [:]) {
      TestRecord(
        "ministries/m", text: "---\ntitle: 甲省\naliases: [ABC]\nalias_yomi: [えーびーしー]\n---\n")
    }
    let context = try await catalogue.context()
    let record = context.catalogue.records[RecordIndex(0)]
    #expect(record.reading == nil)
    #expect(record.readings.map(\.text) == ["えーびーしー"])
  }

  @Test(
    "the word of a ruby goes on behind a single kanji, as far as kanji and katakana do",
    arguments: [
      ("{冠|かんむり}ラボを置く。", ["冠ラボ かんむりラボ"]), ("{冠|かんむり}研究室を置く。", ["冠研究室 かんむり研究室"]),
      ("{冠|かんむり}の研究。", ["冠 かんむり"]), ("{冠|かんむり}", ["冠 かんむり"]), ("{冠|かんむり}、ラボ。", ["冠 かんむり"]),
      ("{冠|かんむり}**ラボ**を置く。", ["冠 かんむり"]), ("{冠|かんむり}ラボー々と", ["冠ラボー々 かんむりラボー々"]),
      ("{冠|かんむり} ラボ。", ["冠 かんむり"]), ("{冠|かんむり}Lab。", ["冠 かんむり"]),
      ("{深海掘削|しんかいくっさく}船が出る。", ["深海掘削 しんかいくっさく"]),
      ("{東|とう}{京|きょう}都へ。", ["東 とう", "京都 きょう都"]), ("なし。", []),
    ])
  func readsWordOfRuby(_ body: String, _ expected: [String]) async throws {
    let catalogue = TestCatalogue(templates: [:]) {
      TestRecord("ministries/m", "甲省", yomi: "こうしょう", body: body + "\n")
    }
    let document = try #require(try await Self.documents(catalogue).documents.first)
    #expect(document.rubies.map { "\($0.base) \($0.reading)" } == expected)
  }

  @Test("a word whose one kanji has its reading somewhere is found by the whole reading everywhere")
  func findsRubies() async throws {
    let catalogue = TestCatalogue(templates: [:]) {
      TestRecord("ministries/a", "甲省", yomi: "こうしょう", body: "{冠|かんむり}ラボを置く。\n")
      TestRecord("ministries/b", "乙省", yomi: "おつしょう", body: "冠ラボの一つ。\n")
      TestRecord("ministries/c", "丙省", yomi: "へいしょう", body: "冠の話。\n")
    }
    let (documents, _) = try await Self.documents(catalogue)
    let index = try SearchIndexReader(await SearchIndex.build(documents))
    let urls = index.find("かんむりらぼ").compactMap { index.value("p\($0)")?.list?[0].text }
    #expect(urls.sorted() == ["ministries/a/", "ministries/b/"])
  }

  @Test("no word reaches over the end of a label or of a value")
  func keepsFieldsApart() async throws {
    let catalogue = TestCatalogue(templates: [:]) {
      TestRecord("programmes/a", "甲計画", yomi: "こうけいかく", "ministries: [乙省, 丙省]")
      TestRecord("ministries/b", "乙省", yomi: "おつしょう")
      TestRecord("ministries/c", "丙省", yomi: "へいしょう")
    }
    let documents = try await Self.documents(catalogue).documents
    #expect(documents.first?.sections.last?.text == "所管 \n乙省、\n丙省")
    let index = try SearchIndexReader(await SearchIndex.build(documents))
    for (query, isThere) in [("所管", true), ("所管乙省", false), ("乙省丙省", false), ("乙省、丙省", false)] {
      #expect(index.find(query).isEmpty != isThere, "\(query)")
    }
  }

  @Test("what a page about the site says comes last, and its code is no text of it")
  func putsAsideLast() async throws {
    let catalogue = TestCatalogue(templates: [:]) {
      TestRecord(
        "pages/a", "探し方", yomi: "さがしかた",
        body: "## 例\n\n`甲乙丙` や丁戊と打つ。\n\n```\n己庚\n```\n")
      TestRecord("programmes/z", "辛計画", yomi: "しんけいかく", body: "丁戊と `壬癸` の話。\n")
    }
    let documents = try await Self.documents(catalogue).documents
    let index = try SearchIndexReader(await SearchIndex.build(documents))
    func urls(_ query: String) -> [String] {
      BrowserSearch(index).answer(query).pages
        .compactMap { index.value("p\($0)")?.list?[0].text }
    }
    #expect(urls("丁戊") == ["programmes/z/", "pages/a/"])
    #expect(urls("甲乙丙").isEmpty && urls("己庚").isEmpty)
    #expect(urls("探し方") == ["pages/a/"] && urls("壬癸") == ["programmes/z/"])
    #expect(SearchProof(of: await SearchIndex.build(documents), documents).isPassed)
  }

  @Test("the proof is told what refers to what, by the fields that the search has")
  func tellsReferences() async throws {
    let catalogue = TestCatalogue(templates: [:]) {
      TestRecord(
        "programmes/a", "甲計画", yomi: "こうけいかく",
        "ministries: [METI]\nagencies: [{to: 丙機構, role: 事務局}]",
        body: "[[乙省]]にふれる。\n")
      TestRecord("ministries/m", "乙省", yomi: "おつしょう", "aliases: [METI]")
      TestRecord("agencies/n", "丙機構", yomi: "へいきこう")
    }
    let (documents, references) = try await Self.documents(catalogue)
    #expect(
      Set(references) == [
        .init(from: "programmes/a/", to: "ministries/m/"),
        .init(from: "programmes/a/", to: "agencies/n/"),
      ])
    let proof = await SearchProof.run(documents, references: references)
    #expect(proof.isPassed, "\(proof.faults)")
  }
}
