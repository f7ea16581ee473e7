import CatalogueModel
import Mustache
import TestSupport
import Testing

@testable import CataloguePages

@Suite("Mentions on the page of a record")
struct RecordMentionsTests {
  /// The page of `programmes/seen` in a catalogue where others name it.
  private func page(of catalogue: TestCatalogue) async throws -> ViewObject {
    let site = try await catalogue.context()
    let page = try #require(SitePlan(site).pages.first { $0.path == "programmes/seen/" })
    let view = page.view(in: site)
    #expect(View.object(view).conforms(to: .object(RecordPage.shape)) == [])
    return view
  }

  /// `collection count: title(sentence)…` for each group, with what is folded behind a slash.
  private func told(_ page: ViewObject) throws -> [String] {
    try list(page["mentions"]).map { group in
      func items(_ name: String) throws -> String {
        try list(value(group, name)).map { item in
          text(value(item, "title")) + "(\(text(value(item, "sentence"))))"
        }.joined(separator: " ")
      }
      let rest = try items("rest")
      return try "\(text(value(group, "label"))) \(text(value(group, "item_count"))): "
        + items("items") + (rest.isEmpty ? "" : " / \(rest)")
    }
  }

  private func list(_ view: View?) throws -> [View] {
    if case .list(let views)? = view { return views }
    throw Missing()
  }

  private func value(_ view: View, _ name: String) -> View? {
    if case .object(let object) = view { object[ViewName(name)] } else { nil }
  }

  private func text(_ view: View?) -> String {
    if case .text(let text)? = view { text } else { "?" }
  }

  private struct Missing: Error {}

  @Test("records that a connexion ties to it are left out, whoever wrote the connexion")
  func leavesOutConnected() async throws {
    let catalogue = TestCatalogue {
      TestRecord("programmes/seen", "主題", "ministries: [甲省]")
      TestRecord("programmes/linked", "後の施策", "related: [{to: seen, as: 前身}]", body: "[[主題]]を継ぐ。")
      TestRecord("programmes/free", "別の施策", body: "[[主題]]も見よ。")
      TestRecord("ministries/ko", "甲省", body: "[[主題]]を所管する。")
      TestRecord("ministries/otsu", "乙省", body: "[[主題]]に協力する。")
      TestRecord("documents/cites", "報告", "issuers: [乙省]", body: "[[主題]]を評した。")
      TestRecord("agencies/quiet", "機関")
    }
    let page = try await page(of: catalogue)
    #expect(
      try told(page) == [
        "施策 1: 別の施策(主題も見よ。)", "府省庁 1: 乙省(主題に協力する。)", "文書 1: 報告(主題を評した。)",
      ])
    #expect(text(page["mention_count"]) == "3")
    let contents = try list(page["contents"]).map { text(value($0, "label")) }
    #expect(contents.contains("この項目にふれている項目 3件"))
  }

  @Test("a page without any has no section for them")
  func hasNoEmptySection() async throws {
    let page = try await page(
      of: TestCatalogue {
        TestRecord("programmes/seen", "主題")
        TestRecord("programmes/linked", "後の施策", "related: [{to: seen, as: 前身}]", body: "[[主題]]を継ぐ。")
      })
    #expect(try told(page) == [])
    #expect(text(value(.object(page), "mention_count")) == "0")
    guard case .object(let sections)? = page["sections"] else { throw Missing() }
    #expect(text(sections["mentions"]) == "")
  }

  @Test("a record tells one sentence, and another record may tell the same")
  func tellsSentencesOnce() async throws {
    let page = try await page(
      of: TestCatalogue {
        TestRecord("programmes/seen", "主題")
        TestRecord("programmes/a", "あ", body: "[[主題]]を見よ。\n\nほかに[[主題]]がある。\n\n[[主題]]を見よ。")
        TestRecord("programmes/b", "い", body: "[[主題]]を見よ。")
      })
    #expect(try told(page) == ["施策 2: あ(主題を見よ。) い(主題を見よ。)"])
  }

  @Test(
    "eight of a group stand there, a hundred more are folded, and the rest is counted",
    arguments: [(8, 0, ""), (9, 1, ""), (108, 100, ""), (130, 100, "22")])
  func folds(_ count: Int, _ folded: Int, _ left: String) async throws {
    let page = try await page(
      of: TestCatalogue {
        TestRecord("programmes/seen", "主題")
        for number in 0..<count {
          TestRecord("agencies/a\(number)", "機関\(number)", body: "[[主題]]を見よ。")
        }
      })
    let group = try #require(try list(page["mentions"]).first)
    #expect(try list(value(group, "items")).count == min(8, count))
    #expect(try list(value(group, "rest")).count == folded)
    #expect(text(value(group, "left_count")) == left)
    #expect(value(group, "has_rest") == .flag(folded > 0))
    #expect(text(value(group, "item_count")) == String(count))
  }
}
