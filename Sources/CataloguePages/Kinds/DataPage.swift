package import CatalogueModel
import CatalogueViews
package import Diagnostics
package import Mustache

/// What can be taken away: the catalogue as JSON and CSV, with the meaning of the columns.
package struct DataPage: PageKind {
  package static let template = "data"
  package static let summary = LocalisedText("データの提供", en: "the files for reuse")
  package static let shape: [ViewShape.Field] = [
    .init("structured_data", StructuredData.summary, .html),
    .init("files", "表のほかのファイル", .list(of: fileShape)),
    .init("long_tables", "集まりをまたぐCSV", .list(of: fileShape)),
    .init(
      "tables", "集まりごとのCSV",
      .list(
        of: .object([
          .init("anchor", "見出しのid", .text), .init("label", "名前", .text),
          .init("path", "パス", .text), .init("count", "行数", .text),
          .init("file", "ファイルの名前", .text),
          .init(
            "columns", "欄",
            .list(of: .object([.init("key", "列名", .text), .init("meaning", "意味", .text)]))),
        ]))),
  ]
  private static let fileShape = ViewShape.object([
    .init("path", "パス", .text), .init("file", "ファイルの名前", .text),
    .init("label", "何のファイルか", .text),
  ])
  static let pagePath = "data/"

  package let path = pagePath
  package let title = "データの提供"
  package let summary = "この目録のすべての項目を、JSONとCSVで取り出せます。"
  package let trail: [Crumb] = []

  /// Makes the page.
  package init() {}

  package static func pages(of site: SiteContext) -> [Self] { [Self()] }

  package static func guides(of catalogue: Catalogue) -> [Crumb] {
    [Crumb("データの提供", path: pagePath)]
  }

  package func view(in site: SiteContext) -> ViewObject {
    let tables = site.catalogue.schema.collections.filter { !$0.isHidden }.map {
      collection -> View in
      let columns = collection.tableColumns.map { column -> View in
        .object(["key": .text(column.key), "meaning": .text(column.label)])
      }
      return .object([
        "anchor": .text("data-\(collection.key)"), "file": .text("\(collection.key).csv"),
        "label": .text(collection.label), "path": .text("data/\(collection.key).csv"),
        "count": .count(site.catalogue.members[collection.index].count),
        "columns": .list(columns),
      ])
    }
    let offers = site.catalogue.schema.collections.filter { !$0.isHidden }.map {
      FileOffer(path: "data/\($0.key).csv", label: $0.label)
    }
    return [
      "structured_data": .html(
        StructuredData.dataset(site.offers + offers, in: site.catalogue.schema.site)),
      "files": .list(site.offers.filter { !$0.isTable }.map(file)),
      "long_tables": .list(site.offers.filter(\.isTable).map(file)),
      "tables": .list(tables),
    ]
  }

  private func file(_ offer: FileOffer) -> View {
    .object([
      "path": .text(PagePath.encoded(offer.path)), "file": .text(offer.name),
      "label": .text(offer.label),
    ])
  }
}
