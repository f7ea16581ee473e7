import CatalogueModel
package import CatalogueViews
package import Diagnostics
import JapaneseText
package import Mustache

/// The lines of a fiscal year for which one record is responsible, or those of one stage, in their stages.
package struct FiscalYearLinesPage: PageKind {
  package static let template = "fiscal-year-lines"
  package static let summary = LocalisedText(
    "1つの年度の予算を、責任を持つ相手か段階で絞り込んだもの",
    en: "the lines of a fiscal year of one who is responsible, or of one stage")
  package static let shape: [ViewShape.Field] =
    [
      .init("year_label", "年度", .text), .init("year_path", "年度のページ", .text),
      .init("owner", "責任を持つ相手の名称。段階のページでは空", .text),
      .init("owner_path", "責任を持つ相手のページ。なければ空", .text),
      .init("owners_label", "責任を持つ相手(role: responsible の欄)の見出し", .text),
      .init("line_count", "件数", .text),
      .init("total", "合計に入る金額の合計。段階が1つなら空", .text),
      .init("contents", "段階への入口。段階が1つなら空", .list(of: FiscalYearPage.contentShape)),
      .init("has_contents", "段階への入口があるか", .flag),
      ListPager.field,
      .init("stages", "このページの段階", .list(of: BudgetSection.shape)),
    ] + FiscalYearSteps.fields

  /// What the lines have in common.
  private enum Choice {
    /// Nil for lines of records that name nobody.
    case owner(RecordIndex?)
    case stage(BudgetStages.Stage)
  }

  package let path: String
  package let title: String
  package let summary: String
  package let trail: [Crumb]
  package let origin = Output.Origin.definition
  /// It comes and goes with the lines.
  package let isLasting = false
  private let place: Int
  private let choice: Choice
  private let part: ListPart
  private let base: String

  /// How many lines stand on a page.
  private static let length = 200

  private init(
    _ year: FiscalYear, at place: Int, _ choice: Choice, name: String, base: String,
    _ part: ListPart
  ) {
    self.place = place
    self.choice = choice
    self.part = part
    self.base = base
    path = ListPart.path(base, part.number)
    title = "\(year.both)の予算（\(name)）" + CollectionPage.ending(of: part)
    summary = "\(year.both)の予算のうち、\(name)のものです。"
    trail = [
      Crumb("年度から探す", path: FiscalYearsPage.pagePath),
      Crumb(year.both, path: FiscalYearIndex.path(of: year)),
    ]
  }

  package static func pages(of site: SiteContext) -> [Self] {
    site.fiscalYears.years.enumerated().flatMap { place, year -> [Self] in
      let stages = FiscalYearPage.stages(of: year, in: site).filter(\.hasPage).flatMap { stage in
        ListPart.parts(of: stage.lines.count, length: length).map {
          Self(
            year.year, at: place, .stage(stage.stage), name: stage.stage.label,
            base: FiscalYearIndex.path(of: year.year, stage: stage.stage), $0)
        }
      }
      let owners = year.shares.flatMap { share in
        let name =
          share.owner.map { site.catalogue.records[$0].title.value }
          ?? BudgetLine.ownersLabel(of: year.lines, in: site.catalogue) + "の記載なし"
        let base = site.fiscalYears.path(of: year.year, owner: share.owner)
        return ListPart.parts(of: share.places.count, length: length).map {
          Self(year.year, at: place, .owner(share.owner), name: name, base: base, $0)
        }
      }
      return stages + owners
    }
  }

  /// The lines of a year that the page is about.
  private func lines(of year: FiscalYearIndex.Year, in site: SiteContext)
    -> [FiscalYearIndex.Line]
  {
    switch choice {
    case .owner(let owner): year.lines(of: owner)
    case .stage(let stage):
      FiscalYearPage.stages(of: year, in: site).first { $0.stage == stage }?.lines ?? []
    }
  }

  package var isOneOfSeveral: Bool { part.count > 1 }

  package func view(in site: SiteContext) -> ViewObject {
    let year = site.fiscalYears.years[place]
    let lines = lines(of: year, in: site)
    let groups = site.fiscalYears.stages.groups(of: lines) { $0.entry.stage }
    let total = BudgetTotal(lines.lazy.map(\.entry))
    var owner: RecordIndex?
    if case .owner(let record) = choice { owner = record }
    let view: ViewObject = [
      "year_label": .text(year.year.both),
      "year_path": .text(FiscalYearIndex.path(of: year.year)),
      "owner": .text(owner.map { site.catalogue.records[$0].title.value } ?? ""),
      "owner_path": .text(owner.map { site.catalogue.path(of: $0) } ?? ""),
      "owners_label": .text(BudgetLine.ownersLabel(of: year.lines, in: site.catalogue)),
      "line_count": .count(lines.count),
      "total": .text(groups.count > 1 ? total.sum?.display(.kanji) ?? "" : ""),
      "contents": .list(groups.count > 1 ? contents(of: groups) : []),
      "has_contents": .flag(groups.count > 1),
      "pager": ListPager(part: part, base: base).view,
      "stages": .list(sections(of: groups).map { $0.view(in: site) }),
    ]
    return view.adding(
      FiscalYearSteps.view(at: place, in: site) { other in
        guard case .owner(let owner) = choice,
          other.shares.contains(where: { $0.owner == owner })
        else { return nil }
        return site.fiscalYears.path(of: other.year, owner: owner)
      })
  }

  private typealias Group = (stage: BudgetStages.Stage, things: [FiscalYearIndex.Line])

  /// The stages on this page, each with the lines that stand here.
  private func sections(of groups: [Group]) -> [BudgetSection] {
    var first = 0
    return groups.compactMap { stage, lines in
      defer { first += lines.count }
      let places = (first..<first + lines.count).clamped(to: part.range)
      if places.isEmpty { return nil }
      return BudgetSection(
        stage: stage, lines: lines,
        shown: places.lowerBound - first..<places.upperBound - first, path: "")
    }
  }

  /// The doors to the stages, each to the page on which it begins.
  private func contents(of groups: [Group]) -> [View] {
    var first = 0
    return groups.map { stage, lines in
      defer { first += lines.count }
      let page = ListPart.path(base, ListPart.number(of: first, length: Self.length))
      return .object([
        "label": .text(stage.label), "path": .text(BudgetMatrix.address(page, stage)),
        "count": .count(lines.count),
      ])
    }
  }
}
