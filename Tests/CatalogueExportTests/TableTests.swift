import CatalogueModel
import CatalogueViews
import Foundation
import TestSupport
import Testing

@testable import CatalogueExport

@Suite("CSV tables")
struct TableTests {
  private static let paths = [
    "data/programmes.csv", "data/ministries.csv", "data/agencies.csv", "data/documents.csv",
    "data/budgets.csv", "data/measures.csv", "data/relations.csv",
  ]

  @Test(
    "every table opens in a spreadsheet: BOM, CRLF, as many cells in every row, no formula",
    arguments: paths)
  func isSafe(_ path: String) async throws {
    for catalogue in [TestCatalogue.full, TestCatalogue()] {
      let text = try exported(path, of: try await catalogue.resolved())
      #expect(text.unicodeScalars.first == "\u{FEFF}")
      #expect(text.hasSuffix("\r\n"))
      #expect(!text.replacing("\r\n", with: "").contains { $0 == "\n" || $0 == "\r" })
      let rows = cells(of: text)
      #expect(Set(rows.map(\.count)).count == 1)
      #expect(Set(rows[0]).count == rows[0].count)
      for cell in rows.joined() where Double(cell) == nil {
        #expect(
          !cell.hasPrefix("=") && !cell.hasPrefix("+") && !cell.hasPrefix("@")
            && !cell.hasPrefix("-"))
      }
    }
  }

  @Test("a collection's table has the fields with one value, and references by id")
  func writesCollections() async throws {
    let catalogue = try await TestCatalogue.full.resolved()
    let rows = cells(of: try exported("data/programmes.csv", of: catalogue))
    #expect(
      rows[0] == [
        "id", "url", "title", "yomi", "summary", "english", "updated", "kind", "period", "ceiling",
        "started", "moment", "open", "number", "address", "detail",
      ])
    let row = try #require(rows.first { $0[0] == "q-leap" })
    #expect(
      row == [
        "q-leap", "/programmes/q-leap/", "量子フラッグシップ <Q-LEAP>", "りょうしふらっぐしっぷ",
        "量子技術の<研究>開発を「一体」で進める & 広げる。", "Quantum Leap", "2021-04-01", "研究開発", "2018-04-01/..",
        "100000000", "2018-11-15", "2018年度", "はい", "24", "https://example.jp/q?a=1&b=2", "**太字**",
      ])
    let ministries = cells(of: try exported("data/ministries.csv", of: catalogue))
    #expect(ministries.first { $0[0] == "jpo" }?.last == "meti")
    #expect(ministries.first { $0[0] == "mext" }?.last?.isEmpty == true)
  }

  @Test("an amount that is not told is an empty cell, not 0")
  func writesBudgets() async throws {
    let rows = cells(
      of: try exported("data/budgets.csv", of: try await TestCatalogue.full.resolved()))
    #expect(rows.count == 7)
    let own = rows.filter { $0[1] == "q-leap" }.map { Array($0[3...]) }
    #expect(own[0] == ["2020", "令和2年度", "当初", "3200000000", "32億円", ""])
    #expect(own[3] == ["2020", "令和2年度", "当初", "500000000", "5億円", "内数"])
    #expect(own[4] == ["2021", "令和3年度", "", "", "", "未定"])
  }

  @Test(
    "a measured value is a bare number, negative or with a point, with its printed form beside it")
  func writesMeasures() async throws {
    let rows = cells(
      of: try exported("data/measures.csv", of: try await TestCatalogue.full.resolved()))
    #expect(
      rows.dropFirst().map { Array($0[3...]) } == [
        ["採択", "2018年度", "2018", "1208", "件", "1,208", "", "第2部①"],
        ["採択", "2019年度", "2019", "25451", "件", "2万5,451", "", ""],
        ["採択", "2020年度", "2020", "0", "件", "0", "速報", ""],
        ["伸び", "2020-09", "", "-1.50", "％", "△1.50", "", ""],
      ])
  }

  @Test("every edge has a row, and one more for each further attribute")
  func writesRelations() async throws {
    let catalogue = try await TestCatalogue.full.resolved()
    let rows = cells(of: try exported("data/relations.csv", of: catalogue)).dropFirst()
    let attributes = catalogue.edges.map { max(1, $0.attributes.count { $0 != nil }) }
    #expect(rows.count == attributes.reduce(0, +))
    #expect(
      rows.contains([
        "programmes", "q-leap", "量子フラッグシップ <Q-LEAP>", "agencies", "実施機関", "agencies", "jst",
        "科学技術振興機構", "役割", "実施",
      ]))
    #expect(
      rows.contains(["agencies", "jst", "科学技術振興機構", "prizes", "賞", "", "", "", "賞の名称", "会長賞"]))
  }

  @Test("what hidden records say is in no table")
  func leavesHiddenOut() async throws {
    var catalogue = TestCatalogue()
    catalogue.definition = catalogue.definition.replacing(
      "hidden: true\n    fields: {}",
      with: """
        hidden: true
            fields:
              about: {type: reference, label: 対象, to: [ministries], inverse: 案内}
        """)
    catalogue.records = [
      TestRecord("ministries/meti", "経済産業省"), TestRecord("pages/draft", "控え", "about: 経済産業省"),
      TestRecord("programmes/a", "施策", "ministries: [経済産業省]"),
    ]
    let resolved = try await catalogue.resolved()
    #expect(resolved.edges.count == 2)
    for path in Self.paths {
      let rows = cells(of: try exported(path, of: resolved))
      #expect(!rows.joined().contains("draft"), "\(path)")
    }
    let relations = cells(of: try exported("data/relations.csv", of: resolved))
    #expect(relations.dropFirst().map { $0[1] } == ["a"])
  }

  @Test("the data package names every table with its columns, in their order")
  func describesTables() async throws {
    let catalogue = try await TestCatalogue.full.resolved()
    let text = try exported("data/datapackage.json", of: catalogue)
    let package = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let resources = try #require(package["resources"] as? [[String: Any]])
    let tables = Exports.all.flatMap { $0.outputs(of: catalogue) }.filter {
      $0.path.hasSuffix(".csv")
    }
    #expect(
      Set(resources.compactMap { ($0["path"] as? String).map { "data/" + $0 } })
        == Set(tables.map(\.path)))
    for resource in resources {
      let path = try #require(resource["path"] as? String)
      let schema = try #require(resource["schema"] as? [String: Any])
      let fields = try #require(schema["fields"] as? [[String: String]])
      let rows = cells(of: try exported("data/" + path, of: catalogue))
      #expect(fields.map { $0["name"] } == rows[0], "\(path)")
      #expect(fields.allSatisfy { $0["title"]?.isEmpty == false })
      for row in rows.dropFirst() {
        for (field, cell) in zip(fields, row) where field["type"] == "integer" && !cell.isEmpty {
          #expect(Int(cell) != nil, "\(path) \(field)")
        }
      }
    }
    let programmes = try #require(resources.first { $0["name"] as? String == "programmes" })
    #expect("\(programmes)".contains("integer"))
  }
}
