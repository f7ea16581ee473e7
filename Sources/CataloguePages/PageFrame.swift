import CatalogueModel
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
    let root = root(of: page, basePath: definition.basePath)
    let current = page.path.split(separator: "/").first.map { $0 + "/" } ?? ""
    return [
      "root": .text(root),
      "language": .text(definition.language),
      "site": .object([
        "title": .text(definition.title), "description": .text(definition.description),
      ]),
      "page": .object([
        "title": .text(page.title), "summary": .text(page.summary),
        "canonical": .text(definition.baseURL + PagePath.encoded(page.path)),
        "is_home": .flag(page is HomePage), "is_search": .flag(page is SearchPage),
        "kind": .text(type(of: page).template),
      ]),
      "navigation": .list(navigation(in: site, current: String(current))),
      "guides": .list(guides(in: site)),
      "trail": .list(
        page.trail.map {
          .object(["label": .text($0.label), "path": .text(PagePath.encoded($0.path))])
        }),
      "assets": .object(
        ViewObject(
          site.assets.entries.map { (ViewName($0.templateName), .text(PagePath.encoded($0.path))) })
      ),
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

  private static func navigation(in site: SiteContext, current: String) -> [View] {
    var items = site.catalogue.schema.collections.filter { !$0.isHidden }
      .map { ($0.label, $0.key + "/") }
    items.append(("年度", FiscalYearsPage.pagePath))
    items.append(("五十音", ReadingIndexPage.pagePath))
    return items.map { label, path in
      .object(["label": .text(label), "path": .text(path), "is_current": .flag(path == current)])
    }
  }

  private static func guides(in site: SiteContext) -> [View] {
    var guides: [View] = []
    for collection in site.catalogue.schema.collections where collection.isHidden {
      for index in site.catalogue.members[collection.index] {
        guides.append(
          .object([
            "label": .text(site.catalogue.records[index].title.value),
            "path": .text(site.catalogue.path(of: index)),
          ]))
      }
    }
    guides.append(.object(["label": .text("データの提供"), "path": .text(DataPage.pagePath)]))
    return guides
  }
}
