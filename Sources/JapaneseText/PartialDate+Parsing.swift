extension PartialDate {
  /// Reads a date such as `2020-04-01`, `2020/4/1`, `2020.4.1`, `R2.4.1`, `2020-04`, `2020`, `2020年4月` or
  /// `令和2年4月1日`.
  ///
  /// Refused: days the calendar does not have, an era that does not hold on the date (平成31年5月1日),
  /// the first year of an era as 1, months and days of 明治5年 and before (they are lunisolar), and a
  /// fiscal year.
  package static func parse(_ text: String) -> Result<PartialDate, ParseFailure> {
    parse(FoldedText(text), printed: text).mapError { failure in
      Misspelling.failure(.date, text, after: failure) { parse(FoldedText($0), printed: $0) }
    }
  }

  static func parse(_ folded: FoldedText, printed: String) -> Result<PartialDate, ParseFailure> {
    var folded = folded
    if folded.isAtEnd { return .failure(.empty(.date)) }
    let unreadable = unseparated(printed) ?? ParseFailure.unreadable(.date, text: printed)
    guard let year = folded.scanYear() else { return .failure(unreadable) }
    if folded.scan("年度") && folded.isAtEnd {
      return .failure(.fiscalYearForDate(text: printed))
    }
    guard let (month, day) = folded.scanMonthAndDay(ofEra: year.era != nil),
      folded.isAtEnd
    else { return .failure(unreadable) }

    if let failure = calendarFailure(year.westernYear, month, day) { return .failure(failure) }
    guard let date = PartialDate(year: year.westernYear, month: month, day: day) else {
      return .failure(.yearOutOfRange(year.westernYear, PartialDate.years))
    }
    if let era = year.era, let failure = date.eraFailure(era, year, printed: printed) {
      return .failure(failure)
    }
    return .success(date)
  }

  /// The failure of `20200401`, if a text is a day written so.
  private static func unseparated(_ text: String) -> ParseFailure? {
    let digits = Array(text.utf8)
    guard digits.count == 8, digits.allSatisfy({ (48...57).contains($0) }), let number = Int(text),
      let date = PartialDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    else { return nil }
    return .dateWithoutSeparators(text: text, suggestion: date.iso8601)
  }

  private static func calendarFailure(_ year: Int, _ month: Int?, _ day: Int?) -> ParseFailure? {
    guard let month else { return nil }
    guard (1...12).contains(month) else { return .noSuchMonth(month) }
    let last = CalendarDay.lastDay(ofMonth: month, in: year)
    guard let day, !(1...last).contains(day) else { return nil }
    return .noSuchDay(year: year, month: month, day: day, last: last)
  }

  /// What is wrong with an era on this date, if anything.
  private func eraFailure(_ era: Era, _ printed: PrintedYear, printed text: String) -> ParseFailure?
  {
    if precision > .year && year < PartialDate.firstSolarYear { return .lunisolarDate(text: text) }
    if !Era.within(start, end).contains(era) {
      return .dateOutsideEra(era: era, text: text, suggestion: japanese)
    }
    // The short form has no 元: R1.5.1.
    guard printed.isFirstAsNumber, text.contains("年") else { return nil }
    let monthAndDay = western.drop { $0 != "年" }
    return .firstYearAsNumber(era: era, suggestion: era.name + "元" + monthAndDay)
  }
}

extension FoldedText {
  /// Reads what follows the year: `年4月1日`, `年4月`, `年`, `-04-01`, `/4/1`, `.4.1`, these without the day, or
  /// nothing.
  ///
  /// Behind the year of an era, a hyphen may begin the end of a period, and a year alone needs its unit.
  fileprivate mutating func scanMonthAndDay(ofEra: Bool) -> (month: Int?, day: Int?)? {
    if scan("年") {
      if isAtEnd { return (nil, nil) }
      guard let month = scanNumber(digits: 2), scan("月") else { return nil }
      if isAtEnd { return (month, nil) }
      guard let day = scanNumber(digits: 2), scan("日") else { return nil }
      return (month, day)
    }
    for separator in ofEra ? ["/", "."] : ["-", "/", "."] where scan(separator) {
      _ = scan(" ")
      guard let month = scanNumber(digits: 2) else { return nil }
      if isAtEnd { return (month, nil) }
      guard scan(separator) else { return nil }
      _ = scan(" ")
      return scanNumber(digits: 2).map { (month, $0) }
    }
    return ofEra ? nil : (nil, nil)
  }
}
