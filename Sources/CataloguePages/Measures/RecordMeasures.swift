import CatalogueModel
import Diagnostics
import JapaneseText
import Mustache

/// The measured values of a record: a table of names by years, and a chart of each name that has several years.
struct RecordMeasures {
  /// What was measured, over the years.
  private struct Series {
    let name: String
    let unit: String
    /// By the key of its time.
    var values: [[UInt8]: Measure]
  }

  /// A year or date that stands at the head of a column.
  private struct Time {
    let key: [UInt8]
    /// By both calendars.
    let label: String
    /// By the Common Era.
    let western: String
    /// By the era; empty where that is the same.
    let era: String

    init(_ value: FieldValue, key: [UInt8], label: String) {
      self.key = key
      self.label = label
      let names =
        switch value {
        case .fiscalYear(let year): (year.western, year.japanese)
        case .date(let date): (date.western, date.japanese)
        default: (label, label)
        }
      western = names.0
      era = names.1 == names.0 ? "" : names.1
    }
  }

  private let title: String
  private let series: [Series]
  /// The oldest first.
  private let times: [Time]

  /// With fewer values a chart shows nothing that the table does not.
  private static let enoughForChart = 3
  /// How many charts a page has: of the first names.
  private static let chartLimit = 30
  /// With more of them they are opened by those who want them.
  private static let openLimit = 2
  private static let tableIdentifier = "measures-table"

  /// What the values offer.
  static let fields: [ViewShape.Field] = [
    .init("table_id", "表のid", .text),
    .init("place", "すべての値の出典の箇所。分かれていれば空", .text),
    .init(
      "heads", "年度か年月",
      .list(
        of: .object([.init("label", "西暦で", .text), .init("era", "和暦で。同じなら空", .text)]))),
    .init(
      "rows", "行。測ったものごと",
      .list(
        of: .object([
          .init("name", "名", .text), .init("places", "出典の箇所。なければ空", .text),
          .init(
            "cells", "年ごとの値",
            .list(
              of: .object([
                .init("head", "年度か年月", .text), .init("amount", "値と単位。なければ空", .text),
                .init("note", "注。なければ空", .text),
              ]))),
        ]))),
    .init(
      "charts", "図。年が少なければ空",
      .list(of: .object([.init("name", "名", .text), .init("drawing", "図", .html)]))),
    .init("chart_count", "図の数", .text),
    .init("has_charts", "図があるか", .flag),
    .init("are_folded", "図が多いので、開くまで示さないか", .flag),
  ]

  /// Gathers the values of a record; nil where it has none.
  init?(_ record: Record, _ collection: Collection) {
    guard let place = collection.field(.measures) else { return nil }
    let moment = MomentType()
    var series: [Series] = []
    var places: [String: Int] = [:]
    var times: [[UInt8]: Time] = [:]
    for value in record.values(ofField: place) {
      guard case .measure(let measure) = value.value else { continue }
      // A fiscal year and the day on which it begins are two columns.
      let time = measure.time.value
      let isFiscal: Bool
      if case .fiscalYear = time { isFiscal = true } else { isFiscal = false }
      let key = moment.sortKey(time) + [isFiscal ? 1 : 0]
      times[key] = Time(time, key: key, label: moment.show(time).text)
      let name = "\(measure.name.value)\n\(measure.unit.value)"
      let index = places[name] ?? series.count
      if index == series.count {
        places[name] = index
        series.append(
          Series(name: measure.name.value, unit: measure.unit.value, values: [:]))
      }
      series[index].values[key] = measure
    }
    if series.isEmpty { return nil }
    title = record.title.value
    self.series = series
    self.times = times.values.sorted { $0.key.lexicographicallyPrecedes($1.key) }
  }

  /// The view.
  var view: View {
    let charts = charts
    let place = commonPlace
    return .object([
      "place": .text(place ?? ""),
      "table_id": .text(Self.tableIdentifier),
      "heads": .list(
        times.map { .object(["label": .text($0.western), "era": .text($0.era)]) }),
      "rows": .list(series.map { row($0, showsPlaces: place == nil) }),
      "charts": .list(charts),
      "chart_count": .count(charts.count),
      "has_charts": .flag(!charts.isEmpty),
      "are_folded": .flag(charts.count > Self.openLimit),
    ])
  }

  /// The place that all values have, so that it is told once.
  private var commonPlace: String? {
    let places = Set(series.flatMap { $0.values.values.map(\.place) })
    return places.count == 1 ? places.first ?? nil : nil
  }

  private func row(_ series: Series, showsPlaces: Bool) -> View {
    var places: [String] = []
    for time in times where showsPlaces {
      if let place = series.values[time.key]?.place, !places.contains(place) {
        places.append(place)
      }
    }
    return .object([
      "name": .text(series.name), "places": .text(places.joined(separator: "、")),
      "cells": .list(
        times.map { time in
          let measure = series.values[time.key]
          return .object([
            "head": .text(time.label), "amount": .text(measure?.amount ?? ""),
            "note": .text(measure?.note ?? ""),
          ])
        }),
    ])
  }

  /// The charts of the names that have several years, none of them negative.
  private var charts: [View] {
    let fit = series.filter { $0.values.count >= Self.enoughForChart }
    return fit.prefix(Self.chartLimit).enumerated().compactMap { number, series in
      let measures = times.compactMap { time in
        series.values[time.key].map { (time.label, $0) }
      }
      let decimals = measures.map(\.1.value.decimals).max() ?? 0
      let sizes = measures.compactMap { $0.1.value.scaled(to: decimals) }
      guard sizes.count == measures.count, sizes.allSatisfy({ $0 >= 0 }) else { return nil }
      let rows = zip(measures, sizes).map { entry, size in
        let amount = entry.1.amount + (entry.1.note.map { "（\($0)）" } ?? "")
        return BarDrawing.Row(
          label: entry.0, amount: amount,
          parts: [BarDrawing.Part(stage: 0, size: size, title: "\(entry.0) \(amount)")])
      }
      let drawing = BarDrawing(rows: rows, stages: 1).svg(
        title: "\(title)：\(series.name)の推移", identifier: "section-measures-\(number + 1)",
        describedBy: Self.tableIdentifier)
      return .object(["name": .text(series.name), "drawing": .html(drawing)])
    }
  }
}
