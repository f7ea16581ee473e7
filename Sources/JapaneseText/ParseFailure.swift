/// Why a text is not the value it should be.
///
/// The cases carry what a sentence about them needs; the sentences are in `ParseFailure+Message.swift`.
/// A `suggestion` is the right form of what was most likely meant, for a person to confirm.
package enum ParseFailure: Error, Sendable, Hashable {
  /// The kinds of values, for the failures that any of them may have.
  package enum Form: Sendable, Hashable {
    case fiscalYear
    case date
    case period
    case yen
    case corporateNumber
    case reading
    case number
  }

  /// Nothing is written.
  case empty(Form)
  /// The text has none of the forms of this kind of value.
  case unreadable(Form, text: String)
  /// The text has none of the forms, but it is plain what is meant: 令和二年度, 17憶円, 2020年4月1日付.
  case misspelt(Form, text: String, suggestion: String)
  /// The year is outside the years that can be handled.
  case yearOutOfRange(Int, ClosedRange<Int>)

  /// A year is written where a fiscal year is meant: 2020, 2020年.
  case fiscalYearWithoutUnit(text: String, suggestion: String)
  /// The first year of an era is written as 1 instead of 元.
  case firstYearAsNumber(era: Era, suggestion: String)
  /// The era was over when the fiscal year began: 平成32年度.
  case fiscalYearAfterEra(era: Era, year: Int, suggestion: String)

  /// A fiscal year is written where a date is meant.
  case fiscalYearForDate(text: String)
  /// A day is written without anything between its parts: 20200401.
  case dateWithoutSeparators(text: String, suggestion: String)
  /// There is no such month.
  case noSuchMonth(Int)
  /// There is no such day; `last` is the last day of the month.
  case noSuchDay(year: Int, month: Int, day: Int, last: Int)
  /// The era does not hold on the date: 平成31年5月1日.
  case dateOutsideEra(era: Era, text: String, suggestion: String)
  /// The date is from before 1873, when months were lunisolar.
  case lunisolarDate(text: String)

  /// Only one fiscal year or date is written where a period is meant.
  case periodWithoutSeparator(suggestion: String)
  /// Both ends of the period are open.
  case periodWithoutEnds
  /// The ends are of different precision, or the start borrows its unit from the end: 2013〜2021年度.
  case mixedPrecision(start: String, end: String, suggestion: String?)
  /// The start is after the end.
  case reversedPeriod(start: String, end: String, suggestion: String)

  /// What is wrong with an amount of money.
  case amount(AmountFailure)

  /// A remark stands before or behind a number: 約608, 360超.
  case numberWithRemark(String, number: String)
  /// A unit stands behind a number: 120件.
  case numberWithUnit(String, number: String)

  /// The corporate number has not 13 digits.
  case corporateNumberLength(Int)
  /// The first digit does not check the others.
  case corporateNumberCheckDigit(printed: Int, expected: Int)

  /// A character in a reading that is neither kana nor a Latin letter, digit or sign.
  case notKana(Unicode.Scalar, utf8Offset: Int)
  /// A dash stands where the long vowel mark ー is meant.
  case dashForLongVowel(suggestion: String)
}
