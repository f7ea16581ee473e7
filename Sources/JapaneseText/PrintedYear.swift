/// A year as it is printed, before it is known whether it means a year or a fiscal year.
struct PrintedYear {
  /// The era, or nothing for a year of the Common Era.
  let era: Era?

  /// The year of the era (1 for 元年) or of the Common Era.
  let number: Int

  /// Whether the first year of an era is printed as `1` where `元` is the rule.
  let isFirstAsNumber: Bool

  /// The year of the Common Era.
  var westernYear: Int { era?.westernYear(number) ?? number }
}

extension FoldedText {
  /// Reads `令和2`, `令和元`, `R2` or `2020`, without the unit after it.
  mutating func scanYear() -> PrintedYear? {
    guard let era = scanEra() else {
      guard let number = scanNumber(digits: 4), number >= 1000 else { return nil }
      return PrintedYear(era: nil, number: number, isFirstAsNumber: false)
    }
    if scan("元") { return PrintedYear(era: era, number: 1, isFirstAsNumber: false) }
    guard let number = scanNumber(digits: 2), number > 0 else { return nil }
    return PrintedYear(era: era, number: number, isFirstAsNumber: number == 1)
  }

  private mutating func scanEra() -> Era? {
    for era in Era.allCases where scan(era.name) || scan(String(era.letter)) { return era }
    return nil
  }
}
