import CatalogueModel
package import CatalogueViews
package import Diagnostics
import JapaneseText
package import Mustache

/// One fiscal year: every amount printed for it by stage, the largest first, and what else ran in it.
package struct FiscalYearPage: PageKind {
  package static let template = "fiscal-year"
  package static let summary = LocalisedText("1つの年度", en: "one fiscal year")
  package static let shape: [ViewShape.Field] = [
    .init("owners_label", "責任を持つ相手(role: responsible の欄)の見出し", .text),
    .init(
      "stages", "予算の段階",
      .list(
        of: .object([
          .init("stage", "段階", .text), .init("anchor", "見出しのid", .text),
          .init("line_count", "件数", .text),
          .init("total", "注のない金額の合計。なければ空", .text),
          .init(
            "lines", "予算の行",
            .list(
              of: .object([
                .init("title", "名称", .text), .init("path", "パス", .text),
                .init("owners", "所管", .text), .init("amount", "金額", .text),
                .init("note", "注", .text),
              ]))),
        ]))),
    .init("has_entries", "金額の記載がない項目があるか", .flag),
    .init("entries", "金額の記載がない項目", .list(of: RecordEntry.shape)),
    .init("entry_count", "金額の記載がない項目の数", .text),
    .init("newer", "次の年度のパス。なければ空", .text),
    .init("newer_label", "次の年度", .text),
    .init("older", "前の年度のパス。なければ空", .text),
    .init("older_label", "前の年度", .text),
  ]

  package let path: String
  package let title: String
  package let summary: String
  package let trail = [Crumb("年度から探す", path: FiscalYearsPage.pagePath)]
  private let place: Int

  /// Makes the page of the year at a place in the index.
  package init(_ year: FiscalYearIndex.Year, place: Int) {
    self.place = place
    path = FiscalYearIndex.path(of: year.year)
    title = year.year.both
    summary = "\(year.year.both)の予算が記された項目と、その年度に行われた項目です。"
  }

  package static func pages(of site: SiteContext) -> [Self] {
    site.fiscalYears.years.enumerated().map { place, year in Self(year, place: place) }
  }

  package func view(in site: SiteContext) -> ViewObject {
    let years = site.fiscalYears.years
    let year = years[place]
    let newer = place > 0 ? years[place - 1].year : nil
    let older = place + 1 < years.count ? years[place + 1].year : nil
    return [
      "owners_label": .text(ownersLabel(of: year, in: site)),
      "stages": .list(stages(of: year, in: site)),
      "entries": .list(year.others.map { .object(site.entries[$0]) }),
      "has_entries": .flag(!year.others.isEmpty),
      "entry_count": .count(year.others.count),
      "newer": .text(newer.map { FiscalYearIndex.path(of: $0) } ?? ""),
      "newer_label": .text(newer?.both ?? ""),
      "older": .text(older.map { FiscalYearIndex.path(of: $0) } ?? ""),
      "older_label": .text(older?.both ?? ""),
    ]
  }

  /// The lines by stage; the stage with the most lines comes first.
  private func stages(of year: FiscalYearIndex.Year, in site: SiteContext) -> [View] {
    let untold = "段階の記載なし"
    let grouped = Dictionary(grouping: year.lines) { $0.entry.stage ?? untold }
    let ordered = grouped.sorted { left, right in
      left.value.count != right.value.count
        ? left.value.count > right.value.count : left.key < right.key
    }
    return ordered.enumerated().map { number, group in
      let amounts = group.value.filter(\.entry.isSummable).compactMap { $0.entry.amount?.yen }
      let total = amounts.isEmpty ? nil : Yen.sum(amounts)
      return .object([
        "stage": .text(group.key), "anchor": .text("stage-\(number + 1)"),
        "line_count": .count(group.value.count),
        "total": .text(total?.display(.kanji) ?? ""),
        "lines": .list(group.value.map { line($0, in: site) }),
      ])
    }
  }

  private func line(_ line: FiscalYearIndex.Line, in site: SiteContext) -> View {
    let record = site.catalogue.records[line.record]
    return .object([
      "title": .text(record.title.value), "path": .text(site.catalogue.path(of: line.record)),
      "owners": .text(owners(of: line.record, in: site)),
      "amount": .text(line.entry.amount?.yen.display(.kanji) ?? ""),
      "note": .text(line.entry.note ?? ""),
    ])
  }

  /// What the collections with amounts in the year call those who are responsible, in their order.
  private func ownersLabel(of year: FiscalYearIndex.Year, in site: SiteContext) -> String {
    let records = site.catalogue.records
    var labels: [String] = []
    for index in Set(year.lines.map { records[$0.record].collection }).sorted() {
      let collection = site.catalogue.schema.collections[index]
      guard let place = collection.field(.responsible) else { continue }
      let label = collection.fields[place].label
      if !labels.contains(label) { labels.append(label) }
    }
    return labels.isEmpty ? "所管" : labels.joined(separator: "、")
  }

  /// Who is responsible for a record.
  private func owners(of index: RecordIndex, in site: SiteContext) -> String {
    let field = site.catalogue.collection(of: index).field(.responsible)
    return field.map { site.catalogue.texts(of: $0, of: index).joined(separator: "、") } ?? ""
  }
}
