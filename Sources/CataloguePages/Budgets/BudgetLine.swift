import CatalogueModel
import CatalogueViews
import Diagnostics
import JapaneseText
import Mustache

/// A line of a budget as the pages of fiscal years show it: whose it is, how much, and whether it is in the sum.
enum BudgetLine {
  /// What a line offers.
  static let shape = ViewShape.object([
    .init("title", "名称", .text), .init("is_english", "名称が英語か", .flag),
    .init("path", "パス", .text),
    .init("year", "年度", .text), .init("stage", "段階。なければ空", .text),
    .init("amount", "金額。なければ空", .text),
    .init("is_counted", "合計に入るか", .flag),
    .init("reason", "合計に入らないわけ(注 内数、金額の記載なし)。入るなら空", .text),
    .init(
      "owners", "責任を持つ相手",
      .list(
        of: .object([
          .init("name", "名称", .text), .init("path", "その年度の、その相手のページ", .text),
        ]))),
  ])

  /// The view of a line.
  static func view(of line: FiscalYearIndex.Line, in site: SiteContext) -> View {
    let records = site.catalogue.records
    let entry = line.entry
    return .object([
      "title": .text(records[line.record].title.value),
      "is_english": .flag(EnglishText.isEnglish(records[line.record].title.value)),
      "path": .text(site.catalogue.path(of: line.record)),
      "year": .text(entry.year.both), "stage": .text(entry.stage ?? ""),
      "amount": .text(entry.amount?.yen.display(.kanji) ?? ""),
      "is_counted": .flag(entry.isSummable), "reason": .text(reason(entry)),
      "owners": .list(
        line.owners.map { owner in
          .object([
            "name": .text(records[owner].title.value),
            "path": .text(
              PagePath.encoded(site.fiscalYears.path(of: entry.year, owner: owner))),
          ])
        }),
    ])
  }

  /// Why a line is not in the sum; nothing where it is.
  private static func reason(_ entry: BudgetEntry) -> String {
    entry.note.map { "注 \($0)" } ?? (entry.amount == nil ? "金額の記載なし" : "")
  }

  /// What the collections of lines call those who are responsible, in their order.
  static func ownersLabel(of lines: [FiscalYearIndex.Line], in catalogue: Catalogue) -> String {
    let collections = Set(lines.map { catalogue.records[$0.record].collection })
    var labels: [String] = []
    for index in collections.sorted() {
      let collection = catalogue.schema.collections[index]
      guard let place = collection.field(.responsible) else { continue }
      let label = collection.fields[place].label
      if !labels.contains(label) { labels.append(label) }
    }
    return labels.isEmpty ? "所管" : labels.joined(separator: "、")
  }
}
