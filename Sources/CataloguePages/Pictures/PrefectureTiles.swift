import CatalogueModel
import CatalogueViews
import Diagnostics
import JapaneseText
import Mustache

/// Where the records of a collection are: a tile for each prefecture with its count, and the same as a table.
///
/// A collection has it whose list is narrowed by the field with the role `place`, and whose places are
/// prefectures. A tile leads to the list of its records; its shade tells how many there are, and so does the
/// number on it.
struct PrefectureTiles {
  /// What the tiles offer.
  static let shape = ViewShape.object([
    .init("label", "欄の見出し", .text),
    .init("total", "場所が記された項目の数", .text),
    .init("unplaced", "場所の記載がない項目の数。なければ空", .text),
    .init("shades", "濃さの段の件数を、うすいほうから「、」でつないだもの", .text),
    .init(
      "tiles", "都道府県",
      .list(
        of: .object([
          .init("name", "都道府県", .text), .init("short_name", "都、府、県のない名前", .text),
          .init("column", "左からの番号", .number), .init("row", "上からの番号", .number),
          .init("count", "件数", .text), .init("level", "濃さ(0〜4)", .number),
          .init("path", "絞り込んだ一覧。項目がなければ空", .text),
        ]))),
  ])

  private let label: String
  private let total: Int
  private let unplaced: Int
  private let counts: [(prefecture: Prefecture, count: Int, path: String)]

  /// Counts the records of a collection; nil where its places are no prefectures.
  init?(_ collection: Collection, in site: SiteContext) {
    guard let place = collection.field(.place),
      let number = collection.facets.firstIndex(of: place)
    else { return nil }
    let facet = site.facets(of: collection.index).facets[number]
    var values: [Prefecture: FacetIndex.Value] = [:]
    for value in facet.values {
      guard let prefecture = Prefecture(named: value.label) else { return nil }
      values[prefecture] = value
    }
    if values.count < 2 { return nil }
    label = facet.label
    total = Set(facet.values.flatMap(\.records)).count
    unplaced = site.catalogue.members[collection.index].count - total
    counts = Prefecture.all.map { prefecture in
      guard let value = values[prefecture] else { return (prefecture, 0, "") }
      let path = FacetPage.path(collection, facet.key, value.slug)
      return (prefecture, value.records.count, PagePath.encoded(path))
    }
  }

  /// The view.
  var view: View {
    let most = counts.map(\.count).max() ?? 0
    return .object([
      "label": .text(label),
      "total": .count(total),
      "unplaced": unplaced == 0 ? .text("") : .count(unplaced),
      "shades": .text(Self.shades(most: most)),
      "tiles": .list(
        counts.map { prefecture, count, path in
          .object([
            "name": .text(prefecture.name), "short_name": .text(prefecture.shortName),
            "column": .number(prefecture.tile.column), "row": .number(prefecture.tile.row),
            "count": .count(count), "level": .number(Self.level(of: count, most: most)),
            "path": .text(path),
          ])
        }),
    ])
  }

  /// The counts of each shade: 1件、2〜3件、4〜7件、8件以上.
  private static func shades(most: Int) -> String {
    let levels = (1...max(1, most)).map { level(of: $0, most: most) }
    return (1...4).compactMap { level -> String? in
      guard let first = levels.firstIndex(of: level), let last = levels.lastIndex(of: level) else {
        return nil
      }
      if level == 4 { return "\(first + 1)件以上" }
      return first == last ? "\(first + 1)件" : "\(first + 1)〜\(last + 1)件"
    }.joined(separator: "、")
  }

  /// The shade of a count, from 0 for none to 4: each twice the one below, since a few have most.
  private static func level(of count: Int, most: Int) -> Int {
    if count == 0 { return 0 }
    var level = 4
    var bound = (most + 1) / 2
    while level > 1, count <= bound {
      level -= 1
      bound /= 2
    }
    return level
  }
}
