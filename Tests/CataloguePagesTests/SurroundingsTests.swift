import CatalogueModel
import Diagnostics
import JapaneseText
import Mustache
import TestSupport
import Testing
import Workspace

@testable import CataloguePages

@Suite("What surrounds a record")
struct SurroundingsTests {
  /// A ministry with as many programmes as asked for, the first of which names two agencies and a ministry.
  private static func ministry(_ count: Int, title: String = "施策") -> TestCatalogue {
    var catalogue = TestCatalogue {
      TestRecord("ministries/m", "省", yomi: "しょう", "order: 1")
      TestRecord("ministries/n", "庁", yomi: "ちょう", "order: 2")
      TestRecord("agencies/a", "甲", yomi: "こう")
      TestRecord("agencies/b", "乙", yomi: "おつ")
    }
    catalogue.records += (0..<count).map { number in
      TestRecord(
        "programmes/p\(number)", "\(title)\(number)",
        "ministries: [省]" + (number == 0 ? "\nagencies: [甲, 乙, 庁]" : ""))
    }
    return catalogue
  }

  private func surroundings(
    _ id: String, _ catalogue: Catalogue
  ) throws -> RecordSurroundings? {
    let index = try #require(
      catalogue.records.indices.first { catalogue.records[$0].id.text == id })
    let groups = RecordRelations(catalogue: catalogue).groups(of: index)
    return RecordSurroundings(of: index, others: groups, in: catalogue)
  }

  private func svg(_ surroundings: RecordSurroundings?, _ catalogue: Catalogue) -> String {
    guard
      case .object(let view)? = surroundings?.view(["programmes-related-後継": "後"], in: catalogue),
      case .html(let bytes)? = view["drawing"]
    else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("a record with few neighbours has no drawing", arguments: [(5, false), (6, true)])
  func asksForNeighbours(_ count: Int, _ isDrawn: Bool) async throws {
    let catalogue = try await Self.ministry(count).resolved()
    #expect((try surroundings("ministries/m", catalogue) != nil) == isDrawn)
  }

  @Test("those whom it names stand by relation and collection, then those who name it")
  func groupsNeighbours() async throws {
    var definition = Self.ministry(1)
    definition.records += (0..<3).map {
      TestRecord("programmes/q\($0)", "後\($0)", "related: [{to: 施策0, as: 前身}]")
    }
    let catalogue = try await definition.resolved()
    let drawn = try #require(try surroundings("programmes/p0", catalogue))
    #expect(
      drawn.groups.map { "\($0.label) \($0.records.count) \($0.key ?? "-")" } == [
        "所管 1 -", "実施機関（府省庁） 1 -", "実施機関（機関） 2 -", "関連施策（後継） 3 programmes-related-後継",
      ])
    let svg = svg(drawn, catalogue)
    #expect(svg.contains("<a href=\"../../agencies/a/\"><path d=\"M"))
    #expect(svg.contains("href=\"#section-facts\""))
    #expect(svg.contains("href=\"#%E5%BE%8C\""))
    #expect(svg.contains(">実施機関（府省庁） 1件</text>"))
    #expect(!svg.contains("style="))
  }

  @Test("a record that names many and that none names has the section of its drawing")
  func hasSection() async throws {
    var catalogue = Self.ministry(1)
    catalogue.records += (0..<3).map { TestRecord("agencies/x\($0)", "機関\($0)") }
    catalogue.records.append(
      TestRecord("programmes/z", "皆", "agencies: [甲, 乙, 庁, 機関0, 機関1, 機関2]"))
    let site = try await catalogue.context()
    let page = try #require(RecordPage.pages(of: site).first { $0.path == "programmes/z/" })
    #expect(page.anchors(in: site).contains("section-relations"))
  }

  @Test("of many neighbours a few are drawn, each group in turn, and the headings count all")
  func cutsGroups() async throws {
    let catalogue = try await Self.ministry(300).resolved()
    let drawn = try #require(try surroundings("ministries/m", catalogue))
    #expect(drawn.groups.map(\.shown) == [RecordSurroundings.limit])
    let svg = svg(drawn, catalogue)
    #expect(svg.contains(">所管施策 300件（図に24件）</text>"))
    #expect(svg.matches(of: /<(?!\/)/).count < 150)
    #expect(svg.utf8.count < 6_000)
  }

  @Test("long names end with a sign, and what they hold stays text")
  func cutsNames() async throws {
    let title = "<b>&" + String(repeating: "長い名前", count: 20)
    let catalogue = try await Self.ministry(6, title: title).resolved()
    let svg = svg(try surroundings("ministries/m", catalogue), catalogue)
    #expect(svg.contains(">&lt;b&gt;&amp;長い名前長い名前長い名前…</text>"))
    #expect(!svg.contains("<b>"))
    let own = try await Self.ministry(6).resolved()
    #expect(self.svg(try surroundings("ministries/m", own), own).contains(">省</tspan>"))
  }

  @Test(
    "no line of a name begins or ends with what must not",
    arguments: [
      ["イノベーションソリューショ", "ン"], ["国際連携を深めるための（", "仮称）の会"], ["スーパーコンピューティ", "ーー"],
      ["いろはにほへとちりぬる", "っか"],
    ])
  func keepsKinsoku(_ parts: [String]) async throws {
    let title = parts.joined() + "、新しい取組の名前"
    var definition = Self.ministry(6)
    definition.records[0] = TestRecord("ministries/m", title, yomi: "しょう", "order: 1")
    for place in definition.records.indices.dropFirst(4) {
      definition.records[place] = TestRecord(
        "programmes/p\(place)", "施策\(place)", "ministries: [\"\(title)\"]")
    }
    let catalogue = try await definition.resolved()
    let svg = svg(try surroundings("ministries/m", catalogue), catalogue)
    let lines = svg.matches(of: /<tspan[^>]*>([^<]*)</).map { String($0.1) }
    #expect(lines.count > 1 && lines.joined() == title)
    #expect(lines.dropFirst().allSatisfy { !LineEnd.never(begins: $0.first ?? "、") })
    #expect(lines.dropLast().allSatisfy { !LineEnd.never(ends: $0.last ?? "（") })
  }

  @Test("a heading that is too long keeps the word that tells it from others")
  func keepsWords() async throws {
    var definition = Self.ministry(1)
    definition.definition = definition.definition.replacing(
      "label: 関連施策", with: "label: 長い名前で関連する施策の見出し")
    definition.records += (0..<30).map {
      TestRecord("programmes/q\($0)", "後\($0)", "related: [{to: 施策0, as: 前身}]")
    }
    let catalogue = try await definition.resolved()
    let svg = svg(try surroundings("programmes/p0", catalogue), catalogue)
    #expect(svg.matches(of: /長い[^（<]*…（後継） 30件（図に\d+件）</).count == 1)
  }
}
