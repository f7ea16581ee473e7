/// An era (元号) since the Meiji reform, from which on one reign has one era.
///
/// Source of the dates: the era orders (改元の詔, since 1979 政令 under the 元号法). 明治 is counted
/// from the day of its rescript; dates before 1873-01-01 are lunisolar and are not converted.
package enum Era: Int, Sendable, Hashable, CaseIterable {
  case meiji
  case taisho
  case showa
  case heisei
  case reiwa

  /// The name in kanji, such as `令和`.
  package var name: String {
    switch self {
    case .meiji: "明治"
    case .taisho: "大正"
    case .showa: "昭和"
    case .heisei: "平成"
    case .reiwa: "令和"
    }
  }

  /// The Latin letter that forms and tables use for the era, such as `R`.
  package var letter: Unicode.Scalar {
    switch self {
    case .meiji: "M"
    case .taisho: "T"
    case .showa: "S"
    case .heisei: "H"
    case .reiwa: "R"
    }
  }

  /// The name in Latin letters, such as `Reiwa`.
  package var english: String {
    switch self {
    case .meiji: "Meiji"
    case .taisho: "Taisho"
    case .showa: "Showa"
    case .heisei: "Heisei"
    case .reiwa: "Reiwa"
    }
  }

  /// The first day of the era.
  package var start: CalendarDay {
    switch self {
    case .meiji: CalendarDay(unchecked: 1868, 10, 23)
    case .taisho: CalendarDay(unchecked: 1912, 7, 30)
    case .showa: CalendarDay(unchecked: 1926, 12, 25)
    case .heisei: CalendarDay(unchecked: 1989, 1, 8)
    case .reiwa: CalendarDay(unchecked: 2019, 5, 1)
    }
  }

  /// The last day of the era, or nothing for the era that goes on.
  ///
  /// The last day of 明治 and of 大正 was also the first of the next era; by the orders it counts as a
  /// day of the next, so the last day here is the one before.
  package var end: CalendarDay? {
    switch self {
    case .meiji: CalendarDay(unchecked: 1912, 7, 29)
    case .taisho: CalendarDay(unchecked: 1926, 12, 24)
    case .showa: CalendarDay(unchecked: 1989, 1, 7)
    case .heisei: CalendarDay(unchecked: 2019, 4, 30)
    case .reiwa: nil
    }
  }

  /// The era in which a day falls, or nothing before 明治.
  package static func of(_ day: CalendarDay) -> Era? {
    allCases.last { $0.start <= day }
  }

  /// The eras of which at least one day falls between two days, in their order.
  package static func within(_ first: CalendarDay, _ last: CalendarDay) -> [Era] {
    allCases.filter { era in
      guard era.start <= last else { return false }
      guard let end = era.end else { return true }
      return first <= end
    }
  }

  /// The year of the Common Era that is the given year of the era; the year of the start is 1.
  package func westernYear(_ year: Int) -> Int { start.year + year - 1 }

  /// The year of the era as it is written: `令和元年` for the first, `令和2年` for the second.
  ///
  /// `year` is of the Common Era and not before the start of the era; `unit` is `年` or `年度`.
  package func text(ofWesternYear year: Int, unit: String) -> String {
    let number = year - start.year + 1
    return name + (number == 1 ? "元" : String(number)) + unit
  }
}

extension Era: Comparable {
  package static func < (left: Era, right: Era) -> Bool { left.rawValue < right.rawValue }
}
