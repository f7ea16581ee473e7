/// A date of which the day, or the month and the day, may be unknown.
///
/// Shapes: `day` is there only if `month` is; both exist in the calendar. A date keeps the precision
/// with which it was written and never invents the rest.
package struct PartialDate: Sendable, Hashable {
  /// How much of a date is known.
  package enum Precision: Int, Sendable, Hashable, Comparable {
    case year
    case month
    case day

    package static func < (left: Precision, right: Precision) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// The years that can be written, those of four digits.
  package static let years = 1000...9999

  // Small, since every value of a catalogue is as large as a period, which has two of them; 0 is unknown.
  private let yearNumber: Int16
  private let monthNumber: Int8
  private let dayNumber: Int8

  /// Makes a date, or nothing if the calendar has no such month or day.
  package init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard PartialDate.years.contains(year) else { return nil }
    if month == nil && day != nil { return nil }
    guard CalendarDay(year: year, month: month ?? 1, day: day ?? 1) != nil else { return nil }
    yearNumber = Int16(year)
    monthNumber = Int8(month ?? 0)
    dayNumber = Int8(day ?? 0)
  }

  /// Makes a date of which the day is known.
  package init(_ day: CalendarDay) {
    yearNumber = Int16(day.year)
    monthNumber = Int8(day.month)
    dayNumber = Int8(day.day)
  }

  /// The year of the Common Era.
  package var year: Int { Int(yearNumber) }

  /// The month, 1...12, if known.
  package var month: Int? { monthNumber == 0 ? nil : Int(monthNumber) }

  /// The day of the month, if known.
  package var day: Int? { dayNumber == 0 ? nil : Int(dayNumber) }

  /// How much is known.
  package var precision: Precision {
    if day != nil { return .day }
    return month == nil ? .year : .month
  }

  /// The first day that the date may mean.
  package var start: CalendarDay { CalendarDay(unchecked: year, month ?? 1, day ?? 1) }

  /// The last day that the date may mean.
  package var end: CalendarDay {
    let month = month ?? 12
    return CalendarDay(
      unchecked: year, month, day ?? CalendarDay.lastDay(ofMonth: month, in: year))
  }

  /// The date by ISO 8601 with the precision kept: `2020`, `2020-04` or `2020-04-01`.
  package var iso8601: String {
    switch precision {
    case .year: CalendarDay.fourDigits(year)
    case .month: String(start.iso8601.prefix(7))
    case .day: start.iso8601
    }
  }

  /// The date by the Common Era: `2020年`, `2020年4月` or `2020年4月1日`.
  package var western: String { "\(year)年" + monthAndDay }

  /// The date by the era, such as `令和2年4月1日`.
  ///
  /// A year or month in which the era changes has both names (`平成31年・令和元年`), since without the
  /// day neither alone is right. Before 1873, when months were lunisolar, a date with a month, and
  /// before 明治 any date, has no such name and is given by the Common Era.
  package var japanese: String {
    if precision > .year && year < PartialDate.firstSolarYear { return western }
    let names = Era.within(start, end).map {
      $0.text(ofWesternYear: year, unit: "年") + monthAndDay
    }
    return names.isEmpty ? western : names.joined(separator: "・")
  }

  /// Both names, such as `令和2年4月1日（2020年4月1日）`.
  package var both: String {
    let japanese = japanese
    return japanese == western ? western : "\(japanese)（\(western)）"
  }

  /// The first year of the solar calendar in Japan: 明治5年太政官布告第337号 made 明治6年1月1日 1873-01-01.
  static let firstSolarYear = 1873

  private var monthAndDay: String {
    (month.map { "\($0)月" } ?? "") + (day.map { "\($0)日" } ?? "")
  }
}

extension PartialDate: Comparable {
  /// Compares the first days; of dates with the same first day the less precise comes first.
  package static func < (left: PartialDate, right: PartialDate) -> Bool {
    if left.start != right.start { return left.start < right.start }
    return left.precision < right.precision
  }
}
