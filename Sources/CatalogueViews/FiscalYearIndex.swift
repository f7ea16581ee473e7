package import CatalogueModel
import Diagnostics
package import JapaneseText

/// Which records speak of which fiscal year, and with which amounts.
package struct FiscalYearIndex: Sendable {
  /// A line of a budget with the record it belongs to.
  package struct Line: Sendable {
    package let record: RecordIndex
    package let entry: BudgetEntry
  }

  /// What is known of one fiscal year.
  package struct Year: Sendable {
    package let year: FiscalYear
    /// The budget lines of the year, the largest amount first within a stage.
    package fileprivate(set) var lines: [Line] = []
    /// The records that name the year without an amount for it, in the order of the pages.
    package fileprivate(set) var others: [RecordIndex] = []
  }

  /// The years, the newest first.
  package let years: [Year]

  /// Gathers the years of the catalogue.
  package init(_ catalogue: Catalogue) {
    var years: [FiscalYear: Year] = [:]
    for (collection, members) in zip(catalogue.schema.collections, catalogue.members)
    where !collection.isHidden {
      let places = collection.fields.indices.filter {
        collection.fields[$0].type.traits.contains(.fiscalYears)
      }
      if places.isEmpty { continue }
      let amount = collection.field(.amount)
      for index in members { Self.add(index, places, amount, of: catalogue, to: &years) }
    }
    self.years = years.values.sorted { $0.year > $1.year }.map { year in
      var year = year
      year.lines.sort(by: FiscalYearIndex.isBefore)
      return year
    }
  }

  /// Adds the lines of a record, and the record itself to the years that it names without a line.
  private static func add(
    _ index: RecordIndex, _ places: [FieldIndex], _ amount: FieldIndex?, of catalogue: Catalogue,
    to years: inout [FiscalYear: Year]
  ) {
    let record = catalogue.records[index]
    var named: [FiscalYear] = []
    var budgeted: [FiscalYear] = []
    for place in places {
      for value in record.values(ofField: place) {
        switch value.value {
        case .budget(let entry) where place == amount:
          budgeted.append(entry.year)
          years[entry.year, default: Year(year: entry.year)].lines.append(
            Line(record: index, entry: entry))
        case .budget(let entry): named.append(entry.year)
        case .fiscalYear(let year): named.append(year)
        default: break
        }
      }
    }
    for year in named where !budgeted.contains(year) {
      // A record writes few years, and stands in each once.
      if years[year]?.others.last != index {
        years[year, default: Year(year: year)].others.append(index)
      }
    }
  }

  private static func isBefore(_ left: Line, _ right: Line) -> Bool {
    let amounts = (left.entry.amount?.yen.amount ?? -1, right.entry.amount?.yen.amount ?? -1)
    return amounts.0 != amounts.1 ? amounts.0 > amounts.1 : left.record < right.record
  }

  /// The path of a year's page.
  package static func path(of year: FiscalYear) -> String { "fiscal-years/\(year.startYear)/" }
}
