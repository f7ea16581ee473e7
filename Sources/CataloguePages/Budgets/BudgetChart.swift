import ByteWriting
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

  /// Heights in `em`, so that the drawing grows with the reader's text: label, bar, space below.
  private static let labelHeight = 1.625
  private static let barHeight = 1.25
  private static let rowHeight = 3.875

  /// The drawing as SVG that needs neither script nor inline style.
  ///
  /// Widths are percentages of the drawing, so that it fits any column without its text shrinking.
  /// Each stage has a colour and a pattern, which the style sheet paints by their classes.
  ///
  /// - Parameters:
  ///   - title: the accessible name.
  ///   - table: the id of the table with the same numbers.
  /// - Returns: an `svg` element.
  package func svg(title: String, describedBy table: String) -> [UInt8] {
    let largest = max(1, bars.map(\.total).max() ?? 1)
    var out = ByteWriter(capacity: 2_000)
    out.append("<svg class=\"budget-chart\" role=\"img\" width=\"100%\" height=\"")
    out.append(unescaped: Self.length(Self.rowHeight * Double(bars.count)))
    out.append("\" aria-labelledby=\"section-chart\" aria-describedby=\"")
    out.append(html: table)
    out.append("\"><title id=\"section-chart\">")
    out.append(html: title)
    out.append("</title>")
    appendPatterns(to: &out)
    for (row, bar) in bars.enumerated() {
      append(bar, top: Double(row) * Self.rowHeight, largest, to: &out)
    }
    out.append("</svg>")
    return out.bytes
  }

  /// Defines the patterns of the second stage and those after it; the first is plain.
  private func appendPatterns(to out: inout ByteWriter) {
    guard stages.count > 1 else { return }
    out.append("<defs>")
    for number in 2...min(6, stages.count) {
      out.append("<pattern id=\"stage-pattern-")
      out.append(decimal: number)
      out.append("\" class=\"pattern pattern-")
      out.append(decimal: number)
      out.append("\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">")
      out.append(
        "<rect class=\"pattern-ground\" width=\"8\" height=\"8\"/><path class=\"pattern-line\" d=\""
      )
      switch number {
      case 2: out.append("M-2 6l8 -8M-2 14L14 -2M2 10l8 -8")
      case 3: out.append("M0 4h8")
      case 4: out.append("M4 4h.01")
      case 5: out.append("M4 0v8")
      default: out.append("M0 4h8M4 0v8")
      }
      out.append("\"/></pattern>")
    }
    out.append("</defs>")
  }

  private func append(_ bar: Bar, top: Double, _ largest: Int, to out: inout ByteWriter) {
    let baseline = Self.length(top + 1.1)
    out.append("<text y=\"")
    out.append(unescaped: baseline)
    out.append("\">")
    out.append(html: bar.year.both)
    out.append("</text><text class=\"amount\" x=\"100%\" y=\"")
    out.append(unescaped: baseline)
    out.append("\">")
    out.append(html: Yen(bar.total).display(.kanji))
    out.append("</text>")
    var start = 0
    var sum = 0
    for part in bar.parts {
      sum += part.yen
      let end = Self.share(sum, of: largest)
      out.append("<rect class=\"bar stage-")
      out.append(decimal: part.stage % 6 + 1)
      out.append("\" x=\"")
      out.append(unescaped: Self.percentage(start))
      out.append("\" y=\"")
      out.append(unescaped: Self.length(top + Self.labelHeight))
      out.append("\" width=\"")
      out.append(unescaped: Self.percentage(max(10, end - start)))
      out.append("\" height=\"")
      out.append(unescaped: Self.length(Self.barHeight))
      out.append("\"><title>")
      out.append(html: "\(stages[part.stage]) \(Yen(part.yen).display(.kanji))")
      out.append("</title></rect>")
      start = end
    }
  }

  /// The share of `whole` in hundredths of a per cent, rounded down.
  private static func share(_ part: Int, of whole: Int) -> Int {
    let (product, overflow) = part.multipliedReportingOverflow(by: 10_000)
    return overflow ? part / max(1, whole / 10_000) : product / whole
  }

  private static func percentage(_ hundredths: Int) -> String {
    let rest = hundredths % 100
    if rest == 0 { return "\(hundredths / 100)%" }
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)%"
  }

  private static func length(_ em: Double) -> String { "\(em)em" }
}
