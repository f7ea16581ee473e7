/// An exact amount of money in yen.
package struct Yen: Sendable, Hashable {
  /// The number of yen.
  package let amount: Int

  /// Makes an amount of so many yen.
  package init(_ amount: Int) {
    self.amount = amount
  }

  /// How an amount is shown.
  package enum Style: Sendable, Hashable {
    /// By 公用文作成の考え方 (2022) I-3: 兆, 億 and 万 in kanji, commas in between: `133億1,000万円`.
    case kanji

    /// In 億円 with one decimal, rounded half away from zero, for the axes of charts: `133.1億円`.
    case hundredMillions

    /// All digits with commas: `13,310,000,000円`.
    case digits
  }

  /// The amount in a style; a negative amount has the `△` of public accounts in front.
  package func display(_ style: Style) -> String {
    let sign = amount < 0 ? "△" : ""
    let size = amount.magnitude
    return switch style {
    case .kanji: sign + Yen.kanji(size)
    case .hundredMillions: Yen.hundredMillions(size, sign: sign)
    case .digits: sign + GroupedDigits.text(ofSize: size) + "円"
    }
  }

  /// The sum, or nothing if it is too large to be counted.
  package func adding(_ other: Yen) -> Yen? {
    let (sum, overflow) = amount.addingReportingOverflow(other.amount)
    return overflow ? nil : Yen(sum)
  }

  /// The sum of amounts, or nothing if it is too large to be counted.
  package static func sum(_ amounts: some Sequence<Yen>) -> Yen? {
    var total: Yen? = Yen(0)
    for amount in amounts { total = total?.adding(amount) }
    return total
  }

  private static func kanji(_ size: UInt) -> String {
    if size == 0 { return "0円" }
    var text = ""
    var rest = size
    for (unit, scale) in [("兆", 1_000_000_000_000), ("億", 100_000_000), ("万", 10_000)]
      as [(String, UInt)]
    {
      if rest >= scale { text += GroupedDigits.text(ofSize: rest / scale) + unit }
      rest %= scale
    }
    if rest > 0 { text += GroupedDigits.text(ofSize: rest) }
    return text + "円"
  }

  private static func hundredMillions(_ size: UInt, sign: String) -> String {
    // Tenths of 億; the remainder is looked at instead of adding a half, which could overflow.
    let tenth: UInt = 10_000_000
    let tenths = size / tenth + (size % tenth >= tenth / 2 ? 1 : 0)
    return (tenths == 0 ? "" : sign) + GroupedDigits.text(ofSize: tenths / 10) + ".\(tenths % 10)億円"
  }
}

extension Yen: Comparable {
  package static func < (left: Yen, right: Yen) -> Bool { left.amount < right.amount }
}
