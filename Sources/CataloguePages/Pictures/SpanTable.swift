import ByteWriting
import CatalogueModel
import CatalogueViews
import Diagnostics
import JapaneseText
import Mustache

/// Who took part and what ran from when to when: a table whose rows have a bar each, over one scale of years.
///
/// The bars are to be looked at; what they tell stands beside them as text.
struct SpanTable {
  /// A record with its time.
  struct Row {
    let record: RecordIndex
    let span: TimeSpan
  }

  /// What a table offers.
  static let shape = ViewShape.object([
    .init("label", "見出し。「参画機関の期間」", .text),
    .init("is_open", "はじめから開いておくか", .flag),
    .init("table_id", "表の見出しのid", .text),
    .init("first_year", "図のはじめの年", .text),
    .init("last_year", "図の終わりの年", .text),
    .init("count", "期間の記載がある項目の数", .text),
    .init("left_out", "数が多くて示さない項目の数。なければ空", .text),
    .init("axis", "年の目盛り。SVG", .html),
    .init(
      "rows", "始まりの順に、1つの項目",
      .list(
        of: .object([
          .init("title", "名称", .text), .init("path", "パス", .text),
          .init("span", "「2009年6月〜2012年度」", .text), .init("bar", "帯。SVG", .html),
        ]))),
  ])

  private let label: String
  private let identifier: String
  /// Whether readers see it without asking for it.
  private let isOpen: Bool
  private let count: Int
  /// In the order of their starts.
  private let rows: [Row]
  /// The years of the scale.
  private let years: ClosedRange<Int>
  /// The month up to which the catalogue is true, where it says so.
  private let asOf: Int?

  /// With fewer rows there is nothing to compare.
  private static let enough = 2
  /// How many rows a table has; with more the last to begin.
  static let limit = ListPart.entries

  /// A table of rows; nil where they are few.
  ///
  /// Bars without an end go as far as the catalogue is said to be true, or else as anything is known.
  init?(_ rows: [Row], label: String, identifier: String, isOpen: Bool = false, asOf: PartialDate?)
  {
    if rows.count < Self.enough { return nil }
    self.label = label
    self.identifier = identifier
    self.isOpen = isOpen
    count = rows.count
    let ordered = rows.sorted { left, right in
      let (one, other) = (left.span.order, right.span.order)
      return (one.0, one.1, left.record) < (other.0, other.1, right.record)
    }
    self.rows = Array(ordered.suffix(Self.limit))
    let known = self.rows.flatMap { [$0.span.start?.year, $0.span.end?.lastDay.year] }
      .compactMap { $0 }
    guard let first = known.min(), let last = known.max() else { return nil }
    years = first...max(last, asOf?.year ?? last)
    self.asOf = asOf.map { TimeSpan.month(Period.Bound.date($0).lastDay) + 1 }
  }

  /// A table of the records of a collection that tell how long they ran; nil where they are few.
  init?(
    of records: some Sequence<RecordIndex>, in collection: CollectionIndex, label: String,
    identifier: String, _ catalogue: Catalogue
  ) {
    if TimeSpan.field(of: catalogue.schema.collections[collection]) == nil { return nil }
    let rows = records.compactMap { record in
      TimeSpan(of: record, in: catalogue).map { Row(record: record, span: $0) }
    }
    self.init(
      rows, label: label, identifier: identifier, asOf: catalogue.schema.site.imprint.asOf)
  }

  /// The view.
  func view(in catalogue: Catalogue) -> View {
    .object([
      "label": .text(label), "is_open": .flag(isOpen), "table_id": .text(identifier),
      "first_year": .text("\(years.lowerBound)年"), "last_year": .text("\(years.upperBound)年"),
      "count": .count(count),
      "left_out": count > rows.count ? .count(count - rows.count) : .text(""),
      "axis": .html(axis),
      "rows": .list(
        rows.map { row in
          .object([
            "title": .text(catalogue.records[row.record].title.value),
            "path": .text(catalogue.path(of: row.record)),
            "span": .text(row.span.text), "bar": .html(bar(of: row.span)),
          ])
        }),
    ])
  }

