import ByteWriting
import CatalogueModel
import CatalogueViews
import Foundation
import TestSupport
import Testing

@testable import CatalogueExport

@Suite("catalogue.json")
struct CatalogueJSONTests {
  private func parsed(_ catalogue: TestCatalogue) async throws -> [String: Any] {
    let text = try exported("catalogue.json", of: try await catalogue.resolved())
    return try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("it parses whatever the catalogue holds")
  func parses() async throws {
    let mentionOnly = TestCatalogue {
      TestRecord("programmes/a", "甲", body: "[[乙]]にふれる。\n")
      TestRecord("programmes/b", "乙")
    }
    for catalogue in [
      TestCatalogue.full, TestCatalogue(), mentionOnly,
      TestCatalogue { TestRecord("programmes/a", "甲") },
    ] {
      let json = try await parsed(catalogue)
      #expect(Set(json.keys) == ["records", "edges", "collections"])
    }
    #expect((try await parsed(mentionOnly)["edges"] as? [Any])?.count == 1)
  }

  @Test("a record has the shape of the content model")
  func hasShape() async throws {
    let records = try #require(try await parsed(.full)["records"] as? [[String: Any]])
    for record in records {
      #expect(
        Set(record.keys) == [
          "id", "collection", "url", "title", "yomi", "aliases", "summary", "fields", "budget",
          "sources",
        ])
    }
    let record = try #require(records.first { $0["id"] as? String == "q-leap" })
    #expect(record["collection"] as? String == "programmes")
    #expect(record["url"] as? String == "/programmes/q-leap/")
    #expect(record["title"] as? String == "量子フラッグシップ <Q-LEAP>")
    #expect(record["yomi"] as? String == "りょうしふらっぐしっぷ")
    #expect(record["aliases"] as? [String] == ["Q-LEAP", "=量子\"計画\", ほか"])
    let budget = try #require(record["budget"] as? [[String: Any]])
    #expect(budget.count == 5)
    #expect(
      budget[0] as NSDictionary == [
        "fiscalYear": 2020, "stage": "当初", "yen": 3_200_000_000, "printed": "32億円",
        "note": NSNull(),
      ])
    #expect(
      budget[4] as NSDictionary == [
        "fiscalYear": 2021, "stage": NSNull(), "yen": NSNull(), "printed": NSNull(), "note": "未定",
      ])
    #expect(
      record["sources"] as? [[String: String]] == [
        ["document": "hakusho", "at": "第2部①"], ["document": "hakusho", "at": "第3部"],
      ])
    let fields = try #require(record["fields"] as? [String: Any])
    #expect(fields["fiscal_years"] as? [Int] == [2018, 2020])
    #expect(fields["period"] as? String == "2018-04-01/..")
    #expect(fields["open"] as? Bool == true)
    #expect(fields["number"] as? Int == 24)
    #expect(fields["started"] as? String == "2018-11-15")
    #expect(fields["moment"] as? NSDictionary == ["fiscalYear": 2018])
    #expect(fields["ceiling"] as? NSDictionary == ["yen": 100_000_000, "printed": "1億円"])
    #expect(
      (fields["agencies"] as? [NSDictionary])?.last == [
        "to": "agencies/jst", "title": "科学技術振興機構", "role": "実施",
      ])
    #expect(fields["budget"] == nil && fields["sources"] == nil && fields["title"] == nil)
  }

  @Test("every edge joins records of the file, and every connexion is there")
  func hasEdges() async throws {
    let json = try await parsed(.full)
    let records = try #require(json["records"] as? [[String: Any]])
    let keys = Set(
      records.compactMap { record in
        (record["collection"] as? String).flatMap { key in
          (record["id"] as? String).map { key + "/" + $0 }
        }
      })
    let edges = try #require(json["edges"] as? [[String: Any]])
    for edge in edges {
      #expect(Set(edge.keys) == ["from", "relation", "to", "attributes"])
      #expect(keys.contains(edge["from"] as? String ?? ""), "\(edge)")
      if !(edge["to"] is NSNull) { #expect(keys.contains(edge["to"] as? String ?? ""), "\(edge)") }
    }
    let related = edges.filter { $0["relation"] as? String == "related" }
    #expect(
      related.compactMap { ($0["attributes"] as? [String: String])?["as"] }.sorted() == [
        "前身", "後継", "関連", "関連",
      ])
    #expect(
      edges.contains {
        $0["relation"] as? String == "mentions" && $0["from"] as? String == "programmes/q-leap"
          && $0["to"] as? String == "agencies/jst"
      })
    #expect(edges.contains { $0["relation"] as? String == "prizes" && $0["to"] is NSNull })
  }

  @Test("collections and fields have the names that people know, with their roles")
  func hasNames() async throws {
    let collections = try #require(try await parsed(.full)["collections"] as? [[String: Any]])
    #expect(
      collections.compactMap { $0["key"] as? String } == [
        "programmes", "ministries", "agencies", "documents",
      ])
    #expect(collections[0]["label"] as? String == "施策")
    let fields = try #require(collections[0]["fields"] as? [[String: String]])
    #expect(fields[0] == ["key": "title", "label": "名称", "role": "title"])
    #expect(fields.contains(["key": "ministries", "label": "所管", "role": "responsible"]))
    #expect(fields.contains(["key": "ceiling", "label": "上限額"]))
  }

  @Test(
    "the digest of a text is that of what it says, not of how it is wrapped",
    arguments: [
      ("経済産業省の計画。\nつぎの行。\n", "経済産業省の\n計画。つぎの行。\n", true),
      ("plain words here\n", "plain   words\n  here\n\n", true),
      ("- 甲\n- 乙\n", "* 甲\n\n\n* 乙\n", true), ("*強く*言う\n", "_強く_ 言う\n", false),
      ("# 題 #\n\n文。\n", "題\n===\n文。\n", true), ("", "\n\n", true), ("文。\n", "", false),
      ("文。\n", "文！\n", false), ("[[乙]]と。\n", "[[おつ]]と。\n", true),
      ("[[乙]]と。\n", "乙と。\n", false), ("[[乙]]と。\n", "[[乙|丙]]と。\n", false),
      ("[丙](b.md)と。\n", "[丙](/programmes/b/)と。\n", true),
      ("[[乙]]と[[乙]]。\n", "[[乙]]と[[甲]]。\n", false),
      ("[甲](https://a.jp)\n", "[甲](https://b.jp)\n", false),
      ("- 甲\n", "1. 甲\n", false), ("## 題\n\n文。\n", "文。\n\n## 題\n", false),
      ("甲と**乙**\n", "甲と乙\n", false), ("{甲|こう}\n", "{甲|きのえ}\n", false),
      ("```\na  b\n```\n", "```\na b\n```\n", false), ("甲  \n乙\n", "甲\n乙\n", false),
      ("| 甲 | 乙 |\n|--|--|\n| 1 | 2 |\n", "|甲|乙|\n|---|-----|\n|1|2|\n", true),
      ("| 甲 | 乙 |\n|--|--|\n| 1 | 2 |\n", "|甲|乙|\n|---|--:|\n|1|2|\n", false),
    ])
  func digestsTexts(_ one: String, _ other: String, _ isSame: Bool) async throws {
    func digest(_ body: String) async throws -> String? {
      let catalogue = TestCatalogue {
        TestRecord("programmes/a", "甲", body: body)
        TestRecord("programmes/b", "乙", "aliases: [おつ]")
      }
      let outputs = CatalogueJSON().outputs(of: try await catalogue.resolved())
      #expect(outputs.count { $0.textDigest != nil } == 2)
      return outputs.first { $0.path == "programmes/a/index.json" }?.textDigest
    }
    let (first, second) = (try await digest(one), try await digest(other))
    #expect((first == second) == isSame)
    for found in [first, second] { #expect(found?.wholeMatch(of: /[0-9a-f]{16}/) != nil) }
  }

  @Test("the budget is the field with that role, and a field called budget is a field like others")
  func asksForRoles() async throws {
    let catalogue = try await TestCatalogue.events.resolved()
    let json = try exported("catalogue.json", of: catalogue)
    let record = try #require(json.split(separator: "\n").first { $0.contains("events/fair") })
    #expect(
      record.contains("\"budget\":[\"当初のみ\"],\"spent\":[{\"fiscalYear\":2012,\"stage\":\"決算\""))
    #expect(record.contains("},\"budget\":[{\"fiscalYear\":2012,\"stage\":\"当初\",\"yen\":5000000"))
    #expect(!record.contains("yosan"))
    let budgets = cells(of: try exported("data/budgets.csv", of: catalogue))
    #expect(budgets.dropFirst().map { $0[5] } == ["当初"])
  }

  @Test("the file beside a record's page is the same object")
  func matchesSingleFile() async throws {
    let catalogue = try await TestCatalogue.full.resolved()
    let whole = try exported("catalogue.json", of: catalogue)
    for index in catalogue.records.indices where !catalogue.collection(of: index).isHidden {
      var out = ByteWriter()
      RecordJSON(catalogue).append(index, to: &out)
      #expect(whole.contains(String(decoding: out.bytes, as: UTF8.self)))
    }
    #expect(!whole.contains("pages/about"))
  }

  @Test("files have the same bytes in whatever order and however often they are asked for")
  func isAskedInAnyOrder() async throws {
    let catalogue = try await TestCatalogue.full.resolved()
    func files() -> [Output] {
      CatalogueJSON().outputs(of: catalogue).filter { $0.path.hasSuffix(".json") }
    }
    func bytes(_ output: Output) throws -> [UInt8] { try output.bytes() }
    // Each of them made by files that nobody has asked yet.
    let expected = try files().indices.map { try bytes(files()[$0]) }
    let reused = files()
    let places = Array(reused.indices)
    for order in [places, places.reversed(), places + places, places.suffix(1) + places] {
      for place in order { #expect(try bytes(reused[place]) == expected[place]) }
    }
    #expect(reused.last?.path == "catalogue.json")
    #expect(
      reused.count == 1 + catalogue.records.indices.count { !catalogue.collection(of: $0).isHidden }
    )
  }

  @Test("it keeps to its schema")
  func keepsToSchema() async throws {
    for catalogue in [TestCatalogue.full, TestCatalogue()] {
      let resolved = try await catalogue.resolved()
      let schema = try JSONSchema(Array(try exported("catalogue.schema.json", of: resolved).utf8))
      #expect(schema.faults(of: try await parsed(catalogue)) == [])
      #expect(schema.faults(of: ["records": [["id": ""]]]) != [])
    }
  }
}
