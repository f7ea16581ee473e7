import CatalogueModel
package import CatalogueViews
package import Diagnostics
import JapaneseText
package import Mustache

/// One fiscal year: what each who is responsible has in each stage, the largest amounts, and what else ran in it.
package struct FiscalYearPage: PageKind {
  package static let template = "fiscal-year"
  package static let summary = LocalisedText("1つの年度", en: "one fiscal year")
  package static let shape: [ViewShape.Field] =
    [
      .init("owners_label", "責任を持つ相手(role: responsible の欄)の見出し", .text),
      .init("matrix", "責任を持つ相手と段階ごとの合計の表。金額の行がなければ空", .object(BudgetMatrix.fields)),
      .init("contents", "ページの目次", .list(of: FiscalYearPage.contentShape)),
      .init("more_owners", "自分の行がない、責任を持つ相手の数。なければ空", .text),
      .init("owner_count", "責任を持つ相手の数", .text),
      .init("owners_path", "責任を持つ相手のすべてのページ。表に全部あれば空", .text),
      .init("stages", "予算の段階", .list(of: BudgetSection.shape)),
      .init("has_entries", "金額の記載がない項目があるか", .flag),
      .init("entries", "金額の記載がない項目のはじめ", .list(of: RecordEntry.shape)),
      .init("entry_count", "金額の記載がない項目の数", .text),
      .init("entries_path", "金額の記載がない項目のすべてのページ。ここに全部あれば空", .text),
    ] + FiscalYearSteps.fields

  /// What an entry of the contents offers.
  static let contentShape = ViewShape.object([
    .init("label", "見出し", .text), .init("path", "見出しのあるところ", .text),
    .init("count", "件数。なければ空", .text),
  ])

  package let path: String
  package let title: String
  package let summary: String
  package let trail = [Crumb("年度から探す", path: FiscalYearsPage.pagePath)]
  private let place: Int

  /// How many lines of a stage, and how many records without an amount, stand on the page.
  static let limit = 20
  /// How many of those who are responsible have a row in the table.
  static let ownerLimit = 30

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
    let years = site.fiscalYears
    let year = years.years[place]
    let sections = sections(of: year, in: site)
    let others = year.hasPageOfOthers ? FiscalYearIndex.pathOfOthers(in: year.year) : ""
    let view: ViewObject = [
      "owners_label": .text(BudgetLine.ownersLabel(of: year.lines, in: site.catalogue)),
      "matrix": matrix(of: year, sections, in: site),
      "more_owners": year.hasPageOfOwners
        ? .count(year.shares.count - Self.ownerLimit) : .none,
      "owner_count": .count(year.shares.count),
      "owners_path": .text(
        year.hasPageOfOwners ? FiscalYearIndex.pathOfOwners(in: year.year) : ""),
      "contents": .list(contents(of: year, sections)),
      "stages": .list(
        sections.prefix(BudgetMatrix.stageLimit).map { $0.view(in: site) }),
      "entries": .list(others.isEmpty ? year.others.map { .object(site.entries[$0]) } : []),
      "has_entries": .flag(!year.others.isEmpty),
      "entry_count": .count(year.others.count),
      "entries_path": .text(others),
    ]
    return view.adding(
      FiscalYearSteps.view(at: place, in: site) { FiscalYearIndex.path(of: $0.year) })
  }

  /// The lines by stage; the largest of each stand on the page.
  private func sections(
    of year: FiscalYearIndex.Year, in site: SiteContext
  ) -> [BudgetSection] {
    Self.stages(of: year, in: site).map { stage, lines, hasPage in
      BudgetSection(
        stage: stage, lines: lines, shown: 0..<min(lines.count, Self.limit),
        path: hasPage ? FiscalYearIndex.path(of: year.year, stage: stage) : "")
    }
  }

  /// The stages of a year with their lines, and whether these have a page of their own.
  static func stages(
    of year: FiscalYearIndex.Year, in site: SiteContext
  ) -> [(stage: BudgetStages.Stage, lines: [FiscalYearIndex.Line], hasPage: Bool)] {
    let groups = site.fiscalYears.stages.groups(of: year.lines) { $0.entry.stage }
    return groups.enumerated().map { place, group in
      (
        group.stage, group.things,
        group.things.count > limit || place >= BudgetMatrix.stageLimit
      )
    }
  }

  /// The table; of many who are responsible those with the largest sums have a row, and all others one together.
  private func matrix(
    of year: FiscalYearIndex.Year, _ sections: [BudgetSection], in site: SiteContext
  ) -> View {
    if year.lines.isEmpty { return .none }
    let (shown, rest) = Self.shares(of: year)
    var rows = shown.map { Self.row(of: $0, year, in: site) }
    if !rest.isEmpty {
      let owners = FiscalYearIndex.pathOfOwners(in: year.year)
      let places = Set(rest.flatMap(\.places)).sorted()
      rows.append(
        BudgetMatrix.Row(
          label: "ほかの\(rest.count)件", path: owners, lines: places.map { year.lines[$0] },
          cell: { _ in PagePath.encoded(owners) }))
    }
    let pages = Dictionary(
      sections.map { ($0.stage.place, $0.path) }, uniquingKeysWith: { first, _ in first })
    rows.append(
      BudgetMatrix.Row(
        label: "すべて", path: path, lines: year.lines, isTotal: true,
        cell: { stage in
          guard let stage else { return "\(PagePath.encoded(path))#\(PagePath.encoded("内容"))" }
          let page = pages[stage.place] ?? ""
          return page.isEmpty
            ? BudgetMatrix.address(path, stage) : PagePath.encoded(page)
        }))
    return BudgetMatrix(rows, site.fiscalYears.stages).view
  }

  /// The row of one who is responsible.
  static func row(
    of share: FiscalYearIndex.Share, _ year: FiscalYearIndex.Year, in site: SiteContext
  ) -> BudgetMatrix.Row {
    let label = BudgetLine.ownersLabel(of: year.lines, in: site.catalogue)
    return BudgetMatrix.Row(
      label: share.owner.map { site.catalogue.records[$0].title.value } ?? "\(label)の記載なし",
      path: site.fiscalYears.path(of: year.year, owner: share.owner),
      lines: share.places.map { year.lines[$0] })
  }

  /// Those who are responsible and have a row, in the order of the pages, and those without one.
  private static func shares(
    of year: FiscalYearIndex.Year
  ) -> (shown: [FiscalYearIndex.Share], rest: [FiscalYearIndex.Share]) {
    if !year.hasPageOfOwners { return (year.shares, []) }
    let sums = year.shares.map { share in
      BudgetTotal(share.places.map { year.lines[$0].entry }).sum?.amount ?? -1
    }
    let places = year.shares.indices.sorted { left, right in
      sums[left] != sums[right] ? sums[left] > sums[right] : left < right
    }
    return (
      places.prefix(ownerLimit).sorted().map { year.shares[$0] },
      places.dropFirst(ownerLimit).sorted().map { year.shares[$0] }
    )
  }

  private func contents(
    of year: FiscalYearIndex.Year, _ sections: [BudgetSection]
  ) -> [View] {
    var contents: [View] = []
    if !sections.isEmpty { contents.append(content("合計の表", path: "\(path)#合計")) }
    for (place, section) in sections.enumerated() {
      let isHere = place < BudgetMatrix.stageLimit
      contents.append(
        content(
          section.stage.label, count: section.lines.count,
          path: isHere ? "\(path)#\(section.stage.anchor)" : section.path))
    }
    if !year.others.isEmpty {
      contents.append(
        content("金額の記載がない項目", count: year.others.count, path: "\(path)#金額の記載なし"))
    }
    return contents
  }

  private func content(_ label: String, count: Int? = nil, path: String) -> View {
    let parts = path.split(separator: "#", maxSplits: 1).map { PagePath.encoded(String($0)) }
    return .object([
      "label": .text(label), "path": .text(parts.joined(separator: "#")),
      "count": count.map { .count($0) } ?? .none,
    ])
  }
}

extension FiscalYearIndex.Year {
  /// Whether those who are responsible are too many for the table on the page of the year.
  var hasPageOfOwners: Bool { shares.count > FiscalYearPage.ownerLimit }

  /// Whether the records without an amount are too many for the page of the year.
  var hasPageOfOthers: Bool { others.count > FiscalYearPage.limit }
}
