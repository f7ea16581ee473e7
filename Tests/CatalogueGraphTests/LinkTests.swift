import CatalogueModel
import Diagnostics
import MarkdownTree
import TestSupport
import Testing

@testable import CatalogueGraph

@Suite("Links in texts")
struct LinkTests {
  private func catalogue(_ body: String) -> TestCatalogue {
    var catalogue = namedCatalogue([
      TestRecord("programmes/x", "甲計画", body: body),
      TestRecord(
        "programmes/y", "乙計画", "kind: AI戦略",
        body: "## 経緯\n\n## Q & A\n\n本文\n\n## 沿革 {#enkaku}\n\n## 経緯\n\n## ＴＩＡの役割\n"),
      TestRecord("programmes/c-sharp", "C#計画"),
    ])
    catalogue.assets = [
      "content/assets/plan.png": png(width: 640, height: 480), "content/assets/図/data.pdf": [1],
    ]
    return catalogue
  }

  /// The first 24 bytes of a PNG.
  private func png(width: Int, height: Int) -> [UInt8] {
    func number(_ value: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(value >> $0 & 255) } }
    return [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82] + number(width)
      + number(height)
  }

  private func targets(_ body: String) async throws -> (targets: [String], catalogue: Catalogue) {
    let resolved = try await catalogue(body).resolved()
    let index = try #require(resolved.records.firstIndex { $0.id.name == "x" })
    let words = resolved.links[index].map { target -> String in
      switch target {
      case .record(let record, let anchor):
        resolved.records[record].id.text + (anchor.map { "#" + $0 } ?? "")
      case .page(let path, _, let anchor): "page \(path)" + (anchor.map { "#" + $0 } ?? "")
      case .anchor(let anchor): "here #" + anchor
      case .external(let address): "external \(address)"
      case .ownAddress(_, let path): "own \(path)"
      case .asset(let path, let width, let height): "asset \(path) \(width ?? 0)x\(height ?? 0)"
      case .none: "none"
      }
    }
    return (words, resolved)
  }

  @Test(
    "a link leads where its author meant",
    arguments: [
      ("[[乙計画]]", "programmes/y"), ("[[乙計画|つぎの計画]]", "programmes/y"), ("[[産総研]]", "agencies/aist"),
      ("[[ＴＩＡ]]", "agencies/tia"), ("[[tia]]", "agencies/tia"), ("[[乙計画#経緯]]", "programmes/y#経緯"),
      ("[[乙計画#Q & A]]", "programmes/y#q-a"), ("[[乙計画#Ｑ＆Ａ]]", "programmes/y#q-a"),
      ("[[乙計画#沿革]]", "programmes/y#enkaku"), ("[[乙計画#enkaku]]", "programmes/y#enkaku"),
      ("[[乙計画#経緯-2]]", "programmes/y#経緯-2"), ("[[乙計画#TIAの役割]]", "programmes/y#ＴＩＡの役割"),
      ("[x](y.md#沿革)", "programmes/y#enkaku"),
      ("[x](/programmes/y/#TIAの役割)", "programmes/y#ＴＩＡの役割"),
      ("## 目的 {#aim}\n\n[x](#目的)", "here #aim"), ("## 目的 {#aim}\n\n[[#目的]]", "here #aim"),
      ("## 目的\n\n[[#目的|上]]", "here #目的"), ("## 目 的\n\n[[#目的]]", "here #目-的"),
      ("[[C#計画]]", "programmes/c-sharp"), ("[[agencies/oil]]", "agencies/oil"),
      ("[x](y.md)", "programmes/y"), ("[x](./y.md)", "programmes/y"),
      ("[x](../programmes/y.md)", "programmes/y"),
      ("[x](../ministries/meti.md)", "ministries/meti"),
      ("[x](/ministries/meti.md)", "ministries/meti"),
      ("[x](y.md#経緯)", "programmes/y#経緯"), ("[x](y.md#%E7%B5%8C%E7%B7%AF)", "programmes/y#経緯"),
      ("[x](/programmes/y/)", "programmes/y"), ("[x](/programmes/y)", "programmes/y"),
      ("[x](/programmes/y/index.html)", "programmes/y"),
      ("[x](/programmes/y/#経緯)", "programmes/y#経緯"),
      ("[x](/programmes/%79/)", "programmes/y"),
      ("## 目的\n\n[x](#目的)", "here #目的"), ("## 目的\n\n[x](#%E7%9B%AE%E7%9A%84)", "here #目的"),
      ("[x](https://example.org/)", "external https://example.org/"),
      ("<https://example.org/a>", "external https://example.org/a"),
      ("[x](https://example.jp/)", "own "),
      ("https://EXAMPLE.jp/programmes/y/", "own programmes/y/"),
      ("[x](http://example.jp/programmes/?q=1#a)", "own programmes/"),
      ("[x](https://example.jp.example.org/)", "external https://example.jp.example.org/"),
      ("[x](/programmes/)", "page programmes/"), ("[x](/)", "page "),
      ("[x](/fiscal-years/)", "page fiscal-years/"),
      ("[x](/programmes/by/kind/AI%E6%88%A6%E7%95%A5/)", "page programmes/by/kind/AI戦略/"),
      ("[[乙計画#section-facts]]", "programmes/y#section-facts"),
      ("![図](../assets/plan.png)", "asset assets/plan.png 640x480"),
      ("![図](/assets/plan.png)", "asset assets/plan.png 640x480"),
      ("[資料](/assets/図/data.pdf)", "asset assets/図/data.pdf 0x0"),
    ])
  func resolves(_ body: String, _ target: String) async throws {
    #expect(try await targets(body).targets == [target])
    let errors = await catalogue(body).diagnostics().filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(errors.map(\.message.japanese))")
  }

  @Test(
    "a link to nowhere is an error at its place, with what may have been meant",
    arguments: [
      ("前の[[乙計書]]です", DiagnosticCode.unknownReference, "乙計書", "乙計画"),
      ("[[ない]]", .unknownReference, "ない", nil),
      ("[[乙計画#経過]]", .unknownAnchor, "乙計画#経過", "乙計画#経緯"), ("[x](z.md)", .unknownLink, "z.md", nil),
      ("[x](../ministries/met.md)", .unknownLink, "../ministries/met.md", "/ministries/meti.md"),
      ("[x](../../../etc/passwd.md)", .unknownLink, "../../../etc/passwd.md", nil),
      ("[x](y.md#経過)", .unknownAnchor, "y.md#経過", "y.md#経緯"),
      ("[x](#section-budget)", .unknownAnchor, "#section-budget", nil),
      ("[[乙計画#section-budget]]", .unknownAnchor, "乙計画#section-budget", nil),
      ("[x](#ない)", .unknownAnchor, "#ない", nil), ("[[#ない]]", .unknownAnchor, "#ない", nil),
      ("## 目的と効果\n\n[[#目的と成果]]", .unknownAnchor, "#目的と成果", "#目的と効果"),
      ("[x](/programmes/yy/)", .unknownLink, "/programmes/yy/", "/programmes/y/"),
      (
        "[x](https://example.jp/programmes/yy/)", .unknownLink,
        "https://example.jp/programmes/yy/", "https://example.jp/programmes/y/"
      ),
      (
        "https://example.jp/programmes/yy を見る", .unknownLink, "https://example.jp/programmes/yy",
        "https://example.jp/programmes/y/"
      ),
      ("[[乙計画｜次]]", .unknownReference, "｜", "乙計画|次"),
      ("[[乙計画＃経緯]]", .unknownReference, "＃", "乙計画#経緯"),
      ("[名](https：//a.jp/)", .unknownLink, "https：//a.jp/", "https://a.jp/"),
      ("[[丙計画｜次]]", .unknownReference, "丙計画｜次", nil),
      ("[x](/programes/)", .unknownLink, "/programes/", "/programmes/"),
      ("[x](/programmes/#一覧)", .unknownAnchor, "/programmes/#一覧", nil),
      ("[x](../../content/secret/)", .unknownLink, "../../content/secret/", nil),
      ("![図](/assets/plam.png)", .imageMissing, "/assets/plam.png", "/assets/plan.png"),
      ("![図](y.md)", .imageMissing, "y.md", nil),
      ("[x](/assets/none.pdf)", .unknownLink, "/assets/none.pdf", nil),
    ] as [(String, DiagnosticCode, String, String?)])
  func findsBrokenLinks(
    _ body: String, _ code: DiagnosticCode, _ marked: String, _ suggestion: String?
  ) async throws {
    let catalogue = catalogue(body)
    let errors = await catalogue.diagnostics().filter { $0.severity == .error }
    #expect(errors.map(\.code) == [code], "\(errors.map(\.message.japanese))")
    let fault = try #require(errors.first)
    #expect(catalogue.text(at: fault.range) == marked)
    if let suggestion { #expect(fault.suggestions.contains(suggestion), "\(fault.suggestions)") }
  }

  @Test("a record lists the records whose text mentions it, once each, with the sentence")
  func listsMentions() async throws {
    let body = "はじめの文。これは[[産総研]]が**担う**計画です。次の文でも[[AIST]]と[他](../agencies/riken.md)にふれる。[[甲計画]]。\n"
    let resolved = try await targets(body).catalogue
    let mentions = resolved.mentions.map { "\(resolved.records[$0.to].id.text) \($0.sentence)" }
    #expect(
      mentions == [
        "agencies/aist これは産総研が担う計画です。", "agencies/riken 次の文でもAISTと他にふれる。",
      ], "\(mentions)")
    for (index, list) in resolved.mentionedBy.indexed {
      #expect(list.allSatisfy { resolved.mentions[$0].to == index })
    }
  }

  @Test(
    "a name is shown as it was typed, an id as the title; the texts have the same",
    arguments: [
      ("[[産総研]]は", "産総研は"), ("[[AIST]]は", "AISTは"), ("[[ＴＩＡ]]は", "ＴＩＡは"), ("[[c-sharp]]は", "C#計画は"),
      ("[[agencies/oil]]は", "オープンイノベーションラボラトリ（OIL）は"), ("[[programmes/C-SHARP]]は", "C#計画は"),
      ("[[C-Sharp]]は", "C-Sharpは"),
      ("[[y#経緯]]は", "乙計画#経緯は"), ("[[乙計画#経緯]]は", "乙計画#経緯は"), ("[[y|次]]は", "次は"),
      ("[[y]]と[[x]]は", "乙計画と甲計画は"),
      ("## 目的\n\n[[#目的]]は", "目的は"),
    ])
  func showsNames(_ body: String, _ shown: String) async throws {
    let resolved = try await targets(body).catalogue
    let index = try #require(resolved.records.firstIndex { $0.id.name == "x" })
    let text = resolved.records[index].body.sections.last.map {
      String(decoding: $0.plainText, as: UTF8.self)
    }
    #expect(text == shown)
    let mentions = resolved.mentions.map(\.sentence)
    #expect(mentions.allSatisfy { $0 == shown })
  }

  @Test(
    "destinations are taken apart",
    arguments: [
      ("a.md", "content/programmes/a.md"), ("../b/c.md", "content/b/c.md"),
      ("/b/c.md#x", "content/b/c.md"),
      ("./a.md?x=1", "content/programmes/a.md"), ("..//b///c.md", "content/b/c.md"),
      ("a%20b.md", "content/programmes/a b.md"),
      ("../../x.md", ""), ("/../x.md", ""), ("%2e%2e/b/c.md", "content/b/c.md"),
      ("%zz.md", "content/programmes/%zz.md"),
    ])
  func takesApart(_ destination: String, _ path: String) {
    #expect(LinkPath(destination, from: "content/programmes/x.md").sourcePath == path)
  }
}
