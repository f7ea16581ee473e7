/// A fiscal year of the Japanese state (会計年度): 1 April to 31 March of the next year.
///
/// Source: 財政法 第11条. A fiscal year is named by the era of its year number as a whole: the fiscal
/// year from April 2019 is 令和元年度, although April 2019 was still 平成31年.
package struct FiscalYear: Sendable, Hashable {
  /// The years that have a name in an era and four digits.
  package static let years = 1868...9999

  private let year: Int16

  /// Makes the fiscal year that begins in April of `startYear`; nothing outside `years`.
  package init?(startYear: Int) {
    guard FiscalYear.years.contains(startYear) else { return nil }
    year = Int16(startYear)
  }

  /// The year of the Common Era in which the fiscal year begins.
  package var startYear: Int { Int(year) }

  /// The fiscal year in which a day falls, or nothing outside `years`.
  package init?(of day: CalendarDay) {
    self.init(startYear: day.month >= 4 ? day.year : day.year - 1)
  }

  /// The first day, 1 April.
  package var start: CalendarDay { CalendarDay(unchecked: startYear, 4, 1) }

  /// The last day, 31 March of the next year.
  package var end: CalendarDay { CalendarDay(unchecked: startYear + 1, 3, 31) }

  /// The era that names the fiscal year: the last that begins in its calendar year or before.
  package var era: Era {
    Era.allCases.last { $0.start.year <= startYear } ?? .meiji
  }

  /// The name by the Common Era, such as `2020年度`.
  package var western: String { "\(startYear)年度" }

  /// The name by the era, such as `令和2年度`.
  package var japanese: String { era.text(ofWesternYear: startYear, unit: "年度") }

  /// Both names, such as `令和2年度（2020年度）`.
  package var both: String { "\(japanese)（\(western)）" }
}

extension FiscalYear: Comparable {
  package static func < (left: FiscalYear, right: FiscalYear) -> Bool {
    left.startYear < right.startYear
  }
}

extension FiscalYear {
  /// Reads `2020年度`, `令和2年度`, `R2年度` or `令和元年度`, in any width and with spaces.
  ///
  /// Refused: a year without 年度, the first year of an era as 1, and an era that was over when the
  /// fiscal year began (平成32年度, 昭和64年度); 平成31年度 is read as 令和元年度, since it was.
  package static func parse(_ text: String) -> Result<FiscalYear, ParseFailure> {
    parse(FoldedText(text), printed: text).mapError { failure in
      Misspelling.failure(.fiscalYear, text, after: failure) { parse(FoldedText($0), printed: $0) }
    }
  }

  static func parse(_ folded: FoldedText, printed: String) -> Result<FiscalYear, ParseFailure> {
    var folded = folded
    if folded.isAtEnd { return .failure(.empty(.fiscalYear)) }
    guard let year = folded.scanYear() else {
      return .failure(.unreadable(.fiscalYear, text: printed))
    }
    let hasUnit = folded.scan("年度")
    if !hasUnit { _ = folded.scan("年") }
    guard folded.isAtEnd else { return .failure(.unreadable(.fiscalYear, text: printed)) }
    guard let value = FiscalYear(startYear: year.westernYear) else {
      return .failure(.yearOutOfRange(year.westernYear, FiscalYear.years))
    }
    let name = year.era == nil ? value.western : value.japanese
    guard hasUnit else {
      return .failure(.fiscalYearWithoutUnit(text: printed, suggestion: name))
    }
    if let era = year.era {
      if year.isFirstAsNumber {
        return .failure(.firstYearAsNumber(era: era, suggestion: name))
      }
      if let end = era.end, end < value.start {
        return .failure(.fiscalYearAfterEra(era: era, year: year.number, suggestion: name))
      }
    }
    return .success(value)
  }
}
