import CatalogueModel
import Diagnostics
import JapaneseText
import Mustache
import TestSupport
import Testing
import Workspace

@testable import CataloguePages

@Suite("Pictures made of the data")
struct PictureTests {
  @Test("each prefecture has a tile of its own")
  func hasTiles() {
    let tiles = Prefecture.all.map(\.tile)
    #expect(tiles.count == 47)
    #expect(Set(tiles.map { "\($0.column) \($0.row)" }).count == 47)
    #expect(tiles.allSatisfy { (1...Prefecture.columns).contains($0.column) })
    #expect(tiles.allSatisfy { (1...Prefecture.rows).contains($0.row) })
    #expect(Prefecture(named: "京都府")?.shortName == "京都")
    #expect(Prefecture(named: "北海道")?.shortName == "北海道")
    #expect(Prefecture(named: "東京") == nil)
  }

  /// A catalogue of bases in places.
  private static func bases(_ places: [String], values: String = "[茨城県, 東京都, 大阪府]") -> TestCatalogue
  {
    var catalogue = TestCatalogue()
    catalogue.definition = catalogue.definition.replacing(
      "  pages:\n",
      with: "  bases:\n    label: 拠点\n    facets: [pref]\n    fields:\n"
        + "      pref: {type: enumeration, list: true, label: 都道府県, role: place, values: \(values)}\n"
        + "  pages:\n")
    catalogue.records = places.enumerated().map { number, place in
      TestRecord("bases/b\(number)", "拠点\(number)", "pref: [\(place)]")
    }
    return catalogue
  }

  /// `name count level` of the prefectures that have records.
  private func tiles(_ catalogue: TestCatalogue) async throws -> [String]? {
    let site = try await catalogue.context()
    let collection = try #require(site.catalogue.schema.collections.first { $0.key == "bases" })
    guard case .object(let view)? = PrefectureTiles(collection, in: site)?.view,
      case .list(let tiles)? = view["tiles"]
    else { return nil }
    #expect(tiles.count == 47)
    return tiles.compactMap { tile in
      guard case .object(let tile) = tile, case .text(let name)? = tile["name"],
        case .text(let count)? = tile["count"], case .number(let level)? = tile["level"],
        case .text(let path)? = tile["path"]
      else { return nil }
      #expect(path.isEmpty == (count == "0"))
      return count == "0" ? nil : "\(name) \(count) \(level)"
    }
  }

  @Test("a list narrowed by prefectures has a map; records in two of them count in both")
  func countsPrefectures() async throws {
    let places = Array(repeating: "東京都", count: 7) + ["茨城県, 東京都", "茨城県", "大阪府"]
    #expect(try await tiles(Self.bases(places)) == ["茨城県 2 2", "東京都 8 4", "大阪府 1 1"])
  }

  @Test("places that are no prefectures, and a single place, have no map")
  func needsPrefectures() async throws {
    #expect(try await tiles(Self.bases(["東京都", "つくば"], values: "[東京都, つくば]")) == nil)
    #expect(try await tiles(Self.bases(["東京都", "東京都"])) == nil)
  }

  /// The steps of the line of a record, `甲 / 乙, 丙 / *丁`.
  private func line(_ id: String, _ catalogue: TestCatalogue) async throws -> String? {
    let resolved = try await catalogue.resolved()
    let index = try #require(resolved.records.indices.first { resolved.records[$0].id.text == id })
    let lines = RecordLine.lines(of: index, in: resolved)
    guard case .object(let view)? = lines.first?.view(of: index, in: resolved),
      case .list(let steps)? = view["steps"]
    else { return nil }
    return steps.map { step -> String in
      guard case .object(let step) = step, case .list(let records)? = step["records"] else {
        return ""
      }
      return records.map { record -> String in
        guard case .object(let record) = record, case .text(let title)? = record["title"],
          case .text(let years)? = record["years"], case .flag(let isOwn)? = record["is_own"]
        else { return "" }
        return (isOwn ? "*" : "") + title + years
      }.joined(separator: ", ")
    }.joined(separator: " / ")
  }

