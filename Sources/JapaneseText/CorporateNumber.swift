/// A corporate number (法人番号): 13 digits, the first of which checks the others.
///
/// Source: 法人番号の指定等に関する省令 (平成26年財務省令第70号) 第2条. The check digit is
/// 9 − (Σ Pn·Qn mod 9), Pn the n-th of the twelve digits from the right, Qn 1 for odd n and 2 for even.
package struct CorporateNumber: Sendable, Hashable {
  /// The number; leading zeros do not occur, since the check digit is 1...9.
  package let number: Int

  /// The thirteen digits.
  package var text: String { String(number) }

  /// The check digit for twelve digits given as a number.
  package static func checkDigit(of base: Int) -> Int {
    var sum = 0
    var rest = base
    for place in 1...12 {
      sum += (rest % 10) * (place % 2 == 1 ? 1 : 2)
      rest /= 10
    }
    return 9 - sum % 9
  }

  /// Reads thirteen digits of any width and checks them.
  package static func parse(_ text: String) -> Result<CorporateNumber, ParseFailure> {
    plain(text).mapError { Misspelling.failure(.corporateNumber, text, after: $0, plain) }
  }

  private static func plain(_ text: String) -> Result<CorporateNumber, ParseFailure> {
    var folded = FoldedText(text)
    if folded.isAtEnd { return .failure(.empty(.corporateNumber)) }
    let digits = folded.scan { $0.isDigit }
    guard folded.isAtEnd else { return .failure(.unreadable(.corporateNumber, text: text)) }
    guard digits.utf8.count == 13, let number = Int(digits) else {
      return .failure(.corporateNumberLength(digits.utf8.count))
    }
    let base = 1_000_000_000_000
    let expected = checkDigit(of: number % base)
    guard number / base == expected else {
      return .failure(.corporateNumberCheckDigit(printed: number / base, expected: expected))
    }
    return .success(CorporateNumber(number: number))
  }

  private init(number: Int) {
    self.number = number
  }
}

extension CorporateNumber: Comparable {
  package static func < (left: CorporateNumber, right: CorporateNumber) -> Bool {
    left.number < right.number
  }
}
