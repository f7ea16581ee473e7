/// A span of time between two ends of one precision, either of which may be open.
///
/// Shapes: at least one end is there; the start is not after the end. Both ends are included.
package struct Period: Sendable, Hashable {
  /// An end: a fiscal year or a date.
  package enum Bound: Sendable, Hashable {
    case fiscalYear(FiscalYear)
    case date(PartialDate)
  }

  /// The first fiscal year or date, or nothing if it is open.
  package let start: Bound?

  /// The last fiscal year or date, or nothing if it is open.
  package let end: Bound?

  /// Makes a period, or tells what is wrong with the two ends.
  package static func from(_ start: Bound?, to end: Bound?) -> Result<Period, ParseFailure> {
    guard let start, let end else {
      return start == nil && end == nil
        ? .failure(.periodWithoutEnds) : .success(Period(start: start, end: end))
    }
    guard start.hasPrecision(of: end) else {
      return .failure(.mixedPrecision(start: start.western, end: end.western, suggestion: nil))
    }
    guard start.firstDay <= end.firstDay else {
      return .failure(
        .reversedPeriod(
          start: start.western, end: end.western, suggestion: "\(end.western)〜\(start.western)"))
    }
    return .success(Period(start: start, end: end))
  }

  /// The period by the Common Era, such as `2013年度〜2021年度` or `2013年度〜`.
  package var western: String { "\(start?.western ?? "")〜\(end?.western ?? "")" }

  /// The period by the eras, such as `平成25年度〜令和3年度`.
  package var japanese: String { "\(start?.japanese ?? "")〜\(end?.japanese ?? "")" }

  /// The period as an interval of ISO 8601, such as `2013-04-01/2022-03-31` or `2013-04/..`.
  ///
  /// Fiscal years are given by their first and last days; `..` is an open end (ISO 8601-2).
  package var iso8601: String {
    let first = start?.iso8601(isEnd: false) ?? ".."
    let last = end?.iso8601(isEnd: true) ?? ".."
    return "\(first)/\(last)"
  }

  /// Whether any day of the fiscal year falls into the period.
  package func overlaps(_ year: FiscalYear) -> Bool {
    if let start, start.firstDay > year.end { return false }
    if let end, end.lastDay < year.start { return false }
    return true
  }

  private init(start: Bound?, end: Bound?) {
    self.start = start
    self.end = end
  }
}

extension Period.Bound {
  /// The first day that the end may mean.
  package var firstDay: CalendarDay {
    switch self {
    case .fiscalYear(let year): year.start
    case .date(let date): date.start
    }
  }

  /// The last day that the end may mean.
  package var lastDay: CalendarDay {
    switch self {
    case .fiscalYear(let year): year.end
    case .date(let date): date.end
    }
  }

  /// The end by the Common Era.
  package var western: String {
    switch self {
    case .fiscalYear(let year): year.western
    case .date(let date): date.western
    }
  }

  /// The end by the era.
  package var japanese: String {
    switch self {
    case .fiscalYear(let year): year.japanese
    case .date(let date): date.japanese
    }
  }

  fileprivate func iso8601(isEnd: Bool) -> String {
    switch self {
    case .fiscalYear(let year): isEnd ? year.end.iso8601 : year.start.iso8601
    case .date(let date): date.iso8601
    }
  }

  fileprivate func hasPrecision(of other: Period.Bound) -> Bool {
    switch (self, other) {
    case (.fiscalYear, .fiscalYear): true
    case (.date(let one), .date(let two)): one.precision == two.precision
    default: false
    }
  }
}

extension Period: Comparable {
  /// Compares the starts (an open one first), then the ends (an open one last).
  package static func < (left: Period, right: Period) -> Bool {
    if let order = precedes(left.start?.firstDay, right.start?.firstDay, openIsFirst: true) {
      return order
    }
    if let order = precedes(left.end?.lastDay, right.end?.lastDay, openIsFirst: false) {
      return order
    }
    return left.rank < right.rank
  }

  /// Tells periods of the same days apart (2020年4月1日〜 and 2020年度〜), so that `<` is total.
  private var rank: Int {
    switch start ?? end {
    case .date(let date): date.precision.rawValue
    case .fiscalYear, nil: PartialDate.Precision.day.rawValue + 1
    }
  }

  /// Whether `left` comes before `right`; nothing if they are the same.
  private static func precedes(
    _ left: CalendarDay?, _ right: CalendarDay?, openIsFirst: Bool
  ) -> Bool? {
    if left == right { return nil }
    guard let left else { return openIsFirst }
    guard let right else { return !openIsFirst }
    return left < right
  }
}