  // MARK: Drawing

  private var firstMonth: Int { years.lowerBound * 12 }
  private var months: Int { years.count * 12 }

  /// The month in which the bar of a time ends.
  ///
  /// What is planned for later than the catalogue is true has no end to be drawn.
  private func end(of span: TimeSpan) -> Int {
    if let end = span.end { return TimeSpan.month(end.lastDay) + 1 }
    let last = firstMonth + months
    let start = span.start.map { TimeSpan.month($0.firstDay) } ?? firstMonth
    return asOf.flatMap { $0 > start ? min($0, last) : nil } ?? last
  }

  /// The bar of a time on its line; an end that is open is pointed.
  private func bar(of span: TimeSpan) -> [UInt8] {
    let from = span.start.map { TimeSpan.month($0.firstDay) - firstMonth } ?? 0
    let to = end(of: span) - firstMonth
    let start = min(max(0, from), months - 1)
    let width = max(1, min(to, months) - start)
    var out = ByteWriter(capacity: 400)
    out.append(
      "<svg class=\"span\" width=\"100%\" height=\"14\" aria-hidden=\"true\"><rect class=\"span-track\" y=\"6\" width=\"100%\" height=\"2\"/><use href=\"#"
    )
    out.append(html: marksIdentifier)
    out.append("\"/><rect class=\"bar stage-1\" x=\"")
    out.append(unescaped: share(start))
    out.append("\" y=\"1\" width=\"")
    out.append(unescaped: share(width))
    out.append("\" height=\"12\"/>")
    if span.start == nil { out.append("<path class=\"span-open\" d=\"M8 0H-1V14H8L0 7z\"/>") }
    if span.end == nil {
      out.append("<svg x=\"")
      out.append(unescaped: share(start + width))
      out.append(
        "\" overflow=\"visible\" aria-hidden=\"true\"><path class=\"span-open\" d=\"M-8 0H1V14H-8L0 7z\"/></svg>"
      )
    }
    out.append("</svg>")
    return out.bytes
  }

  /// The years at which the scale has a mark: few enough to stand beside each other.
  private var marks: [Int] {
    let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000]
    let step = steps.first { years.count / $0 <= 5 } ?? 5_000
    // At the right end there is no room for its number.
    return years.filter { $0 % step == 0 && ($0 - years.lowerBound) * 10 < years.count * 9 }
  }

  /// The `id` of the marks, which each row shows behind its bar.
  private var marksIdentifier: String { identifier + "-marks" }

  private var axis: [UInt8] {
    var out = ByteWriter(capacity: 400)
    let places = marks.map { (year: $0, place: share(($0 - years.lowerBound) * 12)) }
    out.append(
      "<svg class=\"span\" width=\"100%\" height=\"20\" aria-hidden=\"true\"><g id=\"")
    out.append(html: marksIdentifier)
    out.append("\">")
    for (_, place) in places {
      out.append("<rect class=\"span-mark\" x=\"")
      out.append(unescaped: place)
      out.append("\" width=\"1\" height=\"20\"/>")
    }
    out.append("</g>")
    for (year, place) in places {
      out.append("<text x=\"")
      out.append(unescaped: place)
      out.append("\" dx=\"4\" y=\"15\">")
      out.append(decimal: year)
      out.append("</text>")
    }
    out.append("</svg>")
    return out.bytes
  }

  /// Months as a share of the scale in per cent, with two digits.
  private func share(_ months: Int) -> String {
    let hundredths = months * 10_000 / self.months
    let rest = hundredths % 100
    return "\(hundredths / 100)\(rest == 0 ? "" : ".\(rest < 10 ? "0" : "")\(rest)")%"
  }
}
