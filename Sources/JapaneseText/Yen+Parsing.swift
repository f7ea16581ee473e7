extension Yen {
  /// Reads `17億円`, `133億10百万円`, `1,100億円`, `5.4億円`, `15兆9千億円`, `３千円` and the like.
  ///
  /// Each part is a number and a unit; the units go down, and a part stays below the unit before it.
  /// Only the last part may have decimals, and the whole is a whole number of yen. `△`, `▲` and `-` in
  /// front make it negative. Anything else is a failure with its reason, never a guess: misprints such
  /// as 10億百万円 exist in print.
  package static func parse(_ text: String) -> Result<Yen, ParseFailure> {
    do throws(ParseFailure) {
      return .success(try Yen(printed: text))
    } catch {
      let failure =
        remark(in: text)
        ?? Misspelling.failure(.yen, text, after: error) { meant in
          Result { () throws(ParseFailure) in try Yen(printed: meant) }
        }
      return .failure(failure)
    }
  }

  /// The failure of an amount with a remark before or behind it; nil for any other text.
  private static func remark(in text: String) -> ParseFailure? {
    for word in ["約", "およそ", "総額", "計", "最大", "上限"] where text.hasPrefix(word) {
      let amount = String(text.dropFirst(word.count))
      if (try? Yen(printed: amount)) != nil { return .amount(.remark(word, amount: amount)) }
    }
    for word in ["程度", "ほど", "前後", "以上", "以下", "以内", "超", "強", "弱"] where text.hasSuffix(word) {
      let amount = String(text.dropLast(word.count))
      if (try? Yen(printed: amount)) != nil { return .amount(.remark(word, amount: amount)) }
    }
    guard let open = text.lastIndex(where: { $0 == "（" || $0 == "(" }),
      text.last == "）" || text.last == ")"
    else { return nil }
    let amount = String(text[..<open])
    let remark = String(text[text.index(after: open)...].dropLast())
    guard !remark.isEmpty, (try? Yen(printed: amount)) != nil else { return nil }
    return .amount(.remark(remark, amount: amount))
  }

  private init(printed text: String) throws(ParseFailure) {
    var folded = FoldedText(text)
    if folded.isAtEnd { throw .empty(.yen) }
    let isNegative = folded.scan("△") || folded.scan("▲") || folded.scan("-")
    let body = folded
    var parts = AmountParts()
    while !folded.scan("円") {
      if folded.isAtEnd && !parts.isEmpty {
        throw .amount(.withoutYen(suggestion: (isNegative ? "△" : "") + body.remainder + "円"))
      }
      try parts.add(folded.scanAmountPart(printed: text))
    }
    if parts.isEmpty { throw .amount(.withoutNumber(unit: "円")) }
    if !folded.isAtEnd {
      let goesOn = folded.next?.isDigit == true && folded.remainder.hasSuffix("円")
      throw goesOn ? .amount(.yenInside(text: text)) : .unreadable(.yen, text: text)
    }
    self.init(isNegative ? -parts.total : parts.total)
  }
}

/// A number with its unit, such as `10百万`.
private struct AmountPart {
  /// The value in yen.
  let value: Int

  /// What the unit multiplies by: 1 for none, 1,000,000 for 百万.
  let scale: Int

  /// The unit as printed.
  let unit: String

  /// Whether the number has decimals.
  let hasDecimals: Bool
}

/// The parts of an amount read so far.
private struct AmountParts {
  private(set) var total = 0
  private var last: AmountPart?

  var isEmpty: Bool { last == nil }

  /// Adds a part, or tells why it cannot follow the one before.
  mutating func add(_ part: AmountPart) throws(ParseFailure) {
    if let last {
      if last.hasDecimals { throw .amount(.decimalsBeforeUnit(unit: last.unit)) }
      if part.scale >= last.scale {
        throw .amount(.unitsOutOfOrder(unit: part.unit, after: last.unit))
      }
      if part.value >= last.scale { throw .amount(.reachesUnit(unit: part.unit, after: last.unit)) }
    }
    let (sum, overflow) = total.addingReportingOverflow(part.value)
    if overflow { throw .amount(.tooLarge) }
    total = sum
    last = part
  }
}

extension FoldedText {
  fileprivate mutating func scanAmountPart(printed: String) throws(ParseFailure) -> AmountPart {
    let number = scan { $0.isDigit || $0 == "," || $0 == "." }
    let (unit, scale) = scanAmountUnit()
    if number.isEmpty {
      throw unit.isEmpty ? .unreadable(.yen, text: printed) : .amount(.withoutNumber(unit: unit))
    }
    let digits = try DecimalNumber(printed: number)
    return AmountPart(
      value: try digits.times(scale), scale: scale, unit: unit,
      hasDecimals: digits.decimals > 0)
  }

  /// Reads a unit such as 億, 百万, 千億 or 千; nothing and 1 if there is none.
  private mutating func scanAmountUnit() -> (unit: String, scale: Int) {
    var unit = ""
    var scale = 1
    for (word, factor) in [("千", 1_000), ("百", 100), ("十", 10)] where scan(word) {
      unit += word
      scale *= factor
      break
    }
    for (word, factor) in [("兆", 1_000_000_000_000), ("億", 100_000_000), ("万", 10_000)]
    where scan(word) {
      unit += word
      scale *= factor
      break
    }
    return (unit, scale)
  }
}
