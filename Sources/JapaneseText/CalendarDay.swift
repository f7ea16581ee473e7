/// A day of the Gregorian calendar.
///
/// Shapes: `month` is 1...12, `day` is 1...31 and exists in that month; the initialiser sees to it.
package struct CalendarDay: Sendable, Hashable {
  /// The year of the Common Era.
  package let year: Int

  /// The month, 1...12.
  package let month: Int

  /// The day of the month, 1...31.
  package let day: Int

  /// Makes a day, or nothing if the calendar has no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1,
      day <= CalendarDay.lastDay(ofMonth: month, in: year)
    else { return nil }
    self.init(unchecked: year, month, day)
  }

  /// Makes a day that the program itself knows to exist.
  init(unchecked year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The number of days of a month (28...31); `month` is 1...12.
  package static func lastDay(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: isLeap(year) ? 29 : 28
    default: 31
    }
  }

  /// Whether February of the year has 29 days.
  package static func isLeap(_ year: Int) -> Bool {
    (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
  }

  /// The day in the calendar format of ISO 8601, such as `2020-04-01`.
  package var iso8601: String {
    let month = month < 10 ? "0\(month)" : "\(month)"
    let day = day < 10 ? "0\(day)" : "\(day)"
    return "\(CalendarDay.fourDigits(year))-\(month)-\(day)"
  }

  /// A year with the four digits that ISO 8601 asks for.
  static func fourDigits(_ year: Int) -> String {
    let digits = String(year)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}

extension CalendarDay: Comparable {
  package static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}
