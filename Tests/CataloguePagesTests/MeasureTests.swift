import CatalogueModel
import Mustache
import TestSupport
import Testing

@testable import CataloguePages

@Suite("Measured values on pages")
struct MeasureTests {
  private func view(_ lines: [String]) async throws -> ViewObject? {
    let catalogue = try await TestCatalogue {
      TestRecord(
        "programmes/a", "甲",
        lines.isEmpty ? "" : "results:\n" + lines.map { "  - \($0)" }.joined(separator: "\n"))
    }.resolved()
    let index = try #require(catalogue.records.indices.first)
    let measures = RecordMeasures(catalogue.records[index], catalogue.collection(of: index))
    if case .object(let object)? = measures?.view { return object }
    return nil
  }

  private func line(_ name: String, _ year: String, _ value: String, unit: String = "件") -> String {
    "{name: \(name), year: \(year), value: \"\(value)\", unit: \(unit)}"
  }

  private func texts(_ view: View?, _ name: ViewName) -> [String] {
    guard case .list(let views)? = view else { return [] }
    return views.compactMap { view in
      guard case .object(let object) = view, case .text(let text)? = object[name] else {
        return nil
      }
      return text
    }
  }

  @Test(
    "stand in a table of names by years, the oldest first, with an empty cell where nothing is told"
  )
  func table() async throws {
    let view = try #require(
      try await view([
        line("特許料", "2020年度", "120"), line("審査", "2019年度", "191"), line("特許料", "2019年度", "100"),
        line("審査", "2020年4月", "3"),
      ]))
    #expect(texts(view["heads"], "label") == ["2019年度", "2020年4月", "2020年度"])
    #expect(texts(view["heads"], "era") == ["令和元年度", "令和2年4月", "令和2年度"])
    #expect(texts(view["rows"], "name") == ["特許料", "審査"])
    guard case .list(let rows)? = view["rows"], case .object(let first) = rows[1] else {
      Issue.record("no rows")
      return
    }
    #expect(texts(first["cells"], "amount") == ["191件", "3件", ""])
    #expect(view["has_charts"] == .flag(false))
  }

  @Test(
    "have a chart where a name has three years, by the size of the numbers, with decimals or without"
  )
  func charts() async throws {
    let view = try #require(
      try await view([
        line("割合", "2018年度", "12.5", unit: "％"), line("割合", "2019年度", "25", unit: "％"),
        line("割合", "2020年度", "50.0", unit: "％"), line("件数", "2020年度", "1"),
      ]))
    #expect(texts(view["charts"], "name") == ["割合"])
    guard case .list(let charts)? = view["charts"], case .object(let chart) = charts[0],
      case .html(let bytes)? = chart["drawing"]
    else {
      Issue.record("no chart")
      return
    }
    let svg = String(decoding: bytes, as: UTF8.self)
    let widths = svg.matches(of: /class="bar stage-1"[^>]* width="([^"]*)"/).map { String($0.1) }
    #expect(widths == ["25%", "50%", "100%"])
    #expect(svg.contains("aria-describedby=\"measures-table\""))
  }

  @Test(
    "have no chart where a number is negative, the same name has another unit, or there are none",
    arguments: [
      ["△1", "2", "3"], ["1", "2"], ["9223372036854775807", "0.5", "1"],
    ])
  func noChart(_ values: [String]) async throws {
    let lines = values.enumerated().map { line("甲", "\(2018 + $0)年度", $1) }
    #expect(try await view(lines)?["has_charts"] == .flag(false))
    #expect(try await view([]) == nil)
  }
}
