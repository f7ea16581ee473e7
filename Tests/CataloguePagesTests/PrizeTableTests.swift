import CatalogueModel
import Mustache
import TestSupport
import Testing

@testable import CataloguePages

@Suite("The table of the winners of an award")
struct PrizeTableTests {
  /// A catalogue of contests with other keys than the shipped one.
  private static func definition(facets: String) -> String {
    """
    site: {title: 試験, base_url: https://example.jp/}
    common:
      title: {type: text, required: true}
      yomi: {type: reading}
      summary: {type: text}
    collections:
      contests:
        label: 大会
        fields:
          medals:
            type: reference
            list: true
            open: true
            label: メダル
            to: [people]
            inverse: 授ける賞
            edge: {of: {type: text, role: prize, required: true}, number: {type: text}}
      entries:
        label: 作品
        facets: [\(facets)]
        fields:
          won:
            type: reference
            list: true
            label: 受賞
            to: [contests]
            inverse: 入賞作
            edge: {medal: {type: text, label: メダル, role: prize}, year: {type: text, label: 回, role: round}}
          makers: {type: reference, list: true, label: 作者, to: [people], inverse: 作品, role: responsible}
      people:
        label: 人
        fields: {}

    """
  }

  /// The catalogue with a contest that gives three medals.
  private func catalogue(
    facets: String = "", @TestRecordBuilder _ entries: () -> [TestRecord]
  ) -> TestCatalogue {
    var catalogue = TestCatalogue(
      definition: Self.definition(facets: facets))
    catalogue.records =
      [
        TestRecord("contests/cup", "杯", "medals: [{of: 金, to: 花子}, {of: 銀}, {of: 銅}]"),
        TestRecord("people/hanako", "花子"), TestRecord("people/taro", "太郎"),
      ] + entries()
    return catalogue
  }

  private func group(_ label: String, _ path: String, of catalogue: TestCatalogue) async throws
    -> (view: View, needsPage: Bool)
  {
    let site = try await catalogue.context()
    let index = try #require(
      site.catalogue.records.indices.first {
        site.catalogue.path(of: $0) == path
      })
    let groups = RecordRelations(catalogue: site.catalogue).groups(of: index)
    let group = try #require(groups.first { $0.label == label })
    let view = group.view(of: index, anchor: "a", in: site)
    #expect(view.conforms(to: RelationGroup.shape) == [])
    return (view, group.needsPage)
  }

  /// `round: prize: title(owner、owner)` for each line of the table.
  private func lines(_ group: View) -> [String] {
    list(value(value(group, "prizes"), "rounds")).flatMap { round in
      list(value(round, "prizes")).flatMap { prize in
        list(value(prize, "winners")).map { winner in
          let owners = list(value(winner, "owners")).map { text(value($0, "title")) }
          let round = text(value(round, "round"))
          return "\(round): \(text(value(prize, "prize"))): \(text(value(winner, "title")))"
            + (owners.isEmpty ? "" : "(\(owners.joined(separator: "、")))")
        }
      }
    }
  }

  private func value(_ view: View?, _ name: String) -> View? {
    if case .object(let object)? = view { object[ViewName(name)] } else { nil }
  }

  private func list(_ view: View?) -> [View] {
    if case .list(let views)? = view { views } else { [] }
  }

  private func text(_ view: View?) -> String {
    if case .text(let text)? = view { text } else { "?" }
  }

  @Test("rounds stand with the newest first, and prizes in the contest's own order")
  func ordersLines() async throws {
    let group = try await group(
      "入賞作", "contests/cup/",
      of: catalogue {
        TestRecord("entries/a", "甲", "won: [{to: 杯, medal: 銅, year: 第9回}]\nmakers: [太郎, 花子]")
        TestRecord(
          "entries/b", "乙", "won: [{to: 杯, medal: 金, year: 第9回}, {to: 杯, medal: 銀, year: 第10回}]")
        TestRecord("entries/c", "丙", "won: [{to: 杯, medal: 特別賞, year: 第9回}]")
        TestRecord("entries/d", "丁", "won: [{to: 杯, medal: 金}]")
        TestRecord("entries/e", "戊", "won: [{to: 杯, medal: 金, year: 第9回}]")
      })
    #expect(
      lines(group.view) == [
        "第10回: 銀: 乙", "第9回: 金: 乙", "第9回: 金: 戊", "第9回: 銅: 甲(花子、太郎)", "第9回: 特別賞: 丙",
        "回の記載なし: 金: 丁",
      ])
    #expect(text(value(group.view, "item_count")) == "5")
    #expect(list(value(group.view, "items")).isEmpty)
    let table = value(group.view, "prizes")
    #expect(text(value(table, "owners_label")) == "作者")
    #expect(text(value(table, "winner_label")) == "作品")
  }

  @Test("a table without rounds has none, and the prizes that somebody gives are no table")
  func knowsWinners() async throws {
    let catalogue = catalogue {
      TestRecord("entries/a", "甲", "won: [{to: 杯, medal: 銅}]")
    }
    #expect(lines(try await group("入賞作", "contests/cup/", of: catalogue).view) == [": 銅: 甲"])
    let given = try await group("授ける賞", "people/hanako/", of: catalogue)
    #expect(value(given.view, "prizes") == View.none)
    #expect(list(value(given.view, "items")).count == 1)
  }

  @Test("more than a hundred winners lead on", arguments: [(100, false), (101, true)])
  func leadsOn(_ count: Int, _ isLong: Bool) async throws {
    let catalogue = catalogue {
      for number in 0..<count {
        TestRecord("entries/e\(number)", "作品\(number)", "won: [{to: 杯, medal: 金, year: 第1回}]")
      }
    }
    let group = try await group("入賞作", "contests/cup/", of: catalogue)
    #expect(lines(group.view).count == 100)
    #expect(value(group.view, "is_long") == .flag(isLong) && group.needsPage == isLong)
    let site = try await catalogue.context()
    #expect(SitePlan(site).pages.contains { $0 is RelationPage } == isLong)
  }

  @Test(
    "rounds are numbered",
    arguments: [
      ("第9回", 9), ("第１０回（平成30年度）", 10), ("第二十三回", 23), ("第百回", 100), ("平成30年度", 2018),
      ("2018", 2018), ("春", nil), ("", nil), ("大会3", 3), ("第回", nil),
      ("第99999999999999999999回", 99_999_999),
    ] as [(String, Int?)])
  func numbersRounds(_ name: String, _ number: Int?) {
    #expect(AwardRound(name).number == number)
  }

  @Test("rounds are in order whatever their writing")
  func ordersRounds() {
    let names = ["", "第1回", "第8回", "第10回", "春", "第九回"]
    #expect(
      names.sorted { AwardRound($0) < AwardRound($1) } == ["第10回", "第九回", "第8回", "第1回", "", "春"])
  }
}
