import ByteWriting

/// Bars from left to right, one below the other, each with its label and its amount above it.
///
/// Widths are percentages of the drawing, so that it fits any column without its text shrinking. Parts of a bar
/// have a colour and a pattern, which the style sheet paints by their classes.
struct BarDrawing {
  /// A piece of a bar.
  struct Part {
    /// The number of its colour, from 0.
    let stage: Int
    let size: Int
    /// What a reader is told who points at it.
    let title: String
  }

  /// A bar with what stands above it.
  struct Row {
    let label: String
    let amount: String
    let parts: [Part]

    fileprivate var size: Int { parts.reduce(0) { $0 + $1.size } }
  }

  let rows: [Row]
  /// How many kinds of parts there are.
  let stages: Int

  /// Heights in `em`, so that the drawing grows with the reader's text: label, bar, space below.
  private static let labelHeight = 1.625
  private static let barHeight = 1.25
  private static let rowHeight = 3.875

  /// An `svg` element that needs neither script nor inline style; `identifier` is the id of its title, which says
  /// `title`, and `table` that of the table with the same numbers.
  func svg(title: String, identifier: String, describedBy table: String) -> [UInt8] {
    let largest = max(1, rows.map(\.size).max() ?? 1)
    var out = ByteWriter(capacity: 2_000)
    out.append("<svg class=\"budget-chart\" role=\"img\" width=\"100%\" height=\"")
    out.append(unescaped: Self.length(Self.rowHeight * Double(rows.count)))
    out.append("\" aria-labelledby=\"")
    out.append(html: identifier)
    out.append("\" aria-describedby=\"")
    out.append(html: table)
    out.append("\"><title id=\"")
    out.append(html: identifier)
    out.append("\">")
    out.append(html: title)
    out.append("</title>")
    appendPatterns(to: &out)
    for (place, row) in rows.enumerated() {
      append(row, top: Double(place) * Self.rowHeight, largest, to: &out)
    }
    out.append("</svg>")
    return out.bytes
  }

  /// Defines the patterns of the second stage and those after it; the first is plain.
  private func appendPatterns(to out: inout ByteWriter) {
    guard stages > 1 else { return }
    out.append("<defs>")
    for number in 2...min(6, stages) {
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

  private func append(_ row: Row, top: Double, _ largest: Int, to out: inout ByteWriter) {
    let baseline = Self.length(top + 1.1)
    out.append("<text y=\"")
    out.append(unescaped: baseline)
    out.append("\">")
    out.append(html: row.label)
    out.append("</text><text class=\"amount\" x=\"100%\" y=\"")
    out.append(unescaped: baseline)
    out.append("\">")
    out.append(html: row.amount)
    out.append("</text>")
    var start = 0
    var sum = 0
    for part in row.parts {
      sum += part.size
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
      out.append(html: part.title)
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
