extension Period {
  /// Reads `2013年度〜2021年度`, `平成25年度から令和3年度まで`, `2013年度〜`, `〜2020年度`, `2013-04 - 2014-03`.
  ///
  /// Wave dashes, hyphens, dashes and から…まで part the ends. Refused: a single year or date, ends of
  /// different precision (2013〜2021年度), a start after the end.
  package static func parse(_ text: String) -> Result<Period, ParseFailure> {
    plain(text).mapError { Misspelling.failure(.period, text, after: $0, plain) }
  }

  private static func plain(_ text: String) -> Result<Period, ParseFailure> {
    let folded = FoldedText(text)
    if folded.isAtEnd { return .failure(.empty(.period)) }
    guard let (first, last) = ends(of: folded) else {
      switch bound(folded, printed: folded.remainder) {
      case .success(let bound):
        return .failure(.periodWithoutSeparator(suggestion: "\(bound.western)〜\(bound.western)"))
      case .failure: return .failure(.unreadable(.period, text: text))
      }
    }
    if first.isAtEnd && last.isAtEnd { return .failure(.periodWithoutEnds) }
    let (start, end) = (optionalBound(first), optionalBound(last))
    return start.flatMap { start in
      end.flatMap { end in from(start, to: end) }
    }.mapError { failure in
      shortened(first, last) ?? whole(start, first, end, last) ?? failure
    }
  }

  /// The failure of an end that has a right form, with the right form of the whole period.
  ///
  /// Of two ends the one that has none comes first. Nothing where both ends are read.
  private static func whole(
    _ start: Result<Bound?, ParseFailure>, _ first: FoldedText,
    _ end: Result<Bound?, ParseFailure>, _ last: FoldedText
  ) -> ParseFailure? {
    var fault: ParseFailure?
    var forms: [String] = []
    for (bound, text) in [(start, first), (end, last)] {
      guard case .failure(let failure) = bound else {
        forms.append(text.remainder)
        continue
      }
      guard let form = failure.suggestion else { return failure }
      forms.append(form)
      fault = fault ?? failure
    }
    let text = forms.joined(separator: "〜")
    return fault.map { fault in
      switch parse(text) {
      case .success: fault.suggesting(text)
      // The ends do not fit each other either.
      case .failure(let other): other.suggestion.map(fault.suggesting) ?? other
      }
    }
  }

  private static func optionalBound(_ text: FoldedText) -> Result<Bound?, ParseFailure> {
    text.isAtEnd ? .success(nil) : bound(text, printed: text.remainder).map { $0 }
  }

  private static func bound(_ text: FoldedText, printed: String) -> Result<Bound, ParseFailure> {
    if text.without(ending: "年度") != nil {
      return FiscalYear.parse(text, printed: printed).map { .fiscalYear($0) }
    }
    return PartialDate.parse(text, printed: printed).map { .date($0) }
  }

  /// The two sides of the separator, or nothing if there is none.
  private static func ends(of text: FoldedText) -> (FoldedText, FoldedText)? {
    if let (first, last) = text.parted(at: "から") {
      return (first, last.without(ending: "まで") ?? last)
    }
    if let (first, last) = text.parted(at: "〜") { return (first, last) }
    if let last = text.without(ending: "まで") { return (FoldedText(""), last) }
    return hyphenatedEnds(of: text)
  }

  /// The two sides of the hyphen that parts them, which is the middle one: dates have hyphens too.
  private static func hyphenatedEnds(of text: FoldedText) -> (FoldedText, FoldedText)? {
    let hyphens = text.count(of: "-")
    // Without an end each date has as many hyphens as it likes: 2013-04-01- and -2013-04.
    if let first = text.without(ending: "-") { return (first, FoldedText("")) }
    if text.next == "-" { return text.parted(at: "-") }
    guard hyphens % 2 == 1, let (first, last) = text.parted(at: "-", occurrence: hyphens / 2)
    else { return nil }
    // 2013-04 is a month, not the years 2013 to 04.
    var end = last
    guard hyphens > 1 || end.scanYear() != nil else { return nil }
    return (first, last)
  }

  /// The failure for `2013〜2021年度` and `平成25〜30年度`, where the start borrows from the end.
  private static func shortened(_ first: FoldedText, _ last: FoldedText) -> ParseFailure? {
    guard last.without(ending: "年度") != nil, first.without(ending: "年度") == nil,
      !first.isAtEnd
    else { return nil }
    var start = first
    guard let year = start.scanYear(), start.isAtEnd else { return nil }
    var borrowed = last.remainder
    if let era = year.era, last.next?.isDigit == true { borrowed = era.name + borrowed }
    guard case .success(let end) = FiscalYear.parse(borrowed),
      case .success(let begin) = FiscalYear.parse(first.remainder + "年度"), begin <= end
    else { return nil }
    let suggestion =
      year.era == nil
      ? "\(begin.western)〜\(end.western)" : "\(begin.japanese)〜\(end.japanese)"
    return .mixedPrecision(
      start: first.remainder, end: last.remainder, suggestion: suggestion)
  }
}
