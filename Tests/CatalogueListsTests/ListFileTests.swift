import CatalogueLists
import CatalogueModel
import CatalogueViews
import Foundation
import TestSupport
import Testing

@Suite("Lists as scripts read them")
struct ListFileTests {
  /// The files of the lists of a catalogue by their names.
  private func files(of catalogue: TestCatalogue) async throws -> [String: [UInt8]] {
    let catalogue = try await catalogue.resolved()
    let facets = catalogue.schema.collections.mapped {
      FacetIndex(collection: $0.index, in: catalogue)
    }
    let outputs = await ListFolder(catalogue, facets: facets).make(workers: 2) { $0 }
    #expect(outputs.allSatisfy { $0.kind == .list && $0.path.hasPrefix(ListPath.folder) })
    return try Dictionary(
      uniqueKeysWithValues: outputs.map {
        (String($0.path.dropFirst(ListPath.folder.count)), try $0.bytes())
      })
  }

  /// What a file calls with.
  private func call(_ bytes: [UInt8]?) throws -> (key: String, data: Any) {
    let text = String(decoding: try #require(bytes), as: UTF8.self)
    #expect(text.hasPrefix("mokurokuList(") && text.hasSuffix(")\n"))
    let parts = try JSONSerialization.jsonObject(
      with: Data("[\(text.dropFirst(13).dropLast(2))]".utf8))
    let array = try #require(parts as? [Any])
    return (try #require(array.first as? String), try #require(array.last))
  }

  @Test(
    "a list has the values, the newest time and the amounts of each record, and names its texts")
  func listsValues() async throws {
    let files = try await files(of: .full)
    let (key, data) = try call(files["programmes.js"])
    #expect(key == "programmes")
    let list = try #require(data as? [String: Any])
    #expect(list["count"] as? Int == 3)
    let texts = try #require(list["texts"] as? [String])
    #expect(texts.count == 1 && texts[0].hasPrefix("programmes.1.") && files[texts[0]] != nil)
    let entries = try #require(try call(files[texts[0]]).data as? [[String]])
    let place = try #require(entries.firstIndex { $0[1] == "programmes/q-leap/" })
    #expect(entries[place][0] == "量子フラッグシップ <Q-LEAP>")
    let facets = try #require(list["facets"] as? [[String: Any]])
    let years = try #require(facets.first { $0["key"] as? String == "fiscal_years" })
    #expect(years["years"] as? Bool == true)
    let values = try #require(years["values"] as? [[String]])
    let of = try #require(years["of"] as? [Any])
    let own = try #require(of[place] as? [Int])
    #expect(own.map { values[$0][0] } == ["2018", "2020"])
    let moments = try #require((list["moment"] as? [String: Any])?["of"] as? [String])
    #expect(moments[place] == "2020")
    let amounts = try #require((list["amount"] as? [String: Any])?["of"] as? [[[Any]]])
    // 当初 and 補正 are added, 内数 is not; a year without an amount has a line all the same.
    #expect(
      amounts[place].map { "\($0)" }
        == [
          #"[2021, <null>, 1, "", "未定"]"#,
          #"[2020, 4200000000, 1, "当初＋第3次補正", "当初 5億円（内数）"]"#,
          #"[2019, 2200000000, 0, "当初", ""]"#,
        ])
    #expect((list["moment"] as? [String: Any])?["apart"] as? Bool == false)
  }

  @Test("a time that no facet shows stands with the texts, as pages and as tables have it")
  func tellsTimesApart() async throws {
    var catalogue = TestCatalogue.full
    catalogue.definition = catalogue.definition.replacing(
      "facets: [issuers]\n    fields:\n",
      with:
        "facets: [issuers]\n    fields:\n      date: {type: date_or_fiscal_year, label: 公表, role: moment}\n"
    )
    catalogue.records += [
      TestRecord("documents/month", "月報", yomi: "げっぽう", "issuers: [経済産業省]\ndate: 2021年3月"),
      TestRecord("documents/year", "年報", yomi: "ねんぽう", "issuers: [経済産業省]\ndate: 2020年度"),
    ]
    let files = try await files(of: catalogue)
    let list = try #require(try call(files["documents.js"]).data as? [String: Any])
    #expect((list["moment"] as? [String: Any])?["apart"] as? Bool == true)
    let texts = try #require((list["texts"] as? [String])?.first)
    let entries = try #require(try call(files[texts]).data as? [[String]])
    #expect(
      entries.map { Array($0.dropFirst(3)) }
        == [["令和3年3月（2021年3月）", "2021-03"], ["令和2年度（2020年度）", "2020年度"], ["", ""]])
  }

