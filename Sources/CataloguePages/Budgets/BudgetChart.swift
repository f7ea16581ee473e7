package import CatalogueModel
import CatalogueViews
package import JapaneseText

/// A bar chart of a budget by fiscal year, drawn at build time from the table below it.
///
/// Amounts with a note (内数, 推計 …) are left out, since they do not stand for the programme alone.
/// Stages of one year are stacked; each has a pattern class as well as a colour.
package struct BudgetChart: Sendable {
  /// One bar: a fiscal year with the amounts of its stages.
  package struct Bar: Sendable, Equatable {
    package let year: FiscalYear
    package let parts: [Part]
    package var total: Int { parts.reduce(0) { $0 + $1.yen } }
  }

  /// The amount of one stage.
  package struct Part: Sendable, Equatable {
    /// The place of the stage in `stages`.
    package let stage: Int
    package let yen: Int
  }

  package let bars: [Bar]
  /// The names of the stages: first the usual ones, then others as they appear first.
  package let stages: [String]

  /// How many stages have a colour and a pattern of their own.
  private static let stageLimit = 6

  /// The chart of `entries`; stages stand in the order of `usual`, others behind them.
  ///
  /// Nil when fewer than two amounts can be compared, when one is negative (a bar cannot show it), when
  /// the stages are more than can be told apart and are not to be `joined`, or when the amounts cannot be added.
  package init?(_ entries: [BudgetEntry], usual: [String] = [], joined: Bool = false) {
    let known = Set(
      entries.filter { $0.isSummable && ($0.amount?.yen.amount ?? 0) > 0 }.compactMap(\.stage))
    var stages = usual.filter(known.contains)
    var years: [FiscalYear: [Int: Int]] = [:]
    let summable = entries.filter(\.isSummable).compactMap { $0.amount?.yen }
    if summable.contains(where: { $0.amount < 0 }) || Yen.sum(summable) == nil { return nil }
    for entry in entries where entry.isSummable {
      guard let yen = entry.amount?.yen.amount, yen > 0 else { continue }
      let name = entry.stage ?? BudgetStages.untold
      let stage = stages.firstIndex(of: name) ?? stages.count
      if stage == stages.count { stages.append(name) }
      years[entry.year, default: [:]][stage, default: 0] += yen
    }
    if joined { Self.join(&stages, &years) }
    let amounts = years.values.reduce(0) { $0 + $1.count }
    guard amounts >= 2, stages.count <= Self.stageLimit else { return nil }
    self.stages = stages
    bars = years.keys.sorted().map { year in
      let parts = (years[year] ?? [:]).sorted { $0.key < $1.key }
      return Bar(year: year, parts: parts.map { Part(stage: $0.key, yen: $0.value) })
    }
  }

  /// Makes one stage of those that are too many to be told apart: all but the largest.
  private static func join(_ stages: inout [String], _ years: inout [FiscalYear: [Int: Int]]) {
    if stages.count <= stageLimit { return }
    let sums = stages.indices.map { stage in
      years.values.reduce(0) { $0 + ($1[stage] ?? 0) }
    }
    let places = stages.indices.sorted { left, right in
      sums[left] != sums[right] ? sums[left] > sums[right] : left < right
    }
    let kept = places.prefix(stageLimit - 1).sorted()
    for (year, parts) in years {
      var merged: [Int: Int] = [:]
      for (stage, yen) in parts {
        merged[kept.firstIndex(of: stage) ?? kept.count, default: 0] += yen
      }
      years[year] = merged
    }
    stages = kept.map { stages[$0] } + ["そのほかの段階"]
  }

  /// The drawing as SVG that needs neither script nor inline style.
  ///
  /// - Parameters:
  ///   - title: the accessible name.
  ///   - table: the id of the table with the same numbers.
  /// - Returns: an `svg` element.
  package func svg(title: String, describedBy table: String) -> [UInt8] {
    let rows = bars.map { bar in
      BarDrawing.Row(
        label: bar.year.both, amount: Yen(bar.total).display(.kanji),
        parts: bar.parts.map { part in
          BarDrawing.Part(
            stage: part.stage, size: part.yen,
            title: "\(stages[part.stage]) \(Yen(part.yen).display(.kanji))")
        })
    }
    return BarDrawing(rows: rows, stages: stages.count).svg(
      title: title, identifier: "section-chart", describedBy: table)
  }
}