  private static var family: TestCatalogue {
    var catalogue = TestCatalogue {
      TestRecord("programmes/a", "甲", yomi: "こう", "fiscal_years: [2015年度, 2016年度]")
      TestRecord(
        "programmes/b", "乙", yomi: "おつ", "related: [{to: 甲, as: 前身}]\nfiscal_years: [2017年度]")
      TestRecord("programmes/c", "丙", yomi: "へい", "related: [{to: 乙, as: 前身}, {to: 丁, as: 後継}]")
      TestRecord("programmes/d", "丁", yomi: "てい", "related: [{to: 甲, as: 後継}]")
      TestRecord("programmes/e", "戊", yomi: "ぼ", "related: [{to: 己, as: 前身}]")
      TestRecord("programmes/f", "己", yomi: "き")
    }
    catalogue.definition = catalogue.definition.replacing(
      "関連: 関連}\n", with: "関連: 関連}\n        sequence: [前身, 後継]\n")
    return catalogue
  }

  @Test("a line goes over several steps, whoever wrote them, and ends where it comes back")
  func followsLines() async throws {
    // 丁 says that 甲 came after it: the line is a ring, in which each stands once.
    #expect(
      try await line("programmes/c", Self.family)
        == "丁 / 甲2015年度〜2016年度 / 乙2017年度 / *丙")
    #expect(try await line("programmes/e", Self.family) == nil)
    var plain = Self.family
    plain.definition = TestCatalogue.definition
    #expect(try await line("programmes/c", plain) == nil)
  }

  @Test("who follows a follower stands behind it, from wherever one looks")
  func followsTheLongestWay() async throws {
    var catalogue = Self.family
    catalogue.records = [
      TestRecord("programmes/a", "甲", yomi: "こう"),
      TestRecord("programmes/b", "乙", yomi: "おつ", "related: [{to: 甲, as: 前身}]"),
      TestRecord(
        "programmes/c", "丙", yomi: "へい", "related: [{to: 乙, as: 前身}, {to: 甲, as: 前身}]"),
      TestRecord("programmes/d", "丁", yomi: "てい", "related: [{to: 丙, as: 前身}]"),
    ]
    #expect(try await line("programmes/a", catalogue) == "*甲 / 乙 / 丙 / 丁")
    #expect(try await line("programmes/b", catalogue) == "甲 / *乙 / 丙 / 丁")
    #expect(try await line("programmes/d", catalogue) == "甲 / 乙 / 丙 / *丁")
    // A ring beside the record ends, and each of its records stands once.
    catalogue.records.append(
      TestRecord("programmes/e", "戊", yomi: "ぼ", "related: [{to: 丁, as: 前身}, {to: 丁, as: 後継}]"))
    #expect(try await line("programmes/a", catalogue) == "*甲 / 乙 / 丙 / 丁, 戊")
  }

  @Test("a map tells what its shades mean, and how many have no place")
  func tellsShades() async throws {
    let places = Array(repeating: "東京都", count: 8) + ["茨城県", "茨城県", "大阪府"]
    var catalogue = Self.bases(places)
    catalogue.records.append(TestRecord("bases/none", "無"))
    let site = try await catalogue.context()
    let collection = try #require(site.catalogue.schema.collections.first { $0.key == "bases" })
    guard case .object(let view)? = PrefectureTiles(collection, in: site)?.view else {
      Issue.record("no map")
      return
    }
    #expect(view["shades"] == .text("1件、2件、3〜4件、5件以上") && view["unplaced"] == .text("1"))
  }

  @Test(
    "a sequence names two words that are each other's inverse",
    arguments: ["[前身]", "[前身, 上位]", "前身", "[前身, 後継, 関連]", "[先, 後]"])
  func checksSequences(_ words: String) async {
    var catalogue = Self.family
    catalogue.definition = catalogue.definition.replacing(
      "sequence: [前身, 後継]", with: "sequence: \(words)")
    let faults = await catalogue.checked().report.diagnostics
    #expect(faults.map(\.code) == [.definitionInvalid])
  }
}
