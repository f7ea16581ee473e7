/// A decimal number as printed, with commas between groups of three digits or none.
struct DecimalNumber {
  /// The digits before and after the point as one integer.
  let digits: Int

  /// How many of the digits stand after the point, without zeros at the end.
  let decimals: Int

  /// Reads digits, commas and points.
  init(printed: String) throws(ParseFailure) {
    let sides = printed.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard sides.count <= 2, let whole = sides.first, !whole.isEmpty, sides.last?.isEmpty == false
    else { throw .amount(.misplacedPoint(number: printed)) }
    guard DecimalNumber.isGrouped(whole) else { throw .amount(.misplacedComma(number: printed)) }
    var fraction = sides.count == 2 ? sides[1] : whole[whole.endIndex...]
    if fraction.contains(UInt8(ascii: ",")) { throw .amount(.misplacedComma(number: printed)) }
    while fraction.last == UInt8(ascii: "0") { fraction.removeLast() }

    var value = 0
    for digit in [whole, fraction].joined() where digit != UInt8(ascii: ",") {
      let (tenfold, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tenfold.addingReportingOverflow(Int(digit) - 48)
      if overflow || carry { throw .amount(.tooLarge) }
      value = sum
    }
    digits = value
    decimals = fraction.count
  }

  /// The number times a power of ten, which must be an integer.
  func times(_ scale: Int) throws(ParseFailure) -> Int {
    var scale = scale
    for _ in 0..<decimals {
      if scale == 1 { throw .amount(.fractionOfYen) }
      scale /= 10
    }
    let (product, overflow) = digits.multipliedReportingOverflow(by: scale)
    if overflow { throw .amount(.tooLarge) }
    return product
  }

  /// Whether commas, if any, stand before every three digits from the right.
  private static func isGrouped(_ whole: Substring.UTF8View) -> Bool {
    let groups = whole.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard groups.count > 1 else { return true }
    guard let first = groups.first, (1...3).contains(first.count) else { return false }
    return groups.dropFirst().allSatisfy { $0.count == 3 }
  }
}
