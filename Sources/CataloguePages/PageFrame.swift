import CatalogueModel
import CatalogueViews
import Diagnostics
package import Mustache

/// What every page offers to its template: the site, the navigation and the page itself.
package enum PageFrame {
  /// The shape of the frame.
  package static func shape(assets: AssetNames) -> [ViewShape.Field] {
    [
      .init("root", "このページからサイトの根までの相対パス。リンクの前に置く", .text),
      .init("language", "サイトの言語(ja)", .text),
      .init(
        "site", "サイト",
        .object([
          .init("title", "サイトの名前", .text), .init("description", "サイトの説明", .text),
        ])),
      .init(
        "page", "このページ",
        .object([
          .init("title", "ページの題", .text), .init("summary", "ページの要約", .text),
          .init("canonical", "公開されるアドレス", .text), .init("is_home", "ホームか", .flag),
          .init("is_search", "検索のページか", .flag), .init("kind", "ページの種類", .text),
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

  /// The values of the frame for one page.
  static func view(of page: any PageKind, in site: SiteContext) -> ViewObject {
    let definition = site.catalogue.schema.site
    let shared = site.frame
    let current = page.path.split(separator: "/").first.map { $0 + "/" } ?? ""
    return [
      "root": .text(root(of: page, basePath: definition.basePath)),
      "language": .text(definition.language),
      "site": shared.site,
      "page": .object([
        "title": .text(page.title), "summary": .text(page.summary),
        "canonical": .text(definition.baseURL + PagePath.encoded(page.path)),
        "is_home": .flag(page is HomePage), "is_search": .flag(page is SearchPage),
        "kind": .text(type(of: page).template),
      ]),
      "navigation": shared.navigation(current: String(current)),
      "guides": shared.guides,
      "trail": .list(
        page.trail.map {
          .object(["label": .text($0.label), "path": .text(PagePath.encoded($0.path))])
        }),
      "assets": shared.assets,
    ]
  }

  /// The relative path from a page to the base of the site.
  ///
  /// The page for unknown addresses is shown at any depth, so it uses the absolute path.
  private static func root(of page: any PageKind, basePath: String) -> String {
    if page is NotFoundPage { return basePath }
    let depth = page.path.utf8.count { $0 == UInt8(ascii: "/") }
    return depth == 0 ? "./" : String(repeating: "../", count: depth)
  }
}
