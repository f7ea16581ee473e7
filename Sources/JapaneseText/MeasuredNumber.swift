/// An exact number as printed for what was measured: 25,451, 46.5, 2万5,451, △3.
package struct MeasuredNumber: Sendable, Hashable {
  /// The digits before and after the point as one integer, with the sign.
  package let digits: Int
  /// How many of the digits stand after the point.
  package let decimals: Int

  /// How many digits may stand after the point; more are no measurement.
  private static let decimalLimit = 9

  /// The number with a comma between groups of three digits: 25,451, 46.5, -3.
  package var text: String {
    let (whole, rest) = parts
    return sign + GroupedDigits.text(ofSize: whole) + rest
  }

  /// The number as programs read it: 25451, 46.5, -3.
  package var plain: String {
    let (whole, rest) = parts
    return sign + String(whole) + rest
  }

  private var sign: String { digits < 0 ? "-" : "" }

  /// What stands before the point, and the point with what stands behind it.
  private var parts: (whole: UInt, rest: String) {
    var scale: UInt = 1
    for _ in 0..<decimals { scale *= 10 }
    let (whole, rest) = digits.magnitude.quotientAndRemainder(dividingBy: scale)
    if decimals == 0 { return (whole, "") }
    let text = String(rest)
    return (whole, "." + String(repeating: "0", count: decimals - text.utf8.count) + text)
  }

  /// The number in units of its smallest digit, where `decimals` digits stand after the point; nil where it is too large.
  package func scaled(to decimals: Int) -> Int? {
    var value = digits
    for _ in self.decimals..<max(self.decimals, decimals) {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = product
    }
    return value
  }

  /// Reads a number with commas between groups of three digits or none, decimals, or 万 and 億.
  ///
  /// `△`, `▲` and `-` in front make it negative. Anything else is a failure with its reason, never a guess.
  package static func parse(_ text: String) -> Result<MeasuredNumber, ParseFailure> {
    do throws(ParseFailure) {
      return .success(try MeasuredNumber(printed: text))
    } catch {
      let misspelt = Misspelling.failure(.number, text, after: error) { meant in
        Result { () throws(ParseFailure) in try MeasuredNumber(printed: meant) }
      }
      // 12l is 121 rather than twelve of a unit.
      let isMeant = misspelt != error
      let failure = remark(in: text) ?? (isMeant ? nil : unit(in: text)) ?? misspelt
      return .failure(failure)
    }
  }

  private init(printed text: String) throws(ParseFailure) {
    var folded = FoldedText(text)
    if folded.isAtEnd { throw .empty(.number) }
    let isNegative = folded.scan("△") || folded.scan("▲") || folded.scan("-")
    let number = folded.scan { $0.isDigit || $0 == "," || $0 == "." }
    if !number.isEmpty, folded.isAtEnd {
      let decimal = try DecimalNumber(printed: number)
      if decimal.decimals > Self.decimalLimit { throw .unreadable(.number, text: text) }
      // A zero at the end says how exact the number is, and stays.
      let printed = number.split(separator: ".").dropFirst().first?.utf8.count ?? 0
      var digits = decimal.digits
      for _ in decimal.decimals..<min(printed, Self.decimalLimit) {
        let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
        if overflow { throw .amount(.tooLarge) }
        digits = product
      }
      self.digits = isNegative ? -digits : digits
      decimals = min(printed, Self.decimalLimit)
      return
    }
    // 2万5,451 is read as a sum of money is.
    guard "万億兆千百".unicodeScalars.contains(where: { folded.remainder.unicodeScalars.contains($0) }),
      case .success(let yen) = Yen.parse(text + "円")
    else { throw .unreadable(.number, text: text) }
    digits = yen.amount
    decimals = 0
  }

  private static func isNumber(_ text: String) -> Bool {
    (try? MeasuredNumber(printed: text)) != nil
  }

  /// The failure of a number with a remark before or behind it.
  private static func remark(in text: String) -> ParseFailure? {
    for word in ["約", "およそ", "計", "延べ", "最大"] where text.hasPrefix(word) {
      let number = String(text.dropFirst(word.count))
      if isNumber(number) { return .numberWithRemark(word, number: number) }
    }
    for word in ["程度", "ほど", "前後", "以上", "以下", "超", "強", "弱", "余り"] where text.hasSuffix(word) {
      let number = String(text.dropLast(word.count))
      if isNumber(number) { return .numberWithRemark(word, number: number) }
    }
    return nil
  }

  /// The failure of a number with a unit behind it.
  private static func unit(in text: String) -> ParseFailure? {
    let unit = String(text.reversed().prefix { !$0.isNumber && !"万億兆千百".contains($0) }.reversed())
    let number = String(text.dropLast(unit.count))
    guard !unit.isEmpty, unit.count <= 10, isNumber(number) else { return nil }
    return .numberWithUnit(unit, number: number)
  }
}
