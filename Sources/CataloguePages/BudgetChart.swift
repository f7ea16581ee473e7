import ByteWriting
package import CatalogueModel
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
  /// The names of the stages in the order of their first appearance.
  package let stages: [String]

  /// The chart of `entries`; nil when fewer than two amounts can be compared.
  package init?(_ entries: [BudgetEntry]) {
    var stages: [String] = []
    var years: [FiscalYear: [Int: Int]] = [:]
    for entry in entries where entry.isSummable {
      guard let yen = entry.amount?.yen.amount, yen > 0 else { continue }
      let name = entry.stage ?? "段階の記載なし"
      let stage = stages.firstIndex(of: name) ?? stages.count
      if stage == stages.count { stages.append(name) }
      years[entry.year, default: [:]][stage, default: 0] += yen
    }
    let amounts = years.values.reduce(0) { $0 + $1.count }
    guard amounts >= 2 else { return nil }
    self.stages = stages
    bars = years.keys.sorted().map { year in
      let parts = (years[year] ?? [:]).sorted { $0.key < $1.key }
      return Bar(year: year, parts: parts.map { Part(stage: $0.key, yen: $0.value) })
    }
  }

  private static let barHeight = 28
  private static let gap = 12
  private static let left = 150
  private static let width = 640
  private static let plot = 370

  /// The drawing as SVG that needs neither script nor inline style.
  ///
  /// - Parameters:
  ///   - title: the accessible name.
  ///   - table: the id of the table with the same numbers.
  package func svg(title: String, describedBy table: String) -> [UInt8] {
    let largest = max(1, bars.map(\.total).max() ?? 1)
    let height = bars.count * (Self.barHeight + Self.gap) + Self.gap
    var out = ByteWriter(capacity: 2_000)
    out.append("<svg class=\"budget-chart\" role=\"img\" viewBox=\"0 0 ")
    out.append(decimal: Self.width)
    out.append(" ")
    out.append(decimal: height)
    out.append("\" aria-labelledby=\"budget-chart-title\" aria-describedby=\"")
    out.append(html: table)
    out.append("\"><title id=\"budget-chart-title\">")
    out.append(html: title)
    out.append("</title>")
    for (row, bar) in bars.enumerated() {
      append(bar, y: Self.gap + row * (Self.barHeight + Self.gap), largest, to: &out)
    }
    out.append("</svg>")
    return out.bytes
  }

  private func append(_ bar: Bar, y: Int, _ largest: Int, to out: inout ByteWriter) {
    text(bar.year.both, x: Self.left - 10, y: y, "label", to: &out)
    var x = Self.left
    for part in bar.parts {
      let width = max(1, Int((Double(part.yen) / Double(largest) * Double(Self.plot)).rounded()))
      out.append("<rect class=\"bar stage-")
      out.append(decimal: part.stage % 6 + 1)
      out.append("\" x=\"")
      out.append(decimal: x)
      out.append("\" y=\"")
      out.append(decimal: y)
      out.append("\" width=\"")
      out.append(decimal: width)
      out.append("\" height=\"")
      out.append(decimal: Self.barHeight)
      out.append("\"><title>")
      out.append(html: stages[part.stage])
      out.append("</title></rect>")
      x += width
    }
    text(Yen(bar.total).display(.hundredMillions), x: x + 8, y: y, "amount", to: &out)
  }

  private func text(
    _ text: String, x: Int, y: Int, _ style: StaticString, to out: inout ByteWriter
  ) {
    out.append("<text class=\"")
    out.append(style)
    out.append("\" x=\"")
    out.append(decimal: x)
    out.append("\" y=\"")
    out.append(decimal: y + Self.barHeight / 2 + 5)
    out.append("\">")
    out.append(html: text)
    out.append("</text>")
  }
}
