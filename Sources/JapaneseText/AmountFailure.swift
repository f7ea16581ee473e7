/// Why a text is not an amount of money.
///
/// A `unit` is as printed and empty for single yen.
package enum AmountFailure: Error, Sendable, Hashable {
  /// 円 is missing at the end.
  case withoutYen(suggestion: String)
  /// A unit has no number before it: 10億百万円.
  case withoutNumber(unit: String)
  /// 円 stands in the middle: 275億円72百万円.
  case yenInside(text: String)
  /// A unit follows one that is not larger.
  case unitsOutOfOrder(unit: String, after: String)
  /// A part is so large that it reaches the unit before it: 1億1,000百万円.
  case reachesUnit(unit: String, after: String)
  /// A comma does not part three digits, or not all of them.
  case misplacedComma(number: String)
  /// A decimal point has no digit before or after it: 5.百万円.
  case misplacedPoint(number: String)
  /// A number with decimals is followed by a smaller unit.
  case decimalsBeforeUnit(unit: String)
  /// The amount is not a whole number of yen.
  case fractionOfYen
  /// A remark stands before or behind an amount: 約17億円, 17億円（内数）.
  case remark(String, amount: String)
  /// The amount is larger than can be counted.
  case tooLarge
}