  @Test("a list names the ids of its records")
  func namesIDs() async throws {
    let files = try await files(of: .full)
    let list = try #require(try call(files["programmes.js"]).data as? [String: Any])
    let name = try #require(list["ids"] as? String)
    let (key, data) = try call(files[name])
    #expect(key == "programmes.ids" && name.hasPrefix(key + "."))
    let ids = try #require(data as? [String])
    let texts = try #require((list["texts"] as? [String])?.first)
    let entries = try #require(try call(files[texts]).data as? [[String]])
    #expect(entries.map { $0[1] } == ids.map { "programmes/\($0)/" })
  }

  @Test(
    "a list names the fields of its records, in the order of the definition, with what is said of connexions"
  )
  func namesFields() async throws {
    var catalogue = TestCatalogue.full
    catalogue.records.append(
      TestRecord("programmes/child", "子", "related: [{to: 量子フラッグシップ <Q-LEAP>, as: 上位}]"))
    let files = try await files(of: catalogue)
    let list = try #require(try call(files["programmes.js"]).data as? [String: Any])
    let fields = try #require(list["fields"] as? [String: Any])
    let labels = try #require(fields["labels"] as? [String])
    let definition = try await catalogue.resolved().schema.collections[0].fields
    let known = definition.map(\.label)
    #expect(labels == known.filter(labels.contains))
    #expect(Set(known).subtracting(labels) == ["名称", "予算"])
    let name = try #require((fields["files"] as? [String])?.first)
    let (key, data) = try call(files[name])
    #expect(key == "programmes.fields1" && name.hasPrefix(key + "."))
    let values = try #require(data as? [[[String]]])
    let idsName = try #require(list["ids"] as? String)
    let ids = try #require(try call(files[idsName]).data as? [String])
    #expect(values.count == ids.count && values.allSatisfy { $0.count == labels.count })
    let place = try #require(ids.firstIndex(of: "q-leap"))
    let own = values[place]
    let told = zip(labels, own).filter { !$1.isEmpty }.map { "\($0): \($1.joined(separator: "／"))" }
    #expect(
      told.filter { line in ["要約", "出典", "実施", "関連", "期間"].contains { line.hasPrefix($0) } } == [
        "要約: 量子技術の<研究>開発を「一体」で進める & 広げる。", "出典: 白書（第2部①）／白書（第3部）",
        "実施機関: 文部科学省（公募）／科学技術振興機構（実施）", "関連施策: 人工知能基盤（関連）／量子準備（前身）／子（下位）",
        "期間: 平成30年度〜（2018年度〜）",
      ])
  }

  @Test("five hundred records share a file of texts, whose name tells its content")
  func partsTexts() async throws {
    var many = TestCatalogue()
    many.records = (0..<501).map { TestRecord("programmes/p\($0)", "施策\($0)") }
    let files = try await files(of: many)
    let list = try #require(try call(files["programmes.js"]).data as? [String: Any])
    let texts = try #require(list["texts"] as? [String])
    let counts = try texts.map { try #require(try call(files[$0]).data as? [[String]]).count }
    #expect(counts == [500, 1])
    var other = many
    other.records[7] = TestRecord("programmes/p7", "別の施策")
    let changed = try await self.files(of: other)
    #expect(files.keys.filter { changed[$0] == nil }.count == 1)
  }

  @Test("what a page shows of the amounts is what the list has")
  func showsAmounts() async throws {
    let catalogue = try await TestCatalogue.full.resolved()
    let record = try #require(
      catalogue.records.indices.first { catalogue.records[$0].id.name == "q-leap" })
    let amounts = YearAmount.amounts(of: record, in: catalogue)
    #expect(
      amounts.map(\.text) == ["2021年度 注のある金額だけ", "2020年度 42億円（ほかに注のある金額）", "2019年度 22億円"])
  }
}
