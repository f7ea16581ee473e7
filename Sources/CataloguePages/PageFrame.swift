import CatalogueModel
import CatalogueViews
import Diagnostics
import JapaneseText
package import Mustache

/// What every page offers to its template: the site, the navigation and the page itself.
package enum PageFrame {
  /// The shape of the frame.
  package static func shape(assets: AssetNames) -> [ViewShape.Field] {
    [
      .init("root", "このページからサイトの根までの相対パス。リンクの前に置く", .text),
      .init("language", "サイトの言語(ja)", .text),
      .init(
        "site", "サイト", .object(SiteView.fields)),
      .init(
        "page", "このページ",
        .object([
          .init("title", "ページの題", .text),
          .init("heading", "ページの題を見出しの形で(語の切れ目に <wbr>)", .html),
          .init("is_english", "ページの題が英語か", .flag),
          .init("summary", "ページの要約", .text),
          .init("canonical", "公開されるアドレス", .text), .init("is_home", "ホームか", .flag),
          .init("is_search", "検索のページか", .flag), .init("kind", "ページの種類", .text),
          .init("updated", "項目の更新日。なければ空", .text),
        ])),
      .init(
        "navigation", "主なページ",
        .list(
          of: .object([
            .init("label", "名前", .text), .init("path", "パス", .text),
            .init("is_current", "いまのページか、その上か", .flag),
          ]))),
      .init(
        "guides", "案内のページ",
        .list(of: .object([.init("label", "名前", .text), .init("path", "パス", .text)]))),
      .init(
        "trail", "ホームからこのページまで",
        .list(of: .object([.init("label", "名前", .text), .init("path", "パス", .text)]))),
      .init(
        "assets", "公開されるファイルのパス(名前の記号は _)",
        .object(assets.entries.map { .init($0.templateName, $0.name, .text) })),
    ]
  }

  /// What pages have alike in their frame: those in one place of the navigation, at one depth.
  struct Surroundings: Hashable {
    /// How many folders deep; nil where the page is shown at any depth.
    let depth: Int?
    /// The part of the site, which the navigation marks.
    let part: String
  }

  /// The values of the frame for one page.
  static func view(of page: any PageKind, in site: SiteContext) -> ViewObject {
    shared(surroundings(of: page), in: site).adding(own(of: page, in: site))
  }

  /// Where a page stands.
  static func surroundings(of page: any PageKind) -> Surroundings {
    let path = page.path
    let part = path.utf8.firstIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
    let depth = path.utf8.count { $0 == UInt8(ascii: "/") }
    return Surroundings(depth: page is NotFoundPage ? nil : depth, part: part)
  }

  /// The values that pages with the same surroundings have alike.
  static func shared(_ surroundings: Surroundings, in site: SiteContext) -> ViewObject {
    let frame = site.frame
    return [
      "root": .text(root(at: surroundings.depth, in: site)),
      "language": .text(site.catalogue.schema.site.language),
      "site": frame.site,
      "navigation": frame.navigation(current: surroundings.part),
      "guides": frame.guides,
      "assets": frame.assets,
    ]
  }

  /// The values that are the page's own.
  static func own(of page: any PageKind, in site: SiteContext) -> ViewObject {
    [
      "page": .object([
        "title": .text(page.title), "heading": .html(HeadingText.html(page.title)),
        "is_english": .flag(EnglishText.isEnglish(page.title)),
        "summary": .text(page.summary),
        "canonical": .text(site.catalogue.schema.site.baseURL + PagePath.encoded(page.path)),
        "is_home": .flag(page is HomePage), "is_search": .flag(page is SearchPage),
        "kind": .text(type(of: page).template),
        "updated": .text(page.updated?.both ?? ""),
      ]),
      "trail": .list(
        page.trail.map {
          .object(["label": .text($0.label), "path": .text(PagePath.encoded($0.path))])
        }),
    ]
  }

  /// The relative path to the base of the site; for pages that are shown at any depth, the absolute one.
  private static func root(at depth: Int?, in site: SiteContext) -> String {
    guard let depth else { return site.catalogue.schema.site.basePath }
    return depth == 0 ? "./" : String(repeating: "../", count: depth)
  }
}
